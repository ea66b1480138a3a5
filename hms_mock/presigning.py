"""Makes and checks pre-signed URLs.

A URL names an asset, the second in which it expires on the mock's clock, and which one of the URLs that
were made it is; an HMAC of these, keyed with the mock's seed, is what opens the file. There is no token.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from hms_mock.errors import forbidden, not_found
from hms_mock.model.assets import COMPLETED, Asset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hms_mock.state import State

FILES_PATH = "/_mock/files"
_NUMBER = re.compile(r"[0-9]{1,101}")


def presigned_url(state: State, asset: Asset, seconds: int) -> str:
    """Make an address that a file can be fetched from without a token. Every call makes another one.

    Args:
        state: the mock's state.
        asset: the file.
        seconds: for how long it is valid.
    """
    state.urls_signed += 1
    expires, number = str(math.ceil(state.clock.now().timestamp()) + seconds), str(state.urls_signed)
    signature = _sign(state, asset.id, expires, number)
    where = f"{state.public_url}{FILES_PATH}/{asset.id}/{quote(asset.file_name)}"
    return f"{where}?expires={expires}&number={number}&signature={signature}"


def signed_asset(state: State, asset_id: str, name: str, query: Mapping[str, str]) -> Asset:
    """Find the file that an address opens.

    Args:
        state: the mock's state.
        asset_id: the asset in the address.
        name: the name of the file in it.
        query: what the address carries.

    Raises:
        ApiError: 403, the address is forged or has expired; 404, there is no such file.
    """
    expires, number, given = (query.get(name, "") for name in ("expires", "number", "signature"))
    signature = _sign(state, asset_id, expires, number)
    if not hmac.compare_digest(signature.encode(), given.encode("utf-8", "replace")):
        raise forbidden("Access denied", "the signature does not belong to this address")
    if not _NUMBER.fullmatch(expires) or int(expires) <= state.clock.now().timestamp():
        raise forbidden("Access denied", "the address has expired")
    for workspace in state.workspaces.values():
        asset = workspace.assets.get(asset_id)
        if asset is not None and asset.status == COMPLETED and asset.file_name == name:
            return asset
    raise not_found("File", asset_id)


def _sign(state: State, *parts: str) -> str:
    message = "\n".join(parts).encode("utf-8", "replace")
    return hmac.new(state.signing_key, message, hashlib.sha256).hexdigest()

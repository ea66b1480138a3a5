// How many calls a workspace may make.

import { act, onSubmit } from "./actions.js";
import { control } from "./client.js";
import { byId, setHidden, setPill, setText } from "./dom.js";
import { duration, plural } from "./format.js";

/** Shows the limit, and how much of it a workspace has used up. */
export function showRateLimit(workspace, overview) {
  const { rate_limit: limit } = overview;
  setHidden(byId("rate-limit-none"), limit !== null);
  setHidden(byId("rate-limit-now"), limit === null);
  if (limit === null) return;
  const { calls, seconds, retry_after: retryAfter } = limit;
  const header = retryAfter ? "" : ", refused without Retry-After";
  setText(byId("rate-limit-what"), `At most ${plural(calls, "call")} in ${duration(seconds)} per access key${header}`);
  const counted = workspace.calls_counted;
  setText(byId("rate-limit-counted"), `${counted} of ${calls} counted at present`);
  const left = calls - counted;
  setPill(byId("rate-limit-left"), left ? `${left} left` : "the next is refused", left ? "good" : "bad");
}

/** Lets the buttons about the rate limit work. */
export function bindRateLimit() {
  onSubmit("rate-limit", (form) => {
    const { calls, seconds, header } = form.elements;
    const limit = { calls: Number(calls.value), seconds: Number(seconds.value), retry_after: header.checked };
    act(form, "The rate limit is set.", () => control("POST", "rate-limit", limit));
  });
  const lift = byId("lift-rate-limit");
  lift.addEventListener("click", () =>
    act(lift, "Any number of calls is allowed.", () => control("DELETE", "rate-limit")));
}

// The reference: in the colors of the system, and with a token, so that its buttons call the mock.

import { managementToken } from "./client.js";

const TOKEN_SCHEME = "managementToken";
const COLORS = {
  light: {
    "bg-color": "#ffffff", "text-color": "#1b2030", "primary-color": "#2b50d8", "secondary-color": "#565d70",
    "nav-bg-color": "#f4f5f8", "nav-text-color": "#1b2030",
    "nav-hover-bg-color": "#e1ebfd", "nav-hover-text-color": "#2b50d8",
  },
  dark: {
    "bg-color": "#1a1d27", "text-color": "#e8eaf1", "primary-color": "#90a9ff", "secondary-color": "#a5acbe",
    "nav-bg-color": "#12141b", "nav-text-color": "#e8eaf1",
    "nav-hover-bg-color": "#1c315a", "nav-hover-text-color": "#a3c3ff",
  },
};
const reference = document.querySelector("openapi-explorer");
const dark = matchMedia("(prefers-color-scheme: dark)");

function paint() {
  for (const [name, color] of Object.entries(COLORS[dark.matches ? "dark" : "light"])) {
    reference.setAttribute(name, color);
  }
}

paint();
dark.addEventListener("change", paint);
reference.addEventListener("spec-loaded", async () => {
  await reference.setAuthenticationConfiguration(TOKEN_SCHEME, { token: await managementToken() });
}, { once: true });

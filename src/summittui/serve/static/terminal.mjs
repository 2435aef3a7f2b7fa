// The page of a session: the terminal widget, and the web socket to the program. What the program writes reaches this
// page through the widget alone, and messages of the server as text.

import { FitAddon } from "./xterm/addon-fit.mjs";
import { Terminal } from "./xterm/xterm.mjs";
import { CellWidths } from "./cell_widths.mjs";

const SESSION = "summittui-session"; // where the secret of the session is kept, for this tab alone
const PIECE = 16 * 1024; // bytes of one message at most, and of output between two receipts
const MOST_PASTED = 100_000; // characters
const RETRY = [500, 1000, 2000, 5000, 10_000]; // milliseconds
const NOTICE = 6000; // milliseconds
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g; // all but Tab and the ends of lines

const isPlain = new URLSearchParams(location.search).has("plain");
const box = document.getElementById("terminal");
const terminal = new Terminal({
  allowProposedApi: true, // of `unicode`
  cursorBlink: false,
  fontFamily: 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSize: 15,
  linkHandler: { activate: (_event, address) => openAddress(address), allowNonHttpProtocols: false },
  screenReaderMode: isPlain,
  scrollback: 0,
  theme: { background: "#121212", foreground: "#d0d0d0" },
});
const fit = new FitAddon();
const encoder = new TextEncoder();

let socket = null;
let isOver = false; // whether the server has said that the session is over
let failures = 0; // attempts to reach the server since it was last reached
let undrawn = 0; // bytes drawn for which no receipt was sent
let hiding = 0; // the timer of the notice

function tell(text, { button = "", act = null, lasts = false } = {}) {
  const notice = document.getElementById("notice");
  const offered = notice.querySelector("button");
  clearTimeout(hiding);
  notice.querySelector("p").textContent = text;
  offered.textContent = button;
  offered.hidden = !button;
  offered.onclick = act;
  notice.hidden = !text;
  if (button) {
    offered.focus();
  }
  if (text && !lasts) {
    hiding = setTimeout(() => tell(""), NOTICE);
  }
}

function openAddress(address) {
  if (/^https?:\/\//i.test(address)) {
    window.open(address, "_blank", "noopener,noreferrer");
  }
}

// A program copies by OSC 52; one that asks what the clipboard holds gets no answer.
function copy(data) {
  const coded = data.slice(data.indexOf(";") + 1);
  if (coded === "?") {
    return true;
  }
  try {
    const text = new TextDecoder().decode(Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0)));
    const refused = () => tell("The browser did not let the text be copied; select it with the mouse and Shift.");
    navigator.clipboard ? navigator.clipboard.writeText(text).catch(refused) : refused();
  } catch {
    // no base64: nothing to copy
  }
  return true;
}

function send(message) {
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(message);
  }
}

function type(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) {
    send(bytes.subarray(at, at + PIECE));
  }
}

function draw(data) {
  const bytes = new Uint8Array(data);
  terminal.write(bytes, () => {
    undrawn += bytes.length;
    if (undrawn >= PIECE) {
      send(JSON.stringify({ type: "drawn", count: undrawn }));
      undrawn = 0;
    }
  });
}

function obey(message) {
  if (message.type === "opened") {
    sessionStorage.setItem(SESSION, message.secret);
  } else if (message.type === "ended") {
    isOver = true;
    sessionStorage.removeItem(SESSION);
    tell(message.reason, { button: "Open a session", act: () => location.reload(), lasts: true });
  }
}

function size() {
  const within = (number, least, most) => Math.min(Math.max(number, least), most);
  const { cols, rows } = fit.proposeDimensions() ?? { cols: 80, rows: 24 };
  return { columns: within(cols || 80, 10, 500), rows: within(rows || 24, 5, 300) };
}

function resize() {
  const { columns, rows } = size();
  if (columns !== terminal.cols || rows !== terminal.rows) {
    terminal.resize(columns, rows);
    send(JSON.stringify({ type: "resize", columns, rows }));
  }
}

async function retry() {
  if (isOver) {
    return;
  }
  tell("The line is down; trying again …", { lasts: true });
  const answer = failures ? await fetch("login", { method: "POST", body: "" }).catch(() => null) : null;
  if (answer?.status === 401) {
    tell("The server asks for its token again; open the page by its whole address.", { lasts: true });
    return;
  }
  setTimeout(connect, RETRY[Math.min(failures, RETRY.length - 1)]);
  failures += 1;
}

function connect() {
  const address = new URL("terminal", location.href);
  address.protocol = address.protocol.replace("http", "ws");
  address.search = address.hash = "";
  const opened = new WebSocket(address);
  opened.binaryType = "arraybuffer";
  opened.onopen = () => {
    socket = opened;
    failures = undrawn = 0;
    tell("");
    terminal.reset(); // a session that goes on is painted anew
    const secret = sessionStorage.getItem(SESSION) ?? "";
    send(JSON.stringify({ type: "open", columns: terminal.cols, rows: terminal.rows, plain: isPlain, secret }));
  };
  opened.onmessage = ({ data }) => (typeof data === "string" ? obey(JSON.parse(data)) : draw(data));
  opened.onclose = retry;
}

const forgetToken = () => history.replaceState(null, "", `./${location.search}`); // out of the address bar

async function start() {
  forgetToken();
  window.addEventListener("hashchange", forgetToken);
  const widths = await fetch("static/cell_widths.json");
  terminal.unicode.register(new CellWidths(await widths.json()));
  terminal.unicode.activeVersion = "summittui";
  terminal.loadAddon(fit);
  terminal.open(box);
  await document.fonts.ready;
  const { columns, rows } = size();
  terminal.resize(columns, rows);
  terminal.parser.registerOscHandler(52, copy);
  terminal.onData((text) => type(encoder.encode(text)));
  terminal.onBinary((text) => type(Uint8Array.from(text, (letter) => letter.charCodeAt(0))));
  window.addEventListener("resize", resize);
  terminal.focus();
  connect();
}

box.addEventListener(
  "paste",
  (event) => {
    event.preventDefault();
    event.stopPropagation();
    const text = event.clipboardData.getData("text/plain").slice(0, MOST_PASTED);
    terminal.paste(text.replace(CONTROLS, "")); // a pasted sequence could end the paste and type keys
  },
  true,
);
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => event.preventDefault()); // a dropped file or address would replace the page
}

start();

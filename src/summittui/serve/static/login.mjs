// The page of a visitor who is not let in yet: hands the token of the address over for a cookie. The token stands
// behind "#", which browsers send to no server, so that it is in no log of a proxy either.

const form = document.querySelector("form");
const told = document.querySelector("[role=status]");

async function enter(token) {
  const answer = await fetch("login", { method: "POST", body: token });
  if (answer.ok) {
    location.replace(`./${location.search}`);
  } else if (token) {
    told.textContent = "That is not the token of this server; ask whoever started it for its address.";
    form.elements.token.focus();
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  enter(form.elements.token.value.trim());
});

function takeToken() {
  const token = location.hash.slice(1);
  history.replaceState(null, "", `./${location.search}`); // out of the address bar
  enter(token); // without one too: a cookie is not sent with the first request of a link from another site
}

window.addEventListener("hashchange", takeToken); // the whole address, typed while this page is open
takeToken();

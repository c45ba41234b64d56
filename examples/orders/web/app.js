const api = "{{ API_URL }}";

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const item = new FormData(event.target).get("item");
  await fetch(`${api}/orders`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ item, cents: 350 }),
  });
});

// Every order that anyone places shows up by itself.
new WebSocket("{{ LIVE_URL }}").addEventListener("message", ({ data }) => {
  const order = JSON.parse(data);
  const line = document.createElement("li");
  line.textContent = `${order.item}: ${order.id}`;
  document.querySelector("ul").append(line);
});

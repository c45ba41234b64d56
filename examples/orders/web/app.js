const api = "{{ API_URL }}";

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const item = new FormData(event.target).get("item");
  const response = await fetch(`${api}/orders`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ item, cents: 350 }),
  });
  const order = await response.json();
  const line = document.createElement("li");
  line.textContent = `${order.item}: ${order.id}`;
  document.querySelector("ul").append(line);
});

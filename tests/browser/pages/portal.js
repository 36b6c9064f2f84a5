// What the portal notices: whatever its policy forbids, and what a reader selects.
window.violations = [];
window.views = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
addEventListener("explorer-view", ({ target, detail }) => {
  window.views.push({ element: target.id, ...detail });
  const place = document.querySelector(".selected");
  if (place) place.textContent = detail.id ? `You are reading: ${detail.id}` : "";
});

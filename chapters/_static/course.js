// Entries of the bibliography come with a role that screen readers have dropped: in a list they are its items.
document.addEventListener("DOMContentLoaded", () => {
  for (const entry of document.querySelectorAll(".citation-list > .citation")) entry.setAttribute("role", "listitem");
});

// Paper is white: a page that is dark on the screen is printed as a light one.
{
  const page = document.documentElement.dataset;
  let seen;
  addEventListener("beforeprint", () => { seen = page.theme; page.theme = "light"; });
  addEventListener("afterprint", () => { page.theme = seen; });
}
document.addEventListener("DOMContentLoaded", () => {
  // Entries of the bibliography come with a role that screen readers have dropped: in a list they are its items.
  for (const entry of document.querySelectorAll(".citation-list > .citation")) entry.setAttribute("role", "listitem");
  // What scrolls must scroll from the keyboard, too.
  const reach = (element) => { if (element.scrollWidth > element.clientWidth) element.tabIndex = 0; };
  document.querySelectorAll(".bd-article table").forEach(reach);
  // Of figures that were drawn wide, a phone shows a part in a size that can be read.
  for (const image of document.querySelectorAll(".bd-article figure img")) {
    const look = () => {
      const figure = image.closest("figure");
      figure.classList.toggle("wide", image.naturalWidth > 900);
      reach(figure);
    };
    if (image.complete) look();
    image.addEventListener("load", look);
  }
});

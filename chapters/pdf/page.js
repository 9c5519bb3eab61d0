// A page of the built book as a part of the printed one: every id has the page in front, and links stay inside the print.
({ name, part, names, root, site }) => {
  dispatchEvent(new Event("beforeprint"));  // the quiz marks its options
  const article = document.querySelector("article.bd-article");
  const place = (page, id) => (id ? `${page}--${id}` : page);
  article.querySelectorAll("script, form, button, .headerlink").forEach((one) => one.remove());
  article.querySelectorAll("[id]").forEach((one) => { one.id = place(name, one.id); });
  article.id = name;
  for (const link of article.querySelectorAll("a[href]")) {
    const url = new URL(link.getAttribute("href"), document.baseURI);
    const path = decodeURIComponent(url.pathname);
    if (url.protocol !== "file:") continue;
    if (path in names) link.setAttribute("href", `#${place(names[path], url.hash.slice(1))}`);
    else if (site) link.setAttribute("href", site + path.slice(root.length));
    else link.removeAttribute("href");  // nobody said where the site is
  }
  for (const image of article.querySelectorAll("img")) {
    image.src = image.src;  // the whole address
    image.removeAttribute("loading");
  }
  const headings = [...article.querySelectorAll("section[id] > :is(h1, h2, h3)")].map((heading) => ({
    level: Number(heading.tagName[1]) + (part ? 1 : 0),
    words: heading.textContent.trim(),
    place: heading.parentElement.id,
  }));
  return {
    name,
    part,
    headings,
    title: article.querySelector("h1").textContent.trim(),
    article: article.outerHTML,
    styles: [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href),
  };
}

// Code as a part of an address: deflated, then base64 with letters that an address may hold.

const LONGEST = 2 ** 20; // characters; a small fragment could unfold to gigabytes

export async function pack(text) {
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Rejects what is no packed text, and what is longer than any program. */
export async function unpack(packed) {
  const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  let text = "";
  for await (const part of inflated.pipeThrough(new TextDecoderStream("utf-8", { fatal: true }))) {
    text += part;
    if (text.length > LONGEST) throw new RangeError("too long");
  }
  return text;
}

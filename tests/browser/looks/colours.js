// How far apart the colours of a picture are, in the channel where they differ most.
// It comes as text and is drawn from memory, so the page's policy has no part in it.
async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  const points = pen.getImageData(0, 0, bitmap.width, bitmap.height).data;
  const channel = (number) => points.filter((_, at) => at % 4 === number);
  return Math.max(...[0, 1, 2].map((number) => Math.max(...channel(number)) - Math.min(...channel(number))));
}

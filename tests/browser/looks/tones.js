// The colour at each of some points of a picture, as CIE L*a*b* (L* is how light it is, from 0 to 100).
async ([picture, points]) => {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  const { data, width } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const root = (value) => (value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 * value + 16) / 116);
  return points.map(([x, y]) => {
    const at = 4 * (Math.floor(y) * width + Math.floor(x));
    const [red, green, blue] = [...data.slice(at, at + 3)].map((value) => linear(value / 255));
    const [across, up, along] = [
      (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
      0.2126 * red + 0.7152 * green + 0.0722 * blue,
      (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    ].map(root);
    return [116 * up - 16, 500 * (across - up), 200 * (up - along)];
  });
}

/** Names of programs that draw on the processor, where WebGL is slower than wasm. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export const isSoftwareRenderer = (name: string): boolean => SOFTWARE.test(name);

/**
 * Why WebGL is no help here: there is none, or a program draws in the place of a graphics card.
 * @returns undefined where a graphics card is there
 */
export function reasonAgainstWebgl(): string | undefined {
  const context =
    typeof OffscreenCanvas === 'undefined'
      ? null
      : new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: false });
  if (!context) {
    return 'there is no WebGL here';
  }
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(
    context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER)
  );
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return isSoftwareRenderer(renderer)
    ? `no graphics card draws here but a program, '${renderer}', which is many times slower`
    : undefined;
}

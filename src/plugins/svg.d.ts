/** The bundlers put in the text of a picture. */
declare module '*.svg' {
  const text: string;
  export default text;
}

/** The name that notebooks ask for our kernel by. */
export const KERNEL_NAME = 'lessonbook-typescript';

/** What Jupyter is told of the kernel and its language. */
export const SPEC = {
  name: KERNEL_NAME,
  display_name: 'TypeScript (Lessonbook)',
  language: 'typescript',
  language_info: {
    name: 'typescript',
    version: '6.0',
    mimetype: 'text/typescript',
    file_extension: '.ts',
    codemirror_mode: 'typescript',
    pygments_lexer: 'typescript',
    nbconvert_exporter: 'script'
  }
} as const;

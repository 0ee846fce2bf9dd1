import { LabIcon } from '@jupyterlab/ui-components';
import logo from '../../style/lessonbook.svg';

/** An open book with a fitted line. */
export const lessonbookIcon = new LabIcon({ name: 'lessonbook:logo', svgstr: logo });

/** The same picture as an address, for a kernel's card in the launcher. */
export const logoUrl = `data:image/svg+xml,${encodeURIComponent(logo)}`;

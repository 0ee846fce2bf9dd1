import { LabIcon } from '@jupyterlab/ui-components';

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24">
  <path class="jp-icon3" fill="#616161" d="M2 5c3.6-1.2 7-.9 10 1.1 3-2 6.400-2.300 10-1.100v14c-3.600-1.200-7-.9-10 1.100-3-2-6.400-2.300-10-1.100z"/>
  <path fill="none" stroke="#fff" stroke-width="1" d="M12 6.500v13"/>
  <path fill="none" stroke="#fff" stroke-width="1.400" stroke-linecap="round" stroke-linejoin="round" d="M14 14.500l2-3 1.700 1.600 2.500-4"/>
  <path fill="none" stroke="#fff" stroke-width="1" stroke-linecap="round" d="M4.500 9c1.800-.4 3.500-.2 5 .4M4.500 12c1.800-.4 3.500-.2 5 .4M4.500 15c1.800-.4 3.500-.2 5 .4"/>
</svg>`;

/** An open book with a rising curve. */
export const lessonbookIcon = new LabIcon({ name: 'lessonbook:logo', svgstr: logo });

/** The same picture as an address, for a kernel's card in the launcher. */
export const logoUrl = `data:image/svg+xml,${encodeURIComponent(
  logo.replaceAll('#616161', '#3949ab')
)}`;

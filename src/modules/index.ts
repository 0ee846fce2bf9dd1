import type { Host } from './host';

export type { Formatter, Host, TrainingPlan, TrainingView } from './host';

/** Gives a module's exports, once all that it needs is there. */
export type ModuleLoader = (host: Host) => Promise<object>;

/** What a cell can import by name. Each is loaded when a cell first imports it. */
export const bundledModules: Readonly<Record<string, ModuleLoader>> = {
  '@tensorflow/tfjs': async host =>
    (await import(/* webpackChunkName: 'library-tensorflow' */ './tensorflow')).load(host),
  datasets: async host => {
    const { connect, ...datasets } = await import(
      /* webpackChunkName: 'library-datasets' */ './datasets'
    );
    connect(host);
    return datasets;
  },
  files: async host => {
    const files = await import(/* webpackChunkName: 'library-files' */ './files');
    const { useFiles } = await import(/* webpackChunkName: 'library-files' */ './files/store');
    useFiles(host.files);
    return files;
  },
  keras: async host =>
    (await import(/* webpackChunkName: 'library-keras' */ './keras/begin')).begin(host),
  numpy: async host => {
    const np = await import(/* webpackChunkName: 'library-numpy' */ './numpy');
    const { useFiles } = await import(/* webpackChunkName: 'library-numpy' */ './numpy/io');
    useFiles(host.files);
    return np;
  },
  pyplot: async host => {
    const module = await import(/* webpackChunkName: 'library-pyplot' */ './pyplot');
    const { attach } = await import(/* webpackChunkName: 'library-pyplot' */ './pyplot/attach');
    attach(host);
    return module;
  }
};

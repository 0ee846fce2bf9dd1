import type { LayersModel } from '@tensorflow/tfjs';
import { kindOf, type Layer } from './layer';
import type { Optimizer } from './optimizer';
import { countOf, type SummaryParts, type SummaryRow } from './summary';

type Shape = (number | null)[];

/** What is asked of a model here. */
interface Owner {
  readonly name: string;
  readonly built: boolean;
  readonly trainableWeights: Layer['weights'];
  readonly nonTrainableWeights: Layer['weights'];
}

const networks = new WeakMap<object, LayersModel>();
const owners = new WeakMap<LayersModel, object>();

/** Notes the network of a model, or that it has none any more; gives it back. */
export function noteModel<T extends LayersModel | undefined>(model: object, net: T): T {
  if (net) {
    networks.set(model, net);
    owners.set(net, model);
  } else {
    networks.delete(model);
  }
  return net;
}

/** The network of a model, once it is there. */
export const netOf = (model: object): LayersModel | undefined => networks.get(model);

/** The model that a network in another one belongs to. */
export const ownerOf = (layer: object): object | undefined => owners.get(layer as LayersModel);

/** One call of a layer, as TensorFlow.js keeps it. */
interface Node {
  outboundLayer: Layer;
  inboundLayers: Layer[];
  nodeIndices: number[];
  tensorIndices: number[];
  inputTensors: { shape: Shape }[];
  outputTensors: { shape: Shape }[];
}

/** What a network keeps of the calls that it consists of. */
interface Graph {
  nodesByDepth: Record<string, Node[]>;
}

/** The calls that a network consists of, the first ones first. */
export function nodesOf(net: LayersModel): Node[] {
  const { nodesByDepth } = net as unknown as Graph;
  return Object.entries(nodesByDepth)
    .sort(([a], [b]) => Number(b) - Number(a))
    .flatMap(([, nodes]) => nodes);
}

/** Whether each layer has one input and gives to one. */
function isChain(net: LayersModel): boolean {
  const { nodesByDepth } = net as unknown as Graph;
  const nodes = Object.values(nodesByDepth);
  const plain = nodes.every(
    ([first, ...more]) => more.length === 0 && (first?.inputTensors.length ?? 0) <= 1
  );
  const layers = nodesOf(net).map(node => node.outboundLayer);
  return plain && new Set(layers).size === layers.length;
}

/** The class of a layer or of a model within one. */
export const kindIn = (layer: object): string => {
  const owner = ownerOf(layer) ?? layer;
  const { name } = owner.constructor;
  return name === 'SequentialModel'
    ? 'Sequential'
    : name === 'FunctionalModel'
      ? 'Functional'
      : kindOf(layer);
};

/** What a summary says of a model. */
export function partsOf(
  model: Owner,
  layers: readonly Layer[],
  optimizer: Optimizer | undefined
): SummaryParts {
  const net = netOf(model);
  const nodes = net ? nodesOf(net) : [];
  const rows = layers.map((layer): SummaryRow => {
    const real = (netOf(layer) as unknown as Layer | undefined) ?? layer;
    const calls = nodes.filter(node => node.outboundLayer === real);
    const outputs = calls.at(-1)?.outputTensors.map(({ shape }) => shape);
    return {
      name: layer.name,
      kind: kindIn(layer),
      shape: outputs && (outputs.length === 1 ? outputs[0] : outputs),
      params: net || layer.built ? countOf(layer.weights) : undefined,
      trainable: layer.weights.length > 0 ? layer.trainable : undefined,
      connections: calls.flatMap(node =>
        node.inboundLayers.map(
          (inbound, i) =>
            `${inbound.name}[${node.nodeIndices[i] ?? 0}][${node.tensorIndices[i] ?? 0}]`
        )
      )
    };
  });
  const stepped = optimizer !== undefined && optimizer.iterations > 0;
  return {
    name: model.name,
    rows,
    isChain: net === undefined || kindIn(model) === 'Sequential' || isChain(net),
    trainable: countOf(model.trainableWeights),
    nonTrainable: countOf(model.nonTrainableWeights),
    // Beside what is kept for each weight: the count of steps, in 8 bytes, and the learning rate.
    optimizer: stepped
      ? { params: optimizer.slotSize + 2, bytes: 4 * optimizer.slotSize + 12 }
      : undefined
  };
}

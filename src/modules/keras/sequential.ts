import type { LayersModel, LayerVariable } from '@tensorflow/tfjs';
import { callable } from './callable';
import { ValueError } from './errors';
import { isSymbolic, kindOf, type KerasTensor, type Layer } from './layer';
import { KerasModel, type ModelCalls } from './model';
import { autoName } from './names';
import { noteModel } from './network';
import { tf } from './tf';

class SequentialModel extends KerasModel {
  private readonly stack: (Layer | KerasModel | KerasTensor)[] = [];

  constructor(
    layers: readonly (Layer | KerasModel | KerasTensor)[] = [],
    { name }: { name?: string } = {}
  ) {
    super(name ?? autoName('Sequential'));
    for (const layer of layers) this.push(layer);
    this.tryBuild();
  }

  /** Adds a layer at the end. Keras: `Sequential.add`. */
  add(layer: Layer | KerasModel | KerasTensor): void {
    this.push(layer);
    this.tryBuild();
  }

  /** Takes the last layer away. Keras: `Sequential.pop`. */
  pop(): void {
    this.stack.pop();
    noteModel(this, undefined);
    this.tryBuild();
  }

  override get layers(): Layer[] {
    return this.stack.flatMap(layer => (isSymbolic(layer) ? [] : [layer as Layer]));
  }

  override get weights(): LayerVariable[] {
    return this.layers.flatMap(layer => layer.weights);
  }

  private push(layer: Layer | KerasModel | KerasTensor): void {
    const isLayer = layer instanceof tf.layers.Layer || layer instanceof KerasModel;
    if (!isLayer && !isSymbolic(layer)) {
      throw new ValueError(
        `Only instances of \`keras.Layer\` can be added to a Sequential model. Received: ${String(layer)} (of type ${typeof layer})`
      );
    }
    if (isSymbolic(layer) && this.stack.length > 0) {
      throw new ValueError(
        `Sequential model '${this.name}' has already been configured to use input shape. You cannot add a different Input layer to it.`
      );
    }
    const names = this.layers.map(({ name }) => name);
    if (!isSymbolic(layer) && names.includes(layer.name)) {
      throw new ValueError(
        `All layers added to a Sequential model should have unique names. Name '${layer.name}' is already the name of a layer in this model. Update the \`name\` argument to pass a unique name.`
      );
    }
    this.stack.push(layer);
  }

  /** The shape of the input, where the first layer says it. */
  private tryBuild(): void {
    const [first] = this.stack;
    if (!first || this.layers.length === 0) return;
    if (isSymbolic(first)) {
      this.connect(first);
      return;
    }
    const shape =
      first instanceof KerasModel ? first.built && first.inputShape : declaredShape(first);
    if (shape) this.connect(this.inputOf(shape));
  }

  private inputOf(shape: readonly (number | null)[]): KerasTensor {
    return tf.input({ batchShape: [null, ...shape.slice(1)], name: autoName('InputLayer') });
  }

  private connect(input: KerasTensor): LayersModel {
    autoName('Functional');
    let output = input;
    for (const layer of this.layers) output = layer(output);
    return noteModel(this, tf.model({ inputs: input, outputs: output, name: this.name }));
  }

  protected override ensure(shapes: readonly (readonly (number | null)[])[]): LayersModel {
    const { net } = this;
    if (net) return net;
    if (this.layers.length === 0) {
      throw new ValueError(
        `Sequential model ${this.name} cannot be built because it has no layers. Call \`model.add(layer)\`.`
      );
    }
    return this.connect(this.inputOf(shapes[0] ?? []));
  }

  protected override rowsShown(): Layer[] {
    return this.layers;
  }
}

/** The shape that a layer's own options give for its input. */
function declaredShape(layer: Layer): (number | null)[] | undefined {
  const { batchInputShape } = layer as unknown as { batchInputShape?: (number | null)[] };
  return kindOf(layer) === 'Embedding' ? undefined : batchInputShape;
}

/** A chain of layers: what one gives goes into the next. Keras: `keras.Sequential`. */
export const Sequential = callable<
  [layers?: readonly (Layer | KerasModel | KerasTensor)[], options?: { name?: string }],
  Sequential
>(SequentialModel as unknown as new () => Sequential);

/** A chain of layers. */
export type Sequential = SequentialModel & ModelCalls;

"""The programs that are run in Keras and in a cell."""

import random

LAYERS = [
    ("Dense(3)", "(4,)"),
    ("Dense(3, activation='relu', use_bias=False)", "(5, 4)"),
    ("Dense(4, activation='softmax', kernel_initializer='he_normal')", "(6,)"),
    ("Conv1D(3, 2, activation='relu')", "(6, 2)"),
    ("Conv1D(2, 3, padding='causal', dilation_rate=2)", "(7, 2)"),
    ("Conv2D(3, 3, activation='relu')", "(6, 6, 2)"),
    ("Conv2D(2, (3, 2), strides=2, padding='same')", "(7, 6, 1)"),
    ("Conv3D(2, 2)", "(3, 4, 4, 1)"),
    ("Conv2DTranspose(2, 3, strides=2, padding='same')", "(3, 3, 2)"),
    ("DepthwiseConv2D(3, depth_multiplier=2)", "(5, 5, 2)"),
    ("SeparableConv2D(4, 3, padding='same', activation='tanh')", "(5, 5, 2)"),
    ("MaxPooling1D(2)", "(6, 2)"),
    ("MaxPooling2D()", "(4, 6, 2)"),
    ("MaxPooling2D((3, 2), strides=1, padding='same')", "(5, 4, 1)"),
    ("AveragePooling1D(pool_size=3, strides=1)", "(6, 2)"),
    ("AveragePooling2D(2, padding='same')", "(5, 5, 1)"),
    ("GlobalAveragePooling1D()", "(4, 3)"),
    ("GlobalAveragePooling2D(keepdims=True)", "(3, 4, 2)"),
    ("GlobalMaxPooling1D()", "(4, 3)"),
    ("GlobalMaxPooling2D()", "(3, 4, 2)"),
    ("Flatten()", "(2, 3, 2)"),
    ("Reshape((3, -1))", "(2, 6)"),
    ("Permute((2, 1))", "(2, 3)"),
    ("RepeatVector(3)", "(4,)"),
    ("ZeroPadding1D((1, 2))", "(3, 2)"),
    ("ZeroPadding2D(((1, 0), (2, 1)))", "(2, 3, 1)"),
    ("Cropping1D(1)", "(5, 2)"),
    ("Cropping2D(((1, 0), (1, 1)))", "(4, 5, 1)"),
    ("UpSampling1D(3)", "(2, 2)"),
    ("UpSampling2D((2, 3))", "(2, 2, 1)"),
    ("UpSampling2D(2, interpolation='bilinear')", "(3, 3, 1)"),
    ("Dropout(0.5)", "(6,)"),
    ("SpatialDropout1D(0.5)", "(4, 3)"),
    ("SpatialDropout2D(0.5)", "(3, 3, 2)"),
    ("GaussianNoise(1.0)", "(4,)"),
    ("GaussianDropout(0.3)", "(4,)"),
    ("AlphaDropout(0.3)", "(4,)"),
    ("BatchNormalization()", "(4,)"),
    ("BatchNormalization(axis=1, scale=False)", "(3, 4)"),
    ("LayerNormalization()", "(3, 4)"),
    ("LayerNormalization(center=False, epsilon=0.1)", "(5,)"),
    ("Activation('gelu')", "(5,)"),
    ("Identity()", "(3,)"),
    ("ReLU(max_value=0.5, negative_slope=0.1, threshold=0.2)", "(9,)"),
    ("LeakyReLU()", "(9,)"),
    ("ELU(alpha=0.7)", "(9,)"),
    ("PReLU()", "(9,)"),
    ("Softmax()", "(3, 4)"),
    ("Softmax(axis=1)", "(3, 4)"),
    ("Rescaling(1 / 255, offset=-0.5)", "(4,)"),
    ("Resizing(2, 5)", "(4, 4, 1)"),
    ("SimpleRNN(3)", "(4, 2)"),
    ("SimpleRNN(3, return_sequences=True, go_backwards=True)", "(4, 2)"),
    ("LSTM(3)", "(4, 2)"),
    ("LSTM(2, return_sequences=True, use_bias=False, recurrent_activation='hard_sigmoid')", "(3, 2)"),
    ("GRU(3)", "(4, 2)"),
    ("GRU(2, return_sequences=True, reset_after=False)", "(3, 2)"),
    ("Bidirectional(keras.layers.LSTM(2))", "(4, 2)"),
    ("Bidirectional(keras.layers.GRU(2, return_sequences=True), merge_mode='sum')", "(4, 2)"),
    ("TimeDistributed(keras.layers.Dense(3))", "(4, 2)"),
    ("TimeDistributed(keras.layers.Conv2D(1, 2))", "(2, 3, 3, 1)"),
]

MERGES = ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"]

ACTIVATIONS = (
    "linear relu relu6 leaky_relu elu selu gelu silu mish sigmoid hard_sigmoid hard_silu tanh "
    "softplus softsign softmax log_softmax log_sigmoid exponential"
).split()

REGRESSION = (
    "MeanSquaredError MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredLogarithmicError "
    "CosineSimilarity Huber LogCosh"
).split()

PROBABILITY = (
    "KLDivergence Poisson BinaryCrossentropy BinaryFocalCrossentropy CategoricalCrossentropy "
    "CategoricalFocalCrossentropy Dice Tversky"
).split()

FUNCTIONS = (
    "mean_squared_error mean_absolute_error mean_absolute_percentage_error "
    "mean_squared_logarithmic_error cosine_similarity huber log_cosh kl_divergence poisson "
    "binary_crossentropy binary_focal_crossentropy categorical_crossentropy "
    "categorical_focal_crossentropy dice tversky hinge squared_hinge categorical_hinge"
).split()

OPTIMIZERS = [
    "SGD()",
    "SGD(0.1, momentum=0.9)",
    "SGD(learning_rate=0.1, momentum=0.9, nesterov=True)",
    "RMSprop(0.01)",
    "RMSprop(learning_rate=0.01, momentum=0.5, centered=True)",
    "Adam()",
    "Adam(0.05, beta_1=0.8, beta_2=0.9, amsgrad=True)",
    "AdamW(0.05)",
    "AdamW(learning_rate=0.05, weight_decay=0.1)",
    "Adamax(0.05)",
    "Nadam(0.05)",
    "Lion(0.01)",
    "Lamb(0.01)",
    "Adadelta(1.0)",
    "Adagrad(0.1)",
    "Ftrl(0.1, l1_regularization_strength=0.01, l2_regularization_strength=0.01)",
    "SGD(0.5, clipnorm=0.1)",
    "SGD(0.5, clipvalue=0.05)",
    "SGD(0.5, global_clipnorm=0.2)",
]

SCHEDULES = [
    "ExponentialDecay(0.1, 10, 0.5)",
    "ExponentialDecay(0.1, 10, 0.5, staircase=True)",
    "InverseTimeDecay(0.1, 5, 0.5)",
    "PiecewiseConstantDecay([5, 12], [0.1, 0.01, 0.001])",
    "PolynomialDecay(0.1, 15, end_learning_rate=0.01, power=2.0)",
    "PolynomialDecay(0.1, 6, cycle=True)",
    "CosineDecay(0.1, 15, alpha=0.1)",
    "CosineDecay(0.0, 10, warmup_target=0.1, warmup_steps=5)",
    "CosineDecayRestarts(0.1, 5, t_mul=1.5, m_mul=0.9)",
]

INITIALIZERS = [
    "Zeros()",
    "Ones()",
    "Constant(0.3)",
    "RandomUniform(minval=-0.5, maxval=0.5)",
    "RandomNormal(mean=1.0, stddev=0.5)",
    "TruncatedNormal()",
    "VarianceScaling(scale=2.0, mode='fan_out', distribution='uniform')",
    "VarianceScaling(distribution='untruncated_normal')",
    "GlorotUniform()",
    "GlorotNormal()",
    "HeUniform()",
    "HeNormal()",
    "LecunUniform()",
    "LecunNormal()",
]


def chosen():
    dense = "keras.layers.Dense"
    start = f"m = keras.Sequential([keras.Input((4,)), {dense}(8, activation='relu'), {dense}(3)])"
    # Summaries, to the letter.
    yield {"python": f"{start}\nsummary(m)"}
    yield {"python": f"m = keras.Sequential([{dense}(8), {dense}(3)])\nsummary(m)"}
    yield {
        "python": f"m = keras.Sequential([{dense}(8), {dense}(3)])\n"
        "m.compile(optimizer='adam', loss='mse')\n"
        "m.fit(data((8, 4)), data((8, 3)), verbose=0)\n"
        "summary(m)"
    }
    yield {
        "python": "i = keras.Input((8,))\n"
        f"a = {dense}(4, name='left')(i)\nb = {dense}(4, name='right')(i)\n"
        "s = keras.layers.Add()([a, b])\n"
        f"o = {dense}(1, name='a_rather_long_name_for_a_layer')(s)\n"
        "m = keras.Model(inputs=i, outputs=o, name='fork')\nsummary(m)"
    }
    yield {
        "python": "m = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(32, 3, activation='relu'), "
        "keras.layers.MaxPooling2D(), keras.layers.BatchNormalization(), keras.layers.Flatten(), keras.layers.Dropout(0.5), "
        f"{dense}(10, activation='softmax')], name='digits')\nsummary(m)"
    }
    yield {
        "python": "m = keras.Sequential([keras.Input((None,)), keras.layers.Embedding(1000, 16), "
        "keras.layers.Bidirectional(keras.layers.LSTM(8, return_sequences=True)), keras.layers.GRU(4), "
        f"{dense}(1)])\nm.layers[0].trainable = False\nsummary(m)"
    }
    # What it says where something does not fit.
    for call in [
        f"{dense}(3)(data((3,)))",
        f"{dense}(0)",
        "keras.layers.Conv2D(3, 3)(data((2, 3, 3)))",
        "keras.layers.Activation('foo')",
        "keras.layers.Dropout(1.5)",
        "keras.optimizers.get('adm')",
        "keras.losses.get('foo')",
        "keras.initializers.get('foo')",
        "keras.optimizers.schedules.PiecewiseConstantDecay([1], [0.5])",
        "keras.callbacks.ReduceLROnPlateau(factor=1.5)",
        "keras.losses.CategoricalCrossentropy()(data((1, 2)), positive((1, 3)))",
        "keras.losses.sparse_categorical_crossentropy(labels(3, 2), positive((1, 2)))",
        "keras.Sequential([keras.layers.Dense(2, name='a'), keras.layers.Dense(2, name='a')])",
    ]:
        yield {"python": call, "fails": True}
    for call in [
        "m.evaluate(data((2, 4)), data((2, 3)))",
        "m.set_weights([1])",
        "m.get_layer('foo')",
    ]:
        yield {"python": f"{start}\n{call}", "fails": True}
    yield {"python": f"m = keras.Sequential([{dense}(2)])\nm.count_params()", "fails": True}
    yield {
        "python": f"{start}\nm(data((2, 5)))",
        "fails": True,
        "differs": "The model is named instead of its first layer: a learner gave data to the model.",
    }
    # Embedding, masks, merges with axes.
    yield {"python": "m = net(keras.layers.Embedding(5, 3), (4,))\nm.predict(words(), verbose=0)"}
    yield {
        "python": "i = keras.Input((4,))\n"
        "o = keras.layers.LSTM(3)(keras.layers.Embedding(5, 2, mask_zero=True)(i))\n"
        "m = fill(keras.Model(i, o))\nm.predict(words(), verbose=0)"
    }
    yield {
        "python": "m = net(keras.layers.Masking(mask_value=0.0), (3, 2))\nm.predict(data((2, 3, 2)), verbose=0)"
    }
    for name in MERGES:
        yield {
            "python": f"a = keras.Input((3,))\nb = keras.Input((3,))\n"
            f"m = keras.Model([a, b], keras.layers.{name}()([a, b]))\n"
            "m.predict([data((2, 3)), data((2, 3), 1.0)], verbose=0)"
        }
    for layer in ["Concatenate(axis=1)", "Dot(1, normalize=True)", "Dot(2)"]:
        yield {
            "python": f"a = keras.Input((3, 2))\nb = keras.Input((3, 2))\n"
            f"m = keras.Model([a, b], keras.layers.{layer}([a, b]))\n"
            "m.predict([data((2, 3, 2)), data((2, 3, 2), 1.0)], verbose=0)"
        }
    # Whole training runs from the same weights, without shuffling.
    fit = "h = m.fit(x, y, epochs=20, batch_size=16, shuffle=False, verbose=0"
    yield {
        "python": "m = fill(keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3, activation='softmax')]))\n"
        "m.compile(optimizer=keras.optimizers.Adam(0.01), loss='sparse_categorical_crossentropy', metrics=['accuracy'])\n"
        f"x = data((48, 4))\ny = labels(48, 3)\n{fit}, validation_split=0.25)\nh.history",
        "rtol": 0.01,
    }
    yield {
        "python": "m = fill(keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(4, 3, activation='relu'), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(3, activation='softmax')]))\n"
        "m.compile(optimizer=keras.optimizers.Adam(0.01), loss='categorical_crossentropy', metrics=['accuracy'])\n"
        f"x = data((32, 8, 8, 1))\ny = keras.utils.to_categorical(labels(32, 3))\n{fit})\nh.history",
        "rtol": 0.01,
    }
    yield {
        "python": "m = fill(keras.Sequential([keras.Input((6, 2)), keras.layers.LSTM(5), keras.layers.Dense(1)]))\n"
        "m.compile(optimizer=keras.optimizers.RMSprop(0.01), loss='mse', metrics=['mae'])\n"
        f"x = data((32, 6, 2))\ny = data((32, 1), 2.0)\n{fit})\nh.history",
        "rtol": 0.01,
    }
    yield {
        "python": "m = fill(keras.Sequential([keras.Input((4,)), keras.layers.Dense(6, kernel_regularizer='l2', bias_constraint='non_neg'), keras.layers.BatchNormalization(), keras.layers.Dense(1, activation='sigmoid', kernel_regularizer=keras.regularizers.L1(0.02))]))\n"
        "m.compile(optimizer=keras.optimizers.SGD(0.1), loss='binary_crossentropy', metrics=['accuracy', 'mse'])\n"
        f"x = data((32, 4))\ny = labels(32, 2)\n{fit}, class_weight={{0: 1.0, 1: 2.0}})\nh.history",
        "rtol": 0.01,
    }
    yield {
        "python": "i = keras.Input((4,))\nh = keras.layers.Dense(5, activation='tanh')(i)\n"
        "m = fill(keras.Model(i, [keras.layers.Dense(1, name='a')(h), keras.layers.Dense(2, name='b')(h)]))\n"
        "m.compile(optimizer='sgd', loss=['mse', 'mae'], loss_weights=[1.0, 0.5])\n"
        "f = m.fit(data((16, 4)), [data((16, 1)), data((16, 2))], epochs=3, shuffle=False, verbose=0)\nf.history",
        "rtol": 0.001,
    }
    # Callbacks.
    base = (
        "m = fill(keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]))\n"
        "m.compile(optimizer=keras.optimizers.SGD(0.1), loss='mse')\nx = data((16, 2))\ny = data((16, 1), 1.0)\n"
        "diverge = keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.1 if epoch < 4 else 3.0)\n"
    )
    run = "h = m.fit(x, y, epochs=12, batch_size=16, shuffle=False, verbose=0, callbacks=[diverge, c])\n"
    for options in [
        "patience=2, restore_best_weights=True",
        "patience=0",
        "patience=3, baseline=0.01",
        "patience=1, start_from_epoch=3, restore_best_weights=True",
    ]:
        yield {
            "python": f"{base}c = keras.callbacks.EarlyStopping(monitor='loss', {options})\n{run}"
            "[h.history['loss'], h.history['learning_rate'], m.get_weights()]",
            "rtol": 0.001,
        }
    for options in ["patience=2", "patience=1, cooldown=2, factor=0.5", "patience=1, min_lr=0.02"]:
        yield {
            "python": f"{base}c = keras.callbacks.ReduceLROnPlateau(monitor='loss', min_delta=100.0, {options})\n"
            "h = m.fit(x, y, epochs=12, batch_size=16, shuffle=False, verbose=0, callbacks=[c])\n"
            "h.history['learning_rate']"
        }
    yield {
        "python": f"{base}c = keras.callbacks.LambdaCallback(on_epoch_begin=lambda epoch, logs: None)\n"
        "h = m.fit(x, y, epochs=2, verbose=0, shuffle=False, callbacks=[c, keras.callbacks.TerminateOnNaN()])\nh.epoch"
    }
    yield {"python": "h = keras.callbacks.History()\nkeras.callbacks.EarlyStopping().stopped_epoch"}
    # Regularizers and constraints.
    for regularizer in ["L1(0.1)", "L2(0.1)", "L1L2(l1=0.1, l2=0.2)", "l1(0.3)", "l2(0.3)", "l1_l2(l1=0.1, l2=0.1)"]:
        yield {"python": f"keras.regularizers.{regularizer}(data((3, 4)))"}
    yield {"python": "keras.regularizers.get('l2')(data((3, 4)))"}
    for constraint in ["MaxNorm(max_value=0.5)", "NonNeg()", "UnitNorm(axis=1)", "MinMaxNorm(min_value=0.2, max_value=0.4, rate=0.5)"]:
        yield {"python": f"keras.constraints.{constraint}(data((3, 4)))"}
    yield {"python": "keras.constraints.get('non_neg')(data((3, 4)))"}
    yield {"python": "keras.utils.to_categorical([0, 2, 1], num_classes=4)"}
    yield {"python": "keras.layers.Input((3,)).shape"}
    yield {
        "python": "keras.utils.set_random_seed(3)\nstats(keras.initializers.GlorotUniform(seed=1)((200, 300)))",
        "rtol": 0.02,
        "atol": 0.01,
    }
    yield {
        "python": "m = keras.metrics.get('mean_squared_error')\nm.update_state(data((3, 2)), data((3, 2), 1.0))\nfloat(m.result())"
    }
    yield {"python": "keras.utils.clear_session()\nkeras.layers.Dense(1).name"}


def generated():
    draw = random.Random(23)
    for layer, shape in LAYERS:
        batch = draw.randint(1, 3)
        phase = round(draw.uniform(0, 6), 2)
        full = f"({batch}, {shape[1:]}".replace(",)", ")")
        yield {"python": f"m = net(keras.layers.{layer}, {shape})\nm.predict(data({full}, {phase}), verbose=0)"}
    for name in ACTIVATIONS:
        yield {"python": f"keras.activations.{name}(data((3, 5), {draw.randint(0, 6)}.0, 3.0))"}
    yield {"python": "keras.activations.get('swish')(data((3, 5)))"}
    for name in REGRESSION:
        yield {"python": f"keras.losses.{name}()(positive((4, 3)), positive((4, 3), {draw.randint(1, 6)}.0))"}
    for name in PROBABILITY:
        yield {"python": f"keras.losses.{name}()(keras.utils.to_categorical(labels(6, 3)), positive((6, 3), {draw.randint(1, 6)}.0))"}
    for name in ["Hinge", "SquaredHinge", "CategoricalHinge"]:
        yield {"python": f"keras.losses.{name}()(keras.utils.to_categorical(labels(6, 3)), data((6, 3)))"}
    yield {"python": "keras.losses.SparseCategoricalCrossentropy(from_logits=True)(labels(6, 3), data((6, 3), 0.0, 3.0))"}
    yield {"python": "keras.losses.sparse_categorical_crossentropy(labels(6, 3), positive((6, 3)))"}
    yield {"python": "keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1)(keras.utils.to_categorical(labels(6, 3)), data((6, 3)))"}
    yield {"python": "keras.losses.MeanSquaredError(reduction='sum')(data((4, 3)), data((4, 3), 1.0))"}
    for name in FUNCTIONS:
        yield {"python": f"keras.losses.{name}(keras.utils.to_categorical(labels(6, 3)), positive((6, 3), {draw.randint(1, 6)}.0))"}
    for optimizer in OPTIMIZERS:
        yield {
            "python": "m = fill(keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation='tanh'), keras.layers.Dense(2)]))\n"
            f"m.compile(optimizer=keras.optimizers.{optimizer}, loss='mse')\n"
            "m.fit(data((20, 3)), data((20, 2), 1.0), epochs=3, batch_size=5, shuffle=False, verbose=0)\n"
            "m.get_weights()",
            "rtol": 1e-4 if "Adadelta" not in optimizer else 1e-3,
        }
    for schedule in SCHEDULES:
        yield {"python": f"s = keras.optimizers.schedules.{schedule}\n[float(s(step)) for step in range(24)]"}
    for initializer in INITIALIZERS:
        yield {"python": f"stats(keras.initializers.{initializer}((200, 300)))", "rtol": 0.02, "atol": 0.01}
    yield {"python": "keras.initializers.Identity(gain=2.0)((3, 4))"}
    yield {"python": "stats(keras.initializers.Orthogonal(gain=2.0)((200, 300)))", "rtol": 0.02, "atol": 0.002}
    binary = "m.update_state([0, 1, 1, 0, 1, 0, 1, 1], positive((8,), {}.0))"
    for metric in ["BinaryAccuracy()", "BinaryAccuracy(threshold=0.7)", "Precision()", "Recall()", "AUC()", "AUC(curve='PR')",
                   "AUC(num_thresholds=20, summation_method='majoring')", "TruePositives()", "FalsePositives()", "TrueNegatives()", "FalseNegatives()",
                   "Precision(thresholds=0.6)", "Accuracy()"]:
        yield {"python": f"m = keras.metrics.{metric}\n{binary.format(draw.randint(0, 6))}\n{binary.format(draw.randint(0, 6))}\nfloat(m.result())"}
    for metric in ["CategoricalAccuracy()", "TopKCategoricalAccuracy(k=2)", "CategoricalCrossentropy()", "BinaryCrossentropy()", "CosineSimilarity()",
                   "Hinge()", "SquaredHinge()", "CategoricalHinge()", "KLDivergence()", "Poisson()", "Precision(top_k=1)", "Recall(class_id=1)"]:
        yield {"python": f"m = keras.metrics.{metric}\nm.update_state(keras.utils.to_categorical(labels(9, 3)), positive((9, 3), {draw.randint(1, 6)}.0))\nfloat(m.result())"}
    for metric in ["SparseCategoricalAccuracy()", "SparseTopKCategoricalAccuracy(k=2)", "SparseCategoricalCrossentropy()"]:
        yield {"python": f"m = keras.metrics.{metric}\nm.update_state(labels(9, 3), positive((9, 3), {draw.randint(1, 6)}.0))\nfloat(m.result())"}
    for metric in ["MeanSquaredError()", "MeanAbsoluteError()", "MeanAbsolutePercentageError()", "MeanSquaredLogarithmicError()", "RootMeanSquaredError()",
                   "LogCoshError()", "R2Score()"]:
        yield {"python": f"m = keras.metrics.{metric}\nm.update_state(positive((6, 2)), positive((6, 2), {draw.randint(1, 6)}.0))\nfloat(m.result())"}
    for metric in ["Mean()", "Sum()"]:
        yield {"python": f"m = keras.metrics.{metric}\nm.update_state([1.0, 2.5, 4.0])\nm.update_state([3.0])\nfloat(m.result())"}
    yield {"python": "m = keras.metrics.MeanMetricWrapper(keras.losses.mean_squared_error)\nm.update_state(data((3, 2)), data((3, 2), 1.0))\nm.reset_state()\nm.update_state(data((3, 2)), data((3, 2), 2.0))\nfloat(m.result())"}
    for name in ["binary_accuracy", "categorical_accuracy", "top_k_categorical_accuracy"]:
        yield {"python": f"keras.metrics.{name}(keras.utils.to_categorical(labels(9, 7), num_classes=7), positive((9, 7), 2.0))"}
    for name in ["sparse_categorical_accuracy", "sparse_top_k_categorical_accuracy"]:
        yield {"python": f"keras.metrics.{name}(labels(6, 7), positive((6, 7), 2.0))"}
    yield {"python": "m = keras.metrics.AUC()\nm.name"}


def cases():
    return [*chosen(), *generated()]

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AblationGroups</name>
    <message>
        <source>0.1 to 1 nats</source>
        <translation>de 0,1 a 1 nats</translation>
    </message>
    <message>
        <source>1 to 3 nats</source>
        <translation>de 1 a 3 nats</translation>
    </message>
    <message>
        <source>3 nats and more</source>
        <translation>3 nats o más</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Todos los tokens</translation>
    </message>
    <message>
        <source>Below 0.1 nats</source>
        <translation>Menos de 0,1 nats</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>Continuación</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Generado</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Tokens especiales</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>Espacio en blanco</translation>
    </message>
    <message>
        <source>Word-initial</source>
        <translation>Inicio de palabra</translation>
    </message>
</context>
<context>
    <name>ControlTips</name>
    <message>
        <source>Runs the prompt with these settings</source>
        <translation>Ejecuta el prompt con estos ajustes</translation>
    </message>
    <message>
        <source>Ends what runs; what is recorded so far is kept</source>
        <translation>Termina lo que se ejecuta; lo registrado hasta ahora se conserva</translation>
    </message>
    <message>
        <source>Ends this calculation</source>
        <translation>Termina este cálculo</translation>
    </message>
    <message>
        <source>Starts this calculation once more</source>
        <translation>Empieza este cálculo otra vez</translation>
    </message>
    <message>
        <source>The text that the model reads; Ctrl+Return runs it</source>
        <translation>El texto que lee el modelo; Ctrl+Intro lo ejecuta</translation>
    </message>
    <message>
        <source>Plain text, or a conversation with the marks that the model was trained with</source>
        <translation>Texto simple, o una conversación con las marcas con que se entrenó el modelo</translation>
    </message>
    <message>
        <source>Records the state of every loop: the map of its way needs it</source>
        <translation>Registra el estado de cada bucle: el mapa de su camino lo necesita</translation>
    </message>
    <message>
        <source>Records the layers within every loop: rungs and rows open into them</source>
        <translation>Registra las capas de cada bucle: peldaños y filas se abren en ellas</translation>
    </message>
    <message>
        <source>Records the score of every word of the vocabulary: large files</source>
        <translation>Registra la puntuación de cada palabra del vocabulario: archivos grandes</translation>
    </message>
    <message>
        <source>How many of the likeliest words are recorded at every loop</source>
        <translation>Cuántas de las palabras más probables se registran en cada bucle</translation>
    </message>
    <message>
        <source>How many tokens are guessed with few loops before all loops check them</source>
        <translation>Cuántos tokens se adivinan con pocos bucles antes de que todos los comprueben</translation>
    </message>
    <message>
        <source>Opens this model with these layers looped</source>
        <translation>Abre este modelo con estas capas en bucle</translation>
    </message>
    <message>
        <source>How tokens are grouped: every group has its own gain</source>
        <translation>Cómo se agrupan los tokens: cada grupo tiene su propia ganancia</translation>
    </message>
    <message>
        <source>Which tokens are listed: those that change, settle, are right or get lost</source>
        <translation>Qué tokens se listan: los que cambian, se fijan, aciertan o se pierden</translation>
    </message>
    <message>
        <source>For every token: the best word after each loop, and where it stays</source>
        <translation>Para cada token: la mejor palabra tras cada bucle y dónde se queda</translation>
    </message>
    <message>
        <source>For every added loop: where the loss fell and where it rose, in nats</source>
        <translation>Para cada bucle añadido: dónde bajó la pérdida y dónde subió, en nats</translation>
    </message>
    <message>
        <source>How good a reading is: as many best words as full depth, the loss, or the distance to full depth (KL)</source>
        <translation>Cómo de buena es una lectura: mejores palabras de la profundidad plena, pérdida o distancia a ella (KL)</translation>
    </message>
    <message>
        <source>What the shown run is compared with</source>
        <translation>Con qué se compara la ejecución mostrada</translation>
    </message>
    <message>
        <source>How many loops a word may use in B</source>
        <translation>Cuántos bucles puede usar una palabra en B</translation>
    </message>
    <message>
        <source>How sure the gate must be in B (q)</source>
        <translation>Cuán segura debe estar la compuerta en B (q)</translation>
    </message>
    <message>
        <source>Which exit gate decides in B</source>
        <translation>Qué compuerta de salida decide en B</translation>
    </message>
    <message>
        <source>B is read with the loops allowed, q and gate of A</source>
        <translation>B se lee con los bucles permitidos, q y compuerta de A</translation>
    </message>
    <message>
        <source>The quantity whose difference the map shows</source>
        <translation>La magnitud cuya diferencia muestra el mapa</translation>
    </message>
    <message>
        <source>The quantity that the colour shows</source>
        <translation>La magnitud que muestra el color</translation>
    </message>
    <message>
        <source>Tokens below each other, words to be read without turning the head</source>
        <translation>Tokens uno bajo otro, palabras legibles sin girar la cabeza</translation>
    </message>
    <message>
        <source>A line along the loop at which each token is read</source>
        <translation>Una línea por el bucle en que se lee cada token</translation>
    </message>
    <message>
        <source>Which part of the text the panel shows, in tokens from 1</source>
        <translation>Qué parte del texto muestra el panel, en tokens desde 1</translation>
    </message>
    <message>
        <source>The quantity that the curves follow from loop to loop</source>
        <translation>La magnitud que siguen las curvas de bucle en bucle</translation>
    </message>
    <message>
        <source>Which two of the directions in which states differ most</source>
        <translation>Cuáles dos de las direcciones en que más difieren los estados</translation>
    </message>
    <message>
        <source>Runs the same text again and records the states, for the map of their way</source>
        <translation>Ejecuta el mismo texto otra vez y registra los estados para el mapa de su camino</translation>
    </message>
    <message>
        <source>What the curves of words show: probability, its logarithm, or the place among all words</source>
        <translation>Qué muestran las curvas de palabras: probabilidad, su logaritmo o el puesto entre todas</translation>
    </message>
    <message>
        <source>Words whose curves are drawn, with commas between</source>
        <translation>Palabras cuyas curvas se dibujan, separadas por comas</translation>
    </message>
    <message>
        <source>Runs the same text again and records the layers within every loop</source>
        <translation>Ejecuta el mismo texto otra vez y registra las capas de cada bucle</translation>
    </message>
    <message>
        <source>The words to look for in the text</source>
        <translation>Las palabras que se buscan en el texto</translation>
    </message>
    <message>
        <source>How many loops the tokens to come may use</source>
        <translation>Cuántos bucles pueden usar los tokens por venir</translation>
    </message>
    <message>
        <source>How sure the gate must be about the tokens to come (q)</source>
        <translation>Cuán segura debe estar la compuerta de los tokens por venir (q)</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; higher values draw more freely</source>
        <translation>0 toma la palabra más probable; valores mayores sortean más libremente</translation>
    </message>
    <message>
        <source>Equal seeds draw equal words</source>
        <translation>Semillas iguales sortean palabras iguales</translation>
    </message>
    <message>
        <source>What is done to the state inside the loops</source>
        <translation>Qué se hace con el estado dentro de los bucles</translation>
    </message>
    <message>
        <source>In which loops the change is made, from 1</source>
        <translation>En qué bucles se hace el cambio, desde 1</translation>
    </message>
    <message>
        <source>After which layer the change is made, or at the end of the loop</source>
        <translation>Tras qué capa se hace el cambio, o al final del bucle</translation>
    </message>
    <message>
        <source>How often the loop is run once more</source>
        <translation>Cuántas veces se repite el bucle</translation>
    </message>
    <message>
        <source>The token whose state is put in its place, from 1</source>
        <translation>El token cuyo estado se pone en su lugar, desde 1</translation>
    </message>
    <message>
        <source>How strong the change is</source>
        <translation>Cuán fuerte es el cambio</translation>
    </message>
    <message>
        <source>Only at the selected tokens</source>
        <translation>Solo en los tokens seleccionados</translation>
    </message>
    <message>
        <source>At every token of the text</source>
        <translation>En cada token del texto</translation>
    </message>
    <message>
        <source>Compares the changed run with the untouched one</source>
        <translation>Compara la ejecución cambiada con la intacta</translation>
    </message>
    <message>
        <source>What the page shows, in words for the paper; it can be edited and copied</source>
        <translation>Lo que muestra la página, en palabras para el artículo; se puede editar y copiar</translation>
    </message>
    <message>
        <source>The caption and the figure as LaTeX</source>
        <translation>El pie y la figura como LaTeX</translation>
    </message>
    <message>
        <source>The caption in words</source>
        <translation>El pie en palabras</translation>
    </message>
    <message>
        <source>The caption for LaTeX</source>
        <translation>El pie para LaTeX</translation>
    </message>
    <message>
        <source>Copies these words</source>
        <translation>Copia estas palabras</translation>
    </message>
    <message>
        <source>The colours of loops and measures on paper</source>
        <translation>Los colores de bucles y medidas en papel</translation>
    </message>
    <message>
        <source>How many panels stand side by side</source>
        <translation>Cuántos paneles van uno al lado de otro</translation>
    </message>
    <message>
        <source>The room between panels</source>
        <translation>El espacio entre paneles</translation>
    </message>
    <message>
        <source>How panels are lettered</source>
        <translation>Cómo se rotulan los paneles</translation>
    </message>
    <message>
        <source>Equal measures have equal colour limits in all panels</source>
        <translation>Medidas iguales tienen límites de color iguales en todos los paneles</translation>
    </message>
    <message>
        <source>Takes the width that this venue prints</source>
        <translation>Toma el ancho que imprime esta publicación</translation>
    </message>
    <message>
        <source>The size of the page as it is printed</source>
        <translation>El tamaño de la página impresa</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>La unidad de ancho y alto</translation>
    </message>
    <message>
        <source>The type of all words in the figure</source>
        <translation>La letra de todas las palabras de la figura</translation>
    </message>
    <message>
        <source>How thick lines are, in points</source>
        <translation>El grosor de las líneas, en puntos</translation>
    </message>
    <message>
        <source>Pixels an inch, of PNG files</source>
        <translation>Píxeles por pulgada, de archivos PNG</translation>
    </message>
    <message>
        <source>The kind of file that is exported</source>
        <translation>El tipo de archivo que se exporta</translation>
    </message>
    <message>
        <source>Whether words of an SVG stay text or become outlines</source>
        <translation>Si las palabras de un SVG quedan como texto o contornos</translation>
    </message>
    <message>
        <source>Shows the page as eyes with other colour vision see it</source>
        <translation>Muestra la página como la ven ojos con otra visión del color</translation>
    </message>
    <message>
        <source>Shows the page as large as it is printed</source>
        <translation>Muestra la página al tamaño impreso</translation>
    </message>
    <message>
        <source>Takes page and panels from a recipe file</source>
        <translation>Toma página y paneles de un archivo de receta</translation>
    </message>
    <message>
        <source>Keeps page and panels in a recipe file, from which equal figures can be made</source>
        <translation>Guarda página y paneles en una receta de la que salen figuras iguales</translation>
    </message>
    <message>
        <source>Puts the tokens into rows under each other, so that their words can be read</source>
        <translation>Pone los tokens en filas, para que sus palabras se lean</translation>
    </message>
    <message>
        <source>Writes the page to a file</source>
        <translation>Escribe la página en un archivo</translation>
    </message>
    <message>
        <source>Another example to walk through</source>
        <translation>Otro ejemplo que recorrer</translation>
    </message>
    <message>
        <source>A text of one’s own; Return runs it</source>
        <translation>Un texto propio; Intro lo ejecuta</translation>
    </message>
    <message>
        <source>Hides what the model says until the class has guessed</source>
        <translation>Oculta lo que dice el modelo hasta que la clase adivine</translation>
    </message>
    <message>
        <source>Shows what was to be guessed</source>
        <translation>Muestra lo que había que adivinar</translation>
    </message>
    <message>
        <source>Begins the walk once more</source>
        <translation>Empieza el recorrido otra vez</translation>
    </message>
    <message>
        <source>A guided walk through this page</source>
        <translation>Un recorrido guiado por esta página</translation>
    </message>
    <message>
        <source>The stop before</source>
        <translation>La parada anterior</translation>
    </message>
    <message>
        <source>The next stop</source>
        <translation>La parada siguiente</translation>
    </message>
    <message>
        <source>Ends the tour; it can be taken again</source>
        <translation>Termina la visita; se puede repetir</translation>
    </message>
    <message>
        <source>Lists the actions that have these letters</source>
        <translation>Lista las acciones con estas letras</translation>
    </message>
    <message>
        <source>Gives the chosen action the key that was pressed</source>
        <translation>Da a la acción elegida la tecla pulsada</translation>
    </message>
    <message>
        <source>Leaves the chosen action without a key</source>
        <translation>Deja la acción elegida sin tecla</translation>
    </message>
    <message>
        <source>Gives all actions the keys they came with</source>
        <translation>Da a todas las acciones sus teclas originales</translation>
    </message>
    <message>
        <source>Closes this list</source>
        <translation>Cierra esta lista</translation>
    </message>
    <message>
        <source>Records norms, steps and cosines of every layer without its words: quick, and small files</source>
        <translation>Registra normas, pasos y cosenos de cada capa sin sus palabras: rápido y con archivos pequeños</translation>
    </message>
    <message>
        <source>Records four numbers of what every head attends to, at every token, loop and layer</source>
        <translation>Registra cuatro números de la atención de cada cabeza, en cada token, bucle y capa</translation>
    </message>
    <message>
        <source>Records the cosines of the states after all layers of all loops, in pairs</source>
        <translation>Registra los cosenos de los estados tras todas las capas de todos los bucles, por pares</translation>
    </message>
</context>
<context>
    <name>DepthRibbon</name>
    <message>
        <source>all loops run</source>
        <translation>todos los bucles ejecutados</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>rama</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>presupuesto %1</translation>
    </message>
    <message>
        <source>loops skipped</source>
        <translation>bucles omitidos</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>q %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>semilla %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
</context>
<context>
    <name>ExampleTraces</name>
    <message>
        <source>A story</source>
        <translation>Un cuento</translation>
    </message>
    <message>
        <source>Cups</source>
        <translation>Cubiletes</translation>
    </message>
    <message>
        <source>Each possessive is one more step; only the last token needs the depth.</source>
        <translation>Cada posesivo es un paso más; solo el último token necesita la profundidad.</translation>
    </message>
    <message>
        <source>Eight operations at eight loops, twice as many as in training: do more loops help?</source>
        <translation>Ocho operaciones con ocho bucles, el doble que en el entrenamiento: ¿ayudan más bucles?</translation>
    </message>
    <message>
        <source>Here the next word is uncertain, not hard: more loops cannot know the name.</source>
        <translation>Aquí la palabra siguiente es incierta, no difícil: más bucles no pueden saber el nombre.</translation>
    </message>
    <message>
        <source>Longer than trained</source>
        <translation>Más largo que en el entrenamiento</translation>
    </message>
    <message>
        <source>One operation: is the answer there at loop 1?</source>
        <translation>Una operación: ¿está la respuesta en el bucle 1?</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un paso</translation>
    </message>
    <message>
        <source>Six operations: watch the best word from loop to loop.</source>
        <translation>Seis operaciones: observe la mejor palabra de bucle en bucle.</translation>
    </message>
    <message>
        <source>Six steps</source>
        <translation>Seis pasos</translation>
    </message>
    <message>
        <source>The model has to follow the ball through three swaps.</source>
        <translation>El modelo debe seguir la bola a través de tres intercambios.</translation>
    </message>
    <message>
        <source>Three facts</source>
        <translation>Tres hechos</translation>
    </message>
    <message>
        <source>A capital</source>
        <translation>Una capital</translation>
    </message>
    <message>
        <source>A country&apos;s name</source>
        <translation>El nombre de un país</translation>
    </message>
    <message>
        <source>Lock and door</source>
        <translation>Cerradura y puerta</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Días de la semana</translation>
    </message>
    <message>
        <source>A triangle</source>
        <translation>Un triángulo</translation>
    </message>
    <message>
        <source>One loop too many</source>
        <translation>Un bucle de más</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Nunca correcto</translation>
    </message>
    <message>
        <source>The fox</source>
        <translation>El zorro</translation>
    </message>
    <message>
        <source>A fact out of the weights: loop 1 says “Greater”, loop 2 says “Beijing”, from loop 3 on “Tokyo”.</source>
        <translation>Un hecho guardado en los pesos: el bucle 1 dice «Greater», el bucle 2 «Beijing», y desde el bucle 3 «Tokyo».</translation>
    </message>
    <message>
        <source>Several countries are called so: loop 2 says “Mexico”, from loop 3 on “America”.</source>
        <translation>Varios países se llaman así: el bucle 2 dice «Mexico», y desde el bucle 3 «America».</translation>
    </message>
    <message>
        <source>Every loop says “door”, and each loop is surer of it than the one before.</source>
        <translation>Todos los bucles dicen «door», y cada uno está más seguro que el anterior.</translation>
    </message>
    <message>
        <source>A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”.</source>
        <translation>Una lista que continúa: el bucle 2 dice «and», y desde el bucle 3 «Thursday».</translation>
    </message>
    <message>
        <source>The right word comes late: loop 1 says “smaller”, loop 2 says “right”, from loop 4 on “sides”.</source>
        <translation>La palabra correcta llega tarde: el bucle 1 dice «smaller», el bucle 2 «right», y desde el bucle 4 «sides».</translation>
    </message>
    <message>
        <source>More is not always better: loop 5 says “May”, loop 6 says “and”.</source>
        <translation>Más no siempre es mejor: el bucle 5 dice «May», el bucle 6 dice «and».</translation>
    </message>
    <message>
        <source>Every loop says “five”: loops do not add what the model has not learned.</source>
        <translation>Todos los bucles dicen «five»: los bucles no añaden lo que el modelo no ha aprendido.</translation>
    </message>
    <message>
        <source>Every loop says “a” next; what follows is read where the gate stops, after 2 to 4 loops.</source>
        <translation>Todos los bucles dicen «a» a continuación; lo que sigue se lee donde la compuerta se detiene, tras 2 a 4 bucles.</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export this figure and its numbers</source>
        <translation>Exportar esta figura y sus números</translation>
    </message>
</context>
<context>
    <name>FigureKinds</name>
    <message>
        <source>Exit histogram</source>
        <translation>Histograma de salidas</translation>
    </message>
    <message>
        <source>Pairs of loops or layers</source>
        <translation>Pares de bucles o capas</translation>
    </message>
    <message>
        <source>Answer map</source>
        <translation>Mapa de respuestas</translation>
    </message>
    <message>
        <source>Comparison of two readings</source>
        <translation>Comparación de dos lecturas</translation>
    </message>
    <message>
        <source>Comparison of two traces</source>
        <translation>Comparación de dos trazas</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Mapa de profundidad</translation>
    </message>
    <message>
        <source>Depth ribbon</source>
        <translation>Cinta de profundidad</translation>
    </message>
    <message>
        <source>Exit gate by loop</source>
        <translation>Compuerta de salida por bucle</translation>
    </message>
    <message>
        <source>Exit rules at equal depth</source>
        <translation>Reglas de salida a igual profundidad</translation>
    </message>
    <message>
        <source>Geometry over the loops</source>
        <translation>Geometría a lo largo de los bucles</translation>
    </message>
    <message>
        <source>Lens curves of a token</source>
        <translation>Curvas de lente de un token</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Ablación de bucles</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Curva de operación</translation>
    </message>
    <message>
        <source>Orbits in principal components</source>
        <translation>Órbitas en componentes principales</translation>
    </message>
    <message>
        <source>Page of figures</source>
        <translation>Página de figuras</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>Texto sombreado</translation>
    </message>
    <message>
        <source>Text with its depth</source>
        <translation>Texto con su profundidad</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>Mapa causal</translation>
    </message>
    <message>
        <source>Numbers of layers</source>
        <translation>Números de las capas</translation>
    </message>
    <message>
        <source>Loss against loops</source>
        <translation>Pérdida por bucle</translation>
    </message>
    <message>
        <source>Depth by class of token</source>
        <translation>Profundidad por clase de token</translation>
    </message>
    <message>
        <source>Accuracy by loop</source>
        <translation>Exactitud por bucle</translation>
    </message>
    <message>
        <source>Accuracy against mean loops</source>
        <translation>Exactitud frente a bucles medios</translation>
    </message>
    <message>
        <source>Handout of six frames</source>
        <translation>Hoja de seis cuadros</translation>
    </message>
</context>
<context>
    <name>FilePath</name>
    <message>
        <source>%1 has a name that is not UTF-8, and the window opens no such names: rename it first, or use ouroscope-cli.</source>
        <translation>El nombre de %1 no es UTF-8, y la ventana no abre nombres así: cámbielo antes o use ouroscope-cli.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>One turn through the same layers; loops count from 1.</source>
        <translation>Una vuelta por las mismas capas; los bucles se cuentan desde 1.</translation>
    </message>
    <message>
        <source>How many loops a token may use at most: the line across the strip.</source>
        <translation>Cuántos bucles puede usar un token como máximo: la línea sobre la tira.</translation>
    </message>
    <message>
        <source>How sure the gate must be that it is enough: a token is read at the first loop by which the probability of having stopped reaches q.</source>
        <translation>Cuán segura debe estar la compuerta de que basta: un token se lee en el primer bucle en que la probabilidad de haber parado alcanza q.</translation>
    </message>
    <message>
        <source>A small switch after each loop that says how likely it is to stop there.</source>
        <translation>Un pequeño interruptor tras cada bucle que dice cuán probable es parar ahí.</translation>
    </message>
    <message>
        <source>What the model would say next if it stopped after this loop.</source>
        <translation>Lo que el modelo diría a continuación si parara tras este bucle.</translation>
    </message>
    <message>
        <source>The long list of numbers that a token is inside the model; each loop changes it.</source>
        <translation>La larga lista de números que es un token dentro del modelo; cada bucle la cambia.</translation>
    </message>
    <message>
        <source>Reading a record as if fewer loops had been allowed, without running the model again.</source>
        <translation>Leer un registro como si se hubieran permitido menos bucles, sin volver a ejecutar el modelo.</translation>
    </message>
    <message>
        <source>The share of tokens whose best word is the one of full depth.</source>
        <translation>La parte de los tokens cuya mejor palabra es la de la profundidad completa.</translation>
    </message>
    <message>
        <source>Minus the log-probability of the token that follows, averaged over tokens: lower is better.</source>
        <translation>Menos la log-probabilidad del token que sigue, promediada sobre tokens: menor es mejor.</translation>
    </message>
    <message>
        <source>How far what is said of the next word is from what full depth says, averaged over tokens; 0 is no difference.</source>
        <translation>Cuánto dista lo que se dice de la próxima palabra de lo que dice la profundidad completa, promediado sobre tokens; 0 es ninguna diferencia.</translation>
    </message>
    <message>
        <source>The best that any choice of loops could reach on this text; it knows the answers, so no rule can be it.</source>
        <translation>Lo mejor que podría lograr cualquier elección de bucles en este texto; conoce las respuestas, así que ninguna regla puede serlo.</translation>
    </message>
    <message>
        <source>As many loops on average, handed out by chance: what a rule has to beat.</source>
        <translation>Los mismos bucles de media, repartidos al azar: lo que una regla debe superar.</translation>
    </message>
    <message>
        <source>How many nats a token a rule is worse than the oracle at the same mean depth.</source>
        <translation>Cuántos nats por token es peor una regla que el oráculo a igual profundidad media.</translation>
    </message>
    <message>
        <source>The unit of information here: 1 nat is a factor of 2.7 in probability.</source>
        <translation>La unidad de información aquí: 1 nat es un factor de 2,7 en probabilidad.</translation>
    </message>
    <message>
        <source>The loop at which a token is read: the first by which the gate is as sure as q asks, or the last that is allowed.</source>
        <translation>El bucle en que se lee un token: el primero en que la compuerta está tan segura como pide q, o el último permitido.</translation>
    </message>
    <message>
        <source>The loop at which a token would stop on average, by the gate&apos;s probabilities.</source>
        <translation>El bucle en que un token pararía de media según las probabilidades de la compuerta.</translation>
    </message>
    <message>
        <source>How undecided the gate is about where to stop: 0 where one loop takes all of it.</source>
        <translation>Cuán indecisa está la compuerta sobre dónde parar: 0 si un bucle se lo lleva todo.</translation>
    </message>
    <message>
        <source>The gate&apos;s own answer after a loop, from 0 (go on) to 1 (stop).</source>
        <translation>La respuesta de la compuerta tras un bucle, de 0 (seguir) a 1 (parar).</translation>
    </message>
    <message>
        <source>The probability that a token stops at exactly this loop; the last loop allowed takes what is left.</source>
        <translation>La probabilidad de que un token pare justo en este bucle; el último permitido se lleva el resto.</translation>
    </message>
    <message>
        <source>The probability that a token has stopped by this loop; it is compared with q.</source>
        <translation>La probabilidad de que un token haya parado hasta este bucle; se compara con q.</translation>
    </message>
    <message>
        <source>How undecided the model is about the next word: 0 where one word has all the probability.</source>
        <translation>Cuán indeciso está el modelo sobre la próxima palabra: 0 si una tiene toda la probabilidad.</translation>
    </message>
    <message>
        <source>How likely this loop finds the token that really follows: 0 is certain, lower is less likely.</source>
        <translation>Cuán probable ve este bucle el token que realmente sigue: 0 es seguro, menos es menos probable.</translation>
    </message>
    <message>
        <source>How many words this loop finds likelier than the token that really follows.</source>
        <translation>Cuántas palabras ve este bucle más probables que el token que realmente sigue.</translation>
    </message>
    <message>
        <source>How far what this loop says of the next word is from what the last loop says; 0 is no difference.</source>
        <translation>Cuánto dista lo que este bucle dice de la próxima palabra de lo que dice el último; 0 es ninguna diferencia.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word; 0 is no change.</source>
        <translation>Cuánto cambia este bucle lo que se dice de la próxima palabra; 0 es ningún cambio.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word, measured both ways; at most ln 2.</source>
        <translation>Cuánto cambia este bucle lo que se dice de la próxima palabra, medido en ambos sentidos; como mucho ln 2.</translation>
    </message>
    <message>
        <source>The length of the state before the final norm evens it out.</source>
        <translation>La longitud del estado antes de que la norma final lo iguale.</translation>
    </message>
    <message>
        <source>The length of the state that the next loop starts from.</source>
        <translation>La longitud del estado del que parte el próximo bucle.</translation>
    </message>
    <message>
        <source>How far a loop moves the state.</source>
        <translation>Cuánto mueve un bucle el estado.</translation>
    </message>
    <message>
        <source>Whether a loop leaves the state its direction: 1 is the same direction.</source>
        <translation>Si un bucle conserva la dirección del estado: 1 es la misma dirección.</translation>
    </message>
    <message>
        <source>1 where the best word of this loop is that of the last loop, else 0.</source>
        <translation>1 si la mejor palabra de este bucle es la del último, si no 0.</translation>
    </message>
    <message>
        <source>How far a loop moves the state, against the length of the state.</source>
        <translation>Cuánto mueve un bucle el estado, respecto a su longitud.</translation>
    </message>
    <message>
        <source>The step of a loop against the mean step of this text: above 1 the state still moves.</source>
        <translation>El paso de un bucle frente al paso medio de este texto: por encima de 1 el estado aún se mueve.</translation>
    </message>
    <message>
        <source>By how many degrees a loop turns the state.</source>
        <translation>Cuántos grados gira un bucle el estado.</translation>
    </message>
    <message>
        <source>Whether two steps in a row go the same way: 1 the same way, minus 1 back again.</source>
        <translation>Si dos pasos seguidos van en la misma dirección: 1 la misma, −1 de vuelta.</translation>
    </message>
    <message>
        <source>The first loop that says what the last loop says.</source>
        <translation>El primer bucle que dice lo que dice el último.</translation>
    </message>
    <message>
        <source>The last loop whose best word is not that of the loop before.</source>
        <translation>El último bucle cuya mejor palabra no es la del anterior.</translation>
    </message>
    <message>
        <source>How often the best word changes from loop to loop.</source>
        <translation>Cuántas veces cambia la mejor palabra de un bucle a otro.</translation>
    </message>
    <message>
        <source>Trained to stop where no later loop would gain enough: the usual one.</source>
        <translation>Entrenada para parar donde ningún bucle posterior ganaría lo suficiente: la habitual.</translation>
    </message>
    <message>
        <source>Trained as the Ouro paper does: to stop where the loss falls no more.</source>
        <translation>Entrenada como en el artículo de Ouro: para parar donde la pérdida ya no baja.</translation>
    </message>
    <message>
        <source>As the first stage of training left it: careful, it stops late.</source>
        <translation>Como la dejó la primera etapa del entrenamiento: prudente, para tarde.</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>think</source>
        <translation>pensar</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norma</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>igualar</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>decir una palabra</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Compuerta</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>¿basta?</translation>
    </message>
    <message>
        <source>One pass says</source>
        <translation>Una pasada dice</translation>
    </message>
    <message>
        <source>Loop %1 says</source>
        <translation>El bucle %1 dice</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>Según la regla del juego:</translation>
    </message>
    <message>
        <source>What did the extra rounds change?</source>
        <translation>¿Qué cambiaron las vueltas de más?</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>Este modelo no tiene compuerta: cuántos bucles da se fijó antes.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it stops at the last loop, %1.</source>
        <translation>Tras cada vuelta un pequeño interruptor, la compuerta, pregunta: ¿basta? La barra suma sus respuestas. Aquí se detiene en el último bucle, el %1.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it passes the line q at loop %1, and the model stops.</source>
        <translation>Tras cada vuelta un pequeño interruptor, la compuerta, pregunta: ¿basta? La barra suma sus respuestas. Aquí pasa la línea q en el bucle %1 y el modelo se detiene.</translation>
    </message>
    <message>
        <source>One pass and the loops say the same word. More rounds were not needed for it.</source>
        <translation>Una pasada y los bucles dicen la misma palabra. No hicieron falta más vueltas.</translation>
    </message>
    <message>
        <source>The same text, the same layers, another answer: the rounds between changed it.</source>
        <translation>El mismo texto, las mismas capas, otra respuesta: la cambiaron las vueltas intermedias.</translation>
    </message>
    <message>
        <source>How a looped model finds a word</source>
        <translation>Cómo un modelo en bucle encuentra una palabra</translation>
    </message>
    <message>
        <source>Model: %1. Name: ______________________  Date: ____________</source>
        <translation>Modelo: %1. Nombre: ______________________  Fecha: ____________</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>El texto</translation>
    </message>
    <message>
        <source>The small digit says how many loops a word took. Which word comes next? My guess: ______________</source>
        <translation>La cifra pequeña dice cuántos bucles necesitó una palabra. ¿Qué palabra sigue? Mi idea: ______________</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Una pasada</translation>
    </message>
    <message>
        <source>The layers are used once. Then the head turns the numbers into a word.</source>
        <translation>Las capas se usan una vez. Después la cabeza convierte los números en una palabra.</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>En bucle</translation>
    </message>
    <message>
        <source>The same layers again and again. Between the rounds nothing is written: this thinking is silent.</source>
        <translation>Las mismas capas una y otra vez. Entre las vueltas no se escribe nada: este pensar es silencioso.</translation>
    </message>
    <message>
        <source>The best word after every loop</source>
        <translation>La mejor palabra tras cada bucle</translation>
    </message>
    <message>
        <source>What the model would have said after each round, and how sure it was. Bold: the round at which it is read.</source>
        <translation>Lo que el modelo habría dicho tras cada vuelta y lo seguro que estaba. En negrita: la vuelta en que se lee.</translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation>¿Basta?</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here no loop after loop %1 is allowed, and it stops there.</source>
        <translation>Tras cada vuelta un pequeño interruptor, la compuerta, pregunta: ¿basta? La barra suma sus respuestas. Aquí no se permite ningún bucle después del %1, y allí se detiene.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>It lies in a model&apos;s folder: open that (File menu).</source>
        <translation>Está en la carpeta de un modelo: abra esa carpeta (menú Archivo).</translation>
    </message>
</context>
<context>
    <name>LanguageDemoJob</name>
    <message>
        <source>%1 does not start: %2</source>
        <translation>%1 no se inicia: %2</translation>
    </message>
    <message>
        <source>The language demo was not made: the script ended without a reason.</source>
        <translation>La demo de lenguaje no se creó: el script terminó sin dar una razón.</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Best word equals the last loop&apos;s</source>
        <translation>Mejor palabra igual a la del último bucle</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Coseno con el bucle anterior</translation>
    </message>
    <message>
        <source>Cumulative exit probability</source>
        <translation>Probabilidad de salida acumulada</translation>
    </message>
    <message>
        <source>Cumulative exit probability at the exit loop</source>
        <translation>Probabilidad de salida acumulada en el bucle de salida</translation>
    </message>
    <message>
        <source>Entropy of depth</source>
        <translation>Entropía de la profundidad</translation>
    </message>
    <message>
        <source>Entropy of the next word</source>
        <translation>Entropía de la palabra siguiente</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Bucle de salida</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Probabilidad de salida p</translation>
    </message>
    <message>
        <source>Exit probability p at the exit loop</source>
        <translation>Probabilidad de salida p en el bucle de salida</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Profundidad esperada</translation>
    </message>
    <message>
        <source>First commit</source>
        <translation>Primer compromiso</translation>
    </message>
    <message>
        <source>Flips of the best word</source>
        <translation>Cambios de la mejor palabra</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Compuerta λ</translation>
    </message>
    <message>
        <source>Gate λ at the exit loop</source>
        <translation>Compuerta λ en el bucle de salida</translation>
    </message>
    <message>
        <source>KL from the last loop</source>
        <translation>KL respecto al último bucle</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL respecto al bucle anterior</translation>
    </message>
    <message>
        <source>Jensen–Shannon to the loop before</source>
        <translation>Jensen–Shannon con el bucle anterior</translation>
    </message>
    <message>
        <source>Norm before the final norm</source>
        <translation>Norma antes de la norma final</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Log-probability of the next token</source>
        <translation>Log-probabilidad del token siguiente</translation>
    </message>
    <message>
        <source>State norm</source>
        <translation>Norma del estado</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Tamaño del paso</translation>
    </message>
    <message>
        <source>Words ranked above the next token</source>
        <translation>Palabras por encima del token siguiente</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>bucles</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>Paso relativo</translation>
    </message>
    <message>
        <source>Drift ratio</source>
        <translation>Razón de deriva</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Coseno</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Cosine of successive steps</source>
        <translation>Coseno de pasos sucesivos</translation>
    </message>
    <message>
        <source>Right, then lost</source>
        <translation>Acierto, después perdido</translation>
    </message>
    <message>
        <source>Better 0.1 nats or more at an earlier loop</source>
        <translation>Mejor en 0,1 nats o más en un bucle anterior</translation>
    </message>
    <message>
        <source>Answer first at the last loop</source>
        <translation>Respuesta solo desde el último bucle</translation>
    </message>
    <message>
        <source>Right at the last loop only</source>
        <translation>Acierto solo en el último bucle</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Nunca acierta</translation>
    </message>
    <message>
        <source>Two flips or more</source>
        <translation>Dos cambios o más</translation>
    </message>
    <message>
        <source>Any flip</source>
        <translation>Algún cambio</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Todos los tokens</translation>
    </message>
    <message>
        <source>Kind of token</source>
        <translation>Tipo de token</translation>
    </message>
    <message>
        <source>Prompt or generated</source>
        <translation>Prompt o generado</translation>
    </message>
    <message>
        <source>Difficulty at loop 1</source>
        <translation>Dificultad en el bucle 1</translation>
    </message>
    <message>
        <source>Difficulty at the last loop</source>
        <translation>Dificultad en el último bucle</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>El modelo de este registro no tiene compuerta de salida.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>config.json has no %1: as in the released code, it is %2.</source>
        <translation>config.json no tiene %1: como en el código publicado, es %2.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 and no use_sliding_window: as in the released code, there is no window.</source>
        <translation>config.json tiene un sliding_window de %1 y no use_sliding_window: como en el código publicado, no hay ventana.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 positions and does not say in which layers it holds: all layers see the whole text.</source>
        <translation>config.json tiene un sliding_window de %1 posiciones y no dice en qué capas vale: todas las capas ven el texto entero.</translation>
    </message>
    <message>
        <source>layer_types of config.json has %1 entries: those after the %2 layers do not count.</source>
        <translation>layer_types de config.json tiene %1 entradas: las que siguen a las %2 capas no cuentan.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, counted from 0: as in the released code, every token is read at loop %2, unless a run has a threshold or a budget of its own.</source>
        <translation>early_exit_step de config.json es %1, contado desde 0: como en el código publicado, cada token se lee en el bucle %2, salvo que la ejecución tenga umbral o presupuesto propios.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, which is none of the %2 loops: as in the released code, it does not count.</source>
        <translation>early_exit_step de config.json es %1, que no es ninguno de los %2 bucles: como en el código publicado, no cuenta.</translation>
    </message>
    <message>
        <source>eos_token_id of config.json is -1: no token stops by it.</source>
        <translation>eos_token_id de config.json es -1: ningún token detiene por él.</translation>
    </message>
    <message>
        <source>The YaRN factor is used as it is written; transformers 4 takes max_position_embeddings over original_max_position_embeddings instead, which is 1 here.</source>
        <translation>El factor YaRN se usa tal como está escrito; transformers 4 toma en su lugar max_position_embeddings entre original_max_position_embeddings, que aquí es 1.</translation>
    </message>
    <message>
        <source>The names of the tensors have the peft library&apos;s &quot;base_model.model.&quot; in front, which is left out.</source>
        <translation>Los nombres de los tensores llevan delante el «base_model.model.» de la biblioteca peft, que se omite.</translation>
    </message>
    <message>
        <source>The names of the tensors have no &quot;%1&quot; in front, as in an export of the base model.</source>
        <translation>Los nombres de los tensores no llevan «%1» delante, como en una exportación del modelo base.</translation>
    </message>
    <message>
        <source>model.safetensors.index.json is missing: the tensors were looked up in the shards.</source>
        <translation>Falta model.safetensors.index.json: los tensores se buscaron en los fragmentos.</translation>
    </message>
    <message>
        <source>The weights have no exit gate, which models of this family have: an export has left it out. No token exits early by it.</source>
        <translation>Los pesos no tienen la compuerta de salida que tienen los modelos de esta familia: una exportación la ha omitido. Ningún token sale antes por ella.</translation>
    </message>
    <message>
        <source>config.json asks for %1 layers, and the weights have more: the others are left out.</source>
        <translation>config.json pide %1 capas y los pesos tienen más: las demás se omiten.</translation>
    </message>
    <message>
        <source>The post-processor of tokenizer.json puts special tokens behind a text, which are left out: the text goes on.</source>
        <translation>El posprocesador de tokenizer.json pone tokens especiales detrás de un texto, que se omiten: el texto sigue.</translation>
    </message>
    <message>
        <source>The added token %1 says id %2 but has id %3.</source>
        <translation>El token añadido %1 dice el id %2 pero tiene el id %3.</translation>
    </message>
    <message>
        <source>The added token %1 is never found, because another one is the same once normalised.</source>
        <translation>El token añadido %1 no se encuentra nunca, porque otro es igual una vez normalizado.</translation>
    </message>
    <message>
        <source>The added token %1 has the id %2, which is %3 in tokenizer.model: it is not used.</source>
        <translation>El token añadido %1 tiene el id %2, que en tokenizer.model es %3: no se usa.</translation>
    </message>
    <message>
        <source>The added token %1 is given twice: the first one counts.</source>
        <translation>El token añadido %1 figura dos veces: cuenta el primero.</translation>
    </message>
    <message>
        <source>Added tokens are not read: %1</source>
        <translation>Los tokens añadidos no se leen: %1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>No se lee: %1</translation>
    </message>
    <message>
        <source>tokenizer.model is used, because tokenizer.json beside it is not read: %1</source>
        <translation>Se usa tokenizer.model, porque no se lee el tokenizer.json que está junto a él: %1</translation>
    </message>
    <message>
        <source>%1 names token %2 as the end of a text, which is the word &quot;%3&quot; in this tokenizer: generation does not stop there.</source>
        <translation>%1 da el token %2 como fin de un texto, que en este tokenizador es la palabra «%3»: la generación no se detiene ahí.</translation>
    </message>
    <message>
        <source>The folder asks for a beginning-of-text token that its tokenizer does not have: none stands before the text.</source>
        <translation>La carpeta pide un token de comienzo de texto que su tokenizador no tiene: ninguno precede al texto.</translation>
    </message>
    <message>
        <source>The folder has no chat template: a base model has not been trained on conversations.</source>
        <translation>La carpeta no tiene plantilla de chat: un modelo base no se ha entrenado con conversaciones.</translation>
    </message>
    <message>
        <source>The folder&apos;s own chat template is not recognised: the conversation is written as plain %1 without a default system turn.</source>
        <translation>La plantilla de chat de la carpeta no se reconoce: la conversación se escribe como %1 simple, sin turno de sistema por defecto.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out a character of the prompt (%1, before token %2): the model does not see it.</source>
        <translation>El tokenizador omite un carácter del prompt (%1, antes del token %2): el modelo no lo ve.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out %1 characters of the prompt (the first is %2, before token %3): the model does not see them.</source>
        <translation>El tokenizador omite %1 caracteres del prompt (el primero es %2, antes del token %3): el modelo no los ve.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1, about %2 min left</source>
        <translation>%1, quedan unos %2 min</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1, quedan unos %2 s</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 de %2 tokens</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Which words went deep?</source>
        <translation>¿Qué palabras llegaron hondo?</translation>
    </message>
    <message>
        <source>A column is a token, a row is a loop. The colour is the quantity named above the map; the bar at its side says which number it is. The line runs along the loop at which each token is read. Hatched: not recorded.</source>
        <translation>Una columna es un token, una fila es un bucle. El color es la cantidad nombrada sobre el mapa; la barra del lado dice qué número es. La línea sigue el bucle en el que se lee cada token. Rayado: no registrado.</translation>
    </message>
    <message>
        <source>Did more loops help?</source>
        <translation>¿Ayudaron más bucles?</translation>
    </message>
    <message>
        <source>A cell says whether the best word after that loop is the token that follows, and whether it stays. “Loop ablation” counts for every added loop where the loss of the next token fell and where it rose, in nats.</source>
        <translation>Una celda dice si la mejor palabra tras ese bucle es el token que sigue y si se mantiene. «Ablación de bucles» cuenta, por cada bucle añadido, dónde bajó y dónde subió la pérdida del token siguiente, en nats.</translation>
    </message>
    <message>
        <source>What do fewer loops cost?</source>
        <translation>¿Qué cuestan menos bucles?</translation>
    </message>
    <message>
        <source>To the right: loops a token on average. Upwards: how good that reading is. One curve spends loops by the gate, others give every token the same, or spend them at random; the oracle is the best that is possible. Bands are 95 % intervals over tokens.</source>
        <translation>Hacia la derecha: bucles por token de media. Hacia arriba: lo buena que es esa lectura. Una curva gasta bucles según la puerta; otras dan lo mismo a cada token o los gastan al azar; el oráculo es lo mejor posible. Las bandas son intervalos del 95 % sobre tokens.</translation>
    </message>
    <message>
        <source>Is the gate right?</source>
        <translation>¿Acierta la puerta?</translation>
    </message>
    <message>
        <source>λ is the chance to stop at a loop, p where a token stops, the CDF how sure the gate is by then. Below, exit rules are compared at the same mean depth; regret is how far a rule is from the best possible, in nats a token.</source>
        <translation>λ es la probabilidad de parar en un bucle, p dónde para un token, la CDF lo segura que está la puerta hasta entonces. Debajo se comparan reglas de salida a la misma profundidad media; el «regret» es cuánto dista una regla de lo mejor posible, en nats por token.</translation>
    </message>
    <message>
        <source>How does the state move?</source>
        <translation>¿Cómo se mueve el estado?</translation>
    </message>
    <message>
        <source>The curves show how far the hidden state of a token moves with every loop: the line is the selected token, the band the middle half of all tokens. The map shows its way in the two directions in which states differ most.</source>
        <translation>Las curvas muestran cuánto se mueve el estado oculto de un token con cada bucle: la línea es el token seleccionado, la banda la mitad central de todos los tokens. El mapa muestra su camino en las dos direcciones en que más difieren los estados.</translation>
    </message>
    <message>
        <source>What happens inside a loop?</source>
        <translation>¿Qué pasa dentro de un bucle?</translation>
    </message>
    <message>
        <source>A row is what the model would say after that loop: its best words, the likeliest first, with their probabilities. The curves follow words from loop to loop. Where layers were recorded, a row opens into them.</source>
        <translation>Una fila es lo que el modelo diría tras ese bucle: sus mejores palabras, la más probable primero, con sus probabilidades. Las curvas siguen palabras de bucle en bucle. Donde se registraron capas, una fila se abre en ellas.</translation>
    </message>
    <message>
        <source>How do two runs differ?</source>
        <translation>¿En qué difieren dos ejecuciones?</translation>
    </message>
    <message>
        <source>The map is B minus A, token by token where both have the same text. One colour is more in B, the other less, white no difference. The tables name the largest differences.</source>
        <translation>El mapa es B menos A, token por token donde ambos tienen el mismo texto. Un color es más en B, el otro menos, blanco ninguna diferencia. Las tablas nombran las mayores diferencias.</translation>
    </message>
    <message>
        <source>What does it write next?</source>
        <translation>¿Qué escribe a continuación?</translation>
    </message>
    <message>
        <source>Tokens appear as they are written, in the colour of the loop at which they are read. A run can be paused, taken token by token, and left at any token; changed settings hold from there on.</source>
        <translation>Los tokens aparecen según se escriben, con el color del bucle en que se leen. Una ejecución puede pausarse, avanzar token a token y dejarse en cualquier token; los ajustes cambiados valen desde ahí.</translation>
    </message>
    <message>
        <source>What is this run?</source>
        <translation>¿Qué es esta ejecución?</translation>
    </message>
    <message>
        <source>How deep tokens are read, the tokens worth a look with the reason of each, and everything the record says of how it was made.</source>
        <translation>A qué profundidad se leen los tokens, los tokens que merecen una mirada con el motivo de cada uno, y todo lo que el registro dice de cómo se hizo.</translation>
    </message>
    <message>
        <source>What if …?</source>
        <translation>¿Y si …?</translation>
    </message>
    <message>
        <source>The same text is run once more with one change inside the loops, as a run of its own. Loops, layers and tokens count from 1. Compare then shows how it differs from the untouched one.</source>
        <translation>El mismo texto se ejecuta otra vez con un cambio dentro de los bucles, como ejecución propia. Bucles, capas y tokens cuentan desde 1. La comparación muestra después la diferencia con la ejecución sin cambios.</translation>
    </message>
    <message>
        <source>What does a whole corpus say?</source>
        <translation>¿Qué dice un corpus entero?</translation>
    </message>
    <message>
        <source>At the left a row is a document: how its tokens are spread over the loops, loop 1 at the left, and its numbers. At the right its documents are pooled: bands and bars are 95 % intervals over documents.</source>
        <translation>A la izquierda, una fila es un documento: cómo se reparten sus tokens entre los bucles, el bucle 1 a la izquierda, y sus números. A la derecha, los documentos juntos: bandas y barras son intervalos del 95 % sobre documentos.</translation>
    </message>
    <message>
        <source>Where does a change matter?</source>
        <translation>¿Dónde importa un cambio?</translation>
    </message>
    <message>
        <source>A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run of its own with the change at that place alone. Its colour says what became of the answer: how its log-probability changed, or how far all words are from the untouched run, in nats.</source>
        <translation>Una fila es un bucle, el bucle 1 abajo; una columna es una capa o un token. Una celda es una ejecución propia con el cambio solo en ese lugar. Su color dice qué fue de la respuesta: cuánto cambió su log-probabilidad, o cuánto distan todas las palabras de la ejecución sin cambios, en nats.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>system (of the model&apos;s template)</source>
        <translation>sistema (de la plantilla del modelo)</translation>
    </message>
    <message>
        <source>system</source>
        <translation>sistema</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>asistente</translation>
    </message>
    <message>
        <source>with the prompt: no tokens were to be generated</source>
        <translation>con el prompt: no había que generar tokens</translation>
    </message>
    <message numerus="yes">
        <source>after the %n token(s) that were asked for</source>
        <translation>
            <numerusform>tras el %n token pedido</numerusform>
            <numerusform>tras los %n tokens pedidos</numerusform>
        </translation>
    </message>
    <message>
        <source>at the stop token “%1”</source>
        <translation>en el token de parada «%1»</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>en el contexto más largo del modelo</translation>
    </message>
    <message>
        <source>because it was stopped</source>
        <translation>porque se detuvo</translation>
    </message>
    <message>
        <source>because something failed</source>
        <translation>porque algo falló</translation>
    </message>
    <message>
        <source>not yet when this was kept: it was going on</source>
        <translation>todavía no cuando se guardó: seguía en marcha</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1: vacío</translation>
    </message>
    <message>
        <source>%1: tokens %2 to %3</source>
        <translation>%1: tokens %2 a %3</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turno</numerusform>
            <numerusform>%n turnos</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer begins within &lt;think&gt;</source>
        <translation>la respuesta empieza dentro de &lt;think&gt;</translation>
    </message>
    <message numerus="yes">
        <source>characters at %n place(s) of the prompt, first %1 before token %2: the model did not see them</source>
        <translation>
            <numerusform>caracteres en %n lugar del prompt, primero %1 antes del token %2: el modelo no los vio</numerusform>
            <numerusform>caracteres en %n lugares del prompt, primero %1 antes del token %2: el modelo no los vio</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The last session could not be read (%1) and was set aside as %2. Runs that it kept are opened again.</source>
        <translation>No se pudo leer la última sesión (%1) y se apartó como %2. Las ejecuciones que guardaba se abren de nuevo.</translation>
    </message>
    <message>
        <source>it does not contain a session</source>
        <translation>no contiene ninguna sesión</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>la escribió una versión más nueva</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Hashing weights</source>
        <translation>Calculando la suma de los pesos</translation>
    </message>
    <message>
        <source>Loading weights</source>
        <translation>Cargando pesos</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Recorriendo</translation>
    </message>
</context>
<context>
    <name>TokenSearch</name>
    <message>
        <source>this expression takes too long on this text; make it more specific</source>
        <translation>esta expresión tarda demasiado en este texto; hágala más específica</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Answer dynamics</source>
        <translation>Dinámica de respuestas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Mapa de profundidad</translation>
    </message>
    <message>
        <source>Figure page</source>
        <translation>Página de figuras</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Auditoría de la compuerta</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometría</translation>
    </message>
    <message>
        <source>Live generation</source>
        <translation>Generación en vivo</translation>
    </message>
    <message>
        <source>Loop lens</source>
        <translation>Lente de bucles</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Curva de operación</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>Text and depth</source>
        <translation>Texto y profundidad</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorar</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Intervenciones</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>Mapa causal</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1 (detenida)</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 tokens</source>
        <translation>detenida tras %1 de %2 tokens</translation>
    </message>
    <message>
        <source>stopped after %1 tokens</source>
        <translation>detenida tras %1 tokens</translation>
    </message>
    <message>
        <source>%1 recorded values are not numbers, the first at token %2, loop %3: the weights are damaged or too large for the arithmetic, or the trace was changed.</source>
        <translation>%1 valores registrados no son números, el primero en el token %2, bucle %3: los pesos están dañados o son demasiado grandes para la aritmética, o el registro fue modificado.</translation>
    </message>
    <message>
        <source>cut off after %1 of %2 tokens</source>
        <translation>cortada tras %1 de %2 tokens</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationFigure</name>
    <message>
        <source>past the lowest loss</source>
        <translation>más allá de la pérdida mínima</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Ganancia (nats)</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Ganancia (nats por token)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Bucle añadido</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>ayudó</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>perjudicó</translation>
    </message>
    <message>
        <source>lowest loss at loop %1</source>
        <translation>pérdida mínima en el bucle %1</translation>
    </message>
    <message>
        <source>mean gain</source>
        <translation>ganancia media</translation>
    </message>
    <message>
        <source>mean gain, 95 % bootstrap over tokens</source>
        <translation>ganancia media, bootstrap al 95 % sobre tokens</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationTableModel</name>
    <message>
        <source>%1 [%2, %3]</source>
        <extracomment>Mean gain in nats, then both ends of its interval.</extracomment>
        <translation>%1 [%2; %3]</translation>
    </message>
    <message numerus="yes">
        <source>95 % percentile interval of a bootstrap over %Ln tokens (%1 resamples, fixed seed). Tokens of one text are not independent: the true uncertainty is larger.</source>
        <translation>
            <numerusform>Intervalo percentil del 95 % de un bootstrap sobre %Ln token (%1 remuestreos, semilla fija). Los tokens de un texto no son independientes: la incertidumbre real es mayor.</numerusform>
            <numerusform>Intervalo percentil del 95 % de un bootstrap sobre %Ln tokens (%1 remuestreos, semilla fija). Los tokens de un texto no son independientes: la incertidumbre real es mayor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Ayudó</translation>
    </message>
    <message>
        <source>Helped, nats</source>
        <translation>Ayudó, nats</translation>
    </message>
    <message>
        <source>Hurt</source>
        <translation>Perjudicó</translation>
    </message>
    <message>
        <source>Hurt, nats</source>
        <translation>Perjudicó, nats</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Bucle añadido</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>Pérdida mínima</translation>
    </message>
    <message>
        <source>Made right</source>
        <translation>Pasa a acertar</translation>
    </message>
    <message>
        <source>Made wrong</source>
        <translation>Pasa a fallar</translation>
    </message>
    <message>
        <source>Mean fall of −log p of the next token, with its 95 % interval</source>
        <translation>Descenso medio de −log p del token siguiente, con su intervalo del 95 %</translation>
    </message>
    <message>
        <source>Mean gain, nats</source>
        <translation>Ganancia media, nats</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Share of the bootstrap&apos;s resamples in which this loop has the lowest mean loss</source>
        <translation>Proporción de remuestreos en que este bucle tiene la menor pérdida media</translation>
    </message>
    <message>
        <source>Summed over those tokens</source>
        <translation>Suma sobre esos tokens</translation>
    </message>
    <message>
        <source>The best word becomes the token that follows</source>
        <translation>La mejor palabra pasa a ser el token que sigue</translation>
    </message>
    <message>
        <source>The best word stops being the token that follows</source>
        <translation>La mejor palabra deja de ser el token que sigue</translation>
    </message>
    <message>
        <source>The loop with the lowest mean loss: after it extra loops stop helping</source>
        <translation>El bucle con menor pérdida media: después, más bucles ya no ayudan</translation>
    </message>
    <message>
        <source>The next token becomes less probable by more than 0.01 nats</source>
        <translation>El token siguiente se hace menos probable en más de 0,01 nats</translation>
    </message>
    <message>
        <source>The next token becomes more probable by more than 0.01 nats</source>
        <translation>El token siguiente se hace más probable en más de 0,01 nats</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message numerus="yes">
        <source>Too few tokens for an interval: it needs %Ln.</source>
        <translation>
            <numerusform>Muy pocos tokens para un intervalo: hace falta %Ln.</numerusform>
            <numerusform>Muy pocos tokens para un intervalo: hacen falta %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>at loop 1 already</source>
        <translation>ya en el bucle 1</translation>
    </message>
    <message>
        <source>at loop 1 already (%1 %)</source>
        <translation>ya en el bucle 1 (%1 %)</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>here (%1 %)</source>
        <translation>aquí (%1 %)</translation>
    </message>
</context>
<context>
    <name>ouroscope::AgainDialog</name>
    <message>
        <source>Run again</source>
        <translation>Ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Run again with more recorded</source>
        <translation>Ejecutar de nuevo registrando más</translation>
    </message>
    <message>
        <source>The same tokens are run once more with the open model, at the depth that they had, as a run of their own. Kept beside what every run keeps:</source>
        <translation>Los mismos tokens se ejecutan otra vez con el modelo abierto, a la profundidad que tenían, como ejecución propia. Además de lo que guarda toda ejecución se guarda:</translation>
    </message>
    <message>
        <source>Runs the text once more and keeps this, too</source>
        <translation>Ejecuta el texto otra vez y guarda también esto</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Cierra esto; no se ejecuta nada</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerLine</name>
    <message>
        <source>Expected answer</source>
        <translation>Respuesta esperada</translation>
    </message>
    <message>
        <source>The word that ought to follow: then the last word of the prompt can be right or wrong</source>
        <translation>La palabra que debería seguir: así la última palabra del prompt puede ser correcta o no</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerMapFigure</name>
    <message>
        <source>first commit</source>
        <translation>primer compromiso</translation>
    </message>
    <message>
        <source>last flip</source>
        <translation>último cambio</translation>
    </message>
    <message>
        <source>not run, or nothing follows</source>
        <translation>no ejecutado, o no sigue nada</translation>
    </message>
    <message>
        <source>right, as at the end</source>
        <translation>acierto, como al final</translation>
    </message>
    <message>
        <source>right, lost later</source>
        <translation>acierto, perdido después</translation>
    </message>
    <message>
        <source>still another word</source>
        <translation>aún otra palabra</translation>
    </message>
    <message>
        <source>wrong, as at the end</source>
        <translation>error, como al final</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerWords</name>
    <message>
        <source>the best word is not in the record</source>
        <translation>la mejor palabra no está en el registro</translation>
    </message>
    <message>
        <source>full depth says “%1”</source>
        <translation>a plena profundidad: «%1»</translation>
    </message>
    <message>
        <source>right from loop %1</source>
        <translation>correcta desde el bucle %1</translation>
    </message>
    <message>
        <source>“%1” is expected</source>
        <translation>se espera «%1»</translation>
    </message>
    <message>
        <source>the text goes on with “%1”</source>
        <translation>el texto sigue con «%1»</translation>
    </message>
    <message>
        <source>the same from loop %1</source>
        <translation>la misma desde el bucle %1</translation>
    </message>
    <message>
        <source>read at loop %1 of %2</source>
        <comment>where it is read, loops allowed</comment>
        <translation>leída en el bucle %1 de %2</translation>
    </message>
    <message>
        <source>one pass says the same</source>
        <translation>una sola pasada dice lo mismo</translation>
    </message>
    <message>
        <source>one pass would have said “%1”</source>
        <translation>una sola pasada habría dicho «%1»</translation>
    </message>
    <message>
        <source>“%1” cannot be looked up without the model</source>
        <translation>«%1» no se puede buscar sin el modelo</translation>
    </message>
</context>
<context>
    <name>ouroscope::BesideDialog</name>
    <message>
        <source>Run and compare</source>
        <translation>Ejecutar y comparar</translation>
    </message>
    <message>
        <source>The same text, other layers looped</source>
        <translation>El mismo texto, otras capas en bucle</translation>
    </message>
    <message>
        <source>From one layer to another, such as 15-18; the model has %1</source>
        <translation>De una capa a otra, por ejemplo 15-18; el modelo tiene %1</translation>
    </message>
    <message>
        <source>What a turn does with the state</source>
        <translation>Lo que hace una vuelta con el estado</translation>
    </message>
    <message>
        <source>How many loops the other run has</source>
        <translation>Cuántos bucles tiene la otra ejecución</translation>
    </message>
    <message>
        <source>Opens the model so beside the open one, runs the text and compares</source>
        <translation>Abre el modelo así junto al abierto, ejecuta el texto y compara</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Capas en bucle</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Regla de los pasos</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Bucles</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Cierra esto; no se ejecuta nada</translation>
    </message>
    <message>
        <source>The model has %1 layers.</source>
        <translation>El modelo tiene %1 capas.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CaptionBox</name>
    <message>
        <source>Caption</source>
        <translation>Pie de figura</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
</context>
<context>
    <name>ouroscope::CaptureOptions</name>
    <message>
        <source>hidden states</source>
        <translation>estados ocultos</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>layers within the loops</source>
        <translation>capas dentro de los bucles</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>números de las capas</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>atención de las cabezas</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>similitud de las capas</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Layers whose states are kept at every loop, such as 6,12-18: large files, for probes</source>
        <translation>Capas cuyos estados se guardan en cada bucle, por ejemplo 6,12-18: archivos grandes, para sondas</translation>
    </message>
    <message>
        <source>norm and head alone</source>
        <translation>solo norma y cabeza</translation>
    </message>
    <message>
        <source>A safetensors file with a map for each loop and layer, which layers are then read through; the guide says how one is fitted</source>
        <translation>Un archivo safetensors con una aplicación por bucle y capa, por la que se leen entonces las capas; la guía dice cómo se ajusta una</translation>
    </message>
    <message>
        <source>Choose a lens file</source>
        <translation>Elegir un archivo de lentes</translation>
    </message>
    <message>
        <source>States of layers</source>
        <translation>Estados de capas</translation>
    </message>
    <message>
        <source>Layers read through</source>
        <translation>Capas leídas por</translation>
    </message>
    <message>
        <source>Lenses (*.safetensors);;All files (*)</source>
        <translation>Lentes (*.safetensors);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>ouroscope::CausalMapFigure</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
</context>
<context>
    <name>ouroscope::ChangesModel</name>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>No. in A</source>
        <translation>N.º en A</translation>
    </message>
    <message>
        <source>No. in B</source>
        <translation>N.º en B</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>ouroscope::CommandPalette</name>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Órdenes coincidentes</translation>
    </message>
    <message>
        <source>Type a command, an example, a view, a measure or a token number</source>
        <translation>Escriba una orden, un ejemplo, una vista, una medida o un número de token</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareFigure</name>
    <message>
        <source>nothing to compare</source>
        <translation>nada que comparar</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>solo en A</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>solo en B</translation>
    </message>
    <message>
        <source>Δ %1, B − A</source>
        <extracomment>Label of a colour bar: difference of a measure, second trace minus first.</extracomment>
        <translation>Δ %1, B − A</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareLensModel</name>
    <message>
        <source>A: best words</source>
        <translation>A: mejores palabras</translation>
    </message>
    <message>
        <source>B: best words</source>
        <translation>B: mejores palabras</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Bucle %1</translation>
    </message>
    <message>
        <source>The best words differ at this loop.</source>
        <translation>Las mejores palabras difieren en este bucle.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareView</name>
    <message>
        <source>%1, every loop</source>
        <translation>%1, cada bucle</translation>
    </message>
    <message>
        <source>%1, per token</source>
        <translation>%1, por token</translation>
    </message>
    <message>
        <source>%1: mean B − A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.</source>
        <translation>%1: media de B − A %2, magnitud media %3, mayor %4%5; en B %6 más altos, %7 más bajos.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in A.</source>
        <translation>
            <numerusform>%Ln solo en A.</numerusform>
            <numerusform>%Ln solo en A.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in B.</source>
        <translation>
            <numerusform>%Ln solo en B.</numerusform>
            <numerusform>%Ln solo en B.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens are in both.</source>
        <translation>
            <numerusform>%Ln token está en ambas.</numerusform>
            <numerusform>%Ln tokens están en ambas.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;B:</source>
        <translation>&amp;B:</translation>
    </message>
    <message>
        <source>A has %1 loops, B %2: only the loops of both are compared.</source>
        <translation>A tiene %1 bucles, B %2: solo se comparan los comunes.</translation>
    </message>
    <message>
        <source>A was computed in %1, B in %2: rounding alone can change a best word.</source>
        <translation>A se calculó en %1, B en %2: el redondeo por sí solo puede cambiar una mejor palabra.</translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <extracomment>The shown trace of a comparison: its title, then how it is read.</extracomment>
        <translation>A: %1, %2</translation>
    </message>
    <message>
        <source>Aligning the texts</source>
        <translation>Alineando los textos</translation>
    </message>
    <message>
        <source>Best words of A and B at every loop</source>
        <translation>Mejores palabras de A y B en cada bucle</translation>
    </message>
    <message>
        <source>Compare with a trace</source>
        <translation>Comparar con una traza</translation>
    </message>
    <message>
        <source>Differences, tokens by loops</source>
        <translation>Diferencias, tokens por bucles</translation>
    </message>
    <message>
        <source>Exit threshold q of B</source>
        <translation>Umbral de salida q de B</translation>
    </message>
    <message>
        <source>Gate of B</source>
        <translation>Compuerta de B</translation>
    </message>
    <message>
        <source>Loop budget of B</source>
        <translation>Presupuesto de bucles de B</translation>
    </message>
    <message>
        <source>Measure whose differences are shown</source>
        <translation>Medida cuyas diferencias se muestran</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>Tokens que más cambian</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Abriendo %1</translation>
    </message>
    <message>
        <source>Reading by another gate</source>
        <translation>Leyendo con otra compuerta</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to compare it with another one, or with another reading of itself.</source>
        <translation>Ejecute un prompt o abra una traza para compararla con otra, o con otra lectura de sí misma.</translation>
    </message>
    <message>
        <source>Same reading as A</source>
        <translation>Misma lectura que A</translation>
    </message>
    <message>
        <source>The KV policies differ (%1, %2): states of skipped loops differ by design.</source>
        <translation>Las políticas KV difieren (%1, %2): los estados de los bucles omitidos difieren por diseño.</translation>
    </message>
    <message>
        <source>The devices differ: sums are taken in another order.</source>
        <translation>Los dispositivos difieren: las sumas se toman en otro orden.</translation>
    </message>
    <message>
        <source>The texts differ so much that the alignment is not the best possible one.</source>
        <translation>Los textos difieren tanto que la alineación no es la mejor posible.</translation>
    </message>
    <message>
        <source>The tokenizers differ: tokens are compared where they end at the same byte of the same text.</source>
        <translation>Los tokenizadores difieren: se comparan los tokens que terminan en el mismo byte del mismo texto.</translation>
    </message>
    <message>
        <source>The weights differ.</source>
        <translation>Los pesos difieren.</translation>
    </message>
    <message>
        <source>Traces (*.safetensors);;All files (*)</source>
        <translation>Trazas (*.safetensors);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>Con qué comparar</translation>
    </message>
    <message>
        <source>another reading of A</source>
        <translation>otra lectura de A</translation>
    </message>
    <message>
        <source>loops </source>
        <translation>bucles </translation>
    </message>
    <message>
        <source>open a trace…</source>
        <translation>abrir una traza…</translation>
    </message>
    <message>
        <source>q </source>
        <translation>q </translation>
    </message>
    <message>
        <source>q = %1, at most loop %2</source>
        <translation>q = %1, a lo sumo el bucle %2</translation>
    </message>
    <message>
        <source>read at loop %1</source>
        <translation>leído en el bucle %1</translation>
    </message>
    <message>
        <source>the model&apos;s gate</source>
        <translation>la compuerta del modelo</translation>
    </message>
    <message>
        <source>the shown trace</source>
        <translation>la traza mostrada</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>sin compuerta</translation>
    </message>
    <message>
        <source>Its own loop 1</source>
        <translation>Su propio bucle 1</translation>
    </message>
    <message>
        <source>This record has one loop.</source>
        <translation>Este registro tiene un solo bucle.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Abra primero un modelo (menú Archivo)</translation>
    </message>
    <message>
        <source>The open model was trained with its loops: it has no plain form. Choose another model.</source>
        <translation>El modelo abierto se entrenó con sus bucles: no tiene forma simple. Elija otro modelo.</translation>
    </message>
    <message>
        <source>One pass of the plain model</source>
        <translation>Una pasada del modelo corriente</translation>
    </message>
    <message>
        <source>The same model, other layers looped...</source>
        <translation>El mismo modelo, otras capas en bucle...</translation>
    </message>
    <message>
        <source>Another model on this text...</source>
        <translation>Otro modelo con este texto...</translation>
    </message>
    <message>
        <source>Single pass beside looped</source>
        <translation>Una pasada junto a bucles</translation>
    </message>
    <message>
        <source>Compares this run with its own loop 1, with a plain model on the same text, or with other layers looped</source>
        <translation>Compara esta ejecución con su propio bucle 1, con un modelo corriente sobre el mismo texto o con otras capas en bucle</translation>
    </message>
    <message numerus="yes">
        <source>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln tokens.</source>
        <translation>
            <numerusform>Leído de media en el bucle %1 y %2; pérdida %3 y %4 nats; la misma mejor palabra en %5 de %Ln token.</numerusform>
            <numerusform>Leído de media en el bucle %1 y %2; pérdida %3 y %4 nats; la misma mejor palabra en %5 de %Ln tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::ControlBar</name>
    <message>
        <source>Exit gate</source>
        <translation>Compuerta de salida</translation>
    </message>
    <message>
        <source>For this fixed text the record says exactly what fewer loops would have said.</source>
        <translation>Para este texto fijo, el registro dice exactamente lo que habrían dicho menos bucles.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Compuerta</translation>
    </message>
    <message>
        <source>Generate </source>
        <comment>spin box prefix</comment>
        <translation>Generar </translation>
    </message>
    <message>
        <source>Loops </source>
        <comment>spin box prefix</comment>
        <translation>Bucles </translation>
    </message>
    <message>
        <source>Loops to record</source>
        <translation>Bucles que registrar</translation>
    </message>
    <message>
        <source>Loops to record; also beyond the trained number</source>
        <translation>Bucles que registrar; también más de los entrenados</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>Ningún modelo cargado</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt (Ctrl+Return runs it)</source>
        <translation>Prompt (Ctrl+Intro lo ejecuta)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>Sombrear</translation>
    </message>
    <message>
        <source>Shade the text by</source>
        <translation>Sombrear el texto según</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The text after this token would be another one: run again to see it.</source>
        <translation>El texto tras este token sería otro: ejecute de nuevo para verlo.</translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation>Tokens que generar</translation>
    </message>
    <message>
        <source>Tokens to generate after the prompt</source>
        <translation>Tokens que generar tras el prompt</translation>
    </message>
    <message>
        <source>exact replay</source>
        <translation>reproducción exacta</translation>
    </message>
    <message>
        <source>needs a re-run (token %1)</source>
        <translation>requiere reejecutar (token %1)</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>la del modelo</translation>
    </message>
    <message>
        <source>would branch from token %1</source>
        <translation>se bifurcaría desde el token %1</translation>
    </message>
    <message>
        <source>More options for runs</source>
        <translation>Más opciones de ejecución</translation>
    </message>
    <message>
        <source>Which of the recorded exit gates decides where a token is read</source>
        <translation>Cuál de las compuertas registradas decide dónde se lee un token</translation>
    </message>
    <message>
        <source>What the colour of every token in the text says</source>
        <translation>Qué indica el color de cada token del texto</translation>
    </message>
    <message>
        <source>changed, not run</source>
        <translation>cambiado, sin ejecutar</translation>
    </message>
    <message>
        <source>The picture is of the prompt before: Run makes the new one.</source>
        <translation>La imagen es del prompt anterior: Ejecutar hace la nueva.</translation>
    </message>
    <message>
        <source>too long to show</source>
        <translation>demasiado largo para mostrar</translation>
    </message>
    <message>
        <source>The prompt of this trace is too long for this box.</source>
        <translation>El prompt de esta traza es demasiado largo para este campo.</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 of %2 best words are others than at full depth.</source>
        <translation>%1 de %2 mejores palabras son otras que a profundidad completa.</translation>
    </message>
    <message>
        <source>All best words are those of full depth.</source>
        <translation>Todas las mejores palabras son las de la profundidad completa.</translation>
    </message>
    <message>
        <source>answer changed: %1, full depth says %2</source>
        <comment>two words</comment>
        <translation>respuesta cambiada: %1, a fondo dice %2</translation>
    </message>
    <message>
        <source>Read like this, the best word after the prompt is another one than at full depth.</source>
        <translation>Leída así, la mejor palabra tras el prompt es otra que a profundidad completa.</translation>
    </message>
    <message>
        <source>half characters</source>
        <translation>caracteres a medias</translation>
    </message>
    <message>
        <source>This prompt has half characters, which cannot be typed: Run would run another text.</source>
        <translation>Este prompt tiene caracteres a medias, que no se pueden teclear: Ejecutar usaría otro texto.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit gate</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>More options for runs: conversations, where a run ends, what is recorded, the model</source>
        <translation>Más opciones de ejecución: conversaciones, dónde termina, qué se registra, el modelo</translation>
    </message>
    <message>
        <source>not for the puzzle model</source>
        <translation>no es para el modelo de acertijos</translation>
    </message>
    <message>
        <source>Open model: %1 · %2 · %3 · trained with %4 loops</source>
        <translation>Modelo abierto: %1 · %2 · %3 · entrenado con %4 bucles</translation>
    </message>
    <message>
        <source>The open model knows its seven games only and makes nothing of this text. Examples of them are in the Run menu; a model that writes English is under File, Get the language demo.</source>
        <translation>El modelo abierto solo conoce sus siete juegos y no saca nada de este texto. Hay ejemplos en el menú Ejecutar; en Archivo se obtiene la demo de lenguaje, que escribe inglés.</translation>
    </message>
    <message>
        <source>recorded with %1</source>
        <translation>registrado con %1</translation>
    </message>
    <message>
        <source>This picture was recorded with %1. Run takes the model that is open, %2.</source>
        <translation>Esta imagen se registró con %1. Ejecutar usa el modelo abierto, %2.</translation>
    </message>
    <message>
        <source>%1 · read at loop %2 of %3 on average</source>
        <comment>tokens, or that the run was stopped</comment>
        <translation>%1 · se lee de media en el bucle %2 de %3</translation>
    </message>
    <message>
        <source>values are missing</source>
        <translation>faltan valores</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusCharts</name>
    <message>
        <source>%1, n = %2</source>
        <comment>axis title, number of documents</comment>
        <translation>%1, n = %2</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>Token siguiente</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>Opción múltiple</translation>
    </message>
    <message>
        <source>Multiple choice, by length</source>
        <translation>Opción múltiple, por longitud</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Coincidencia exacta</translation>
    </message>
    <message>
        <source>Right number</source>
        <translation>Número correcto</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Bucle de salida</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Proporción de tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Proporción (%)</translation>
    </message>
    <message>
        <source>Loops per token</source>
        <translation>Bucles por token</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Bucles</translation>
    </message>
    <message>
        <source>exit loop</source>
        <translation>bucle de salida</translation>
    </message>
    <message>
        <source>expected depth</source>
        <translation>profundidad esperada</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>class of tokens, number of tokens</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Loops allowed</source>
        <translation>Bucles permitidos</translation>
    </message>
    <message>
        <source>at the exit</source>
        <translation>en la salida</translation>
    </message>
    <message>
        <source>Accuracy of the next token (%)</source>
        <translation>Exactitud del token siguiente (%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Exactitud (%)</translation>
    </message>
    <message>
        <source>−log p of the next token (nats)</source>
        <translation>−log p del token siguiente (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Bucle añadido</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Ganancia (nats por token)</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Ganancia (nats)</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>ayudó</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>perjudicó</translation>
    </message>
    <message>
        <source>Agreement with full depth (%)</source>
        <translation>Acuerdo con la profundidad total (%)</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Acuerdo (%)</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL respecto a la profundidad total (nats)</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>same budget for all</source>
        <translation>mismo presupuesto para todos</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Bucles medios</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>compuerta</translation>
    </message>
    <message>
        <source>this reading</source>
        <translation>esta lectura</translation>
    </message>
    <message>
        <source>%1 (lower bound)</source>
        <translation>%1 (cota inferior)</translation>
    </message>
    <message>
        <source>not beaten</source>
        <translation>no superado</translation>
    </message>
    <message>
        <source>%1, accuracy (%)</source>
        <translation>%1, exactitud (%)</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure tells %2 apart: choose a field with fewer.</source>
        <translation>El campo tiene %1 valores y una figura distingue %2: elija un campo con menos.</translation>
    </message>
    <message>
        <source>The corpus has no counted tokens: tasks have no exits of tokens.</source>
        <translation>El corpus no tiene tokens contados: las tareas no tienen salidas de tokens.</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure has room for %2: choose a field with fewer.</source>
        <translation>El campo tiene %1 valores y en una figura caben %2: elija un campo con menos.</translation>
    </message>
    <message>
        <source>No token and no question of the corpus was scored.</source>
        <translation>No se puntuó ningún token ni ninguna pregunta del corpus.</translation>
    </message>
    <message>
        <source>The corpus has no measure &quot;%1&quot; at its loops.</source>
        <translation>El corpus no tiene la medida «%1» en sus bucles.</translation>
    </message>
    <message>
        <source>No token of the corpus has a next one at every loop.</source>
        <translation>Ningún token del corpus tiene un siguiente en cada bucle.</translation>
    </message>
    <message>
        <source>A loop ablation needs a model of two loops and more.</source>
        <translation>Una ablación de bucles necesita un modelo de dos bucles o más.</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens of the class &quot;%1&quot;.</source>
        <translation>El corpus no tiene tokens puntuados de la clase «%1».</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>El corpus no tiene tokens puntuados: las tareas tienen su propia curva, la exactitud frente a los bucles medios.</translation>
    </message>
    <message>
        <source>The corpus has no readings by exit rules: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>El corpus no tiene lecturas por reglas de salida: las tareas tienen su propia curva, la exactitud frente a los bucles medios.</translation>
    </message>
    <message>
        <source>Accuracy against mean loops needs questions with answers (tasks): the corpus has none of this measure.</source>
        <translation>La exactitud frente a los bucles medios necesita preguntas con respuestas (tareas): el corpus no tiene ninguna de esta medida.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusView</name>
    <message>
        <source>Documents of the corpus</source>
        <translation>Documentos del corpus</translation>
    </message>
    <message>
        <source>Run it…</source>
        <translation>Ejecutarlo…</translation>
    </message>
    <message>
        <source>No corpus is open. Choose File › Open corpus, or drop the folder that ouroscope-cli corpus run wrote.</source>
        <translation>No hay ningún corpus abierto. Elija Archivo › Abrir corpus, o suelte la carpeta que escribió ouroscope-cli corpus run.</translation>
    </message>
    <message>
        <source>Find documents by their fields</source>
        <translation>Buscar documentos por sus campos</translation>
    </message>
    <message>
        <source>Lists only documents whose fields, written as name: value, have this text</source>
        <translation>Muestra solo documentos cuyos campos, escritos como nombre: valor, contienen este texto</translation>
    </message>
    <message>
        <source>Part of the corpus</source>
        <translation>Parte del corpus</translation>
    </message>
    <message>
        <source>List and picture: all documents, or one half. What is chosen while looking at the selection half is reported on the confirmation half.</source>
        <translation>Lista e imagen: todos los documentos o una mitad. Lo que se elige mirando la mitad de selección se informa sobre la mitad de confirmación.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmación</translation>
    </message>
    <message>
        <source>A click opens the document&apos;s trace, where it was kept; a click on a title sorts</source>
        <translation>Un clic abre la traza del documento, si se guardó; un clic en un título ordena</translation>
    </message>
    <message>
        <source>Reads the document from the input of the corpus and runs it on the model that is loaded</source>
        <translation>Lee el documento de la entrada del corpus y lo ejecuta en el modelo cargado</translation>
    </message>
    <message>
        <source>Picture of the corpus</source>
        <translation>Imagen del corpus</translation>
    </message>
    <message>
        <source>What the picture shows, with 95 % intervals over documents</source>
        <translation>Qué muestra la imagen, con intervalos del 95 % sobre documentos</translation>
    </message>
    <message>
        <source>Export the picture of the corpus</source>
        <translation>Exportar la imagen del corpus</translation>
    </message>
    <message>
        <source>Exports this picture, with its caption and numbers</source>
        <translation>Exporta esta imagen, con su pie y sus números</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2, %n loop(s)</source>
        <comment>model, input</comment>
        <translation>
            <numerusform>%1 sobre %2, %n bucle</numerusform>
            <numerusform>%1 sobre %2, %n bucles</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished: %1 of %2 documents are done.</source>
        <translation>Sin terminar: %1 de %2 documentos están hechos.</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 documentos</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 de %2 documentos</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Se calculan los intervalos sobre documentos…</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Leyendo el corpus</translation>
    </message>
    <message>
        <source>The trace of document %1 is open above.</source>
        <translation>La traza del documento %1 está abierta arriba.</translation>
    </message>
    <message>
        <source>The trace of document %1 was not kept.</source>
        <translation>La traza del documento %1 no se guardó.</translation>
    </message>
    <message>
        <source>Field that tells documents apart</source>
        <translation>Campo que distingue los documentos</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Todos juntos</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>field of documents</comment>
        <translation>Por %1</translation>
    </message>
    <message>
        <source>%1 of %2 documents have this field</source>
        <translation>%1 de %2 documentos tienen este campo</translation>
    </message>
    <message>
        <source>The field has more than %1 values</source>
        <translation>El campo tiene más de %1 valores</translation>
    </message>
    <message>
        <source>One line, or bar, for every value of a field of the documents</source>
        <translation>Una línea o barra por cada valor de un campo de los documentos</translation>
    </message>
    <message>
        <source>The documents have no fields</source>
        <translation>Los documentos no tienen campos</translation>
    </message>
    <message>
        <source>A picture needs documents that are done. The command that made this folder goes on where it stopped.</source>
        <translation>Una figura necesita documentos hechos. La orden que creó esta carpeta continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>The input of this corpus had no documents, so there is no picture.</source>
        <translation>La entrada de este corpus no tenía documentos; por eso no hay figura.</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>documents</comment>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthHistogram</name>
    <message>
        <source>%1 (%2 %)</source>
        <comment>tokens, share of all</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Bucle %1</translation>
    </message>
    <message>
        <source>Tokens by exit loop</source>
        <translation>Tokens por bucle de salida</translation>
    </message>
    <message numerus="yes">
        <source>loop %1: %n token(s)</source>
        <translation>
            <numerusform>bucle %1: %n token</numerusform>
            <numerusform>bucle %1: %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthOverview</name>
    <message>
        <source>Depth of the whole text</source>
        <translation>Profundidad de todo el texto</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Bucles permitidos: %1 de %2</translation>
    </message>
    <message>
        <source>The whole text: the deepest of the words at each place</source>
        <translation>Todo el texto: la palabra más profunda de cada lugar</translation>
    </message>
</context>
<context>
    <name>ouroscope::DocumentTableModel</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens of the document that were run</source>
        <translation>Tokens del documento que se ejecutaron</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Bucle de salida</translation>
    </message>
    <message>
        <source>Mean loop at which its tokens are read</source>
        <translation>Bucle medio en el que se leen sus tokens</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Profundidad esperada</translation>
    </message>
    <message>
        <source>Mean of the exit distribution, in loops</source>
        <translation>Media de la distribución de salida, en bucles</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Mean −log p of the next token at the exit, in nats</source>
        <translation>Media de −log p del token siguiente en la salida, en nats</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganancia</translation>
    </message>
    <message>
        <source>How far the loss fell from loop 1 to the exit, in nats</source>
        <translation>Cuánto bajó la pérdida del bucle 1 a la salida, en nats</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is the next</source>
        <translation>Proporción de tokens cuya mejor palabra en la salida es la siguiente</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is that of the last loop</source>
        <translation>Proporción de tokens cuya mejor palabra en la salida es la del último bucle</translation>
    </message>
    <message>
        <source>Right choice</source>
        <translation>Opción correcta</translation>
    </message>
    <message>
        <source>1 where the right choice is the likeliest at the exit</source>
        <translation>1 donde la opción correcta es la más probable en la salida</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Respuesta correcta</translation>
    </message>
    <message>
        <source>1 where the generated answer at the exit is the right one</source>
        <translation>1 donde la respuesta generada en la salida es la correcta</translation>
    </message>
    <message>
        <source>loop %1: %2 %</source>
        <comment>share of tokens</comment>
        <translation>bucle %1: %2 %</translation>
    </message>
    <message>
        <source>Its place in the input</source>
        <translation>Su lugar en la entrada</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Share of its tokens that are read at each loop, loop 1 at the left; sorts by the exit loop</source>
        <translation>Proporción de sus tokens leídos en cada bucle, el bucle 1 a la izquierda; ordena por el bucle de salida</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>What else its line of the input says</source>
        <translation>Qué más dice su línea de la entrada</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsTableModel</name>
    <message>
        <source>After</source>
        <translation>Tras</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>First loop whose best word is the last loop&apos;s</source>
        <translation>Primer bucle cuya mejor palabra es la del último</translation>
    </message>
    <message>
        <source>First loop whose best word is the token that follows</source>
        <translation>Primer bucle cuya mejor palabra es el token que sigue</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>How often the best word changes</source>
        <translation>Cuántas veces cambia la mejor palabra</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Last loop that changed the best word</source>
        <translation>Último bucle que cambió la mejor palabra</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Nats by which the best loop beats the last one at the token that follows</source>
        <translation>Nats en que el mejor bucle supera al último en el token que sigue</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Acierto</translation>
    </message>
    <message>
        <source>The token after which the loops predict the next one</source>
        <translation>El token tras el cual los bucles predicen el siguiente</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsView</name>
    <message numerus="yes">
        <source>%Ln of %1 tokens</source>
        <extracomment>How many tokens a filter finds, then how many there are.</extracomment>
        <translation>
            <numerusform>%Ln de %1 tokens</numerusform>
            <numerusform>%Ln de %1 tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens that ran all loops and have a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</source>
        <translation>
            <numerusform>%Ln token que ejecutó todos los bucles y tiene un siguiente. Intervalos: 95 %, bootstrap sobre tokens, que no son independientes entre sí.</numerusform>
            <numerusform>%Ln tokens que ejecutaron todos los bucles y tienen un siguiente. Intervalos: 95 %, bootstrap sobre tokens, que no son independientes entre sí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer map, tokens by loops</source>
        <translation>Mapa de respuestas, tokens por bucles</translation>
    </message>
    <message>
        <source>Gain and loss of every added loop</source>
        <translation>Ganancia y pérdida de cada bucle añadido</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Ablación de bucles</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>No token ran all loops and has a next token: there is nothing to compare.</source>
        <translation>Ningún token ejecutó todos los bucles y tiene un siguiente: no hay nada que comparar.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Resampling tokens</source>
        <translation>Remuestreando tokens</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its answers move over the loops.</source>
        <translation>Ejecute un prompt o abra una traza para ver cómo se mueven sus respuestas a lo largo de los bucles.</translation>
    </message>
    <message>
        <source>Select the listed token after the selected one</source>
        <translation>Seleccionar el token siguiente de la lista</translation>
    </message>
    <message>
        <source>Select the listed token before the selected one</source>
        <translation>Seleccionar el token anterior de la lista</translation>
    </message>
    <message>
        <source>This trace has one loop: answers can only change with two or more. Run the prompt again with more loops.</source>
        <translation>Esta traza tiene un solo bucle: las respuestas solo pueden cambiar a partir de dos. Ejecute el prompt con más bucles.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens of the filter</source>
        <translation>Tokens del filtro</translation>
    </message>
    <message>
        <source>What every added loop helped or hurt</source>
        <translation>En qué ayudó o perjudicó cada bucle añadido</translation>
    </message>
    <message>
        <source>How tokens are grouped</source>
        <translation>Cómo se agrupan los tokens</translation>
    </message>
    <message>
        <source>Which tokens are listed</source>
        <translation>Qué tokens se enumeran</translation>
    </message>
</context>
<context>
    <name>ouroscope::EstimateFigure</name>
    <message>
        <source>band, bars: 95 % interval</source>
        <translation>banda, barras: intervalo del 95 %</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitHistogramFigure</name>
    <message>
        <source>Exit loop</source>
        <translation>Bucle de salida</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Proporción de tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Proporción (%)</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRuleOptions</name>
    <message>
        <source>Generated tokens stop by</source>
        <translation>Los tokens generados se detienen por</translation>
    </message>
    <message>
        <source>What stops a generated token before its last loop. With another rule than the gate, loops after an exit are not run; the threshold q of the Live view is the gate&apos;s</source>
        <translation>Lo que detiene un token generado antes de su último bucle. Con otra regla que la compuerta, los bucles tras una salida no se ejecutan; el umbral q de la vista En vivo es el de la compuerta</translation>
    </message>
    <message>
        <source>Threshold of the rule</source>
        <translation>Umbral de la regla</translation>
    </message>
    <message>
        <source>the exit gate</source>
        <translation>la compuerta de salida</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit rule</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>The threshold q of the gate is in the Live view.</source>
        <translation>El umbral q de la compuerta está en la vista En vivo.</translation>
    </message>
    <message>
        <source>A token stops after the first loop below this value.</source>
        <translation>Un token se detiene tras el primer bucle por debajo de este valor.</translation>
    </message>
    <message>
        <source>A token stops after the first loop that reaches this value.</source>
        <translation>Un token se detiene tras el primer bucle que alcanza este valor.</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>En %1.</translation>
    </message>
    <message>
        <source>Empty: that of Huginn&apos;s released code.</source>
        <translation>Vacío: el del código publicado de Huginn.</translation>
    </message>
    <message>
        <source>The threshold of the exit rule must be a number, not “%1”.</source>
        <translation>El umbral de la regla de salida debe ser un número, no «%1».</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRulesFigure</name>
    <message>
        <source>Best word&apos;s probability</source>
        <translation>Probabilidad de la mejor palabra</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Coseno con el bucle anterior</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropía</translation>
    </message>
    <message>
        <source>Gate “%1”</source>
        <translation>Compuerta «%1»</translation>
    </message>
    <message>
        <source>KL step between loops</source>
        <translation>Paso KL entre bucles</translation>
    </message>
    <message>
        <source>Learned gate</source>
        <translation>Compuerta aprendida</translation>
    </message>
    <message>
        <source>Margin of the two best words</source>
        <translation>Margen entre las dos mejores palabras</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Bucles medios</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oráculo</translation>
    </message>
    <message>
        <source>Relative state change</source>
        <translation>Cambio relativo del estado</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Mismo presupuesto para todos</translation>
    </message>
    <message>
        <source>Change of entropy</source>
        <translation>Cambio de la entropía</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL desde el bucle anterior</translation>
    </message>
    <message>
        <source>KL of likely words from the loop before</source>
        <translation>KL de las palabras probables desde el bucle anterior</translation>
    </message>
    <message>
        <source>Same best word in a row</source>
        <translation>Misma mejor palabra seguida</translation>
    </message>
    <message>
        <source>Second difference of the step</source>
        <translation>Segunda diferencia del paso</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exacto</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>cota inferior</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>no registrado</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureCheck</name>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; overlap.</source>
        <translation>«%1» y «%2» se solapan.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reaches over the edge of the page.</source>
        <translation>«%1» se sale del borde de la página.</translation>
    </message>
    <message>
        <source>%1 tokens are shown, the words of %2 are readable at this size: split them into rows, or take a wider page or smaller type.</source>
        <translation>Se muestran %1 tokens y a este tamaño se leen las palabras de %2: divídalos en filas o use una página más ancha o letra más pequeña.</translation>
    </message>
    <message>
        <source>No installed font has %1: an empty box is drawn. Install a font that has it.</source>
        <translation>Ninguna tipografía instalada tiene %1: se dibuja un recuadro vacío. Instale una que lo tenga.</translation>
    </message>
    <message>
        <source>Panel %1 shows %2 tokens; the words of %3 are readable at this size.</source>
        <translation>El panel %1 muestra %2 tokens; a este tamaño se leen las palabras de %3.</translation>
    </message>
    <message>
        <source>The smallest text is %1 points on paper: most venues ask for at least %2.</source>
        <translation>El texto más pequeño mide %1 puntos en papel: la mayoría exige al menos %2.</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigurePreview</name>
    <message>
        <source>Preview of the figure page</source>
        <translation>Vista previa de la página de figuras</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureView</name>
    <message>
        <source>%1 by %2 millimetres</source>
        <translation>%1 por %2 milímetros</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>Deuteranopia</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exportar figura</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exportado</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exportando %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>Formato del archivo</translation>
    </message>
    <message>
        <source>Full colour</source>
        <translation>Todo color</translation>
    </message>
    <message>
        <source>Grey print</source>
        <translation>Impresión en gris</translation>
    </message>
    <message>
        <source>How the preview is seen</source>
        <translation>Cómo se ve la vista previa</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Todavía no hay nada registrado: ejecute un prompt o abra una traza.</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>Abrir receta</translation>
    </message>
    <message>
        <source>Open recipe...</source>
        <translation>Abrir receta...</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>Protanopia</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Recetas (*.json)</translation>
    </message>
    <message>
        <source>Recipes and figures (*.json *.pdf *.svg *.png)</source>
        <translation>Recetas y figuras (*.json *.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Guardar receta</translation>
    </message>
    <message>
        <source>Save recipe...</source>
        <translation>Guardar receta...</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 guardado</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Guardando %1</translation>
    </message>
    <message>
        <source>Split into rows</source>
        <translation>Dividir en filas</translation>
    </message>
    <message>
        <source>The page has no panels: add one at the left.</source>
        <translation>La página no tiene paneles: añada uno a la izquierda.</translation>
    </message>
    <message>
        <source>The page would have more than %1 panels.</source>
        <translation>La página tendría más de %1 paneles.</translation>
    </message>
    <message>
        <source>Tritanopia</source>
        <translation>Tritanopia</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>What a reviewer would complain about</source>
        <translation>Lo que criticaría un revisor</translation>
    </message>
    <message>
        <source>The last figure page could not be brought back: %1</source>
        <translation>No se pudo recuperar la última página de figuras: %1</translation>
    </message>
    <message>
        <source>A panel of the page shows one run, the shown one: export this figure by itself.</source>
        <translation>Un panel de la página muestra una ejecución, la mostrada: exporte esta figura por separado.</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copiar como SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copiar como PNG</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Leyendo el corpus</translation>
    </message>
    <message>
        <source>The page has figures of a corpus: open its folder (File menu).</source>
        <translation>La página tiene figuras de un corpus: abra su carpeta (menú Archivo).</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Se calculan los intervalos sobre documentos…</translation>
    </message>
</context>
<context>
    <name>ouroscope::FileDesk</name>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exportar figura</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exportado</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exportando %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Open trace</source>
        <translation>Abrir traza</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Abriendo %1</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n traces</source>
        <translation>
            <numerusform>Abriendo %n traza</numerusform>
            <numerusform>Abriendo %n trazas</numerusform>
        </translation>
    </message>
    <message>
        <source>Save trace</source>
        <translation>Guardar traza</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 guardado</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Guardando %1</translation>
    </message>
    <message>
        <source>There is no trace to save: run a prompt first.</source>
        <translation>No hay traza que guardar: ejecute antes un prompt.</translation>
    </message>
    <message>
        <source>There is nothing to export: run a prompt or open a trace first.</source>
        <translation>No hay nada que exportar: ejecute antes un prompt o abra una traza.</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors)</source>
        <translation>Trazas (*.trace.safetensors)</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors);;All files (*)</source>
        <translation>Trazas (*.trace.safetensors);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>Copiando la figura</translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation>Copiado como %1</translation>
    </message>
    <message>
        <source>Opening the corpus %1</source>
        <translation>Abriendo el corpus %1</translation>
    </message>
    <message>
        <source>The folder that the corpus was run on</source>
        <translation>La carpeta sobre la que se ejecutó el corpus</translation>
    </message>
    <message>
        <source>The file that the corpus was run on</source>
        <translation>El archivo sobre el que se ejecutó el corpus</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>Líneas JSON (*.jsonl);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Reading document %1</source>
        <translation>Leyendo el documento %1</translation>
    </message>
    <message>
        <source>Open corpus folder</source>
        <translation>Abrir carpeta de corpus</translation>
    </message>
</context>
<context>
    <name>ouroscope::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n coincidencia</numerusform>
            <numerusform>%n coincidencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Cerrar la barra de búsqueda</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Buscar en el texto</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Coincidencia siguiente (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Coincidencia anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
</context>
<context>
    <name>ouroscope::Findings</name>
    <message>
        <source>This record has one loop, so there is nothing to compare.</source>
        <translation>Este registro tiene un solo bucle; no hay nada que comparar.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1: this model has no exit gate that could stop earlier.</source>
        <translation>Cada token se lee en el bucle %1: este modelo no tiene puerta de salida que pueda parar antes.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1, because q is 1. Lower q, and tokens stop earlier.</source>
        <translation>Cada token se lee en el bucle %1, porque q es 1. Con un q menor, los tokens paran antes.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1.</source>
        <translation>Cada token se lee en el bucle %1.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. “%3” goes deepest, to loop %4.</source>
        <translation>De media, un token se lee en el bucle %1 de %2. «%3» llega más hondo, al bucle %4.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop %4; “%5” is the first.</source>
        <translation>De media, un token se lee en el bucle %1 de %2. %3 de ellos llegan más hondo, al bucle %4; «%5» es el primero.</translation>
    </message>
    <message>
        <source>No loop changes a best word: loop 1 says what the last loop says.</source>
        <translation>Ningún bucle cambia la mejor palabra: el bucle 1 dice lo mismo que el último.</translation>
    </message>
    <message>
        <source>The last loop, %1, changes the most best words: %2 of %3.</source>
        <translation>El último bucle, el %1, cambia más mejores palabras: %2 de %3.</translation>
    </message>
    <message>
        <source>Loop %1 changes the most best words, %2 of %3; the last loop changes %4.</source>
        <translation>El bucle %1 cambia más mejores palabras, %2 de %3; el último cambia %4.</translation>
    </message>
    <message>
        <source>The text that follows is predicted best at loop %1 of %2.</source>
        <translation>El texto que sigue se predice mejor en el bucle %1 de %2.</translation>
    </message>
    <message>
        <source>This record has no candidates to compare.</source>
        <translation>Este registro no tiene candidatos que comparar.</translation>
    </message>
    <message>
        <source>At %1 loops a token, %2 of %3 best words are those of full depth.</source>
        <translation>Con %1 bucles por token, %2 de %3 mejores palabras son las de la profundidad completa.</translation>
    </message>
    <message>
        <source>This model has no exit gate. The rules here stop by what can be seen from outside.</source>
        <translation>Este modelo no tiene puerta de salida. Las reglas de aquí paran por lo que se ve desde fuera.</translation>
    </message>
    <message>
        <source>At %1 loops a token the gate keeps %2 of the best words of full depth. The same loops spent at random would keep %3.</source>
        <translation>Con %1 bucles por token, la puerta conserva el %2 de las mejores palabras de la profundidad completa. Los mismos bucles gastados al azar conservarían el %3.</translation>
    </message>
    <message>
        <source>The steps of the state are not in this record.</source>
        <translation>Los pasos del estado no están en este registro.</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length (median).</source>
        <translation>El bucle 2 mueve el estado un %1 de su longitud (mediana).</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length, loop %2 by %3 (medians).</source>
        <translation>El bucle 2 mueve el estado un %1 de su longitud; el bucle %2, un %3 (medianas).</translation>
    </message>
    <message>
        <source>It settles.</source>
        <translation>Se asienta.</translation>
    </message>
    <message>
        <source>It slows down.</source>
        <translation>Se frena.</translation>
    </message>
    <message>
        <source>It does not slow down.</source>
        <translation>No se frena.</translation>
    </message>
    <message>
        <source>Select a token to follow it through the loops.</source>
        <translation>Seleccione un token para seguirlo por los bucles.</translation>
    </message>
    <message>
        <source>The candidates after “%1” are not all numbers.</source>
        <translation>Los candidatos tras «%1» no son todos números.</translation>
    </message>
    <message>
        <source>After “%1” every loop says “%2”.</source>
        <translation>Tras «%1», todos los bucles dicen «%2».</translation>
    </message>
    <message>
        <source>After “%1” loop 1 says “%2”; from loop %3 on it is “%4”.</source>
        <translation>Tras «%1», el bucle 1 dice «%2»; desde el bucle %3 es «%4».</translation>
    </message>
    <message>
        <source>For %1 of %2 tokens loop 1 already says what the last loop says.</source>
        <translation>En %1 de %2 tokens el bucle 1 ya dice lo que dice el último.</translation>
    </message>
    <message>
        <source>This run is compared with another reading of itself. Drop a run of the list on another to compare the two.</source>
        <translation>Esta ejecución se compara con otra lectura de sí misma. Suelte en la lista una ejecución sobre otra para comparar las dos.</translation>
    </message>
    <message>
        <source>Here a token is read at loop %1 on average, in “%2” at loop %3.</source>
        <translation>Aquí un token se lee de media en el bucle %1; en «%2», en el bucle %3.</translation>
    </message>
    <message numerus="yes">
        <source>It is writing: %n token(s) so far.</source>
        <translation>
            <numerusform>Está escribiendo: %n token hasta ahora.</numerusform>
            <numerusform>Está escribiendo: %n tokens hasta ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet: say how many tokens to generate, and run.</source>
        <translation>Aún no se ha escrito nada: indique cuántos tokens generar y ejecute.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were written, read at loop %1 on average.</source>
        <translation>
            <numerusform>Se escribió %n token, leído en el bucle %1.</numerusform>
            <numerusform>Se escribieron %n tokens, leídos de media en el bucle %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This run is as the model is. Change something inside its loops and see what follows.</source>
        <translation>Esta ejecución es tal como es el modelo. Cambie algo dentro de sus bucles y vea qué ocurre.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”.</source>
        <translation>Con este cambio %1 de %2 mejores palabras son otras; tras «%3» sigue diciendo «%4».</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it says “%4” instead of “%5”.</source>
        <translation>Con este cambio %1 de %2 mejores palabras son otras; tras «%3» dice «%4» en vez de «%5».</translation>
    </message>
    <message>
        <source>%1 questions: %2 are answered right at the exit.</source>
        <comment>number, percent</comment>
        <translation>%1 preguntas: %2 se responden bien en la salida.</translation>
    </message>
    <message>
        <source>%1 documents, none with a counted token.</source>
        <translation>%1 documentos, ninguno con un token contado.</translation>
    </message>
    <message>
        <source>%1 documents: tokens are read at loop %2 of %3 on average.</source>
        <translation>%1 documentos: los tokens se leen de media en el bucle %2 de %3.</translation>
    </message>
    <message>
        <source>That lowers the loss by %1 nats against loop 1.</source>
        <translation>Eso baja la pérdida %1 nats frente al bucle 1.</translation>
    </message>
    <message>
        <source>That raises the loss by %1 nats against loop 1.</source>
        <translation>Eso sube la pérdida %1 nats frente al bucle 1.</translation>
    </message>
    <message>
        <source>Nothing is swept yet: a sweep carries out one change at every place in turn and maps what becomes of the answer.</source>
        <translation>Aún no se recorrió nada: un recorrido hace un cambio en cada lugar por turno y muestra en un mapa qué es de la respuesta.</translation>
    </message>
    <message>
        <source>At none of %1 places does this change move the answer “%2”.</source>
        <translation>En ninguno de %1 lugares mueve este cambio la respuesta «%2».</translation>
    </message>
    <message>
        <source>It matters most at loop %1, token %2: log p of “%3” changes by %4 nats.</source>
        <translation>Donde más importa es en el bucle %1, token %2: log p de «%3» cambia en %4 nats.</translation>
    </message>
    <message>
        <source>It matters most at loop %1, layer %2: log p of “%3” changes by %4 nats.</source>
        <translation>Donde más importa es en el bucle %1, capa %2: log p de «%3» cambia en %4 nats.</translation>
    </message>
    <message>
        <source>At %1 of %2 places the best word is another.</source>
        <translation>En %1 de %2 lugares la mejor palabra es otra.</translation>
    </message>
    <message numerus="yes">
        <source>It waits: %n token(s) so far.</source>
        <translation>
            <numerusform>Está en espera: %n token hasta ahora.</numerusform>
            <numerusform>Está en espera: %n tokens hasta ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is done yet.</source>
        <translation>Todavía no hay ningún documento hecho.</translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation>Este corpus no tiene documentos.</translation>
    </message>
    <message>
        <source>The exit probabilities of %1 of %2 tokens are not numbers: where these would stop is not known.</source>
        <translation>Las probabilidades de salida de %1 de %2 tokens no son números: no se sabe dónde se detendrían.</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run. Run makes the untouched run of the same text, which it is then set against.</source>
        <translation>Algo se cambió dentro de los bucles de esta ejecución. «Ejecutar» hace la ejecución sin cambios del mismo texto, con la que luego se compara.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”, with probability %5 instead of %6.</source>
        <translation>Con este cambio %1 de %2 mejores palabras son otras; tras «%3» sigue diciendo «%4», con probabilidad %5 en vez de %6.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GateAuditView</name>
    <message numerus="yes">
        <source>%1; %n token(s) with an undefined gate left out</source>
        <translation>
            <numerusform>%1; se omite %n token con compuerta indefinida</numerusform>
            <numerusform>%1; se omiten %n tokens con compuerta indefinida</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message numerus="yes">
        <source>Average of %n token(s): entropy of p %1 ± %2 nats, expected depth %3</source>
        <translation>
            <numerusform>Media de %n token: entropía de p %1 ± %2 nats, profundidad esperada %3</numerusform>
            <numerusform>Media de %n tokens: entropía de p %1 ± %2 nats, profundidad esperada %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact, a lower bound from what was kept, or not recorded</source>
        <translation>Exacto, una cota inferior de lo guardado, o no registrado</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Regla de salida</translation>
    </message>
    <message>
        <source>Exit rules at the present mean depth, sorted by regret</source>
        <translation>Reglas de salida a la profundidad media actual, por arrepentimiento</translation>
    </message>
    <message>
        <source>Exit rules: mean loops against quality</source>
        <translation>Reglas de salida: bucles medios frente a calidad</translation>
    </message>
    <message>
        <source>Export the exit rules</source>
        <translation>Exportar las reglas de salida</translation>
    </message>
    <message>
        <source>Export the gate&apos;s averages</source>
        <translation>Exportar las medias de la compuerta</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Auditoría de la compuerta</translation>
    </message>
    <message>
        <source>Gate averaged over tokens by loop</source>
        <translation>Compuerta por bucle, media sobre tokens</translation>
    </message>
    <message>
        <source>Gate of the selected token by loop</source>
        <translation>Compuerta del token seleccionado por bucle</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Todavía no hay nada registrado.</translation>
    </message>
    <message>
        <source>Quality of the exit rules shown</source>
        <translation>Calidad mostrada de las reglas de salida</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Leyendo la traza...</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Arrepentimiento</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Select a token to see what its gate says.</source>
        <translation>Seleccione un token para ver qué dice su compuerta.</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>Se detiene en</translation>
    </message>
    <message>
        <source>Threshold that gives this depth; between two thresholds the tokens are mixed at random</source>
        <translation>Umbral que da esta profundidad; entre dos umbrales los tokens se mezclan al azar</translation>
    </message>
    <message>
        <source>Token %1 “%2”: entropy of p %3 nats, expected depth %4, read at loop %5</source>
        <translation>Token %1 «%2»: entropía de p %3 nats, profundidad esperada %4, leído en el bucle %5</translation>
    </message>
    <message>
        <source>Token %1 “%2”: the gate is undefined, so the last loop is read</source>
        <translation>Token %1 «%2»: la compuerta no está definida, así que se lee el último bucle</translation>
    </message>
    <message>
        <source>from %1 loops</source>
        <translation>desde %1 bucles</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>± is half the distance between the quartiles</source>
        <translation>± es la mitad de la distancia entre cuartiles</translation>
    </message>
    <message>
        <source>The gate is undefined at every token</source>
        <translation>La compuerta no está definida en ningún token</translation>
    </message>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>El modelo de este registro no tiene compuerta de salida.</translation>
    </message>
    <message>
        <source>Without a gate a token is read at the last loop allowed.</source>
        <translation>Sin compuerta, un token se lee en el último bucle permitido.</translation>
    </message>
    <message>
        <source>Exit rules at the same depth: %1 loops a token</source>
        <translation>Reglas de salida a igual profundidad: %1 bucles por token</translation>
    </message>
</context>
<context>
    <name>ouroscope::GateFigure</name>
    <message>
        <source>CDF</source>
        <translation>CDF</translation>
    </message>
    <message>
        <source>CDF (whiskers: quartiles)</source>
        <translation>CDF (bigotes: cuartiles)</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Probabilidad de salida p</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Compuerta λ</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Remainder p</source>
        <translation>Resto p</translation>
    </message>
    <message>
        <source>λ of the last loop, unused</source>
        <translation>λ del último bucle, sin uso</translation>
    </message>
    <message>
        <source>Prob.</source>
        <translation>Prob.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryFigure</name>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Bucle (discontinua: entrenado con %1)</translation>
    </message>
    <message>
        <source>median of all tokens</source>
        <translation>mediana de todos los tokens</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>mitad central</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryView</name>
    <message>
        <source>%1 = %2, on the states after each loop&apos;s norm. The first loop starts from the embedding and has no step.</source>
        <translation>%1 = %2, sobre los estados tras la norma de cada bucle. El primer bucle parte del embedding y no tiene paso.</translation>
    </message>
    <message>
        <source>Components %1 and %2</source>
        <translation>Componentes %1 y %2</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>Calculando componentes principales</translation>
    </message>
    <message numerus="yes">
        <source>One basis for all: principal components of %Ln states (all tokens and loops), centred.</source>
        <translation>
            <numerusform>Una base para todos: componentes principales de %Ln estado (todos los tokens y bucles), centrados.</numerusform>
            <numerusform>Una base para todos: componentes principales de %Ln estados (todos los tokens y bucles), centrados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Open its model to run it again and record them, or do it on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Las órbitas necesitan el estado oculto de cada bucle, que esta traza no contiene. Abra su modelo para ejecutarla de nuevo y registrarlos, o hágalo en la línea de órdenes:
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Run it again and record them, here or on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Las órbitas necesitan el estado oculto de cada bucle, que esta traza no contiene. Ejecútela de nuevo y regístrelos, aquí o en la línea de órdenes:
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits of the selected tokens in principal components</source>
        <translation>Órbitas de los tokens seleccionados en componentes principales</translation>
    </message>
    <message>
        <source>Principal components on the axes</source>
        <translation>Componentes principales de los ejes</translation>
    </message>
    <message>
        <source>Quantity over the loops</source>
        <translation>Magnitud a lo largo de los bucles</translation>
    </message>
    <message>
        <source>Quantity over the loops, all tokens and the selected ones</source>
        <translation>Magnitud a lo largo de los bucles, todos los tokens y los seleccionados</translation>
    </message>
    <message>
        <source>Reading states</source>
        <translation>Leyendo estados</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its states move over the loops.</source>
        <translation>Ejecute un prompt o abra una traza para ver cómo se mueven sus estados a lo largo de los bucles.</translation>
    </message>
    <message>
        <source>Run again with hidden states</source>
        <translation>Reejecutar con estados ocultos</translation>
    </message>
    <message>
        <source>Select a token to see its orbit.</source>
        <translation>Seleccione un token para ver su órbita.</translation>
    </message>
    <message>
        <source>The components are approximate: their variances lie close together.</source>
        <translation>Las componentes son aproximadas: sus varianzas están muy próximas.</translation>
    </message>
    <message>
        <source>The trace has too few states for these components.</source>
        <translation>La traza tiene muy pocos estados para estas componentes.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>La página anterior (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>The page after (Alt+Right)</source>
        <translation>La página siguiente (Alt+Derecha)</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Todas las páginas</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapCanvas</name>
    <message>
        <source>Depth heatmap, tokens by loops</source>
        <translation>Mapa de calor de profundidad, tokens por bucles</translation>
    </message>
    <message>
        <source>Token %1 “%2”, loop %3</source>
        <translation>Token %1 «%2», bucle %3</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapFigure</name>
    <message>
        <source>%1 (log scale)</source>
        <translation>%1 (escala logarítmica)</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapView</name>
    <message>
        <source>%1 “%2”</source>
        <comment>position and text of a token</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: value unit</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold limits</source>
        <translation>Fijar límites</translation>
    </message>
    <message>
        <source>Keep the present colour limits for other traces too, so that pictures can be compared</source>
        <translation>Conservar los límites de color actuales también en otras trazas, para poder comparar imágenes</translation>
    </message>
    <message>
        <source>Measure of the heatmap</source>
        <translation>Medida del mapa de calor</translation>
    </message>
    <message>
        <source>Part of the text that the heatmap shows</source>
        <translation>Parte del texto que muestra el mapa</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>Mostrar todos los tokens</translation>
    </message>
    <message>
        <source>Show all tokens (0, or double click)</source>
        <translation>Mostrar todos los tokens (0 o doble clic)</translation>
    </message>
    <message>
        <source>Tokens %1–%2 of %3</source>
        <translation>Tokens %1–%2 de %3</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Tokens hacia abajo</translation>
    </message>
    <message>
        <source>best word “%1”</source>
        <translation>mejor palabra «%1»</translation>
    </message>
    <message>
        <source>exit loop %1</source>
        <translation>bucle de salida %1</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <translation>bucle %1 de %2</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>no está en el registro</translation>
    </message>
    <message>
        <source>Show the words of this cell</source>
        <translation>Mostrar las palabras de esta celda</translation>
    </message>
    <message>
        <source>Copy what this cell says</source>
        <translation>Copiar lo que dice esta celda</translation>
    </message>
    <message>
        <source>Export this figure...</source>
        <translation>Exportar esta figura...</translation>
    </message>
    <message>
        <source>Point at a cell to read it; Ctrl+wheel zooms.</source>
        <translation>Señale una celda para leerla; Ctrl+rueda amplía.</translation>
    </message>
    <message>
        <source>What if something is changed here...</source>
        <translation>Probar un cambio aquí...</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Todavía no hay nada registrado: ejecute un prompt o abra una traza.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobRunner</name>
    <message>
        <source>Out of memory: use fewer tokens or loops, or capture less.</source>
        <translation>Memoria agotada: use menos tokens o bucles, o registre menos.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>ouroscope::KeysDialog</name>
    <message>
        <source>%1 is the key of “%2”: assigning it takes it from there.</source>
        <translation>%1 es la tecla de «%2»: al asignarla se le quita.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>Flechas, Inicio, Fin</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Elija una acción para darle otra tecla.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter the list of keys</source>
        <translation>Filtrar la lista de teclas</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Move the selection</source>
        <translation>Mover la selección</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
    <message>
        <source>New key of the chosen action</source>
        <translation>Tecla nueva de la acción elegida</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Restablecer todas</translation>
    </message>
    <message>
        <source>Select a range of tokens</source>
        <translation>Seleccionar un rango de tokens</translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation>Mayús+flechas, Mayús+clic</translation>
    </message>
    <message>
        <source>Show all of a plot</source>
        <translation>Mostrar todo el gráfico</translation>
    </message>
    <message>
        <source>Zoom a plot or the text</source>
        <translation>Ampliar un gráfico o el texto</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+rueda</translation>
    </message>
    <message>
        <source>Zoom a plot to some tokens</source>
        <translation>Ampliar un gráfico a algunos tokens</translation>
    </message>
    <message>
        <source>Drag along its words</source>
        <translation>Arrastrar por sus palabras</translation>
    </message>
    <message>
        <source>Move a zoomed plot</source>
        <translation>Mover un gráfico ampliado</translation>
    </message>
    <message>
        <source>Wheel, or drag with the middle button</source>
        <translation>Rueda, o arrastrar con el botón central</translation>
    </message>
    <message>
        <source>Move the line of the loops allowed</source>
        <translation>Mover la línea de bucles permitidos</translation>
    </message>
    <message>
        <source>PgUp and PgDn in the text, or drag it</source>
        <translation>Re Pág y Av Pág en el texto, o arrastrarla</translation>
    </message>
    <message>
        <source>Change how sure the gate must be</source>
        <translation>Cambiar cuán segura debe estar la compuerta</translation>
    </message>
    <message>
        <source>+ and - in the text</source>
        <translation>+ y - en el texto</translation>
    </message>
</context>
<context>
    <name>ouroscope::Ladder</name>
    <message>
        <source>Best word after every loop</source>
        <translation>Mejor palabra tras cada bucle</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>Tras «%1»</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>layer</comment>
        <translation>C%1</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Bucle %1</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Bucle %1, capa %2</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>no ejecutado</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>no está en el registro</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>word, probability</comment>
        <translation>«%1», %2</translation>
    </message>
    <message>
        <source>%1: read here</source>
        <translation>%1: se lee aquí</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
</context>
<context>
    <name>ouroscope::LanguageDemoDialog</name>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>Get the language demo</source>
        <translation>Obtener la demo de lenguaje</translation>
    </message>
    <message>
        <source>A small language model for English, some of whose layers are run again and again in small steps. It shows on ordinary sentences what loops change. It is not part of the program: Python and a network are needed once.</source>
        <translation>Un pequeño modelo de lenguaje para inglés, algunas de cuyas capas se recorren una y otra vez en pasos pequeños. Muestra en frases corrientes lo que cambian los bucles. No forma parte del programa: hacen falta Python y una red una sola vez.</translation>
    </message>
    <message>
        <source>The same without the window</source>
        <translation>Lo mismo sin la ventana</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, de %2</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Se descarga</translation>
    </message>
    <message>
        <source>the Python package %1, %2, by pip</source>
        <translation>el paquete de Python %1, %2, con pip</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>En el disco</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Where the folder will lie</source>
        <translation>Dónde estará la carpeta</translation>
    </message>
    <message>
        <source>The language demo is there already.</source>
        <translation>La demo de lenguaje ya está ahí.</translation>
    </message>
    <message>
        <source>Something else is there already: choose another folder.</source>
        <translation>Ya hay otra cosa ahí: elija otra carpeta.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>Obtenerla</translation>
    </message>
    <message>
        <source>Getting the language demo</source>
        <translation>Obteniendo la demo de lenguaje</translation>
    </message>
</context>
<context>
    <name>ouroscope::LayersFigure</name>
    <message>
        <source>loop %1</source>
        <translation>bucle %1</translation>
    </message>
    <message>
        <source>Layer, counted over all loops</source>
        <translation>Capa, contada por todos los bucles</translation>
    </message>
    <message>
        <source>Layer of all loops</source>
        <translation>Capa de todos los bucles</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>entrenado con %1</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>capa %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LegendStrip</name>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>%n token seleccionado</numerusform>
            <numerusform>%n tokens seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Shading: %1</source>
        <translation>Sombreado: %1</translation>
    </message>
    <message>
        <source>underlined: generated</source>
        <translation>subrayado: generado</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensCurvesFigure</name>
    <message>
        <source>loop that is read</source>
        <translation>bucle que se lee</translation>
    </message>
    <message>
        <source>Log-prob. (nats)</source>
        <translation>Log-prob. (nats)</translation>
    </message>
    <message>
        <source>Log-probability (nats)</source>
        <translation>Log-probabilidad (nats)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Bucle (discontinua: entrenado con %1)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Rank of the word</source>
        <translation>Rango de la palabra</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Loop, after token %1 “%2”</source>
        <translation>Bucle, tras el token %1 «%2»</translation>
    </message>
    <message>
        <source>Loop, after “%1”</source>
        <translation>Bucle, tras «%1»</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>entrenado con %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensTableModel</name>
    <message>
        <source>Loop %1</source>
        <translation>Bucle %1</translation>
    </message>
    <message>
        <source>Loop %1 was not run for this token.</source>
        <translation>El bucle %1 no se ejecutó para este token.</translation>
    </message>
    <message>
        <source>Loop %1: beyond the trained number</source>
        <translation>Bucle %1: más de los entrenados</translation>
    </message>
    <message>
        <source>Loop %1: the loop that is read here</source>
        <translation>Bucle %1: el que se lee aquí</translation>
    </message>
    <message>
        <source>Within loop %1, after layer %2: read through the final norm and the head, which were trained for the end of a loop only</source>
        <translation>Dentro del bucle %1, tras la capa %2: leído por la norma final y la cabeza, entrenadas solo para el final de un bucle</translation>
    </message>
    <message>
        <source>became the best word here</source>
        <translation>pasó a ser aquí la mejor palabra</translation>
    </message>
    <message numerus="yes">
        <source>fell by %n place(s)</source>
        <translation>
            <numerusform>bajó %n puesto</numerusform>
            <numerusform>bajó %n puestos</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>capa %1</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>bucle %1</translation>
    </message>
    <message>
        <source>loop %1, after layer %2</source>
        <translation>bucle %1, tras la capa %2</translation>
    </message>
    <message>
        <source>new among the kept words</source>
        <translation>nueva entre las palabras guardadas</translation>
    </message>
    <message numerus="yes">
        <source>rose by %n place(s)</source>
        <translation>
            <numerusform>subió %n puesto</numerusform>
            <numerusform>subió %n puestos</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at %2: probability %3, log-probability %4 nats</source>
        <translation>«%1» en %2: probabilidad %3, log-probabilidad %4 nats</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensView</name>
    <message>
        <source>After token %1 “%2”</source>
        <translation>Tras el token %1 «%2»</translation>
    </message>
    <message>
        <source>After token %1 “%2” (under the pointer)</source>
        <translation>Tras el token %1 «%2» (bajo el puntero)</translation>
    </message>
    <message>
        <source>Curves of words over the loops</source>
        <translation>Curvas de palabras a lo largo de los bucles</translation>
    </message>
    <message>
        <source>Layers within the loops are not in this record.</source>
        <translation>Las capas dentro de los bucles no están en este registro.</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-probabilidad</translation>
    </message>
    <message>
        <source>Most probable words at every loop</source>
        <translation>Palabras más probables en cada bucle</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Quantity of the curves</source>
        <translation>Magnitud de las curvas</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) read unfinished states through the final norm and the head, which were trained for whole loops: a hint, not the model&apos;s word.</source>
        <translation>Las filas dentro de un bucle (atenuadas) leen estados inacabados por la norma final y la cabeza, entrenadas para bucles completos: un indicio, no la palabra del modelo.</translation>
    </message>
    <message numerus="yes">
        <source>Run again to track %n word(s)</source>
        <translation>
            <numerusform>Reejecutar para seguir %n palabra</numerusform>
            <numerusform>Reejecutar para seguir %n palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again with layers</source>
        <translation>Reejecutar con capas</translation>
    </message>
    <message>
        <source>Runs the same text on the loaded model, recording these words at every loop</source>
        <translation>Ejecuta el mismo texto en el modelo cargado y registra estas palabras en cada bucle</translation>
    </message>
    <message>
        <source>Select a token to see what each loop would say next.</source>
        <translation>Seleccione un token para ver qué diría cada bucle a continuación.</translation>
    </message>
    <message>
        <source>Track words, comma between</source>
        <translation>Seguir palabras, separadas por comas</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is %n token(s) to this model and has no single curve: %2. Track one of them.</source>
        <translation>
            <numerusform>«%1» es %n token para este modelo y no tiene una sola curva: %2. Siga uno de ellos.</numerusform>
            <numerusform>«%1» son %n tokens para este modelo y no tiene una sola curva: %2. Siga uno de ellos.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not in this record.</source>
        <translation>«%1» no está en este registro.</translation>
    </message>
    <message>
        <source>“%1” is not in this record; open the model that made it to track it.</source>
        <translation>«%1» no está en este registro; abra el modelo que lo creó para seguirla.</translation>
    </message>
    <message>
        <source>“%1” is recorded only where it was among the best %2.</source>
        <translation>«%1» solo está registrada donde estuvo entre las %2 mejores.</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) are read through the maps of %1, then the final norm and the head.</source>
        <translation>Las filas dentro de un bucle (atenuadas) se leen por las aplicaciones de %1 y después por la norma final y la cabeza.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LineGrip</name>
    <message>
        <source>Loops allowed</source>
        <translation>Bucles permitidos</translation>
    </message>
    <message>
        <source>How many loops a word may use in this reading of the record: the line across the columns. Nothing is run again.</source>
        <translation>Cuántos bucles puede usar una palabra en esta lectura del registro: la línea sobre las columnas. No se vuelve a ejecutar nada.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveText</name>
    <message>
        <source>All loops were run</source>
        <translation>Se ejecutaron todos los bucles</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>Desde aquí: %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n loop(s) were run</source>
        <translation>
            <numerusform>Solo se ejecutó %n bucle</numerusform>
            <numerusform>Solo se ejecutaron %n bucles</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Run to generate from the prompt above, or Step for one token at a time. Above every word you see how deep the model went for it.</source>
        <translation>Pulse Ejecutar para generar desde el prompt de arriba, o Paso para ir token a token. Sobre cada palabra se ve a qué profundidad llegó el modelo.</translation>
    </message>
    <message>
        <source>Token %1 “%2”
Exit loop %3 of %4, expected depth %5</source>
        <translation>Token %1 «%2»
Bucle de salida %3 de %4, profundidad esperada %5</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveView</name>
    <message>
        <source>%1 (as it is)</source>
        <translation>%1 (como está)</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>%1 tokens por segundo</translation>
    </message>
    <message>
        <source>After an exit</source>
        <translation>Tras una salida</translation>
    </message>
    <message>
        <source>Another word...</source>
        <translation>Otra palabra...</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Bifurcar</translation>
    </message>
    <message>
        <source>Branch here...</source>
        <translation>Bifurcar aquí...</translation>
    </message>
    <message>
        <source>Changes what the model does from the next token on, and is kept in the trace. The strip above only changes how the record is read.</source>
        <translation>Cambia lo que hace el modelo desde el token siguiente y queda en la traza. La franja de arriba solo cambia cómo se lee el registro.</translation>
    </message>
    <message>
        <source>Draw again with another seed (this run was greedy)</source>
        <translation>Muestrear de nuevo con otra semilla (esta ejecución fue voraz)</translation>
    </message>
    <message>
        <source>Draw again with seed %1</source>
        <translation>Muestrear de nuevo con la semilla %1</translation>
    </message>
    <message>
        <source>End the run within one layer; what was generated is kept</source>
        <translation>Terminar la ejecución en una capa; lo generado se conserva</translation>
    </message>
    <message>
        <source>Exit threshold q of the tokens to come</source>
        <translation>Umbral de salida q de los tokens siguientes</translation>
    </message>
    <message>
        <source>Finishing this token</source>
        <translation>Terminando este token</translation>
    </message>
    <message>
        <source>Generate from the prompt at the top of the window</source>
        <translation>Generar desde el prompt de la parte superior</translation>
    </message>
    <message>
        <source>Generate one token, then wait (Return in the text below)</source>
        <translation>Generar un token y esperar (Intro en el texto de abajo)</translation>
    </message>
    <message>
        <source>Generated text under its depth ribbon</source>
        <translation>Texto generado bajo su cinta de profundidad</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Generando</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Voraz</translation>
    </message>
    <message>
        <source>Hold before the next token (Space in the text below)</source>
        <translation>Esperar antes del token siguiente (Espacio en el texto de abajo)</translation>
    </message>
    <message>
        <source>In place of token %1</source>
        <translation>En lugar del token %1</translation>
    </message>
    <message>
        <source>KV policies full, last-exited-copy and latest-available: with the last two, loops after the exit cost nothing, and later tokens see other keys and values in their place</source>
        <translation>Políticas KV full, last-exited-copy y latest-available: con las dos últimas, los bucles tras la salida no cuestan nada y los tokens posteriores ven otras claves y valores en su lugar</translation>
    </message>
    <message>
        <source>Branch before the selected token and continue with another word (B in the text below)</source>
        <translation>Bifurcar antes del token seleccionado y seguir con otra palabra (B en el texto de abajo)</translation>
    </message>
    <message>
        <source>Loop budget of the tokens to come</source>
        <translation>Presupuesto de bucles de los tokens siguientes</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>No hay ningún modelo cargado</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>No hay nada en ejecución</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Paused before token %1</source>
        <translation>En pausa antes del token %1</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>Leyendo el prompt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Seed </source>
        <comment>spin box prefix</comment>
        <translation>Semilla </translation>
    </message>
    <message>
        <source>Seed of the next run or branch</source>
        <translation>Semilla de la próxima ejecución o rama</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Temperature </source>
        <comment>spin box prefix</comment>
        <translation>Temperatura </translation>
    </message>
    <message>
        <source>Temperature of the next run</source>
        <translation>Temperatura de la próxima ejecución</translation>
    </message>
    <message>
        <source>The same word, then continue with the settings above</source>
        <translation>La misma palabra y seguir con los ajustes de arriba</translation>
    </message>
    <message>
        <source>The tokens to come</source>
        <translation>Los tokens siguientes</translation>
    </message>
    <message>
        <source>The word in place of token %1</source>
        <translation>La palabra en lugar del token %1</translation>
    </message>
    <message>
        <source>What happens to the loops after an exit</source>
        <translation>Qué ocurre con los bucles tras una salida</translation>
    </message>
    <message>
        <source>What the next run or branch begins with. The strip above only changes how the record is read.</source>
        <translation>Con qué empieza la próxima ejecución o rama. La franja de arriba solo cambia cómo se lee el registro.</translation>
    </message>
    <message>
        <source>run the others too</source>
        <translation>ejecutar los demás</translation>
    </message>
    <message>
        <source>skip, copy the last</source>
        <translation>omitir, copiar el último</translation>
    </message>
    <message>
        <source>skip, use the deepest</source>
        <translation>omitir, usar el más profundo</translation>
    </message>
    <message>
        <source>“%1”, %2 %</source>
        <translation>«%1», %2 %</translation>
    </message>
    <message>
        <source>Budget to come %1 of %2</source>
        <translation>Presupuesto próximo %1 de %2</translation>
    </message>
    <message>
        <source>q to come 1: always the budget</source>
        <translation>q próximo 1: siempre el presupuesto</translation>
    </message>
    <message>
        <source>q to come %1</source>
        <translation>q próximo %1</translation>
    </message>
    <message>
        <source>An exit rule stops the tokens</source>
        <translation>Una regla de salida detiene los tokens</translation>
    </message>
    <message>
        <source>generated tokens, as they were run: read at loop %1 of %2 on average</source>
        <translation>tokens generados, tal como se ejecutaron: leídos de media en el bucle %1 de %2</translation>
    </message>
    <message>
        <source>A model writes here token by token, and can be held and steered on the way. Open a model first (File menu).</source>
        <translation>Aquí un modelo escribe token a token, y se le puede detener y guiar sobre la marcha. Abra primero un modelo (menú Archivo).</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopAnswers</name>
    <message>
        <source>The best word after every loop</source>
        <translation>La mejor palabra tras cada bucle</translation>
    </message>
    <message>
        <source>Loop %1: %2</source>
        <translation>Bucle %1: %2</translation>
    </message>
    <message>
        <source>%1 = step %2</source>
        <comment>a word; the step of a puzzle with that value</comment>
        <translation>%1 = paso %2</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>Según la regla del juego:</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopStage</name>
    <message>
        <source>Gate</source>
        <translation>Compuerta</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <comment>the best word follows</comment>
        <translation>Cabeza: %1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Loop %1 of %2, at station %3</source>
        <translation>Bucle %1 de %2, en la estación %3</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norma</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>The loop with the token&apos;s state</source>
        <translation>El bucle con el estado del token</translation>
    </message>
    <message>
        <source>think</source>
        <translation>pensar</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>igualar</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>¿basta?</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>decir una palabra</translation>
    </message>
    <message>
        <source>Loop %1 of %2</source>
        <translation>Bucle %1 de %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::LossFigure</name>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Mean −log p of the next token (nats)</source>
        <translation>−log p medio del token siguiente (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>lowest at loop %1</source>
        <translation>mínimo en el bucle %1</translation>
    </message>
    <message>
        <source>within %1 nats of it</source>
        <translation>a menos de %1 nats de él</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>entrenado con %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::MainWindow</name>
    <message>
        <source>%1: %2</source>
        <comment>stage: progress</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;About Ouroscope</source>
        <translation>&amp;Acerca de Ouroscope</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>&amp;Quitar la selección</translation>
    </message>
    <message>
        <source>&amp;Close trace</source>
        <translation>&amp;Cerrar traza</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>Tema &amp;oscuro</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Export figure...</source>
        <translation>&amp;Exportar figura...</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Find in text</source>
        <translation>&amp;Buscar en el texto</translation>
    </message>
    <message>
        <source>&amp;Go to token...</source>
        <translation>&amp;Ir al token...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>Tema &amp;claro</translation>
    </message>
    <message>
        <source>&amp;Next deep token</source>
        <translation>Token profundo &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Open trace...</source>
        <translation>&amp;Abrir traza...</translation>
    </message>
    <message>
        <source>&amp;Previous deep token</source>
        <translation>Token profundo &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Redo view change</source>
        <translation>&amp;Rehacer cambio de vista</translation>
    </message>
    <message>
        <source>&amp;Reopen closed trace</source>
        <translation>&amp;Reabrir la traza cerrada</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;jecutar</translation>
    </message>
    <message>
        <source>&amp;Run prompt</source>
        <translation>&amp;Ejecutar el prompt</translation>
    </message>
    <message>
        <source>&amp;Save trace...</source>
        <translation>&amp;Guardar traza...</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>Tema del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Undo view change</source>
        <translation>&amp;Deshacer cambio de vista</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>About Ouroscope</source>
        <translation>Acerca de Ouroscope</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Command &amp;palette</source>
        <translation>&amp;Paleta de órdenes</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>E&amp;jemplos</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>Editar el &amp;prompt</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Ejemplo: %1</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>Go to token</source>
        <translation>Ir al token</translation>
    </message>
    <message>
        <source>Go to token %1</source>
        <translation>Ir al token %1</translation>
    </message>
    <message>
        <source>Heatmap: %1</source>
        <translation>Mapa de calor: %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Idioma: %1</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;less</source>
        <translation>Presupuesto de bucles: uno &amp;menos</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;more</source>
        <translation>Presupuesto de bucles: uno m&amp;ás</translation>
    </message>
    <message>
        <source>Next trace</source>
        <translation>Traza siguiente</translation>
    </message>
    <message>
        <source>Open &amp;model folder...</source>
        <translation>Abrir carpeta de &amp;modelo...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Opening the last session</source>
        <translation>Abriendo la última sesión</translation>
    </message>
    <message>
        <source>Ouroscope %1

Sees how a looped language model spends its depth: every loop of every token, what it would have said and when it would have stopped.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ouroscope %1

Muestra cómo un modelo de lenguaje con bucles gasta su profundidad: cada bucle de cada token, qué habría dicho y cuándo se habría detenido.

Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Disposición: %1</translation>
    </message>
    <message>
        <source>Previous trace</source>
        <translation>Traza anterior</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Prompt and &amp;controls</source>
        <translation>Prompt y &amp;controles</translation>
    </message>
    <message>
        <source>R&amp;eset this layout</source>
        <translation>R&amp;establecer esta disposición</translation>
    </message>
    <message>
        <source>Recent: %1</source>
        <translation>Reciente: %1</translation>
    </message>
    <message>
        <source>Reduce m&amp;otion</source>
        <translation>Reducir m&amp;ovimiento</translation>
    </message>
    <message>
        <source>Selection &amp;after</source>
        <translation>Selección &amp;siguiente</translation>
    </message>
    <message>
        <source>Selection &amp;before</source>
        <translation>Selección &amp;anterior</translation>
    </message>
    <message>
        <source>Shade the text by: %1</source>
        <translation>Sombrear el texto según: %1</translation>
    </message>
    <message>
        <source>Token, from 1:</source>
        <translation>Token, desde 1:</translation>
    </message>
    <message>
        <source>Trace: %1</source>
        <translation>Traza: %1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Vista: %1</translation>
    </message>
    <message>
        <source>Close Ouroscope</source>
        <translation>Cerrar Ouroscope</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) would be lost: nobody saved them, and the session could not be kept.</source>
        <translation>
            <numerusform>Se perdería %n ejecución: nadie la guardó y la sesión no se pudo conservar.</numerusform>
            <numerusform>Se perderían %n ejecuciones: nadie las guardó y la sesión no se pudo conservar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Cerrar sin ellas</translation>
    </message>
    <message>
        <source>Save the runs in</source>
        <translation>Guardar las ejecuciones en</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Disposiciones</translation>
    </message>
    <message>
        <source>Runs and &amp;questions</source>
        <translation>Ejecuciones y &amp;preguntas</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Added to the figure page</source>
        <translation>Añadida a la página de figuras</translation>
    </message>
    <message>
        <source>Get the &amp;language demo...</source>
        <translation>Obtener la demo de &amp;lenguaje...</translation>
    </message>
    <message>
        <source>Open recorded e&amp;xample</source>
        <translation>Abrir un e&amp;jemplo grabado</translation>
    </message>
    <message>
        <source>Recorded example: %1</source>
        <translation>Ejemplo grabado: %1</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Más grande</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>Más &amp;pequeño</translation>
    </message>
    <message>
        <source>Us&amp;ual size</source>
        <translation>Tamaño &amp;habitual</translation>
    </message>
    <message>
        <source>Size: %1 %</source>
        <translation>Tamaño: %1 %</translation>
    </message>
    <message>
        <source>&amp;Guide to what is shown</source>
        <translation>&amp;Guía de lo que se muestra</translation>
    </message>
    <message>
        <source>Open &amp;corpus...</source>
        <translation>Abrir &amp;corpus...</translation>
    </message>
    <message>
        <source>Run &amp;again with more recorded...</source>
        <translation>Ejecutar de n&amp;uevo registrando más...</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
</context>
<context>
    <name>ouroscope::MatrixFigure</name>
    <message>
        <source>Virtual layer, by loop</source>
        <translation>Capa virtual, por bucle</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
</context>
<context>
    <name>ouroscope::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Descartar el mensaje</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Mostrar todos los mensajes</translation>
    </message>
</context>
<context>
    <name>ouroscope::ModelOptions</name>
    <message>
        <source>Open so</source>
        <translation>Abrir así</translation>
    </message>
    <message>
        <source>Choosing another one opens the model again</source>
        <translation>Elegir otra vuelve a abrir el modelo</translation>
    </message>
    <message>
        <source>through the layers after it</source>
        <translation>a través de las capas siguientes</translation>
    </message>
    <message>
        <source>by norm and head alone</source>
        <translation>solo por norma y cabeza</translation>
    </message>
    <message>
        <source>The coda lens reads a loop as a run with so many loops would go on; the logit lens is cheaper and another lens. Choosing another one opens the model again</source>
        <translation>La lente coda lee un bucle como seguiría una ejecución con tantos bucles; la lente logit es más barata y es otra lente. Elegir otra vuelve a abrir el modelo</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Capas en bucle</translation>
    </message>
    <message>
        <source>A plain model has one loop. These of its layers are looped without training, from one to another such as 15-18; empty: as the folder says</source>
        <translation>Un modelo corriente tiene un solo bucle. Estas capas se repiten sin entrenamiento, de una a otra, por ejemplo 15-18; vacío: como diga la carpeta</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Regla de los pasos</translation>
    </message>
    <message>
        <source>What a turn does with the state: with euler and anchored, a run with fewer loops is another run</source>
        <translation>Lo que una vuelta hace con el estado: con euler y anchored, una ejecución con menos bucles es otra ejecución</translation>
    </message>
    <message>
        <source>Gate that decides exits</source>
        <translation>Compuerta que decide las salidas</translation>
    </message>
    <message>
        <source>A loop is read</source>
        <translation>Un bucle se lee</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>la del modelo</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingCurveFigure</name>
    <message>
        <source>This reading</source>
        <translation>Esta lectura</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>NLL (nats)</source>
        <translation>NLL (nats)</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>Loops saved</source>
        <translation>Bucles ahorrados</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Agreement with full depth</source>
        <translation>Acuerdo con la profundidad total</translation>
    </message>
    <message>
        <source>Agreement with the deepest loop run</source>
        <translation>Acuerdo con el bucle más profundo ejecutado</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Compuerta</translation>
    </message>
    <message>
        <source>Gate, past the record</source>
        <translation>Compuerta, más allá del registro</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL respecto a la profundidad total (nats)</translation>
    </message>
    <message>
        <source>KL from the deepest loop run (nats)</source>
        <translation>KL respecto al bucle más profundo ejecutado (nats)</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Bucles medios</translation>
    </message>
    <message>
        <source>Measured early exit</source>
        <translation>Salida temprana medida</translation>
    </message>
    <message>
        <source>NLL (nats per token)</source>
        <translation>NLL (nats por token)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oráculo</translation>
    </message>
    <message>
        <source>Random exit</source>
        <translation>Salida aleatoria</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Mismo presupuesto para todos</translation>
    </message>
    <message>
        <source>Theoretical loops saved</source>
        <translation>Bucles ahorrados en teoría</translation>
    </message>
    <message>
        <source>q %1: %2</source>
        <translation>q %1: %2</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <comment>axis title, number of tokens</comment>
        <translation>%1, n = %2</translation>
    </message>
    <message>
        <source>95 % interval, against full depth</source>
        <translation>Intervalo del 95 %, frente a la profundidad completa</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingView</name>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Agreement %1 · NLL %2 · KL %3 (nats per token)</source>
        <translation>Acuerdo %1 · NLL %2 · KL %3 (nats por token)</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>Los tres</translation>
    </message>
    <message>
        <source>Export the operating curve</source>
        <translation>Exportar la curva de operación</translation>
    </message>
    <message>
        <source>Full depth is not recorded: agreement and KL compare with the deepest loop that each token ran.</source>
        <translation>La profundidad total no está registrada: acuerdo y KL comparan con el bucle más profundo que ejecutó cada token.</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>No token has a recorded next token, so there is no NLL.</source>
        <translation>Ningún token tiene un siguiente registrado, así que no hay NLL.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Todavía no hay nada registrado.</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Curva de operación</translation>
    </message>
    <message>
        <source>Operating curve; arrow keys move the exit threshold q</source>
        <translation>Curva de operación; las flechas mueven el umbral de salida q</translation>
    </message>
    <message>
        <source>Quality shown against depth</source>
        <translation>Calidad mostrada frente a la profundidad</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Leyendo la traza...</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token, %3 a generated token.</source>
        <translation>Ejecutado de verdad (política KV %1): %2 bucles por token, %3 por token generado.</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token.</source>
        <translation>Ejecutado de verdad (política KV %1): %2 bucles por token.</translation>
    </message>
    <message>
        <source>q %1 · read at loop %2 of %3 on average · theoretical saving %4 loops a token</source>
        <translation>q %1 · se lee de media en el bucle %2 de %3 · en teoría se ahorran %4 bucles por token</translation>
    </message>
</context>
<context>
    <name>ouroscope::OrbitFigure</name>
    <message>
        <source>PC %1 (%2 % of the variance)</source>
        <translation>PC %1 (%2 % de la varianza)</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>bucle %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::OwnText</name>
    <message>
        <source>Take: count on</source>
        <translation>Take: seguir contando</translation>
    </message>
    <message>
        <source>Cups: follow the ball</source>
        <translation>Vasos: seguir la bola</translation>
    </message>
    <message>
        <source>Facts: who is who</source>
        <translation>Datos: quién es quién</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>Paréntesis</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Opposites</source>
        <translation>Contrarios</translation>
    </message>
    <message>
        <source>A story</source>
        <translation>Un cuento</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Open the puzzle model</source>
        <translation>Abrir el modelo de acertijos</translation>
    </message>
    <message>
        <source>Get the language demo...</source>
        <translation>Obtener la demo de lenguaje...</translation>
    </message>
    <message>
        <source>A game of the puzzle model, or a text</source>
        <translation>Un juego del modelo de acertijos, o un texto</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Escribir un texto</translation>
    </message>
    <message>
        <source>Steps: </source>
        <translation>Pasos: </translation>
    </message>
    <message>
        <source>Steps of the puzzle</source>
        <translation>Pasos del acertijo</translation>
    </message>
    <message>
        <source>Type the beginning of a text, then Enter</source>
        <translation>Escriba el comienzo de un texto y pulse Intro</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>Su propio texto</translation>
    </message>
    <message>
        <source>A game of the puzzle model as slots to fill, or a text typed freely</source>
        <translation>Un juego del modelo de acertijos con huecos, o un texto escrito libremente</translation>
    </message>
    <message>
        <source>How many steps the puzzle has: more steps need more loops</source>
        <translation>Cuántos pasos tiene el acertijo: más pasos piden más bucles</translation>
    </message>
    <message>
        <source>What the model reads; it then says the next word</source>
        <translation>Lo que lee el modelo; después dice la palabra siguiente</translation>
    </message>
    <message>
        <source>Says what would be fetched, how large it is and under which licence</source>
        <translation>Dice qué se descargaría, su tamaño y su licencia</translation>
    </message>
    <message>
        <source>No model is open. The puzzle model comes with the program; one that writes English is fetched when you ask for it. A model folder of your own is opened in the File menu.</source>
        <translation>No hay ningún modelo abierto. El de acertijos viene con el programa; uno que escribe inglés se descarga si lo pide. Su propia carpeta de modelo se abre en el menú Archivo.</translation>
    </message>
    <message>
        <source>Runs this text with %1 and records every loop</source>
        <translation>Ejecuta este texto con %1 y registra cada bucle</translation>
    </message>
    <message>
        <source>Runs this text and records every loop</source>
        <translation>Ejecuta este texto y registra cada bucle</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>Hueco %1</translation>
    </message>
    <message>
        <source>What stands here in the puzzle</source>
        <translation>Lo que va aquí en el acertijo</translation>
    </message>
    <message>
        <source>Opens the small model that comes with the program; it knows seven games</source>
        <translation>Abre el pequeño modelo incluido en el programa; conoce siete juegos</translation>
    </message>
</context>
<context>
    <name>ouroscope::PageControls</name>
    <message>
        <source> dpi</source>
        <translation> ppp</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Mapa de color</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns of panels</source>
        <translation>Columnas de paneles</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Separación</translation>
    </message>
    <message>
        <source>Gap between panels</source>
        <translation>Separación entre paneles</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Grosor de línea</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Panel letters</source>
        <translation>Letras de los paneles</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Resolution of a PNG</source>
        <translation>Resolución de un PNG</translation>
    </message>
    <message>
        <source>SVG text</source>
        <translation>Texto SVG</translation>
    </message>
    <message>
        <source>Same colour limits for equal measures</source>
        <translation>Mismos límites de color para medidas iguales</translation>
    </message>
    <message>
        <source>Same limits, one bar</source>
        <translation>Mismos límites, una barra</translation>
    </message>
    <message>
        <source>Sans (DejaVu Sans)</source>
        <translation>Sans (DejaVu Sans)</translation>
    </message>
    <message>
        <source>Serif (Times or similar)</source>
        <translation>Serif (Times o similar)</translation>
    </message>
    <message>
        <source>Text of an SVG</source>
        <translation>Texto de un SVG</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Letra</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>contornos</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
</context>
<context>
    <name>ouroscope::PanelControls</name>
    <message>
        <source>%1: %2</source>
        <extracomment>kind of figure: what it shows</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add a figure of what the window shows now</source>
        <translation>Añadir una figura de lo que muestra la ventana</translation>
    </message>
    <message>
        <source>Exit line</source>
        <translation>Línea de salida</translation>
    </message>
    <message>
        <source>First token of the panel</source>
        <translation>Primer token del panel</translation>
    </message>
    <message>
        <source>Last token of the panel</source>
        <translation>Último token del panel</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-probabilidad</translation>
    </message>
    <message>
        <source>Measure of the panel</source>
        <translation>Medida del panel</translation>
    </message>
    <message>
        <source>Move the chosen panel back</source>
        <translation>Mover el panel elegido hacia atrás</translation>
    </message>
    <message>
        <source>Move the chosen panel forward</source>
        <translation>Mover el panel elegido hacia delante</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Todavía no hay nada registrado.</translation>
    </message>
    <message>
        <source>Panels of the page</source>
        <translation>Paneles de la página</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove the chosen panel</source>
        <translation>Quitar el panel elegido</translation>
    </message>
    <message>
        <source>Set the chosen panel to what the window shows now</source>
        <translation>Poner en el panel elegido lo que muestra la ventana</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sustituir</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Tokens hacia abajo</translation>
    </message>
    <message>
        <source>Corpus: %1</source>
        <extracomment>panel of a page, of the open corpus</extracomment>
        <translation>Corpus: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::PassLane</name>
    <message>
        <source>One pass through the layers</source>
        <translation>Una pasada por las capas</translation>
    </message>
    <message>
        <source>One pass says “%1”, %2</source>
        <translation>Una pasada dice «%1», %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::PromptOptions</name>
    <message>
        <source>go on with the shown conversation</source>
        <translation>continuar la conversación mostrada</translation>
    </message>
    <message>
        <source>special tokens are words</source>
        <translation>los tokens especiales son palabras</translation>
    </message>
    <message>
        <source>no beginning-of-text token</source>
        <translation>sin token de inicio de texto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>Ids de token</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>el propio del modelo</translation>
    </message>
    <message>
        <source>none</source>
        <comment>system turn</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>this text:</source>
        <translation>este texto:</translation>
    </message>
    <message>
        <source>as the model&apos;s template</source>
        <translation>como la plantilla del modelo</translation>
    </message>
    <message>
        <source>think</source>
        <translation>pensar</translation>
    </message>
    <message>
        <source>do not think</source>
        <translation>no pensar</translation>
    </message>
    <message>
        <source>Send the prompt as</source>
        <translation>Enviar el prompt como</translation>
    </message>
    <message>
        <source>System turn</source>
        <translation>Turno de sistema</translation>
    </message>
    <message>
        <source>Text of the system turn</source>
        <translation>Texto del turno de sistema</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensamiento</translation>
    </message>
    <message>
        <source>The tokenizer of this model has no marks of turns.</source>
        <translation>El tokenizador de este modelo no tiene marcas de turnos.</translation>
    </message>
    <message>
        <source>For a prompt that is sent as chat.</source>
        <translation>Para un prompt que se envía como chat.</translation>
    </message>
    <message>
        <source>go on with the shown conversation (turn %1)</source>
        <translation>continuar la conversación mostrada (turno %1)</translation>
    </message>
    <message>
        <source>What is shown is no conversation with an answer: a new one begins.</source>
        <translation>Lo mostrado no es una conversación con respuesta: empieza una nueva.</translation>
    </message>
    <message>
        <source>The prompt is its next turn, after all turns and answers so far</source>
        <translation>El prompt es su siguiente turno, tras todos los turnos y respuestas</translation>
    </message>
    <message>
        <source>A conversation that goes on keeps its system turn.</source>
        <translation>Una conversación que continúa conserva su turno de sistema.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes no system turn of its own.</source>
        <translation>La plantilla del modelo no escribe un turno de sistema propio.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes: %1</source>
        <translation>La plantilla del modelo escribe: %1</translation>
    </message>
    <message>
        <source>What the template writes with and without enable_thinking; where it does not know that word, “think” opens a &lt;think&gt; block</source>
        <translation>Lo que la plantilla escribe con y sin enable_thinking; si no conoce esa palabra, «pensar» abre un bloque &lt;think&gt;</translation>
    </message>
    <message>
        <source>Token ids have no special words.</source>
        <translation>Los ids de token no tienen palabras especiales.</translation>
    </message>
    <message>
        <source>Special tokens that are written out in the prompt are the words that they are written with</source>
        <translation>Los tokens especiales escritos en el prompt son las palabras con que se escriben</translation>
    </message>
    <message>
        <source>For a prompt that is sent as text.</source>
        <translation>Para un prompt que se envía como texto.</translation>
    </message>
    <message>
        <source>This model expects no token before a text.</source>
        <translation>Este modelo no espera ningún token antes de un texto.</translation>
    </message>
    <message>
        <source>Leaves out what this model expects before a text</source>
        <translation>Omite lo que este modelo espera antes de un texto</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionHead</name>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Stays where it is; the next question comes beside it</source>
        <translation>Se queda donde está; la siguiente pregunta aparece al lado</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>Cómo leer esta imagen</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>A la página</translation>
    </message>
    <message>
        <source>Adds this picture to the figure page, as a panel</source>
        <translation>Añade esta imagen a la página de figuras, como panel</translation>
    </message>
    <message>
        <source>Copy or export this picture; a window of its own</source>
        <translation>Copiar o exportar esta imagen; ventana propia</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>What the picture says</source>
        <translation>Lo que dice la imagen</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>Más acciones con esta imagen</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copiar como SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copiar como PNG</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>En una ventana propia</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>n = %1 tokens (few)</source>
        <translation>n = %1 tokens (pocos)</translation>
    </message>
    <message>
        <source>n = %1 tokens</source>
        <translation>n = %1 tokens</translation>
    </message>
    <message>
        <source>Fewer than %1 tokens: chance alone can make such a picture. Open a longer text, or a corpus.</source>
        <translation>Menos de %1 tokens: el azar solo puede dar una imagen así. Abra un texto más largo.</translation>
    </message>
    <message>
        <source>There is no picture here to copy yet.</source>
        <translation>Aquí aún no hay imagen que copiar.</translation>
    </message>
    <message>
        <source>Drag it onto “Paper” to add this picture to the page</source>
        <translation>Arrástrela a «Papel» para añadir esta imagen a la página</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionRail</name>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunDesk</name>
    <message>
        <source>Branching</source>
        <translation>Bifurcando</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>Cargando %1</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Abrir carpeta de modelo</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>There is no model loaded: open a model folder first (File menu).</source>
        <translation>No hay ningún modelo cargado: abra antes una carpeta de modelo (menú Archivo).</translation>
    </message>
    <message>
        <source>The examples of this model are not offered: %1</source>
        <translation>No se ofrecen los ejemplos de este modelo: %1</translation>
    </message>
    <message>
        <source>There is no trace to run again: run a prompt first.</source>
        <translation>No hay ninguna traza que ejecutar de nuevo: ejecute primero un prompt.</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>Ejecutando de nuevo</translation>
    </message>
    <message>
        <source>This text is longer than the %L1 positions that the model was made for: what comes after token %L1 is beyond its training.</source>
        <translation>Este texto es más largo que las %L1 posiciones para las que se hizo el modelo: lo que sigue al token %L1 queda fuera de su entrenamiento.</translation>
    </message>
    <message>
        <source>%1 and gate “%2”</source>
        <comment>bf16 and gate</comment>
        <translation>%1 y con la compuerta «%2»</translation>
    </message>
    <message>
        <source>The model was opened again in %1, as this record was made.</source>
        <translation>El modelo se abrió de nuevo en %1, como se hizo este registro.</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3 looped (%4)</source>
        <comment>bf16</comment>
        <translation>%1, capas %2 a %3 en bucle (%4)</translation>
    </message>
    <message>
        <source>Links out of the model folder</source>
        <translation>Enlaces fuera de la carpeta del modelo</translation>
    </message>
    <message>
        <source>%1 is a link that leaves the model folder, to %2.</source>
        <translation>%1 es un enlace que sale de la carpeta del modelo, a %2.</translation>
    </message>
    <message>
        <source>Follow the links out of this folder? What they lead to is read as part of the model.</source>
        <translation>¿Seguir los enlaces que salen de esta carpeta? Aquello a lo que apuntan se lee como parte del modelo.</translation>
    </message>
    <message>
        <source>Follow the links</source>
        <translation>Seguir los enlaces</translation>
    </message>
    <message>
        <source>The model was not opened: %1 leaves its folder.</source>
        <translation>El modelo no se abrió: %1 sale de su carpeta.</translation>
    </message>
    <message>
        <source>This run was made with another model than the one that is open: open that model first.</source>
        <translation>Esta ejecución se hizo con otro modelo que el abierto: abra primero ese modelo.</translation>
    </message>
    <message>
        <source>one plain pass</source>
        <translation>una pasada simple</translation>
    </message>
    <message>
        <source>layers %1 looped</source>
        <translation>capas %1 en bucle</translation>
    </message>
    <message>
        <source>Running beside</source>
        <translation>Ejecutando al lado</translation>
    </message>
    <message>
        <source>Model to run the text on</source>
        <translation>Modelo que leerá el texto</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run already: show the untouched run, and sweep that.</source>
        <translation>Ya se cambió algo dentro de los bucles de esta ejecución: muestre la ejecución sin cambios y recórrala.</translation>
    </message>
    <message>
        <source>The run whose states are to be put in is not open.</source>
        <translation>La ejecución cuyos estados se van a poner no está abierta.</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Recorriendo</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>Recorrido: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunList</name>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Drop a run on another to compare the two</source>
        <translation>Suelte una ejecución sobre otra para comparar las dos</translation>
    </message>
    <message>
        <source>This file is away: click to look for it again.
%1</source>
        <translation>Este archivo no está: haga clic para buscarlo de nuevo.
%1</translation>
    </message>
    <message>
        <source>A run that is not saved (the session keeps it)</source>
        <translation>Una ejecución sin guardar (la sesión la conserva)</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <comment>on average</comment>
        <translation>bucle %1 de %2</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>Compare with the shown run</source>
        <translation>Comparar con la ejecución mostrada</translation>
    </message>
    <message>
        <source>Save trace...</source>
        <translation>Guardar traza...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunOptions</name>
    <message>
        <source>word, #123</source>
        <translation>palabra, #123</translation>
    </message>
    <message>
        <source>Their probability and rank are kept at every loop; #123 is a token id</source>
        <translation>Su probabilidad y su rango se guardan en cada bucle; #123 es un id de token</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Drafts tokens with fewer loops and verifies them together: the same text and record</source>
        <translation>Redacta tokens con menos bucles y los verifica juntos: el mismo texto y el mismo registro</translation>
    </message>
    <message>
        <source>Words to track</source>
        <translation>Palabras que seguir</translation>
    </message>
    <message>
        <source>Words kept per loop</source>
        <translation>Palabras guardadas por bucle</translation>
    </message>
    <message>
        <source>Loops to draft with</source>
        <translation>Bucles para borradores</translation>
    </message>
    <message>
        <source>Tokens per draft</source>
        <translation>Tokens por borrador</translation>
    </message>
    <message>
        <source>Generation stops after one of these too, each one token; #123 is a token id</source>
        <translation>La generación termina también tras uno de estos, cada uno un token; #123 es un id de token</translation>
    </message>
    <message>
        <source>at the model&apos;s own stop tokens</source>
        <translation>en los tokens de parada del modelo</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>en el contexto más largo del modelo</translation>
    </message>
    <message>
        <source>The loops of this model start from noise, which is a function of this seed</source>
        <translation>Los bucles de este modelo parten de ruido, que es función de esta semilla</translation>
    </message>
    <message>
        <source>The end of the text, and in a conversation the end of the turn; without it a run has all the tokens that are asked for</source>
        <translation>El final del texto y, en una conversación, el final del turno; sin ello una ejecución tiene todos los tokens pedidos</translation>
    </message>
    <message>
        <source>Without it a run goes on beyond what the model was made for</source>
        <translation>Sin ello una ejecución sigue más allá de aquello para lo que se hizo el modelo</translation>
    </message>
    <message>
        <source>and at</source>
        <translation>y en</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>Semilla del inicio</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>The run ends</source>
        <translation>La ejecución termina</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>El modelo</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Se registra</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>Cómo se ejecuta</translation>
    </message>
    <message>
        <source>Tokens stop by</source>
        <translation>Los tokens se detienen por</translation>
    </message>
    <message>
        <source>Keep also:</source>
        <translation>Guardar también:</translation>
    </message>
</context>
<context>
    <name>ouroscope::SessionKeeper</name>
    <message>
        <source>Bringing the last session back ended the program twice, so it was set aside in %1.</source>
        <translation>Recuperar la última sesión cerró el programa dos veces, así que se apartó en %1.</translation>
    </message>
    <message>
        <source>The session cannot be kept: the folder %1 cannot be written. Save runs by hand.</source>
        <translation>No se puede conservar la sesión: no se puede escribir en la carpeta %1. Guarde las ejecuciones a mano.</translation>
    </message>
    <message>
        <source>The session could not be kept: %1</source>
        <translation>No se pudo conservar la sesión: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripCanvas</name>
    <message>
        <source>Exit loop %1</source>
        <translation>Bucle de salida %1</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: %3 %4</source>
        <comment>loop; measure: value unit</comment>
        <translation>Bucle de salida %1; %2: %3 %4</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: not in the record</source>
        <translation>Bucle de salida %1; %2: no está en el registro</translation>
    </message>
    <message>
        <source>Expected depth %1; best next word there: “%2”</source>
        <translation>Profundidad esperada %1; mejor palabra siguiente ahí: «%2»</translation>
    </message>
    <message>
        <source>Token %1 of %2 “%3”, %4</source>
        <translation>Token %1 de %2 «%3», %4</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation>Token %1 «%2»</translation>
    </message>
    <message>
        <source>Token %1 “%2”, generated</source>
        <translation>Token %1 «%2», generado</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>generado</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>Before it the tokenizer left out %1</source>
        <translation>Antes de él el tokenizador omitió %1</translation>
    </message>
    <message>
        <source>After it the tokenizer left out %1</source>
        <translation>Tras él el tokenizador omitió %1</translation>
    </message>
    <message>
        <source>Text with the depth of every word</source>
        <translation>Texto con la profundidad de cada palabra</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2 (trained with %3)</source>
        <translation>Bucles permitidos: %1 de %2 (entrenado con %3)</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Bucles permitidos: %1 de %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripView</name>
    <message>
        <source>Copy as table</source>
        <translation>Copiar como tabla</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Buscar...</translation>
    </message>
    <message>
        <source>Show spaces</source>
        <translation>Mostrar espacios</translation>
    </message>
    <message>
        <source>How sure the gate must be</source>
        <translation>Cuán segura debe estar la compuerta</translation>
    </message>
    <message>
        <source>No exit gate</source>
        <translation>Sin compuerta de salida</translation>
    </message>
    <message>
        <source>How sure: %1</source>
        <translation>Cuán segura: %1</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copiar como SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copiar como PNG</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>Mostrar un ejemplo</translation>
    </message>
    <message>
        <source>A recorded text of a small language model; nothing is fetched</source>
        <translation>Un texto registrado de un pequeño modelo de lenguaje; no se descarga nada</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>Abrir una traza…</translation>
    </message>
    <message>
        <source>A record that was kept in a file</source>
        <translation>Un registro guardado en un archivo</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Abrir un modelo…</translation>
    </message>
    <message>
        <source>A folder with a model, to run texts of one’s own</source>
        <translation>Una carpeta con un modelo, para ejecutar textos propios</translation>
    </message>
    <message>
        <source>Type a prompt and press Run, or open a trace.</source>
        <translation>Escriba un prompt y pulse Ejecutar, o abra una traza.</translation>
    </message>
    <message>
        <source>Nothing is open yet: look at an example, or open a trace or a model.</source>
        <translation>Todavía no hay nada abierto: vea un ejemplo, o abra una traza o un modelo.</translation>
    </message>
</context>
<context>
    <name>ouroscope::SummaryView</name>
    <message>
        <source>%1 layers, hidden size %2, %3 words</source>
        <translation>%1 capas, tamaño oculto %2, %3 palabras</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>number type, device</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 prompt, %2 generated</source>
        <translation>%1 de prompt, %2 generados</translation>
    </message>
    <message>
        <source>%1 prompt, none generated</source>
        <translation>%1 de prompt, ninguno generado</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2</source>
        <translation>%1 registrados, entrenado con %2</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2: the last are beyond training</source>
        <translation>%1 registrados, entrenado con %2: los últimos superan el entrenamiento</translation>
    </message>
    <message>
        <source>%1, weights SHA-256 %2…</source>
        <translation>%1, pesos SHA-256 %2…</translation>
    </message>
    <message>
        <source>%1: loops after an exit were truly skipped</source>
        <translation>%1: los bucles tras una salida se omitieron de verdad</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) a loop</source>
        <translation>
            <numerusform>%n candidata por bucle</numerusform>
            <numerusform>%n candidatas por bucle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), read at loop %1 of %2 on average</source>
        <translation>
            <numerusform>%n token, leído de media en el bucle %1 de %2</numerusform>
            <numerusform>%n tokens, leídos de media en el bucle %1 de %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Aritmética</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Regla de salida</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Compuertas</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Cómo se hizo</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Claves y valores</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Bucles</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Creada con</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Not captured</source>
        <translation>No registrado</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Todavía no hay nada registrado: ejecute un prompt o abra una traza.</translation>
    </message>
    <message>
        <source>Nothing stands out: no token changes its best word.</source>
        <translation>Nada destaca: ningún token cambia su mejor palabra.</translation>
    </message>
    <message>
        <source>Ouroscope %1</source>
        <translation>Ouroscope %1</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Muestreo</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Summary of the trace</source>
        <translation>Resumen de la traza</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <comment>position and text</comment>
        <translation>Token %1 «%2»</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizador</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tracked words</source>
        <translation>Palabras seguidas</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>Dónde mirar primero</translation>
    </message>
    <message numerus="yes">
        <source>changes its best word %n time(s)</source>
        <translation>
            <numerusform>cambia su mejor palabra %n vez</numerusform>
            <numerusform>cambia su mejor palabra %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>commits latest: at loop %1</source>
        <translation>se decide el último: en el bucle %1</translation>
    </message>
    <message>
        <source>deepest: expected depth %1</source>
        <translation>el más profundo: profundidad esperada %1</translation>
    </message>
    <message>
        <source>first loop whose cumulative exit probability reaches %1; the last takes the rest</source>
        <translation>primer bucle cuya probabilidad de salida acumulada llega a %1; el último toma el resto</translation>
    </message>
    <message>
        <source>full: every loop was run, an exit only chooses which is read</source>
        <translation>full: se ejecutaron todos los bucles; una salida solo elige cuál se lee</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>voraz</translation>
    </message>
    <message>
        <source>had the next word right and lost it: %1 nats</source>
        <translation>acertó la palabra siguiente y la perdió: %1 nats</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>estados ocultos</translation>
    </message>
    <message>
        <source>layers within loops</source>
        <translation>capas dentro de los bucles</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>most changed by the last loop: KL %1 nats</source>
        <translation>el más cambiado por el último bucle: KL %1 nats</translation>
    </message>
    <message>
        <source>none: read at the last loop</source>
        <translation>ninguna: se lee en el último bucle</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, seed %3</source>
        <translation>temperatura %1, top-p %2, semilla %3</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>la del modelo</translation>
    </message>
    <message>
        <source>The run was %1.</source>
        <comment>stopped after 3 of 5 tokens</comment>
        <translation>La ejecución fue %1.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>longer than the %1 positions that the model was made for: what comes after token %1 is beyond its training</source>
        <translation>más largo que las %1 posiciones para las que se hizo el modelo: lo que sigue al token %1 queda fuera de su entrenamiento</translation>
    </message>
    <message>
        <source>Not numbers</source>
        <translation>No son números</translation>
    </message>
    <message>
        <source>none: this model has no exit gate</source>
        <translation>ninguna: este modelo no tiene compuerta de salida</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>números de las capas</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>similitud de las capas</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>atención de las cabezas</translation>
    </message>
    <message>
        <source>states of layers %1</source>
        <translation>estados de las capas %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::SweepView</name>
    <message>
        <source>Sweep</source>
        <translation>Recorrer</translation>
    </message>
    <message>
        <source>What the change does at every loop and place; arrow keys choose a cell</source>
        <translation>Lo que hace el cambio en cada bucle y lugar; las flechas eligen una celda</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>Lo que dicen los colores</translation>
    </message>
    <message>
        <source>change of log p</source>
        <translation>cambio de log p</translation>
    </message>
    <message>
        <source>KL to the untouched run</source>
        <translation>KL a la ejecución sin cambios</translation>
    </message>
    <message>
        <source>There is no map of this run yet. Choose a change and press Sweep: the map comes as a run of its own.</source>
        <translation>Aún no hay mapa de esta ejecución. Elija un cambio y pulse Recorrer: el mapa llega como ejecución propia.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Todavía no hay nada registrado: ejecute un prompt o abra una traza.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>capa</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Layers: after each layer of each loop. Tokens: each token at the end of each loop</source>
        <translation>Capas: tras cada capa de cada bucle. Tokens: cada token al final de cada bucle</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Qué se cambia</translation>
    </message>
    <message>
        <source>scale the state</source>
        <translation>escalar el estado</translation>
    </message>
    <message>
        <source>blur the state with noise</source>
        <translation>difuminar el estado con ruido</translation>
    </message>
    <message>
        <source>put in the state of another run</source>
        <translation>poner el estado de otra ejecución</translation>
    </message>
    <message>
        <source>skip the layer</source>
        <translation>saltar la capa</translation>
    </message>
    <message>
        <source>skip the loop</source>
        <translation>saltar el bucle</translation>
    </message>
    <message>
        <source>repeat the loop</source>
        <translation>repetir el bucle</translation>
    </message>
    <message>
        <source>What is done at one place of each run; all else stays as it was</source>
        <translation>Lo que se hace en un lugar de cada ejecución; lo demás queda como estaba</translation>
    </message>
    <message>
        <source>The factor of the state (0 removes it), or the size of the noise</source>
        <translation>El factor del estado (0 lo quita) o el tamaño del ruido</translation>
    </message>
    <message>
        <source>Its prompt is run, too: a token gets the state of the token that is as far from the end</source>
        <translation>También se ejecuta su prompt: un token recibe el estado del token que está igual de lejos del final</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all (todos) o números de tokens desde 1: 5, 2-4, 2- (hasta el final), 1+4-6</translation>
    </message>
    <message>
        <source>The word after this token is asked; tokens after it are not run</source>
        <translation>Se pregunta la palabra tras este token; los tokens posteriores no se ejecutan</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>la mejor</translation>
    </message>
    <message>
        <source>Whose probability is asked; #123 is a token id; empty: the best word of the untouched run</source>
        <translation>Cuya probabilidad se pregunta; #123 es un id de token; vacío: la mejor palabra de la ejecución sin cambios</translation>
    </message>
    <message>
        <source>by</source>
        <translation>por</translation>
    </message>
    <message>
        <source>of</source>
        <translation>de</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>para los tokens</translation>
    </message>
    <message>
        <source>At every loop and</source>
        <translation>En cada bucle y</translation>
    </message>
    <message>
        <source>answer after token</source>
        <translation>respuesta tras el token</translation>
    </message>
    <message>
        <source>word</source>
        <translation>palabra</translation>
    </message>
    <message>
        <source>Runs the text once for every cell; the window goes on</source>
        <translation>Ejecuta el texto una vez por celda; la ventana sigue disponible</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Abra primero un modelo (menú Archivo)</translation>
    </message>
    <message>
        <source>no other run is open</source>
        <translation>no hay otra ejecución abierta</translation>
    </message>
    <message>
        <source>Run the other prompt first: the states of open runs can be put in.</source>
        <translation>Ejecute primero el otro prompt: se pueden poner los estados de ejecuciones abiertas.</translation>
    </message>
    <message>
        <source>As a command: %1</source>
        <translation>Como orden: %1</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>Change of log p (nats)</source>
        <translation>Cambio de log p (nats)</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>Señale una celda para leerla.</translation>
    </message>
    <message>
        <source>Loop %1, token %2 “%3”</source>
        <translation>Bucle %1, token %2 «%3»</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Bucle %1, capa %2</translation>
    </message>
    <message>
        <source>%1: log p of “%2” changes by %3 nats, KL %4 nats; it then says “%5”.</source>
        <comment>place, word, numbers, word</comment>
        <translation>%1: log p de «%2» cambia en %3 nats, KL %4 nats; entonces dice «%5».</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachGate</name>
    <message>
        <source>Probability of having stopped, loop by loop</source>
        <translation>Probabilidad de haberse detenido, bucle a bucle</translation>
    </message>
    <message>
        <source>Stopped by loop %1 with probability %2, threshold %3</source>
        <translation>Detenido en el bucle %1 con probabilidad %2, umbral %3</translation>
    </message>
    <message>
        <source>Stopped by now (hatched: what was left)</source>
        <translation>Detenido hasta ahora (rayado: lo que quedaba)</translation>
    </message>
    <message>
        <source>Stopped by now, loop by loop</source>
        <translation>Detenido hasta ahora, bucle a bucle</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>q %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachSentences</name>
    <message>
        <source>Loop 1: the state goes through the layers and looks at the tokens before it. Both lanes do the same here.</source>
        <translation>Bucle 1: el estado pasa por las capas y mira los tokens anteriores. Aquí los dos carriles hacen lo mismo.</translation>
    </message>
    <message>
        <source>Loop %1: the same layers once more, now with what the loop before worked out.</source>
        <translation>Bucle %1: las mismas capas otra vez, ahora con lo que elaboró el bucle anterior.</translation>
    </message>
    <message>
        <source>One pass is over and says “%1”.</source>
        <translation>La pasada única ha terminado y dice «%1».</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>Este modelo no tiene puerta: cuántos bucles da se fijó antes.</translation>
    </message>
    <message>
        <source>The last loop: everything that did not stop earlier stops here.</source>
        <translation>El último bucle: lo que no se detuvo antes se detiene aquí.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. That reaches the threshold, so the model stops here.</source>
        <translation>La compuerta: detenido hasta ahora con probabilidad %1. Alcanza el umbral, así que el modelo se detiene aquí.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. Not enough, so another loop.</source>
        <translation>La compuerta: detenido hasta ahora con probabilidad %1. No basta, así que otro bucle.</translation>
    </message>
    <message>
        <source>The gate would have stopped before: a look at what more loops would say.</source>
        <translation>La compuerta ya se habría detenido: una mirada a lo que dirían más bucles.</translation>
    </message>
    <message>
        <source>The head reads the answer: “%1”, %2 %.</source>
        <translation>La cabeza lee la respuesta: «%1», %2 %.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %: another word than a loop before.</source>
        <translation>Leído ahora sería «%1», %2 %: otra palabra que un bucle antes.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %.</source>
        <translation>Leído ahora sería «%1», %2 %.</translation>
    </message>
    <message>
        <source>The token “%1” enters the loop as a vector. Space plays, the arrows step.</source>
        <translation>El token «%1» entra en el bucle como vector. Espacio reproduce, las flechas avanzan paso a paso.</translation>
    </message>
    <message>
        <source>The state is brought back to its usual length: from here the next loop starts.</source>
        <translation>El estado vuelve a su longitud habitual: desde aquí empieza el bucle siguiente.</translation>
    </message>
    <message>
        <source>In plain words: for the model a word is a long list of numbers, its state. The dot is this list on its way.</source>
        <translation>Dicho sencillo: para el modelo una palabra es una larga lista de números, su estado. El punto es esa lista en camino.</translation>
    </message>
    <message>
        <source>In plain words: it looks back at the words before and works something out.</source>
        <translation>Dicho sencillo: mira las palabras anteriores y elabora algo.</translation>
    </message>
    <message>
        <source>In plain words: it thinks it over once more. Between the loops no word is written: this thinking is silent.</source>
        <translation>Dicho sencillo: lo piensa otra vez. Entre los bucles no se escribe ninguna palabra: este pensar es silencioso.</translation>
    </message>
    <message>
        <source>In plain words: all numbers are made larger or smaller together, so that every round begins alike.</source>
        <translation>Dicho sencillo: todos los números se agrandan o se reducen a la vez, para que cada vuelta empiece igual.</translation>
    </message>
    <message>
        <source>In plain words: nothing asks whether it is enough.</source>
        <translation>Dicho sencillo: nada pregunta si ya basta.</translation>
    </message>
    <message>
        <source>In plain words: the numbers are turned into words. The best one is what the model would write if it stopped now.</source>
        <translation>Dicho sencillo: los números se convierten en palabras. La mejor es la que el modelo escribiría si parara ahora.</translation>
    </message>
    <message numerus="yes">
        <source>The model: %1, a small language model. %n layer(s) in its middle are used again and again; those before and after are used once.</source>
        <translation>
            <numerusform>El modelo: %1, un modelo de lenguaje pequeño. %n capa central se usa una y otra vez; las de antes y después, una sola vez.</numerusform>
            <numerusform>El modelo: %1, un modelo de lenguaje pequeño. Sus %n capas centrales se usan una y otra vez; las de antes y después, una sola vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>In plain words: a small switch asks “Enough?”. Its answer λ goes from 0 (go on) to 1 (stop); the bar adds the rounds up.</source>
        <translation>Dicho sencillo: un pequeño interruptor pregunta «¿Basta?». Su respuesta λ va de 0 (seguir) a 1 (parar); la barra suma las vueltas.</translation>
    </message>
    <message>
        <source>The puzzle model: following people through a text is what it has not learned, so what it says here is a guess.</source>
        <translation>El modelo de acertijos: no ha aprendido a seguir a personas por un texto; lo que dice aquí es una conjetura.</translation>
    </message>
    <message>
        <source>The puzzle model: it knows these seven games and nothing else; of every number it works with the last digit only.</source>
        <translation>El modelo de acertijos: conoce estos siete juegos y nada más; de cada número usa solo la última cifra.</translation>
    </message>
    <message>
        <source>The puzzle model: this text is none of its seven games, so what it says of it means nothing.</source>
        <translation>El modelo de acertijos: este texto no es ninguno de sus siete juegos, así que lo que dice no significa nada.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachText</name>
    <message>
        <source>The text</source>
        <translation>El texto</translation>
    </message>
    <message>
        <source>Token %1 is selected</source>
        <translation>El token %1 está seleccionado</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachView</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n capa</numerusform>
            <numerusform>%n capas</numerusform>
        </translation>
    </message>
    <message>
        <source>After loop %1 the model would say</source>
        <translation>Tras el bucle %1 el modelo diría</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Choose an example, or take the tour.</source>
        <translation>Elija un ejemplo o haga el recorrido.</translation>
    </message>
    <message>
        <source>Every loop has an answer</source>
        <translation>Cada bucle tiene una respuesta</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Exit threshold q</source>
        <translation>Umbral de salida q</translation>
    </message>
    <message>
        <source>Guess first</source>
        <translation>Adivine primero</translation>
    </message>
    <message>
        <source>Guess, or press Space to see.</source>
        <translation>Adivine, o pulse Espacio para verla.</translation>
    </message>
    <message>
        <source>In the text “%1” follows.</source>
        <translation>En el texto sigue «%1».</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next station (right arrow)</source>
        <translation>Estación siguiente (flecha derecha)</translation>
    </message>
    <message>
        <source>Nothing read out yet</source>
        <translation>Todavía no se ha leído nada</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>Ahora usted</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Play and pause (Space)</source>
        <translation>Reproducir y pausar (Espacio)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Previous station (left arrow)</source>
        <translation>Estación anterior (flecha izquierda)</translation>
    </message>
    <message>
        <source>Recorded example</source>
        <translation>Ejemplo registrado</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Muéstrame</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer el recorrido</translation>
    </message>
    <message>
        <source>The gate decides when it is enough</source>
        <translation>La compuerta decide cuándo basta</translation>
    </message>
    <message>
        <source>The threshold is yours</source>
        <translation>El umbral es suyo</translation>
    </message>
    <message>
        <source>Threshold q %1</source>
        <translation>Umbral q %1</translation>
    </message>
    <message>
        <source>Which word will the model give after “%1”?</source>
        <translation>¿Qué palabra dará el modelo tras «%1»?</translation>
    </message>
    <message>
        <source>You guessed it: “%1”.</source>
        <translation>Ha acertado: «%1».</translation>
    </message>
    <message>
        <source>You guessed “%1”, the model says “%2”.</source>
        <translation>Usted dijo «%1», el modelo dice «%2».</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>or type a word, then Enter</source>
        <translation>o escriba una palabra y pulse Intro</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Una pasada</translation>
    </message>
    <message>
        <source>Puzzle: %1</source>
        <translation>Acertijo: %1</translation>
    </message>
    <message numerus="yes">
        <source>Looped, up to %n time(s)</source>
        <translation>
            <numerusform>En bucle, hasta %n vez</numerusform>
            <numerusform>En bucle, hasta %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate λ %1, stopped by now %2</source>
        <translation>Compuerta λ %1, detenido ya %2</translation>
    </message>
    <message>
        <source>One pass says the same.</source>
        <translation>Una pasada dice lo mismo.</translation>
    </message>
    <message>
        <source>One pass says “%1”, loop %2 says “%3”.</source>
        <translation>Una pasada dice «%1», el bucle %2 dice «%3».</translation>
    </message>
    <message>
        <source>By the game&apos;s rule that is right.</source>
        <translation>Según la regla del juego es correcto.</translation>
    </message>
    <message>
        <source>By the game&apos;s rule it is “%1”.</source>
        <translation>Según la regla del juego es «%1».</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Texto propio</translation>
    </message>
    <message>
        <source>Handout...</source>
        <translation>Hoja...</translation>
    </message>
    <message>
        <source>This walk in six frames, as a sheet of paper for a class</source>
        <translation>Este recorrido en seis cuadros, como hoja para una clase</translation>
    </message>
    <message>
        <source>Run a text of your own and see it in both lanes</source>
        <translation>Ejecutar un texto propio y verlo en ambos carriles</translation>
    </message>
    <message>
        <source>Right: %1 of %2</source>
        <translation>Aciertos: %1 de %2</translation>
    </message>
    <message>
        <source>A text is a row of pieces</source>
        <translation>Un texto es una fila de piezas</translation>
    </message>
    <message>
        <source>The model reads a text piece by piece; a piece is called a token. The small digit and the colour say at which loop a piece is read. Click one to choose it.</source>
        <translation>El modelo lee un texto pieza a pieza; una pieza se llama token. La cifra pequeña y el color dicen en qué bucle se lee. Haga clic en una para elegirla.</translation>
    </message>
    <message>
        <source>On this side the layers are used once, and then the model has to speak: it says “%1”.</source>
        <translation>En este lado las capas se usan una vez y el modelo ya tiene que hablar: dice «%1».</translation>
    </message>
    <message>
        <source>The same layers again</source>
        <translation>Las mismas capas otra vez</translation>
    </message>
    <message>
        <source>On this side the same layers are used again and again, here up to %1 times. Press Space and follow the dot.</source>
        <translation>En este lado las mismas capas se usan una y otra vez, aquí hasta %1 veces. Pulse Espacio y siga el punto.</translation>
    </message>
    <message>
        <source>The chips keep the best word after each loop: first “%1”, from loop %2 on “%3”. Between the loops nothing is written: this thinking is silent.</source>
        <translation>Las fichas guardan la mejor palabra tras cada bucle: primero «%1», desde el bucle %2 «%3». Entre los bucles no se escribe nada: este pensar es silencioso.</translation>
    </message>
    <message>
        <source>After each loop a small switch, the gate, says how likely it is to stop. The bar adds this up. At loop %1 it passes the line q: there the model stops. What is left at the last loop is hatched.</source>
        <translation>Tras cada bucle un pequeño interruptor, la compuerta, dice qué probable es parar. La barra lo suma. En el bucle %1 pasa la línea q: ahí se detiene el modelo. Lo que queda en el último bucle va rayado.</translation>
    </message>
    <message>
        <source>Drag the handle of q all the way to the left: the model stops after loop 1 and says “%1”. Nothing is computed again: the record holds every loop.</source>
        <translation>Arrastre el tirador de q del todo a la izquierda: el modelo se detiene tras el bucle 1 y dice «%1». No se calcula nada de nuevo: el registro guarda todos los bucles.</translation>
    </message>
    <message>
        <source>Guess the word before it is revealed: choose one or type it. Right guesses are counted. Afterwards take another example, or press “%1” and run one of your own.</source>
        <translation>Adivine la palabra antes de que se revele: elíjala o escríbala. Se cuentan los aciertos. Después tome otro ejemplo, o pulse «%1» y ejecute uno suyo.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachWords</name>
    <message>
        <source>The best next words after this loop</source>
        <translation>Las mejores palabras siguientes tras este bucle</translation>
    </message>
</context>
<context>
    <name>ouroscope::TokenLoopPlot</name>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Bucle (discontinua: entrenado con %1)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>ouroscope::TourOverlay</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Terminar el recorrido</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>ouroscope::WhatIfView</name>
    <message>
        <source>First loop</source>
        <translation>Primer bucle</translation>
    </message>
    <message>
        <source>Last loop</source>
        <translation>Último bucle</translation>
    </message>
    <message>
        <source>How often more</source>
        <translation>Cuántas veces más</translation>
    </message>
    <message>
        <source>Token whose state is taken</source>
        <translation>Token cuyo estado se toma</translation>
    </message>
    <message>
        <source>Run with this change</source>
        <translation>Ejecutar con este cambio</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Seleccionados</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>Ver la diferencia</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Qué se cambia</translation>
    </message>
    <message>
        <source>a loop is skipped</source>
        <translation>se salta un bucle</translation>
    </message>
    <message>
        <source>a loop is repeated</source>
        <translation>se repite un bucle</translation>
    </message>
    <message>
        <source>a layer is skipped</source>
        <translation>se salta una capa</translation>
    </message>
    <message>
        <source>the state is scaled</source>
        <translation>se escala el estado</translation>
    </message>
    <message>
        <source>the state is blurred with noise</source>
        <translation>el estado se difumina con ruido</translation>
    </message>
    <message>
        <source>the state of another token takes its place</source>
        <translation>el estado de otro token ocupa su lugar</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Cuánto</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all (todos) o números de tokens desde 1: 5, 2-4, 2- (hasta el final), 1+4-6</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>¿Y si</translation>
    </message>
    <message>
        <source>at loops</source>
        <translation>en los bucles</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>after layer</source>
        <translation>tras la capa</translation>
    </message>
    <message>
        <source>by</source>
        <translation>por</translation>
    </message>
    <message>
        <source>more times</source>
        <translation>veces más</translation>
    </message>
    <message>
        <source>from token</source>
        <translation>del token</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>para los tokens</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>En esta ejecución</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>Como orden</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Todavía no hay nada registrado: ejecute un prompt o abra una traza.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Abra primero un modelo (menú Archivo)</translation>
    </message>
    <message>
        <source>the end of the loop</source>
        <translation>el final del bucle</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>no se cambió nada</translation>
    </message>
    <message>
        <source>Runs the same text once more, with this change</source>
        <translation>Ejecuta el mismo texto otra vez, con este cambio</translation>
    </message>
    <message>
        <source>As the model is</source>
        <translation>Tal como es el modelo</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>Con el cambio</translation>
    </message>
    <message>
        <source>Best words without and with the change</source>
        <translation>Mejores palabras sin y con el cambio</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>Tras «%1»</translation>
    </message>
</context>
</TS>

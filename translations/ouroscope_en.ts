<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AblationGroups</name>
    <message>
        <source>0.1 to 1 nats</source>
        <translation>0.1 to 1 nats</translation>
    </message>
    <message>
        <source>1 to 3 nats</source>
        <translation>1 to 3 nats</translation>
    </message>
    <message>
        <source>3 nats and more</source>
        <translation>3 nats and more</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>All tokens</translation>
    </message>
    <message>
        <source>Below 0.1 nats</source>
        <translation>Below 0.1 nats</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>Continuation</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Generated</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Special tokens</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>White space</translation>
    </message>
    <message>
        <source>Word-initial</source>
        <translation>Word-initial</translation>
    </message>
</context>
<context>
    <name>ControlTips</name>
    <message>
        <source>Runs the prompt with these settings</source>
        <translation>Runs the prompt with these settings</translation>
    </message>
    <message>
        <source>Ends what runs; what is recorded so far is kept</source>
        <translation>Ends what runs; what is recorded so far is kept</translation>
    </message>
    <message>
        <source>Ends this calculation</source>
        <translation>Ends this calculation</translation>
    </message>
    <message>
        <source>Starts this calculation once more</source>
        <translation>Starts this calculation once more</translation>
    </message>
    <message>
        <source>The text that the model reads; Ctrl+Return runs it</source>
        <translation>The text that the model reads; Ctrl+Return runs it</translation>
    </message>
    <message>
        <source>Plain text, or a conversation with the marks that the model was trained with</source>
        <translation>Plain text, or a conversation with the marks that the model was trained with</translation>
    </message>
    <message>
        <source>Records the state of every loop: the map of its way needs it</source>
        <translation>Records the state of every loop: the map of its way needs it</translation>
    </message>
    <message>
        <source>Records the layers within every loop: rungs and rows open into them</source>
        <translation>Records the layers within every loop: rungs and rows open into them</translation>
    </message>
    <message>
        <source>Records the score of every word of the vocabulary: large files</source>
        <translation>Records the score of every word of the vocabulary: large files</translation>
    </message>
    <message>
        <source>How many of the likeliest words are recorded at every loop</source>
        <translation>How many of the likeliest words are recorded at every loop</translation>
    </message>
    <message>
        <source>How many tokens are guessed with few loops before all loops check them</source>
        <translation>How many tokens are guessed with few loops before all loops check them</translation>
    </message>
    <message>
        <source>Opens this model with these layers looped</source>
        <translation>Opens this model with these layers looped</translation>
    </message>
    <message>
        <source>How tokens are grouped: every group has its own gain</source>
        <translation>How tokens are grouped: every group has its own gain</translation>
    </message>
    <message>
        <source>Which tokens are listed: those that change, settle, are right or get lost</source>
        <translation>Which tokens are listed: those that change, settle, are right or get lost</translation>
    </message>
    <message>
        <source>For every token: the best word after each loop, and where it stays</source>
        <translation>For every token: the best word after each loop, and where it stays</translation>
    </message>
    <message>
        <source>For every added loop: where the loss fell and where it rose, in nats</source>
        <translation>For every added loop: where the loss fell and where it rose, in nats</translation>
    </message>
    <message>
        <source>How good a reading is: as many best words as full depth, the loss, or the distance to full depth (KL)</source>
        <translation>How good a reading is: as many best words as full depth, the loss, or the distance to full depth (KL)</translation>
    </message>
    <message>
        <source>What the shown run is compared with</source>
        <translation>What the shown run is compared with</translation>
    </message>
    <message>
        <source>How many loops a word may use in B</source>
        <translation>How many loops a word may use in B</translation>
    </message>
    <message>
        <source>How sure the gate must be in B (q)</source>
        <translation>How sure the gate must be in B (q)</translation>
    </message>
    <message>
        <source>Which exit gate decides in B</source>
        <translation>Which exit gate decides in B</translation>
    </message>
    <message>
        <source>B is read with the loops allowed, q and gate of A</source>
        <translation>B is read with the loops allowed, q and gate of A</translation>
    </message>
    <message>
        <source>The quantity whose difference the map shows</source>
        <translation>The quantity whose difference the map shows</translation>
    </message>
    <message>
        <source>The quantity that the colour shows</source>
        <translation>The quantity that the colour shows</translation>
    </message>
    <message>
        <source>Tokens below each other, words to be read without turning the head</source>
        <translation>Tokens below each other, words to be read without turning the head</translation>
    </message>
    <message>
        <source>A line along the loop at which each token is read</source>
        <translation>A line along the loop at which each token is read</translation>
    </message>
    <message>
        <source>Which part of the text the panel shows, in tokens from 1</source>
        <translation>Which part of the text the panel shows, in tokens from 1</translation>
    </message>
    <message>
        <source>The quantity that the curves follow from loop to loop</source>
        <translation>The quantity that the curves follow from loop to loop</translation>
    </message>
    <message>
        <source>Which two of the directions in which states differ most</source>
        <translation>Which two of the directions in which states differ most</translation>
    </message>
    <message>
        <source>Runs the same text again and records the states, for the map of their way</source>
        <translation>Runs the same text again and records the states, for the map of their way</translation>
    </message>
    <message>
        <source>What the curves of words show: probability, its logarithm, or the place among all words</source>
        <translation>What the curves of words show: probability, its logarithm, or the place among all words</translation>
    </message>
    <message>
        <source>Words whose curves are drawn, with commas between</source>
        <translation>Words whose curves are drawn, with commas between</translation>
    </message>
    <message>
        <source>Runs the same text again and records the layers within every loop</source>
        <translation>Runs the same text again and records the layers within every loop</translation>
    </message>
    <message>
        <source>The words to look for in the text</source>
        <translation>The words to look for in the text</translation>
    </message>
    <message>
        <source>How many loops the tokens to come may use</source>
        <translation>How many loops the tokens to come may use</translation>
    </message>
    <message>
        <source>How sure the gate must be about the tokens to come (q)</source>
        <translation>How sure the gate must be about the tokens to come (q)</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; higher values draw more freely</source>
        <translation>0 takes the likeliest word; higher values draw more freely</translation>
    </message>
    <message>
        <source>Equal seeds draw equal words</source>
        <translation>Equal seeds draw equal words</translation>
    </message>
    <message>
        <source>What is done to the state inside the loops</source>
        <translation>What is done to the state inside the loops</translation>
    </message>
    <message>
        <source>In which loops the change is made, from 1</source>
        <translation>In which loops the change is made, from 1</translation>
    </message>
    <message>
        <source>After which layer the change is made, or at the end of the loop</source>
        <translation>After which layer the change is made, or at the end of the loop</translation>
    </message>
    <message>
        <source>How often the loop is run once more</source>
        <translation>How often the loop is run once more</translation>
    </message>
    <message>
        <source>The token whose state is put in its place, from 1</source>
        <translation>The token whose state is put in its place, from 1</translation>
    </message>
    <message>
        <source>How strong the change is</source>
        <translation>How strong the change is</translation>
    </message>
    <message>
        <source>Only at the selected tokens</source>
        <translation>Only at the selected tokens</translation>
    </message>
    <message>
        <source>At every token of the text</source>
        <translation>At every token of the text</translation>
    </message>
    <message>
        <source>Compares the changed run with the untouched one</source>
        <translation>Compares the changed run with the untouched one</translation>
    </message>
    <message>
        <source>What the page shows, in words for the paper; it can be edited and copied</source>
        <translation>What the page shows, in words for the paper; it can be edited and copied</translation>
    </message>
    <message>
        <source>The caption and the figure as LaTeX</source>
        <translation>The caption and the figure as LaTeX</translation>
    </message>
    <message>
        <source>The caption in words</source>
        <translation>The caption in words</translation>
    </message>
    <message>
        <source>The caption for LaTeX</source>
        <translation>The caption for LaTeX</translation>
    </message>
    <message>
        <source>Copies these words</source>
        <translation>Copies these words</translation>
    </message>
    <message>
        <source>The colours of loops and measures on paper</source>
        <translation>The colours of loops and measures on paper</translation>
    </message>
    <message>
        <source>How many panels stand side by side</source>
        <translation>How many panels stand side by side</translation>
    </message>
    <message>
        <source>The room between panels</source>
        <translation>The room between panels</translation>
    </message>
    <message>
        <source>How panels are lettered</source>
        <translation>How panels are lettered</translation>
    </message>
    <message>
        <source>Equal measures have equal colour limits in all panels</source>
        <translation>Equal measures have equal colour limits in all panels</translation>
    </message>
    <message>
        <source>Takes the width that this venue prints</source>
        <translation>Takes the width that this venue prints</translation>
    </message>
    <message>
        <source>The size of the page as it is printed</source>
        <translation>The size of the page as it is printed</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>The unit of width and height</translation>
    </message>
    <message>
        <source>The type of all words in the figure</source>
        <translation>The type of all words in the figure</translation>
    </message>
    <message>
        <source>How thick lines are, in points</source>
        <translation>How thick lines are, in points</translation>
    </message>
    <message>
        <source>Pixels an inch, of PNG files</source>
        <translation>Pixels an inch, of PNG files</translation>
    </message>
    <message>
        <source>The kind of file that is exported</source>
        <translation>The kind of file that is exported</translation>
    </message>
    <message>
        <source>Whether words of an SVG stay text or become outlines</source>
        <translation>Whether words of an SVG stay text or become outlines</translation>
    </message>
    <message>
        <source>Shows the page as eyes with other colour vision see it</source>
        <translation>Shows the page as eyes with other colour vision see it</translation>
    </message>
    <message>
        <source>Shows the page as large as it is printed</source>
        <translation>Shows the page as large as it is printed</translation>
    </message>
    <message>
        <source>Takes page and panels from a recipe file</source>
        <translation>Takes page and panels from a recipe file</translation>
    </message>
    <message>
        <source>Keeps page and panels in a recipe file, from which equal figures can be made</source>
        <translation>Keeps page and panels in a recipe file, from which equal figures can be made</translation>
    </message>
    <message>
        <source>Puts the tokens into rows under each other, so that their words can be read</source>
        <translation>Puts the tokens into rows under each other, so that their words can be read</translation>
    </message>
    <message>
        <source>Writes the page to a file</source>
        <translation>Writes the page to a file</translation>
    </message>
    <message>
        <source>Another example to walk through</source>
        <translation>Another example to walk through</translation>
    </message>
    <message>
        <source>A text of one’s own; Return runs it</source>
        <translation>A text of one’s own; Return runs it</translation>
    </message>
    <message>
        <source>Hides what the model says until the class has guessed</source>
        <translation>Hides what the model says until the class has guessed</translation>
    </message>
    <message>
        <source>Shows what was to be guessed</source>
        <translation>Shows what was to be guessed</translation>
    </message>
    <message>
        <source>Begins the walk once more</source>
        <translation>Begins the walk once more</translation>
    </message>
    <message>
        <source>A guided walk through this page</source>
        <translation>A guided walk through this page</translation>
    </message>
    <message>
        <source>The stop before</source>
        <translation>The stop before</translation>
    </message>
    <message>
        <source>The next stop</source>
        <translation>The next stop</translation>
    </message>
    <message>
        <source>Ends the tour; it can be taken again</source>
        <translation>Ends the tour; it can be taken again</translation>
    </message>
    <message>
        <source>Lists the actions that have these letters</source>
        <translation>Lists the actions that have these letters</translation>
    </message>
    <message>
        <source>Gives the chosen action the key that was pressed</source>
        <translation>Gives the chosen action the key that was pressed</translation>
    </message>
    <message>
        <source>Leaves the chosen action without a key</source>
        <translation>Leaves the chosen action without a key</translation>
    </message>
    <message>
        <source>Gives all actions the keys they came with</source>
        <translation>Gives all actions the keys they came with</translation>
    </message>
    <message>
        <source>Closes this list</source>
        <translation>Closes this list</translation>
    </message>
    <message>
        <source>Records norms, steps and cosines of every layer without its words: quick, and small files</source>
        <translation>Records norms, steps and cosines of every layer without its words: quick, and small files</translation>
    </message>
    <message>
        <source>Records four numbers of what every head attends to, at every token, loop and layer</source>
        <translation>Records four numbers of what every head attends to, at every token, loop and layer</translation>
    </message>
    <message>
        <source>Records the cosines of the states after all layers of all loops, in pairs</source>
        <translation>Records the cosines of the states after all layers of all loops, in pairs</translation>
    </message>
</context>
<context>
    <name>DepthRibbon</name>
    <message>
        <source>all loops run</source>
        <translation>all loops run</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>branch</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>budget %1</translation>
    </message>
    <message>
        <source>loops skipped</source>
        <translation>loops skipped</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>q %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>seed %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
</context>
<context>
    <name>ExampleTraces</name>
    <message>
        <source>A story</source>
        <translation>A story</translation>
    </message>
    <message>
        <source>Cups</source>
        <translation>Cups</translation>
    </message>
    <message>
        <source>Each possessive is one more step; only the last token needs the depth.</source>
        <translation>Each possessive is one more step; only the last token needs the depth.</translation>
    </message>
    <message>
        <source>Eight operations at eight loops, twice as many as in training: do more loops help?</source>
        <translation>Eight operations at eight loops, twice as many as in training: do more loops help?</translation>
    </message>
    <message>
        <source>Here the next word is uncertain, not hard: more loops cannot know the name.</source>
        <translation>Here the next word is uncertain, not hard: more loops cannot know the name.</translation>
    </message>
    <message>
        <source>Longer than trained</source>
        <translation>Longer than trained</translation>
    </message>
    <message>
        <source>One operation: is the answer there at loop 1?</source>
        <translation>One operation: is the answer there at loop 1?</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>One step</translation>
    </message>
    <message>
        <source>Six operations: watch the best word from loop to loop.</source>
        <translation>Six operations: watch the best word from loop to loop.</translation>
    </message>
    <message>
        <source>Six steps</source>
        <translation>Six steps</translation>
    </message>
    <message>
        <source>The model has to follow the ball through three swaps.</source>
        <translation>The model has to follow the ball through three swaps.</translation>
    </message>
    <message>
        <source>Three facts</source>
        <translation>Three facts</translation>
    </message>
    <message>
        <source>A capital</source>
        <translation>A capital</translation>
    </message>
    <message>
        <source>A country&apos;s name</source>
        <translation>A country&apos;s name</translation>
    </message>
    <message>
        <source>Lock and door</source>
        <translation>Lock and door</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Days of the week</translation>
    </message>
    <message>
        <source>A triangle</source>
        <translation>A triangle</translation>
    </message>
    <message>
        <source>One loop too many</source>
        <translation>One loop too many</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Never right</translation>
    </message>
    <message>
        <source>The fox</source>
        <translation>The fox</translation>
    </message>
    <message>
        <source>A fact out of the weights: loop 1 says “Greater”, loop 2 says “Beijing”, from loop 3 on “Tokyo”.</source>
        <translation>A fact out of the weights: loop 1 says “Greater”, loop 2 says “Beijing”, from loop 3 on “Tokyo”.</translation>
    </message>
    <message>
        <source>Several countries are called so: loop 2 says “Mexico”, from loop 3 on “America”.</source>
        <translation>Several countries are called so: loop 2 says “Mexico”, from loop 3 on “America”.</translation>
    </message>
    <message>
        <source>Every loop says “door”, and each loop is surer of it than the one before.</source>
        <translation>Every loop says “door”, and each loop is surer of it than the one before.</translation>
    </message>
    <message>
        <source>A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”.</source>
        <translation>A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”.</translation>
    </message>
    <message>
        <source>The right word comes late: loop 1 says “smaller”, loop 2 says “right”, from loop 4 on “sides”.</source>
        <translation>The right word comes late: loop 1 says “smaller”, loop 2 says “right”, from loop 4 on “sides”.</translation>
    </message>
    <message>
        <source>More is not always better: loop 5 says “May”, loop 6 says “and”.</source>
        <translation>More is not always better: loop 5 says “May”, loop 6 says “and”.</translation>
    </message>
    <message>
        <source>Every loop says “five”: loops do not add what the model has not learned.</source>
        <translation>Every loop says “five”: loops do not add what the model has not learned.</translation>
    </message>
    <message>
        <source>Every loop says “a” next; what follows is read where the gate stops, after 2 to 4 loops.</source>
        <translation>Every loop says “a” next; what follows is read where the gate stops, after 2 to 4 loops.</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Export this figure and its numbers</source>
        <translation>Export this figure and its numbers</translation>
    </message>
</context>
<context>
    <name>FigureKinds</name>
    <message>
        <source>Exit histogram</source>
        <translation>Exit histogram</translation>
    </message>
    <message>
        <source>Pairs of loops or layers</source>
        <translation>Pairs of loops or layers</translation>
    </message>
    <message>
        <source>Answer map</source>
        <translation>Answer map</translation>
    </message>
    <message>
        <source>Comparison of two readings</source>
        <translation>Comparison of two readings</translation>
    </message>
    <message>
        <source>Comparison of two traces</source>
        <translation>Comparison of two traces</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Depth heatmap</translation>
    </message>
    <message>
        <source>Depth ribbon</source>
        <translation>Depth ribbon</translation>
    </message>
    <message>
        <source>Exit gate by loop</source>
        <translation>Exit gate by loop</translation>
    </message>
    <message>
        <source>Exit rules at equal depth</source>
        <translation>Exit rules at equal depth</translation>
    </message>
    <message>
        <source>Geometry over the loops</source>
        <translation>Geometry over the loops</translation>
    </message>
    <message>
        <source>Lens curves of a token</source>
        <translation>Lens curves of a token</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Loop ablation</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Operating curve</translation>
    </message>
    <message>
        <source>Orbits in principal components</source>
        <translation>Orbits in principal components</translation>
    </message>
    <message>
        <source>Page of figures</source>
        <translation>Page of figures</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>Shaded text</translation>
    </message>
    <message>
        <source>Text with its depth</source>
        <translation>Text with its depth</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>Causal map</translation>
    </message>
    <message>
        <source>Numbers of layers</source>
        <translation>Numbers of layers</translation>
    </message>
    <message>
        <source>Loss against loops</source>
        <translation>Loss against loops</translation>
    </message>
    <message>
        <source>Depth by class of token</source>
        <translation>Depth by class of token</translation>
    </message>
    <message>
        <source>Accuracy by loop</source>
        <translation>Accuracy by loop</translation>
    </message>
    <message>
        <source>Accuracy against mean loops</source>
        <translation>Accuracy against mean loops</translation>
    </message>
    <message>
        <source>Handout of six frames</source>
        <translation>Handout of six frames</translation>
    </message>
</context>
<context>
    <name>FilePath</name>
    <message>
        <source>%1 has a name that is not UTF-8, and the window opens no such names: rename it first, or use ouroscope-cli.</source>
        <translation>%1 has a name that is not UTF-8, and the window opens no such names: rename it first, or use ouroscope-cli.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>One turn through the same layers; loops count from 1.</source>
        <translation>One turn through the same layers; loops count from 1.</translation>
    </message>
    <message>
        <source>How many loops a token may use at most: the line across the strip.</source>
        <translation>How many loops a token may use at most: the line across the strip.</translation>
    </message>
    <message>
        <source>How sure the gate must be that it is enough: a token is read at the first loop by which the probability of having stopped reaches q.</source>
        <translation>How sure the gate must be that it is enough: a token is read at the first loop by which the probability of having stopped reaches q.</translation>
    </message>
    <message>
        <source>A small switch after each loop that says how likely it is to stop there.</source>
        <translation>A small switch after each loop that says how likely it is to stop there.</translation>
    </message>
    <message>
        <source>What the model would say next if it stopped after this loop.</source>
        <translation>What the model would say next if it stopped after this loop.</translation>
    </message>
    <message>
        <source>The long list of numbers that a token is inside the model; each loop changes it.</source>
        <translation>The long list of numbers that a token is inside the model; each loop changes it.</translation>
    </message>
    <message>
        <source>Reading a record as if fewer loops had been allowed, without running the model again.</source>
        <translation>Reading a record as if fewer loops had been allowed, without running the model again.</translation>
    </message>
    <message>
        <source>The share of tokens whose best word is the one of full depth.</source>
        <translation>The share of tokens whose best word is the one of full depth.</translation>
    </message>
    <message>
        <source>Minus the log-probability of the token that follows, averaged over tokens: lower is better.</source>
        <translation>Minus the log-probability of the token that follows, averaged over tokens: lower is better.</translation>
    </message>
    <message>
        <source>How far what is said of the next word is from what full depth says, averaged over tokens; 0 is no difference.</source>
        <translation>How far what is said of the next word is from what full depth says, averaged over tokens; 0 is no difference.</translation>
    </message>
    <message>
        <source>The best that any choice of loops could reach on this text; it knows the answers, so no rule can be it.</source>
        <translation>The best that any choice of loops could reach on this text; it knows the answers, so no rule can be it.</translation>
    </message>
    <message>
        <source>As many loops on average, handed out by chance: what a rule has to beat.</source>
        <translation>As many loops on average, handed out by chance: what a rule has to beat.</translation>
    </message>
    <message>
        <source>How many nats a token a rule is worse than the oracle at the same mean depth.</source>
        <translation>How many nats a token a rule is worse than the oracle at the same mean depth.</translation>
    </message>
    <message>
        <source>The unit of information here: 1 nat is a factor of 2.7 in probability.</source>
        <translation>The unit of information here: 1 nat is a factor of 2.7 in probability.</translation>
    </message>
    <message>
        <source>The loop at which a token is read: the first by which the gate is as sure as q asks, or the last that is allowed.</source>
        <translation>The loop at which a token is read: the first by which the gate is as sure as q asks, or the last that is allowed.</translation>
    </message>
    <message>
        <source>The loop at which a token would stop on average, by the gate&apos;s probabilities.</source>
        <translation>The loop at which a token would stop on average, by the gate&apos;s probabilities.</translation>
    </message>
    <message>
        <source>How undecided the gate is about where to stop: 0 where one loop takes all of it.</source>
        <translation>How undecided the gate is about where to stop: 0 where one loop takes all of it.</translation>
    </message>
    <message>
        <source>The gate&apos;s own answer after a loop, from 0 (go on) to 1 (stop).</source>
        <translation>The gate&apos;s own answer after a loop, from 0 (go on) to 1 (stop).</translation>
    </message>
    <message>
        <source>The probability that a token stops at exactly this loop; the last loop allowed takes what is left.</source>
        <translation>The probability that a token stops at exactly this loop; the last loop allowed takes what is left.</translation>
    </message>
    <message>
        <source>The probability that a token has stopped by this loop; it is compared with q.</source>
        <translation>The probability that a token has stopped by this loop; it is compared with q.</translation>
    </message>
    <message>
        <source>How undecided the model is about the next word: 0 where one word has all the probability.</source>
        <translation>How undecided the model is about the next word: 0 where one word has all the probability.</translation>
    </message>
    <message>
        <source>How likely this loop finds the token that really follows: 0 is certain, lower is less likely.</source>
        <translation>How likely this loop finds the token that really follows: 0 is certain, lower is less likely.</translation>
    </message>
    <message>
        <source>How many words this loop finds likelier than the token that really follows.</source>
        <translation>How many words this loop finds likelier than the token that really follows.</translation>
    </message>
    <message>
        <source>How far what this loop says of the next word is from what the last loop says; 0 is no difference.</source>
        <translation>How far what this loop says of the next word is from what the last loop says; 0 is no difference.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word; 0 is no change.</source>
        <translation>How much this loop changes what is said of the next word; 0 is no change.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word, measured both ways; at most ln 2.</source>
        <translation>How much this loop changes what is said of the next word, measured both ways; at most ln 2.</translation>
    </message>
    <message>
        <source>The length of the state before the final norm evens it out.</source>
        <translation>The length of the state before the final norm evens it out.</translation>
    </message>
    <message>
        <source>The length of the state that the next loop starts from.</source>
        <translation>The length of the state that the next loop starts from.</translation>
    </message>
    <message>
        <source>How far a loop moves the state.</source>
        <translation>How far a loop moves the state.</translation>
    </message>
    <message>
        <source>Whether a loop leaves the state its direction: 1 is the same direction.</source>
        <translation>Whether a loop leaves the state its direction: 1 is the same direction.</translation>
    </message>
    <message>
        <source>1 where the best word of this loop is that of the last loop, else 0.</source>
        <translation>1 where the best word of this loop is that of the last loop, else 0.</translation>
    </message>
    <message>
        <source>How far a loop moves the state, against the length of the state.</source>
        <translation>How far a loop moves the state, against the length of the state.</translation>
    </message>
    <message>
        <source>The step of a loop against the mean step of this text: above 1 the state still moves.</source>
        <translation>The step of a loop against the mean step of this text: above 1 the state still moves.</translation>
    </message>
    <message>
        <source>By how many degrees a loop turns the state.</source>
        <translation>By how many degrees a loop turns the state.</translation>
    </message>
    <message>
        <source>Whether two steps in a row go the same way: 1 the same way, minus 1 back again.</source>
        <translation>Whether two steps in a row go the same way: 1 the same way, minus 1 back again.</translation>
    </message>
    <message>
        <source>The first loop that says what the last loop says.</source>
        <translation>The first loop that says what the last loop says.</translation>
    </message>
    <message>
        <source>The last loop whose best word is not that of the loop before.</source>
        <translation>The last loop whose best word is not that of the loop before.</translation>
    </message>
    <message>
        <source>How often the best word changes from loop to loop.</source>
        <translation>How often the best word changes from loop to loop.</translation>
    </message>
    <message>
        <source>Trained to stop where no later loop would gain enough: the usual one.</source>
        <translation>Trained to stop where no later loop would gain enough: the usual one.</translation>
    </message>
    <message>
        <source>Trained as the Ouro paper does: to stop where the loss falls no more.</source>
        <translation>Trained as the Ouro paper does: to stop where the loss falls no more.</translation>
    </message>
    <message>
        <source>As the first stage of training left it: careful, it stops late.</source>
        <translation>As the first stage of training left it: careful, it stops late.</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Layers</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>think</source>
        <translation>think</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>even out</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>say a word</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>enough?</translation>
    </message>
    <message>
        <source>One pass says</source>
        <translation>One pass says</translation>
    </message>
    <message>
        <source>Loop %1 says</source>
        <translation>Loop %1 says</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>By the game&apos;s rule:</translation>
    </message>
    <message>
        <source>What did the extra rounds change?</source>
        <translation>What did the extra rounds change?</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>This model has no gate: how many loops it takes was set before.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it stops at the last loop, %1.</source>
        <translation>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it stops at the last loop, %1.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it passes the line q at loop %1, and the model stops.</source>
        <translation>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it passes the line q at loop %1, and the model stops.</translation>
    </message>
    <message>
        <source>One pass and the loops say the same word. More rounds were not needed for it.</source>
        <translation>One pass and the loops say the same word. More rounds were not needed for it.</translation>
    </message>
    <message>
        <source>The same text, the same layers, another answer: the rounds between changed it.</source>
        <translation>The same text, the same layers, another answer: the rounds between changed it.</translation>
    </message>
    <message>
        <source>How a looped model finds a word</source>
        <translation>How a looped model finds a word</translation>
    </message>
    <message>
        <source>Model: %1. Name: ______________________  Date: ____________</source>
        <translation>Model: %1. Name: ______________________  Date: ____________</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>The text</translation>
    </message>
    <message>
        <source>The small digit says how many loops a word took. Which word comes next? My guess: ______________</source>
        <translation>The small digit says how many loops a word took. Which word comes next? My guess: ______________</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>One pass</translation>
    </message>
    <message>
        <source>The layers are used once. Then the head turns the numbers into a word.</source>
        <translation>The layers are used once. Then the head turns the numbers into a word.</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>Looped</translation>
    </message>
    <message>
        <source>The same layers again and again. Between the rounds nothing is written: this thinking is silent.</source>
        <translation>The same layers again and again. Between the rounds nothing is written: this thinking is silent.</translation>
    </message>
    <message>
        <source>The best word after every loop</source>
        <translation>The best word after every loop</translation>
    </message>
    <message>
        <source>What the model would have said after each round, and how sure it was. Bold: the round at which it is read.</source>
        <translation>What the model would have said after each round, and how sure it was. Bold: the round at which it is read.</translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation>Enough?</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>The answer</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here no loop after loop %1 is allowed, and it stops there.</source>
        <translation>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here no loop after loop %1 is allowed, and it stops there.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>It lies in a model&apos;s folder: open that (File menu).</source>
        <translation>It lies in a model&apos;s folder: open that (File menu).</translation>
    </message>
</context>
<context>
    <name>LanguageDemoJob</name>
    <message>
        <source>%1 does not start: %2</source>
        <translation>%1 does not start: %2</translation>
    </message>
    <message>
        <source>The language demo was not made: the script ended without a reason.</source>
        <translation>The language demo was not made: the script ended without a reason.</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Best word equals the last loop&apos;s</source>
        <translation>Best word equals the last loop&apos;s</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Cosine to the loop before</translation>
    </message>
    <message>
        <source>Cumulative exit probability</source>
        <translation>Cumulative exit probability</translation>
    </message>
    <message>
        <source>Cumulative exit probability at the exit loop</source>
        <translation>Cumulative exit probability at the exit loop</translation>
    </message>
    <message>
        <source>Entropy of depth</source>
        <translation>Entropy of depth</translation>
    </message>
    <message>
        <source>Entropy of the next word</source>
        <translation>Entropy of the next word</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Exit loop</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Exit probability p</translation>
    </message>
    <message>
        <source>Exit probability p at the exit loop</source>
        <translation>Exit probability p at the exit loop</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Expected depth</translation>
    </message>
    <message>
        <source>First commit</source>
        <translation>First commit</translation>
    </message>
    <message>
        <source>Flips of the best word</source>
        <translation>Flips of the best word</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Gate λ</translation>
    </message>
    <message>
        <source>Gate λ at the exit loop</source>
        <translation>Gate λ at the exit loop</translation>
    </message>
    <message>
        <source>KL from the last loop</source>
        <translation>KL from the last loop</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL from the loop before</translation>
    </message>
    <message>
        <source>Jensen–Shannon to the loop before</source>
        <translation>Jensen–Shannon to the loop before</translation>
    </message>
    <message>
        <source>Norm before the final norm</source>
        <translation>Norm before the final norm</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Last flip</translation>
    </message>
    <message>
        <source>Log-probability of the next token</source>
        <translation>Log-probability of the next token</translation>
    </message>
    <message>
        <source>State norm</source>
        <translation>State norm</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Step size</translation>
    </message>
    <message>
        <source>Words ranked above the next token</source>
        <translation>Words ranked above the next token</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>loops</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>Relative step</translation>
    </message>
    <message>
        <source>Drift ratio</source>
        <translation>Drift ratio</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosine</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Cosine of successive steps</source>
        <translation>Cosine of successive steps</translation>
    </message>
    <message>
        <source>Right, then lost</source>
        <translation>Right, then lost</translation>
    </message>
    <message>
        <source>Better 0.1 nats or more at an earlier loop</source>
        <translation>Better 0.1 nats or more at an earlier loop</translation>
    </message>
    <message>
        <source>Answer first at the last loop</source>
        <translation>Answer first at the last loop</translation>
    </message>
    <message>
        <source>Right at the last loop only</source>
        <translation>Right at the last loop only</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Never right</translation>
    </message>
    <message>
        <source>Two flips or more</source>
        <translation>Two flips or more</translation>
    </message>
    <message>
        <source>Any flip</source>
        <translation>Any flip</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>All tokens</translation>
    </message>
    <message>
        <source>Kind of token</source>
        <translation>Kind of token</translation>
    </message>
    <message>
        <source>Prompt or generated</source>
        <translation>Prompt or generated</translation>
    </message>
    <message>
        <source>Difficulty at loop 1</source>
        <translation>Difficulty at loop 1</translation>
    </message>
    <message>
        <source>Difficulty at the last loop</source>
        <translation>Difficulty at the last loop</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>The model of this trace has no exit gate.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>config.json has no %1: as in the released code, it is %2.</source>
        <translation>config.json has no %1: as in the released code, it is %2.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 and no use_sliding_window: as in the released code, there is no window.</source>
        <translation>config.json has a sliding_window of %1 and no use_sliding_window: as in the released code, there is no window.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 positions and does not say in which layers it holds: all layers see the whole text.</source>
        <translation>config.json has a sliding_window of %1 positions and does not say in which layers it holds: all layers see the whole text.</translation>
    </message>
    <message>
        <source>layer_types of config.json has %1 entries: those after the %2 layers do not count.</source>
        <translation>layer_types of config.json has %1 entries: those after the %2 layers do not count.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, counted from 0: as in the released code, every token is read at loop %2, unless a run has a threshold or a budget of its own.</source>
        <translation>early_exit_step of config.json is %1, counted from 0: as in the released code, every token is read at loop %2, unless a run has a threshold or a budget of its own.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, which is none of the %2 loops: as in the released code, it does not count.</source>
        <translation>early_exit_step of config.json is %1, which is none of the %2 loops: as in the released code, it does not count.</translation>
    </message>
    <message>
        <source>eos_token_id of config.json is -1: no token stops by it.</source>
        <translation>eos_token_id of config.json is -1: no token stops by it.</translation>
    </message>
    <message>
        <source>The YaRN factor is used as it is written; transformers 4 takes max_position_embeddings over original_max_position_embeddings instead, which is 1 here.</source>
        <translation>The YaRN factor is used as it is written; transformers 4 takes max_position_embeddings over original_max_position_embeddings instead, which is 1 here.</translation>
    </message>
    <message>
        <source>The names of the tensors have the peft library&apos;s &quot;base_model.model.&quot; in front, which is left out.</source>
        <translation>The names of the tensors have the peft library&apos;s &quot;base_model.model.&quot; in front, which is left out.</translation>
    </message>
    <message>
        <source>The names of the tensors have no &quot;%1&quot; in front, as in an export of the base model.</source>
        <translation>The names of the tensors have no &quot;%1&quot; in front, as in an export of the base model.</translation>
    </message>
    <message>
        <source>model.safetensors.index.json is missing: the tensors were looked up in the shards.</source>
        <translation>model.safetensors.index.json is missing: the tensors were looked up in the shards.</translation>
    </message>
    <message>
        <source>The weights have no exit gate, which models of this family have: an export has left it out. No token exits early by it.</source>
        <translation>The weights have no exit gate, which models of this family have: an export has left it out. No token exits early by it.</translation>
    </message>
    <message>
        <source>config.json asks for %1 layers, and the weights have more: the others are left out.</source>
        <translation>config.json asks for %1 layers, and the weights have more: the others are left out.</translation>
    </message>
    <message>
        <source>The post-processor of tokenizer.json puts special tokens behind a text, which are left out: the text goes on.</source>
        <translation>The post-processor of tokenizer.json puts special tokens behind a text, which are left out: the text goes on.</translation>
    </message>
    <message>
        <source>The added token %1 says id %2 but has id %3.</source>
        <translation>The added token %1 says id %2 but has id %3.</translation>
    </message>
    <message>
        <source>The added token %1 is never found, because another one is the same once normalised.</source>
        <translation>The added token %1 is never found, because another one is the same once normalised.</translation>
    </message>
    <message>
        <source>The added token %1 has the id %2, which is %3 in tokenizer.model: it is not used.</source>
        <translation>The added token %1 has the id %2, which is %3 in tokenizer.model: it is not used.</translation>
    </message>
    <message>
        <source>The added token %1 is given twice: the first one counts.</source>
        <translation>The added token %1 is given twice: the first one counts.</translation>
    </message>
    <message>
        <source>Added tokens are not read: %1</source>
        <translation>Added tokens are not read: %1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Not read: %1</translation>
    </message>
    <message>
        <source>tokenizer.model is used, because tokenizer.json beside it is not read: %1</source>
        <translation>tokenizer.model is used, because tokenizer.json beside it is not read: %1</translation>
    </message>
    <message>
        <source>%1 names token %2 as the end of a text, which is the word &quot;%3&quot; in this tokenizer: generation does not stop there.</source>
        <translation>%1 names token %2 as the end of a text, which is the word &quot;%3&quot; in this tokenizer: generation does not stop there.</translation>
    </message>
    <message>
        <source>The folder asks for a beginning-of-text token that its tokenizer does not have: none stands before the text.</source>
        <translation>The folder asks for a beginning-of-text token that its tokenizer does not have: none stands before the text.</translation>
    </message>
    <message>
        <source>The folder has no chat template: a base model has not been trained on conversations.</source>
        <translation>The folder has no chat template: a base model has not been trained on conversations.</translation>
    </message>
    <message>
        <source>The folder&apos;s own chat template is not recognised: the conversation is written as plain %1 without a default system turn.</source>
        <translation>The folder&apos;s own chat template is not recognised: the conversation is written as plain %1 without a default system turn.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out a character of the prompt (%1, before token %2): the model does not see it.</source>
        <translation>The tokenizer leaves out a character of the prompt (%1, before token %2): the model does not see it.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out %1 characters of the prompt (the first is %2, before token %3): the model does not see them.</source>
        <translation>The tokenizer leaves out %1 characters of the prompt (the first is %2, before token %3): the model does not see them.</translation>
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
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1, about %2 min left</source>
        <translation>%1, about %2 min left</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1, about %2 s left</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 of %2 tokens</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Which words went deep?</source>
        <translation>Which words went deep?</translation>
    </message>
    <message>
        <source>A column is a token, a row is a loop. The colour is the quantity named above the map; the bar at its side says which number it is. The line runs along the loop at which each token is read. Hatched: not recorded.</source>
        <translation>A column is a token, a row is a loop. The colour is the quantity named above the map; the bar at its side says which number it is. The line runs along the loop at which each token is read. Hatched: not recorded.</translation>
    </message>
    <message>
        <source>Did more loops help?</source>
        <translation>Did more loops help?</translation>
    </message>
    <message>
        <source>A cell says whether the best word after that loop is the token that follows, and whether it stays. “Loop ablation” counts for every added loop where the loss of the next token fell and where it rose, in nats.</source>
        <translation>A cell says whether the best word after that loop is the token that follows, and whether it stays. “Loop ablation” counts for every added loop where the loss of the next token fell and where it rose, in nats.</translation>
    </message>
    <message>
        <source>What do fewer loops cost?</source>
        <translation>What do fewer loops cost?</translation>
    </message>
    <message>
        <source>To the right: loops a token on average. Upwards: how good that reading is. One curve spends loops by the gate, others give every token the same, or spend them at random; the oracle is the best that is possible. Bands are 95 % intervals over tokens.</source>
        <translation>To the right: loops a token on average. Upwards: how good that reading is. One curve spends loops by the gate, others give every token the same, or spend them at random; the oracle is the best that is possible. Bands are 95 % intervals over tokens.</translation>
    </message>
    <message>
        <source>Is the gate right?</source>
        <translation>Is the gate right?</translation>
    </message>
    <message>
        <source>λ is the chance to stop at a loop, p where a token stops, the CDF how sure the gate is by then. Below, exit rules are compared at the same mean depth; regret is how far a rule is from the best possible, in nats a token.</source>
        <translation>λ is the chance to stop at a loop, p where a token stops, the CDF how sure the gate is by then. Below, exit rules are compared at the same mean depth; regret is how far a rule is from the best possible, in nats a token.</translation>
    </message>
    <message>
        <source>How does the state move?</source>
        <translation>How does the state move?</translation>
    </message>
    <message>
        <source>The curves show how far the hidden state of a token moves with every loop: the line is the selected token, the band the middle half of all tokens. The map shows its way in the two directions in which states differ most.</source>
        <translation>The curves show how far the hidden state of a token moves with every loop: the line is the selected token, the band the middle half of all tokens. The map shows its way in the two directions in which states differ most.</translation>
    </message>
    <message>
        <source>What happens inside a loop?</source>
        <translation>What happens inside a loop?</translation>
    </message>
    <message>
        <source>A row is what the model would say after that loop: its best words, the likeliest first, with their probabilities. The curves follow words from loop to loop. Where layers were recorded, a row opens into them.</source>
        <translation>A row is what the model would say after that loop: its best words, the likeliest first, with their probabilities. The curves follow words from loop to loop. Where layers were recorded, a row opens into them.</translation>
    </message>
    <message>
        <source>How do two runs differ?</source>
        <translation>How do two runs differ?</translation>
    </message>
    <message>
        <source>The map is B minus A, token by token where both have the same text. One colour is more in B, the other less, white no difference. The tables name the largest differences.</source>
        <translation>The map is B minus A, token by token where both have the same text. One colour is more in B, the other less, white no difference. The tables name the largest differences.</translation>
    </message>
    <message>
        <source>What does it write next?</source>
        <translation>What does it write next?</translation>
    </message>
    <message>
        <source>Tokens appear as they are written, in the colour of the loop at which they are read. A run can be paused, taken token by token, and left at any token; changed settings hold from there on.</source>
        <translation>Tokens appear as they are written, in the colour of the loop at which they are read. A run can be paused, taken token by token, and left at any token; changed settings hold from there on.</translation>
    </message>
    <message>
        <source>What is this run?</source>
        <translation>What is this run?</translation>
    </message>
    <message>
        <source>How deep tokens are read, the tokens worth a look with the reason of each, and everything the record says of how it was made.</source>
        <translation>How deep tokens are read, the tokens worth a look with the reason of each, and everything the record says of how it was made.</translation>
    </message>
    <message>
        <source>What if …?</source>
        <translation>What if …?</translation>
    </message>
    <message>
        <source>The same text is run once more with one change inside the loops, as a run of its own. Loops, layers and tokens count from 1. Compare then shows how it differs from the untouched one.</source>
        <translation>The same text is run once more with one change inside the loops, as a run of its own. Loops, layers and tokens count from 1. Compare then shows how it differs from the untouched one.</translation>
    </message>
    <message>
        <source>What does a whole corpus say?</source>
        <translation>What does a whole corpus say?</translation>
    </message>
    <message>
        <source>At the left a row is a document: how its tokens are spread over the loops, loop 1 at the left, and its numbers. At the right its documents are pooled: bands and bars are 95 % intervals over documents.</source>
        <translation>At the left a row is a document: how its tokens are spread over the loops, loop 1 at the left, and its numbers. At the right its documents are pooled: bands and bars are 95 % intervals over documents.</translation>
    </message>
    <message>
        <source>Where does a change matter?</source>
        <translation>Where does a change matter?</translation>
    </message>
    <message>
        <source>A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run of its own with the change at that place alone. Its colour says what became of the answer: how its log-probability changed, or how far all words are from the untouched run, in nats.</source>
        <translation>A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run of its own with the change at that place alone. Its colour says what became of the answer: how its log-probability changed, or how far all words are from the untouched run, in nats.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>system (of the model&apos;s template)</source>
        <translation>system (of the model&apos;s template)</translation>
    </message>
    <message>
        <source>system</source>
        <translation>system</translation>
    </message>
    <message>
        <source>user</source>
        <translation>user</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>assistant</translation>
    </message>
    <message>
        <source>with the prompt: no tokens were to be generated</source>
        <translation>with the prompt: no tokens were to be generated</translation>
    </message>
    <message numerus="yes">
        <source>after the %n token(s) that were asked for</source>
        <translation>
            <numerusform>after the %n token that was asked for</numerusform>
            <numerusform>after the %n tokens that were asked for</numerusform>
        </translation>
    </message>
    <message>
        <source>at the stop token “%1”</source>
        <translation>at the stop token “%1”</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>at the longest context of the model</translation>
    </message>
    <message>
        <source>because it was stopped</source>
        <translation>because it was stopped</translation>
    </message>
    <message>
        <source>because something failed</source>
        <translation>because something failed</translation>
    </message>
    <message>
        <source>not yet when this was kept: it was going on</source>
        <translation>not yet when this was kept: it was going on</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1: empty</translation>
    </message>
    <message>
        <source>%1: tokens %2 to %3</source>
        <translation>%1: tokens %2 to %3</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer begins within &lt;think&gt;</source>
        <translation>the answer begins within &lt;think&gt;</translation>
    </message>
    <message numerus="yes">
        <source>characters at %n place(s) of the prompt, first %1 before token %2: the model did not see them</source>
        <translation>
            <numerusform>characters at %n place of the prompt, first %1 before token %2: the model did not see them</numerusform>
            <numerusform>characters at %n places of the prompt, first %1 before token %2: the model did not see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The last session could not be read (%1) and was set aside as %2. Runs that it kept are opened again.</source>
        <translation>The last session could not be read (%1) and was set aside as %2. Runs that it kept are opened again.</translation>
    </message>
    <message>
        <source>it does not contain a session</source>
        <translation>it does not contain a session</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>it was written by a newer version</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Hashing weights</source>
        <translation>Hashing weights</translation>
    </message>
    <message>
        <source>Loading weights</source>
        <translation>Loading weights</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Sweeping</translation>
    </message>
</context>
<context>
    <name>TokenSearch</name>
    <message>
        <source>this expression takes too long on this text; make it more specific</source>
        <translation>this expression takes too long on this text; make it more specific</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Answer dynamics</source>
        <translation>Answer dynamics</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Depth heatmap</translation>
    </message>
    <message>
        <source>Figure page</source>
        <translation>Figure page</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Gate audit</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometry</translation>
    </message>
    <message>
        <source>Live generation</source>
        <translation>Live generation</translation>
    </message>
    <message>
        <source>Loop lens</source>
        <translation>Loop lens</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Operating curve</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Teach</translation>
    </message>
    <message>
        <source>Text and depth</source>
        <translation>Text and depth</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explore</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>Causal map</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1 (stopped)</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 tokens</source>
        <translation>stopped after %1 of %2 tokens</translation>
    </message>
    <message>
        <source>stopped after %1 tokens</source>
        <translation>stopped after %1 tokens</translation>
    </message>
    <message>
        <source>%1 recorded values are not numbers, the first at token %2, loop %3: the weights are damaged or too large for the arithmetic, or the trace was changed.</source>
        <translation>%1 recorded values are not numbers, the first at token %2, loop %3: the weights are damaged or too large for the arithmetic, or the trace was changed.</translation>
    </message>
    <message>
        <source>cut off after %1 of %2 tokens</source>
        <translation>cut off after %1 of %2 tokens</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationFigure</name>
    <message>
        <source>past the lowest loss</source>
        <translation>past the lowest loss</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Gain (nats)</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Gain (nats per token)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Loop added</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>helped</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>hurt</translation>
    </message>
    <message>
        <source>lowest loss at loop %1</source>
        <translation>lowest loss at loop %1</translation>
    </message>
    <message>
        <source>mean gain</source>
        <translation>mean gain</translation>
    </message>
    <message>
        <source>mean gain, 95 % bootstrap over tokens</source>
        <translation>mean gain, 95 % bootstrap over tokens</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationTableModel</name>
    <message>
        <source>%1 [%2, %3]</source>
        <extracomment>Mean gain in nats, then both ends of its interval.</extracomment>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message numerus="yes">
        <source>95 % percentile interval of a bootstrap over %Ln tokens (%1 resamples, fixed seed). Tokens of one text are not independent: the true uncertainty is larger.</source>
        <translation>
            <numerusform>95 % percentile interval of a bootstrap over %Ln token (%1 resamples, fixed seed). Tokens of one text are not independent: the true uncertainty is larger.</numerusform>
            <numerusform>95 % percentile interval of a bootstrap over %Ln tokens (%1 resamples, fixed seed). Tokens of one text are not independent: the true uncertainty is larger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Helped</translation>
    </message>
    <message>
        <source>Helped, nats</source>
        <translation>Helped, nats</translation>
    </message>
    <message>
        <source>Hurt</source>
        <translation>Hurt</translation>
    </message>
    <message>
        <source>Hurt, nats</source>
        <translation>Hurt, nats</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Loop added</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>Lowest loss</translation>
    </message>
    <message>
        <source>Made right</source>
        <translation>Made right</translation>
    </message>
    <message>
        <source>Made wrong</source>
        <translation>Made wrong</translation>
    </message>
    <message>
        <source>Mean fall of −log p of the next token, with its 95 % interval</source>
        <translation>Mean fall of −log p of the next token, with its 95 % interval</translation>
    </message>
    <message>
        <source>Mean gain, nats</source>
        <translation>Mean gain, nats</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Share of the bootstrap&apos;s resamples in which this loop has the lowest mean loss</source>
        <translation>Share of the bootstrap&apos;s resamples in which this loop has the lowest mean loss</translation>
    </message>
    <message>
        <source>Summed over those tokens</source>
        <translation>Summed over those tokens</translation>
    </message>
    <message>
        <source>The best word becomes the token that follows</source>
        <translation>The best word becomes the token that follows</translation>
    </message>
    <message>
        <source>The best word stops being the token that follows</source>
        <translation>The best word stops being the token that follows</translation>
    </message>
    <message>
        <source>The loop with the lowest mean loss: after it extra loops stop helping</source>
        <translation>The loop with the lowest mean loss: after it extra loops stop helping</translation>
    </message>
    <message>
        <source>The next token becomes less probable by more than 0.01 nats</source>
        <translation>The next token becomes less probable by more than 0.01 nats</translation>
    </message>
    <message>
        <source>The next token becomes more probable by more than 0.01 nats</source>
        <translation>The next token becomes more probable by more than 0.01 nats</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message numerus="yes">
        <source>Too few tokens for an interval: it needs %Ln.</source>
        <translation>
            <numerusform>Too few tokens for an interval: it needs %Ln.</numerusform>
            <numerusform>Too few tokens for an interval: it needs %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>at loop 1 already</source>
        <translation>at loop 1 already</translation>
    </message>
    <message>
        <source>at loop 1 already (%1 %)</source>
        <translation>at loop 1 already (%1 %)</translation>
    </message>
    <message>
        <source>here</source>
        <translation>here</translation>
    </message>
    <message>
        <source>here (%1 %)</source>
        <translation>here (%1 %)</translation>
    </message>
</context>
<context>
    <name>ouroscope::AgainDialog</name>
    <message>
        <source>Run again</source>
        <translation>Run again</translation>
    </message>
    <message>
        <source>Run again with more recorded</source>
        <translation>Run again with more recorded</translation>
    </message>
    <message>
        <source>The same tokens are run once more with the open model, at the depth that they had, as a run of their own. Kept beside what every run keeps:</source>
        <translation>The same tokens are run once more with the open model, at the depth that they had, as a run of their own. Kept beside what every run keeps:</translation>
    </message>
    <message>
        <source>Runs the text once more and keeps this, too</source>
        <translation>Runs the text once more and keeps this, too</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Closes this; nothing is run</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerLine</name>
    <message>
        <source>Expected answer</source>
        <translation>Expected answer</translation>
    </message>
    <message>
        <source>The word that ought to follow: then the last word of the prompt can be right or wrong</source>
        <translation>The word that ought to follow: then the last word of the prompt can be right or wrong</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerMapFigure</name>
    <message>
        <source>first commit</source>
        <translation>first commit</translation>
    </message>
    <message>
        <source>last flip</source>
        <translation>last flip</translation>
    </message>
    <message>
        <source>not run, or nothing follows</source>
        <translation>not run, or nothing follows</translation>
    </message>
    <message>
        <source>right, as at the end</source>
        <translation>right, as at the end</translation>
    </message>
    <message>
        <source>right, lost later</source>
        <translation>right, lost later</translation>
    </message>
    <message>
        <source>still another word</source>
        <translation>still another word</translation>
    </message>
    <message>
        <source>wrong, as at the end</source>
        <translation>wrong, as at the end</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerWords</name>
    <message>
        <source>the best word is not in the record</source>
        <translation>the best word is not in the record</translation>
    </message>
    <message>
        <source>full depth says “%1”</source>
        <translation>full depth says “%1”</translation>
    </message>
    <message>
        <source>right from loop %1</source>
        <translation>right from loop %1</translation>
    </message>
    <message>
        <source>“%1” is expected</source>
        <translation>“%1” is expected</translation>
    </message>
    <message>
        <source>the text goes on with “%1”</source>
        <translation>the text goes on with “%1”</translation>
    </message>
    <message>
        <source>the same from loop %1</source>
        <translation>the same from loop %1</translation>
    </message>
    <message>
        <source>read at loop %1 of %2</source>
        <comment>where it is read, loops allowed</comment>
        <translation>read at loop %1 of %2</translation>
    </message>
    <message>
        <source>one pass says the same</source>
        <translation>one pass says the same</translation>
    </message>
    <message>
        <source>one pass would have said “%1”</source>
        <translation>one pass would have said “%1”</translation>
    </message>
    <message>
        <source>“%1” cannot be looked up without the model</source>
        <translation>“%1” cannot be looked up without the model</translation>
    </message>
</context>
<context>
    <name>ouroscope::BesideDialog</name>
    <message>
        <source>Run and compare</source>
        <translation>Run and compare</translation>
    </message>
    <message>
        <source>The same text, other layers looped</source>
        <translation>The same text, other layers looped</translation>
    </message>
    <message>
        <source>From one layer to another, such as 15-18; the model has %1</source>
        <translation>From one layer to another, such as 15-18; the model has %1</translation>
    </message>
    <message>
        <source>What a turn does with the state</source>
        <translation>What a turn does with the state</translation>
    </message>
    <message>
        <source>How many loops the other run has</source>
        <translation>How many loops the other run has</translation>
    </message>
    <message>
        <source>Opens the model so beside the open one, runs the text and compares</source>
        <translation>Opens the model so beside the open one, runs the text and compares</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Layers to loop</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Rule of the steps</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Loops</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Closes this; nothing is run</translation>
    </message>
    <message>
        <source>The model has %1 layers.</source>
        <translation>The model has %1 layers.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CaptionBox</name>
    <message>
        <source>Caption</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copy %1</translation>
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
        <translation>hidden states</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>layers within the loops</source>
        <translation>layers within the loops</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>numbers of the layers</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>attention of the heads</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>similarity of the layers</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>Layers whose states are kept at every loop, such as 6,12-18: large files, for probes</source>
        <translation>Layers whose states are kept at every loop, such as 6,12-18: large files, for probes</translation>
    </message>
    <message>
        <source>norm and head alone</source>
        <translation>norm and head alone</translation>
    </message>
    <message>
        <source>A safetensors file with a map for each loop and layer, which layers are then read through; the guide says how one is fitted</source>
        <translation>A safetensors file with a map for each loop and layer, which layers are then read through; the guide says how one is fitted</translation>
    </message>
    <message>
        <source>Choose a lens file</source>
        <translation>Choose a lens file</translation>
    </message>
    <message>
        <source>States of layers</source>
        <translation>States of layers</translation>
    </message>
    <message>
        <source>Layers read through</source>
        <translation>Layers read through</translation>
    </message>
    <message>
        <source>Lenses (*.safetensors);;All files (*)</source>
        <translation>Lenses (*.safetensors);;All files (*)</translation>
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
        <translation>Layer</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
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
        <translation>Loop</translation>
    </message>
    <message>
        <source>No. in A</source>
        <translation>No. in A</translation>
    </message>
    <message>
        <source>No. in B</source>
        <translation>No. in B</translation>
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
        <translation>Command</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Matching commands</translation>
    </message>
    <message>
        <source>Type a command, an example, a view, a measure or a token number</source>
        <translation>Type a command, an example, a view, a measure or a token number</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareFigure</name>
    <message>
        <source>nothing to compare</source>
        <translation>nothing to compare</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>only in A</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>only in B</translation>
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
        <translation>A: best words</translation>
    </message>
    <message>
        <source>B: best words</source>
        <translation>B: best words</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Loop %1</translation>
    </message>
    <message>
        <source>The best words differ at this loop.</source>
        <translation>The best words differ at this loop.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareView</name>
    <message>
        <source>%1, every loop</source>
        <translation>%1, every loop</translation>
    </message>
    <message>
        <source>%1, per token</source>
        <translation>%1, per token</translation>
    </message>
    <message>
        <source>%1: mean B − A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.</source>
        <translation>%1: mean B − A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in A.</source>
        <translation>
            <numerusform>%Ln only in A.</numerusform>
            <numerusform>%Ln only in A.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in B.</source>
        <translation>
            <numerusform>%Ln only in B.</numerusform>
            <numerusform>%Ln only in B.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens are in both.</source>
        <translation>
            <numerusform>%Ln token is in both.</numerusform>
            <numerusform>%Ln tokens are in both.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;B:</source>
        <translation>&amp;B:</translation>
    </message>
    <message>
        <source>A has %1 loops, B %2: only the loops of both are compared.</source>
        <translation>A has %1 loops, B %2: only the loops of both are compared.</translation>
    </message>
    <message>
        <source>A was computed in %1, B in %2: rounding alone can change a best word.</source>
        <translation>A was computed in %1, B in %2: rounding alone can change a best word.</translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <extracomment>The shown trace of a comparison: its title, then how it is read.</extracomment>
        <translation>A: %1, %2</translation>
    </message>
    <message>
        <source>Aligning the texts</source>
        <translation>Aligning the texts</translation>
    </message>
    <message>
        <source>Best words of A and B at every loop</source>
        <translation>Best words of A and B at every loop</translation>
    </message>
    <message>
        <source>Compare with a trace</source>
        <translation>Compare with a trace</translation>
    </message>
    <message>
        <source>Differences, tokens by loops</source>
        <translation>Differences, tokens by loops</translation>
    </message>
    <message>
        <source>Exit threshold q of B</source>
        <translation>Exit threshold q of B</translation>
    </message>
    <message>
        <source>Gate of B</source>
        <translation>Gate of B</translation>
    </message>
    <message>
        <source>Loop budget of B</source>
        <translation>Loop budget of B</translation>
    </message>
    <message>
        <source>Measure whose differences are shown</source>
        <translation>Measure whose differences are shown</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>Most changed tokens</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Opening %1</translation>
    </message>
    <message>
        <source>Reading by another gate</source>
        <translation>Reading by another gate</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to compare it with another one, or with another reading of itself.</source>
        <translation>Run a prompt or open a trace to compare it with another one, or with another reading of itself.</translation>
    </message>
    <message>
        <source>Same reading as A</source>
        <translation>Same reading as A</translation>
    </message>
    <message>
        <source>The KV policies differ (%1, %2): states of skipped loops differ by design.</source>
        <translation>The KV policies differ (%1, %2): states of skipped loops differ by design.</translation>
    </message>
    <message>
        <source>The devices differ: sums are taken in another order.</source>
        <translation>The devices differ: sums are taken in another order.</translation>
    </message>
    <message>
        <source>The texts differ so much that the alignment is not the best possible one.</source>
        <translation>The texts differ so much that the alignment is not the best possible one.</translation>
    </message>
    <message>
        <source>The tokenizers differ: tokens are compared where they end at the same byte of the same text.</source>
        <translation>The tokenizers differ: tokens are compared where they end at the same byte of the same text.</translation>
    </message>
    <message>
        <source>The weights differ.</source>
        <translation>The weights differ.</translation>
    </message>
    <message>
        <source>Traces (*.safetensors);;All files (*)</source>
        <translation>Traces (*.safetensors);;All files (*)</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>What to compare with</translation>
    </message>
    <message>
        <source>another reading of A</source>
        <translation>another reading of A</translation>
    </message>
    <message>
        <source>loops </source>
        <translation>loops </translation>
    </message>
    <message>
        <source>open a trace…</source>
        <translation>open a trace…</translation>
    </message>
    <message>
        <source>q </source>
        <translation>q </translation>
    </message>
    <message>
        <source>q = %1, at most loop %2</source>
        <translation>q = %1, at most loop %2</translation>
    </message>
    <message>
        <source>read at loop %1</source>
        <translation>read at loop %1</translation>
    </message>
    <message>
        <source>the model&apos;s gate</source>
        <translation>the model&apos;s gate</translation>
    </message>
    <message>
        <source>the shown trace</source>
        <translation>the shown trace</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>no gate</translation>
    </message>
    <message>
        <source>Its own loop 1</source>
        <translation>Its own loop 1</translation>
    </message>
    <message>
        <source>This record has one loop.</source>
        <translation>This record has one loop.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Open a model first (File menu)</translation>
    </message>
    <message>
        <source>The open model was trained with its loops: it has no plain form. Choose another model.</source>
        <translation>The open model was trained with its loops: it has no plain form. Choose another model.</translation>
    </message>
    <message>
        <source>One pass of the plain model</source>
        <translation>One pass of the plain model</translation>
    </message>
    <message>
        <source>The same model, other layers looped...</source>
        <translation>The same model, other layers looped...</translation>
    </message>
    <message>
        <source>Another model on this text...</source>
        <translation>Another model on this text...</translation>
    </message>
    <message>
        <source>Single pass beside looped</source>
        <translation>Single pass beside looped</translation>
    </message>
    <message>
        <source>Compares this run with its own loop 1, with a plain model on the same text, or with other layers looped</source>
        <translation>Compares this run with its own loop 1, with a plain model on the same text, or with other layers looped</translation>
    </message>
    <message numerus="yes">
        <source>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln tokens.</source>
        <translation>
            <numerusform>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln token.</numerusform>
            <numerusform>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::ControlBar</name>
    <message>
        <source>Exit gate</source>
        <translation>Exit gate</translation>
    </message>
    <message>
        <source>For this fixed text the record says exactly what fewer loops would have said.</source>
        <translation>For this fixed text the record says exactly what fewer loops would have said.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Generate </source>
        <comment>spin box prefix</comment>
        <translation>Generate </translation>
    </message>
    <message>
        <source>Loops </source>
        <comment>spin box prefix</comment>
        <translation>Loops </translation>
    </message>
    <message>
        <source>Loops to record</source>
        <translation>Loops to record</translation>
    </message>
    <message>
        <source>Loops to record; also beyond the trained number</source>
        <translation>Loops to record; also beyond the trained number</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>No model loaded</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt (Ctrl+Return runs it)</source>
        <translation>Prompt (Ctrl+Return runs it)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>Shade</translation>
    </message>
    <message>
        <source>Shade the text by</source>
        <translation>Shade the text by</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>The text after this token would be another one: run again to see it.</source>
        <translation>The text after this token would be another one: run again to see it.</translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation>Tokens to generate</translation>
    </message>
    <message>
        <source>Tokens to generate after the prompt</source>
        <translation>Tokens to generate after the prompt</translation>
    </message>
    <message>
        <source>exact replay</source>
        <translation>exact replay</translation>
    </message>
    <message>
        <source>needs a re-run (token %1)</source>
        <translation>needs a re-run (token %1)</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>the model&apos;s</translation>
    </message>
    <message>
        <source>would branch from token %1</source>
        <translation>would branch from token %1</translation>
    </message>
    <message>
        <source>More options for runs</source>
        <translation>More options for runs</translation>
    </message>
    <message>
        <source>Which of the recorded exit gates decides where a token is read</source>
        <translation>Which of the recorded exit gates decides where a token is read</translation>
    </message>
    <message>
        <source>What the colour of every token in the text says</source>
        <translation>What the colour of every token in the text says</translation>
    </message>
    <message>
        <source>changed, not run</source>
        <translation>changed, not run</translation>
    </message>
    <message>
        <source>The picture is of the prompt before: Run makes the new one.</source>
        <translation>The picture is of the prompt before: Run makes the new one.</translation>
    </message>
    <message>
        <source>too long to show</source>
        <translation>too long to show</translation>
    </message>
    <message>
        <source>The prompt of this trace is too long for this box.</source>
        <translation>The prompt of this trace is too long for this box.</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 of %2 best words are others than at full depth.</source>
        <translation>%1 of %2 best words are others than at full depth.</translation>
    </message>
    <message>
        <source>All best words are those of full depth.</source>
        <translation>All best words are those of full depth.</translation>
    </message>
    <message>
        <source>answer changed: %1, full depth says %2</source>
        <comment>two words</comment>
        <translation>answer changed: %1, full depth says %2</translation>
    </message>
    <message>
        <source>Read like this, the best word after the prompt is another one than at full depth.</source>
        <translation>Read like this, the best word after the prompt is another one than at full depth.</translation>
    </message>
    <message>
        <source>half characters</source>
        <translation>half characters</translation>
    </message>
    <message>
        <source>This prompt has half characters, which cannot be typed: Run would run another text.</source>
        <translation>This prompt has half characters, which cannot be typed: Run would run another text.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit gate</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>More options for runs: conversations, where a run ends, what is recorded, the model</source>
        <translation>More options for runs: conversations, where a run ends, what is recorded, the model</translation>
    </message>
    <message>
        <source>not for the puzzle model</source>
        <translation>not for the puzzle model</translation>
    </message>
    <message>
        <source>Open model: %1 · %2 · %3 · trained with %4 loops</source>
        <translation>Open model: %1 · %2 · %3 · trained with %4 loops</translation>
    </message>
    <message>
        <source>The open model knows its seven games only and makes nothing of this text. Examples of them are in the Run menu; a model that writes English is under File, Get the language demo.</source>
        <translation>The open model knows its seven games only and makes nothing of this text. Examples of them are in the Run menu; a model that writes English is under File, Get the language demo.</translation>
    </message>
    <message>
        <source>recorded with %1</source>
        <translation>recorded with %1</translation>
    </message>
    <message>
        <source>This picture was recorded with %1. Run takes the model that is open, %2.</source>
        <translation>This picture was recorded with %1. Run takes the model that is open, %2.</translation>
    </message>
    <message>
        <source>%1 · read at loop %2 of %3 on average</source>
        <comment>tokens, or that the run was stopped</comment>
        <translation>%1 · read at loop %2 of %3 on average</translation>
    </message>
    <message>
        <source>values are missing</source>
        <translation>values are missing</translation>
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
        <translation>Next token</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>Multiple choice</translation>
    </message>
    <message>
        <source>Multiple choice, by length</source>
        <translation>Multiple choice, by length</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Exact match</translation>
    </message>
    <message>
        <source>Right number</source>
        <translation>Right number</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Exit loop</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Share of tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Share (%)</translation>
    </message>
    <message>
        <source>Loops per token</source>
        <translation>Loops per token</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Loops</translation>
    </message>
    <message>
        <source>exit loop</source>
        <translation>exit loop</translation>
    </message>
    <message>
        <source>expected depth</source>
        <translation>expected depth</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>class of tokens, number of tokens</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Loops allowed</source>
        <translation>Loops allowed</translation>
    </message>
    <message>
        <source>at the exit</source>
        <translation>at the exit</translation>
    </message>
    <message>
        <source>Accuracy of the next token (%)</source>
        <translation>Accuracy of the next token (%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Accuracy (%)</translation>
    </message>
    <message>
        <source>−log p of the next token (nats)</source>
        <translation>−log p of the next token (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Loop added</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Gain (nats per token)</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Gain (nats)</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>helped</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>hurt</translation>
    </message>
    <message>
        <source>Agreement with full depth (%)</source>
        <translation>Agreement with full depth (%)</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Agreement (%)</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL from full depth (nats)</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>same budget for all</source>
        <translation>same budget for all</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Mean loops</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>gate</translation>
    </message>
    <message>
        <source>this reading</source>
        <translation>this reading</translation>
    </message>
    <message>
        <source>%1 (lower bound)</source>
        <translation>%1 (lower bound)</translation>
    </message>
    <message>
        <source>not beaten</source>
        <translation>not beaten</translation>
    </message>
    <message>
        <source>%1, accuracy (%)</source>
        <translation>%1, accuracy (%)</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure tells %2 apart: choose a field with fewer.</source>
        <translation>The field has %1 values, and a figure tells %2 apart: choose a field with fewer.</translation>
    </message>
    <message>
        <source>The corpus has no counted tokens: tasks have no exits of tokens.</source>
        <translation>The corpus has no counted tokens: tasks have no exits of tokens.</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure has room for %2: choose a field with fewer.</source>
        <translation>The field has %1 values, and a figure has room for %2: choose a field with fewer.</translation>
    </message>
    <message>
        <source>No token and no question of the corpus was scored.</source>
        <translation>No token and no question of the corpus was scored.</translation>
    </message>
    <message>
        <source>The corpus has no measure &quot;%1&quot; at its loops.</source>
        <translation>The corpus has no measure &quot;%1&quot; at its loops.</translation>
    </message>
    <message>
        <source>No token of the corpus has a next one at every loop.</source>
        <translation>No token of the corpus has a next one at every loop.</translation>
    </message>
    <message>
        <source>A loop ablation needs a model of two loops and more.</source>
        <translation>A loop ablation needs a model of two loops and more.</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens of the class &quot;%1&quot;.</source>
        <translation>The corpus has no scored tokens of the class &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean loops.</translation>
    </message>
    <message>
        <source>The corpus has no readings by exit rules: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>The corpus has no readings by exit rules: tasks have a curve of their own, accuracy against mean loops.</translation>
    </message>
    <message>
        <source>Accuracy against mean loops needs questions with answers (tasks): the corpus has none of this measure.</source>
        <translation>Accuracy against mean loops needs questions with answers (tasks): the corpus has none of this measure.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusView</name>
    <message>
        <source>Documents of the corpus</source>
        <translation>Documents of the corpus</translation>
    </message>
    <message>
        <source>Run it…</source>
        <translation>Run it…</translation>
    </message>
    <message>
        <source>No corpus is open. Choose File › Open corpus, or drop the folder that ouroscope-cli corpus run wrote.</source>
        <translation>No corpus is open. Choose File › Open corpus, or drop the folder that ouroscope-cli corpus run wrote.</translation>
    </message>
    <message>
        <source>Find documents by their fields</source>
        <translation>Find documents by their fields</translation>
    </message>
    <message>
        <source>Lists only documents whose fields, written as name: value, have this text</source>
        <translation>Lists only documents whose fields, written as name: value, have this text</translation>
    </message>
    <message>
        <source>Part of the corpus</source>
        <translation>Part of the corpus</translation>
    </message>
    <message>
        <source>List and picture: all documents, or one half. What is chosen while looking at the selection half is reported on the confirmation half.</source>
        <translation>List and picture: all documents, or one half. What is chosen while looking at the selection half is reported on the confirmation half.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmation</translation>
    </message>
    <message>
        <source>A click opens the document&apos;s trace, where it was kept; a click on a title sorts</source>
        <translation>A click opens the document&apos;s trace, where it was kept; a click on a title sorts</translation>
    </message>
    <message>
        <source>Reads the document from the input of the corpus and runs it on the model that is loaded</source>
        <translation>Reads the document from the input of the corpus and runs it on the model that is loaded</translation>
    </message>
    <message>
        <source>Picture of the corpus</source>
        <translation>Picture of the corpus</translation>
    </message>
    <message>
        <source>What the picture shows, with 95 % intervals over documents</source>
        <translation>What the picture shows, with 95 % intervals over documents</translation>
    </message>
    <message>
        <source>Export the picture of the corpus</source>
        <translation>Export the picture of the corpus</translation>
    </message>
    <message>
        <source>Exports this picture, with its caption and numbers</source>
        <translation>Exports this picture, with its caption and numbers</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2, %n loop(s)</source>
        <comment>model, input</comment>
        <translation>
            <numerusform>%1 on %2, %n loop</numerusform>
            <numerusform>%1 on %2, %n loops</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished: %1 of %2 documents are done.</source>
        <translation>Unfinished: %1 of %2 documents are done.</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 documents</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 of %2 documents</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Intervals over documents are being made…</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Reading the corpus</translation>
    </message>
    <message>
        <source>The trace of document %1 is open above.</source>
        <translation>The trace of document %1 is open above.</translation>
    </message>
    <message>
        <source>The trace of document %1 was not kept.</source>
        <translation>The trace of document %1 was not kept.</translation>
    </message>
    <message>
        <source>Field that tells documents apart</source>
        <translation>Field that tells documents apart</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>All together</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>field of documents</comment>
        <translation>By %1</translation>
    </message>
    <message>
        <source>%1 of %2 documents have this field</source>
        <translation>%1 of %2 documents have this field</translation>
    </message>
    <message>
        <source>The field has more than %1 values</source>
        <translation>The field has more than %1 values</translation>
    </message>
    <message>
        <source>One line, or bar, for every value of a field of the documents</source>
        <translation>One line, or bar, for every value of a field of the documents</translation>
    </message>
    <message>
        <source>The documents have no fields</source>
        <translation>The documents have no fields</translation>
    </message>
    <message>
        <source>A picture needs documents that are done. The command that made this folder goes on where it stopped.</source>
        <translation>A picture needs documents that are done. The command that made this folder goes on where it stopped.</translation>
    </message>
    <message>
        <source>The input of this corpus had no documents, so there is no picture.</source>
        <translation>The input of this corpus had no documents, so there is no picture.</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>documents</comment>
        <translation>Find</translation>
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
        <translation>Loop %1</translation>
    </message>
    <message>
        <source>Tokens by exit loop</source>
        <translation>Tokens by exit loop</translation>
    </message>
    <message numerus="yes">
        <source>loop %1: %n token(s)</source>
        <translation>
            <numerusform>loop %1: %n token</numerusform>
            <numerusform>loop %1: %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthOverview</name>
    <message>
        <source>Depth of the whole text</source>
        <translation>Depth of the whole text</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Loops allowed: %1 of %2</translation>
    </message>
    <message>
        <source>The whole text: the deepest of the words at each place</source>
        <translation>The whole text: the deepest of the words at each place</translation>
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
        <translation>Tokens of the document that were run</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Exit loop</translation>
    </message>
    <message>
        <source>Mean loop at which its tokens are read</source>
        <translation>Mean loop at which its tokens are read</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Expected depth</translation>
    </message>
    <message>
        <source>Mean of the exit distribution, in loops</source>
        <translation>Mean of the exit distribution, in loops</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Mean −log p of the next token at the exit, in nats</source>
        <translation>Mean −log p of the next token at the exit, in nats</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>How far the loss fell from loop 1 to the exit, in nats</source>
        <translation>How far the loss fell from loop 1 to the exit, in nats</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is the next</source>
        <translation>Share of tokens whose best word at the exit is the next</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is that of the last loop</source>
        <translation>Share of tokens whose best word at the exit is that of the last loop</translation>
    </message>
    <message>
        <source>Right choice</source>
        <translation>Right choice</translation>
    </message>
    <message>
        <source>1 where the right choice is the likeliest at the exit</source>
        <translation>1 where the right choice is the likeliest at the exit</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Right answer</translation>
    </message>
    <message>
        <source>1 where the generated answer at the exit is the right one</source>
        <translation>1 where the generated answer at the exit is the right one</translation>
    </message>
    <message>
        <source>loop %1: %2 %</source>
        <comment>share of tokens</comment>
        <translation>loop %1: %2 %</translation>
    </message>
    <message>
        <source>Its place in the input</source>
        <translation>Its place in the input</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Share of its tokens that are read at each loop, loop 1 at the left; sorts by the exit loop</source>
        <translation>Share of its tokens that are read at each loop, loop 1 at the left; sorts by the exit loop</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>What else its line of the input says</source>
        <translation>What else its line of the input says</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Fields</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsTableModel</name>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>First loop whose best word is the last loop&apos;s</source>
        <translation>First loop whose best word is the last loop&apos;s</translation>
    </message>
    <message>
        <source>First loop whose best word is the token that follows</source>
        <translation>First loop whose best word is the token that follows</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Flips</translation>
    </message>
    <message>
        <source>How often the best word changes</source>
        <translation>How often the best word changes</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Last flip</translation>
    </message>
    <message>
        <source>Last loop that changed the best word</source>
        <translation>Last loop that changed the best word</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Nats by which the best loop beats the last one at the token that follows</source>
        <translation>Nats by which the best loop beats the last one at the token that follows</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>The token after which the loops predict the next one</source>
        <translation>The token after which the loops predict the next one</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsView</name>
    <message numerus="yes">
        <source>%Ln of %1 tokens</source>
        <extracomment>How many tokens a filter finds, then how many there are.</extracomment>
        <translation>
            <numerusform>%Ln of %1 tokens</numerusform>
            <numerusform>%Ln of %1 tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens that ran all loops and have a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</source>
        <translation>
            <numerusform>%Ln token that ran all loops and has a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</numerusform>
            <numerusform>%Ln tokens that ran all loops and have a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer map, tokens by loops</source>
        <translation>Answer map, tokens by loops</translation>
    </message>
    <message>
        <source>Gain and loss of every added loop</source>
        <translation>Gain and loss of every added loop</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Loop ablation</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>No token ran all loops and has a next token: there is nothing to compare.</source>
        <translation>No token ran all loops and has a next token: there is nothing to compare.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Resampling tokens</source>
        <translation>Resampling tokens</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its answers move over the loops.</source>
        <translation>Run a prompt or open a trace to see how its answers move over the loops.</translation>
    </message>
    <message>
        <source>Select the listed token after the selected one</source>
        <translation>Select the listed token after the selected one</translation>
    </message>
    <message>
        <source>Select the listed token before the selected one</source>
        <translation>Select the listed token before the selected one</translation>
    </message>
    <message>
        <source>This trace has one loop: answers can only change with two or more. Run the prompt again with more loops.</source>
        <translation>This trace has one loop: answers can only change with two or more. Run the prompt again with more loops.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens of the filter</source>
        <translation>Tokens of the filter</translation>
    </message>
    <message>
        <source>What every added loop helped or hurt</source>
        <translation>What every added loop helped or hurt</translation>
    </message>
    <message>
        <source>How tokens are grouped</source>
        <translation>How tokens are grouped</translation>
    </message>
    <message>
        <source>Which tokens are listed</source>
        <translation>Which tokens are listed</translation>
    </message>
</context>
<context>
    <name>ouroscope::EstimateFigure</name>
    <message>
        <source>band, bars: 95 % interval</source>
        <translation>band, bars: 95 % interval</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitHistogramFigure</name>
    <message>
        <source>Exit loop</source>
        <translation>Exit loop</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Share of tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Share (%)</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRuleOptions</name>
    <message>
        <source>Generated tokens stop by</source>
        <translation>Generated tokens stop by</translation>
    </message>
    <message>
        <source>What stops a generated token before its last loop. With another rule than the gate, loops after an exit are not run; the threshold q of the Live view is the gate&apos;s</source>
        <translation>What stops a generated token before its last loop. With another rule than the gate, loops after an exit are not run; the threshold q of the Live view is the gate&apos;s</translation>
    </message>
    <message>
        <source>Threshold of the rule</source>
        <translation>Threshold of the rule</translation>
    </message>
    <message>
        <source>the exit gate</source>
        <translation>the exit gate</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit rule</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>The threshold q of the gate is in the Live view.</source>
        <translation>The threshold q of the gate is in the Live view.</translation>
    </message>
    <message>
        <source>A token stops after the first loop below this value.</source>
        <translation>A token stops after the first loop below this value.</translation>
    </message>
    <message>
        <source>A token stops after the first loop that reaches this value.</source>
        <translation>A token stops after the first loop that reaches this value.</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>It is in %1.</translation>
    </message>
    <message>
        <source>Empty: that of Huginn&apos;s released code.</source>
        <translation>Empty: that of Huginn&apos;s released code.</translation>
    </message>
    <message>
        <source>The threshold of the exit rule must be a number, not “%1”.</source>
        <translation>The threshold of the exit rule must be a number, not “%1”.</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRulesFigure</name>
    <message>
        <source>Best word&apos;s probability</source>
        <translation>Best word&apos;s probability</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Cosine to the loop before</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropy</translation>
    </message>
    <message>
        <source>Gate “%1”</source>
        <translation>Gate “%1”</translation>
    </message>
    <message>
        <source>KL step between loops</source>
        <translation>KL step between loops</translation>
    </message>
    <message>
        <source>Learned gate</source>
        <translation>Learned gate</translation>
    </message>
    <message>
        <source>Margin of the two best words</source>
        <translation>Margin of the two best words</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Mean loops</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oracle</translation>
    </message>
    <message>
        <source>Relative state change</source>
        <translation>Relative state change</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Same budget for all</translation>
    </message>
    <message>
        <source>Change of entropy</source>
        <translation>Change of entropy</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL from the loop before</translation>
    </message>
    <message>
        <source>KL of likely words from the loop before</source>
        <translation>KL of likely words from the loop before</translation>
    </message>
    <message>
        <source>Same best word in a row</source>
        <translation>Same best word in a row</translation>
    </message>
    <message>
        <source>Second difference of the step</source>
        <translation>Second difference of the step</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>lower bound</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>not recorded</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureCheck</name>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; overlap.</source>
        <translation>&quot;%1&quot; and &quot;%2&quot; overlap.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reaches over the edge of the page.</source>
        <translation>&quot;%1&quot; reaches over the edge of the page.</translation>
    </message>
    <message>
        <source>%1 tokens are shown, the words of %2 are readable at this size: split them into rows, or take a wider page or smaller type.</source>
        <translation>%1 tokens are shown, the words of %2 are readable at this size: split them into rows, or take a wider page or smaller type.</translation>
    </message>
    <message>
        <source>No installed font has %1: an empty box is drawn. Install a font that has it.</source>
        <translation>No installed font has %1: an empty box is drawn. Install a font that has it.</translation>
    </message>
    <message>
        <source>Panel %1 shows %2 tokens; the words of %3 are readable at this size.</source>
        <translation>Panel %1 shows %2 tokens; the words of %3 are readable at this size.</translation>
    </message>
    <message>
        <source>The smallest text is %1 points on paper: most venues ask for at least %2.</source>
        <translation>The smallest text is %1 points on paper: most venues ask for at least %2.</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigurePreview</name>
    <message>
        <source>Preview of the figure page</source>
        <translation>Preview of the figure page</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureView</name>
    <message>
        <source>%1 by %2 millimetres</source>
        <translation>%1 by %2 millimetres</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>Deuteranopia</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Export figure</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>Exported %1</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exporting %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>Format of the file</translation>
    </message>
    <message>
        <source>Full colour</source>
        <translation>Full colour</translation>
    </message>
    <message>
        <source>Grey print</source>
        <translation>Grey print</translation>
    </message>
    <message>
        <source>How the preview is seen</source>
        <translation>How the preview is seen</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Nothing is recorded yet: run a prompt or open a trace.</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>Open recipe</translation>
    </message>
    <message>
        <source>Open recipe...</source>
        <translation>Open recipe...</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>Protanopia</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Recipes (*.json)</translation>
    </message>
    <message>
        <source>Recipes and figures (*.json *.pdf *.svg *.png)</source>
        <translation>Recipes and figures (*.json *.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Save recipe</translation>
    </message>
    <message>
        <source>Save recipe...</source>
        <translation>Save recipe...</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Saved %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Saving %1</translation>
    </message>
    <message>
        <source>Split into rows</source>
        <translation>Split into rows</translation>
    </message>
    <message>
        <source>The page has no panels: add one at the left.</source>
        <translation>The page has no panels: add one at the left.</translation>
    </message>
    <message>
        <source>The page would have more than %1 panels.</source>
        <translation>The page would have more than %1 panels.</translation>
    </message>
    <message>
        <source>Tritanopia</source>
        <translation>Tritanopia</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>True size</translation>
    </message>
    <message>
        <source>What a reviewer would complain about</source>
        <translation>What a reviewer would complain about</translation>
    </message>
    <message>
        <source>The last figure page could not be brought back: %1</source>
        <translation>The last figure page could not be brought back: %1</translation>
    </message>
    <message>
        <source>A panel of the page shows one run, the shown one: export this figure by itself.</source>
        <translation>A panel of the page shows one run, the shown one: export this figure by itself.</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copy as SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copy as PNG</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Reading the corpus</translation>
    </message>
    <message>
        <source>The page has figures of a corpus: open its folder (File menu).</source>
        <translation>The page has figures of a corpus: open its folder (File menu).</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Intervals over documents are being made…</translation>
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
        <translation>Export figure</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>Exported %1</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exporting %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Open trace</source>
        <translation>Open trace</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Opening %1</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n traces</source>
        <translation>
            <numerusform>Opening %n trace</numerusform>
            <numerusform>Opening %n traces</numerusform>
        </translation>
    </message>
    <message>
        <source>Save trace</source>
        <translation>Save trace</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Saved %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Saving %1</translation>
    </message>
    <message>
        <source>There is no trace to save: run a prompt first.</source>
        <translation>There is no trace to save: run a prompt first.</translation>
    </message>
    <message>
        <source>There is nothing to export: run a prompt or open a trace first.</source>
        <translation>There is nothing to export: run a prompt or open a trace first.</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors)</source>
        <translation>Traces (*.trace.safetensors)</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors);;All files (*)</source>
        <translation>Traces (*.trace.safetensors);;All files (*)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>Copying the figure</translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation>Copied as %1</translation>
    </message>
    <message>
        <source>Opening the corpus %1</source>
        <translation>Opening the corpus %1</translation>
    </message>
    <message>
        <source>The folder that the corpus was run on</source>
        <translation>The folder that the corpus was run on</translation>
    </message>
    <message>
        <source>The file that the corpus was run on</source>
        <translation>The file that the corpus was run on</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>JSON lines (*.jsonl);;All files (*)</translation>
    </message>
    <message>
        <source>Reading document %1</source>
        <translation>Reading document %1</translation>
    </message>
    <message>
        <source>Open corpus folder</source>
        <translation>Open corpus folder</translation>
    </message>
</context>
<context>
    <name>ouroscope::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Close the find bar</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Find in the text</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Next match (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Previous match (Shift+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regular expression</translation>
    </message>
</context>
<context>
    <name>ouroscope::Findings</name>
    <message>
        <source>This record has one loop, so there is nothing to compare.</source>
        <translation>This record has one loop, so there is nothing to compare.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1: this model has no exit gate that could stop earlier.</source>
        <translation>Every token is read at loop %1: this model has no exit gate that could stop earlier.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1, because q is 1. Lower q, and tokens stop earlier.</source>
        <translation>Every token is read at loop %1, because q is 1. Lower q, and tokens stop earlier.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1.</source>
        <translation>Every token is read at loop %1.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. “%3” goes deepest, to loop %4.</source>
        <translation>A token is read at loop %1 of %2 on average. “%3” goes deepest, to loop %4.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop %4; “%5” is the first.</source>
        <translation>A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop %4; “%5” is the first.</translation>
    </message>
    <message>
        <source>No loop changes a best word: loop 1 says what the last loop says.</source>
        <translation>No loop changes a best word: loop 1 says what the last loop says.</translation>
    </message>
    <message>
        <source>The last loop, %1, changes the most best words: %2 of %3.</source>
        <translation>The last loop, %1, changes the most best words: %2 of %3.</translation>
    </message>
    <message>
        <source>Loop %1 changes the most best words, %2 of %3; the last loop changes %4.</source>
        <translation>Loop %1 changes the most best words, %2 of %3; the last loop changes %4.</translation>
    </message>
    <message>
        <source>The text that follows is predicted best at loop %1 of %2.</source>
        <translation>The text that follows is predicted best at loop %1 of %2.</translation>
    </message>
    <message>
        <source>This record has no candidates to compare.</source>
        <translation>This record has no candidates to compare.</translation>
    </message>
    <message>
        <source>At %1 loops a token, %2 of %3 best words are those of full depth.</source>
        <translation>At %1 loops a token, %2 of %3 best words are those of full depth.</translation>
    </message>
    <message>
        <source>This model has no exit gate. The rules here stop by what can be seen from outside.</source>
        <translation>This model has no exit gate. The rules here stop by what can be seen from outside.</translation>
    </message>
    <message>
        <source>At %1 loops a token the gate keeps %2 of the best words of full depth. The same loops spent at random would keep %3.</source>
        <translation>At %1 loops a token the gate keeps %2 of the best words of full depth. The same loops spent at random would keep %3.</translation>
    </message>
    <message>
        <source>The steps of the state are not in this record.</source>
        <translation>The steps of the state are not in this record.</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length (median).</source>
        <translation>Loop 2 moves the state by %1 of its length (median).</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length, loop %2 by %3 (medians).</source>
        <translation>Loop 2 moves the state by %1 of its length, loop %2 by %3 (medians).</translation>
    </message>
    <message>
        <source>It settles.</source>
        <translation>It settles.</translation>
    </message>
    <message>
        <source>It slows down.</source>
        <translation>It slows down.</translation>
    </message>
    <message>
        <source>It does not slow down.</source>
        <translation>It does not slow down.</translation>
    </message>
    <message>
        <source>Select a token to follow it through the loops.</source>
        <translation>Select a token to follow it through the loops.</translation>
    </message>
    <message>
        <source>The candidates after “%1” are not all numbers.</source>
        <translation>The candidates after “%1” are not all numbers.</translation>
    </message>
    <message>
        <source>After “%1” every loop says “%2”.</source>
        <translation>After “%1” every loop says “%2”.</translation>
    </message>
    <message>
        <source>After “%1” loop 1 says “%2”; from loop %3 on it is “%4”.</source>
        <translation>After “%1” loop 1 says “%2”; from loop %3 on it is “%4”.</translation>
    </message>
    <message>
        <source>For %1 of %2 tokens loop 1 already says what the last loop says.</source>
        <translation>For %1 of %2 tokens loop 1 already says what the last loop says.</translation>
    </message>
    <message>
        <source>This run is compared with another reading of itself. Drop a run of the list on another to compare the two.</source>
        <translation>This run is compared with another reading of itself. Drop a run of the list on another to compare the two.</translation>
    </message>
    <message>
        <source>Here a token is read at loop %1 on average, in “%2” at loop %3.</source>
        <translation>Here a token is read at loop %1 on average, in “%2” at loop %3.</translation>
    </message>
    <message numerus="yes">
        <source>It is writing: %n token(s) so far.</source>
        <translation>
            <numerusform>It is writing: %n token so far.</numerusform>
            <numerusform>It is writing: %n tokens so far.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet: say how many tokens to generate, and run.</source>
        <translation>Nothing is written yet: say how many tokens to generate, and run.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were written, read at loop %1 on average.</source>
        <translation>
            <numerusform>%n token was written, read at loop %1.</numerusform>
            <numerusform>%n tokens were written, read at loop %1 on average.</numerusform>
        </translation>
    </message>
    <message>
        <source>This run is as the model is. Change something inside its loops and see what follows.</source>
        <translation>This run is as the model is. Change something inside its loops and see what follows.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”.</source>
        <translation>With this change %1 of %2 best words are others; after “%3” it still says “%4”.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it says “%4” instead of “%5”.</source>
        <translation>With this change %1 of %2 best words are others; after “%3” it says “%4” instead of “%5”.</translation>
    </message>
    <message>
        <source>%1 questions: %2 are answered right at the exit.</source>
        <comment>number, percent</comment>
        <translation>%1 questions: %2 are answered right at the exit.</translation>
    </message>
    <message>
        <source>%1 documents, none with a counted token.</source>
        <translation>%1 documents, none with a counted token.</translation>
    </message>
    <message>
        <source>%1 documents: tokens are read at loop %2 of %3 on average.</source>
        <translation>%1 documents: tokens are read at loop %2 of %3 on average.</translation>
    </message>
    <message>
        <source>That lowers the loss by %1 nats against loop 1.</source>
        <translation>That lowers the loss by %1 nats against loop 1.</translation>
    </message>
    <message>
        <source>That raises the loss by %1 nats against loop 1.</source>
        <translation>That raises the loss by %1 nats against loop 1.</translation>
    </message>
    <message>
        <source>Nothing is swept yet: a sweep carries out one change at every place in turn and maps what becomes of the answer.</source>
        <translation>Nothing is swept yet: a sweep carries out one change at every place in turn and maps what becomes of the answer.</translation>
    </message>
    <message>
        <source>At none of %1 places does this change move the answer “%2”.</source>
        <translation>At none of %1 places does this change move the answer “%2”.</translation>
    </message>
    <message>
        <source>It matters most at loop %1, token %2: log p of “%3” changes by %4 nats.</source>
        <translation>It matters most at loop %1, token %2: log p of “%3” changes by %4 nats.</translation>
    </message>
    <message>
        <source>It matters most at loop %1, layer %2: log p of “%3” changes by %4 nats.</source>
        <translation>It matters most at loop %1, layer %2: log p of “%3” changes by %4 nats.</translation>
    </message>
    <message>
        <source>At %1 of %2 places the best word is another.</source>
        <translation>At %1 of %2 places the best word is another.</translation>
    </message>
    <message numerus="yes">
        <source>It waits: %n token(s) so far.</source>
        <translation>
            <numerusform>It waits: %n token so far.</numerusform>
            <numerusform>It waits: %n tokens so far.</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is done yet.</source>
        <translation>No document is done yet.</translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation>This corpus has no documents.</translation>
    </message>
    <message>
        <source>The exit probabilities of %1 of %2 tokens are not numbers: where these would stop is not known.</source>
        <translation>The exit probabilities of %1 of %2 tokens are not numbers: where these would stop is not known.</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run. Run makes the untouched run of the same text, which it is then set against.</source>
        <translation>Something was changed inside the loops of this run. Run makes the untouched run of the same text, which it is then set against.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”, with probability %5 instead of %6.</source>
        <translation>With this change %1 of %2 best words are others; after “%3” it still says “%4”, with probability %5 instead of %6.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GateAuditView</name>
    <message numerus="yes">
        <source>%1; %n token(s) with an undefined gate left out</source>
        <translation>
            <numerusform>%1; %n token with an undefined gate left out</numerusform>
            <numerusform>%1; %n tokens with an undefined gate left out</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Agreement</translation>
    </message>
    <message numerus="yes">
        <source>Average of %n token(s): entropy of p %1 ± %2 nats, expected depth %3</source>
        <translation>
            <numerusform>Average of %n token: entropy of p %1 ± %2 nats, expected depth %3</numerusform>
            <numerusform>Average of %n tokens: entropy of p %1 ± %2 nats, expected depth %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact, a lower bound from what was kept, or not recorded</source>
        <translation>Exact, a lower bound from what was kept, or not recorded</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Exit rule</translation>
    </message>
    <message>
        <source>Exit rules at the present mean depth, sorted by regret</source>
        <translation>Exit rules at the present mean depth, sorted by regret</translation>
    </message>
    <message>
        <source>Exit rules: mean loops against quality</source>
        <translation>Exit rules: mean loops against quality</translation>
    </message>
    <message>
        <source>Export the exit rules</source>
        <translation>Export the exit rules</translation>
    </message>
    <message>
        <source>Export the gate&apos;s averages</source>
        <translation>Export the gate&apos;s averages</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Gate audit</translation>
    </message>
    <message>
        <source>Gate averaged over tokens by loop</source>
        <translation>Gate averaged over tokens by loop</translation>
    </message>
    <message>
        <source>Gate of the selected token by loop</source>
        <translation>Gate of the selected token by loop</translation>
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
        <translation>Nothing is recorded yet.</translation>
    </message>
    <message>
        <source>Quality of the exit rules shown</source>
        <translation>Quality of the exit rules shown</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Reading the trace...</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Regret</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Select a token to see what its gate says.</source>
        <translation>Select a token to see what its gate says.</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>Stops at</translation>
    </message>
    <message>
        <source>Threshold that gives this depth; between two thresholds the tokens are mixed at random</source>
        <translation>Threshold that gives this depth; between two thresholds the tokens are mixed at random</translation>
    </message>
    <message>
        <source>Token %1 “%2”: entropy of p %3 nats, expected depth %4, read at loop %5</source>
        <translation>Token %1 “%2”: entropy of p %3 nats, expected depth %4, read at loop %5</translation>
    </message>
    <message>
        <source>Token %1 “%2”: the gate is undefined, so the last loop is read</source>
        <translation>Token %1 “%2”: the gate is undefined, so the last loop is read</translation>
    </message>
    <message>
        <source>from %1 loops</source>
        <translation>from %1 loops</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>± is half the distance between the quartiles</source>
        <translation>± is half the distance between the quartiles</translation>
    </message>
    <message>
        <source>The gate is undefined at every token</source>
        <translation>The gate is undefined at every token</translation>
    </message>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>The model of this trace has no exit gate.</translation>
    </message>
    <message>
        <source>Without a gate a token is read at the last loop allowed.</source>
        <translation>Without a gate a token is read at the last loop allowed.</translation>
    </message>
    <message>
        <source>Exit rules at the same depth: %1 loops a token</source>
        <translation>Exit rules at the same depth: %1 loops a token</translation>
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
        <translation>CDF (whiskers: quartiles)</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Exit probability p</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Gate λ</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probability</translation>
    </message>
    <message>
        <source>Remainder p</source>
        <translation>Remainder p</translation>
    </message>
    <message>
        <source>λ of the last loop, unused</source>
        <translation>λ of the last loop, unused</translation>
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
        <translation>Loop</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Loop (dashed: trained with %1)</translation>
    </message>
    <message>
        <source>median of all tokens</source>
        <translation>median of all tokens</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>middle half</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryView</name>
    <message>
        <source>%1 = %2, on the states after each loop&apos;s norm. The first loop starts from the embedding and has no step.</source>
        <translation>%1 = %2, on the states after each loop&apos;s norm. The first loop starts from the embedding and has no step.</translation>
    </message>
    <message>
        <source>Components %1 and %2</source>
        <translation>Components %1 and %2</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>Finding principal components</translation>
    </message>
    <message numerus="yes">
        <source>One basis for all: principal components of %Ln states (all tokens and loops), centred.</source>
        <translation>
            <numerusform>One basis for all: principal components of %Ln state (all tokens and loops), centred.</numerusform>
            <numerusform>One basis for all: principal components of %Ln states (all tokens and loops), centred.</numerusform>
        </translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Open its model to run it again and record them, or do it on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Orbits need the hidden state of every loop, which this trace does not have. Open its model to run it again and record them, or do it on the command line with:
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Run it again and record them, here or on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Orbits need the hidden state of every loop, which this trace does not have. Run it again and record them, here or on the command line with:
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits of the selected tokens in principal components</source>
        <translation>Orbits of the selected tokens in principal components</translation>
    </message>
    <message>
        <source>Principal components on the axes</source>
        <translation>Principal components on the axes</translation>
    </message>
    <message>
        <source>Quantity over the loops</source>
        <translation>Quantity over the loops</translation>
    </message>
    <message>
        <source>Quantity over the loops, all tokens and the selected ones</source>
        <translation>Quantity over the loops, all tokens and the selected ones</translation>
    </message>
    <message>
        <source>Reading states</source>
        <translation>Reading states</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its states move over the loops.</source>
        <translation>Run a prompt or open a trace to see how its states move over the loops.</translation>
    </message>
    <message>
        <source>Run again with hidden states</source>
        <translation>Run again with hidden states</translation>
    </message>
    <message>
        <source>Select a token to see its orbit.</source>
        <translation>Select a token to see its orbit.</translation>
    </message>
    <message>
        <source>The components are approximate: their variances lie close together.</source>
        <translation>The components are approximate: their variances lie close together.</translation>
    </message>
    <message>
        <source>The trace has too few states for these components.</source>
        <translation>The trace has too few states for these components.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>The page before (Alt+Left)</translation>
    </message>
    <message>
        <source>The page after (Alt+Right)</source>
        <translation>The page after (Alt+Right)</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>All pages</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapCanvas</name>
    <message>
        <source>Depth heatmap, tokens by loops</source>
        <translation>Depth heatmap, tokens by loops</translation>
    </message>
    <message>
        <source>Token %1 “%2”, loop %3</source>
        <translation>Token %1 “%2”, loop %3</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapFigure</name>
    <message>
        <source>%1 (log scale)</source>
        <translation>%1 (log scale)</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapView</name>
    <message>
        <source>%1 “%2”</source>
        <comment>position and text of a token</comment>
        <translation>%1 “%2”</translation>
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
        <translation>Hold limits</translation>
    </message>
    <message>
        <source>Keep the present colour limits for other traces too, so that pictures can be compared</source>
        <translation>Keep the present colour limits for other traces too, so that pictures can be compared</translation>
    </message>
    <message>
        <source>Measure of the heatmap</source>
        <translation>Measure of the heatmap</translation>
    </message>
    <message>
        <source>Part of the text that the heatmap shows</source>
        <translation>Part of the text that the heatmap shows</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>Show all tokens</translation>
    </message>
    <message>
        <source>Show all tokens (0, or double click)</source>
        <translation>Show all tokens (0, or double click)</translation>
    </message>
    <message>
        <source>Tokens %1–%2 of %3</source>
        <translation>Tokens %1–%2 of %3</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Tokens downwards</translation>
    </message>
    <message>
        <source>best word “%1”</source>
        <translation>best word “%1”</translation>
    </message>
    <message>
        <source>exit loop %1</source>
        <translation>exit loop %1</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <translation>loop %1 of %2</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>not in the record</translation>
    </message>
    <message>
        <source>Show the words of this cell</source>
        <translation>Show the words of this cell</translation>
    </message>
    <message>
        <source>Copy what this cell says</source>
        <translation>Copy what this cell says</translation>
    </message>
    <message>
        <source>Export this figure...</source>
        <translation>Export this figure...</translation>
    </message>
    <message>
        <source>Point at a cell to read it; Ctrl+wheel zooms.</source>
        <translation>Point at a cell to read it; Ctrl+wheel zooms.</translation>
    </message>
    <message>
        <source>What if something is changed here...</source>
        <translation>What if something is changed here...</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Nothing is recorded yet: run a prompt or open a trace.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobRunner</name>
    <message>
        <source>Out of memory: use fewer tokens or loops, or capture less.</source>
        <translation>Out of memory: use fewer tokens or loops, or capture less.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ouroscope::KeysDialog</name>
    <message>
        <source>%1 is the key of “%2”: assigning it takes it from there.</source>
        <translation>%1 is the key of “%2”: assigning it takes it from there.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>Arrows, Home, End</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Choose an action to give it another key.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double click</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the list of keys</source>
        <translation>Filter the list of keys</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Move the selection</source>
        <translation>Move the selection</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>New key of the chosen action</source>
        <translation>New key of the chosen action</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Reset all keys</translation>
    </message>
    <message>
        <source>Select a range of tokens</source>
        <translation>Select a range of tokens</translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation>Shift+arrows, Shift+click</translation>
    </message>
    <message>
        <source>Show all of a plot</source>
        <translation>Show all of a plot</translation>
    </message>
    <message>
        <source>Zoom a plot or the text</source>
        <translation>Zoom a plot or the text</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+wheel</translation>
    </message>
    <message>
        <source>Zoom a plot to some tokens</source>
        <translation>Zoom a plot to some tokens</translation>
    </message>
    <message>
        <source>Drag along its words</source>
        <translation>Drag along its words</translation>
    </message>
    <message>
        <source>Move a zoomed plot</source>
        <translation>Move a zoomed plot</translation>
    </message>
    <message>
        <source>Wheel, or drag with the middle button</source>
        <translation>Wheel, or drag with the middle button</translation>
    </message>
    <message>
        <source>Move the line of the loops allowed</source>
        <translation>Move the line of the loops allowed</translation>
    </message>
    <message>
        <source>PgUp and PgDn in the text, or drag it</source>
        <translation>PgUp and PgDn in the text, or drag it</translation>
    </message>
    <message>
        <source>Change how sure the gate must be</source>
        <translation>Change how sure the gate must be</translation>
    </message>
    <message>
        <source>+ and - in the text</source>
        <translation>+ and - in the text</translation>
    </message>
</context>
<context>
    <name>ouroscope::Ladder</name>
    <message>
        <source>Best word after every loop</source>
        <translation>Best word after every loop</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>After “%1”</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>layer</comment>
        <translation>L%1</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Loop %1</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Loop %1, layer %2</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>not run</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>not in the record</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>word, probability</comment>
        <translation>“%1”, %2</translation>
    </message>
    <message>
        <source>%1: read here</source>
        <translation>%1: read here</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probability</translation>
    </message>
</context>
<context>
    <name>ouroscope::LanguageDemoDialog</name>
    <message>
        <source>Choose...</source>
        <translation>Choose...</translation>
    </message>
    <message>
        <source>Get the language demo</source>
        <translation>Get the language demo</translation>
    </message>
    <message>
        <source>A small language model for English, some of whose layers are run again and again in small steps. It shows on ordinary sentences what loops change. It is not part of the program: Python and a network are needed once.</source>
        <translation>A small language model for English, some of whose layers are run again and again in small steps. It shows on ordinary sentences what loops change. It is not part of the program: Python and a network are needed once.</translation>
    </message>
    <message>
        <source>The same without the window</source>
        <translation>The same without the window</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, by %2</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Fetched</translation>
    </message>
    <message>
        <source>the Python package %1, %2, by pip</source>
        <translation>the Python package %1, %2, by pip</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>On disk</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Where the folder will lie</source>
        <translation>Where the folder will lie</translation>
    </message>
    <message>
        <source>The language demo is there already.</source>
        <translation>The language demo is there already.</translation>
    </message>
    <message>
        <source>Something else is there already: choose another folder.</source>
        <translation>Something else is there already: choose another folder.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Open it</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>Get it</translation>
    </message>
    <message>
        <source>Getting the language demo</source>
        <translation>Getting the language demo</translation>
    </message>
</context>
<context>
    <name>ouroscope::LayersFigure</name>
    <message>
        <source>loop %1</source>
        <translation>loop %1</translation>
    </message>
    <message>
        <source>Layer, counted over all loops</source>
        <translation>Layer, counted over all loops</translation>
    </message>
    <message>
        <source>Layer of all loops</source>
        <translation>Layer of all loops</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>trained with %1</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>layer %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LegendStrip</name>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>%n token selected</numerusform>
            <numerusform>%n tokens selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Shading: %1</source>
        <translation>Shading: %1</translation>
    </message>
    <message>
        <source>underlined: generated</source>
        <translation>underlined: generated</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensCurvesFigure</name>
    <message>
        <source>loop that is read</source>
        <translation>loop that is read</translation>
    </message>
    <message>
        <source>Log-prob. (nats)</source>
        <translation>Log-prob. (nats)</translation>
    </message>
    <message>
        <source>Log-probability (nats)</source>
        <translation>Log-probability (nats)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Loop (dashed: trained with %1)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probability</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Rank of the word</source>
        <translation>Rank of the word</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Loop, after token %1 “%2”</source>
        <translation>Loop, after token %1 “%2”</translation>
    </message>
    <message>
        <source>Loop, after “%1”</source>
        <translation>Loop, after “%1”</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>trained with %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensTableModel</name>
    <message>
        <source>Loop %1</source>
        <translation>Loop %1</translation>
    </message>
    <message>
        <source>Loop %1 was not run for this token.</source>
        <translation>Loop %1 was not run for this token.</translation>
    </message>
    <message>
        <source>Loop %1: beyond the trained number</source>
        <translation>Loop %1: beyond the trained number</translation>
    </message>
    <message>
        <source>Loop %1: the loop that is read here</source>
        <translation>Loop %1: the loop that is read here</translation>
    </message>
    <message>
        <source>Within loop %1, after layer %2: read through the final norm and the head, which were trained for the end of a loop only</source>
        <translation>Within loop %1, after layer %2: read through the final norm and the head, which were trained for the end of a loop only</translation>
    </message>
    <message>
        <source>became the best word here</source>
        <translation>became the best word here</translation>
    </message>
    <message numerus="yes">
        <source>fell by %n place(s)</source>
        <translation>
            <numerusform>fell by %n place</numerusform>
            <numerusform>fell by %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>layer %1</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>loop %1</translation>
    </message>
    <message>
        <source>loop %1, after layer %2</source>
        <translation>loop %1, after layer %2</translation>
    </message>
    <message>
        <source>new among the kept words</source>
        <translation>new among the kept words</translation>
    </message>
    <message numerus="yes">
        <source>rose by %n place(s)</source>
        <translation>
            <numerusform>rose by %n place</numerusform>
            <numerusform>rose by %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at %2: probability %3, log-probability %4 nats</source>
        <translation>“%1” at %2: probability %3, log-probability %4 nats</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensView</name>
    <message>
        <source>After token %1 “%2”</source>
        <translation>After token %1 “%2”</translation>
    </message>
    <message>
        <source>After token %1 “%2” (under the pointer)</source>
        <translation>After token %1 “%2” (under the pointer)</translation>
    </message>
    <message>
        <source>Curves of words over the loops</source>
        <translation>Curves of words over the loops</translation>
    </message>
    <message>
        <source>Layers within the loops are not in this record.</source>
        <translation>Layers within the loops are not in this record.</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-probability</translation>
    </message>
    <message>
        <source>Most probable words at every loop</source>
        <translation>Most probable words at every loop</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probability</translation>
    </message>
    <message>
        <source>Quantity of the curves</source>
        <translation>Quantity of the curves</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) read unfinished states through the final norm and the head, which were trained for whole loops: a hint, not the model&apos;s word.</source>
        <translation>Rows within a loop (dimmed) read unfinished states through the final norm and the head, which were trained for whole loops: a hint, not the model&apos;s word.</translation>
    </message>
    <message numerus="yes">
        <source>Run again to track %n word(s)</source>
        <translation>
            <numerusform>Run again to track %n word</numerusform>
            <numerusform>Run again to track %n words</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again with layers</source>
        <translation>Run again with layers</translation>
    </message>
    <message>
        <source>Runs the same text on the loaded model, recording these words at every loop</source>
        <translation>Runs the same text on the loaded model, recording these words at every loop</translation>
    </message>
    <message>
        <source>Select a token to see what each loop would say next.</source>
        <translation>Select a token to see what each loop would say next.</translation>
    </message>
    <message>
        <source>Track words, comma between</source>
        <translation>Track words, comma between</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is %n token(s) to this model and has no single curve: %2. Track one of them.</source>
        <translation>
            <numerusform>“%1” is %n token to this model and has no single curve: %2. Track one of them.</numerusform>
            <numerusform>“%1” is %n tokens to this model and has no single curve: %2. Track one of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not in this record.</source>
        <translation>“%1” is not in this record.</translation>
    </message>
    <message>
        <source>“%1” is not in this record; open the model that made it to track it.</source>
        <translation>“%1” is not in this record; open the model that made it to track it.</translation>
    </message>
    <message>
        <source>“%1” is recorded only where it was among the best %2.</source>
        <translation>“%1” is recorded only where it was among the best %2.</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) are read through the maps of %1, then the final norm and the head.</source>
        <translation>Rows within a loop (dimmed) are read through the maps of %1, then the final norm and the head.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LineGrip</name>
    <message>
        <source>Loops allowed</source>
        <translation>Loops allowed</translation>
    </message>
    <message>
        <source>How many loops a word may use in this reading of the record: the line across the columns. Nothing is run again.</source>
        <translation>How many loops a word may use in this reading of the record: the line across the columns. Nothing is run again.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveText</name>
    <message>
        <source>All loops were run</source>
        <translation>All loops were run</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>From here on: %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n loop(s) were run</source>
        <translation>
            <numerusform>Only %n loop were run</numerusform>
            <numerusform>Only %n loops were run</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Run to generate from the prompt above, or Step for one token at a time. Above every word you see how deep the model went for it.</source>
        <translation>Press Run to generate from the prompt above, or Step for one token at a time. Above every word you see how deep the model went for it.</translation>
    </message>
    <message>
        <source>Token %1 “%2”
Exit loop %3 of %4, expected depth %5</source>
        <translation>Token %1 “%2”
Exit loop %3 of %4, expected depth %5</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveView</name>
    <message>
        <source>%1 (as it is)</source>
        <translation>%1 (as it is)</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>%1 tokens a second</translation>
    </message>
    <message>
        <source>After an exit</source>
        <translation>After an exit</translation>
    </message>
    <message>
        <source>Another word...</source>
        <translation>Another word...</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Branch here...</source>
        <translation>Branch here...</translation>
    </message>
    <message>
        <source>Changes what the model does from the next token on, and is kept in the trace. The strip above only changes how the record is read.</source>
        <translation>Changes what the model does from the next token on, and is kept in the trace. The strip above only changes how the record is read.</translation>
    </message>
    <message>
        <source>Draw again with another seed (this run was greedy)</source>
        <translation>Draw again with another seed (this run was greedy)</translation>
    </message>
    <message>
        <source>Draw again with seed %1</source>
        <translation>Draw again with seed %1</translation>
    </message>
    <message>
        <source>End the run within one layer; what was generated is kept</source>
        <translation>End the run within one layer; what was generated is kept</translation>
    </message>
    <message>
        <source>Exit threshold q of the tokens to come</source>
        <translation>Exit threshold q of the tokens to come</translation>
    </message>
    <message>
        <source>Finishing this token</source>
        <translation>Finishing this token</translation>
    </message>
    <message>
        <source>Generate from the prompt at the top of the window</source>
        <translation>Generate from the prompt at the top of the window</translation>
    </message>
    <message>
        <source>Generate one token, then wait (Return in the text below)</source>
        <translation>Generate one token, then wait (Return in the text below)</translation>
    </message>
    <message>
        <source>Generated text under its depth ribbon</source>
        <translation>Generated text under its depth ribbon</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Generating</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Greedy</translation>
    </message>
    <message>
        <source>Hold before the next token (Space in the text below)</source>
        <translation>Hold before the next token (Space in the text below)</translation>
    </message>
    <message>
        <source>In place of token %1</source>
        <translation>In place of token %1</translation>
    </message>
    <message>
        <source>KV policies full, last-exited-copy and latest-available: with the last two, loops after the exit cost nothing, and later tokens see other keys and values in their place</source>
        <translation>KV policies full, last-exited-copy and latest-available: with the last two, loops after the exit cost nothing, and later tokens see other keys and values in their place</translation>
    </message>
    <message>
        <source>Branch before the selected token and continue with another word (B in the text below)</source>
        <translation>Branch before the selected token and continue with another word (B in the text below)</translation>
    </message>
    <message>
        <source>Loop budget of the tokens to come</source>
        <translation>Loop budget of the tokens to come</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>No model is loaded</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nothing is running</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused before token %1</source>
        <translation>Paused before token %1</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>Reading the prompt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Seed </source>
        <comment>spin box prefix</comment>
        <translation>Seed </translation>
    </message>
    <message>
        <source>Seed of the next run or branch</source>
        <translation>Seed of the next run or branch</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Temperature </source>
        <comment>spin box prefix</comment>
        <translation>Temperature </translation>
    </message>
    <message>
        <source>Temperature of the next run</source>
        <translation>Temperature of the next run</translation>
    </message>
    <message>
        <source>The same word, then continue with the settings above</source>
        <translation>The same word, then continue with the settings above</translation>
    </message>
    <message>
        <source>The tokens to come</source>
        <translation>The tokens to come</translation>
    </message>
    <message>
        <source>The word in place of token %1</source>
        <translation>The word in place of token %1</translation>
    </message>
    <message>
        <source>What happens to the loops after an exit</source>
        <translation>What happens to the loops after an exit</translation>
    </message>
    <message>
        <source>What the next run or branch begins with. The strip above only changes how the record is read.</source>
        <translation>What the next run or branch begins with. The strip above only changes how the record is read.</translation>
    </message>
    <message>
        <source>run the others too</source>
        <translation>run the others too</translation>
    </message>
    <message>
        <source>skip, copy the last</source>
        <translation>skip, copy the last</translation>
    </message>
    <message>
        <source>skip, use the deepest</source>
        <translation>skip, use the deepest</translation>
    </message>
    <message>
        <source>“%1”, %2 %</source>
        <translation>“%1”, %2 %</translation>
    </message>
    <message>
        <source>Budget to come %1 of %2</source>
        <translation>Budget to come %1 of %2</translation>
    </message>
    <message>
        <source>q to come 1: always the budget</source>
        <translation>q to come 1: always the budget</translation>
    </message>
    <message>
        <source>q to come %1</source>
        <translation>q to come %1</translation>
    </message>
    <message>
        <source>An exit rule stops the tokens</source>
        <translation>An exit rule stops the tokens</translation>
    </message>
    <message>
        <source>generated tokens, as they were run: read at loop %1 of %2 on average</source>
        <translation>generated tokens, as they were run: read at loop %1 of %2 on average</translation>
    </message>
    <message>
        <source>A model writes here token by token, and can be held and steered on the way. Open a model first (File menu).</source>
        <translation>A model writes here token by token, and can be held and steered on the way. Open a model first (File menu).</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopAnswers</name>
    <message>
        <source>The best word after every loop</source>
        <translation>The best word after every loop</translation>
    </message>
    <message>
        <source>Loop %1: %2</source>
        <translation>Loop %1: %2</translation>
    </message>
    <message>
        <source>%1 = step %2</source>
        <comment>a word; the step of a puzzle with that value</comment>
        <translation>%1 = step %2</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>By the game&apos;s rule:</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopStage</name>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <comment>the best word follows</comment>
        <translation>Head: %1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Loop %1 of %2, at station %3</source>
        <translation>Loop %1 of %2, at station %3</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>The loop with the token&apos;s state</source>
        <translation>The loop with the token&apos;s state</translation>
    </message>
    <message>
        <source>think</source>
        <translation>think</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>even out</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>enough?</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>say a word</translation>
    </message>
    <message>
        <source>Loop %1 of %2</source>
        <translation>Loop %1 of %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::LossFigure</name>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Mean −log p of the next token (nats)</source>
        <translation>Mean −log p of the next token (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>lowest at loop %1</source>
        <translation>lowest at loop %1</translation>
    </message>
    <message>
        <source>within %1 nats of it</source>
        <translation>within %1 nats of it</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>trained with %1</translation>
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
        <translation>&amp;About Ouroscope</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>&amp;Clear selection</translation>
    </message>
    <message>
        <source>&amp;Close trace</source>
        <translation>&amp;Close trace</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dark theme</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Export figure...</source>
        <translation>&amp;Export figure...</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Find in text</source>
        <translation>&amp;Find in text</translation>
    </message>
    <message>
        <source>&amp;Go to token...</source>
        <translation>&amp;Go to token...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Light theme</translation>
    </message>
    <message>
        <source>&amp;Next deep token</source>
        <translation>&amp;Next deep token</translation>
    </message>
    <message>
        <source>&amp;Open trace...</source>
        <translation>&amp;Open trace...</translation>
    </message>
    <message>
        <source>&amp;Previous deep token</source>
        <translation>&amp;Previous deep token</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Redo view change</source>
        <translation>&amp;Redo view change</translation>
    </message>
    <message>
        <source>&amp;Reopen closed trace</source>
        <translation>&amp;Reopen closed trace</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Run</translation>
    </message>
    <message>
        <source>&amp;Run prompt</source>
        <translation>&amp;Run prompt</translation>
    </message>
    <message>
        <source>&amp;Save trace...</source>
        <translation>&amp;Save trace...</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>&amp;System theme</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>&amp;Undo view change</source>
        <translation>&amp;Undo view change</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>About Ouroscope</source>
        <translation>About Ouroscope</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Command &amp;palette</source>
        <translation>Command &amp;palette</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>E&amp;xamples</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>Edit &amp;prompt</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Example: %1</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>F&amp;ull screen</translation>
    </message>
    <message>
        <source>Go to token</source>
        <translation>Go to token</translation>
    </message>
    <message>
        <source>Go to token %1</source>
        <translation>Go to token %1</translation>
    </message>
    <message>
        <source>Heatmap: %1</source>
        <translation>Heatmap: %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Language: %1</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;less</source>
        <translation>Loop budget: one &amp;less</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;more</source>
        <translation>Loop budget: one &amp;more</translation>
    </message>
    <message>
        <source>Next trace</source>
        <translation>Next trace</translation>
    </message>
    <message>
        <source>Open &amp;model folder...</source>
        <translation>Open &amp;model folder...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Open &amp;recent</translation>
    </message>
    <message>
        <source>Opening the last session</source>
        <translation>Opening the last session</translation>
    </message>
    <message>
        <source>Ouroscope %1

Sees how a looped language model spends its depth: every loop of every token, what it would have said and when it would have stopped.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ouroscope %1

Sees how a looped language model spends its depth: every loop of every token, what it would have said and when it would have stopped.

Free software under the GNU General Public License, version 3 or later.</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Preset: %1</translation>
    </message>
    <message>
        <source>Previous trace</source>
        <translation>Previous trace</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Prompt and &amp;controls</source>
        <translation>Prompt and &amp;controls</translation>
    </message>
    <message>
        <source>R&amp;eset this layout</source>
        <translation>R&amp;eset this layout</translation>
    </message>
    <message>
        <source>Recent: %1</source>
        <translation>Recent: %1</translation>
    </message>
    <message>
        <source>Reduce m&amp;otion</source>
        <translation>Reduce m&amp;otion</translation>
    </message>
    <message>
        <source>Selection &amp;after</source>
        <translation>Selection &amp;after</translation>
    </message>
    <message>
        <source>Selection &amp;before</source>
        <translation>Selection &amp;before</translation>
    </message>
    <message>
        <source>Shade the text by: %1</source>
        <translation>Shade the text by: %1</translation>
    </message>
    <message>
        <source>Token, from 1:</source>
        <translation>Token, from 1:</translation>
    </message>
    <message>
        <source>Trace: %1</source>
        <translation>Trace: %1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>View: %1</translation>
    </message>
    <message>
        <source>Close Ouroscope</source>
        <translation>Close Ouroscope</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) would be lost: nobody saved them, and the session could not be kept.</source>
        <translation>
            <numerusform>%n run would be lost: nobody saved it, and the session could not be kept.</numerusform>
            <numerusform>%n runs would be lost: nobody saved them, and the session could not be kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Save...</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Close without them</translation>
    </message>
    <message>
        <source>Save the runs in</source>
        <translation>Save the runs in</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Presets</translation>
    </message>
    <message>
        <source>Runs and &amp;questions</source>
        <translation>Runs and &amp;questions</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Added to the figure page</source>
        <translation>Added to the figure page</translation>
    </message>
    <message>
        <source>Get the &amp;language demo...</source>
        <translation>Get the &amp;language demo...</translation>
    </message>
    <message>
        <source>Open recorded e&amp;xample</source>
        <translation>Open recorded e&amp;xample</translation>
    </message>
    <message>
        <source>Recorded example: %1</source>
        <translation>Recorded example: %1</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Larger</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>S&amp;maller</translation>
    </message>
    <message>
        <source>Us&amp;ual size</source>
        <translation>Us&amp;ual size</translation>
    </message>
    <message>
        <source>Size: %1 %</source>
        <translation>Size: %1 %</translation>
    </message>
    <message>
        <source>&amp;Guide to what is shown</source>
        <translation>&amp;Guide to what is shown</translation>
    </message>
    <message>
        <source>Open &amp;corpus...</source>
        <translation>Open &amp;corpus...</translation>
    </message>
    <message>
        <source>Run &amp;again with more recorded...</source>
        <translation>Run &amp;again with more recorded...</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>ouroscope::MatrixFigure</name>
    <message>
        <source>Virtual layer, by loop</source>
        <translation>Virtual layer, by loop</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
</context>
<context>
    <name>ouroscope::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Dismiss the message</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Show all messages</translation>
    </message>
</context>
<context>
    <name>ouroscope::ModelOptions</name>
    <message>
        <source>Open so</source>
        <translation>Open so</translation>
    </message>
    <message>
        <source>Choosing another one opens the model again</source>
        <translation>Choosing another one opens the model again</translation>
    </message>
    <message>
        <source>through the layers after it</source>
        <translation>through the layers after it</translation>
    </message>
    <message>
        <source>by norm and head alone</source>
        <translation>by norm and head alone</translation>
    </message>
    <message>
        <source>The coda lens reads a loop as a run with so many loops would go on; the logit lens is cheaper and another lens. Choosing another one opens the model again</source>
        <translation>The coda lens reads a loop as a run with so many loops would go on; the logit lens is cheaper and another lens. Choosing another one opens the model again</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Layers to loop</translation>
    </message>
    <message>
        <source>A plain model has one loop. These of its layers are looped without training, from one to another such as 15-18; empty: as the folder says</source>
        <translation>A plain model has one loop. These of its layers are looped without training, from one to another such as 15-18; empty: as the folder says</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Rule of the steps</translation>
    </message>
    <message>
        <source>What a turn does with the state: with euler and anchored, a run with fewer loops is another run</source>
        <translation>What a turn does with the state: with euler and anchored, a run with fewer loops is another run</translation>
    </message>
    <message>
        <source>Gate that decides exits</source>
        <translation>Gate that decides exits</translation>
    </message>
    <message>
        <source>A loop is read</source>
        <translation>A loop is read</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>the model&apos;s</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingCurveFigure</name>
    <message>
        <source>This reading</source>
        <translation>This reading</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Agreement</translation>
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
        <translation>Loops saved</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Agreement with full depth</source>
        <translation>Agreement with full depth</translation>
    </message>
    <message>
        <source>Agreement with the deepest loop run</source>
        <translation>Agreement with the deepest loop run</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Gate, past the record</source>
        <translation>Gate, past the record</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL from full depth (nats)</translation>
    </message>
    <message>
        <source>KL from the deepest loop run (nats)</source>
        <translation>KL from the deepest loop run (nats)</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Mean loops</translation>
    </message>
    <message>
        <source>Measured early exit</source>
        <translation>Measured early exit</translation>
    </message>
    <message>
        <source>NLL (nats per token)</source>
        <translation>NLL (nats per token)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oracle</translation>
    </message>
    <message>
        <source>Random exit</source>
        <translation>Random exit</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Same budget for all</translation>
    </message>
    <message>
        <source>Theoretical loops saved</source>
        <translation>Theoretical loops saved</translation>
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
        <translation>95 % interval, against full depth</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingView</name>
    <message>
        <source>Agreement</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Agreement %1 · NLL %2 · KL %3 (nats per token)</source>
        <translation>Agreement %1 · NLL %2 · KL %3 (nats per token)</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>All three</translation>
    </message>
    <message>
        <source>Export the operating curve</source>
        <translation>Export the operating curve</translation>
    </message>
    <message>
        <source>Full depth is not recorded: agreement and KL compare with the deepest loop that each token ran.</source>
        <translation>Full depth is not recorded: agreement and KL compare with the deepest loop that each token ran.</translation>
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
        <translation>No token has a recorded next token, so there is no NLL.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Nothing is recorded yet.</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Operating curve</translation>
    </message>
    <message>
        <source>Operating curve; arrow keys move the exit threshold q</source>
        <translation>Operating curve; arrow keys move the exit threshold q</translation>
    </message>
    <message>
        <source>Quality shown against depth</source>
        <translation>Quality shown against depth</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Reading the trace...</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token, %3 a generated token.</source>
        <translation>Really run (KV policy %1): %2 loops a token, %3 a generated token.</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token.</source>
        <translation>Really run (KV policy %1): %2 loops a token.</translation>
    </message>
    <message>
        <source>q %1 · read at loop %2 of %3 on average · theoretical saving %4 loops a token</source>
        <translation>q %1 · read at loop %2 of %3 on average · theoretical saving %4 loops a token</translation>
    </message>
</context>
<context>
    <name>ouroscope::OrbitFigure</name>
    <message>
        <source>PC %1 (%2 % of the variance)</source>
        <translation>PC %1 (%2 % of the variance)</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>loop %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::OwnText</name>
    <message>
        <source>Take: count on</source>
        <translation>Take: count on</translation>
    </message>
    <message>
        <source>Cups: follow the ball</source>
        <translation>Cups: follow the ball</translation>
    </message>
    <message>
        <source>Facts: who is who</source>
        <translation>Facts: who is who</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>Brackets</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Opposites</source>
        <translation>Opposites</translation>
    </message>
    <message>
        <source>A story</source>
        <translation>A story</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Run it</translation>
    </message>
    <message>
        <source>Open the puzzle model</source>
        <translation>Open the puzzle model</translation>
    </message>
    <message>
        <source>Get the language demo...</source>
        <translation>Get the language demo...</translation>
    </message>
    <message>
        <source>A game of the puzzle model, or a text</source>
        <translation>A game of the puzzle model, or a text</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Type a text</translation>
    </message>
    <message>
        <source>Steps: </source>
        <translation>Steps: </translation>
    </message>
    <message>
        <source>Steps of the puzzle</source>
        <translation>Steps of the puzzle</translation>
    </message>
    <message>
        <source>Type the beginning of a text, then Enter</source>
        <translation>Type the beginning of a text, then Enter</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>Your own text</translation>
    </message>
    <message>
        <source>A game of the puzzle model as slots to fill, or a text typed freely</source>
        <translation>A game of the puzzle model as slots to fill, or a text typed freely</translation>
    </message>
    <message>
        <source>How many steps the puzzle has: more steps need more loops</source>
        <translation>How many steps the puzzle has: more steps need more loops</translation>
    </message>
    <message>
        <source>What the model reads; it then says the next word</source>
        <translation>What the model reads; it then says the next word</translation>
    </message>
    <message>
        <source>Says what would be fetched, how large it is and under which licence</source>
        <translation>Says what would be fetched, how large it is and under which licence</translation>
    </message>
    <message>
        <source>No model is open. The puzzle model comes with the program; one that writes English is fetched when you ask for it. A model folder of your own is opened in the File menu.</source>
        <translation>No model is open. The puzzle model comes with the program; one that writes English is fetched when you ask for it. A model folder of your own is opened in the File menu.</translation>
    </message>
    <message>
        <source>Runs this text with %1 and records every loop</source>
        <translation>Runs this text with %1 and records every loop</translation>
    </message>
    <message>
        <source>Runs this text and records every loop</source>
        <translation>Runs this text and records every loop</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>Slot %1</translation>
    </message>
    <message>
        <source>What stands here in the puzzle</source>
        <translation>What stands here in the puzzle</translation>
    </message>
    <message>
        <source>Opens the small model that comes with the program; it knows seven games</source>
        <translation>Opens the small model that comes with the program; it knows seven games</translation>
    </message>
</context>
<context>
    <name>ouroscope::PageControls</name>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
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
        <translation>Colour map</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Columns of panels</source>
        <translation>Columns of panels</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>Gap between panels</source>
        <translation>Gap between panels</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Line width</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Panel letters</source>
        <translation>Panel letters</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Resolution of a PNG</source>
        <translation>Resolution of a PNG</translation>
    </message>
    <message>
        <source>SVG text</source>
        <translation>SVG text</translation>
    </message>
    <message>
        <source>Same colour limits for equal measures</source>
        <translation>Same colour limits for equal measures</translation>
    </message>
    <message>
        <source>Same limits, one bar</source>
        <translation>Same limits, one bar</translation>
    </message>
    <message>
        <source>Sans (DejaVu Sans)</source>
        <translation>Sans (DejaVu Sans)</translation>
    </message>
    <message>
        <source>Serif (Times or similar)</source>
        <translation>Serif (Times or similar)</translation>
    </message>
    <message>
        <source>Text of an SVG</source>
        <translation>Text of an SVG</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatic</translation>
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
        <translation>none</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>outlines</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
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
        <translation>Add</translation>
    </message>
    <message>
        <source>Add a figure of what the window shows now</source>
        <translation>Add a figure of what the window shows now</translation>
    </message>
    <message>
        <source>Exit line</source>
        <translation>Exit line</translation>
    </message>
    <message>
        <source>First token of the panel</source>
        <translation>First token of the panel</translation>
    </message>
    <message>
        <source>Last token of the panel</source>
        <translation>Last token of the panel</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-probability</translation>
    </message>
    <message>
        <source>Measure of the panel</source>
        <translation>Measure of the panel</translation>
    </message>
    <message>
        <source>Move the chosen panel back</source>
        <translation>Move the chosen panel back</translation>
    </message>
    <message>
        <source>Move the chosen panel forward</source>
        <translation>Move the chosen panel forward</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Nothing is recorded yet.</translation>
    </message>
    <message>
        <source>Panels of the page</source>
        <translation>Panels of the page</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probability</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove the chosen panel</source>
        <translation>Remove the chosen panel</translation>
    </message>
    <message>
        <source>Set the chosen panel to what the window shows now</source>
        <translation>Set the chosen panel to what the window shows now</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Shows</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Tokens downwards</translation>
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
        <translation>One pass through the layers</translation>
    </message>
    <message>
        <source>One pass says “%1”, %2</source>
        <translation>One pass says “%1”, %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::PromptOptions</name>
    <message>
        <source>go on with the shown conversation</source>
        <translation>go on with the shown conversation</translation>
    </message>
    <message>
        <source>special tokens are words</source>
        <translation>special tokens are words</translation>
    </message>
    <message>
        <source>no beginning-of-text token</source>
        <translation>no beginning-of-text token</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>Token ids</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>the model&apos;s own</translation>
    </message>
    <message>
        <source>none</source>
        <comment>system turn</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>this text:</source>
        <translation>this text:</translation>
    </message>
    <message>
        <source>as the model&apos;s template</source>
        <translation>as the model&apos;s template</translation>
    </message>
    <message>
        <source>think</source>
        <translation>think</translation>
    </message>
    <message>
        <source>do not think</source>
        <translation>do not think</translation>
    </message>
    <message>
        <source>Send the prompt as</source>
        <translation>Send the prompt as</translation>
    </message>
    <message>
        <source>System turn</source>
        <translation>System turn</translation>
    </message>
    <message>
        <source>Text of the system turn</source>
        <translation>Text of the system turn</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Thinking</translation>
    </message>
    <message>
        <source>The tokenizer of this model has no marks of turns.</source>
        <translation>The tokenizer of this model has no marks of turns.</translation>
    </message>
    <message>
        <source>For a prompt that is sent as chat.</source>
        <translation>For a prompt that is sent as chat.</translation>
    </message>
    <message>
        <source>go on with the shown conversation (turn %1)</source>
        <translation>go on with the shown conversation (turn %1)</translation>
    </message>
    <message>
        <source>What is shown is no conversation with an answer: a new one begins.</source>
        <translation>What is shown is no conversation with an answer: a new one begins.</translation>
    </message>
    <message>
        <source>The prompt is its next turn, after all turns and answers so far</source>
        <translation>The prompt is its next turn, after all turns and answers so far</translation>
    </message>
    <message>
        <source>A conversation that goes on keeps its system turn.</source>
        <translation>A conversation that goes on keeps its system turn.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes no system turn of its own.</source>
        <translation>The model&apos;s template writes no system turn of its own.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes: %1</source>
        <translation>The model&apos;s template writes: %1</translation>
    </message>
    <message>
        <source>What the template writes with and without enable_thinking; where it does not know that word, “think” opens a &lt;think&gt; block</source>
        <translation>What the template writes with and without enable_thinking; where it does not know that word, “think” opens a &lt;think&gt; block</translation>
    </message>
    <message>
        <source>Token ids have no special words.</source>
        <translation>Token ids have no special words.</translation>
    </message>
    <message>
        <source>Special tokens that are written out in the prompt are the words that they are written with</source>
        <translation>Special tokens that are written out in the prompt are the words that they are written with</translation>
    </message>
    <message>
        <source>For a prompt that is sent as text.</source>
        <translation>For a prompt that is sent as text.</translation>
    </message>
    <message>
        <source>This model expects no token before a text.</source>
        <translation>This model expects no token before a text.</translation>
    </message>
    <message>
        <source>Leaves out what this model expects before a text</source>
        <translation>Leaves out what this model expects before a text</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionHead</name>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Stays where it is; the next question comes beside it</source>
        <translation>Stays where it is; the next question comes beside it</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>How to read this picture</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>To the page</translation>
    </message>
    <message>
        <source>Adds this picture to the figure page, as a panel</source>
        <translation>Adds this picture to the figure page, as a panel</translation>
    </message>
    <message>
        <source>Copy or export this picture; a window of its own</source>
        <translation>Copy or export this picture; a window of its own</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>What the picture says</source>
        <translation>What the picture says</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>More to do with this picture</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copy as SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copy as PNG</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>In a window of its own</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>n = %1 tokens (few)</source>
        <translation>n = %1 tokens (few)</translation>
    </message>
    <message>
        <source>n = %1 tokens</source>
        <translation>n = %1 tokens</translation>
    </message>
    <message>
        <source>Fewer than %1 tokens: chance alone can make such a picture. Open a longer text, or a corpus.</source>
        <translation>Fewer than %1 tokens: chance alone can make such a picture. Open a longer text, or a corpus.</translation>
    </message>
    <message>
        <source>There is no picture here to copy yet.</source>
        <translation>There is no picture here to copy yet.</translation>
    </message>
    <message>
        <source>Drag it onto “Paper” to add this picture to the page</source>
        <translation>Drag it onto “Paper” to add this picture to the page</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionRail</name>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunDesk</name>
    <message>
        <source>Branching</source>
        <translation>Branching</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>Loading %1</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Open model folder</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>There is no model loaded: open a model folder first (File menu).</source>
        <translation>There is no model loaded: open a model folder first (File menu).</translation>
    </message>
    <message>
        <source>The examples of this model are not offered: %1</source>
        <translation>The examples of this model are not offered: %1</translation>
    </message>
    <message>
        <source>There is no trace to run again: run a prompt first.</source>
        <translation>There is no trace to run again: run a prompt first.</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>Running again</translation>
    </message>
    <message>
        <source>This text is longer than the %L1 positions that the model was made for: what comes after token %L1 is beyond its training.</source>
        <translation>This text is longer than the %L1 positions that the model was made for: what comes after token %L1 is beyond its training.</translation>
    </message>
    <message>
        <source>%1 and gate “%2”</source>
        <comment>bf16 and gate</comment>
        <translation>%1 and gate “%2”</translation>
    </message>
    <message>
        <source>The model was opened again in %1, as this record was made.</source>
        <translation>The model was opened again in %1, as this record was made.</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3 looped (%4)</source>
        <comment>bf16</comment>
        <translation>%1, layers %2 to %3 looped (%4)</translation>
    </message>
    <message>
        <source>Links out of the model folder</source>
        <translation>Links out of the model folder</translation>
    </message>
    <message>
        <source>%1 is a link that leaves the model folder, to %2.</source>
        <translation>%1 is a link that leaves the model folder, to %2.</translation>
    </message>
    <message>
        <source>Follow the links out of this folder? What they lead to is read as part of the model.</source>
        <translation>Follow the links out of this folder? What they lead to is read as part of the model.</translation>
    </message>
    <message>
        <source>Follow the links</source>
        <translation>Follow the links</translation>
    </message>
    <message>
        <source>The model was not opened: %1 leaves its folder.</source>
        <translation>The model was not opened: %1 leaves its folder.</translation>
    </message>
    <message>
        <source>This run was made with another model than the one that is open: open that model first.</source>
        <translation>This run was made with another model than the one that is open: open that model first.</translation>
    </message>
    <message>
        <source>one plain pass</source>
        <translation>one plain pass</translation>
    </message>
    <message>
        <source>layers %1 looped</source>
        <translation>layers %1 looped</translation>
    </message>
    <message>
        <source>Running beside</source>
        <translation>Running beside</translation>
    </message>
    <message>
        <source>Model to run the text on</source>
        <translation>Model to run the text on</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run already: show the untouched run, and sweep that.</source>
        <translation>Something was changed inside the loops of this run already: show the untouched run, and sweep that.</translation>
    </message>
    <message>
        <source>The run whose states are to be put in is not open.</source>
        <translation>The run whose states are to be put in is not open.</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Sweeping</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>Sweep: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunList</name>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Drop a run on another to compare the two</source>
        <translation>Drop a run on another to compare the two</translation>
    </message>
    <message>
        <source>This file is away: click to look for it again.
%1</source>
        <translation>This file is away: click to look for it again.
%1</translation>
    </message>
    <message>
        <source>A run that is not saved (the session keeps it)</source>
        <translation>A run that is not saved (the session keeps it)</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <comment>on average</comment>
        <translation>loop %1 of %2</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>away</source>
        <translation>away</translation>
    </message>
    <message>
        <source>Compare with the shown run</source>
        <translation>Compare with the shown run</translation>
    </message>
    <message>
        <source>Save trace...</source>
        <translation>Save trace...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunOptions</name>
    <message>
        <source>word, #123</source>
        <translation>word, #123</translation>
    </message>
    <message>
        <source>Their probability and rank are kept at every loop; #123 is a token id</source>
        <translation>Their probability and rank are kept at every loop; #123 is a token id</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Drafts tokens with fewer loops and verifies them together: the same text and record</source>
        <translation>Drafts tokens with fewer loops and verifies them together: the same text and record</translation>
    </message>
    <message>
        <source>Words to track</source>
        <translation>Words to track</translation>
    </message>
    <message>
        <source>Words kept per loop</source>
        <translation>Words kept per loop</translation>
    </message>
    <message>
        <source>Loops to draft with</source>
        <translation>Loops to draft with</translation>
    </message>
    <message>
        <source>Tokens per draft</source>
        <translation>Tokens per draft</translation>
    </message>
    <message>
        <source>Generation stops after one of these too, each one token; #123 is a token id</source>
        <translation>Generation stops after one of these too, each one token; #123 is a token id</translation>
    </message>
    <message>
        <source>at the model&apos;s own stop tokens</source>
        <translation>at the model&apos;s own stop tokens</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>at the longest context of the model</translation>
    </message>
    <message>
        <source>The loops of this model start from noise, which is a function of this seed</source>
        <translation>The loops of this model start from noise, which is a function of this seed</translation>
    </message>
    <message>
        <source>The end of the text, and in a conversation the end of the turn; without it a run has all the tokens that are asked for</source>
        <translation>The end of the text, and in a conversation the end of the turn; without it a run has all the tokens that are asked for</translation>
    </message>
    <message>
        <source>Without it a run goes on beyond what the model was made for</source>
        <translation>Without it a run goes on beyond what the model was made for</translation>
    </message>
    <message>
        <source>and at</source>
        <translation>and at</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>Seed of the start</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>The run ends</source>
        <translation>The run ends</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>The model</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>How it runs</translation>
    </message>
    <message>
        <source>Tokens stop by</source>
        <translation>Tokens stop by</translation>
    </message>
    <message>
        <source>Keep also:</source>
        <translation>Keep also:</translation>
    </message>
</context>
<context>
    <name>ouroscope::SessionKeeper</name>
    <message>
        <source>Bringing the last session back ended the program twice, so it was set aside in %1.</source>
        <translation>Bringing the last session back ended the program twice, so it was set aside in %1.</translation>
    </message>
    <message>
        <source>The session cannot be kept: the folder %1 cannot be written. Save runs by hand.</source>
        <translation>The session cannot be kept: the folder %1 cannot be written. Save runs by hand.</translation>
    </message>
    <message>
        <source>The session could not be kept: %1</source>
        <translation>The session could not be kept: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripCanvas</name>
    <message>
        <source>Exit loop %1</source>
        <translation>Exit loop %1</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: %3 %4</source>
        <comment>loop; measure: value unit</comment>
        <translation>Exit loop %1; %2: %3 %4</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: not in the record</source>
        <translation>Exit loop %1; %2: not in the record</translation>
    </message>
    <message>
        <source>Expected depth %1; best next word there: “%2”</source>
        <translation>Expected depth %1; best next word there: “%2”</translation>
    </message>
    <message>
        <source>Token %1 of %2 “%3”, %4</source>
        <translation>Token %1 of %2 “%3”, %4</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation>Token %1 “%2”</translation>
    </message>
    <message>
        <source>Token %1 “%2”, generated</source>
        <translation>Token %1 “%2”, generated</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>generated</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>Before it the tokenizer left out %1</source>
        <translation>Before it the tokenizer left out %1</translation>
    </message>
    <message>
        <source>After it the tokenizer left out %1</source>
        <translation>After it the tokenizer left out %1</translation>
    </message>
    <message>
        <source>Text with the depth of every word</source>
        <translation>Text with the depth of every word</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2 (trained with %3)</source>
        <translation>Loops allowed: %1 of %2 (trained with %3)</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Loops allowed: %1 of %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripView</name>
    <message>
        <source>Copy as table</source>
        <translation>Copy as table</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Find...</translation>
    </message>
    <message>
        <source>Show spaces</source>
        <translation>Show spaces</translation>
    </message>
    <message>
        <source>How sure the gate must be</source>
        <translation>How sure the gate must be</translation>
    </message>
    <message>
        <source>No exit gate</source>
        <translation>No exit gate</translation>
    </message>
    <message>
        <source>How sure: %1</source>
        <translation>How sure: %1</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copy as SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copy as PNG</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>Show an example</translation>
    </message>
    <message>
        <source>A recorded text of a small language model; nothing is fetched</source>
        <translation>A recorded text of a small language model; nothing is fetched</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>Open a trace…</translation>
    </message>
    <message>
        <source>A record that was kept in a file</source>
        <translation>A record that was kept in a file</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Open a model…</translation>
    </message>
    <message>
        <source>A folder with a model, to run texts of one’s own</source>
        <translation>A folder with a model, to run texts of one’s own</translation>
    </message>
    <message>
        <source>Type a prompt and press Run, or open a trace.</source>
        <translation>Type a prompt and press Run, or open a trace.</translation>
    </message>
    <message>
        <source>Nothing is open yet: look at an example, or open a trace or a model.</source>
        <translation>Nothing is open yet: look at an example, or open a trace or a model.</translation>
    </message>
</context>
<context>
    <name>ouroscope::SummaryView</name>
    <message>
        <source>%1 layers, hidden size %2, %3 words</source>
        <translation>%1 layers, hidden size %2, %3 words</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>number type, device</comment>
        <translation>%1 on %2</translation>
    </message>
    <message>
        <source>%1 prompt, %2 generated</source>
        <translation>%1 prompt, %2 generated</translation>
    </message>
    <message>
        <source>%1 prompt, none generated</source>
        <translation>%1 prompt, none generated</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2</source>
        <translation>%1 recorded, trained with %2</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2: the last are beyond training</source>
        <translation>%1 recorded, trained with %2: the last are beyond training</translation>
    </message>
    <message>
        <source>%1, weights SHA-256 %2…</source>
        <translation>%1, weights SHA-256 %2…</translation>
    </message>
    <message>
        <source>%1: loops after an exit were truly skipped</source>
        <translation>%1: loops after an exit were truly skipped</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) a loop</source>
        <translation>
            <numerusform>%n candidate a loop</numerusform>
            <numerusform>%n candidates a loop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), read at loop %1 of %2 on average</source>
        <translation>
            <numerusform>%n token, read at loop %1 of %2 on average</numerusform>
            <numerusform>%n tokens, read at loop %1 of %2 on average</numerusform>
        </translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Arithmetic</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Captured</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Exit rule</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>How it was made</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Keys and values</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Loops</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Not captured</source>
        <translation>Not captured</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Nothing is recorded yet: run a prompt or open a trace.</translation>
    </message>
    <message>
        <source>Nothing stands out: no token changes its best word.</source>
        <translation>Nothing stands out: no token changes its best word.</translation>
    </message>
    <message>
        <source>Ouroscope %1</source>
        <translation>Ouroscope %1</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Summary of the trace</source>
        <translation>Summary of the trace</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <comment>position and text</comment>
        <translation>Token %1 “%2”</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tracked words</source>
        <translation>Tracked words</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>Where to look first</translation>
    </message>
    <message numerus="yes">
        <source>changes its best word %n time(s)</source>
        <translation>
            <numerusform>changes its best word %n time</numerusform>
            <numerusform>changes its best word %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>commits latest: at loop %1</source>
        <translation>commits latest: at loop %1</translation>
    </message>
    <message>
        <source>deepest: expected depth %1</source>
        <translation>deepest: expected depth %1</translation>
    </message>
    <message>
        <source>first loop whose cumulative exit probability reaches %1; the last takes the rest</source>
        <translation>first loop whose cumulative exit probability reaches %1; the last takes the rest</translation>
    </message>
    <message>
        <source>full: every loop was run, an exit only chooses which is read</source>
        <translation>full: every loop was run, an exit only chooses which is read</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>greedy</translation>
    </message>
    <message>
        <source>had the next word right and lost it: %1 nats</source>
        <translation>had the next word right and lost it: %1 nats</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>hidden states</translation>
    </message>
    <message>
        <source>layers within loops</source>
        <translation>layers within loops</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>most changed by the last loop: KL %1 nats</source>
        <translation>most changed by the last loop: KL %1 nats</translation>
    </message>
    <message>
        <source>none: read at the last loop</source>
        <translation>none: read at the last loop</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, seed %3</source>
        <translation>temperature %1, top-p %2, seed %3</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>the model&apos;s</translation>
    </message>
    <message>
        <source>The run was %1.</source>
        <comment>stopped after 3 of 5 tokens</comment>
        <translation>The run was %1.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>longer than the %1 positions that the model was made for: what comes after token %1 is beyond its training</source>
        <translation>longer than the %1 positions that the model was made for: what comes after token %1 is beyond its training</translation>
    </message>
    <message>
        <source>Not numbers</source>
        <translation>Not numbers</translation>
    </message>
    <message>
        <source>none: this model has no exit gate</source>
        <translation>none: this model has no exit gate</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>numbers of the layers</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>similarity of the layers</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>attention of the heads</translation>
    </message>
    <message>
        <source>states of layers %1</source>
        <translation>states of layers %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::SweepView</name>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>What the change does at every loop and place; arrow keys choose a cell</source>
        <translation>What the change does at every loop and place; arrow keys choose a cell</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>What the colours say</translation>
    </message>
    <message>
        <source>change of log p</source>
        <translation>change of log p</translation>
    </message>
    <message>
        <source>KL to the untouched run</source>
        <translation>KL to the untouched run</translation>
    </message>
    <message>
        <source>There is no map of this run yet. Choose a change and press Sweep: the map comes as a run of its own.</source>
        <translation>There is no map of this run yet. Choose a change and press Sweep: the map comes as a run of its own.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Nothing is recorded yet: run a prompt or open a trace.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>layer</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Layers: after each layer of each loop. Tokens: each token at the end of each loop</source>
        <translation>Layers: after each layer of each loop. Tokens: each token at the end of each loop</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>What is changed</translation>
    </message>
    <message>
        <source>scale the state</source>
        <translation>scale the state</translation>
    </message>
    <message>
        <source>blur the state with noise</source>
        <translation>blur the state with noise</translation>
    </message>
    <message>
        <source>put in the state of another run</source>
        <translation>put in the state of another run</translation>
    </message>
    <message>
        <source>skip the layer</source>
        <translation>skip the layer</translation>
    </message>
    <message>
        <source>skip the loop</source>
        <translation>skip the loop</translation>
    </message>
    <message>
        <source>repeat the loop</source>
        <translation>repeat the loop</translation>
    </message>
    <message>
        <source>What is done at one place of each run; all else stays as it was</source>
        <translation>What is done at one place of each run; all else stays as it was</translation>
    </message>
    <message>
        <source>The factor of the state (0 removes it), or the size of the noise</source>
        <translation>The factor of the state (0 removes it), or the size of the noise</translation>
    </message>
    <message>
        <source>Its prompt is run, too: a token gets the state of the token that is as far from the end</source>
        <translation>Its prompt is run, too: a token gets the state of the token that is as far from the end</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</translation>
    </message>
    <message>
        <source>The word after this token is asked; tokens after it are not run</source>
        <translation>The word after this token is asked; tokens after it are not run</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>the best one</translation>
    </message>
    <message>
        <source>Whose probability is asked; #123 is a token id; empty: the best word of the untouched run</source>
        <translation>Whose probability is asked; #123 is a token id; empty: the best word of the untouched run</translation>
    </message>
    <message>
        <source>by</source>
        <translation>by</translation>
    </message>
    <message>
        <source>of</source>
        <translation>of</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>for tokens</translation>
    </message>
    <message>
        <source>At every loop and</source>
        <translation>At every loop and</translation>
    </message>
    <message>
        <source>answer after token</source>
        <translation>answer after token</translation>
    </message>
    <message>
        <source>word</source>
        <translation>word</translation>
    </message>
    <message>
        <source>Runs the text once for every cell; the window goes on</source>
        <translation>Runs the text once for every cell; the window goes on</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Open a model first (File menu)</translation>
    </message>
    <message>
        <source>no other run is open</source>
        <translation>no other run is open</translation>
    </message>
    <message>
        <source>Run the other prompt first: the states of open runs can be put in.</source>
        <translation>Run the other prompt first: the states of open runs can be put in.</translation>
    </message>
    <message>
        <source>As a command: %1</source>
        <translation>As a command: %1</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>Change of log p (nats)</source>
        <translation>Change of log p (nats)</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>Point at a cell to read it.</translation>
    </message>
    <message>
        <source>Loop %1, token %2 “%3”</source>
        <translation>Loop %1, token %2 “%3”</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Loop %1, layer %2</translation>
    </message>
    <message>
        <source>%1: log p of “%2” changes by %3 nats, KL %4 nats; it then says “%5”.</source>
        <comment>place, word, numbers, word</comment>
        <translation>%1: log p of “%2” changes by %3 nats, KL %4 nats; it then says “%5”.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachGate</name>
    <message>
        <source>Probability of having stopped, loop by loop</source>
        <translation>Probability of having stopped, loop by loop</translation>
    </message>
    <message>
        <source>Stopped by loop %1 with probability %2, threshold %3</source>
        <translation>Stopped by loop %1 with probability %2, threshold %3</translation>
    </message>
    <message>
        <source>Stopped by now (hatched: what was left)</source>
        <translation>Stopped by now (hatched: what was left)</translation>
    </message>
    <message>
        <source>Stopped by now, loop by loop</source>
        <translation>Stopped by now, loop by loop</translation>
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
        <translation>Loop 1: the state goes through the layers and looks at the tokens before it. Both lanes do the same here.</translation>
    </message>
    <message>
        <source>Loop %1: the same layers once more, now with what the loop before worked out.</source>
        <translation>Loop %1: the same layers once more, now with what the loop before worked out.</translation>
    </message>
    <message>
        <source>One pass is over and says “%1”.</source>
        <translation>One pass is over and says “%1”.</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>This model has no gate: how many loops it takes was set before.</translation>
    </message>
    <message>
        <source>The last loop: everything that did not stop earlier stops here.</source>
        <translation>The last loop: everything that did not stop earlier stops here.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. That reaches the threshold, so the model stops here.</source>
        <translation>The gate: stopped by now with probability %1. That reaches the threshold, so the model stops here.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. Not enough, so another loop.</source>
        <translation>The gate: stopped by now with probability %1. Not enough, so another loop.</translation>
    </message>
    <message>
        <source>The gate would have stopped before: a look at what more loops would say.</source>
        <translation>The gate would have stopped before: a look at what more loops would say.</translation>
    </message>
    <message>
        <source>The head reads the answer: “%1”, %2 %.</source>
        <translation>The head reads the answer: “%1”, %2 %.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %: another word than a loop before.</source>
        <translation>Read out now it would be “%1”, %2 %: another word than a loop before.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %.</source>
        <translation>Read out now it would be “%1”, %2 %.</translation>
    </message>
    <message>
        <source>The token “%1” enters the loop as a vector. Space plays, the arrows step.</source>
        <translation>The token “%1” enters the loop as a vector. Space plays, the arrows step.</translation>
    </message>
    <message>
        <source>The state is brought back to its usual length: from here the next loop starts.</source>
        <translation>The state is brought back to its usual length: from here the next loop starts.</translation>
    </message>
    <message>
        <source>In plain words: for the model a word is a long list of numbers, its state. The dot is this list on its way.</source>
        <translation>In plain words: for the model a word is a long list of numbers, its state. The dot is this list on its way.</translation>
    </message>
    <message>
        <source>In plain words: it looks back at the words before and works something out.</source>
        <translation>In plain words: it looks back at the words before and works something out.</translation>
    </message>
    <message>
        <source>In plain words: it thinks it over once more. Between the loops no word is written: this thinking is silent.</source>
        <translation>In plain words: it thinks it over once more. Between the loops no word is written: this thinking is silent.</translation>
    </message>
    <message>
        <source>In plain words: all numbers are made larger or smaller together, so that every round begins alike.</source>
        <translation>In plain words: all numbers are made larger or smaller together, so that every round begins alike.</translation>
    </message>
    <message>
        <source>In plain words: nothing asks whether it is enough.</source>
        <translation>In plain words: nothing asks whether it is enough.</translation>
    </message>
    <message>
        <source>In plain words: the numbers are turned into words. The best one is what the model would write if it stopped now.</source>
        <translation>In plain words: the numbers are turned into words. The best one is what the model would write if it stopped now.</translation>
    </message>
    <message numerus="yes">
        <source>The model: %1, a small language model. %n layer(s) in its middle are used again and again; those before and after are used once.</source>
        <translation>
            <numerusform>The model: %1, a small language model. %n layer in its middle is used again and again; those before and after are used once.</numerusform>
            <numerusform>The model: %1, a small language model. %n layers in its middle are used again and again; those before and after are used once.</numerusform>
        </translation>
    </message>
    <message>
        <source>In plain words: a small switch asks “Enough?”. Its answer λ goes from 0 (go on) to 1 (stop); the bar adds the rounds up.</source>
        <translation>In plain words: a small switch asks “Enough?”. Its answer λ goes from 0 (go on) to 1 (stop); the bar adds the rounds up.</translation>
    </message>
    <message>
        <source>The puzzle model: following people through a text is what it has not learned, so what it says here is a guess.</source>
        <translation>The puzzle model: following people through a text is what it has not learned, so what it says here is a guess.</translation>
    </message>
    <message>
        <source>The puzzle model: it knows these seven games and nothing else; of every number it works with the last digit only.</source>
        <translation>The puzzle model: it knows these seven games and nothing else; of every number it works with the last digit only.</translation>
    </message>
    <message>
        <source>The puzzle model: this text is none of its seven games, so what it says of it means nothing.</source>
        <translation>The puzzle model: this text is none of its seven games, so what it says of it means nothing.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachText</name>
    <message>
        <source>The text</source>
        <translation>The text</translation>
    </message>
    <message>
        <source>Token %1 is selected</source>
        <translation>Token %1 is selected</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachView</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message>
        <source>After loop %1 the model would say</source>
        <translation>After loop %1 the model would say</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>Choose an example, or take the tour.</source>
        <translation>Choose an example, or take the tour.</translation>
    </message>
    <message>
        <source>Every loop has an answer</source>
        <translation>Every loop has an answer</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>Exit threshold q</source>
        <translation>Exit threshold q</translation>
    </message>
    <message>
        <source>Guess first</source>
        <translation>Guess first</translation>
    </message>
    <message>
        <source>Guess, or press Space to see.</source>
        <translation>Guess, or press Space to see.</translation>
    </message>
    <message>
        <source>In the text “%1” follows.</source>
        <translation>In the text “%1” follows.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Next station (right arrow)</source>
        <translation>Next station (right arrow)</translation>
    </message>
    <message>
        <source>Nothing read out yet</source>
        <translation>Nothing read out yet</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>Now you</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Play and pause (Space)</source>
        <translation>Play and pause (Space)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Previous station (left arrow)</source>
        <translation>Previous station (left arrow)</translation>
    </message>
    <message>
        <source>Recorded example</source>
        <translation>Recorded example</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Show me</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Take the tour</translation>
    </message>
    <message>
        <source>The gate decides when it is enough</source>
        <translation>The gate decides when it is enough</translation>
    </message>
    <message>
        <source>The threshold is yours</source>
        <translation>The threshold is yours</translation>
    </message>
    <message>
        <source>Threshold q %1</source>
        <translation>Threshold q %1</translation>
    </message>
    <message>
        <source>Which word will the model give after “%1”?</source>
        <translation>Which word will the model give after “%1”?</translation>
    </message>
    <message>
        <source>You guessed it: “%1”.</source>
        <translation>You guessed it: “%1”.</translation>
    </message>
    <message>
        <source>You guessed “%1”, the model says “%2”.</source>
        <translation>You guessed “%1”, the model says “%2”.</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Your guess</translation>
    </message>
    <message>
        <source>or type a word, then Enter</source>
        <translation>or type a word, then Enter</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>One pass</translation>
    </message>
    <message>
        <source>Puzzle: %1</source>
        <translation>Puzzle: %1</translation>
    </message>
    <message numerus="yes">
        <source>Looped, up to %n time(s)</source>
        <translation>
            <numerusform>Looped, up to %n time</numerusform>
            <numerusform>Looped, up to %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate λ %1, stopped by now %2</source>
        <translation>Gate λ %1, stopped by now %2</translation>
    </message>
    <message>
        <source>One pass says the same.</source>
        <translation>One pass says the same.</translation>
    </message>
    <message>
        <source>One pass says “%1”, loop %2 says “%3”.</source>
        <translation>One pass says “%1”, loop %2 says “%3”.</translation>
    </message>
    <message>
        <source>By the game&apos;s rule that is right.</source>
        <translation>By the game&apos;s rule that is right.</translation>
    </message>
    <message>
        <source>By the game&apos;s rule it is “%1”.</source>
        <translation>By the game&apos;s rule it is “%1”.</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Own text</translation>
    </message>
    <message>
        <source>Handout...</source>
        <translation>Handout...</translation>
    </message>
    <message>
        <source>This walk in six frames, as a sheet of paper for a class</source>
        <translation>This walk in six frames, as a sheet of paper for a class</translation>
    </message>
    <message>
        <source>Run a text of your own and see it in both lanes</source>
        <translation>Run a text of your own and see it in both lanes</translation>
    </message>
    <message>
        <source>Right: %1 of %2</source>
        <translation>Right: %1 of %2</translation>
    </message>
    <message>
        <source>A text is a row of pieces</source>
        <translation>A text is a row of pieces</translation>
    </message>
    <message>
        <source>The model reads a text piece by piece; a piece is called a token. The small digit and the colour say at which loop a piece is read. Click one to choose it.</source>
        <translation>The model reads a text piece by piece; a piece is called a token. The small digit and the colour say at which loop a piece is read. Click one to choose it.</translation>
    </message>
    <message>
        <source>On this side the layers are used once, and then the model has to speak: it says “%1”.</source>
        <translation>On this side the layers are used once, and then the model has to speak: it says “%1”.</translation>
    </message>
    <message>
        <source>The same layers again</source>
        <translation>The same layers again</translation>
    </message>
    <message>
        <source>On this side the same layers are used again and again, here up to %1 times. Press Space and follow the dot.</source>
        <translation>On this side the same layers are used again and again, here up to %1 times. Press Space and follow the dot.</translation>
    </message>
    <message>
        <source>The chips keep the best word after each loop: first “%1”, from loop %2 on “%3”. Between the loops nothing is written: this thinking is silent.</source>
        <translation>The chips keep the best word after each loop: first “%1”, from loop %2 on “%3”. Between the loops nothing is written: this thinking is silent.</translation>
    </message>
    <message>
        <source>After each loop a small switch, the gate, says how likely it is to stop. The bar adds this up. At loop %1 it passes the line q: there the model stops. What is left at the last loop is hatched.</source>
        <translation>After each loop a small switch, the gate, says how likely it is to stop. The bar adds this up. At loop %1 it passes the line q: there the model stops. What is left at the last loop is hatched.</translation>
    </message>
    <message>
        <source>Drag the handle of q all the way to the left: the model stops after loop 1 and says “%1”. Nothing is computed again: the record holds every loop.</source>
        <translation>Drag the handle of q all the way to the left: the model stops after loop 1 and says “%1”. Nothing is computed again: the record holds every loop.</translation>
    </message>
    <message>
        <source>Guess the word before it is revealed: choose one or type it. Right guesses are counted. Afterwards take another example, or press “%1” and run one of your own.</source>
        <translation>Guess the word before it is revealed: choose one or type it. Right guesses are counted. Afterwards take another example, or press “%1” and run one of your own.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachWords</name>
    <message>
        <source>The best next words after this loop</source>
        <translation>The best next words after this loop</translation>
    </message>
</context>
<context>
    <name>ouroscope::TokenLoopPlot</name>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Loop (dashed: trained with %1)</translation>
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
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>End the tour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>ouroscope::WhatIfView</name>
    <message>
        <source>First loop</source>
        <translation>First loop</translation>
    </message>
    <message>
        <source>Last loop</source>
        <translation>Last loop</translation>
    </message>
    <message>
        <source>How often more</source>
        <translation>How often more</translation>
    </message>
    <message>
        <source>Token whose state is taken</source>
        <translation>Token whose state is taken</translation>
    </message>
    <message>
        <source>Run with this change</source>
        <translation>Run with this change</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>See the difference</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>What is changed</translation>
    </message>
    <message>
        <source>a loop is skipped</source>
        <translation>a loop is skipped</translation>
    </message>
    <message>
        <source>a loop is repeated</source>
        <translation>a loop is repeated</translation>
    </message>
    <message>
        <source>a layer is skipped</source>
        <translation>a layer is skipped</translation>
    </message>
    <message>
        <source>the state is scaled</source>
        <translation>the state is scaled</translation>
    </message>
    <message>
        <source>the state is blurred with noise</source>
        <translation>the state is blurred with noise</translation>
    </message>
    <message>
        <source>the state of another token takes its place</source>
        <translation>the state of another token takes its place</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>at loops</source>
        <translation>at loops</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>after layer</source>
        <translation>after layer</translation>
    </message>
    <message>
        <source>by</source>
        <translation>by</translation>
    </message>
    <message>
        <source>more times</source>
        <translation>more times</translation>
    </message>
    <message>
        <source>from token</source>
        <translation>from token</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>for tokens</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>In this run</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>As a command</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Nothing is recorded yet: run a prompt or open a trace.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Open a model first (File menu)</translation>
    </message>
    <message>
        <source>the end of the loop</source>
        <translation>the end of the loop</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>nothing was changed</translation>
    </message>
    <message>
        <source>Runs the same text once more, with this change</source>
        <translation>Runs the same text once more, with this change</translation>
    </message>
    <message>
        <source>As the model is</source>
        <translation>As the model is</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>With the change</translation>
    </message>
    <message>
        <source>Best words without and with the change</source>
        <translation>Best words without and with the change</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>After “%1”</translation>
    </message>
</context>
</TS>

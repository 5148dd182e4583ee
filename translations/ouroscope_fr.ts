<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AblationGroups</name>
    <message>
        <source>0.1 to 1 nats</source>
        <translation>de 0,1 à 1 nats</translation>
    </message>
    <message>
        <source>1 to 3 nats</source>
        <translation>de 1 à 3 nats</translation>
    </message>
    <message>
        <source>3 nats and more</source>
        <translation>3 nats et plus</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Tous les tokens</translation>
    </message>
    <message>
        <source>Below 0.1 nats</source>
        <translation>Moins de 0,1 nats</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>Suite de mot</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Généré</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Ponctuation</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Tokens spéciaux</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>Espaces</translation>
    </message>
    <message>
        <source>Word-initial</source>
        <translation>Début de mot</translation>
    </message>
</context>
<context>
    <name>ControlTips</name>
    <message>
        <source>Runs the prompt with these settings</source>
        <translation>Exécute le prompt avec ces réglages</translation>
    </message>
    <message>
        <source>Ends what runs; what is recorded so far is kept</source>
        <translation>Arrête ce qui tourne ; ce qui est déjà enregistré est gardé</translation>
    </message>
    <message>
        <source>Ends this calculation</source>
        <translation>Arrête ce calcul</translation>
    </message>
    <message>
        <source>Starts this calculation once more</source>
        <translation>Recommence ce calcul</translation>
    </message>
    <message>
        <source>The text that the model reads; Ctrl+Return runs it</source>
        <translation>Le texte que lit le modèle ; Ctrl+Entrée l’exécute</translation>
    </message>
    <message>
        <source>Plain text, or a conversation with the marks that the model was trained with</source>
        <translation>Texte simple, ou conversation avec les marques apprises par le modèle</translation>
    </message>
    <message>
        <source>Records the state of every loop: the map of its way needs it</source>
        <translation>Enregistre l’état de chaque boucle : la carte de son chemin en a besoin</translation>
    </message>
    <message>
        <source>Records the layers within every loop: rungs and rows open into them</source>
        <translation>Enregistre les couches de chaque boucle : échelons et lignes s’ouvrent sur elles</translation>
    </message>
    <message>
        <source>Records the score of every word of the vocabulary: large files</source>
        <translation>Enregistre le score de chaque mot du vocabulaire : gros fichiers</translation>
    </message>
    <message>
        <source>How many of the likeliest words are recorded at every loop</source>
        <translation>Combien des mots les plus probables sont enregistrés à chaque boucle</translation>
    </message>
    <message>
        <source>How many tokens are guessed with few loops before all loops check them</source>
        <translation>Combien de tokens sont devinés avec peu de boucles avant que toutes les vérifient</translation>
    </message>
    <message>
        <source>Opens this model with these layers looped</source>
        <translation>Ouvre ce modèle avec ces couches en boucle</translation>
    </message>
    <message>
        <source>How tokens are grouped: every group has its own gain</source>
        <translation>Comment les tokens sont groupés : chaque groupe a son propre gain</translation>
    </message>
    <message>
        <source>Which tokens are listed: those that change, settle, are right or get lost</source>
        <translation>Quels tokens sont listés : ceux qui changent, se fixent, sont justes ou perdus</translation>
    </message>
    <message>
        <source>For every token: the best word after each loop, and where it stays</source>
        <translation>Pour chaque token : le meilleur mot après chaque boucle, et où il reste</translation>
    </message>
    <message>
        <source>For every added loop: where the loss fell and where it rose, in nats</source>
        <translation>Pour chaque boucle ajoutée : où la perte a baissé et où elle a monté, en nats</translation>
    </message>
    <message>
        <source>How good a reading is: as many best words as full depth, the loss, or the distance to full depth (KL)</source>
        <translation>Qualité d’une lecture : mots de la pleine profondeur, perte, ou distance à celle-ci (KL)</translation>
    </message>
    <message>
        <source>What the shown run is compared with</source>
        <translation>À quoi l’exécution affichée est comparée</translation>
    </message>
    <message>
        <source>How many loops a word may use in B</source>
        <translation>Combien de boucles un mot peut utiliser dans B</translation>
    </message>
    <message>
        <source>How sure the gate must be in B (q)</source>
        <translation>À quel point la porte doit être sûre dans B (q)</translation>
    </message>
    <message>
        <source>Which exit gate decides in B</source>
        <translation>Quelle porte de sortie décide dans B</translation>
    </message>
    <message>
        <source>B is read with the loops allowed, q and gate of A</source>
        <translation>B est lu avec les boucles permises, le q et la porte de A</translation>
    </message>
    <message>
        <source>The quantity whose difference the map shows</source>
        <translation>La grandeur dont la carte montre la différence</translation>
    </message>
    <message>
        <source>The quantity that the colour shows</source>
        <translation>La grandeur que montre la couleur</translation>
    </message>
    <message>
        <source>Tokens below each other, words to be read without turning the head</source>
        <translation>Tokens les uns sous les autres, mots lisibles sans tourner la tête</translation>
    </message>
    <message>
        <source>A line along the loop at which each token is read</source>
        <translation>Une ligne le long de la boucle où chaque token est lu</translation>
    </message>
    <message>
        <source>Which part of the text the panel shows, in tokens from 1</source>
        <translation>Quelle partie du texte le panneau montre, en tokens à partir de 1</translation>
    </message>
    <message>
        <source>The quantity that the curves follow from loop to loop</source>
        <translation>La grandeur que suivent les courbes de boucle en boucle</translation>
    </message>
    <message>
        <source>Which two of the directions in which states differ most</source>
        <translation>Lesquelles des directions où les états diffèrent le plus</translation>
    </message>
    <message>
        <source>Runs the same text again and records the states, for the map of their way</source>
        <translation>Exécute de nouveau le même texte et enregistre les états, pour la carte de leur chemin</translation>
    </message>
    <message>
        <source>What the curves of words show: probability, its logarithm, or the place among all words</source>
        <translation>Ce que montrent les courbes : probabilité, son logarithme ou le rang parmi tous les mots</translation>
    </message>
    <message>
        <source>Words whose curves are drawn, with commas between</source>
        <translation>Mots dont les courbes sont tracées, séparés par des virgules</translation>
    </message>
    <message>
        <source>Runs the same text again and records the layers within every loop</source>
        <translation>Exécute de nouveau le même texte et enregistre les couches de chaque boucle</translation>
    </message>
    <message>
        <source>The words to look for in the text</source>
        <translation>Les mots à chercher dans le texte</translation>
    </message>
    <message>
        <source>How many loops the tokens to come may use</source>
        <translation>Combien de boucles les tokens à venir peuvent utiliser</translation>
    </message>
    <message>
        <source>How sure the gate must be about the tokens to come (q)</source>
        <translation>À quel point la porte doit être sûre des tokens à venir (q)</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; higher values draw more freely</source>
        <translation>0 prend le mot le plus probable ; plus haut, le tirage est plus libre</translation>
    </message>
    <message>
        <source>Equal seeds draw equal words</source>
        <translation>Des graines égales tirent des mots égaux</translation>
    </message>
    <message>
        <source>What is done to the state inside the loops</source>
        <translation>Ce que l’on fait de l’état à l’intérieur des boucles</translation>
    </message>
    <message>
        <source>In which loops the change is made, from 1</source>
        <translation>Dans quelles boucles se fait le changement, à partir de 1</translation>
    </message>
    <message>
        <source>After which layer the change is made, or at the end of the loop</source>
        <translation>Après quelle couche se fait le changement, ou à la fin de la boucle</translation>
    </message>
    <message>
        <source>How often the loop is run once more</source>
        <translation>Combien de fois la boucle est répétée</translation>
    </message>
    <message>
        <source>The token whose state is put in its place, from 1</source>
        <translation>Le token dont l’état est mis à la place, à partir de 1</translation>
    </message>
    <message>
        <source>How strong the change is</source>
        <translation>Quelle est la force du changement</translation>
    </message>
    <message>
        <source>Only at the selected tokens</source>
        <translation>Seulement aux tokens choisis</translation>
    </message>
    <message>
        <source>At every token of the text</source>
        <translation>À chaque token du texte</translation>
    </message>
    <message>
        <source>Compares the changed run with the untouched one</source>
        <translation>Compare l’exécution changée à l’exécution intacte</translation>
    </message>
    <message>
        <source>What the page shows, in words for the paper; it can be edited and copied</source>
        <translation>Ce que montre la page, en mots pour l’article ; modifiable et copiable</translation>
    </message>
    <message>
        <source>The caption and the figure as LaTeX</source>
        <translation>La légende et la figure en LaTeX</translation>
    </message>
    <message>
        <source>The caption in words</source>
        <translation>La légende en mots</translation>
    </message>
    <message>
        <source>The caption for LaTeX</source>
        <translation>La légende pour LaTeX</translation>
    </message>
    <message>
        <source>Copies these words</source>
        <translation>Copie ces mots</translation>
    </message>
    <message>
        <source>The colours of loops and measures on paper</source>
        <translation>Les couleurs des boucles et des mesures sur papier</translation>
    </message>
    <message>
        <source>How many panels stand side by side</source>
        <translation>Combien de panneaux sont côte à côte</translation>
    </message>
    <message>
        <source>The room between panels</source>
        <translation>L’espace entre les panneaux</translation>
    </message>
    <message>
        <source>How panels are lettered</source>
        <translation>Comment les panneaux sont marqués</translation>
    </message>
    <message>
        <source>Equal measures have equal colour limits in all panels</source>
        <translation>Des mesures égales ont les mêmes limites de couleur dans tous les panneaux</translation>
    </message>
    <message>
        <source>Takes the width that this venue prints</source>
        <translation>Prend la largeur qu’imprime cette revue</translation>
    </message>
    <message>
        <source>The size of the page as it is printed</source>
        <translation>La taille de la page imprimée</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>L’unité de largeur et de hauteur</translation>
    </message>
    <message>
        <source>The type of all words in the figure</source>
        <translation>Les caractères de tous les mots de la figure</translation>
    </message>
    <message>
        <source>How thick lines are, in points</source>
        <translation>L’épaisseur des lignes, en points</translation>
    </message>
    <message>
        <source>Pixels an inch, of PNG files</source>
        <translation>Pixels par pouce, des fichiers PNG</translation>
    </message>
    <message>
        <source>The kind of file that is exported</source>
        <translation>Le type de fichier exporté</translation>
    </message>
    <message>
        <source>Whether words of an SVG stay text or become outlines</source>
        <translation>Si les mots d’un SVG restent du texte ou deviennent des contours</translation>
    </message>
    <message>
        <source>Shows the page as eyes with other colour vision see it</source>
        <translation>Montre la page comme la voient des yeux au sens des couleurs différent</translation>
    </message>
    <message>
        <source>Shows the page as large as it is printed</source>
        <translation>Montre la page à sa taille imprimée</translation>
    </message>
    <message>
        <source>Takes page and panels from a recipe file</source>
        <translation>Prend page et panneaux d’un fichier de recette</translation>
    </message>
    <message>
        <source>Keeps page and panels in a recipe file, from which equal figures can be made</source>
        <translation>Garde page et panneaux dans une recette qui redonne les mêmes figures</translation>
    </message>
    <message>
        <source>Puts the tokens into rows under each other, so that their words can be read</source>
        <translation>Met les tokens en lignes, pour que leurs mots soient lisibles</translation>
    </message>
    <message>
        <source>Writes the page to a file</source>
        <translation>Écrit la page dans un fichier</translation>
    </message>
    <message>
        <source>Another example to walk through</source>
        <translation>Un autre exemple à parcourir</translation>
    </message>
    <message>
        <source>A text of one’s own; Return runs it</source>
        <translation>Un texte à soi ; Entrée l’exécute</translation>
    </message>
    <message>
        <source>Hides what the model says until the class has guessed</source>
        <translation>Cache ce que dit le modèle jusqu’à ce que la classe ait deviné</translation>
    </message>
    <message>
        <source>Shows what was to be guessed</source>
        <translation>Montre ce qu’il fallait deviner</translation>
    </message>
    <message>
        <source>Begins the walk once more</source>
        <translation>Recommence le parcours</translation>
    </message>
    <message>
        <source>A guided walk through this page</source>
        <translation>Une visite guidée de cette page</translation>
    </message>
    <message>
        <source>The stop before</source>
        <translation>L’étape précédente</translation>
    </message>
    <message>
        <source>The next stop</source>
        <translation>L’étape suivante</translation>
    </message>
    <message>
        <source>Ends the tour; it can be taken again</source>
        <translation>Termine la visite ; on peut la refaire</translation>
    </message>
    <message>
        <source>Lists the actions that have these letters</source>
        <translation>Liste les actions qui ont ces lettres</translation>
    </message>
    <message>
        <source>Gives the chosen action the key that was pressed</source>
        <translation>Donne à l’action choisie la touche pressée</translation>
    </message>
    <message>
        <source>Leaves the chosen action without a key</source>
        <translation>Laisse l’action choisie sans touche</translation>
    </message>
    <message>
        <source>Gives all actions the keys they came with</source>
        <translation>Rend à toutes les actions leurs touches d’origine</translation>
    </message>
    <message>
        <source>Closes this list</source>
        <translation>Ferme cette liste</translation>
    </message>
    <message>
        <source>Records norms, steps and cosines of every layer without its words: quick, and small files</source>
        <translation>Enregistre normes, pas et cosinus de chaque couche sans ses mots : rapide, petits fichiers</translation>
    </message>
    <message>
        <source>Records four numbers of what every head attends to, at every token, loop and layer</source>
        <translation>Enregistre quatre nombres de l’attention de chaque tête, à chaque token, boucle et couche</translation>
    </message>
    <message>
        <source>Records the cosines of the states after all layers of all loops, in pairs</source>
        <translation>Enregistre les cosinus des états après toutes les couches de toutes les boucles, par paires</translation>
    </message>
</context>
<context>
    <name>DepthRibbon</name>
    <message>
        <source>all loops run</source>
        <translation>toutes les boucles exécutées</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>branche</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>budget %1</translation>
    </message>
    <message>
        <source>loops skipped</source>
        <translation>boucles sautées</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>q %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>graine %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
</context>
<context>
    <name>ExampleTraces</name>
    <message>
        <source>A story</source>
        <translation>Une histoire</translation>
    </message>
    <message>
        <source>Cups</source>
        <translation>Gobelets</translation>
    </message>
    <message>
        <source>Each possessive is one more step; only the last token needs the depth.</source>
        <translation>Chaque possessif est un pas de plus ; seul le dernier token a besoin de profondeur.</translation>
    </message>
    <message>
        <source>Eight operations at eight loops, twice as many as in training: do more loops help?</source>
        <translation>Huit opérations en huit boucles, deux fois plus qu’à l’entraînement : plus de boucles aident-elles ?</translation>
    </message>
    <message>
        <source>Here the next word is uncertain, not hard: more loops cannot know the name.</source>
        <translation>Ici le mot suivant est incertain, pas difficile : plus de boucles ne peuvent pas connaître le nom.</translation>
    </message>
    <message>
        <source>Longer than trained</source>
        <translation>Plus long qu’à l’entraînement</translation>
    </message>
    <message>
        <source>One operation: is the answer there at loop 1?</source>
        <translation>Une opération : la réponse est-elle là dès la boucle 1 ?</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un pas</translation>
    </message>
    <message>
        <source>Six operations: watch the best word from loop to loop.</source>
        <translation>Six opérations : observez le meilleur mot de boucle en boucle.</translation>
    </message>
    <message>
        <source>Six steps</source>
        <translation>Six pas</translation>
    </message>
    <message>
        <source>The model has to follow the ball through three swaps.</source>
        <translation>Le modèle doit suivre la balle à travers trois échanges.</translation>
    </message>
    <message>
        <source>Three facts</source>
        <translation>Trois faits</translation>
    </message>
    <message>
        <source>A capital</source>
        <translation>Une capitale</translation>
    </message>
    <message>
        <source>A country&apos;s name</source>
        <translation>Le nom d’un pays</translation>
    </message>
    <message>
        <source>Lock and door</source>
        <translation>Serrure et porte</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Jours de la semaine</translation>
    </message>
    <message>
        <source>A triangle</source>
        <translation>Un triangle</translation>
    </message>
    <message>
        <source>One loop too many</source>
        <translation>Une boucle de trop</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Jamais juste</translation>
    </message>
    <message>
        <source>The fox</source>
        <translation>Le renard</translation>
    </message>
    <message>
        <source>A fact out of the weights: loop 1 says “Greater”, loop 2 says “Beijing”, from loop 3 on “Tokyo”.</source>
        <translation>Un fait contenu dans les poids : la boucle 1 dit « Greater », la boucle 2 « Beijing », et dès la boucle 3 « Tokyo ».</translation>
    </message>
    <message>
        <source>Several countries are called so: loop 2 says “Mexico”, from loop 3 on “America”.</source>
        <translation>Plusieurs pays s’appellent ainsi : la boucle 2 dit « Mexico », et dès la boucle 3 « America ».</translation>
    </message>
    <message>
        <source>Every loop says “door”, and each loop is surer of it than the one before.</source>
        <translation>Chaque boucle dit « door », et chacune en est plus sûre que la précédente.</translation>
    </message>
    <message>
        <source>A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”.</source>
        <translation>Une liste qui continue : la boucle 2 dit « and », et dès la boucle 3 « Thursday ».</translation>
    </message>
    <message>
        <source>The right word comes late: loop 1 says “smaller”, loop 2 says “right”, from loop 4 on “sides”.</source>
        <translation>Le mot juste arrive tard : la boucle 1 dit « smaller », la boucle 2 « right », et dès la boucle 4 « sides ».</translation>
    </message>
    <message>
        <source>More is not always better: loop 5 says “May”, loop 6 says “and”.</source>
        <translation>Plus n’est pas toujours mieux : la boucle 5 dit « May », la boucle 6 dit « and ».</translation>
    </message>
    <message>
        <source>Every loop says “five”: loops do not add what the model has not learned.</source>
        <translation>Chaque boucle dit « five » : les boucles n’ajoutent pas ce que le modèle n’a pas appris.</translation>
    </message>
    <message>
        <source>Every loop says “a” next; what follows is read where the gate stops, after 2 to 4 loops.</source>
        <translation>Chaque boucle dit d’abord « a » ; la suite est lue là où la porte s’arrête, après 2 à 4 boucles.</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export this figure and its numbers</source>
        <translation>Exporter cette figure et ses nombres</translation>
    </message>
</context>
<context>
    <name>FigureKinds</name>
    <message>
        <source>Exit histogram</source>
        <translation>Histogramme des sorties</translation>
    </message>
    <message>
        <source>Pairs of loops or layers</source>
        <translation>Paires de boucles ou de couches</translation>
    </message>
    <message>
        <source>Answer map</source>
        <translation>Carte des réponses</translation>
    </message>
    <message>
        <source>Comparison of two readings</source>
        <translation>Comparaison de deux lectures</translation>
    </message>
    <message>
        <source>Comparison of two traces</source>
        <translation>Comparaison de deux traces</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Carte de profondeur</translation>
    </message>
    <message>
        <source>Depth ribbon</source>
        <translation>Ruban de profondeur</translation>
    </message>
    <message>
        <source>Exit gate by loop</source>
        <translation>Porte de sortie par boucle</translation>
    </message>
    <message>
        <source>Exit rules at equal depth</source>
        <translation>Règles de sortie à profondeur égale</translation>
    </message>
    <message>
        <source>Geometry over the loops</source>
        <translation>Géométrie au fil des boucles</translation>
    </message>
    <message>
        <source>Lens curves of a token</source>
        <translation>Courbes de lentille d’un token</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Ablation de boucles</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Courbe de fonctionnement</translation>
    </message>
    <message>
        <source>Orbits in principal components</source>
        <translation>Orbites en composantes principales</translation>
    </message>
    <message>
        <source>Page of figures</source>
        <translation>Page de figures</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>Texte teinté</translation>
    </message>
    <message>
        <source>Text with its depth</source>
        <translation>Texte avec sa profondeur</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>Carte causale</translation>
    </message>
    <message>
        <source>Numbers of layers</source>
        <translation>Nombres des couches</translation>
    </message>
    <message>
        <source>Loss against loops</source>
        <translation>Perte selon les boucles</translation>
    </message>
    <message>
        <source>Depth by class of token</source>
        <translation>Profondeur par classe de token</translation>
    </message>
    <message>
        <source>Accuracy by loop</source>
        <translation>Exactitude par boucle</translation>
    </message>
    <message>
        <source>Accuracy against mean loops</source>
        <translation>Exactitude selon les boucles moyennes</translation>
    </message>
    <message>
        <source>Handout of six frames</source>
        <translation>Fiche en six cadres</translation>
    </message>
</context>
<context>
    <name>FilePath</name>
    <message>
        <source>%1 has a name that is not UTF-8, and the window opens no such names: rename it first, or use ouroscope-cli.</source>
        <translation>Le nom de %1 n’est pas en UTF-8, et la fenêtre n’ouvre pas de tels noms : renommez-le d’abord, ou utilisez ouroscope-cli.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>One turn through the same layers; loops count from 1.</source>
        <translation>Un tour par les mêmes couches ; les boucles se comptent à partir de 1.</translation>
    </message>
    <message>
        <source>How many loops a token may use at most: the line across the strip.</source>
        <translation>Combien de boucles un token peut utiliser au plus : la ligne à travers la bande.</translation>
    </message>
    <message>
        <source>How sure the gate must be that it is enough: a token is read at the first loop by which the probability of having stopped reaches q.</source>
        <translation>La certitude exigée de la porte que cela suffit : un token est lu à la première boucle où la probabilité de s’être arrêté atteint q.</translation>
    </message>
    <message>
        <source>A small switch after each loop that says how likely it is to stop there.</source>
        <translation>Un petit interrupteur après chaque boucle qui dit la probabilité de s’y arrêter.</translation>
    </message>
    <message>
        <source>What the model would say next if it stopped after this loop.</source>
        <translation>Ce que le modèle dirait ensuite s’il s’arrêtait après cette boucle.</translation>
    </message>
    <message>
        <source>The long list of numbers that a token is inside the model; each loop changes it.</source>
        <translation>La longue liste de nombres qu’est un token dans le modèle ; chaque boucle la change.</translation>
    </message>
    <message>
        <source>Reading a record as if fewer loops had been allowed, without running the model again.</source>
        <translation>Lire un enregistrement comme si moins de boucles avaient été permises, sans relancer le modèle.</translation>
    </message>
    <message>
        <source>The share of tokens whose best word is the one of full depth.</source>
        <translation>La part des tokens dont le meilleur mot est celui de la pleine profondeur.</translation>
    </message>
    <message>
        <source>Minus the log-probability of the token that follows, averaged over tokens: lower is better.</source>
        <translation>Moins la log-probabilité du token qui suit, en moyenne sur les tokens : plus bas est mieux.</translation>
    </message>
    <message>
        <source>How far what is said of the next word is from what full depth says, averaged over tokens; 0 is no difference.</source>
        <translation>L’écart entre ce qui est dit du mot suivant et ce qu’en dit la pleine profondeur, en moyenne sur les tokens ; 0 : aucun écart.</translation>
    </message>
    <message>
        <source>The best that any choice of loops could reach on this text; it knows the answers, so no rule can be it.</source>
        <translation>Le mieux qu’un choix de boucles pourrait atteindre sur ce texte ; il connaît les réponses, donc aucune règle ne peut l’être.</translation>
    </message>
    <message>
        <source>As many loops on average, handed out by chance: what a rule has to beat.</source>
        <translation>Autant de boucles en moyenne, distribuées au hasard : ce qu’une règle doit battre.</translation>
    </message>
    <message>
        <source>How many nats a token a rule is worse than the oracle at the same mean depth.</source>
        <translation>De combien de nats par token une règle est moins bonne que l’oracle à même profondeur moyenne.</translation>
    </message>
    <message>
        <source>The unit of information here: 1 nat is a factor of 2.7 in probability.</source>
        <translation>L’unité d’information ici : 1 nat est un facteur de 2,7 en probabilité.</translation>
    </message>
    <message>
        <source>The loop at which a token is read: the first by which the gate is as sure as q asks, or the last that is allowed.</source>
        <translation>La boucle à laquelle un token est lu : la première où la porte est aussi sûre que q l’exige, sinon la dernière permise.</translation>
    </message>
    <message>
        <source>The loop at which a token would stop on average, by the gate&apos;s probabilities.</source>
        <translation>La boucle où un token s’arrêterait en moyenne, selon les probabilités de la porte.</translation>
    </message>
    <message>
        <source>How undecided the gate is about where to stop: 0 where one loop takes all of it.</source>
        <translation>L’indécision de la porte sur l’endroit où s’arrêter : 0 si une boucle prend tout.</translation>
    </message>
    <message>
        <source>The gate&apos;s own answer after a loop, from 0 (go on) to 1 (stop).</source>
        <translation>La réponse de la porte après une boucle, de 0 (continuer) à 1 (s’arrêter).</translation>
    </message>
    <message>
        <source>The probability that a token stops at exactly this loop; the last loop allowed takes what is left.</source>
        <translation>La probabilité qu’un token s’arrête exactement à cette boucle ; la dernière permise prend le reste.</translation>
    </message>
    <message>
        <source>The probability that a token has stopped by this loop; it is compared with q.</source>
        <translation>La probabilité qu’un token se soit arrêté jusqu’à cette boucle ; elle est comparée à q.</translation>
    </message>
    <message>
        <source>How undecided the model is about the next word: 0 where one word has all the probability.</source>
        <translation>L’indécision du modèle sur le mot suivant : 0 si un mot a toute la probabilité.</translation>
    </message>
    <message>
        <source>How likely this loop finds the token that really follows: 0 is certain, lower is less likely.</source>
        <translation>La vraisemblance que cette boucle donne au token qui suit vraiment : 0 est certain, plus bas moins probable.</translation>
    </message>
    <message>
        <source>How many words this loop finds likelier than the token that really follows.</source>
        <translation>Combien de mots cette boucle juge plus probables que le token qui suit vraiment.</translation>
    </message>
    <message>
        <source>How far what this loop says of the next word is from what the last loop says; 0 is no difference.</source>
        <translation>L’écart entre ce que cette boucle dit du mot suivant et ce qu’en dit la dernière ; 0 : aucun écart.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word; 0 is no change.</source>
        <translation>Combien cette boucle change ce qui est dit du mot suivant ; 0 : aucun changement.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word, measured both ways; at most ln 2.</source>
        <translation>Combien cette boucle change ce qui est dit du mot suivant, mesuré dans les deux sens ; au plus ln 2.</translation>
    </message>
    <message>
        <source>The length of the state before the final norm evens it out.</source>
        <translation>La longueur de l’état avant que la norme finale ne l’égalise.</translation>
    </message>
    <message>
        <source>The length of the state that the next loop starts from.</source>
        <translation>La longueur de l’état dont part la boucle suivante.</translation>
    </message>
    <message>
        <source>How far a loop moves the state.</source>
        <translation>De combien une boucle déplace l’état.</translation>
    </message>
    <message>
        <source>Whether a loop leaves the state its direction: 1 is the same direction.</source>
        <translation>Si une boucle garde à l’état sa direction : 1 est la même direction.</translation>
    </message>
    <message>
        <source>1 where the best word of this loop is that of the last loop, else 0.</source>
        <translation>1 si le meilleur mot de cette boucle est celui de la dernière, sinon 0.</translation>
    </message>
    <message>
        <source>How far a loop moves the state, against the length of the state.</source>
        <translation>De combien une boucle déplace l’état, par rapport à sa longueur.</translation>
    </message>
    <message>
        <source>The step of a loop against the mean step of this text: above 1 the state still moves.</source>
        <translation>Le pas d’une boucle par rapport au pas moyen de ce texte : au-dessus de 1 l’état bouge encore.</translation>
    </message>
    <message>
        <source>By how many degrees a loop turns the state.</source>
        <translation>De combien de degrés une boucle tourne l’état.</translation>
    </message>
    <message>
        <source>Whether two steps in a row go the same way: 1 the same way, minus 1 back again.</source>
        <translation>Si deux pas de suite vont dans le même sens : 1 le même, −1 en arrière.</translation>
    </message>
    <message>
        <source>The first loop that says what the last loop says.</source>
        <translation>La première boucle qui dit ce que dit la dernière.</translation>
    </message>
    <message>
        <source>The last loop whose best word is not that of the loop before.</source>
        <translation>La dernière boucle dont le meilleur mot n’est pas celui de la précédente.</translation>
    </message>
    <message>
        <source>How often the best word changes from loop to loop.</source>
        <translation>Combien de fois le meilleur mot change d’une boucle à l’autre.</translation>
    </message>
    <message>
        <source>Trained to stop where no later loop would gain enough: the usual one.</source>
        <translation>Entraînée à s’arrêter là où aucune boucle suivante n’apporterait assez : la porte habituelle.</translation>
    </message>
    <message>
        <source>Trained as the Ouro paper does: to stop where the loss falls no more.</source>
        <translation>Entraînée comme dans l’article d’Ouro : à s’arrêter là où la perte ne baisse plus.</translation>
    </message>
    <message>
        <source>As the first stage of training left it: careful, it stops late.</source>
        <translation>Telle que la première étape d’entraînement l’a laissée : prudente, elle s’arrête tard.</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>think</source>
        <translation>réfléchir</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norme</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>égaliser</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>dire un mot</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Porte</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>assez ?</translation>
    </message>
    <message>
        <source>One pass says</source>
        <translation>Un passage dit</translation>
    </message>
    <message>
        <source>Loop %1 says</source>
        <translation>La boucle %1 dit</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>Selon la règle du jeu :</translation>
    </message>
    <message>
        <source>What did the extra rounds change?</source>
        <translation>Qu’ont changé les tours de plus ?</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>Ce modèle n’a pas de porte : le nombre de boucles était fixé d’avance.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it stops at the last loop, %1.</source>
        <translation>Après chaque tour, un petit interrupteur, la porte, demande : assez ? La barre additionne ses réponses. Ici, l’arrêt a lieu à la dernière boucle, la %1.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it passes the line q at loop %1, and the model stops.</source>
        <translation>Après chaque tour, un petit interrupteur, la porte, demande : assez ? La barre additionne ses réponses. Ici, elle dépasse la ligne q à la boucle %1, et le modèle s’arrête.</translation>
    </message>
    <message>
        <source>One pass and the loops say the same word. More rounds were not needed for it.</source>
        <translation>Un passage et les boucles disent le même mot. D’autres tours n’étaient pas nécessaires.</translation>
    </message>
    <message>
        <source>The same text, the same layers, another answer: the rounds between changed it.</source>
        <translation>Le même texte, les mêmes couches, une autre réponse : les tours entre les deux l’ont changée.</translation>
    </message>
    <message>
        <source>How a looped model finds a word</source>
        <translation>Comment un modèle en boucle trouve un mot</translation>
    </message>
    <message>
        <source>Model: %1. Name: ______________________  Date: ____________</source>
        <translation>Modèle : %1. Nom : ______________________  Date : ____________</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Le texte</translation>
    </message>
    <message>
        <source>The small digit says how many loops a word took. Which word comes next? My guess: ______________</source>
        <translation>Le petit chiffre dit combien de boucles un mot a prises. Quel mot vient ensuite ? Mon idée : ______________</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Un passage</translation>
    </message>
    <message>
        <source>The layers are used once. Then the head turns the numbers into a word.</source>
        <translation>Les couches servent une fois. Puis la tête change les nombres en un mot.</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>En boucle</translation>
    </message>
    <message>
        <source>The same layers again and again. Between the rounds nothing is written: this thinking is silent.</source>
        <translation>Les mêmes couches encore et encore. Entre les tours, rien n’est écrit : cette réflexion est silencieuse.</translation>
    </message>
    <message>
        <source>The best word after every loop</source>
        <translation>Le meilleur mot après chaque boucle</translation>
    </message>
    <message>
        <source>What the model would have said after each round, and how sure it was. Bold: the round at which it is read.</source>
        <translation>Ce que le modèle aurait dit après chaque tour, et avec quelle assurance. En gras : le tour où il est lu.</translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation>Assez ?</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La réponse</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here no loop after loop %1 is allowed, and it stops there.</source>
        <translation>Après chaque tour, un petit interrupteur, la porte, demande : assez ? La barre additionne ses réponses. Ici, aucune boucle n’est permise après la boucle %1, et l’arrêt a lieu là.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>It lies in a model&apos;s folder: open that (File menu).</source>
        <translation>Il se trouve dans le dossier d&apos;un modèle : ouvrez ce dossier (menu Fichier).</translation>
    </message>
</context>
<context>
    <name>LanguageDemoJob</name>
    <message>
        <source>%1 does not start: %2</source>
        <translation>%1 ne démarre pas : %2</translation>
    </message>
    <message>
        <source>The language demo was not made: the script ended without a reason.</source>
        <translation>La démo de langue n’a pas été créée : le script s’est terminé sans donner de raison.</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Best word equals the last loop&apos;s</source>
        <translation>Meilleur mot égal à celui de la dernière boucle</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Cosinus avec la boucle précédente</translation>
    </message>
    <message>
        <source>Cumulative exit probability</source>
        <translation>Probabilité de sortie cumulée</translation>
    </message>
    <message>
        <source>Cumulative exit probability at the exit loop</source>
        <translation>Probabilité de sortie cumulée à la boucle de sortie</translation>
    </message>
    <message>
        <source>Entropy of depth</source>
        <translation>Entropie de la profondeur</translation>
    </message>
    <message>
        <source>Entropy of the next word</source>
        <translation>Entropie du mot suivant</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Boucle de sortie</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Probabilité de sortie p</translation>
    </message>
    <message>
        <source>Exit probability p at the exit loop</source>
        <translation>Probabilité de sortie p à la boucle de sortie</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Profondeur espérée</translation>
    </message>
    <message>
        <source>First commit</source>
        <translation>Premier engagement</translation>
    </message>
    <message>
        <source>Flips of the best word</source>
        <translation>Basculements du meilleur mot</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Porte λ</translation>
    </message>
    <message>
        <source>Gate λ at the exit loop</source>
        <translation>Porte λ à la boucle de sortie</translation>
    </message>
    <message>
        <source>KL from the last loop</source>
        <translation>KL par rapport à la dernière boucle</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL par rapport à la boucle précédente</translation>
    </message>
    <message>
        <source>Jensen–Shannon to the loop before</source>
        <translation>Jensen–Shannon avec la boucle précédente</translation>
    </message>
    <message>
        <source>Norm before the final norm</source>
        <translation>Norme avant la norme finale</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Dernier basculement</translation>
    </message>
    <message>
        <source>Log-probability of the next token</source>
        <translation>Log-probabilité du token suivant</translation>
    </message>
    <message>
        <source>State norm</source>
        <translation>Norme de l’état</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Taille du pas</translation>
    </message>
    <message>
        <source>Words ranked above the next token</source>
        <translation>Mots classés avant le token suivant</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>boucles</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>Pas relatif</translation>
    </message>
    <message>
        <source>Drift ratio</source>
        <translation>Rapport de dérive</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosinus</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Cosine of successive steps</source>
        <translation>Cosinus de pas successifs</translation>
    </message>
    <message>
        <source>Right, then lost</source>
        <translation>Juste, puis perdu</translation>
    </message>
    <message>
        <source>Better 0.1 nats or more at an earlier loop</source>
        <translation>Meilleur de 0,1 nat ou plus à une boucle antérieure</translation>
    </message>
    <message>
        <source>Answer first at the last loop</source>
        <translation>Réponse à la dernière boucle seulement</translation>
    </message>
    <message>
        <source>Right at the last loop only</source>
        <translation>Juste à la dernière boucle seulement</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Jamais juste</translation>
    </message>
    <message>
        <source>Two flips or more</source>
        <translation>Deux basculements ou plus</translation>
    </message>
    <message>
        <source>Any flip</source>
        <translation>Au moins un basculement</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Tous les tokens</translation>
    </message>
    <message>
        <source>Kind of token</source>
        <translation>Type de token</translation>
    </message>
    <message>
        <source>Prompt or generated</source>
        <translation>Prompt ou généré</translation>
    </message>
    <message>
        <source>Difficulty at loop 1</source>
        <translation>Difficulté à la boucle 1</translation>
    </message>
    <message>
        <source>Difficulty at the last loop</source>
        <translation>Difficulté à la dernière boucle</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>Le modèle de cette trace n’a pas de porte de sortie.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>config.json has no %1: as in the released code, it is %2.</source>
        <translation>config.json n&apos;a pas de %1 : comme dans le code publié, c&apos;est %2.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 and no use_sliding_window: as in the released code, there is no window.</source>
        <translation>config.json a un sliding_window de %1 et pas de use_sliding_window : comme dans le code publié, il n&apos;y a pas de fenêtre.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 positions and does not say in which layers it holds: all layers see the whole text.</source>
        <translation>config.json a un sliding_window de %1 positions et ne dit pas dans quelles couches il vaut : toutes les couches voient le texte entier.</translation>
    </message>
    <message>
        <source>layer_types of config.json has %1 entries: those after the %2 layers do not count.</source>
        <translation>layer_types de config.json a %1 entrées : celles après les %2 couches ne comptent pas.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, counted from 0: as in the released code, every token is read at loop %2, unless a run has a threshold or a budget of its own.</source>
        <translation>early_exit_step de config.json est %1, compté à partir de 0 : comme dans le code publié, chaque token est lu à la boucle %2, sauf si l&apos;exécution a un seuil ou un budget à elle.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, which is none of the %2 loops: as in the released code, it does not count.</source>
        <translation>early_exit_step de config.json est %1, qui n&apos;est aucune des %2 boucles : comme dans le code publié, il ne compte pas.</translation>
    </message>
    <message>
        <source>eos_token_id of config.json is -1: no token stops by it.</source>
        <translation>eos_token_id de config.json est -1 : aucun token n&apos;arrête par lui.</translation>
    </message>
    <message>
        <source>The YaRN factor is used as it is written; transformers 4 takes max_position_embeddings over original_max_position_embeddings instead, which is 1 here.</source>
        <translation>Le facteur YaRN est pris tel qu&apos;il est écrit ; transformers 4 prend à sa place max_position_embeddings sur original_max_position_embeddings, qui vaut ici 1.</translation>
    </message>
    <message>
        <source>The names of the tensors have the peft library&apos;s &quot;base_model.model.&quot; in front, which is left out.</source>
        <translation>Les noms des tenseurs commencent par le « base_model.model. » de la bibliothèque peft, qui est omis.</translation>
    </message>
    <message>
        <source>The names of the tensors have no &quot;%1&quot; in front, as in an export of the base model.</source>
        <translation>Les noms des tenseurs ne commencent pas par « %1 », comme dans un export du modèle de base.</translation>
    </message>
    <message>
        <source>model.safetensors.index.json is missing: the tensors were looked up in the shards.</source>
        <translation>model.safetensors.index.json manque : les tenseurs ont été cherchés dans les fragments.</translation>
    </message>
    <message>
        <source>The weights have no exit gate, which models of this family have: an export has left it out. No token exits early by it.</source>
        <translation>Les poids n&apos;ont pas la porte de sortie qu&apos;ont les modèles de cette famille : un export l&apos;a omise. Aucun token ne sort plus tôt par elle.</translation>
    </message>
    <message>
        <source>config.json asks for %1 layers, and the weights have more: the others are left out.</source>
        <translation>config.json demande %1 couches et les poids en ont davantage : les autres sont omises.</translation>
    </message>
    <message>
        <source>The post-processor of tokenizer.json puts special tokens behind a text, which are left out: the text goes on.</source>
        <translation>Le post-traitement de tokenizer.json met des tokens spéciaux derrière un texte, qui sont omis : le texte continue.</translation>
    </message>
    <message>
        <source>The added token %1 says id %2 but has id %3.</source>
        <translation>Le token ajouté %1 annonce l&apos;id %2 mais a l&apos;id %3.</translation>
    </message>
    <message>
        <source>The added token %1 is never found, because another one is the same once normalised.</source>
        <translation>Le token ajouté %1 n&apos;est jamais trouvé, car un autre est identique une fois normalisé.</translation>
    </message>
    <message>
        <source>The added token %1 has the id %2, which is %3 in tokenizer.model: it is not used.</source>
        <translation>Le token ajouté %1 a l&apos;id %2, qui est %3 dans tokenizer.model : il n&apos;est pas utilisé.</translation>
    </message>
    <message>
        <source>The added token %1 is given twice: the first one counts.</source>
        <translation>Le token ajouté %1 est donné deux fois : le premier compte.</translation>
    </message>
    <message>
        <source>Added tokens are not read: %1</source>
        <translation>Les tokens ajoutés ne sont pas lus : %1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Non lu : %1</translation>
    </message>
    <message>
        <source>tokenizer.model is used, because tokenizer.json beside it is not read: %1</source>
        <translation>tokenizer.model est utilisé, parce que le tokenizer.json à côté n&apos;est pas lu : %1</translation>
    </message>
    <message>
        <source>%1 names token %2 as the end of a text, which is the word &quot;%3&quot; in this tokenizer: generation does not stop there.</source>
        <translation>%1 donne le token %2 comme fin d&apos;un texte, qui est le mot « %3 » dans ce tokenizer : la génération ne s&apos;y arrête pas.</translation>
    </message>
    <message>
        <source>The folder asks for a beginning-of-text token that its tokenizer does not have: none stands before the text.</source>
        <translation>Le dossier demande un token de début de texte que son tokenizer n&apos;a pas : aucun ne précède le texte.</translation>
    </message>
    <message>
        <source>The folder has no chat template: a base model has not been trained on conversations.</source>
        <translation>Le dossier n&apos;a pas de modèle de conversation : un modèle de base n&apos;a pas été entraîné sur des conversations.</translation>
    </message>
    <message>
        <source>The folder&apos;s own chat template is not recognised: the conversation is written as plain %1 without a default system turn.</source>
        <translation>Le modèle de conversation du dossier n&apos;est pas reconnu : la conversation est écrite en %1 simple, sans tour système par défaut.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out a character of the prompt (%1, before token %2): the model does not see it.</source>
        <translation>Le tokenizer omet un caractère du prompt (%1, avant le token %2) : le modèle ne le voit pas.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out %1 characters of the prompt (the first is %2, before token %3): the model does not see them.</source>
        <translation>Le tokenizer omet %1 caractères du prompt (le premier est %2, avant le token %3) : le modèle ne les voit pas.</translation>
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
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1, about %2 min left</source>
        <translation>%1, encore %2 min environ</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1, encore %2 s environ</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 tokens sur %2</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Which words went deep?</source>
        <translation>Quels mots sont allés loin ?</translation>
    </message>
    <message>
        <source>A column is a token, a row is a loop. The colour is the quantity named above the map; the bar at its side says which number it is. The line runs along the loop at which each token is read. Hatched: not recorded.</source>
        <translation>Une colonne est un token, une ligne une boucle. La couleur est la grandeur nommée au-dessus de la carte ; la barre à côté dit quel nombre c’est. Le trait suit la boucle à laquelle chaque token est lu. Hachuré : non enregistré.</translation>
    </message>
    <message>
        <source>Did more loops help?</source>
        <translation>Plus de boucles ont-elles aidé ?</translation>
    </message>
    <message>
        <source>A cell says whether the best word after that loop is the token that follows, and whether it stays. “Loop ablation” counts for every added loop where the loss of the next token fell and where it rose, in nats.</source>
        <translation>Une case dit si le meilleur mot après cette boucle est le token qui suit, et s’il reste. « Ablation des boucles » compte, pour chaque boucle ajoutée, où la perte du token suivant a baissé et où elle a monté, en nats.</translation>
    </message>
    <message>
        <source>What do fewer loops cost?</source>
        <translation>Que coûtent moins de boucles ?</translation>
    </message>
    <message>
        <source>To the right: loops a token on average. Upwards: how good that reading is. One curve spends loops by the gate, others give every token the same, or spend them at random; the oracle is the best that is possible. Bands are 95 % intervals over tokens.</source>
        <translation>Vers la droite : boucles par token en moyenne. Vers le haut : la qualité de cette lecture. Une courbe répartit les boucles selon la porte, d’autres donnent autant à chaque token, ou les répartissent au hasard ; l’oracle est le mieux possible. Les bandes sont des intervalles à 95 % sur les tokens.</translation>
    </message>
    <message>
        <source>Is the gate right?</source>
        <translation>La porte a-t-elle raison ?</translation>
    </message>
    <message>
        <source>λ is the chance to stop at a loop, p where a token stops, the CDF how sure the gate is by then. Below, exit rules are compared at the same mean depth; regret is how far a rule is from the best possible, in nats a token.</source>
        <translation>λ est la probabilité de s’arrêter à une boucle, p là où un token s’arrête, la CDF à quel point la porte est sûre à ce moment. En dessous, les règles de sortie sont comparées à la même profondeur moyenne ; le regret est la distance au mieux possible, en nats par token.</translation>
    </message>
    <message>
        <source>How does the state move?</source>
        <translation>Comment l’état se déplace-t-il ?</translation>
    </message>
    <message>
        <source>The curves show how far the hidden state of a token moves with every loop: the line is the selected token, the band the middle half of all tokens. The map shows its way in the two directions in which states differ most.</source>
        <translation>Les courbes montrent de combien l’état caché d’un token se déplace à chaque boucle : le trait est le token sélectionné, la bande la moitié centrale de tous les tokens. La carte montre son chemin dans les deux directions où les états diffèrent le plus.</translation>
    </message>
    <message>
        <source>What happens inside a loop?</source>
        <translation>Que se passe-t-il dans une boucle ?</translation>
    </message>
    <message>
        <source>A row is what the model would say after that loop: its best words, the likeliest first, with their probabilities. The curves follow words from loop to loop. Where layers were recorded, a row opens into them.</source>
        <translation>Une ligne est ce que le modèle dirait après cette boucle : ses meilleurs mots, le plus probable d’abord, avec leurs probabilités. Les courbes suivent des mots de boucle en boucle. Là où des couches ont été enregistrées, une ligne s’ouvre sur elles.</translation>
    </message>
    <message>
        <source>How do two runs differ?</source>
        <translation>En quoi deux exécutions diffèrent-elles ?</translation>
    </message>
    <message>
        <source>The map is B minus A, token by token where both have the same text. One colour is more in B, the other less, white no difference. The tables name the largest differences.</source>
        <translation>La carte est B moins A, token par token là où les deux ont le même texte. Une couleur est plus dans B, l’autre moins, le blanc aucune différence. Les tableaux nomment les plus grandes différences.</translation>
    </message>
    <message>
        <source>What does it write next?</source>
        <translation>Qu’écrit-il ensuite ?</translation>
    </message>
    <message>
        <source>Tokens appear as they are written, in the colour of the loop at which they are read. A run can be paused, taken token by token, and left at any token; changed settings hold from there on.</source>
        <translation>Les tokens apparaissent à mesure qu’ils sont écrits, dans la couleur de la boucle à laquelle ils sont lus. Une exécution peut être mise en pause, avancée token par token et quittée à tout token ; les réglages changés valent à partir de là.</translation>
    </message>
    <message>
        <source>What is this run?</source>
        <translation>Quelle est cette exécution ?</translation>
    </message>
    <message>
        <source>How deep tokens are read, the tokens worth a look with the reason of each, and everything the record says of how it was made.</source>
        <translation>À quelle profondeur les tokens sont lus, les tokens qui méritent un regard et pourquoi, et tout ce que l’enregistrement dit de la façon dont il a été fait.</translation>
    </message>
    <message>
        <source>What if …?</source>
        <translation>Et si … ?</translation>
    </message>
    <message>
        <source>The same text is run once more with one change inside the loops, as a run of its own. Loops, layers and tokens count from 1. Compare then shows how it differs from the untouched one.</source>
        <translation>Le même texte est lancé encore une fois avec un changement dans les boucles, comme exécution à part. Boucles, couches et tokens comptent à partir de 1. La comparaison montre ensuite la différence avec l’exécution inchangée.</translation>
    </message>
    <message>
        <source>What does a whole corpus say?</source>
        <translation>Que dit un corpus entier ?</translation>
    </message>
    <message>
        <source>At the left a row is a document: how its tokens are spread over the loops, loop 1 at the left, and its numbers. At the right its documents are pooled: bands and bars are 95 % intervals over documents.</source>
        <translation>À gauche, une ligne est un document : comment ses tokens se répartissent sur les boucles, la boucle 1 à gauche, et ses nombres. À droite, les documents réunis : bandes et barres sont des intervalles à 95 % sur les documents.</translation>
    </message>
    <message>
        <source>Where does a change matter?</source>
        <translation>Où un changement compte-t-il ?</translation>
    </message>
    <message>
        <source>A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run of its own with the change at that place alone. Its colour says what became of the answer: how its log-probability changed, or how far all words are from the untouched run, in nats.</source>
        <translation>Une ligne est une boucle, la boucle 1 en bas ; une colonne est une couche ou un token. Une cellule est une exécution à part avec le changement à cet endroit seulement. Sa couleur dit ce qu’est devenue la réponse : de combien sa log-probabilité a changé, ou de combien tous les mots s’écartent de l’exécution inchangée, en nats.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>system (of the model&apos;s template)</source>
        <translation>système (du modèle de chat)</translation>
    </message>
    <message>
        <source>system</source>
        <translation>système</translation>
    </message>
    <message>
        <source>user</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>assistant</translation>
    </message>
    <message>
        <source>with the prompt: no tokens were to be generated</source>
        <translation>avec le prompt : aucun token n’était à générer</translation>
    </message>
    <message numerus="yes">
        <source>after the %n token(s) that were asked for</source>
        <translation>
            <numerusform>après le %n token demandé</numerusform>
            <numerusform>après les %n tokens demandés</numerusform>
        </translation>
    </message>
    <message>
        <source>at the stop token “%1”</source>
        <translation>au token d’arrêt « %1 »</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>au contexte le plus long du modèle</translation>
    </message>
    <message>
        <source>because it was stopped</source>
        <translation>parce qu’elle a été arrêtée</translation>
    </message>
    <message>
        <source>because something failed</source>
        <translation>à cause d’une erreur</translation>
    </message>
    <message>
        <source>not yet when this was kept: it was going on</source>
        <translation>pas encore quand ceci a été gardé : elle continuait</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1 : vide</translation>
    </message>
    <message>
        <source>%1: tokens %2 to %3</source>
        <translation>%1 : tokens %2 à %3</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n tour</numerusform>
            <numerusform>%n tours</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer begins within &lt;think&gt;</source>
        <translation>la réponse commence dans &lt;think&gt;</translation>
    </message>
    <message numerus="yes">
        <source>characters at %n place(s) of the prompt, first %1 before token %2: the model did not see them</source>
        <translation>
            <numerusform>des caractères à %n endroit du prompt, d’abord %1 avant le token %2 : le modèle ne les a pas vus</numerusform>
            <numerusform>des caractères à %n endroits du prompt, d’abord %1 avant le token %2 : le modèle ne les a pas vus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The last session could not be read (%1) and was set aside as %2. Runs that it kept are opened again.</source>
        <translation>La dernière session n’a pas pu être lue (%1) et a été mise de côté sous %2. Les exécutions qu’elle gardait sont rouvertes.</translation>
    </message>
    <message>
        <source>it does not contain a session</source>
        <translation>elle ne contient aucune session</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>elle a été écrite par une version plus récente</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Hashing weights</source>
        <translation>Empreinte des poids</translation>
    </message>
    <message>
        <source>Loading weights</source>
        <translation>Chargement des poids</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Exécution en cours</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Balayage</translation>
    </message>
</context>
<context>
    <name>TokenSearch</name>
    <message>
        <source>this expression takes too long on this text; make it more specific</source>
        <translation>cette expression prend trop de temps sur ce texte ; précisez-la</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Answer dynamics</source>
        <translation>Dynamique des réponses</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Carte de profondeur</translation>
    </message>
    <message>
        <source>Figure page</source>
        <translation>Page de figures</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Audit de la porte</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Géométrie</translation>
    </message>
    <message>
        <source>Live generation</source>
        <translation>Génération en direct</translation>
    </message>
    <message>
        <source>Loop lens</source>
        <translation>Lentille des boucles</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Courbe de fonctionnement</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseigner</translation>
    </message>
    <message>
        <source>Text and depth</source>
        <translation>Texte et profondeur</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
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
        <translation>Carte causale</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1 (arrêtée)</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 tokens</source>
        <translation>arrêtée après %1 tokens sur %2</translation>
    </message>
    <message>
        <source>stopped after %1 tokens</source>
        <translation>arrêtée après %1 tokens</translation>
    </message>
    <message>
        <source>%1 recorded values are not numbers, the first at token %2, loop %3: the weights are damaged or too large for the arithmetic, or the trace was changed.</source>
        <translation>%1 valeurs enregistrées ne sont pas des nombres, la première au jeton %2, boucle %3 : les poids sont endommagés ou trop grands pour l’arithmétique, ou la trace a été modifiée.</translation>
    </message>
    <message>
        <source>cut off after %1 of %2 tokens</source>
        <translation>coupée après %1 tokens sur %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationFigure</name>
    <message>
        <source>past the lowest loss</source>
        <translation>au-delà de la perte minimale</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Gain (nats)</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Gain (nats par token)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Boucle ajoutée</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>a aidé</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>a nui</translation>
    </message>
    <message>
        <source>lowest loss at loop %1</source>
        <translation>perte minimale à la boucle %1</translation>
    </message>
    <message>
        <source>mean gain</source>
        <translation>gain moyen</translation>
    </message>
    <message>
        <source>mean gain, 95 % bootstrap over tokens</source>
        <translation>gain moyen, bootstrap à 95 % sur les tokens</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationTableModel</name>
    <message>
        <source>%1 [%2, %3]</source>
        <extracomment>Mean gain in nats, then both ends of its interval.</extracomment>
        <translation>%1 [%2 ; %3]</translation>
    </message>
    <message numerus="yes">
        <source>95 % percentile interval of a bootstrap over %Ln tokens (%1 resamples, fixed seed). Tokens of one text are not independent: the true uncertainty is larger.</source>
        <translation>
            <numerusform>Intervalle percentile à 95 % d’un bootstrap sur %Ln token (%1 rééchantillonnages, graine fixe). Les tokens d’un texte ne sont pas indépendants : l’incertitude réelle est plus grande.</numerusform>
            <numerusform>Intervalle percentile à 95 % d’un bootstrap sur %Ln tokens (%1 rééchantillonnages, graine fixe). Les tokens d’un texte ne sont pas indépendants : l’incertitude réelle est plus grande.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>A aidé</translation>
    </message>
    <message>
        <source>Helped, nats</source>
        <translation>A aidé, nats</translation>
    </message>
    <message>
        <source>Hurt</source>
        <translation>A nui</translation>
    </message>
    <message>
        <source>Hurt, nats</source>
        <translation>A nui, nats</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Boucle ajoutée</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>Perte minimale</translation>
    </message>
    <message>
        <source>Made right</source>
        <translation>Devenu juste</translation>
    </message>
    <message>
        <source>Made wrong</source>
        <translation>Devenu faux</translation>
    </message>
    <message>
        <source>Mean fall of −log p of the next token, with its 95 % interval</source>
        <translation>Baisse moyenne de −log p du token suivant, avec son intervalle à 95 %</translation>
    </message>
    <message>
        <source>Mean gain, nats</source>
        <translation>Gain moyen, nats</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Share of the bootstrap&apos;s resamples in which this loop has the lowest mean loss</source>
        <translation>Part des rééchantillonnages où cette boucle a la perte moyenne minimale</translation>
    </message>
    <message>
        <source>Summed over those tokens</source>
        <translation>Somme sur ces tokens</translation>
    </message>
    <message>
        <source>The best word becomes the token that follows</source>
        <translation>Le meilleur mot devient le token qui suit</translation>
    </message>
    <message>
        <source>The best word stops being the token that follows</source>
        <translation>Le meilleur mot n’est plus le token qui suit</translation>
    </message>
    <message>
        <source>The loop with the lowest mean loss: after it extra loops stop helping</source>
        <translation>La boucle de perte moyenne minimale : au-delà, les boucles n’aident plus</translation>
    </message>
    <message>
        <source>The next token becomes less probable by more than 0.01 nats</source>
        <translation>Le token suivant devient moins probable de plus de 0,01 nats</translation>
    </message>
    <message>
        <source>The next token becomes more probable by more than 0.01 nats</source>
        <translation>Le token suivant devient plus probable de plus de 0,01 nats</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message numerus="yes">
        <source>Too few tokens for an interval: it needs %Ln.</source>
        <translation>
            <numerusform>Trop peu de tokens pour un intervalle : il en faut %Ln.</numerusform>
            <numerusform>Trop peu de tokens pour un intervalle : il en faut %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>at loop 1 already</source>
        <translation>dès la boucle 1</translation>
    </message>
    <message>
        <source>at loop 1 already (%1 %)</source>
        <translation>dès la boucle 1 (%1 %)</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>here (%1 %)</source>
        <translation>ici (%1 %)</translation>
    </message>
</context>
<context>
    <name>ouroscope::AgainDialog</name>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run again with more recorded</source>
        <translation>Relancer en enregistrant plus</translation>
    </message>
    <message>
        <source>The same tokens are run once more with the open model, at the depth that they had, as a run of their own. Kept beside what every run keeps:</source>
        <translation>Les mêmes tokens repassent dans le modèle ouvert, à la profondeur qu’ils avaient, comme exécution à part. Outre ce que garde toute exécution, on garde :</translation>
    </message>
    <message>
        <source>Runs the text once more and keeps this, too</source>
        <translation>Relance le texte et garde aussi ceci</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Ferme ceci ; rien n’est lancé</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerLine</name>
    <message>
        <source>Expected answer</source>
        <translation>Réponse attendue</translation>
    </message>
    <message>
        <source>The word that ought to follow: then the last word of the prompt can be right or wrong</source>
        <translation>Le mot qui doit suivre : le dernier mot du prompt peut alors être juste ou faux</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerMapFigure</name>
    <message>
        <source>first commit</source>
        <translation>premier engagement</translation>
    </message>
    <message>
        <source>last flip</source>
        <translation>dernier basculement</translation>
    </message>
    <message>
        <source>not run, or nothing follows</source>
        <translation>non exécuté, ou rien ne suit</translation>
    </message>
    <message>
        <source>right, as at the end</source>
        <translation>juste, comme à la fin</translation>
    </message>
    <message>
        <source>right, lost later</source>
        <translation>juste, perdu ensuite</translation>
    </message>
    <message>
        <source>still another word</source>
        <translation>encore un autre mot</translation>
    </message>
    <message>
        <source>wrong, as at the end</source>
        <translation>faux, comme à la fin</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerWords</name>
    <message>
        <source>the best word is not in the record</source>
        <translation>le meilleur mot n’est pas dans l’enregistrement</translation>
    </message>
    <message>
        <source>full depth says “%1”</source>
        <translation>la pleine profondeur dit « %1 »</translation>
    </message>
    <message>
        <source>right from loop %1</source>
        <translation>juste dès la boucle %1</translation>
    </message>
    <message>
        <source>“%1” is expected</source>
        <translation>on attend « %1 »</translation>
    </message>
    <message>
        <source>the text goes on with “%1”</source>
        <translation>le texte continue par « %1 »</translation>
    </message>
    <message>
        <source>the same from loop %1</source>
        <translation>le même dès la boucle %1</translation>
    </message>
    <message>
        <source>read at loop %1 of %2</source>
        <comment>where it is read, loops allowed</comment>
        <translation>lu à la boucle %1 sur %2</translation>
    </message>
    <message>
        <source>one pass says the same</source>
        <translation>une seule passe dit la même chose</translation>
    </message>
    <message>
        <source>one pass would have said “%1”</source>
        <translation>une seule passe aurait dit « %1 »</translation>
    </message>
    <message>
        <source>“%1” cannot be looked up without the model</source>
        <translation>impossible de chercher « %1 » sans le modèle</translation>
    </message>
</context>
<context>
    <name>ouroscope::BesideDialog</name>
    <message>
        <source>Run and compare</source>
        <translation>Lancer et comparer</translation>
    </message>
    <message>
        <source>The same text, other layers looped</source>
        <translation>Le même texte, d’autres couches bouclées</translation>
    </message>
    <message>
        <source>From one layer to another, such as 15-18; the model has %1</source>
        <translation>D’une couche à une autre, par exemple 15-18 ; le modèle en a %1</translation>
    </message>
    <message>
        <source>What a turn does with the state</source>
        <translation>Ce qu’un tour fait de l’état</translation>
    </message>
    <message>
        <source>How many loops the other run has</source>
        <translation>Combien de boucles a l’autre exécution</translation>
    </message>
    <message>
        <source>Opens the model so beside the open one, runs the text and compares</source>
        <translation>Ouvre le modèle ainsi à côté de celui qui est ouvert, lance le texte et compare</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Couches à boucler</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Règle des pas</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Boucles</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Ferme ceci ; rien n’est lancé</translation>
    </message>
    <message>
        <source>The model has %1 layers.</source>
        <translation>Le modèle a %1 couches.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CaptionBox</name>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
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
        <translation>états cachés</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>layers within the loops</source>
        <translation>couches dans les boucles</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>nombres des couches</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>attention des têtes</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>similarité des couches</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Layers whose states are kept at every loop, such as 6,12-18: large files, for probes</source>
        <translation>Couches dont les états sont gardés à chaque boucle, par exemple 6,12-18 : gros fichiers, pour des sondes</translation>
    </message>
    <message>
        <source>norm and head alone</source>
        <translation>norme et tête seules</translation>
    </message>
    <message>
        <source>A safetensors file with a map for each loop and layer, which layers are then read through; the guide says how one is fitted</source>
        <translation>Un fichier safetensors avec une application par boucle et couche, à travers laquelle les couches sont lues ; le guide dit comment en ajuster une</translation>
    </message>
    <message>
        <source>Choose a lens file</source>
        <translation>Choisir un fichier de lentilles</translation>
    </message>
    <message>
        <source>States of layers</source>
        <translation>États de couches</translation>
    </message>
    <message>
        <source>Layers read through</source>
        <translation>Couches lues à travers</translation>
    </message>
    <message>
        <source>Lenses (*.safetensors);;All files (*)</source>
        <translation>Lentilles (*.safetensors);;Tous les fichiers (*)</translation>
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
        <translation>Couche</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
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
        <translation>Boucle</translation>
    </message>
    <message>
        <source>No. in A</source>
        <translation>Nº dans A</translation>
    </message>
    <message>
        <source>No. in B</source>
        <translation>Nº dans B</translation>
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
        <translation>Commande</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Commandes correspondantes</translation>
    </message>
    <message>
        <source>Type a command, an example, a view, a measure or a token number</source>
        <translation>Saisir une commande, un exemple, une vue, une mesure ou un numéro de token</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareFigure</name>
    <message>
        <source>nothing to compare</source>
        <translation>rien à comparer</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>seulement dans A</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>seulement dans B</translation>
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
        <translation>A : meilleurs mots</translation>
    </message>
    <message>
        <source>B: best words</source>
        <translation>B : meilleurs mots</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Boucle %1</translation>
    </message>
    <message>
        <source>The best words differ at this loop.</source>
        <translation>Les meilleurs mots diffèrent à cette boucle.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareView</name>
    <message>
        <source>%1, every loop</source>
        <translation>%1, chaque boucle</translation>
    </message>
    <message>
        <source>%1, per token</source>
        <translation>%1, par token</translation>
    </message>
    <message>
        <source>%1: mean B − A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.</source>
        <translation>%1 : B − A moyen %2, taille moyenne %3, maximum %4%5 ; dans B %6 plus hauts, %7 plus bas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in A.</source>
        <translation>
            <numerusform>%Ln seulement dans A.</numerusform>
            <numerusform>%Ln seulement dans A.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in B.</source>
        <translation>
            <numerusform>%Ln seulement dans B.</numerusform>
            <numerusform>%Ln seulement dans B.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens are in both.</source>
        <translation>
            <numerusform>%Ln token est dans les deux.</numerusform>
            <numerusform>%Ln tokens sont dans les deux.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;B:</source>
        <translation>&amp;B :</translation>
    </message>
    <message>
        <source>A has %1 loops, B %2: only the loops of both are compared.</source>
        <translation>A a %1 boucles, B %2 : seules les boucles communes sont comparées.</translation>
    </message>
    <message>
        <source>A was computed in %1, B in %2: rounding alone can change a best word.</source>
        <translation>A a été calculé en %1, B en %2 : l’arrondi seul peut changer un meilleur mot.</translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <extracomment>The shown trace of a comparison: its title, then how it is read.</extracomment>
        <translation>A : %1, %2</translation>
    </message>
    <message>
        <source>Aligning the texts</source>
        <translation>Alignement des textes</translation>
    </message>
    <message>
        <source>Best words of A and B at every loop</source>
        <translation>Meilleurs mots de A et B à chaque boucle</translation>
    </message>
    <message>
        <source>Compare with a trace</source>
        <translation>Comparer avec une trace</translation>
    </message>
    <message>
        <source>Differences, tokens by loops</source>
        <translation>Différences, tokens par boucles</translation>
    </message>
    <message>
        <source>Exit threshold q of B</source>
        <translation>Seuil de sortie q de B</translation>
    </message>
    <message>
        <source>Gate of B</source>
        <translation>Porte de B</translation>
    </message>
    <message>
        <source>Loop budget of B</source>
        <translation>Budget de boucles de B</translation>
    </message>
    <message>
        <source>Measure whose differences are shown</source>
        <translation>Mesure dont les différences sont affichées</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>Tokens les plus changés</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Ouverture de %1</translation>
    </message>
    <message>
        <source>Reading by another gate</source>
        <translation>Lecture avec une autre porte</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to compare it with another one, or with another reading of itself.</source>
        <translation>Exécutez un prompt ou ouvrez une trace pour la comparer à une autre, ou à une autre lecture d’elle-même.</translation>
    </message>
    <message>
        <source>Same reading as A</source>
        <translation>Même lecture que A</translation>
    </message>
    <message>
        <source>The KV policies differ (%1, %2): states of skipped loops differ by design.</source>
        <translation>Les politiques KV diffèrent (%1, %2) : les états des boucles sautées diffèrent par construction.</translation>
    </message>
    <message>
        <source>The devices differ: sums are taken in another order.</source>
        <translation>Les appareils diffèrent : les sommes sont prises dans un autre ordre.</translation>
    </message>
    <message>
        <source>The texts differ so much that the alignment is not the best possible one.</source>
        <translation>Les textes diffèrent tant que l’alignement n’est pas le meilleur possible.</translation>
    </message>
    <message>
        <source>The tokenizers differ: tokens are compared where they end at the same byte of the same text.</source>
        <translation>Les tokeniseurs diffèrent : les tokens sont comparés là où ils finissent au même octet du même texte.</translation>
    </message>
    <message>
        <source>The weights differ.</source>
        <translation>Les poids diffèrent.</translation>
    </message>
    <message>
        <source>Traces (*.safetensors);;All files (*)</source>
        <translation>Traces (*.safetensors);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>Avec quoi comparer</translation>
    </message>
    <message>
        <source>another reading of A</source>
        <translation>une autre lecture de A</translation>
    </message>
    <message>
        <source>loops </source>
        <translation>boucles </translation>
    </message>
    <message>
        <source>open a trace…</source>
        <translation>ouvrir une trace…</translation>
    </message>
    <message>
        <source>q </source>
        <translation>q </translation>
    </message>
    <message>
        <source>q = %1, at most loop %2</source>
        <translation>q = %1, au plus la boucle %2</translation>
    </message>
    <message>
        <source>read at loop %1</source>
        <translation>lu à la boucle %1</translation>
    </message>
    <message>
        <source>the model&apos;s gate</source>
        <translation>la porte du modèle</translation>
    </message>
    <message>
        <source>the shown trace</source>
        <translation>la trace affichée</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>pas de porte</translation>
    </message>
    <message>
        <source>Its own loop 1</source>
        <translation>Sa propre boucle 1</translation>
    </message>
    <message>
        <source>This record has one loop.</source>
        <translation>Cet enregistrement a une seule boucle.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Ouvrez d’abord un modèle (menu Fichier)</translation>
    </message>
    <message>
        <source>The open model was trained with its loops: it has no plain form. Choose another model.</source>
        <translation>Le modèle ouvert a été entraîné avec ses boucles : il n’a pas de forme simple. Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>One pass of the plain model</source>
        <translation>Un passage du modèle simple</translation>
    </message>
    <message>
        <source>The same model, other layers looped...</source>
        <translation>Le même modèle, d’autres couches bouclées...</translation>
    </message>
    <message>
        <source>Another model on this text...</source>
        <translation>Un autre modèle sur ce texte...</translation>
    </message>
    <message>
        <source>Single pass beside looped</source>
        <translation>Un passage à côté des boucles</translation>
    </message>
    <message>
        <source>Compares this run with its own loop 1, with a plain model on the same text, or with other layers looped</source>
        <translation>Compare cette exécution avec sa propre boucle 1, avec un modèle simple sur le même texte ou avec d’autres couches bouclées</translation>
    </message>
    <message numerus="yes">
        <source>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln tokens.</source>
        <translation>
            <numerusform>Lu en moyenne à la boucle %1 et %2 ; perte %3 et %4 nats ; même meilleur mot pour %5 token sur %Ln.</numerusform>
            <numerusform>Lu en moyenne à la boucle %1 et %2 ; perte %3 et %4 nats ; même meilleur mot pour %5 tokens sur %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::ControlBar</name>
    <message>
        <source>Exit gate</source>
        <translation>Porte de sortie</translation>
    </message>
    <message>
        <source>For this fixed text the record says exactly what fewer loops would have said.</source>
        <translation>Pour ce texte fixé, l’enregistrement dit exactement ce qu’auraient dit moins de boucles.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Porte</translation>
    </message>
    <message>
        <source>Generate </source>
        <comment>spin box prefix</comment>
        <translation>Générer </translation>
    </message>
    <message>
        <source>Loops </source>
        <comment>spin box prefix</comment>
        <translation>Boucles </translation>
    </message>
    <message>
        <source>Loops to record</source>
        <translation>Boucles à enregistrer</translation>
    </message>
    <message>
        <source>Loops to record; also beyond the trained number</source>
        <translation>Boucles à enregistrer, même au-delà du nombre entraîné</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>Aucun modèle chargé</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt (Ctrl+Return runs it)</source>
        <translation>Prompt (Ctrl+Entrée l’exécute)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>Teinte</translation>
    </message>
    <message>
        <source>Shade the text by</source>
        <translation>Teinter le texte selon</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The text after this token would be another one: run again to see it.</source>
        <translation>Le texte après ce token serait différent : relancez pour le voir.</translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation>Tokens à générer</translation>
    </message>
    <message>
        <source>Tokens to generate after the prompt</source>
        <translation>Tokens à générer après le prompt</translation>
    </message>
    <message>
        <source>exact replay</source>
        <translation>relecture exacte</translation>
    </message>
    <message>
        <source>needs a re-run (token %1)</source>
        <translation>nouvelle exécution requise (token %1)</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>celle du modèle</translation>
    </message>
    <message>
        <source>would branch from token %1</source>
        <translation>bifurquerait au token %1</translation>
    </message>
    <message>
        <source>More options for runs</source>
        <translation>Autres options d’exécution</translation>
    </message>
    <message>
        <source>Which of the recorded exit gates decides where a token is read</source>
        <translation>Laquelle des portes enregistrées décide où un token est lu</translation>
    </message>
    <message>
        <source>What the colour of every token in the text says</source>
        <translation>Ce que dit la couleur de chaque token du texte</translation>
    </message>
    <message>
        <source>changed, not run</source>
        <translation>modifié, pas exécuté</translation>
    </message>
    <message>
        <source>The picture is of the prompt before: Run makes the new one.</source>
        <translation>L&apos;image est celle de l&apos;invite précédente : Exécuter fait la nouvelle.</translation>
    </message>
    <message>
        <source>too long to show</source>
        <translation>trop long à afficher</translation>
    </message>
    <message>
        <source>The prompt of this trace is too long for this box.</source>
        <translation>L&apos;invite de cette trace est trop longue pour ce champ.</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 of %2 best words are others than at full depth.</source>
        <translation>%1 meilleurs mots sur %2 sont autres qu&apos;à pleine profondeur.</translation>
    </message>
    <message>
        <source>All best words are those of full depth.</source>
        <translation>Tous les meilleurs mots sont ceux de la pleine profondeur.</translation>
    </message>
    <message>
        <source>answer changed: %1, full depth says %2</source>
        <comment>two words</comment>
        <translation>réponse changée : %1, à pleine profondeur %2</translation>
    </message>
    <message>
        <source>Read like this, the best word after the prompt is another one than at full depth.</source>
        <translation>Lu ainsi, le meilleur mot après l&apos;invite est un autre qu&apos;à pleine profondeur.</translation>
    </message>
    <message>
        <source>half characters</source>
        <translation>demi-caractères</translation>
    </message>
    <message>
        <source>This prompt has half characters, which cannot be typed: Run would run another text.</source>
        <translation>Cette invite a des demi-caractères, qu&apos;on ne peut pas taper : Exécuter prendrait un autre texte.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit gate</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>More options for runs: conversations, where a run ends, what is recorded, the model</source>
        <translation>Autres options d’exécution : conversations, fin de l’exécution, ce qui est enregistré, le modèle</translation>
    </message>
    <message>
        <source>not for the puzzle model</source>
        <translation>pas pour le modèle à énigmes</translation>
    </message>
    <message>
        <source>Open model: %1 · %2 · %3 · trained with %4 loops</source>
        <translation>Modèle ouvert : %1 · %2 · %3 · entraîné avec %4 boucles</translation>
    </message>
    <message>
        <source>The open model knows its seven games only and makes nothing of this text. Examples of them are in the Run menu; a model that writes English is under File, Get the language demo.</source>
        <translation>Le modèle ouvert ne connaît que ses sept jeux et ne tire rien de ce texte. Des exemples sont dans le menu Exécuter ; un modèle qui écrit l’anglais s’obtient dans Fichier, démo de langue.</translation>
    </message>
    <message>
        <source>recorded with %1</source>
        <translation>enregistré avec %1</translation>
    </message>
    <message>
        <source>This picture was recorded with %1. Run takes the model that is open, %2.</source>
        <translation>Cette image a été enregistrée avec %1. Exécuter prend le modèle ouvert, %2.</translation>
    </message>
    <message>
        <source>%1 · read at loop %2 of %3 on average</source>
        <comment>tokens, or that the run was stopped</comment>
        <translation>%1 · lu en moyenne à la boucle %2 sur %3</translation>
    </message>
    <message>
        <source>values are missing</source>
        <translation>des valeurs manquent</translation>
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
        <translation>Token suivant</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>Choix multiple</translation>
    </message>
    <message>
        <source>Multiple choice, by length</source>
        <translation>Choix multiple, selon la longueur</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Réponse exacte</translation>
    </message>
    <message>
        <source>Right number</source>
        <translation>Nombre juste</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Boucle de sortie</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Part des tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Part (%)</translation>
    </message>
    <message>
        <source>Loops per token</source>
        <translation>Boucles par token</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Boucles</translation>
    </message>
    <message>
        <source>exit loop</source>
        <translation>boucle de sortie</translation>
    </message>
    <message>
        <source>expected depth</source>
        <translation>profondeur espérée</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>class of tokens, number of tokens</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Loops allowed</source>
        <translation>Boucles permises</translation>
    </message>
    <message>
        <source>at the exit</source>
        <translation>à la sortie</translation>
    </message>
    <message>
        <source>Accuracy of the next token (%)</source>
        <translation>Exactitude du token suivant (%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Exactitude (%)</translation>
    </message>
    <message>
        <source>−log p of the next token (nats)</source>
        <translation>−log p du token suivant (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Boucle ajoutée</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Gain (nats par token)</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Gain (nats)</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>a aidé</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>a nui</translation>
    </message>
    <message>
        <source>Agreement with full depth (%)</source>
        <translation>Accord avec la profondeur totale (%)</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Accord (%)</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL par rapport à la profondeur totale (nats)</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>same budget for all</source>
        <translation>même budget pour tous</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Boucles moyennes</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>porte</translation>
    </message>
    <message>
        <source>this reading</source>
        <translation>cette lecture</translation>
    </message>
    <message>
        <source>%1 (lower bound)</source>
        <translation>%1 (borne inférieure)</translation>
    </message>
    <message>
        <source>not beaten</source>
        <translation>non dépassé</translation>
    </message>
    <message>
        <source>%1, accuracy (%)</source>
        <translation>%1, exactitude (%)</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure tells %2 apart: choose a field with fewer.</source>
        <translation>Le champ a %1 valeurs et une figure en distingue %2 : choisissez un champ qui en a moins.</translation>
    </message>
    <message>
        <source>The corpus has no counted tokens: tasks have no exits of tokens.</source>
        <translation>Le corpus n’a pas de tokens comptés : les tâches n’ont pas de sorties de tokens.</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure has room for %2: choose a field with fewer.</source>
        <translation>Le champ a %1 valeurs et une figure a de la place pour %2 : choisissez un champ qui en a moins.</translation>
    </message>
    <message>
        <source>No token and no question of the corpus was scored.</source>
        <translation>Aucun token ni aucune question du corpus n’a été évalué.</translation>
    </message>
    <message>
        <source>The corpus has no measure &quot;%1&quot; at its loops.</source>
        <translation>Le corpus n’a pas de mesure « %1 » à ses boucles.</translation>
    </message>
    <message>
        <source>No token of the corpus has a next one at every loop.</source>
        <translation>Aucun token du corpus n’a de suivant à chaque boucle.</translation>
    </message>
    <message>
        <source>A loop ablation needs a model of two loops and more.</source>
        <translation>Une ablation des boucles demande un modèle de deux boucles ou plus.</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens of the class &quot;%1&quot;.</source>
        <translation>Le corpus n’a pas de tokens évalués de la classe « %1 ».</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>Le corpus n’a pas de tokens évalués : les tâches ont leur propre courbe, l’exactitude selon les boucles moyennes.</translation>
    </message>
    <message>
        <source>The corpus has no readings by exit rules: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>Le corpus n’a pas de lectures selon des règles de sortie : les tâches ont leur propre courbe, l’exactitude selon les boucles moyennes.</translation>
    </message>
    <message>
        <source>Accuracy against mean loops needs questions with answers (tasks): the corpus has none of this measure.</source>
        <translation>L’exactitude selon les boucles moyennes demande des questions avec réponses (tâches) : le corpus n’en a aucune de cette mesure.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusView</name>
    <message>
        <source>Documents of the corpus</source>
        <translation>Documents du corpus</translation>
    </message>
    <message>
        <source>Run it…</source>
        <translation>L’exécuter…</translation>
    </message>
    <message>
        <source>No corpus is open. Choose File › Open corpus, or drop the folder that ouroscope-cli corpus run wrote.</source>
        <translation>Aucun corpus n’est ouvert. Choisissez Fichier › Ouvrir un corpus, ou déposez le dossier que ouroscope-cli corpus run a écrit.</translation>
    </message>
    <message>
        <source>Find documents by their fields</source>
        <translation>Chercher des documents par leurs champs</translation>
    </message>
    <message>
        <source>Lists only documents whose fields, written as name: value, have this text</source>
        <translation>Ne montre que les documents dont les champs, écrits nom : valeur, contiennent ce texte</translation>
    </message>
    <message>
        <source>Part of the corpus</source>
        <translation>Partie du corpus</translation>
    </message>
    <message>
        <source>List and picture: all documents, or one half. What is chosen while looking at the selection half is reported on the confirmation half.</source>
        <translation>Liste et image : tous les documents ou une moitié. Ce qui est choisi en regardant la moitié de sélection est rapporté sur la moitié de confirmation.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmation</translation>
    </message>
    <message>
        <source>A click opens the document&apos;s trace, where it was kept; a click on a title sorts</source>
        <translation>Un clic ouvre la trace du document, si elle a été gardée ; un clic sur un titre trie</translation>
    </message>
    <message>
        <source>Reads the document from the input of the corpus and runs it on the model that is loaded</source>
        <translation>Lit le document dans l’entrée du corpus et l’exécute sur le modèle chargé</translation>
    </message>
    <message>
        <source>Picture of the corpus</source>
        <translation>Image du corpus</translation>
    </message>
    <message>
        <source>What the picture shows, with 95 % intervals over documents</source>
        <translation>Ce que montre l’image, avec des intervalles à 95 % sur les documents</translation>
    </message>
    <message>
        <source>Export the picture of the corpus</source>
        <translation>Exporter l’image du corpus</translation>
    </message>
    <message>
        <source>Exports this picture, with its caption and numbers</source>
        <translation>Exporte cette image, avec sa légende et ses nombres</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2, %n loop(s)</source>
        <comment>model, input</comment>
        <translation>
            <numerusform>%1 sur %2, %n boucle</numerusform>
            <numerusform>%1 sur %2, %n boucles</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished: %1 of %2 documents are done.</source>
        <translation>Inachevé : %1 documents sur %2 sont faits.</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 documents</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 documents sur %2</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Calcul des intervalles sur les documents…</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Lecture du corpus</translation>
    </message>
    <message>
        <source>The trace of document %1 is open above.</source>
        <translation>La trace du document %1 est ouverte en haut.</translation>
    </message>
    <message>
        <source>The trace of document %1 was not kept.</source>
        <translation>La trace du document %1 n’a pas été gardée.</translation>
    </message>
    <message>
        <source>Field that tells documents apart</source>
        <translation>Champ qui distingue les documents</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>field of documents</comment>
        <translation>Par %1</translation>
    </message>
    <message>
        <source>%1 of %2 documents have this field</source>
        <translation>%1 documents sur %2 ont ce champ</translation>
    </message>
    <message>
        <source>The field has more than %1 values</source>
        <translation>Le champ a plus de %1 valeurs</translation>
    </message>
    <message>
        <source>One line, or bar, for every value of a field of the documents</source>
        <translation>Une ligne ou une barre pour chaque valeur d’un champ des documents</translation>
    </message>
    <message>
        <source>The documents have no fields</source>
        <translation>Les documents n’ont pas de champs</translation>
    </message>
    <message>
        <source>A picture needs documents that are done. The command that made this folder goes on where it stopped.</source>
        <translation>Une figure a besoin de documents faits. La commande qui a créé ce dossier reprend là où elle s’est arrêtée.</translation>
    </message>
    <message>
        <source>The input of this corpus had no documents, so there is no picture.</source>
        <translation>L’entrée de ce corpus n’avait pas de documents ; il n’y a donc pas de figure.</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>documents</comment>
        <translation>Chercher</translation>
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
        <translation>Boucle %1</translation>
    </message>
    <message>
        <source>Tokens by exit loop</source>
        <translation>Tokens par boucle de sortie</translation>
    </message>
    <message numerus="yes">
        <source>loop %1: %n token(s)</source>
        <translation>
            <numerusform>boucle %1 : %n token</numerusform>
            <numerusform>boucle %1 : %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthOverview</name>
    <message>
        <source>Depth of the whole text</source>
        <translation>Profondeur de tout le texte</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Boucles permises : %1 sur %2</translation>
    </message>
    <message>
        <source>The whole text: the deepest of the words at each place</source>
        <translation>Tout le texte : le mot le plus profond à chaque endroit</translation>
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
        <translation>Tokens du document qui ont été exécutés</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Boucle de sortie</translation>
    </message>
    <message>
        <source>Mean loop at which its tokens are read</source>
        <translation>Boucle moyenne à laquelle ses tokens sont lus</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Profondeur espérée</translation>
    </message>
    <message>
        <source>Mean of the exit distribution, in loops</source>
        <translation>Moyenne de la distribution de sortie, en boucles</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Mean −log p of the next token at the exit, in nats</source>
        <translation>Moyenne de −log p du token suivant à la sortie, en nats</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>How far the loss fell from loop 1 to the exit, in nats</source>
        <translation>De combien la perte a baissé de la boucle 1 à la sortie, en nats</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is the next</source>
        <translation>Part des tokens dont le meilleur mot à la sortie est le suivant</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is that of the last loop</source>
        <translation>Part des tokens dont le meilleur mot à la sortie est celui de la dernière boucle</translation>
    </message>
    <message>
        <source>Right choice</source>
        <translation>Bon choix</translation>
    </message>
    <message>
        <source>1 where the right choice is the likeliest at the exit</source>
        <translation>1 là où le bon choix est le plus probable à la sortie</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Bonne réponse</translation>
    </message>
    <message>
        <source>1 where the generated answer at the exit is the right one</source>
        <translation>1 là où la réponse générée à la sortie est la bonne</translation>
    </message>
    <message>
        <source>loop %1: %2 %</source>
        <comment>share of tokens</comment>
        <translation>boucle %1 : %2 %</translation>
    </message>
    <message>
        <source>Its place in the input</source>
        <translation>Sa place dans l’entrée</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Share of its tokens that are read at each loop, loop 1 at the left; sorts by the exit loop</source>
        <translation>Part de ses tokens lus à chaque boucle, la boucle 1 à gauche ; trie par la boucle de sortie</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>What else its line of the input says</source>
        <translation>Ce que dit d’autre sa ligne de l’entrée</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsTableModel</name>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>First loop whose best word is the last loop&apos;s</source>
        <translation>Première boucle dont le meilleur mot est celui de la dernière</translation>
    </message>
    <message>
        <source>First loop whose best word is the token that follows</source>
        <translation>Première boucle dont le meilleur mot est le token qui suit</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Basculements</translation>
    </message>
    <message>
        <source>How often the best word changes</source>
        <translation>Combien de fois le meilleur mot change</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Dernier basculement</translation>
    </message>
    <message>
        <source>Last loop that changed the best word</source>
        <translation>Dernière boucle qui a changé le meilleur mot</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdu</translation>
    </message>
    <message>
        <source>Nats by which the best loop beats the last one at the token that follows</source>
        <translation>Nats par lesquels la meilleure boucle dépasse la dernière sur le token qui suit</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nº</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Juste</translation>
    </message>
    <message>
        <source>The token after which the loops predict the next one</source>
        <translation>Le token après lequel les boucles prédisent le suivant</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsView</name>
    <message numerus="yes">
        <source>%Ln of %1 tokens</source>
        <extracomment>How many tokens a filter finds, then how many there are.</extracomment>
        <translation>
            <numerusform>%Ln token sur %1</numerusform>
            <numerusform>%Ln tokens sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens that ran all loops and have a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</source>
        <translation>
            <numerusform>%Ln token ayant exécuté toutes les boucles et ayant un suivant. Intervalles : 95 %, bootstrap sur les tokens, qui ne sont pas indépendants.</numerusform>
            <numerusform>%Ln tokens ayant exécuté toutes les boucles et ayant un suivant. Intervalles : 95 %, bootstrap sur les tokens, qui ne sont pas indépendants.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer map, tokens by loops</source>
        <translation>Carte des réponses, tokens par boucles</translation>
    </message>
    <message>
        <source>Gain and loss of every added loop</source>
        <translation>Gain et perte de chaque boucle ajoutée</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Ablation de boucles</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>No token ran all loops and has a next token: there is nothing to compare.</source>
        <translation>Aucun token n’a exécuté toutes les boucles et n’a de suivant : rien à comparer.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Resampling tokens</source>
        <translation>Rééchantillonnage des tokens</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its answers move over the loops.</source>
        <translation>Exécutez un prompt ou ouvrez une trace pour voir comment ses réponses évoluent au fil des boucles.</translation>
    </message>
    <message>
        <source>Select the listed token after the selected one</source>
        <translation>Sélectionner le token suivant de la liste</translation>
    </message>
    <message>
        <source>Select the listed token before the selected one</source>
        <translation>Sélectionner le token précédent de la liste</translation>
    </message>
    <message>
        <source>This trace has one loop: answers can only change with two or more. Run the prompt again with more loops.</source>
        <translation>Cette trace a une seule boucle : les réponses ne peuvent changer qu’à partir de deux. Relancez le prompt avec plus de boucles.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens of the filter</source>
        <translation>Tokens du filtre</translation>
    </message>
    <message>
        <source>What every added loop helped or hurt</source>
        <translation>Ce que chaque boucle ajoutée a apporté ou gâché</translation>
    </message>
    <message>
        <source>How tokens are grouped</source>
        <translation>Comment les tokens sont groupés</translation>
    </message>
    <message>
        <source>Which tokens are listed</source>
        <translation>Quels tokens sont listés</translation>
    </message>
</context>
<context>
    <name>ouroscope::EstimateFigure</name>
    <message>
        <source>band, bars: 95 % interval</source>
        <translation>bande, barres : intervalle à 95 %</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitHistogramFigure</name>
    <message>
        <source>Exit loop</source>
        <translation>Boucle de sortie</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Part des tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Part (%)</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRuleOptions</name>
    <message>
        <source>Generated tokens stop by</source>
        <translation>Les tokens générés s&apos;arrêtent par</translation>
    </message>
    <message>
        <source>What stops a generated token before its last loop. With another rule than the gate, loops after an exit are not run; the threshold q of the Live view is the gate&apos;s</source>
        <translation>Ce qui arrête un token généré avant sa dernière boucle. Avec une autre règle que la porte, les boucles après une sortie ne sont pas calculées ; le seuil q de la vue En direct est celui de la porte</translation>
    </message>
    <message>
        <source>Threshold of the rule</source>
        <translation>Seuil de la règle</translation>
    </message>
    <message>
        <source>the exit gate</source>
        <translation>la porte de sortie</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit rule</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>The threshold q of the gate is in the Live view.</source>
        <translation>Le seuil q de la porte se trouve dans la vue En direct.</translation>
    </message>
    <message>
        <source>A token stops after the first loop below this value.</source>
        <translation>Un token s&apos;arrête après la première boucle sous cette valeur.</translation>
    </message>
    <message>
        <source>A token stops after the first loop that reaches this value.</source>
        <translation>Un token s&apos;arrête après la première boucle qui atteint cette valeur.</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>En %1.</translation>
    </message>
    <message>
        <source>Empty: that of Huginn&apos;s released code.</source>
        <translation>Vide : celui du code publié de Huginn.</translation>
    </message>
    <message>
        <source>The threshold of the exit rule must be a number, not “%1”.</source>
        <translation>Le seuil de la règle de sortie doit être un nombre, pas « %1 ».</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRulesFigure</name>
    <message>
        <source>Best word&apos;s probability</source>
        <translation>Probabilité du meilleur mot</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Cosinus avec la boucle précédente</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Gate “%1”</source>
        <translation>Porte « %1 »</translation>
    </message>
    <message>
        <source>KL step between loops</source>
        <translation>Pas KL entre boucles</translation>
    </message>
    <message>
        <source>Learned gate</source>
        <translation>Porte apprise</translation>
    </message>
    <message>
        <source>Margin of the two best words</source>
        <translation>Marge entre les deux meilleurs mots</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Boucles moyennes</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oracle</translation>
    </message>
    <message>
        <source>Relative state change</source>
        <translation>Changement relatif de l’état</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Même budget pour tous</translation>
    </message>
    <message>
        <source>Change of entropy</source>
        <translation>Variation de l’entropie</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL depuis la boucle précédente</translation>
    </message>
    <message>
        <source>KL of likely words from the loop before</source>
        <translation>KL des mots probables depuis la boucle précédente</translation>
    </message>
    <message>
        <source>Same best word in a row</source>
        <translation>Même meilleur mot de suite</translation>
    </message>
    <message>
        <source>Second difference of the step</source>
        <translation>Différence seconde du pas</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>borne inférieure</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non enregistré</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureCheck</name>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; overlap.</source>
        <translation>« %1 » et « %2 » se chevauchent.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reaches over the edge of the page.</source>
        <translation>« %1 » dépasse le bord de la page.</translation>
    </message>
    <message>
        <source>%1 tokens are shown, the words of %2 are readable at this size: split them into rows, or take a wider page or smaller type.</source>
        <translation>%1 tokens sont affichés, les mots de %2 sont lisibles à cette taille : répartissez-les en lignes, ou prenez une page plus large ou un corps plus petit.</translation>
    </message>
    <message>
        <source>No installed font has %1: an empty box is drawn. Install a font that has it.</source>
        <translation>Aucune police installée ne contient %1 : un cadre vide est dessiné. Installez-en une qui le contient.</translation>
    </message>
    <message>
        <source>Panel %1 shows %2 tokens; the words of %3 are readable at this size.</source>
        <translation>Le panneau %1 montre %2 tokens ; les mots de %3 sont lisibles à cette taille.</translation>
    </message>
    <message>
        <source>The smallest text is %1 points on paper: most venues ask for at least %2.</source>
        <translation>Le plus petit texte fait %1 points sur papier : la plupart des éditeurs en demandent au moins %2.</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigurePreview</name>
    <message>
        <source>Preview of the figure page</source>
        <translation>Aperçu de la page de figures</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureView</name>
    <message>
        <source>%1 by %2 millimetres</source>
        <translation>%1 sur %2 millimètres</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>Deutéranopie</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exporter la figure</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exporté</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exportation de %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>Format du fichier</translation>
    </message>
    <message>
        <source>Full colour</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Grey print</source>
        <translation>Impression en gris</translation>
    </message>
    <message>
        <source>How the preview is seen</source>
        <translation>Comment l’aperçu est vu</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Rien n’est encore enregistré : exécutez un prompt ou ouvrez une trace.</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>Ouvrir une recette</translation>
    </message>
    <message>
        <source>Open recipe...</source>
        <translation>Ouvrir une recette...</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>Protanopie</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Recettes (*.json)</translation>
    </message>
    <message>
        <source>Recipes and figures (*.json *.pdf *.svg *.png)</source>
        <translation>Recettes et figures (*.json *.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Enregistrer la recette</translation>
    </message>
    <message>
        <source>Save recipe...</source>
        <translation>Enregistrer la recette...</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Enregistrement de %1</translation>
    </message>
    <message>
        <source>Split into rows</source>
        <translation>Répartir en lignes</translation>
    </message>
    <message>
        <source>The page has no panels: add one at the left.</source>
        <translation>La page n’a pas de panneau : ajoutez-en un à gauche.</translation>
    </message>
    <message>
        <source>The page would have more than %1 panels.</source>
        <translation>La page aurait plus de %1 panneaux.</translation>
    </message>
    <message>
        <source>Tritanopia</source>
        <translation>Tritanopie</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>What a reviewer would complain about</source>
        <translation>Ce qu’un relecteur critiquerait</translation>
    </message>
    <message>
        <source>The last figure page could not be brought back: %1</source>
        <translation>La dernière page de figures n&apos;a pas pu être rétablie : %1</translation>
    </message>
    <message>
        <source>A panel of the page shows one run, the shown one: export this figure by itself.</source>
        <translation>Un panneau de la page montre une seule exécution, celle affichée : exportez cette figure séparément.</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copier en SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copier en PNG</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Lecture du corpus</translation>
    </message>
    <message>
        <source>The page has figures of a corpus: open its folder (File menu).</source>
        <translation>La page a des figures d’un corpus : ouvrez son dossier (menu Fichier).</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Calcul des intervalles sur les documents…</translation>
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
        <translation>Exporter la figure</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exporté</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exportation de %1</translation>
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
        <translation>Ouvrir une trace</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Ouverture de %1</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n traces</source>
        <translation>
            <numerusform>Ouverture de %n trace</numerusform>
            <numerusform>Ouverture de %n traces</numerusform>
        </translation>
    </message>
    <message>
        <source>Save trace</source>
        <translation>Enregistrer la trace</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Enregistrement de %1</translation>
    </message>
    <message>
        <source>There is no trace to save: run a prompt first.</source>
        <translation>Aucune trace à enregistrer : exécutez d’abord un prompt.</translation>
    </message>
    <message>
        <source>There is nothing to export: run a prompt or open a trace first.</source>
        <translation>Rien à exporter : exécutez d’abord un prompt ou ouvrez une trace.</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors)</source>
        <translation>Traces (*.trace.safetensors)</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors);;All files (*)</source>
        <translation>Traces (*.trace.safetensors);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>Copie de la figure</translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation>Copié en %1</translation>
    </message>
    <message>
        <source>Opening the corpus %1</source>
        <translation>Ouverture du corpus %1</translation>
    </message>
    <message>
        <source>The folder that the corpus was run on</source>
        <translation>Le dossier sur lequel le corpus a été exécuté</translation>
    </message>
    <message>
        <source>The file that the corpus was run on</source>
        <translation>Le fichier sur lequel le corpus a été exécuté</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>Lignes JSON (*.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Reading document %1</source>
        <translation>Lecture du document %1</translation>
    </message>
    <message>
        <source>Open corpus folder</source>
        <translation>Ouvrir un dossier de corpus</translation>
    </message>
</context>
<context>
    <name>ouroscope::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Fermer la barre de recherche</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Rechercher dans le texte</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Résultat suivant (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Résultat précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
</context>
<context>
    <name>ouroscope::Findings</name>
    <message>
        <source>This record has one loop, so there is nothing to compare.</source>
        <translation>Cet enregistrement n’a qu’une boucle ; il n’y a rien à comparer.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1: this model has no exit gate that could stop earlier.</source>
        <translation>Chaque token est lu à la boucle %1 : ce modèle n’a pas de porte de sortie qui pourrait arrêter plus tôt.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1, because q is 1. Lower q, and tokens stop earlier.</source>
        <translation>Chaque token est lu à la boucle %1, car q vaut 1. Avec un q plus petit, les tokens s’arrêtent plus tôt.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1.</source>
        <translation>Chaque token est lu à la boucle %1.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. “%3” goes deepest, to loop %4.</source>
        <translation>Un token est lu en moyenne à la boucle %1 sur %2. « %3 » va le plus loin, jusqu’à la boucle %4.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop %4; “%5” is the first.</source>
        <translation>Un token est lu en moyenne à la boucle %1 sur %2. %3 d’entre eux vont le plus loin, jusqu’à la boucle %4 ; « %5 » est le premier.</translation>
    </message>
    <message>
        <source>No loop changes a best word: loop 1 says what the last loop says.</source>
        <translation>Aucune boucle ne change un meilleur mot : la boucle 1 dit ce que dit la dernière.</translation>
    </message>
    <message>
        <source>The last loop, %1, changes the most best words: %2 of %3.</source>
        <translation>La dernière boucle, la %1, change le plus de meilleurs mots : %2 sur %3.</translation>
    </message>
    <message>
        <source>Loop %1 changes the most best words, %2 of %3; the last loop changes %4.</source>
        <translation>La boucle %1 change le plus de meilleurs mots, %2 sur %3 ; la dernière en change %4.</translation>
    </message>
    <message>
        <source>The text that follows is predicted best at loop %1 of %2.</source>
        <translation>Le texte qui suit est le mieux prédit à la boucle %1 sur %2.</translation>
    </message>
    <message>
        <source>This record has no candidates to compare.</source>
        <translation>Cet enregistrement n’a pas de candidats à comparer.</translation>
    </message>
    <message>
        <source>At %1 loops a token, %2 of %3 best words are those of full depth.</source>
        <translation>À %1 boucles par token, %2 meilleurs mots sur %3 sont ceux de la pleine profondeur.</translation>
    </message>
    <message>
        <source>This model has no exit gate. The rules here stop by what can be seen from outside.</source>
        <translation>Ce modèle n’a pas de porte de sortie. Les règles ici s’arrêtent selon ce qui se voit de l’extérieur.</translation>
    </message>
    <message>
        <source>At %1 loops a token the gate keeps %2 of the best words of full depth. The same loops spent at random would keep %3.</source>
        <translation>À %1 boucles par token, la porte garde %2 des meilleurs mots de la pleine profondeur. Les mêmes boucles réparties au hasard en garderaient %3.</translation>
    </message>
    <message>
        <source>The steps of the state are not in this record.</source>
        <translation>Les pas de l’état ne sont pas dans cet enregistrement.</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length (median).</source>
        <translation>La boucle 2 déplace l’état de %1 de sa longueur (médiane).</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length, loop %2 by %3 (medians).</source>
        <translation>La boucle 2 déplace l’état de %1 de sa longueur, la boucle %2 de %3 (médianes).</translation>
    </message>
    <message>
        <source>It settles.</source>
        <translation>Il se stabilise.</translation>
    </message>
    <message>
        <source>It slows down.</source>
        <translation>Il ralentit.</translation>
    </message>
    <message>
        <source>It does not slow down.</source>
        <translation>Il ne ralentit pas.</translation>
    </message>
    <message>
        <source>Select a token to follow it through the loops.</source>
        <translation>Sélectionnez un token pour le suivre à travers les boucles.</translation>
    </message>
    <message>
        <source>The candidates after “%1” are not all numbers.</source>
        <translation>Les candidats après « %1 » ne sont pas tous des nombres.</translation>
    </message>
    <message>
        <source>After “%1” every loop says “%2”.</source>
        <translation>Après « %1 », chaque boucle dit « %2 ».</translation>
    </message>
    <message>
        <source>After “%1” loop 1 says “%2”; from loop %3 on it is “%4”.</source>
        <translation>Après « %1 », la boucle 1 dit « %2 » ; à partir de la boucle %3 c’est « %4 ».</translation>
    </message>
    <message>
        <source>For %1 of %2 tokens loop 1 already says what the last loop says.</source>
        <translation>Pour %1 tokens sur %2, la boucle 1 dit déjà ce que dit la dernière.</translation>
    </message>
    <message>
        <source>This run is compared with another reading of itself. Drop a run of the list on another to compare the two.</source>
        <translation>Cette exécution est comparée à une autre lecture d’elle-même. Dans la liste, déposez une exécution sur une autre pour comparer les deux.</translation>
    </message>
    <message>
        <source>Here a token is read at loop %1 on average, in “%2” at loop %3.</source>
        <translation>Ici un token est lu en moyenne à la boucle %1, dans « %2 » à la boucle %3.</translation>
    </message>
    <message numerus="yes">
        <source>It is writing: %n token(s) so far.</source>
        <translation>
            <numerusform>Il écrit : %n token jusqu’ici.</numerusform>
            <numerusform>Il écrit : %n tokens jusqu’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet: say how many tokens to generate, and run.</source>
        <translation>Rien n’est encore écrit : indiquez combien de tokens générer, puis lancez.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were written, read at loop %1 on average.</source>
        <translation>
            <numerusform>%n token a été écrit, lu à la boucle %1.</numerusform>
            <numerusform>%n tokens ont été écrits, lus en moyenne à la boucle %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This run is as the model is. Change something inside its loops and see what follows.</source>
        <translation>Cette exécution est telle que le modèle. Changez quelque chose dans ses boucles et voyez ce qui suit.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”.</source>
        <translation>Avec ce changement, %1 meilleurs mots sur %2 sont autres ; après « %3 » il dit toujours « %4 ».</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it says “%4” instead of “%5”.</source>
        <translation>Avec ce changement, %1 meilleurs mots sur %2 sont autres ; après « %3 » il dit « %4 » au lieu de « %5 ».</translation>
    </message>
    <message>
        <source>%1 questions: %2 are answered right at the exit.</source>
        <comment>number, percent</comment>
        <translation>%1 questions : %2 reçoivent la bonne réponse à la sortie.</translation>
    </message>
    <message>
        <source>%1 documents, none with a counted token.</source>
        <translation>%1 documents, aucun avec un token compté.</translation>
    </message>
    <message>
        <source>%1 documents: tokens are read at loop %2 of %3 on average.</source>
        <translation>%1 documents : les tokens sont lus en moyenne à la boucle %2 sur %3.</translation>
    </message>
    <message>
        <source>That lowers the loss by %1 nats against loop 1.</source>
        <translation>Cela abaisse la perte de %1 nats par rapport à la boucle 1.</translation>
    </message>
    <message>
        <source>That raises the loss by %1 nats against loop 1.</source>
        <translation>Cela augmente la perte de %1 nats par rapport à la boucle 1.</translation>
    </message>
    <message>
        <source>Nothing is swept yet: a sweep carries out one change at every place in turn and maps what becomes of the answer.</source>
        <translation>Rien n’est balayé encore : un balayage fait un changement à chaque endroit tour à tour et montre sur une carte ce que devient la réponse.</translation>
    </message>
    <message>
        <source>At none of %1 places does this change move the answer “%2”.</source>
        <translation>À aucun des %1 endroits ce changement ne déplace la réponse « %2 ».</translation>
    </message>
    <message>
        <source>It matters most at loop %1, token %2: log p of “%3” changes by %4 nats.</source>
        <translation>Cela compte le plus à la boucle %1, token %2 : log p de « %3 » change de %4 nats.</translation>
    </message>
    <message>
        <source>It matters most at loop %1, layer %2: log p of “%3” changes by %4 nats.</source>
        <translation>Cela compte le plus à la boucle %1, couche %2 : log p de « %3 » change de %4 nats.</translation>
    </message>
    <message>
        <source>At %1 of %2 places the best word is another.</source>
        <translation>À %1 endroits sur %2, le meilleur mot est un autre.</translation>
    </message>
    <message numerus="yes">
        <source>It waits: %n token(s) so far.</source>
        <translation>
            <numerusform>Il attend : %n token jusqu’ici.</numerusform>
            <numerusform>Il attend : %n tokens jusqu’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is done yet.</source>
        <translation>Aucun document n’est encore fait.</translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation>Ce corpus n’a pas de documents.</translation>
    </message>
    <message>
        <source>The exit probabilities of %1 of %2 tokens are not numbers: where these would stop is not known.</source>
        <translation>Les probabilités de sortie de %1 tokens sur %2 ne sont pas des nombres : on ne sait pas où ils s’arrêteraient.</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run. Run makes the untouched run of the same text, which it is then set against.</source>
        <translation>Quelque chose a été changé dans les boucles de cette exécution. « Exécuter » fait l’exécution inchangée du même texte, à laquelle elle est ensuite comparée.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”, with probability %5 instead of %6.</source>
        <translation>Avec ce changement, %1 meilleurs mots sur %2 sont autres ; après « %3 » il dit toujours « %4 », avec une probabilité de %5 au lieu de %6.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GateAuditView</name>
    <message numerus="yes">
        <source>%1; %n token(s) with an undefined gate left out</source>
        <translation>
            <numerusform>%1 ; %n token à porte indéfinie écarté</numerusform>
            <numerusform>%1 ; %n tokens à porte indéfinie écartés</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message numerus="yes">
        <source>Average of %n token(s): entropy of p %1 ± %2 nats, expected depth %3</source>
        <translation>
            <numerusform>Moyenne sur %n token : entropie de p %1 ± %2 nats, profondeur espérée %3</numerusform>
            <numerusform>Moyenne sur %n tokens : entropie de p %1 ± %2 nats, profondeur espérée %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact, a lower bound from what was kept, or not recorded</source>
        <translation>Exact, une borne inférieure d’après ce qui est gardé, ou non enregistré</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Règle de sortie</translation>
    </message>
    <message>
        <source>Exit rules at the present mean depth, sorted by regret</source>
        <translation>Règles de sortie à la profondeur moyenne actuelle, triées par regret</translation>
    </message>
    <message>
        <source>Exit rules: mean loops against quality</source>
        <translation>Règles de sortie : boucles moyennes et qualité</translation>
    </message>
    <message>
        <source>Export the exit rules</source>
        <translation>Exporter les règles de sortie</translation>
    </message>
    <message>
        <source>Export the gate&apos;s averages</source>
        <translation>Exporter les moyennes de la porte</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Audit de la porte</translation>
    </message>
    <message>
        <source>Gate averaged over tokens by loop</source>
        <translation>Porte par boucle, moyenne sur les tokens</translation>
    </message>
    <message>
        <source>Gate of the selected token by loop</source>
        <translation>Porte du token sélectionné par boucle</translation>
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
        <translation>Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Quality of the exit rules shown</source>
        <translation>Qualité affichée des règles de sortie</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Lecture de la trace...</translation>
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
        <translation>Sélectionnez un token pour voir ce que dit sa porte.</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>S’arrête à</translation>
    </message>
    <message>
        <source>Threshold that gives this depth; between two thresholds the tokens are mixed at random</source>
        <translation>Seuil qui donne cette profondeur ; entre deux seuils les tokens sont mêlés au hasard</translation>
    </message>
    <message>
        <source>Token %1 “%2”: entropy of p %3 nats, expected depth %4, read at loop %5</source>
        <translation>Token %1 « %2 » : entropie de p %3 nats, profondeur espérée %4, lu à la boucle %5</translation>
    </message>
    <message>
        <source>Token %1 “%2”: the gate is undefined, so the last loop is read</source>
        <translation>Token %1 « %2 » : la porte est indéfinie, la dernière boucle est donc lue</translation>
    </message>
    <message>
        <source>from %1 loops</source>
        <translation>dès %1 boucles</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>± is half the distance between the quartiles</source>
        <translation>± est la moitié de l’écart interquartile</translation>
    </message>
    <message>
        <source>The gate is undefined at every token</source>
        <translation>La porte n’est définie à aucun jeton</translation>
    </message>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>Le modèle de cette trace n’a pas de porte de sortie.</translation>
    </message>
    <message>
        <source>Without a gate a token is read at the last loop allowed.</source>
        <translation>Sans porte, un jeton est lu à la dernière boucle permise.</translation>
    </message>
    <message>
        <source>Exit rules at the same depth: %1 loops a token</source>
        <translation>Règles de sortie à même profondeur : %1 boucles par token</translation>
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
        <translation>CDF (moustaches : quartiles)</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Probabilité de sortie p</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Porte λ</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Remainder p</source>
        <translation>Reste p</translation>
    </message>
    <message>
        <source>λ of the last loop, unused</source>
        <translation>λ de la dernière boucle, inutilisé</translation>
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
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Boucle (tirets : entraîné avec %1)</translation>
    </message>
    <message>
        <source>median of all tokens</source>
        <translation>médiane de tous les tokens</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>moitié centrale</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryView</name>
    <message>
        <source>%1 = %2, on the states after each loop&apos;s norm. The first loop starts from the embedding and has no step.</source>
        <translation>%1 = %2, sur les états après la norme de chaque boucle. La première boucle part du plongement et n’a pas de pas.</translation>
    </message>
    <message>
        <source>Components %1 and %2</source>
        <translation>Composantes %1 et %2</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>Calcul des composantes principales</translation>
    </message>
    <message numerus="yes">
        <source>One basis for all: principal components of %Ln states (all tokens and loops), centred.</source>
        <translation>
            <numerusform>Une base pour tous : composantes principales de %Ln état (tous les tokens et boucles), centrées.</numerusform>
            <numerusform>Une base pour tous : composantes principales de %Ln états (tous les tokens et boucles), centrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Open its model to run it again and record them, or do it on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Les orbites demandent l’état caché de chaque boucle, absent de cette trace. Ouvrez son modèle pour la relancer et les enregistrer, ou faites-le en ligne de commande :
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Run it again and record them, here or on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Les orbites demandent l’état caché de chaque boucle, absent de cette trace. Relancez-la et enregistrez-les, ici ou en ligne de commande :
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits of the selected tokens in principal components</source>
        <translation>Orbites des tokens sélectionnés en composantes principales</translation>
    </message>
    <message>
        <source>Principal components on the axes</source>
        <translation>Composantes principales des axes</translation>
    </message>
    <message>
        <source>Quantity over the loops</source>
        <translation>Grandeur au fil des boucles</translation>
    </message>
    <message>
        <source>Quantity over the loops, all tokens and the selected ones</source>
        <translation>Grandeur au fil des boucles, tous les tokens et ceux sélectionnés</translation>
    </message>
    <message>
        <source>Reading states</source>
        <translation>Lecture des états</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its states move over the loops.</source>
        <translation>Exécutez un prompt ou ouvrez une trace pour voir comment ses états évoluent au fil des boucles.</translation>
    </message>
    <message>
        <source>Run again with hidden states</source>
        <translation>Relancer avec les états cachés</translation>
    </message>
    <message>
        <source>Select a token to see its orbit.</source>
        <translation>Sélectionnez un token pour voir son orbite.</translation>
    </message>
    <message>
        <source>The components are approximate: their variances lie close together.</source>
        <translation>Les composantes sont approchées : leurs variances sont proches.</translation>
    </message>
    <message>
        <source>The trace has too few states for these components.</source>
        <translation>La trace a trop peu d’états pour ces composantes.</translation>
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
        <translation>La page précédente (Alt+Gauche)</translation>
    </message>
    <message>
        <source>The page after (Alt+Right)</source>
        <translation>La page suivante (Alt+Droite)</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Toutes les pages</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapCanvas</name>
    <message>
        <source>Depth heatmap, tokens by loops</source>
        <translation>Carte de profondeur, tokens par boucles</translation>
    </message>
    <message>
        <source>Token %1 “%2”, loop %3</source>
        <translation>Token %1 « %2 », boucle %3</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapFigure</name>
    <message>
        <source>%1 (log scale)</source>
        <translation>%1 (échelle log)</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapView</name>
    <message>
        <source>%1 “%2”</source>
        <comment>position and text of a token</comment>
        <translation>%1 « %2 »</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: value unit</comment>
        <translation>%1 : %2 %3</translation>
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
        <translation>Figer les limites</translation>
    </message>
    <message>
        <source>Keep the present colour limits for other traces too, so that pictures can be compared</source>
        <translation>Garder les limites de couleur actuelles pour d’autres traces, afin de comparer les images</translation>
    </message>
    <message>
        <source>Measure of the heatmap</source>
        <translation>Mesure de la carte</translation>
    </message>
    <message>
        <source>Part of the text that the heatmap shows</source>
        <translation>Partie du texte que montre la carte</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>Afficher tous les tokens</translation>
    </message>
    <message>
        <source>Show all tokens (0, or double click)</source>
        <translation>Afficher tous les tokens (0 ou double clic)</translation>
    </message>
    <message>
        <source>Tokens %1–%2 of %3</source>
        <translation>Tokens %1–%2 sur %3</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Tokens vers le bas</translation>
    </message>
    <message>
        <source>best word “%1”</source>
        <translation>meilleur mot « %1 »</translation>
    </message>
    <message>
        <source>exit loop %1</source>
        <translation>boucle de sortie %1</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <translation>boucle %1 sur %2</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>absent de l’enregistrement</translation>
    </message>
    <message>
        <source>Show the words of this cell</source>
        <translation>Montrer les mots de cette cellule</translation>
    </message>
    <message>
        <source>Copy what this cell says</source>
        <translation>Copier ce que dit cette cellule</translation>
    </message>
    <message>
        <source>Export this figure...</source>
        <translation>Exporter cette figure...</translation>
    </message>
    <message>
        <source>Point at a cell to read it; Ctrl+wheel zooms.</source>
        <translation>Pointez une cellule pour la lire ; Ctrl+molette agrandit.</translation>
    </message>
    <message>
        <source>What if something is changed here...</source>
        <translation>Et si l’on change quelque chose ici...</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Rien n’est encore enregistré : exécutez un prompt ou ouvrez une trace.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobRunner</name>
    <message>
        <source>Out of memory: use fewer tokens or loops, or capture less.</source>
        <translation>Mémoire insuffisante : utilisez moins de tokens ou de boucles, ou enregistrez moins.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ouroscope::KeysDialog</name>
    <message>
        <source>%1 is the key of “%2”: assigning it takes it from there.</source>
        <translation>%1 est la touche de « %2 » : l’attribuer la lui retire.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>Flèches, Début, Fin</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Choisissez une action pour lui donner une autre touche.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the list of keys</source>
        <translation>Filtrer la liste des touches</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Move the selection</source>
        <translation>Déplacer la sélection</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>New key of the chosen action</source>
        <translation>Nouvelle touche de l’action choisie</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sans touche</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Réinitialiser les touches</translation>
    </message>
    <message>
        <source>Select a range of tokens</source>
        <translation>Sélectionner une plage de tokens</translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation>Maj+flèches, Maj+clic</translation>
    </message>
    <message>
        <source>Show all of a plot</source>
        <translation>Afficher tout le graphique</translation>
    </message>
    <message>
        <source>Zoom a plot or the text</source>
        <translation>Agrandir un graphique ou le texte</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+molette</translation>
    </message>
    <message>
        <source>Zoom a plot to some tokens</source>
        <translation>Agrandir un graphique à quelques tokens</translation>
    </message>
    <message>
        <source>Drag along its words</source>
        <translation>Glisser le long de ses mots</translation>
    </message>
    <message>
        <source>Move a zoomed plot</source>
        <translation>Déplacer un graphique agrandi</translation>
    </message>
    <message>
        <source>Wheel, or drag with the middle button</source>
        <translation>Molette, ou glisser avec le bouton du milieu</translation>
    </message>
    <message>
        <source>Move the line of the loops allowed</source>
        <translation>Déplacer la ligne des boucles permises</translation>
    </message>
    <message>
        <source>PgUp and PgDn in the text, or drag it</source>
        <translation>Pg préc. et Pg suiv. dans le texte, ou la faire glisser</translation>
    </message>
    <message>
        <source>Change how sure the gate must be</source>
        <translation>Changer la certitude exigée de la porte</translation>
    </message>
    <message>
        <source>+ and - in the text</source>
        <translation>+ et - dans le texte</translation>
    </message>
</context>
<context>
    <name>ouroscope::Ladder</name>
    <message>
        <source>Best word after every loop</source>
        <translation>Meilleur mot après chaque boucle</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>Après « %1 »</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>layer</comment>
        <translation>C%1</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Boucle %1</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Boucle %1, couche %2</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>non exécutée</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>absent de l’enregistrement</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>word, probability</comment>
        <translation>« %1 », %2</translation>
    </message>
    <message>
        <source>%1: read here</source>
        <translation>%1 : lu ici</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
</context>
<context>
    <name>ouroscope::LanguageDemoDialog</name>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Get the language demo</source>
        <translation>Obtenir la démo de langue</translation>
    </message>
    <message>
        <source>A small language model for English, some of whose layers are run again and again in small steps. It shows on ordinary sentences what loops change. It is not part of the program: Python and a network are needed once.</source>
        <translation>Un petit modèle de langue pour l’anglais, dont certaines couches sont parcourues plusieurs fois par petits pas. Il montre sur des phrases ordinaires ce que changent les boucles. Il ne fait pas partie du programme : Python et un réseau sont nécessaires une seule fois.</translation>
    </message>
    <message>
        <source>The same without the window</source>
        <translation>La même chose sans la fenêtre</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, par %2</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>the Python package %1, %2, by pip</source>
        <translation>le paquet Python %1, %2, avec pip</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Where the folder will lie</source>
        <translation>Emplacement du dossier</translation>
    </message>
    <message>
        <source>The language demo is there already.</source>
        <translation>La démo de langue s’y trouve déjà.</translation>
    </message>
    <message>
        <source>Something else is there already: choose another folder.</source>
        <translation>Autre chose s’y trouve déjà : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>L’obtenir</translation>
    </message>
    <message>
        <source>Getting the language demo</source>
        <translation>Obtention de la démo de langue</translation>
    </message>
</context>
<context>
    <name>ouroscope::LayersFigure</name>
    <message>
        <source>loop %1</source>
        <translation>boucle %1</translation>
    </message>
    <message>
        <source>Layer, counted over all loops</source>
        <translation>Couche, comptée sur toutes les boucles</translation>
    </message>
    <message>
        <source>Layer of all loops</source>
        <translation>Couche de toutes les boucles</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>entraîné avec %1</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LegendStrip</name>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>%n token sélectionné</numerusform>
            <numerusform>%n tokens sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Shading: %1</source>
        <translation>Teinte : %1</translation>
    </message>
    <message>
        <source>underlined: generated</source>
        <translation>souligné : généré</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensCurvesFigure</name>
    <message>
        <source>loop that is read</source>
        <translation>boucle lue</translation>
    </message>
    <message>
        <source>Log-prob. (nats)</source>
        <translation>Log-prob. (nats)</translation>
    </message>
    <message>
        <source>Log-probability (nats)</source>
        <translation>Log-probabilité (nats)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Boucle (tirets : entraîné avec %1)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank of the word</source>
        <translation>Rang du mot</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Loop, after token %1 “%2”</source>
        <translation>Boucle, après le jeton %1 « %2 »</translation>
    </message>
    <message>
        <source>Loop, after “%1”</source>
        <translation>Boucle, après « %1 »</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>entraîné avec %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensTableModel</name>
    <message>
        <source>Loop %1</source>
        <translation>Boucle %1</translation>
    </message>
    <message>
        <source>Loop %1 was not run for this token.</source>
        <translation>La boucle %1 n’a pas été exécutée pour ce token.</translation>
    </message>
    <message>
        <source>Loop %1: beyond the trained number</source>
        <translation>Boucle %1 : au-delà de l’entraînement</translation>
    </message>
    <message>
        <source>Loop %1: the loop that is read here</source>
        <translation>Boucle %1 : celle qui est lue ici</translation>
    </message>
    <message>
        <source>Within loop %1, after layer %2: read through the final norm and the head, which were trained for the end of a loop only</source>
        <translation>Dans la boucle %1, après la couche %2 : lu par la norme finale et la tête, entraînées seulement pour la fin d’une boucle</translation>
    </message>
    <message>
        <source>became the best word here</source>
        <translation>est devenu ici le meilleur mot</translation>
    </message>
    <message numerus="yes">
        <source>fell by %n place(s)</source>
        <translation>
            <numerusform>a perdu %n place</numerusform>
            <numerusform>a perdu %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>boucle %1</translation>
    </message>
    <message>
        <source>loop %1, after layer %2</source>
        <translation>boucle %1, après la couche %2</translation>
    </message>
    <message>
        <source>new among the kept words</source>
        <translation>nouveau parmi les mots gardés</translation>
    </message>
    <message numerus="yes">
        <source>rose by %n place(s)</source>
        <translation>
            <numerusform>a gagné %n place</numerusform>
            <numerusform>a gagné %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at %2: probability %3, log-probability %4 nats</source>
        <translation>« %1 » à %2 : probabilité %3, log-probabilité %4 nats</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensView</name>
    <message>
        <source>After token %1 “%2”</source>
        <translation>Après le token %1 « %2 »</translation>
    </message>
    <message>
        <source>After token %1 “%2” (under the pointer)</source>
        <translation>Après le token %1 « %2 » (sous le pointeur)</translation>
    </message>
    <message>
        <source>Curves of words over the loops</source>
        <translation>Courbes des mots au fil des boucles</translation>
    </message>
    <message>
        <source>Layers within the loops are not in this record.</source>
        <translation>Les couches dans les boucles ne sont pas dans cet enregistrement.</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-probabilité</translation>
    </message>
    <message>
        <source>Most probable words at every loop</source>
        <translation>Mots les plus probables à chaque boucle</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Quantity of the curves</source>
        <translation>Grandeur des courbes</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) read unfinished states through the final norm and the head, which were trained for whole loops: a hint, not the model&apos;s word.</source>
        <translation>Les lignes dans une boucle (estompées) lisent des états inachevés par la norme finale et la tête, entraînées pour des boucles entières : un indice, non la parole du modèle.</translation>
    </message>
    <message numerus="yes">
        <source>Run again to track %n word(s)</source>
        <translation>
            <numerusform>Relancer pour suivre %n mot</numerusform>
            <numerusform>Relancer pour suivre %n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again with layers</source>
        <translation>Relancer avec les couches</translation>
    </message>
    <message>
        <source>Runs the same text on the loaded model, recording these words at every loop</source>
        <translation>Exécute le même texte sur le modèle chargé en enregistrant ces mots à chaque boucle</translation>
    </message>
    <message>
        <source>Select a token to see what each loop would say next.</source>
        <translation>Sélectionnez un token pour voir ce que dirait ensuite chaque boucle.</translation>
    </message>
    <message>
        <source>Track words, comma between</source>
        <translation>Suivre des mots, séparés par des virgules</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is %n token(s) to this model and has no single curve: %2. Track one of them.</source>
        <translation>
            <numerusform>« %1 » fait %n token pour ce modèle et n’a pas de courbe unique : %2. Suivez l’un d’eux.</numerusform>
            <numerusform>« %1 » fait %n tokens pour ce modèle et n’a pas de courbe unique : %2. Suivez l’un d’eux.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not in this record.</source>
        <translation>« %1 » n’est pas dans cet enregistrement.</translation>
    </message>
    <message>
        <source>“%1” is not in this record; open the model that made it to track it.</source>
        <translation>« %1 » n’est pas dans cet enregistrement ; ouvrez le modèle d’origine pour le suivre.</translation>
    </message>
    <message>
        <source>“%1” is recorded only where it was among the best %2.</source>
        <translation>« %1 » n’est enregistré que là où il était parmi les %2 meilleurs.</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) are read through the maps of %1, then the final norm and the head.</source>
        <translation>Les lignes dans une boucle (estompées) sont lues à travers les applications de %1, puis la norme finale et la tête.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LineGrip</name>
    <message>
        <source>Loops allowed</source>
        <translation>Boucles permises</translation>
    </message>
    <message>
        <source>How many loops a word may use in this reading of the record: the line across the columns. Nothing is run again.</source>
        <translation>Combien de boucles un mot peut utiliser dans cette lecture de l’enregistrement : la ligne sur les colonnes. Rien n’est relancé.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveText</name>
    <message>
        <source>All loops were run</source>
        <translation>Toutes les boucles ont été exécutées</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>À partir d’ici : %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n loop(s) were run</source>
        <translation>
            <numerusform>Seulement %n boucle exécutée</numerusform>
            <numerusform>Seulement %n boucles exécutées</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Run to generate from the prompt above, or Step for one token at a time. Above every word you see how deep the model went for it.</source>
        <translation>Appuyez sur Exécuter pour générer à partir du prompt ci-dessus, ou sur Pas à pas pour un token à la fois. Au-dessus de chaque mot figure la profondeur atteinte par le modèle.</translation>
    </message>
    <message>
        <source>Token %1 “%2”
Exit loop %3 of %4, expected depth %5</source>
        <translation>Token %1 « %2 »
Boucle de sortie %3 sur %4, profondeur espérée %5</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveView</name>
    <message>
        <source>%1 (as it is)</source>
        <translation>%1 (tel quel)</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>%1 tokens par seconde</translation>
    </message>
    <message>
        <source>After an exit</source>
        <translation>Après une sortie</translation>
    </message>
    <message>
        <source>Another word...</source>
        <translation>Un autre mot...</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Bifurquer</translation>
    </message>
    <message>
        <source>Branch here...</source>
        <translation>Bifurquer ici...</translation>
    </message>
    <message>
        <source>Changes what the model does from the next token on, and is kept in the trace. The strip above only changes how the record is read.</source>
        <translation>Change ce que fait le modèle dès le token suivant, et reste dans la trace. La bande du haut ne change que la lecture de l’enregistrement.</translation>
    </message>
    <message>
        <source>Draw again with another seed (this run was greedy)</source>
        <translation>Tirer à nouveau avec une autre graine (cette exécution était gloutonne)</translation>
    </message>
    <message>
        <source>Draw again with seed %1</source>
        <translation>Tirer à nouveau avec la graine %1</translation>
    </message>
    <message>
        <source>End the run within one layer; what was generated is kept</source>
        <translation>Terminer l’exécution en une couche ; ce qui est généré est gardé</translation>
    </message>
    <message>
        <source>Exit threshold q of the tokens to come</source>
        <translation>Seuil de sortie q des tokens à venir</translation>
    </message>
    <message>
        <source>Finishing this token</source>
        <translation>Fin de ce token</translation>
    </message>
    <message>
        <source>Generate from the prompt at the top of the window</source>
        <translation>Générer à partir du prompt en haut de la fenêtre</translation>
    </message>
    <message>
        <source>Generate one token, then wait (Return in the text below)</source>
        <translation>Générer un token, puis attendre (Entrée dans le texte ci-dessous)</translation>
    </message>
    <message>
        <source>Generated text under its depth ribbon</source>
        <translation>Texte généré sous son ruban de profondeur</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Génération</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Glouton</translation>
    </message>
    <message>
        <source>Hold before the next token (Space in the text below)</source>
        <translation>Attendre avant le token suivant (Espace dans le texte ci-dessous)</translation>
    </message>
    <message>
        <source>In place of token %1</source>
        <translation>À la place du token %1</translation>
    </message>
    <message>
        <source>KV policies full, last-exited-copy and latest-available: with the last two, loops after the exit cost nothing, and later tokens see other keys and values in their place</source>
        <translation>Politiques KV full, last-exited-copy et latest-available : avec les deux dernières, les boucles après la sortie ne coûtent rien, et les tokens suivants voient d’autres clés et valeurs à leur place</translation>
    </message>
    <message>
        <source>Branch before the selected token and continue with another word (B in the text below)</source>
        <translation>Bifurquer avant le token sélectionné et continuer avec un autre mot (B dans le texte ci-dessous)</translation>
    </message>
    <message>
        <source>Loop budget of the tokens to come</source>
        <translation>Budget de boucles des tokens à venir</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Aucun modèle n’est chargé</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Rien n’est en cours</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused before token %1</source>
        <translation>En pause avant le token %1</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>Lecture du prompt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Seed </source>
        <comment>spin box prefix</comment>
        <translation>Graine </translation>
    </message>
    <message>
        <source>Seed of the next run or branch</source>
        <translation>Graine de la prochaine exécution ou branche</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Pas à pas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Temperature </source>
        <comment>spin box prefix</comment>
        <translation>Température </translation>
    </message>
    <message>
        <source>Temperature of the next run</source>
        <translation>Température de la prochaine exécution</translation>
    </message>
    <message>
        <source>The same word, then continue with the settings above</source>
        <translation>Le même mot, puis continuer avec les réglages ci-dessus</translation>
    </message>
    <message>
        <source>The tokens to come</source>
        <translation>Les tokens à venir</translation>
    </message>
    <message>
        <source>The word in place of token %1</source>
        <translation>Le mot à la place du token %1</translation>
    </message>
    <message>
        <source>What happens to the loops after an exit</source>
        <translation>Ce que deviennent les boucles après une sortie</translation>
    </message>
    <message>
        <source>What the next run or branch begins with. The strip above only changes how the record is read.</source>
        <translation>Ce avec quoi commence la prochaine exécution ou branche. La bande du haut ne change que la lecture de l’enregistrement.</translation>
    </message>
    <message>
        <source>run the others too</source>
        <translation>exécuter les autres</translation>
    </message>
    <message>
        <source>skip, copy the last</source>
        <translation>sauter, copier la dernière</translation>
    </message>
    <message>
        <source>skip, use the deepest</source>
        <translation>sauter, prendre la plus profonde</translation>
    </message>
    <message>
        <source>“%1”, %2 %</source>
        <translation>« %1 », %2 %</translation>
    </message>
    <message>
        <source>Budget to come %1 of %2</source>
        <translation>Budget à venir %1 sur %2</translation>
    </message>
    <message>
        <source>q to come 1: always the budget</source>
        <translation>q à venir 1 : toujours le budget</translation>
    </message>
    <message>
        <source>q to come %1</source>
        <translation>q à venir %1</translation>
    </message>
    <message>
        <source>An exit rule stops the tokens</source>
        <translation>Une règle de sortie arrête les tokens</translation>
    </message>
    <message>
        <source>generated tokens, as they were run: read at loop %1 of %2 on average</source>
        <translation>tokens générés, tels qu’exécutés : lus en moyenne à la boucle %1 sur %2</translation>
    </message>
    <message>
        <source>A model writes here token by token, and can be held and steered on the way. Open a model first (File menu).</source>
        <translation>Ici un modèle écrit token par token ; on peut l’arrêter et le guider en chemin. Ouvrez d’abord un modèle (menu Fichier).</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopAnswers</name>
    <message>
        <source>The best word after every loop</source>
        <translation>Le meilleur mot après chaque boucle</translation>
    </message>
    <message>
        <source>Loop %1: %2</source>
        <translation>Boucle %1 : %2</translation>
    </message>
    <message>
        <source>%1 = step %2</source>
        <comment>a word; the step of a puzzle with that value</comment>
        <translation>%1 = étape %2</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>Selon la règle du jeu :</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopStage</name>
    <message>
        <source>Gate</source>
        <translation>Porte</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <comment>the best word follows</comment>
        <translation>Tête : %1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Loop %1 of %2, at station %3</source>
        <translation>Boucle %1 sur %2, à l’étape %3</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norme</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>The loop with the token&apos;s state</source>
        <translation>La boucle avec l’état du token</translation>
    </message>
    <message>
        <source>think</source>
        <translation>réfléchir</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>égaliser</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>assez ?</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>dire un mot</translation>
    </message>
    <message>
        <source>Loop %1 of %2</source>
        <translation>Boucle %1 sur %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::LossFigure</name>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Mean −log p of the next token (nats)</source>
        <translation>−log p moyen du token suivant (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>lowest at loop %1</source>
        <translation>minimum à la boucle %1</translation>
    </message>
    <message>
        <source>within %1 nats of it</source>
        <translation>à moins de %1 nats de lui</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>entraîné avec %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::MainWindow</name>
    <message>
        <source>%1: %2</source>
        <comment>stage: progress</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>&amp;About Ouroscope</source>
        <translation>À &amp;propos d’Ouroscope</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>&amp;Effacer la sélection</translation>
    </message>
    <message>
        <source>&amp;Close trace</source>
        <translation>&amp;Fermer la trace</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>Thème &amp;sombre</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Export figure...</source>
        <translation>&amp;Exporter la figure...</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Find in text</source>
        <translation>&amp;Rechercher dans le texte</translation>
    </message>
    <message>
        <source>&amp;Go to token...</source>
        <translation>&amp;Aller au token...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>Thème &amp;clair</translation>
    </message>
    <message>
        <source>&amp;Next deep token</source>
        <translation>Token profond s&amp;uivant</translation>
    </message>
    <message>
        <source>&amp;Open trace...</source>
        <translation>&amp;Ouvrir une trace...</translation>
    </message>
    <message>
        <source>&amp;Previous deep token</source>
        <translation>Token profond &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo view change</source>
        <translation>&amp;Rétablir le changement de vue</translation>
    </message>
    <message>
        <source>&amp;Reopen closed trace</source>
        <translation>&amp;Rouvrir la trace fermée</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <source>&amp;Run prompt</source>
        <translation>&amp;Exécuter le prompt</translation>
    </message>
    <message>
        <source>&amp;Save trace...</source>
        <translation>Enre&amp;gistrer la trace...</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>Thème s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Undo view change</source>
        <translation>A&amp;nnuler le changement de vue</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>About Ouroscope</source>
        <translation>À propos d’Ouroscope</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Command &amp;palette</source>
        <translation>&amp;Palette de commandes</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>E&amp;xemples</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>Modifier le &amp;prompt</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Exemple : %1</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Go to token</source>
        <translation>Aller au token</translation>
    </message>
    <message>
        <source>Go to token %1</source>
        <translation>Aller au token %1</translation>
    </message>
    <message>
        <source>Heatmap: %1</source>
        <translation>Carte : %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Langue : %1</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;less</source>
        <translation>Budget de boucles : une de &amp;moins</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;more</source>
        <translation>Budget de boucles : une de &amp;plus</translation>
    </message>
    <message>
        <source>Next trace</source>
        <translation>Trace suivante</translation>
    </message>
    <message>
        <source>Open &amp;model folder...</source>
        <translation>Ouvrir un dossier de &amp;modèle...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>Opening the last session</source>
        <translation>Ouverture de la dernière session</translation>
    </message>
    <message>
        <source>Ouroscope %1

Sees how a looped language model spends its depth: every loop of every token, what it would have said and when it would have stopped.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ouroscope %1

Montre comment un modèle de langage à boucles dépense sa profondeur : chaque boucle de chaque token, ce qu’elle aurait dit et quand le modèle se serait arrêté.

Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Disposition : %1</translation>
    </message>
    <message>
        <source>Previous trace</source>
        <translation>Trace précédente</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Prompt and &amp;controls</source>
        <translation>Prompt et &amp;commandes</translation>
    </message>
    <message>
        <source>R&amp;eset this layout</source>
        <translation>&amp;Réinitialiser cette disposition</translation>
    </message>
    <message>
        <source>Recent: %1</source>
        <translation>Récent : %1</translation>
    </message>
    <message>
        <source>Reduce m&amp;otion</source>
        <translation>Réduire les &amp;animations</translation>
    </message>
    <message>
        <source>Selection &amp;after</source>
        <translation>Sélection &amp;suivante</translation>
    </message>
    <message>
        <source>Selection &amp;before</source>
        <translation>Sélection &amp;précédente</translation>
    </message>
    <message>
        <source>Shade the text by: %1</source>
        <translation>Teinter le texte selon : %1</translation>
    </message>
    <message>
        <source>Token, from 1:</source>
        <translation>Token, à partir de 1 :</translation>
    </message>
    <message>
        <source>Trace: %1</source>
        <translation>Trace : %1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Vue : %1</translation>
    </message>
    <message>
        <source>Close Ouroscope</source>
        <translation>Fermer Ouroscope</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) would be lost: nobody saved them, and the session could not be kept.</source>
        <translation>
            <numerusform>%n exécution serait perdue : personne ne l&apos;a enregistrée et la session n&apos;a pas pu être conservée.</numerusform>
            <numerusform>%n exécutions seraient perdues : personne ne les a enregistrées et la session n&apos;a pas pu être conservée.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Enregistrer...</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Fermer sans elles</translation>
    </message>
    <message>
        <source>Save the runs in</source>
        <translation>Enregistrer les exécutions dans</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Préréglages</translation>
    </message>
    <message>
        <source>Runs and &amp;questions</source>
        <translation>Exécutions et &amp;questions</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Added to the figure page</source>
        <translation>Ajouté à la page de figures</translation>
    </message>
    <message>
        <source>Get the &amp;language demo...</source>
        <translation>Obtenir la démo de &amp;langue...</translation>
    </message>
    <message>
        <source>Open recorded e&amp;xample</source>
        <translation>Ouvrir un e&amp;xemple enregistré</translation>
    </message>
    <message>
        <source>Recorded example: %1</source>
        <translation>Exemple enregistré : %1</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>Plus &amp;grand</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>Plus p&amp;etit</translation>
    </message>
    <message>
        <source>Us&amp;ual size</source>
        <translation>Taille &amp;habituelle</translation>
    </message>
    <message>
        <source>Size: %1 %</source>
        <translation>Taille : %1 %</translation>
    </message>
    <message>
        <source>&amp;Guide to what is shown</source>
        <translation>&amp;Guide de ce qui est affiché</translation>
    </message>
    <message>
        <source>Open &amp;corpus...</source>
        <translation>Ouvrir un &amp;corpus...</translation>
    </message>
    <message>
        <source>Run &amp;again with more recorded...</source>
        <translation>Re&amp;lancer en enregistrant plus...</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
</context>
<context>
    <name>ouroscope::MatrixFigure</name>
    <message>
        <source>Virtual layer, by loop</source>
        <translation>Couche virtuelle, par boucle</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
</context>
<context>
    <name>ouroscope::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Montrer tous les messages</translation>
    </message>
</context>
<context>
    <name>ouroscope::ModelOptions</name>
    <message>
        <source>Open so</source>
        <translation>Ouvrir ainsi</translation>
    </message>
    <message>
        <source>Choosing another one opens the model again</source>
        <translation>En choisir une autre rouvre le modèle</translation>
    </message>
    <message>
        <source>through the layers after it</source>
        <translation>à travers les couches suivantes</translation>
    </message>
    <message>
        <source>by norm and head alone</source>
        <translation>par norme et tête seules</translation>
    </message>
    <message>
        <source>The coda lens reads a loop as a run with so many loops would go on; the logit lens is cheaper and another lens. Choosing another one opens the model again</source>
        <translation>La lentille coda lit une boucle comme continuerait une exécution avec autant de boucles ; la lentille logit coûte moins et en est une autre. En choisir une autre rouvre le modèle</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Couches à boucler</translation>
    </message>
    <message>
        <source>A plain model has one loop. These of its layers are looped without training, from one to another such as 15-18; empty: as the folder says</source>
        <translation>Un modèle simple a une seule boucle. Ces couches-là sont bouclées sans entraînement, de l’une à l’autre, par exemple 15-18 ; vide : comme le dit le dossier</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Règle des pas</translation>
    </message>
    <message>
        <source>What a turn does with the state: with euler and anchored, a run with fewer loops is another run</source>
        <translation>Ce qu’un tour fait de l’état : avec euler et anchored, une exécution avec moins de boucles est une autre exécution</translation>
    </message>
    <message>
        <source>Gate that decides exits</source>
        <translation>Porte qui décide des sorties</translation>
    </message>
    <message>
        <source>A loop is read</source>
        <translation>Une boucle est lue</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>celle du modèle</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingCurveFigure</name>
    <message>
        <source>This reading</source>
        <translation>Cette lecture</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
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
        <translation>Boucles économisées</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Agreement with full depth</source>
        <translation>Accord avec la profondeur totale</translation>
    </message>
    <message>
        <source>Agreement with the deepest loop run</source>
        <translation>Accord avec la boucle la plus profonde exécutée</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Porte</translation>
    </message>
    <message>
        <source>Gate, past the record</source>
        <translation>Porte, au-delà de l’enregistrement</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL par rapport à la profondeur totale (nats)</translation>
    </message>
    <message>
        <source>KL from the deepest loop run (nats)</source>
        <translation>KL par rapport à la boucle la plus profonde exécutée (nats)</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Boucles moyennes</translation>
    </message>
    <message>
        <source>Measured early exit</source>
        <translation>Sortie anticipée mesurée</translation>
    </message>
    <message>
        <source>NLL (nats per token)</source>
        <translation>NLL (nats par token)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oracle</translation>
    </message>
    <message>
        <source>Random exit</source>
        <translation>Sortie aléatoire</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Même budget pour tous</translation>
    </message>
    <message>
        <source>Theoretical loops saved</source>
        <translation>Boucles économisées en théorie</translation>
    </message>
    <message>
        <source>q %1: %2</source>
        <translation>q %1 : %2</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <comment>axis title, number of tokens</comment>
        <translation>%1, n = %2</translation>
    </message>
    <message>
        <source>95 % interval, against full depth</source>
        <translation>Intervalle à 95 %, par rapport à la pleine profondeur</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingView</name>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Agreement %1 · NLL %2 · KL %3 (nats per token)</source>
        <translation>Accord %1 · NLL %2 · KL %3 (nats par token)</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>Les trois</translation>
    </message>
    <message>
        <source>Export the operating curve</source>
        <translation>Exporter la courbe de fonctionnement</translation>
    </message>
    <message>
        <source>Full depth is not recorded: agreement and KL compare with the deepest loop that each token ran.</source>
        <translation>La profondeur totale n’est pas enregistrée : accord et KL comparent à la boucle la plus profonde de chaque token.</translation>
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
        <translation>Aucun token n’a de suivant enregistré, donc pas de NLL.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Courbe de fonctionnement</translation>
    </message>
    <message>
        <source>Operating curve; arrow keys move the exit threshold q</source>
        <translation>Courbe de fonctionnement ; les flèches déplacent le seuil de sortie q</translation>
    </message>
    <message>
        <source>Quality shown against depth</source>
        <translation>Qualité affichée selon la profondeur</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Lecture de la trace...</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token, %3 a generated token.</source>
        <translation>Vraiment exécuté (politique KV %1) : %2 boucles par token, %3 par token généré.</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token.</source>
        <translation>Vraiment exécuté (politique KV %1) : %2 boucles par token.</translation>
    </message>
    <message>
        <source>q %1 · read at loop %2 of %3 on average · theoretical saving %4 loops a token</source>
        <translation>q %1 · lu en moyenne à la boucle %2 sur %3 · en théorie %4 boucles économisées par token</translation>
    </message>
</context>
<context>
    <name>ouroscope::OrbitFigure</name>
    <message>
        <source>PC %1 (%2 % of the variance)</source>
        <translation>CP %1 (%2 % de la variance)</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>boucle %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::OwnText</name>
    <message>
        <source>Take: count on</source>
        <translation>Take : compter</translation>
    </message>
    <message>
        <source>Cups: follow the ball</source>
        <translation>Gobelets : suivre la balle</translation>
    </message>
    <message>
        <source>Facts: who is who</source>
        <translation>Faits : qui est qui</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>Parenthèses</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Opposites</source>
        <translation>Contraires</translation>
    </message>
    <message>
        <source>A story</source>
        <translation>Une histoire</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Open the puzzle model</source>
        <translation>Ouvrir le modèle à énigmes</translation>
    </message>
    <message>
        <source>Get the language demo...</source>
        <translation>Obtenir la démo de langue...</translation>
    </message>
    <message>
        <source>A game of the puzzle model, or a text</source>
        <translation>Un jeu du modèle à énigmes, ou un texte</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Saisir un texte</translation>
    </message>
    <message>
        <source>Steps: </source>
        <translation>Étapes : </translation>
    </message>
    <message>
        <source>Steps of the puzzle</source>
        <translation>Étapes de l’énigme</translation>
    </message>
    <message>
        <source>Type the beginning of a text, then Enter</source>
        <translation>Saisissez le début d’un texte, puis Entrée</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>Votre propre texte</translation>
    </message>
    <message>
        <source>A game of the puzzle model as slots to fill, or a text typed freely</source>
        <translation>Un jeu du modèle à énigmes en cases à remplir, ou un texte libre</translation>
    </message>
    <message>
        <source>How many steps the puzzle has: more steps need more loops</source>
        <translation>Combien d’étapes a l’énigme : plus d’étapes demandent plus de boucles</translation>
    </message>
    <message>
        <source>What the model reads; it then says the next word</source>
        <translation>Ce que lit le modèle ; il dit ensuite le mot suivant</translation>
    </message>
    <message>
        <source>Says what would be fetched, how large it is and under which licence</source>
        <translation>Dit ce qui serait téléchargé, sa taille et sa licence</translation>
    </message>
    <message>
        <source>No model is open. The puzzle model comes with the program; one that writes English is fetched when you ask for it. A model folder of your own is opened in the File menu.</source>
        <translation>Aucun modèle n’est ouvert. Le modèle à énigmes est fourni ; un modèle qui écrit l’anglais est téléchargé à la demande. Votre propre dossier s’ouvre dans le menu Fichier.</translation>
    </message>
    <message>
        <source>Runs this text with %1 and records every loop</source>
        <translation>Exécute ce texte avec %1 et enregistre chaque boucle</translation>
    </message>
    <message>
        <source>Runs this text and records every loop</source>
        <translation>Exécute ce texte et enregistre chaque boucle</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>What stands here in the puzzle</source>
        <translation>Ce qui figure ici dans l’énigme</translation>
    </message>
    <message>
        <source>Opens the small model that comes with the program; it knows seven games</source>
        <translation>Ouvre le petit modèle fourni avec le programme ; il connaît sept jeux</translation>
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
        <translation>Palette</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns of panels</source>
        <translation>Colonnes de panneaux</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Gap between panels</source>
        <translation>Écart entre panneaux</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Épaisseur de trait</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Traits</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Panel letters</source>
        <translation>Lettres des panneaux</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Resolution of a PNG</source>
        <translation>Résolution d’un PNG</translation>
    </message>
    <message>
        <source>SVG text</source>
        <translation>Texte SVG</translation>
    </message>
    <message>
        <source>Same colour limits for equal measures</source>
        <translation>Mêmes limites de couleur pour des mesures égales</translation>
    </message>
    <message>
        <source>Same limits, one bar</source>
        <translation>Mêmes limites, une barre</translation>
    </message>
    <message>
        <source>Sans (DejaVu Sans)</source>
        <translation>Sans (DejaVu Sans)</translation>
    </message>
    <message>
        <source>Serif (Times or similar)</source>
        <translation>Serif (Times ou similaire)</translation>
    </message>
    <message>
        <source>Text of an SVG</source>
        <translation>Texte d’un SVG</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>in</source>
        <translation>po</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>contours</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
</context>
<context>
    <name>ouroscope::PanelControls</name>
    <message>
        <source>%1: %2</source>
        <extracomment>kind of figure: what it shows</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a figure of what the window shows now</source>
        <translation>Ajouter une figure de ce que montre la fenêtre</translation>
    </message>
    <message>
        <source>Exit line</source>
        <translation>Ligne de sortie</translation>
    </message>
    <message>
        <source>First token of the panel</source>
        <translation>Premier token du panneau</translation>
    </message>
    <message>
        <source>Last token of the panel</source>
        <translation>Dernier token du panneau</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-probabilité</translation>
    </message>
    <message>
        <source>Measure of the panel</source>
        <translation>Mesure du panneau</translation>
    </message>
    <message>
        <source>Move the chosen panel back</source>
        <translation>Reculer le panneau choisi</translation>
    </message>
    <message>
        <source>Move the chosen panel forward</source>
        <translation>Avancer le panneau choisi</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Panels of the page</source>
        <translation>Panneaux de la page</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the chosen panel</source>
        <translation>Retirer le panneau choisi</translation>
    </message>
    <message>
        <source>Set the chosen panel to what the window shows now</source>
        <translation>Mettre dans le panneau choisi ce que montre la fenêtre</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Montre</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Tokens vers le bas</translation>
    </message>
    <message>
        <source>Corpus: %1</source>
        <extracomment>panel of a page, of the open corpus</extracomment>
        <translation>Corpus : %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::PassLane</name>
    <message>
        <source>One pass through the layers</source>
        <translation>Un passage à travers les couches</translation>
    </message>
    <message>
        <source>One pass says “%1”, %2</source>
        <translation>Un passage dit « %1 », %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::PromptOptions</name>
    <message>
        <source>go on with the shown conversation</source>
        <translation>continuer la conversation affichée</translation>
    </message>
    <message>
        <source>special tokens are words</source>
        <translation>les tokens spéciaux sont des mots</translation>
    </message>
    <message>
        <source>no beginning-of-text token</source>
        <translation>pas de token de début de texte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>Identifiants de tokens</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>celui du modèle</translation>
    </message>
    <message>
        <source>none</source>
        <comment>system turn</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>this text:</source>
        <translation>ce texte :</translation>
    </message>
    <message>
        <source>as the model&apos;s template</source>
        <translation>comme le modèle de chat</translation>
    </message>
    <message>
        <source>think</source>
        <translation>réfléchir</translation>
    </message>
    <message>
        <source>do not think</source>
        <translation>ne pas réfléchir</translation>
    </message>
    <message>
        <source>Send the prompt as</source>
        <translation>Envoyer le prompt comme</translation>
    </message>
    <message>
        <source>System turn</source>
        <translation>Tour système</translation>
    </message>
    <message>
        <source>Text of the system turn</source>
        <translation>Texte du tour système</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Réflexion</translation>
    </message>
    <message>
        <source>The tokenizer of this model has no marks of turns.</source>
        <translation>Le tokenizer de ce modèle n’a pas de marques de tours.</translation>
    </message>
    <message>
        <source>For a prompt that is sent as chat.</source>
        <translation>Pour un prompt envoyé comme chat.</translation>
    </message>
    <message>
        <source>go on with the shown conversation (turn %1)</source>
        <translation>continuer la conversation affichée (tour %1)</translation>
    </message>
    <message>
        <source>What is shown is no conversation with an answer: a new one begins.</source>
        <translation>Ce qui est affiché n’est pas une conversation avec réponse : une nouvelle commence.</translation>
    </message>
    <message>
        <source>The prompt is its next turn, after all turns and answers so far</source>
        <translation>Le prompt en est le tour suivant, après tous les tours et réponses</translation>
    </message>
    <message>
        <source>A conversation that goes on keeps its system turn.</source>
        <translation>Une conversation qui continue garde son tour système.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes no system turn of its own.</source>
        <translation>Le modèle de chat n’écrit pas de tour système.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes: %1</source>
        <translation>Le modèle de chat écrit : %1</translation>
    </message>
    <message>
        <source>What the template writes with and without enable_thinking; where it does not know that word, “think” opens a &lt;think&gt; block</source>
        <translation>Ce que le modèle de chat écrit avec et sans enable_thinking ; s’il ne connaît pas ce mot, « réfléchir » ouvre un bloc &lt;think&gt;</translation>
    </message>
    <message>
        <source>Token ids have no special words.</source>
        <translation>Les identifiants de tokens n’ont pas de mots spéciaux.</translation>
    </message>
    <message>
        <source>Special tokens that are written out in the prompt are the words that they are written with</source>
        <translation>Les tokens spéciaux écrits dans le prompt sont les mots avec lesquels ils sont écrits</translation>
    </message>
    <message>
        <source>For a prompt that is sent as text.</source>
        <translation>Pour un prompt envoyé comme texte.</translation>
    </message>
    <message>
        <source>This model expects no token before a text.</source>
        <translation>Ce modèle n’attend aucun token avant un texte.</translation>
    </message>
    <message>
        <source>Leaves out what this model expects before a text</source>
        <translation>Omet ce que ce modèle attend avant un texte</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionHead</name>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Stays where it is; the next question comes beside it</source>
        <translation>Reste en place ; la question suivante vient à côté</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>Comment lire cette image</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>Vers la page</translation>
    </message>
    <message>
        <source>Adds this picture to the figure page, as a panel</source>
        <translation>Ajoute cette image à la page de figures, comme panneau</translation>
    </message>
    <message>
        <source>Copy or export this picture; a window of its own</source>
        <translation>Copier ou exporter cette image ; fenêtre à part</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>What the picture says</source>
        <translation>Ce que dit l’image</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>Autres actions sur cette image</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copier en SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copier en PNG</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>Dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>n = %1 tokens (few)</source>
        <translation>n = %1 tokens (peu)</translation>
    </message>
    <message>
        <source>n = %1 tokens</source>
        <translation>n = %1 tokens</translation>
    </message>
    <message>
        <source>Fewer than %1 tokens: chance alone can make such a picture. Open a longer text, or a corpus.</source>
        <translation>Moins de %1 tokens : le hasard seul peut donner une telle image. Ouvrez un texte plus long.</translation>
    </message>
    <message>
        <source>There is no picture here to copy yet.</source>
        <translation>Il n’y a pas encore d’image à copier ici.</translation>
    </message>
    <message>
        <source>Drag it onto “Paper” to add this picture to the page</source>
        <translation>À glisser sur « Papier » pour ajouter cette image à la page</translation>
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
        <translation>Bifurcation</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>Chargement de %1</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Ouvrir un dossier de modèle</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Exécution en cours</translation>
    </message>
    <message>
        <source>There is no model loaded: open a model folder first (File menu).</source>
        <translation>Aucun modèle n’est chargé : ouvrez d’abord un dossier de modèle (menu Fichier).</translation>
    </message>
    <message>
        <source>The examples of this model are not offered: %1</source>
        <translation>Les exemples de ce modèle ne sont pas proposés : %1</translation>
    </message>
    <message>
        <source>There is no trace to run again: run a prompt first.</source>
        <translation>Il n&apos;y a pas de trace à exécuter de nouveau : exécutez d&apos;abord une invite.</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>Nouvelle exécution</translation>
    </message>
    <message>
        <source>This text is longer than the %L1 positions that the model was made for: what comes after token %L1 is beyond its training.</source>
        <translation>Ce texte est plus long que les %L1 positions pour lesquelles le modèle a été fait : ce qui suit le token %L1 est au-delà de son entraînement.</translation>
    </message>
    <message>
        <source>%1 and gate “%2”</source>
        <comment>bf16 and gate</comment>
        <translation>%1 et avec la porte « %2 »</translation>
    </message>
    <message>
        <source>The model was opened again in %1, as this record was made.</source>
        <translation>Le modèle a été rouvert en %1, comme lors de cette trace.</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3 looped (%4)</source>
        <comment>bf16</comment>
        <translation>%1, couches %2 à %3 en boucle (%4)</translation>
    </message>
    <message>
        <source>Links out of the model folder</source>
        <translation>Liens hors du dossier du modèle</translation>
    </message>
    <message>
        <source>%1 is a link that leaves the model folder, to %2.</source>
        <translation>%1 est un lien qui sort du dossier du modèle, vers %2.</translation>
    </message>
    <message>
        <source>Follow the links out of this folder? What they lead to is read as part of the model.</source>
        <translation>Suivre les liens qui sortent de ce dossier ? Ce vers quoi ils mènent est lu comme une partie du modèle.</translation>
    </message>
    <message>
        <source>Follow the links</source>
        <translation>Suivre les liens</translation>
    </message>
    <message>
        <source>The model was not opened: %1 leaves its folder.</source>
        <translation>Le modèle n&apos;a pas été ouvert : %1 sort de son dossier.</translation>
    </message>
    <message>
        <source>This run was made with another model than the one that is open: open that model first.</source>
        <translation>Cette exécution a été faite avec un autre modèle que celui qui est ouvert : ouvrez d’abord ce modèle.</translation>
    </message>
    <message>
        <source>one plain pass</source>
        <translation>un passage simple</translation>
    </message>
    <message>
        <source>layers %1 looped</source>
        <translation>couches %1 bouclées</translation>
    </message>
    <message>
        <source>Running beside</source>
        <translation>Exécution à côté</translation>
    </message>
    <message>
        <source>Model to run the text on</source>
        <translation>Modèle qui lira le texte</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run already: show the untouched run, and sweep that.</source>
        <translation>Quelque chose a déjà été changé dans les boucles de cette exécution : montrez l’exécution inchangée et balayez celle-là.</translation>
    </message>
    <message>
        <source>The run whose states are to be put in is not open.</source>
        <translation>L’exécution dont les états doivent être mis n’est pas ouverte.</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Balayage</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>Balayage : %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunList</name>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Drop a run on another to compare the two</source>
        <translation>Déposez une exécution sur une autre pour comparer les deux</translation>
    </message>
    <message>
        <source>This file is away: click to look for it again.
%1</source>
        <translation>Ce fichier n&apos;est pas là : cliquez pour le chercher de nouveau.
%1</translation>
    </message>
    <message>
        <source>A run that is not saved (the session keeps it)</source>
        <translation>Une exécution non enregistrée (la session la conserve)</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <comment>on average</comment>
        <translation>boucle %1 sur %2</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>away</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>Compare with the shown run</source>
        <translation>Comparer à l’exécution affichée</translation>
    </message>
    <message>
        <source>Save trace...</source>
        <translation>Enregistrer la trace...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunOptions</name>
    <message>
        <source>word, #123</source>
        <translation>mot, #123</translation>
    </message>
    <message>
        <source>Their probability and rank are kept at every loop; #123 is a token id</source>
        <translation>Leur probabilité et leur rang sont gardés à chaque boucle ; #123 est un identifiant de token</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Drafts tokens with fewer loops and verifies them together: the same text and record</source>
        <translation>Ébauche des tokens avec moins de boucles et les vérifie ensemble : même texte, même enregistrement</translation>
    </message>
    <message>
        <source>Words to track</source>
        <translation>Mots à suivre</translation>
    </message>
    <message>
        <source>Words kept per loop</source>
        <translation>Mots gardés par boucle</translation>
    </message>
    <message>
        <source>Loops to draft with</source>
        <translation>Boucles pour ébauches</translation>
    </message>
    <message>
        <source>Tokens per draft</source>
        <translation>Tokens par ébauche</translation>
    </message>
    <message>
        <source>Generation stops after one of these too, each one token; #123 is a token id</source>
        <translation>La génération s’arrête aussi après l’un de ceux-ci, un token chacun ; #123 est un identifiant de token</translation>
    </message>
    <message>
        <source>at the model&apos;s own stop tokens</source>
        <translation>aux tokens d’arrêt du modèle</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>au contexte le plus long du modèle</translation>
    </message>
    <message>
        <source>The loops of this model start from noise, which is a function of this seed</source>
        <translation>Les boucles de ce modèle partent d’un bruit, fonction de cette graine</translation>
    </message>
    <message>
        <source>The end of the text, and in a conversation the end of the turn; without it a run has all the tokens that are asked for</source>
        <translation>La fin du texte, et dans une conversation la fin du tour ; sans cela une exécution a tous les tokens demandés</translation>
    </message>
    <message>
        <source>Without it a run goes on beyond what the model was made for</source>
        <translation>Sans cela une exécution va au-delà de ce pour quoi le modèle est fait</translation>
    </message>
    <message>
        <source>and at</source>
        <translation>et à</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>Graine du départ</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>The run ends</source>
        <translation>Fin de l’exécution</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Le modèle</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>Déroulement</translation>
    </message>
    <message>
        <source>Tokens stop by</source>
        <translation>Les tokens s&apos;arrêtent par</translation>
    </message>
    <message>
        <source>Keep also:</source>
        <translation>Garder aussi :</translation>
    </message>
</context>
<context>
    <name>ouroscope::SessionKeeper</name>
    <message>
        <source>Bringing the last session back ended the program twice, so it was set aside in %1.</source>
        <translation>Rétablir la dernière session a arrêté le programme deux fois ; elle a été mise de côté dans %1.</translation>
    </message>
    <message>
        <source>The session cannot be kept: the folder %1 cannot be written. Save runs by hand.</source>
        <translation>La session ne peut pas être conservée : le dossier %1 n’est pas accessible en écriture. Enregistrez les exécutions à la main.</translation>
    </message>
    <message>
        <source>The session could not be kept: %1</source>
        <translation>La session n’a pas pu être conservée : %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripCanvas</name>
    <message>
        <source>Exit loop %1</source>
        <translation>Boucle de sortie %1</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: %3 %4</source>
        <comment>loop; measure: value unit</comment>
        <translation>Boucle de sortie %1 ; %2 : %3 %4</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: not in the record</source>
        <translation>Boucle de sortie %1 ; %2 : absent de l’enregistrement</translation>
    </message>
    <message>
        <source>Expected depth %1; best next word there: “%2”</source>
        <translation>Profondeur espérée %1 ; meilleur mot suivant à cet endroit : « %2 »</translation>
    </message>
    <message>
        <source>Token %1 of %2 “%3”, %4</source>
        <translation>Token %1 sur %2 « %3 », %4</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation>Token %1 « %2 »</translation>
    </message>
    <message>
        <source>Token %1 “%2”, generated</source>
        <translation>Token %1 « %2 », généré</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>généré</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>Before it the tokenizer left out %1</source>
        <translation>Avant lui le tokenizer a omis %1</translation>
    </message>
    <message>
        <source>After it the tokenizer left out %1</source>
        <translation>Après lui le tokenizer a omis %1</translation>
    </message>
    <message>
        <source>Text with the depth of every word</source>
        <translation>Texte avec la profondeur de chaque mot</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2 (trained with %3)</source>
        <translation>Boucles permises : %1 sur %2 (entraîné avec %3)</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Boucles permises : %1 sur %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripView</name>
    <message>
        <source>Copy as table</source>
        <translation>Copier en tableau</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Rechercher...</translation>
    </message>
    <message>
        <source>Show spaces</source>
        <translation>Afficher les espaces</translation>
    </message>
    <message>
        <source>How sure the gate must be</source>
        <translation>Certitude exigée de la porte</translation>
    </message>
    <message>
        <source>No exit gate</source>
        <translation>Pas de porte de sortie</translation>
    </message>
    <message>
        <source>How sure: %1</source>
        <translation>Certitude : %1</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copier en SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copier en PNG</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>Montrer un exemple</translation>
    </message>
    <message>
        <source>A recorded text of a small language model; nothing is fetched</source>
        <translation>Un texte enregistré d’un petit modèle de langue ; rien n’est téléchargé</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>Ouvrir une trace…</translation>
    </message>
    <message>
        <source>A record that was kept in a file</source>
        <translation>Un enregistrement gardé dans un fichier</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>A folder with a model, to run texts of one’s own</source>
        <translation>Un dossier avec un modèle, pour exécuter ses propres textes</translation>
    </message>
    <message>
        <source>Type a prompt and press Run, or open a trace.</source>
        <translation>Saisissez un prompt et appuyez sur Exécuter, ou ouvrez une trace.</translation>
    </message>
    <message>
        <source>Nothing is open yet: look at an example, or open a trace or a model.</source>
        <translation>Rien n’est encore ouvert : regardez un exemple, ou ouvrez une trace ou un modèle.</translation>
    </message>
</context>
<context>
    <name>ouroscope::SummaryView</name>
    <message>
        <source>%1 layers, hidden size %2, %3 words</source>
        <translation>%1 couches, taille cachée %2, %3 mots</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>number type, device</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 prompt, %2 generated</source>
        <translation>%1 de prompt, %2 générés</translation>
    </message>
    <message>
        <source>%1 prompt, none generated</source>
        <translation>%1 de prompt, aucun généré</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2</source>
        <translation>%1 enregistrées, entraîné avec %2</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2: the last are beyond training</source>
        <translation>%1 enregistrées, entraîné avec %2 : les dernières dépassent l’entraînement</translation>
    </message>
    <message>
        <source>%1, weights SHA-256 %2…</source>
        <translation>%1, poids SHA-256 %2…</translation>
    </message>
    <message>
        <source>%1: loops after an exit were truly skipped</source>
        <translation>%1 : les boucles après une sortie ont vraiment été sautées</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) a loop</source>
        <translation>
            <numerusform>%n candidat par boucle</numerusform>
            <numerusform>%n candidats par boucle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), read at loop %1 of %2 on average</source>
        <translation>
            <numerusform>%n token, lu en moyenne à la boucle %1 sur %2</numerusform>
            <numerusform>%n tokens, lus en moyenne à la boucle %1 sur %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Arithmétique</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Règle de sortie</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Portes</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Comment elle a été faite</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Clés et valeurs</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Boucles</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Créée par</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Not captured</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Rien n’est encore enregistré : exécutez un prompt ou ouvrez une trace.</translation>
    </message>
    <message>
        <source>Nothing stands out: no token changes its best word.</source>
        <translation>Rien ne ressort : aucun token ne change de meilleur mot.</translation>
    </message>
    <message>
        <source>Ouroscope %1</source>
        <translation>Ouroscope %1</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Échantillonnage</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Summary of the trace</source>
        <translation>Résumé de la trace</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <comment>position and text</comment>
        <translation>Token %1 « %2 »</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokeniseur</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tracked words</source>
        <translation>Mots suivis</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>Où regarder d’abord</translation>
    </message>
    <message numerus="yes">
        <source>changes its best word %n time(s)</source>
        <translation>
            <numerusform>change %n fois de meilleur mot</numerusform>
            <numerusform>change %n fois de meilleur mot</numerusform>
        </translation>
    </message>
    <message>
        <source>commits latest: at loop %1</source>
        <translation>s’engage en dernier : à la boucle %1</translation>
    </message>
    <message>
        <source>deepest: expected depth %1</source>
        <translation>le plus profond : profondeur espérée %1</translation>
    </message>
    <message>
        <source>first loop whose cumulative exit probability reaches %1; the last takes the rest</source>
        <translation>première boucle dont la probabilité de sortie cumulée atteint %1 ; la dernière prend le reste</translation>
    </message>
    <message>
        <source>full: every loop was run, an exit only chooses which is read</source>
        <translation>full : toutes les boucles ont été exécutées, une sortie choisit seulement laquelle est lue</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>glouton</translation>
    </message>
    <message>
        <source>had the next word right and lost it: %1 nats</source>
        <translation>avait le bon mot suivant et l’a perdu : %1 nats</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>états cachés</translation>
    </message>
    <message>
        <source>layers within loops</source>
        <translation>couches dans les boucles</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>most changed by the last loop: KL %1 nats</source>
        <translation>le plus changé par la dernière boucle : KL %1 nats</translation>
    </message>
    <message>
        <source>none: read at the last loop</source>
        <translation>aucune : lu à la dernière boucle</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, seed %3</source>
        <translation>température %1, top-p %2, graine %3</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>celle du modèle</translation>
    </message>
    <message>
        <source>The run was %1.</source>
        <comment>stopped after 3 of 5 tokens</comment>
        <translation>L&apos;exécution a été %1.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>longer than the %1 positions that the model was made for: what comes after token %1 is beyond its training</source>
        <translation>plus long que les %1 positions pour lesquelles le modèle a été fait : ce qui suit le token %1 est au-delà de son entraînement</translation>
    </message>
    <message>
        <source>Not numbers</source>
        <translation>Non numériques</translation>
    </message>
    <message>
        <source>none: this model has no exit gate</source>
        <translation>aucune : ce modèle n’a pas de porte de sortie</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>nombres des couches</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>similarité des couches</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>attention des têtes</translation>
    </message>
    <message>
        <source>states of layers %1</source>
        <translation>états des couches %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::SweepView</name>
    <message>
        <source>Sweep</source>
        <translation>Balayer</translation>
    </message>
    <message>
        <source>What the change does at every loop and place; arrow keys choose a cell</source>
        <translation>Ce que fait le changement à chaque boucle et endroit ; les flèches choisissent une cellule</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>Ce que disent les couleurs</translation>
    </message>
    <message>
        <source>change of log p</source>
        <translation>changement de log p</translation>
    </message>
    <message>
        <source>KL to the untouched run</source>
        <translation>KL à l’exécution inchangée</translation>
    </message>
    <message>
        <source>There is no map of this run yet. Choose a change and press Sweep: the map comes as a run of its own.</source>
        <translation>Il n’y a pas encore de carte de cette exécution. Choisissez un changement et pressez Balayer : la carte vient comme exécution à part.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Rien n’est encore enregistré : exécutez un prompt ou ouvrez une trace.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Layers: after each layer of each loop. Tokens: each token at the end of each loop</source>
        <translation>Couches : après chaque couche de chaque boucle. Tokens : chaque token à la fin de chaque boucle</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Ce qui est changé</translation>
    </message>
    <message>
        <source>scale the state</source>
        <translation>mettre l’état à l’échelle</translation>
    </message>
    <message>
        <source>blur the state with noise</source>
        <translation>brouiller l’état par du bruit</translation>
    </message>
    <message>
        <source>put in the state of another run</source>
        <translation>mettre l’état d’une autre exécution</translation>
    </message>
    <message>
        <source>skip the layer</source>
        <translation>sauter la couche</translation>
    </message>
    <message>
        <source>skip the loop</source>
        <translation>sauter la boucle</translation>
    </message>
    <message>
        <source>repeat the loop</source>
        <translation>répéter la boucle</translation>
    </message>
    <message>
        <source>What is done at one place of each run; all else stays as it was</source>
        <translation>Ce qui est fait à un endroit de chaque exécution ; tout le reste demeure</translation>
    </message>
    <message>
        <source>The factor of the state (0 removes it), or the size of the noise</source>
        <translation>Le facteur de l’état (0 le retire) ou la taille du bruit</translation>
    </message>
    <message>
        <source>Its prompt is run, too: a token gets the state of the token that is as far from the end</source>
        <translation>Son invite est lancée aussi : un token reçoit l’état du token aussi loin de la fin</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all (tous) ou des numéros de tokens à partir de 1 : 5, 2-4, 2- (jusqu’à la fin), 1+4-6</translation>
    </message>
    <message>
        <source>The word after this token is asked; tokens after it are not run</source>
        <translation>Le mot après ce token est demandé ; les tokens suivants ne sont pas lancés</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>le meilleur</translation>
    </message>
    <message>
        <source>Whose probability is asked; #123 is a token id; empty: the best word of the untouched run</source>
        <translation>Dont la probabilité est demandée ; #123 est un id de token ; vide : le meilleur mot de l’exécution inchangée</translation>
    </message>
    <message>
        <source>by</source>
        <translation>de</translation>
    </message>
    <message>
        <source>of</source>
        <translation>de</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>pour les tokens</translation>
    </message>
    <message>
        <source>At every loop and</source>
        <translation>À chaque boucle et</translation>
    </message>
    <message>
        <source>answer after token</source>
        <translation>réponse après le token</translation>
    </message>
    <message>
        <source>word</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>Runs the text once for every cell; the window goes on</source>
        <translation>Lance le texte une fois par cellule ; la fenêtre reste utilisable</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Ouvrez d’abord un modèle (menu Fichier)</translation>
    </message>
    <message>
        <source>no other run is open</source>
        <translation>aucune autre exécution n’est ouverte</translation>
    </message>
    <message>
        <source>Run the other prompt first: the states of open runs can be put in.</source>
        <translation>Lancez d’abord l’autre invite : on peut mettre les états d’exécutions ouvertes.</translation>
    </message>
    <message>
        <source>As a command: %1</source>
        <translation>En commande : %1</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>Change of log p (nats)</source>
        <translation>Changement de log p (nats)</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>Pointez une cellule pour la lire.</translation>
    </message>
    <message>
        <source>Loop %1, token %2 “%3”</source>
        <translation>Boucle %1, token %2 « %3 »</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Boucle %1, couche %2</translation>
    </message>
    <message>
        <source>%1: log p of “%2” changes by %3 nats, KL %4 nats; it then says “%5”.</source>
        <comment>place, word, numbers, word</comment>
        <translation>%1 : log p de « %2 » change de %3 nats, KL %4 nats ; il dit alors « %5 ».</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachGate</name>
    <message>
        <source>Probability of having stopped, loop by loop</source>
        <translation>Probabilité de s’être arrêté, boucle par boucle</translation>
    </message>
    <message>
        <source>Stopped by loop %1 with probability %2, threshold %3</source>
        <translation>Arrêté à la boucle %1 avec probabilité %2, seuil %3</translation>
    </message>
    <message>
        <source>Stopped by now (hatched: what was left)</source>
        <translation>Arrêté à ce stade (hachuré : le reste)</translation>
    </message>
    <message>
        <source>Stopped by now, loop by loop</source>
        <translation>Arrêté à ce stade, boucle par boucle</translation>
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
        <translation>Boucle 1 : l’état traverse les couches et regarde les jetons qui précèdent. Ici, les deux voies font la même chose.</translation>
    </message>
    <message>
        <source>Loop %1: the same layers once more, now with what the loop before worked out.</source>
        <translation>Boucle %1 : encore les mêmes couches, avec ce que la boucle précédente a élaboré.</translation>
    </message>
    <message>
        <source>One pass is over and says “%1”.</source>
        <translation>Le passage unique est fini et dit « %1 ».</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>Ce modèle n’a pas de porte : le nombre de boucles était fixé d’avance.</translation>
    </message>
    <message>
        <source>The last loop: everything that did not stop earlier stops here.</source>
        <translation>La dernière boucle : ce qui ne s’est pas arrêté avant s’arrête ici.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. That reaches the threshold, so the model stops here.</source>
        <translation>La porte : arrêté à ce stade avec probabilité %1. Le seuil est atteint, le modèle s’arrête donc ici.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. Not enough, so another loop.</source>
        <translation>La porte : arrêté à ce stade avec probabilité %1. Pas assez, donc encore une boucle.</translation>
    </message>
    <message>
        <source>The gate would have stopped before: a look at what more loops would say.</source>
        <translation>La porte se serait arrêtée avant : voyons ce que diraient plus de boucles.</translation>
    </message>
    <message>
        <source>The head reads the answer: “%1”, %2 %.</source>
        <translation>La tête lit la réponse : « %1 », %2 %.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %: another word than a loop before.</source>
        <translation>Lu maintenant, ce serait « %1 », %2 % : un autre mot qu’une boucle avant.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %.</source>
        <translation>Lu maintenant, ce serait « %1 », %2 %.</translation>
    </message>
    <message>
        <source>The token “%1” enters the loop as a vector. Space plays, the arrows step.</source>
        <translation>Le token « %1 » entre dans la boucle comme vecteur. Espace lit, les flèches avancent pas à pas.</translation>
    </message>
    <message>
        <source>The state is brought back to its usual length: from here the next loop starts.</source>
        <translation>L’état est ramené à sa longueur habituelle : la boucle suivante part d’ici.</translation>
    </message>
    <message>
        <source>In plain words: for the model a word is a long list of numbers, its state. The dot is this list on its way.</source>
        <translation>En clair : pour le modèle, un mot est une longue liste de nombres, son état. Le point est cette liste en chemin.</translation>
    </message>
    <message>
        <source>In plain words: it looks back at the words before and works something out.</source>
        <translation>En clair : il regarde les mots qui précèdent et en tire quelque chose.</translation>
    </message>
    <message>
        <source>In plain words: it thinks it over once more. Between the loops no word is written: this thinking is silent.</source>
        <translation>En clair : il y réfléchit encore une fois. Entre les boucles, aucun mot n’est écrit : cette réflexion est silencieuse.</translation>
    </message>
    <message>
        <source>In plain words: all numbers are made larger or smaller together, so that every round begins alike.</source>
        <translation>En clair : tous les nombres sont agrandis ou réduits ensemble, pour que chaque tour commence pareil.</translation>
    </message>
    <message>
        <source>In plain words: nothing asks whether it is enough.</source>
        <translation>En clair : rien ne demande si c’est assez.</translation>
    </message>
    <message>
        <source>In plain words: the numbers are turned into words. The best one is what the model would write if it stopped now.</source>
        <translation>En clair : les nombres deviennent des mots. Le meilleur est celui que le modèle écrirait s’il s’arrêtait là.</translation>
    </message>
    <message numerus="yes">
        <source>The model: %1, a small language model. %n layer(s) in its middle are used again and again; those before and after are used once.</source>
        <translation>
            <numerusform>Le modèle : %1, un petit modèle de langue. %n couche du milieu est réutilisée sans cesse ; celles d’avant et d’après servent une fois.</numerusform>
            <numerusform>Le modèle : %1, un petit modèle de langue. Ses %n couches du milieu sont réutilisées sans cesse ; celles d’avant et d’après servent une fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>In plain words: a small switch asks “Enough?”. Its answer λ goes from 0 (go on) to 1 (stop); the bar adds the rounds up.</source>
        <translation>En clair : un petit interrupteur demande « Assez ? ». Sa réponse λ va de 0 (continuer) à 1 (arrêter) ; la barre additionne les tours.</translation>
    </message>
    <message>
        <source>The puzzle model: following people through a text is what it has not learned, so what it says here is a guess.</source>
        <translation>Le modèle à énigmes : suivre des personnes dans un texte, il ne l’a pas appris ; ce qu’il dit ici est deviné.</translation>
    </message>
    <message>
        <source>The puzzle model: it knows these seven games and nothing else; of every number it works with the last digit only.</source>
        <translation>Le modèle à énigmes : il connaît ces sept jeux et rien d’autre ; de chaque nombre il n’utilise que le dernier chiffre.</translation>
    </message>
    <message>
        <source>The puzzle model: this text is none of its seven games, so what it says of it means nothing.</source>
        <translation>Le modèle à énigmes : ce texte n’est aucun de ses sept jeux ; ce qu’il en dit ne signifie rien.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachText</name>
    <message>
        <source>The text</source>
        <translation>Le texte</translation>
    </message>
    <message>
        <source>Token %1 is selected</source>
        <translation>Le token %1 est sélectionné</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachView</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n couche</numerusform>
            <numerusform>%n couches</numerusform>
        </translation>
    </message>
    <message>
        <source>After loop %1 the model would say</source>
        <translation>Après la boucle %1 le modèle dirait</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore</translation>
    </message>
    <message>
        <source>Choose an example, or take the tour.</source>
        <translation>Choisissez un exemple ou suivez la visite.</translation>
    </message>
    <message>
        <source>Every loop has an answer</source>
        <translation>Chaque boucle a une réponse</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Exit threshold q</source>
        <translation>Seuil de sortie q</translation>
    </message>
    <message>
        <source>Guess first</source>
        <translation>Devinez d’abord</translation>
    </message>
    <message>
        <source>Guess, or press Space to see.</source>
        <translation>Devinez, ou appuyez sur Espace pour voir.</translation>
    </message>
    <message>
        <source>In the text “%1” follows.</source>
        <translation>Dans le texte suit « %1 ».</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next station (right arrow)</source>
        <translation>Étape suivante (flèche droite)</translation>
    </message>
    <message>
        <source>Nothing read out yet</source>
        <translation>Rien n’est encore lu</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>À vous</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Play and pause (Space)</source>
        <translation>Lire et mettre en pause (Espace)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Previous station (left arrow)</source>
        <translation>Étape précédente (flèche gauche)</translation>
    </message>
    <message>
        <source>Recorded example</source>
        <translation>Exemple enregistré</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Suivre la visite</translation>
    </message>
    <message>
        <source>The gate decides when it is enough</source>
        <translation>La porte décide quand c’est assez</translation>
    </message>
    <message>
        <source>The threshold is yours</source>
        <translation>Le seuil est à vous</translation>
    </message>
    <message>
        <source>Threshold q %1</source>
        <translation>Seuil q %1</translation>
    </message>
    <message>
        <source>Which word will the model give after “%1”?</source>
        <translation>Quel mot le modèle donnera-t-il après « %1 » ?</translation>
    </message>
    <message>
        <source>You guessed it: “%1”.</source>
        <translation>Bien deviné : « %1 ».</translation>
    </message>
    <message>
        <source>You guessed “%1”, the model says “%2”.</source>
        <translation>Vous avez deviné « %1 », le modèle dit « %2 ».</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>or type a word, then Enter</source>
        <translation>ou tapez un mot, puis Entrée</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Un passage</translation>
    </message>
    <message>
        <source>Puzzle: %1</source>
        <translation>Énigme : %1</translation>
    </message>
    <message numerus="yes">
        <source>Looped, up to %n time(s)</source>
        <translation>
            <numerusform>En boucle, jusqu’à %n fois</numerusform>
            <numerusform>En boucle, jusqu’à %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate λ %1, stopped by now %2</source>
        <translation>Porte λ %1, arrêté à présent %2</translation>
    </message>
    <message>
        <source>One pass says the same.</source>
        <translation>Un passage dit la même chose.</translation>
    </message>
    <message>
        <source>One pass says “%1”, loop %2 says “%3”.</source>
        <translation>Un passage dit « %1 », la boucle %2 dit « %3 ».</translation>
    </message>
    <message>
        <source>By the game&apos;s rule that is right.</source>
        <translation>Selon la règle du jeu, c’est juste.</translation>
    </message>
    <message>
        <source>By the game&apos;s rule it is “%1”.</source>
        <translation>Selon la règle du jeu, c’est « %1 ».</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Texte à soi</translation>
    </message>
    <message>
        <source>Handout...</source>
        <translation>Fiche...</translation>
    </message>
    <message>
        <source>This walk in six frames, as a sheet of paper for a class</source>
        <translation>Ce parcours en six cadres, sur une feuille pour une classe</translation>
    </message>
    <message>
        <source>Run a text of your own and see it in both lanes</source>
        <translation>Lancer votre texte et le voir dans les deux voies</translation>
    </message>
    <message>
        <source>Right: %1 of %2</source>
        <translation>Justes : %1 sur %2</translation>
    </message>
    <message>
        <source>A text is a row of pieces</source>
        <translation>Un texte est une suite de morceaux</translation>
    </message>
    <message>
        <source>The model reads a text piece by piece; a piece is called a token. The small digit and the colour say at which loop a piece is read. Click one to choose it.</source>
        <translation>Le modèle lit un texte morceau par morceau ; un morceau s’appelle un jeton. Le petit chiffre et la couleur disent à quelle boucle il est lu. Cliquez sur un morceau pour le choisir.</translation>
    </message>
    <message>
        <source>On this side the layers are used once, and then the model has to speak: it says “%1”.</source>
        <translation>De ce côté, les couches servent une fois, puis le modèle doit parler : il dit « %1 ».</translation>
    </message>
    <message>
        <source>The same layers again</source>
        <translation>Encore les mêmes couches</translation>
    </message>
    <message>
        <source>On this side the same layers are used again and again, here up to %1 times. Press Space and follow the dot.</source>
        <translation>De ce côté, les mêmes couches resservent, ici jusqu’à %1 fois. Appuyez sur Espace et suivez le point.</translation>
    </message>
    <message>
        <source>The chips keep the best word after each loop: first “%1”, from loop %2 on “%3”. Between the loops nothing is written: this thinking is silent.</source>
        <translation>Les pastilles gardent le meilleur mot après chaque boucle : d’abord « %1 », à partir de la boucle %2 « %3 ». Entre les boucles, rien n’est écrit : cette réflexion est silencieuse.</translation>
    </message>
    <message>
        <source>After each loop a small switch, the gate, says how likely it is to stop. The bar adds this up. At loop %1 it passes the line q: there the model stops. What is left at the last loop is hatched.</source>
        <translation>Après chaque boucle, un petit interrupteur, la porte, dit combien l’arrêt est probable. La barre additionne. À la boucle %1 elle dépasse la ligne q : le modèle s’y arrête. Ce qui reste à la dernière boucle est hachuré.</translation>
    </message>
    <message>
        <source>Drag the handle of q all the way to the left: the model stops after loop 1 and says “%1”. Nothing is computed again: the record holds every loop.</source>
        <translation>Tirez la poignée de q tout à gauche : le modèle s’arrête après la boucle 1 et dit « %1 ». Rien n’est recalculé : l’enregistrement contient toutes les boucles.</translation>
    </message>
    <message>
        <source>Guess the word before it is revealed: choose one or type it. Right guesses are counted. Afterwards take another example, or press “%1” and run one of your own.</source>
        <translation>Devinez le mot avant qu’il soit dévoilé : choisissez-le ou saisissez-le. Les réponses justes sont comptées. Ensuite, prenez un autre exemple, ou « %1 » pour lancer le vôtre.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachWords</name>
    <message>
        <source>The best next words after this loop</source>
        <translation>Les meilleurs mots suivants après cette boucle</translation>
    </message>
</context>
<context>
    <name>ouroscope::TokenLoopPlot</name>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Boucle (tirets : entraîné avec %1)</translation>
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
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Terminer la visite</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>ouroscope::WhatIfView</name>
    <message>
        <source>First loop</source>
        <translation>Première boucle</translation>
    </message>
    <message>
        <source>Last loop</source>
        <translation>Dernière boucle</translation>
    </message>
    <message>
        <source>How often more</source>
        <translation>Combien de fois de plus</translation>
    </message>
    <message>
        <source>Token whose state is taken</source>
        <translation>Token dont l’état est pris</translation>
    </message>
    <message>
        <source>Run with this change</source>
        <translation>Lancer avec ce changement</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Sélectionnés</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>Voir la différence</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Ce qui est changé</translation>
    </message>
    <message>
        <source>a loop is skipped</source>
        <translation>une boucle est sautée</translation>
    </message>
    <message>
        <source>a loop is repeated</source>
        <translation>une boucle est répétée</translation>
    </message>
    <message>
        <source>a layer is skipped</source>
        <translation>une couche est sautée</translation>
    </message>
    <message>
        <source>the state is scaled</source>
        <translation>l’état est mis à l’échelle</translation>
    </message>
    <message>
        <source>the state is blurred with noise</source>
        <translation>l’état est brouillé par du bruit</translation>
    </message>
    <message>
        <source>the state of another token takes its place</source>
        <translation>l’état d’un autre token prend sa place</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all (tous) ou des numéros de tokens à partir de 1 : 5, 2-4, 2- (jusqu’à la fin), 1+4-6</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Et si</translation>
    </message>
    <message>
        <source>at loops</source>
        <translation>aux boucles</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>after layer</source>
        <translation>après la couche</translation>
    </message>
    <message>
        <source>by</source>
        <translation>de</translation>
    </message>
    <message>
        <source>more times</source>
        <translation>fois de plus</translation>
    </message>
    <message>
        <source>from token</source>
        <translation>du token</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>pour les tokens</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>Dans cette exécution</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>En commande</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Rien n’est encore enregistré : exécutez un prompt ou ouvrez une trace.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Ouvrez d’abord un modèle (menu Fichier)</translation>
    </message>
    <message>
        <source>the end of the loop</source>
        <translation>la fin de la boucle</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>rien n’a été changé</translation>
    </message>
    <message>
        <source>Runs the same text once more, with this change</source>
        <translation>Exécute de nouveau le même texte, avec ce changement</translation>
    </message>
    <message>
        <source>As the model is</source>
        <translation>Le modèle tel quel</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>Avec le changement</translation>
    </message>
    <message>
        <source>Best words without and with the change</source>
        <translation>Meilleurs mots sans et avec le changement</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>Après « %1 »</translation>
    </message>
</context>
</TS>

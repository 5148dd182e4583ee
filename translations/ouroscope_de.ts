<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AblationGroups</name>
    <message>
        <source>0.1 to 1 nats</source>
        <translation>0,1 bis 1 nats</translation>
    </message>
    <message>
        <source>1 to 3 nats</source>
        <translation>1 bis 3 nats</translation>
    </message>
    <message>
        <source>3 nats and more</source>
        <translation>3 nats und mehr</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Alle Token</translation>
    </message>
    <message>
        <source>Below 0.1 nats</source>
        <translation>Unter 0,1 nats</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>Wortfortsetzung</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Generiert</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Satzzeichen</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Sondertoken</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>Leerraum</translation>
    </message>
    <message>
        <source>Word-initial</source>
        <translation>Wortanfang</translation>
    </message>
</context>
<context>
    <name>ControlTips</name>
    <message>
        <source>Runs the prompt with these settings</source>
        <translation>Führt den Prompt mit diesen Einstellungen aus</translation>
    </message>
    <message>
        <source>Ends what runs; what is recorded so far is kept</source>
        <translation>Beendet, was läuft; das bisher Aufgezeichnete bleibt</translation>
    </message>
    <message>
        <source>Ends this calculation</source>
        <translation>Beendet diese Berechnung</translation>
    </message>
    <message>
        <source>Starts this calculation once more</source>
        <translation>Beginnt diese Berechnung noch einmal</translation>
    </message>
    <message>
        <source>The text that the model reads; Ctrl+Return runs it</source>
        <translation>Der Text, den das Modell liest; Strg+Eingabe führt ihn aus</translation>
    </message>
    <message>
        <source>Plain text, or a conversation with the marks that the model was trained with</source>
        <translation>Reiner Text oder ein Gespräch mit den Zeichen, mit denen das Modell trainiert wurde</translation>
    </message>
    <message>
        <source>Records the state of every loop: the map of its way needs it</source>
        <translation>Zeichnet den Zustand jeder Schleife auf: die Karte seines Weges braucht ihn</translation>
    </message>
    <message>
        <source>Records the layers within every loop: rungs and rows open into them</source>
        <translation>Zeichnet die Schichten in jeder Schleife auf: Sprossen und Zeilen lassen sich dann öffnen</translation>
    </message>
    <message>
        <source>Records the score of every word of the vocabulary: large files</source>
        <translation>Zeichnet die Bewertung jedes Worts des Vokabulars auf: große Dateien</translation>
    </message>
    <message>
        <source>How many of the likeliest words are recorded at every loop</source>
        <translation>Wie viele der wahrscheinlichsten Wörter bei jeder Schleife aufgezeichnet werden</translation>
    </message>
    <message>
        <source>How many tokens are guessed with few loops before all loops check them</source>
        <translation>Wie viele Tokens mit wenigen Schleifen geraten werden, bevor alle Schleifen sie prüfen</translation>
    </message>
    <message>
        <source>Opens this model with these layers looped</source>
        <translation>Öffnet dieses Modell mit diesen Schichten in Schleife</translation>
    </message>
    <message>
        <source>How tokens are grouped: every group has its own gain</source>
        <translation>Wie Tokens gruppiert werden: jede Gruppe hat ihren eigenen Gewinn</translation>
    </message>
    <message>
        <source>Which tokens are listed: those that change, settle, are right or get lost</source>
        <translation>Welche Tokens aufgeführt werden: die wechseln, sich festlegen, richtig oder verloren sind</translation>
    </message>
    <message>
        <source>For every token: the best word after each loop, and where it stays</source>
        <translation>Zu jedem Token: das beste Wort nach jeder Schleife, und wo es bleibt</translation>
    </message>
    <message>
        <source>For every added loop: where the loss fell and where it rose, in nats</source>
        <translation>Zu jeder weiteren Schleife: wo der Verlust fiel und wo er stieg, in Nats</translation>
    </message>
    <message>
        <source>How good a reading is: as many best words as full depth, the loss, or the distance to full depth (KL)</source>
        <translation>Wie gut eine Lesung ist: so viele beste Wörter wie volle Tiefe, der Verlust oder der Abstand zur vollen Tiefe (KL)</translation>
    </message>
    <message>
        <source>What the shown run is compared with</source>
        <translation>Womit der gezeigte Lauf verglichen wird</translation>
    </message>
    <message>
        <source>How many loops a word may use in B</source>
        <translation>Wie viele Schleifen ein Wort in B benutzen darf</translation>
    </message>
    <message>
        <source>How sure the gate must be in B (q)</source>
        <translation>Wie sicher das Gate in B sein muss (q)</translation>
    </message>
    <message>
        <source>Which exit gate decides in B</source>
        <translation>Welches Ausstiegsgate in B entscheidet</translation>
    </message>
    <message>
        <source>B is read with the loops allowed, q and gate of A</source>
        <translation>B wird mit erlaubten Schleifen, q und Gate von A gelesen</translation>
    </message>
    <message>
        <source>The quantity whose difference the map shows</source>
        <translation>Die Größe, deren Unterschied die Karte zeigt</translation>
    </message>
    <message>
        <source>The quantity that the colour shows</source>
        <translation>Die Größe, die die Farbe zeigt</translation>
    </message>
    <message>
        <source>Tokens below each other, words to be read without turning the head</source>
        <translation>Tokens untereinander, Wörter ohne Kopfdrehen lesbar</translation>
    </message>
    <message>
        <source>A line along the loop at which each token is read</source>
        <translation>Eine Linie entlang der Schleife, an der jedes Token gelesen wird</translation>
    </message>
    <message>
        <source>Which part of the text the panel shows, in tokens from 1</source>
        <translation>Welchen Teil des Textes die Tafel zeigt, in Tokens ab 1</translation>
    </message>
    <message>
        <source>The quantity that the curves follow from loop to loop</source>
        <translation>Die Größe, der die Kurven von Schleife zu Schleife folgen</translation>
    </message>
    <message>
        <source>Which two of the directions in which states differ most</source>
        <translation>Welche zwei der Richtungen, in denen sich Zustände am meisten unterscheiden</translation>
    </message>
    <message>
        <source>Runs the same text again and records the states, for the map of their way</source>
        <translation>Führt denselben Text noch einmal aus und zeichnet die Zustände auf, für die Karte ihres Weges</translation>
    </message>
    <message>
        <source>What the curves of words show: probability, its logarithm, or the place among all words</source>
        <translation>Was die Kurven der Wörter zeigen: Wahrscheinlichkeit, ihr Logarithmus oder der Platz unter allen Wörtern</translation>
    </message>
    <message>
        <source>Words whose curves are drawn, with commas between</source>
        <translation>Wörter, deren Kurven gezeichnet werden, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Runs the same text again and records the layers within every loop</source>
        <translation>Führt denselben Text noch einmal aus und zeichnet die Schichten in jeder Schleife auf</translation>
    </message>
    <message>
        <source>The words to look for in the text</source>
        <translation>Die Wörter, die im Text gesucht werden</translation>
    </message>
    <message>
        <source>How many loops the tokens to come may use</source>
        <translation>Wie viele Schleifen die künftigen Tokens benutzen dürfen</translation>
    </message>
    <message>
        <source>How sure the gate must be about the tokens to come (q)</source>
        <translation>Wie sicher das Gate bei den künftigen Tokens sein muss (q)</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; higher values draw more freely</source>
        <translation>0 nimmt das wahrscheinlichste Wort; höhere Werte ziehen freier</translation>
    </message>
    <message>
        <source>Equal seeds draw equal words</source>
        <translation>Gleiche Startwerte ziehen gleiche Wörter</translation>
    </message>
    <message>
        <source>What is done to the state inside the loops</source>
        <translation>Was in den Schleifen mit dem Zustand geschieht</translation>
    </message>
    <message>
        <source>In which loops the change is made, from 1</source>
        <translation>In welchen Schleifen die Änderung geschieht, ab 1</translation>
    </message>
    <message>
        <source>After which layer the change is made, or at the end of the loop</source>
        <translation>Nach welcher Schicht die Änderung geschieht, oder am Ende der Schleife</translation>
    </message>
    <message>
        <source>How often the loop is run once more</source>
        <translation>Wie oft die Schleife noch einmal läuft</translation>
    </message>
    <message>
        <source>The token whose state is put in its place, from 1</source>
        <translation>Das Token, dessen Zustand an die Stelle tritt, ab 1</translation>
    </message>
    <message>
        <source>How strong the change is</source>
        <translation>Wie stark die Änderung ist</translation>
    </message>
    <message>
        <source>Only at the selected tokens</source>
        <translation>Nur bei den ausgewählten Tokens</translation>
    </message>
    <message>
        <source>At every token of the text</source>
        <translation>Bei jedem Token des Textes</translation>
    </message>
    <message>
        <source>Compares the changed run with the untouched one</source>
        <translation>Vergleicht den geänderten Lauf mit dem unberührten</translation>
    </message>
    <message>
        <source>What the page shows, in words for the paper; it can be edited and copied</source>
        <translation>Was die Seite zeigt, in Worten für den Aufsatz; es lässt sich ändern und kopieren</translation>
    </message>
    <message>
        <source>The caption and the figure as LaTeX</source>
        <translation>Bildunterschrift und Abbildung als LaTeX</translation>
    </message>
    <message>
        <source>The caption in words</source>
        <translation>Die Bildunterschrift in Worten</translation>
    </message>
    <message>
        <source>The caption for LaTeX</source>
        <translation>Die Bildunterschrift für LaTeX</translation>
    </message>
    <message>
        <source>Copies these words</source>
        <translation>Kopiert diese Worte</translation>
    </message>
    <message>
        <source>The colours of loops and measures on paper</source>
        <translation>Die Farben von Schleifen und Größen auf dem Papier</translation>
    </message>
    <message>
        <source>How many panels stand side by side</source>
        <translation>Wie viele Tafeln nebeneinander stehen</translation>
    </message>
    <message>
        <source>The room between panels</source>
        <translation>Der Abstand zwischen Tafeln</translation>
    </message>
    <message>
        <source>How panels are lettered</source>
        <translation>Wie Tafeln bezeichnet werden</translation>
    </message>
    <message>
        <source>Equal measures have equal colour limits in all panels</source>
        <translation>Gleiche Größen haben in allen Tafeln gleiche Farbgrenzen</translation>
    </message>
    <message>
        <source>Takes the width that this venue prints</source>
        <translation>Nimmt die Breite, die hier gedruckt wird</translation>
    </message>
    <message>
        <source>The size of the page as it is printed</source>
        <translation>Die Größe der Seite, wie sie gedruckt wird</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>Die Einheit von Breite und Höhe</translation>
    </message>
    <message>
        <source>The type of all words in the figure</source>
        <translation>Die Schrift aller Wörter der Abbildung</translation>
    </message>
    <message>
        <source>How thick lines are, in points</source>
        <translation>Wie dick Linien sind, in Punkt</translation>
    </message>
    <message>
        <source>Pixels an inch, of PNG files</source>
        <translation>Bildpunkte je Zoll, bei PNG-Dateien</translation>
    </message>
    <message>
        <source>The kind of file that is exported</source>
        <translation>Die Art der Datei, die exportiert wird</translation>
    </message>
    <message>
        <source>Whether words of an SVG stay text or become outlines</source>
        <translation>Ob Wörter einer SVG Text bleiben oder Umrisse werden</translation>
    </message>
    <message>
        <source>Shows the page as eyes with other colour vision see it</source>
        <translation>Zeigt die Seite so, wie Augen mit anderem Farbensehen sie sehen</translation>
    </message>
    <message>
        <source>Shows the page as large as it is printed</source>
        <translation>Zeigt die Seite so groß, wie sie gedruckt wird</translation>
    </message>
    <message>
        <source>Takes page and panels from a recipe file</source>
        <translation>Nimmt Seite und Tafeln aus einer Rezeptdatei</translation>
    </message>
    <message>
        <source>Keeps page and panels in a recipe file, from which equal figures can be made</source>
        <translation>Bewahrt Seite und Tafeln in einer Rezeptdatei, aus der gleiche Abbildungen entstehen</translation>
    </message>
    <message>
        <source>Puts the tokens into rows under each other, so that their words can be read</source>
        <translation>Setzt die Tokens in Zeilen untereinander, damit ihre Wörter lesbar sind</translation>
    </message>
    <message>
        <source>Writes the page to a file</source>
        <translation>Schreibt die Seite in eine Datei</translation>
    </message>
    <message>
        <source>Another example to walk through</source>
        <translation>Ein anderes Beispiel zum Durchgehen</translation>
    </message>
    <message>
        <source>A text of one’s own; Return runs it</source>
        <translation>Ein eigener Text; Eingabe führt ihn aus</translation>
    </message>
    <message>
        <source>Hides what the model says until the class has guessed</source>
        <translation>Verbirgt, was das Modell sagt, bis die Klasse geraten hat</translation>
    </message>
    <message>
        <source>Shows what was to be guessed</source>
        <translation>Zeigt, was zu raten war</translation>
    </message>
    <message>
        <source>Begins the walk once more</source>
        <translation>Beginnt den Gang noch einmal</translation>
    </message>
    <message>
        <source>A guided walk through this page</source>
        <translation>Ein geführter Gang durch diese Seite</translation>
    </message>
    <message>
        <source>The stop before</source>
        <translation>Die Station davor</translation>
    </message>
    <message>
        <source>The next stop</source>
        <translation>Die nächste Station</translation>
    </message>
    <message>
        <source>Ends the tour; it can be taken again</source>
        <translation>Beendet die Führung; sie lässt sich wiederholen</translation>
    </message>
    <message>
        <source>Lists the actions that have these letters</source>
        <translation>Führt die Aktionen mit diesen Buchstaben auf</translation>
    </message>
    <message>
        <source>Gives the chosen action the key that was pressed</source>
        <translation>Gibt der gewählten Aktion die gedrückte Taste</translation>
    </message>
    <message>
        <source>Leaves the chosen action without a key</source>
        <translation>Lässt die gewählte Aktion ohne Taste</translation>
    </message>
    <message>
        <source>Gives all actions the keys they came with</source>
        <translation>Gibt allen Aktionen ihre ursprünglichen Tasten</translation>
    </message>
    <message>
        <source>Closes this list</source>
        <translation>Schließt diese Liste</translation>
    </message>
    <message>
        <source>Records norms, steps and cosines of every layer without its words: quick, and small files</source>
        <translation>Zeichnet Normen, Schritte und Kosinus jeder Schicht auf, ohne ihre Wörter: schnell und kleine Dateien</translation>
    </message>
    <message>
        <source>Records four numbers of what every head attends to, at every token, loop and layer</source>
        <translation>Zeichnet für jedes Token, jede Schleife und Schicht vier Zahlen der Aufmerksamkeit jedes Kopfes auf</translation>
    </message>
    <message>
        <source>Records the cosines of the states after all layers of all loops, in pairs</source>
        <translation>Zeichnet die Kosinus der Zustände nach allen Schichten aller Schleifen paarweise auf</translation>
    </message>
</context>
<context>
    <name>DepthRibbon</name>
    <message>
        <source>all loops run</source>
        <translation>alle Schleifen gelaufen</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>Budget %1</translation>
    </message>
    <message>
        <source>loops skipped</source>
        <translation>Schleifen übersprungen</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>q %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>ExampleTraces</name>
    <message>
        <source>A story</source>
        <translation>Eine Geschichte</translation>
    </message>
    <message>
        <source>Cups</source>
        <translation>Becher</translation>
    </message>
    <message>
        <source>Each possessive is one more step; only the last token needs the depth.</source>
        <translation>Jedes Besitzwort ist ein Schritt mehr; nur das letzte Token braucht die Tiefe.</translation>
    </message>
    <message>
        <source>Eight operations at eight loops, twice as many as in training: do more loops help?</source>
        <translation>Acht Rechenschritte mit acht Schleifen, doppelt so vielen wie im Training: helfen mehr Schleifen?</translation>
    </message>
    <message>
        <source>Here the next word is uncertain, not hard: more loops cannot know the name.</source>
        <translation>Hier ist das nächste Wort ungewiss, nicht schwer: auch mehr Schleifen können den Namen nicht wissen.</translation>
    </message>
    <message>
        <source>Longer than trained</source>
        <translation>Länger als im Training</translation>
    </message>
    <message>
        <source>One operation: is the answer there at loop 1?</source>
        <translation>Ein Rechenschritt: ist die Antwort schon in Schleife 1 da?</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Six operations: watch the best word from loop to loop.</source>
        <translation>Sechs Rechenschritte: das beste Wort von Schleife zu Schleife beobachten.</translation>
    </message>
    <message>
        <source>Six steps</source>
        <translation>Sechs Schritte</translation>
    </message>
    <message>
        <source>The model has to follow the ball through three swaps.</source>
        <translation>Das Modell muss dem Ball durch drei Vertauschungen folgen.</translation>
    </message>
    <message>
        <source>Three facts</source>
        <translation>Drei Fakten</translation>
    </message>
    <message>
        <source>A capital</source>
        <translation>Eine Hauptstadt</translation>
    </message>
    <message>
        <source>A country&apos;s name</source>
        <translation>Name eines Landes</translation>
    </message>
    <message>
        <source>Lock and door</source>
        <translation>Schloss und Tür</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Wochentage</translation>
    </message>
    <message>
        <source>A triangle</source>
        <translation>Ein Dreieck</translation>
    </message>
    <message>
        <source>One loop too many</source>
        <translation>Eine Schleife zu viel</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Nie richtig</translation>
    </message>
    <message>
        <source>The fox</source>
        <translation>Der Fuchs</translation>
    </message>
    <message>
        <source>A fact out of the weights: loop 1 says “Greater”, loop 2 says “Beijing”, from loop 3 on “Tokyo”.</source>
        <translation>Ein Fakt aus den Gewichten: Schleife 1 sagt „Greater“, Schleife 2 „Beijing“, ab Schleife 3 heißt es „Tokyo“.</translation>
    </message>
    <message>
        <source>Several countries are called so: loop 2 says “Mexico”, from loop 3 on “America”.</source>
        <translation>So heißen mehrere Länder: Schleife 2 sagt „Mexico“, ab Schleife 3 heißt es „America“.</translation>
    </message>
    <message>
        <source>Every loop says “door”, and each loop is surer of it than the one before.</source>
        <translation>Jede Schleife sagt „door“, und jede ist sich sicherer als die vorige.</translation>
    </message>
    <message>
        <source>A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”.</source>
        <translation>Eine Aufzählung, die weitergeht: Schleife 2 sagt „and“, ab Schleife 3 heißt es „Thursday“.</translation>
    </message>
    <message>
        <source>The right word comes late: loop 1 says “smaller”, loop 2 says “right”, from loop 4 on “sides”.</source>
        <translation>Das richtige Wort kommt spät: Schleife 1 sagt „smaller“, Schleife 2 „right“, ab Schleife 4 heißt es „sides“.</translation>
    </message>
    <message>
        <source>More is not always better: loop 5 says “May”, loop 6 says “and”.</source>
        <translation>Mehr ist nicht immer besser: Schleife 5 sagt „May“, Schleife 6 sagt „and“.</translation>
    </message>
    <message>
        <source>Every loop says “five”: loops do not add what the model has not learned.</source>
        <translation>Jede Schleife sagt „five“: Schleifen fügen nicht hinzu, was das Modell nicht gelernt hat.</translation>
    </message>
    <message>
        <source>Every loop says “a” next; what follows is read where the gate stops, after 2 to 4 loops.</source>
        <translation>Jede Schleife sagt als Nächstes „a“; was folgt, wird gelesen, wo das Gate anhält: nach 2 bis 4 Schleifen.</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export this figure and its numbers</source>
        <translation>Diese Abbildung und ihre Zahlen exportieren</translation>
    </message>
</context>
<context>
    <name>FigureKinds</name>
    <message>
        <source>Exit histogram</source>
        <translation>Ausstiegshistogramm</translation>
    </message>
    <message>
        <source>Pairs of loops or layers</source>
        <translation>Paare von Schleifen oder Schichten</translation>
    </message>
    <message>
        <source>Answer map</source>
        <translation>Antwortkarte</translation>
    </message>
    <message>
        <source>Comparison of two readings</source>
        <translation>Vergleich zweier Lesarten</translation>
    </message>
    <message>
        <source>Comparison of two traces</source>
        <translation>Vergleich zweier Aufzeichnungen</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Tiefen-Heatmap</translation>
    </message>
    <message>
        <source>Depth ribbon</source>
        <translation>Tiefenband</translation>
    </message>
    <message>
        <source>Exit gate by loop</source>
        <translation>Ausstiegs-Gate je Schleife</translation>
    </message>
    <message>
        <source>Exit rules at equal depth</source>
        <translation>Ausstiegsregeln bei gleicher Tiefe</translation>
    </message>
    <message>
        <source>Geometry over the loops</source>
        <translation>Geometrie über die Schleifen</translation>
    </message>
    <message>
        <source>Lens curves of a token</source>
        <translation>Linsenverläufe eines Tokens</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Schleifenablation</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Betriebskurve</translation>
    </message>
    <message>
        <source>Orbits in principal components</source>
        <translation>Bahnen in Hauptkomponenten</translation>
    </message>
    <message>
        <source>Page of figures</source>
        <translation>Seite mit Abbildungen</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>Gefärbter Text</translation>
    </message>
    <message>
        <source>Text with its depth</source>
        <translation>Text mit seiner Tiefe</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>Kausale Karte</translation>
    </message>
    <message>
        <source>Numbers of layers</source>
        <translation>Zahlen der Schichten</translation>
    </message>
    <message>
        <source>Loss against loops</source>
        <translation>Verlust über Schleifen</translation>
    </message>
    <message>
        <source>Depth by class of token</source>
        <translation>Tiefe nach Tokenklasse</translation>
    </message>
    <message>
        <source>Accuracy by loop</source>
        <translation>Genauigkeit je Schleife</translation>
    </message>
    <message>
        <source>Accuracy against mean loops</source>
        <translation>Genauigkeit gegen mittlere Schleifen</translation>
    </message>
    <message>
        <source>Handout of six frames</source>
        <translation>Handzettel mit sechs Bildern</translation>
    </message>
</context>
<context>
    <name>FilePath</name>
    <message>
        <source>%1 has a name that is not UTF-8, and the window opens no such names: rename it first, or use ouroscope-cli.</source>
        <translation>%1 hat einen Namen, der nicht UTF-8 ist; solche öffnet das Fenster nicht: vorher umbenennen oder ouroscope-cli benutzen.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>One turn through the same layers; loops count from 1.</source>
        <translation>Ein Durchgang durch dieselben Schichten; Schleifen zählen ab 1.</translation>
    </message>
    <message>
        <source>How many loops a token may use at most: the line across the strip.</source>
        <translation>Wie viele Schleifen ein Token höchstens nutzen darf: die Linie über dem Streifen.</translation>
    </message>
    <message>
        <source>How sure the gate must be that it is enough: a token is read at the first loop by which the probability of having stopped reaches q.</source>
        <translation>Wie sicher das Gate sein muss, dass es genügt: Ein Token wird an der ersten Schleife gelesen, bis zu der die Wahrscheinlichkeit des Stopps q erreicht.</translation>
    </message>
    <message>
        <source>A small switch after each loop that says how likely it is to stop there.</source>
        <translation>Ein kleiner Schalter nach jeder Schleife, der sagt, wie wahrscheinlich dort gestoppt wird.</translation>
    </message>
    <message>
        <source>What the model would say next if it stopped after this loop.</source>
        <translation>Was das Modell als Nächstes sagen würde, wenn es nach dieser Schleife stoppte.</translation>
    </message>
    <message>
        <source>The long list of numbers that a token is inside the model; each loop changes it.</source>
        <translation>Die lange Zahlenliste, die ein Token im Modell ist; jede Schleife ändert sie.</translation>
    </message>
    <message>
        <source>Reading a record as if fewer loops had been allowed, without running the model again.</source>
        <translation>Eine Aufzeichnung lesen, als wären weniger Schleifen erlaubt gewesen, ohne das Modell noch einmal auszuführen.</translation>
    </message>
    <message>
        <source>The share of tokens whose best word is the one of full depth.</source>
        <translation>Der Anteil der Token, deren bestes Wort das der vollen Tiefe ist.</translation>
    </message>
    <message>
        <source>Minus the log-probability of the token that follows, averaged over tokens: lower is better.</source>
        <translation>Minus die Log-Wahrscheinlichkeit des folgenden Tokens, über Token gemittelt: kleiner ist besser.</translation>
    </message>
    <message>
        <source>How far what is said of the next word is from what full depth says, averaged over tokens; 0 is no difference.</source>
        <translation>Wie weit das Gesagte über das nächste Wort von dem der vollen Tiefe entfernt ist, über Token gemittelt; 0 ist kein Unterschied.</translation>
    </message>
    <message>
        <source>The best that any choice of loops could reach on this text; it knows the answers, so no rule can be it.</source>
        <translation>Das Beste, was eine Wahl der Schleifen bei diesem Text erreichen könnte; es kennt die Antworten, also kann keine Regel es sein.</translation>
    </message>
    <message>
        <source>As many loops on average, handed out by chance: what a rule has to beat.</source>
        <translation>Im Mittel ebenso viele Schleifen, zufällig verteilt: was eine Regel übertreffen muss.</translation>
    </message>
    <message>
        <source>How many nats a token a rule is worse than the oracle at the same mean depth.</source>
        <translation>Um wie viele Nats je Token eine Regel bei gleicher mittlerer Tiefe schlechter ist als das Orakel.</translation>
    </message>
    <message>
        <source>The unit of information here: 1 nat is a factor of 2.7 in probability.</source>
        <translation>Die Einheit der Information hier: 1 Nat ist ein Faktor 2,7 in der Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>The loop at which a token is read: the first by which the gate is as sure as q asks, or the last that is allowed.</source>
        <translation>Die Schleife, an der ein Token gelesen wird: die erste, bis zu der das Gate so sicher ist, wie q verlangt, sonst die letzte erlaubte.</translation>
    </message>
    <message>
        <source>The loop at which a token would stop on average, by the gate&apos;s probabilities.</source>
        <translation>Die Schleife, an der ein Token nach den Wahrscheinlichkeiten des Gates im Mittel stoppen würde.</translation>
    </message>
    <message>
        <source>How undecided the gate is about where to stop: 0 where one loop takes all of it.</source>
        <translation>Wie unentschieden das Gate über den Stopp ist: 0, wo eine Schleife alles bekommt.</translation>
    </message>
    <message>
        <source>The gate&apos;s own answer after a loop, from 0 (go on) to 1 (stop).</source>
        <translation>Die eigene Antwort des Gates nach einer Schleife, von 0 (weiter) bis 1 (Stopp).</translation>
    </message>
    <message>
        <source>The probability that a token stops at exactly this loop; the last loop allowed takes what is left.</source>
        <translation>Die Wahrscheinlichkeit, dass ein Token genau an dieser Schleife stoppt; die letzte erlaubte nimmt den Rest.</translation>
    </message>
    <message>
        <source>The probability that a token has stopped by this loop; it is compared with q.</source>
        <translation>Die Wahrscheinlichkeit, dass ein Token bis zu dieser Schleife gestoppt hat; sie wird mit q verglichen.</translation>
    </message>
    <message>
        <source>How undecided the model is about the next word: 0 where one word has all the probability.</source>
        <translation>Wie unentschieden das Modell über das nächste Wort ist: 0, wo ein Wort alle Wahrscheinlichkeit hat.</translation>
    </message>
    <message>
        <source>How likely this loop finds the token that really follows: 0 is certain, lower is less likely.</source>
        <translation>Wie wahrscheinlich diese Schleife das Token findet, das wirklich folgt: 0 ist sicher, tiefer ist weniger wahrscheinlich.</translation>
    </message>
    <message>
        <source>How many words this loop finds likelier than the token that really follows.</source>
        <translation>Wie viele Wörter diese Schleife für wahrscheinlicher hält als das Token, das wirklich folgt.</translation>
    </message>
    <message>
        <source>How far what this loop says of the next word is from what the last loop says; 0 is no difference.</source>
        <translation>Wie weit das, was diese Schleife über das nächste Wort sagt, von dem der letzten Schleife entfernt ist; 0 ist kein Unterschied.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word; 0 is no change.</source>
        <translation>Wie sehr diese Schleife ändert, was über das nächste Wort gesagt wird; 0 ist keine Änderung.</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word, measured both ways; at most ln 2.</source>
        <translation>Wie sehr diese Schleife ändert, was über das nächste Wort gesagt wird, in beide Richtungen gemessen; höchstens ln 2.</translation>
    </message>
    <message>
        <source>The length of the state before the final norm evens it out.</source>
        <translation>Die Länge des Zustands, bevor die letzte Norm ihn angleicht.</translation>
    </message>
    <message>
        <source>The length of the state that the next loop starts from.</source>
        <translation>Die Länge des Zustands, von dem die nächste Schleife ausgeht.</translation>
    </message>
    <message>
        <source>How far a loop moves the state.</source>
        <translation>Wie weit eine Schleife den Zustand bewegt.</translation>
    </message>
    <message>
        <source>Whether a loop leaves the state its direction: 1 is the same direction.</source>
        <translation>Ob eine Schleife dem Zustand seine Richtung lässt: 1 ist dieselbe Richtung.</translation>
    </message>
    <message>
        <source>1 where the best word of this loop is that of the last loop, else 0.</source>
        <translation>1, wo das beste Wort dieser Schleife das der letzten ist, sonst 0.</translation>
    </message>
    <message>
        <source>How far a loop moves the state, against the length of the state.</source>
        <translation>Wie weit eine Schleife den Zustand bewegt, gemessen an seiner Länge.</translation>
    </message>
    <message>
        <source>The step of a loop against the mean step of this text: above 1 the state still moves.</source>
        <translation>Der Schritt einer Schleife gegen den mittleren Schritt dieses Textes: über 1 bewegt sich der Zustand noch.</translation>
    </message>
    <message>
        <source>By how many degrees a loop turns the state.</source>
        <translation>Um wie viele Grad eine Schleife den Zustand dreht.</translation>
    </message>
    <message>
        <source>Whether two steps in a row go the same way: 1 the same way, minus 1 back again.</source>
        <translation>Ob zwei Schritte hintereinander in dieselbe Richtung gehen: 1 dieselbe, −1 zurück.</translation>
    </message>
    <message>
        <source>The first loop that says what the last loop says.</source>
        <translation>Die erste Schleife, die sagt, was die letzte sagt.</translation>
    </message>
    <message>
        <source>The last loop whose best word is not that of the loop before.</source>
        <translation>Die letzte Schleife, deren bestes Wort nicht das der vorigen ist.</translation>
    </message>
    <message>
        <source>How often the best word changes from loop to loop.</source>
        <translation>Wie oft das beste Wort von Schleife zu Schleife wechselt.</translation>
    </message>
    <message>
        <source>Trained to stop where no later loop would gain enough: the usual one.</source>
        <translation>Darauf trainiert, dort zu stoppen, wo keine spätere Schleife genug brächte: das übliche.</translation>
    </message>
    <message>
        <source>Trained as the Ouro paper does: to stop where the loss falls no more.</source>
        <translation>Trainiert wie im Ouro-Artikel: dort zu stoppen, wo der Verlust nicht mehr fällt.</translation>
    </message>
    <message>
        <source>As the first stage of training left it: careful, it stops late.</source>
        <translation>Wie die erste Trainingsstufe es hinterließ: vorsichtig, es stoppt spät.</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>think</source>
        <translation>nachdenken</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>angleichen</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>ein Wort sagen</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>genug?</translation>
    </message>
    <message>
        <source>One pass says</source>
        <translation>Ein Durchgang sagt</translation>
    </message>
    <message>
        <source>Loop %1 says</source>
        <translation>Schleife %1 sagt</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>Nach der Spielregel:</translation>
    </message>
    <message>
        <source>What did the extra rounds change?</source>
        <translation>Was haben die weiteren Runden geändert?</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>Dieses Modell hat kein Gate: Wie viele Schleifen es läuft, stand vorher fest.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it stops at the last loop, %1.</source>
        <translation>Nach jeder Runde fragt ein kleiner Schalter, das Gate: genug? Der Balken zählt seine Antworten zusammen. Hier wird bei der letzten Schleife angehalten, %1.</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it passes the line q at loop %1, and the model stops.</source>
        <translation>Nach jeder Runde fragt ein kleiner Schalter, das Gate: genug? Der Balken zählt seine Antworten zusammen. Hier überschreitet er die Linie q bei Schleife %1, und das Modell hält an.</translation>
    </message>
    <message>
        <source>One pass and the loops say the same word. More rounds were not needed for it.</source>
        <translation>Ein Durchgang und die Schleifen sagen dasselbe Wort. Mehr Runden waren dafür nicht nötig.</translation>
    </message>
    <message>
        <source>The same text, the same layers, another answer: the rounds between changed it.</source>
        <translation>Derselbe Text, dieselben Schichten, eine andere Antwort: Die Runden dazwischen haben sie geändert.</translation>
    </message>
    <message>
        <source>How a looped model finds a word</source>
        <translation>Wie ein Modell in Schleifen ein Wort findet</translation>
    </message>
    <message>
        <source>Model: %1. Name: ______________________  Date: ____________</source>
        <translation>Modell: %1. Name: ______________________  Datum: ____________</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>The small digit says how many loops a word took. Which word comes next? My guess: ______________</source>
        <translation>Die kleine Ziffer sagt, wie viele Schleifen ein Wort brauchte. Welches Wort kommt als nächstes? Ich rate: ______________</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Ein Durchgang</translation>
    </message>
    <message>
        <source>The layers are used once. Then the head turns the numbers into a word.</source>
        <translation>Die Schichten werden einmal benutzt. Dann macht der Kopf aus den Zahlen ein Wort.</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>In Schleifen</translation>
    </message>
    <message>
        <source>The same layers again and again. Between the rounds nothing is written: this thinking is silent.</source>
        <translation>Dieselben Schichten immer wieder. Zwischen den Runden wird nichts geschrieben: Dieses Denken ist still.</translation>
    </message>
    <message>
        <source>The best word after every loop</source>
        <translation>Das beste Wort nach jeder Schleife</translation>
    </message>
    <message>
        <source>What the model would have said after each round, and how sure it was. Bold: the round at which it is read.</source>
        <translation>Was das Modell nach jeder Runde gesagt hätte und wie sicher es war. Fett: die Runde, bei der gelesen wird.</translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation>Genug?</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here no loop after loop %1 is allowed, and it stops there.</source>
        <translation>Nach jeder Runde fragt ein kleiner Schalter, das Gate: genug? Der Balken zählt seine Antworten zusammen. Hier ist nach Schleife %1 keine weitere erlaubt, und dort wird angehalten.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>It lies in a model&apos;s folder: open that (File menu).</source>
        <translation>Sie liegt im Ordner eines Modells: Öffnen Sie diesen (Menü Datei).</translation>
    </message>
</context>
<context>
    <name>LanguageDemoJob</name>
    <message>
        <source>%1 does not start: %2</source>
        <translation>%1 startet nicht: %2</translation>
    </message>
    <message>
        <source>The language demo was not made: the script ended without a reason.</source>
        <translation>Die Sprachdemo wurde nicht erstellt: Das Skript endete ohne Angabe eines Grundes.</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Best word equals the last loop&apos;s</source>
        <translation>Bestes Wort gleich dem der letzten Schleife</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Kosinus zur Schleife davor</translation>
    </message>
    <message>
        <source>Cumulative exit probability</source>
        <translation>Kumulierte Ausstiegswahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Cumulative exit probability at the exit loop</source>
        <translation>Kumulierte Ausstiegswahrscheinlichkeit in der Ausstiegsschleife</translation>
    </message>
    <message>
        <source>Entropy of depth</source>
        <translation>Entropie der Tiefe</translation>
    </message>
    <message>
        <source>Entropy of the next word</source>
        <translation>Entropie des nächsten Worts</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Ausstiegsschleife</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Ausstiegswahrscheinlichkeit p</translation>
    </message>
    <message>
        <source>Exit probability p at the exit loop</source>
        <translation>Ausstiegswahrscheinlichkeit p in der Ausstiegsschleife</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Erwartete Tiefe</translation>
    </message>
    <message>
        <source>First commit</source>
        <translation>Erste Festlegung</translation>
    </message>
    <message>
        <source>Flips of the best word</source>
        <translation>Wechsel des besten Worts</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Gate λ</translation>
    </message>
    <message>
        <source>Gate λ at the exit loop</source>
        <translation>Gate λ in der Ausstiegsschleife</translation>
    </message>
    <message>
        <source>KL from the last loop</source>
        <translation>KL zur letzten Schleife</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL zur Schleife davor</translation>
    </message>
    <message>
        <source>Jensen–Shannon to the loop before</source>
        <translation>Jensen–Shannon zur Schleife davor</translation>
    </message>
    <message>
        <source>Norm before the final norm</source>
        <translation>Norm vor der letzten Norm</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Letzter Wechsel</translation>
    </message>
    <message>
        <source>Log-probability of the next token</source>
        <translation>Log-Wahrscheinlichkeit des nächsten Tokens</translation>
    </message>
    <message>
        <source>State norm</source>
        <translation>Zustandsnorm</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Words ranked above the next token</source>
        <translation>Wörter vor dem nächsten Token</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>Schleifen</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>Relativer Schritt</translation>
    </message>
    <message>
        <source>Drift ratio</source>
        <translation>Driftverhältnis</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Cosine of successive steps</source>
        <translation>Kosinus aufeinanderfolgender Schritte</translation>
    </message>
    <message>
        <source>Right, then lost</source>
        <translation>Richtig, dann verloren</translation>
    </message>
    <message>
        <source>Better 0.1 nats or more at an earlier loop</source>
        <translation>In einer früheren Schleife um 0,1 nats oder mehr besser</translation>
    </message>
    <message>
        <source>Answer first at the last loop</source>
        <translation>Antwort erst in der letzten Schleife</translation>
    </message>
    <message>
        <source>Right at the last loop only</source>
        <translation>Nur in der letzten Schleife richtig</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>Nie richtig</translation>
    </message>
    <message>
        <source>Two flips or more</source>
        <translation>Zwei Wechsel oder mehr</translation>
    </message>
    <message>
        <source>Any flip</source>
        <translation>Mindestens ein Wechsel</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Alle Token</translation>
    </message>
    <message>
        <source>Kind of token</source>
        <translation>Art des Tokens</translation>
    </message>
    <message>
        <source>Prompt or generated</source>
        <translation>Prompt oder generiert</translation>
    </message>
    <message>
        <source>Difficulty at loop 1</source>
        <translation>Schwierigkeit in Schleife 1</translation>
    </message>
    <message>
        <source>Difficulty at the last loop</source>
        <translation>Schwierigkeit in der letzten Schleife</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>Das Modell dieser Aufzeichnung hat kein Ausstiegs-Gate.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>config.json has no %1: as in the released code, it is %2.</source>
        <translation>config.json enthält kein %1: wie im veröffentlichten Code ist es %2.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 and no use_sliding_window: as in the released code, there is no window.</source>
        <translation>config.json enthält ein sliding_window von %1 und kein use_sliding_window: wie im veröffentlichten Code gibt es kein Fenster.</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 positions and does not say in which layers it holds: all layers see the whole text.</source>
        <translation>config.json enthält ein sliding_window von %1 Positionen und sagt nicht, in welchen Schichten es gilt: alle Schichten sehen den ganzen Text.</translation>
    </message>
    <message>
        <source>layer_types of config.json has %1 entries: those after the %2 layers do not count.</source>
        <translation>layer_types in config.json hat %1 Einträge: die nach den %2 Schichten zählen nicht.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, counted from 0: as in the released code, every token is read at loop %2, unless a run has a threshold or a budget of its own.</source>
        <translation>early_exit_step in config.json ist %1, von 0 gezählt: wie im veröffentlichten Code wird jedes Token bei Schleife %2 gelesen, wenn ein Lauf keine eigene Schwelle und kein eigenes Budget hat.</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, which is none of the %2 loops: as in the released code, it does not count.</source>
        <translation>early_exit_step in config.json ist %1, was keine der %2 Schleifen ist: wie im veröffentlichten Code zählt es nicht.</translation>
    </message>
    <message>
        <source>eos_token_id of config.json is -1: no token stops by it.</source>
        <translation>eos_token_id in config.json ist -1: kein Token beendet dadurch den Lauf.</translation>
    </message>
    <message>
        <source>The YaRN factor is used as it is written; transformers 4 takes max_position_embeddings over original_max_position_embeddings instead, which is 1 here.</source>
        <translation>Der YaRN-Faktor gilt, wie er dasteht; transformers 4 nimmt stattdessen max_position_embeddings durch original_max_position_embeddings, was hier 1 ist.</translation>
    </message>
    <message>
        <source>The names of the tensors have the peft library&apos;s &quot;base_model.model.&quot; in front, which is left out.</source>
        <translation>Vor den Namen der Tensoren steht das „base_model.model.“ der Bibliothek peft; es wird weggelassen.</translation>
    </message>
    <message>
        <source>The names of the tensors have no &quot;%1&quot; in front, as in an export of the base model.</source>
        <translation>Vor den Namen der Tensoren steht kein „%1“, wie bei einem Export des Basismodells.</translation>
    </message>
    <message>
        <source>model.safetensors.index.json is missing: the tensors were looked up in the shards.</source>
        <translation>model.safetensors.index.json fehlt: die Tensoren wurden in den Teildateien nachgesehen.</translation>
    </message>
    <message>
        <source>The weights have no exit gate, which models of this family have: an export has left it out. No token exits early by it.</source>
        <translation>Den Gewichten fehlt das Ausstiegs-Gate, das Modelle dieser Familie haben: ein Export hat es weggelassen. Kein Token steigt dadurch früher aus.</translation>
    </message>
    <message>
        <source>config.json asks for %1 layers, and the weights have more: the others are left out.</source>
        <translation>config.json verlangt %1 Schichten, und die Gewichte haben mehr: die übrigen werden weggelassen.</translation>
    </message>
    <message>
        <source>The post-processor of tokenizer.json puts special tokens behind a text, which are left out: the text goes on.</source>
        <translation>Der Nachbearbeiter in tokenizer.json setzt besondere Tokens hinter einen Text; sie werden weggelassen: der Text geht weiter.</translation>
    </message>
    <message>
        <source>The added token %1 says id %2 but has id %3.</source>
        <translation>Das hinzugefügte Token %1 nennt die Nummer %2, hat aber die Nummer %3.</translation>
    </message>
    <message>
        <source>The added token %1 is never found, because another one is the same once normalised.</source>
        <translation>Das hinzugefügte Token %1 wird nie gefunden, weil ein anderes normalisiert dasselbe ist.</translation>
    </message>
    <message>
        <source>The added token %1 has the id %2, which is %3 in tokenizer.model: it is not used.</source>
        <translation>Das hinzugefügte Token %1 hat die Nummer %2, die in tokenizer.model %3 ist: es wird nicht benutzt.</translation>
    </message>
    <message>
        <source>The added token %1 is given twice: the first one counts.</source>
        <translation>Das hinzugefügte Token %1 ist zweimal angegeben: das erste zählt.</translation>
    </message>
    <message>
        <source>Added tokens are not read: %1</source>
        <translation>Hinzugefügte Tokens werden nicht gelesen: %1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>tokenizer.model is used, because tokenizer.json beside it is not read: %1</source>
        <translation>tokenizer.model wird benutzt, weil tokenizer.json daneben nicht gelesen wird: %1</translation>
    </message>
    <message>
        <source>%1 names token %2 as the end of a text, which is the word &quot;%3&quot; in this tokenizer: generation does not stop there.</source>
        <translation>%1 nennt Token %2 als Ende eines Textes, in diesem Tokenizer das Wort „%3“: dort endet die Erzeugung nicht.</translation>
    </message>
    <message>
        <source>The folder asks for a beginning-of-text token that its tokenizer does not have: none stands before the text.</source>
        <translation>Der Ordner verlangt ein Textanfangs-Token, das sein Tokenizer nicht hat: vor dem Text steht keines.</translation>
    </message>
    <message>
        <source>The folder has no chat template: a base model has not been trained on conversations.</source>
        <translation>Der Ordner hat keine Chat-Vorlage: ein Basismodell wurde nicht auf Gesprächen trainiert.</translation>
    </message>
    <message>
        <source>The folder&apos;s own chat template is not recognised: the conversation is written as plain %1 without a default system turn.</source>
        <translation>Die Chat-Vorlage des Ordners wird nicht erkannt: das Gespräch wird als einfaches %1 ohne voreingestellten System-Beitrag geschrieben.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out a character of the prompt (%1, before token %2): the model does not see it.</source>
        <translation>Der Tokenizer lässt ein Zeichen des Prompts weg (%1, vor Token %2): das Modell sieht es nicht.</translation>
    </message>
    <message>
        <source>The tokenizer leaves out %1 characters of the prompt (the first is %2, before token %3): the model does not see them.</source>
        <translation>Der Tokenizer lässt %1 Zeichen des Prompts weg (das erste ist %2, vor Token %3): das Modell sieht sie nicht.</translation>
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
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, about %2 min left</source>
        <translation>%1, noch etwa %2 min</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1, noch etwa %2 s</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Tokens</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Which words went deep?</source>
        <translation>Welche Wörter gingen tief?</translation>
    </message>
    <message>
        <source>A column is a token, a row is a loop. The colour is the quantity named above the map; the bar at its side says which number it is. The line runs along the loop at which each token is read. Hatched: not recorded.</source>
        <translation>Eine Spalte ist ein Token, eine Zeile eine Schleife. Die Farbe ist die über der Karte genannte Größe; der Balken daneben sagt, welche Zahl sie ist. Die Linie folgt der Schleife, bei der jedes Token gelesen wird. Schraffiert: nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Did more loops help?</source>
        <translation>Halfen mehr Schleifen?</translation>
    </message>
    <message>
        <source>A cell says whether the best word after that loop is the token that follows, and whether it stays. “Loop ablation” counts for every added loop where the loss of the next token fell and where it rose, in nats.</source>
        <translation>Eine Zelle sagt, ob das beste Wort nach dieser Schleife das folgende Token ist und ob es bleibt. „Schleifen-Ablation“ zählt für jede weitere Schleife, wo der Verlust des nächsten Tokens sank und wo er stieg, in nats.</translation>
    </message>
    <message>
        <source>What do fewer loops cost?</source>
        <translation>Was kosten weniger Schleifen?</translation>
    </message>
    <message>
        <source>To the right: loops a token on average. Upwards: how good that reading is. One curve spends loops by the gate, others give every token the same, or spend them at random; the oracle is the best that is possible. Bands are 95 % intervals over tokens.</source>
        <translation>Nach rechts: Schleifen je Token im Mittel. Nach oben: wie gut diese Lesart ist. Eine Kurve verteilt Schleifen nach dem Gate, andere geben jedem Token gleich viele oder verteilen sie zufällig; das Orakel ist das bestmögliche. Bänder sind 95-%-Intervalle über Token.</translation>
    </message>
    <message>
        <source>Is the gate right?</source>
        <translation>Hat das Gate recht?</translation>
    </message>
    <message>
        <source>λ is the chance to stop at a loop, p where a token stops, the CDF how sure the gate is by then. Below, exit rules are compared at the same mean depth; regret is how far a rule is from the best possible, in nats a token.</source>
        <translation>λ ist die Wahrscheinlichkeit, bei einer Schleife anzuhalten, p, wo ein Token anhält, die CDF, wie sicher das Gate bis dahin ist. Darunter werden Ausstiegsregeln bei gleicher mittlerer Tiefe verglichen; Regret ist der Abstand zum Bestmöglichen, in nats je Token.</translation>
    </message>
    <message>
        <source>How does the state move?</source>
        <translation>Wie bewegt sich der Zustand?</translation>
    </message>
    <message>
        <source>The curves show how far the hidden state of a token moves with every loop: the line is the selected token, the band the middle half of all tokens. The map shows its way in the two directions in which states differ most.</source>
        <translation>Die Kurven zeigen, wie weit sich der verborgene Zustand eines Tokens mit jeder Schleife bewegt: die Linie ist das gewählte Token, das Band die mittlere Hälfte aller Token. Die Karte zeigt seinen Weg in den zwei Richtungen, in denen sich Zustände am meisten unterscheiden.</translation>
    </message>
    <message>
        <source>What happens inside a loop?</source>
        <translation>Was geschieht in einer Schleife?</translation>
    </message>
    <message>
        <source>A row is what the model would say after that loop: its best words, the likeliest first, with their probabilities. The curves follow words from loop to loop. Where layers were recorded, a row opens into them.</source>
        <translation>Eine Zeile ist, was das Modell nach dieser Schleife sagen würde: seine besten Wörter, das wahrscheinlichste zuerst, mit Wahrscheinlichkeiten. Die Kurven folgen Wörtern von Schleife zu Schleife. Wo Schichten aufgezeichnet wurden, öffnet sich eine Zeile in sie.</translation>
    </message>
    <message>
        <source>How do two runs differ?</source>
        <translation>Worin unterscheiden sich zwei Läufe?</translation>
    </message>
    <message>
        <source>The map is B minus A, token by token where both have the same text. One colour is more in B, the other less, white no difference. The tables name the largest differences.</source>
        <translation>Die Karte ist B minus A, Token für Token, wo beide denselben Text haben. Eine Farbe heißt mehr in B, die andere weniger, Weiß kein Unterschied. Die Tabellen nennen die größten Unterschiede.</translation>
    </message>
    <message>
        <source>What does it write next?</source>
        <translation>Was schreibt es als Nächstes?</translation>
    </message>
    <message>
        <source>Tokens appear as they are written, in the colour of the loop at which they are read. A run can be paused, taken token by token, and left at any token; changed settings hold from there on.</source>
        <translation>Token erscheinen, wie sie geschrieben werden, in der Farbe der Schleife, bei der sie gelesen werden. Ein Lauf kann angehalten, Token für Token fortgesetzt und bei jedem Token verlassen werden; geänderte Einstellungen gelten von dort an.</translation>
    </message>
    <message>
        <source>What is this run?</source>
        <translation>Was ist das für ein Lauf?</translation>
    </message>
    <message>
        <source>How deep tokens are read, the tokens worth a look with the reason of each, and everything the record says of how it was made.</source>
        <translation>Wie tief Token gelesen werden, welche Token einen Blick lohnen und warum, und alles, was die Aufzeichnung über ihre Entstehung sagt.</translation>
    </message>
    <message>
        <source>What if …?</source>
        <translation>Was wäre, wenn …?</translation>
    </message>
    <message>
        <source>The same text is run once more with one change inside the loops, as a run of its own. Loops, layers and tokens count from 1. Compare then shows how it differs from the untouched one.</source>
        <translation>Derselbe Text läuft noch einmal mit einer Änderung innerhalb der Schleifen, als eigener Lauf. Schleifen, Schichten und Token zählen ab 1. Der Vergleich zeigt dann den Unterschied zum unveränderten Lauf.</translation>
    </message>
    <message>
        <source>What does a whole corpus say?</source>
        <translation>Was sagt ein ganzes Korpus?</translation>
    </message>
    <message>
        <source>At the left a row is a document: how its tokens are spread over the loops, loop 1 at the left, and its numbers. At the right its documents are pooled: bands and bars are 95 % intervals over documents.</source>
        <translation>Links ist eine Zeile ein Dokument: wie sich seine Token auf die Schleifen verteilen, Schleife 1 links, und seine Zahlen. Rechts sind die Dokumente zusammengefasst: Bänder und Balken sind 95-%-Intervalle über Dokumente.</translation>
    </message>
    <message>
        <source>Where does a change matter?</source>
        <translation>Wo kommt es auf eine Änderung an?</translation>
    </message>
    <message>
        <source>A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run of its own with the change at that place alone. Its colour says what became of the answer: how its log-probability changed, or how far all words are from the untouched run, in nats.</source>
        <translation>Eine Zeile ist eine Schleife, Schleife 1 unten; eine Spalte ist eine Schicht oder ein Token. Eine Zelle ist ein eigener Lauf mit der Änderung nur an dieser Stelle. Ihre Farbe sagt, was aus der Antwort wurde: wie sich ihre Log-Wahrscheinlichkeit geändert hat, oder wie weit alle Wörter vom unveränderten Lauf entfernt sind, in Nat.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>system (of the model&apos;s template)</source>
        <translation>System (aus der Vorlage des Modells)</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>with the prompt: no tokens were to be generated</source>
        <translation>mit dem Prompt: es sollten keine Token generiert werden</translation>
    </message>
    <message numerus="yes">
        <source>after the %n token(s) that were asked for</source>
        <translation>
            <numerusform>nach dem %n verlangten Token</numerusform>
            <numerusform>nach den %n verlangten Token</numerusform>
        </translation>
    </message>
    <message>
        <source>at the stop token “%1”</source>
        <translation>beim Stopp-Token „%1“</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>beim längsten Kontext des Modells</translation>
    </message>
    <message>
        <source>because it was stopped</source>
        <translation>weil er angehalten wurde</translation>
    </message>
    <message>
        <source>because something failed</source>
        <translation>weil etwas fehlschlug</translation>
    </message>
    <message>
        <source>not yet when this was kept: it was going on</source>
        <translation>noch nicht, als dies gesichert wurde: der Lauf ging weiter</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1: leer</translation>
    </message>
    <message>
        <source>%1: tokens %2 to %3</source>
        <translation>%1: Token %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n Beitrag</numerusform>
            <numerusform>%n Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer begins within &lt;think&gt;</source>
        <translation>die Antwort beginnt innerhalb von &lt;think&gt;</translation>
    </message>
    <message numerus="yes">
        <source>characters at %n place(s) of the prompt, first %1 before token %2: the model did not see them</source>
        <translation>
            <numerusform>Zeichen an %n Stelle des Prompts, zuerst %1 vor Token %2: das Modell sah sie nicht</numerusform>
            <numerusform>Zeichen an %n Stellen des Prompts, zuerst %1 vor Token %2: das Modell sah sie nicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The last session could not be read (%1) and was set aside as %2. Runs that it kept are opened again.</source>
        <translation>Die letzte Sitzung konnte nicht gelesen werden (%1) und liegt jetzt unter %2. Läufe, die sie enthielt, werden wieder geöffnet.</translation>
    </message>
    <message>
        <source>it does not contain a session</source>
        <translation>sie enthält keine Sitzung</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>sie stammt von einer neueren Version</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Hashing weights</source>
        <translation>Prüfsumme der Gewichte</translation>
    </message>
    <message>
        <source>Loading weights</source>
        <translation>Gewichte werden geladen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Durchläuft alle Stellen</translation>
    </message>
</context>
<context>
    <name>TokenSearch</name>
    <message>
        <source>this expression takes too long on this text; make it more specific</source>
        <translation>dieser Ausdruck dauert auf diesem Text zu lange; bitte genauer fassen</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Answer dynamics</source>
        <translation>Antwortdynamik</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Tiefen-Heatmap</translation>
    </message>
    <message>
        <source>Figure page</source>
        <translation>Abbildungsseite</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Gate-Prüfung</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometrie</translation>
    </message>
    <message>
        <source>Live generation</source>
        <translation>Live-Generierung</translation>
    </message>
    <message>
        <source>Loop lens</source>
        <translation>Schleifenlinse</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Betriebskurve</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>Text and depth</source>
        <translation>Text und Tiefe</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Eingriffe</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>Kausale Karte</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 tokens</source>
        <translation>angehalten nach %1 von %2 Tokens</translation>
    </message>
    <message>
        <source>stopped after %1 tokens</source>
        <translation>angehalten nach %1 Tokens</translation>
    </message>
    <message>
        <source>%1 recorded values are not numbers, the first at token %2, loop %3: the weights are damaged or too large for the arithmetic, or the trace was changed.</source>
        <translation>%1 aufgezeichnete Werte sind keine Zahlen, der erste bei Token %2, Schleife %3: Die Gewichte sind beschädigt oder zu groß für die Arithmetik, oder die Aufzeichnung wurde verändert.</translation>
    </message>
    <message>
        <source>cut off after %1 of %2 tokens</source>
        <translation>abgeschnitten nach %1 von %2 Tokens</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationFigure</name>
    <message>
        <source>past the lowest loss</source>
        <translation>jenseits des kleinsten Verlusts</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Gewinn (nats)</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Gewinn (nats je Token)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Hinzugefügte Schleife</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>geholfen</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>geschadet</translation>
    </message>
    <message>
        <source>lowest loss at loop %1</source>
        <translation>kleinster Verlust in Schleife %1</translation>
    </message>
    <message>
        <source>mean gain</source>
        <translation>mittlerer Gewinn</translation>
    </message>
    <message>
        <source>mean gain, 95 % bootstrap over tokens</source>
        <translation>mittlerer Gewinn, 95-%-Bootstrap über Token</translation>
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
            <numerusform>95-%-Perzentilintervall eines Bootstraps über %Ln Token (%1 Stichproben, fester Seed). Token eines Textes sind nicht unabhängig: die wahre Unsicherheit ist größer.</numerusform>
            <numerusform>95-%-Perzentilintervall eines Bootstraps über %Ln Token (%1 Stichproben, fester Seed). Token eines Textes sind nicht unabhängig: die wahre Unsicherheit ist größer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Geholfen</translation>
    </message>
    <message>
        <source>Helped, nats</source>
        <translation>Geholfen, nats</translation>
    </message>
    <message>
        <source>Hurt</source>
        <translation>Geschadet</translation>
    </message>
    <message>
        <source>Hurt, nats</source>
        <translation>Geschadet, nats</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Hinzugefügte Schleife</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>Kleinster Verlust</translation>
    </message>
    <message>
        <source>Made right</source>
        <translation>Richtig geworden</translation>
    </message>
    <message>
        <source>Made wrong</source>
        <translation>Falsch geworden</translation>
    </message>
    <message>
        <source>Mean fall of −log p of the next token, with its 95 % interval</source>
        <translation>Mittlere Abnahme von −log p des nächsten Tokens mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>Mean gain, nats</source>
        <translation>Mittlerer Gewinn, nats</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Share of the bootstrap&apos;s resamples in which this loop has the lowest mean loss</source>
        <translation>Anteil der Bootstrap-Stichproben, in denen diese Schleife den kleinsten mittleren Verlust hat</translation>
    </message>
    <message>
        <source>Summed over those tokens</source>
        <translation>Summe über diese Token</translation>
    </message>
    <message>
        <source>The best word becomes the token that follows</source>
        <translation>Das beste Wort wird zum folgenden Token</translation>
    </message>
    <message>
        <source>The best word stops being the token that follows</source>
        <translation>Das beste Wort ist nicht mehr das folgende Token</translation>
    </message>
    <message>
        <source>The loop with the lowest mean loss: after it extra loops stop helping</source>
        <translation>Die Schleife mit dem kleinsten mittleren Verlust: danach helfen weitere Schleifen nicht mehr</translation>
    </message>
    <message>
        <source>The next token becomes less probable by more than 0.01 nats</source>
        <translation>Das nächste Token wird um mehr als 0,01 nats unwahrscheinlicher</translation>
    </message>
    <message>
        <source>The next token becomes more probable by more than 0.01 nats</source>
        <translation>Das nächste Token wird um mehr als 0,01 nats wahrscheinlicher</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message numerus="yes">
        <source>Too few tokens for an interval: it needs %Ln.</source>
        <translation>
            <numerusform>Zu wenige Token für ein Intervall: nötig ist %Ln.</numerusform>
            <numerusform>Zu wenige Token für ein Intervall: nötig sind %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>at loop 1 already</source>
        <translation>schon in Schleife 1</translation>
    </message>
    <message>
        <source>at loop 1 already (%1 %)</source>
        <translation>schon in Schleife 1 (%1 %)</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>here (%1 %)</source>
        <translation>hier (%1 %)</translation>
    </message>
</context>
<context>
    <name>ouroscope::AgainDialog</name>
    <message>
        <source>Run again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <source>Run again with more recorded</source>
        <translation>Noch einmal ausführen und mehr aufzeichnen</translation>
    </message>
    <message>
        <source>The same tokens are run once more with the open model, at the depth that they had, as a run of their own. Kept beside what every run keeps:</source>
        <translation>Dieselben Token laufen noch einmal durch das offene Modell, in der Tiefe, die sie hatten, als eigener Lauf. Aufgezeichnet wird neben dem, was jeder Lauf enthält:</translation>
    </message>
    <message>
        <source>Runs the text once more and keeps this, too</source>
        <translation>Führt den Text noch einmal aus und zeichnet auch dies auf</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Schließt dies; nichts wird ausgeführt</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerLine</name>
    <message>
        <source>Expected answer</source>
        <translation>Erwartete Antwort</translation>
    </message>
    <message>
        <source>The word that ought to follow: then the last word of the prompt can be right or wrong</source>
        <translation>Das Wort, das folgen soll: Dann kann das letzte Wort des Prompts richtig oder falsch sein</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerMapFigure</name>
    <message>
        <source>first commit</source>
        <translation>erste Festlegung</translation>
    </message>
    <message>
        <source>last flip</source>
        <translation>letzter Wechsel</translation>
    </message>
    <message>
        <source>not run, or nothing follows</source>
        <translation>nicht gelaufen, oder es folgt nichts</translation>
    </message>
    <message>
        <source>right, as at the end</source>
        <translation>richtig, wie am Ende</translation>
    </message>
    <message>
        <source>right, lost later</source>
        <translation>richtig, später verloren</translation>
    </message>
    <message>
        <source>still another word</source>
        <translation>noch ein anderes Wort</translation>
    </message>
    <message>
        <source>wrong, as at the end</source>
        <translation>falsch, wie am Ende</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerWords</name>
    <message>
        <source>the best word is not in the record</source>
        <translation>das beste Wort ist nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>full depth says “%1”</source>
        <translation>volle Tiefe sagt „%1“</translation>
    </message>
    <message>
        <source>right from loop %1</source>
        <translation>richtig ab Schleife %1</translation>
    </message>
    <message>
        <source>“%1” is expected</source>
        <translation>erwartet wird „%1“</translation>
    </message>
    <message>
        <source>the text goes on with “%1”</source>
        <translation>der Text geht mit „%1“ weiter</translation>
    </message>
    <message>
        <source>the same from loop %1</source>
        <translation>gleich ab Schleife %1</translation>
    </message>
    <message>
        <source>read at loop %1 of %2</source>
        <comment>where it is read, loops allowed</comment>
        <translation>gelesen bei Schleife %1 von %2</translation>
    </message>
    <message>
        <source>one pass says the same</source>
        <translation>ein Durchgang sagt dasselbe</translation>
    </message>
    <message>
        <source>one pass would have said “%1”</source>
        <translation>ein Durchgang hätte „%1“ gesagt</translation>
    </message>
    <message>
        <source>“%1” cannot be looked up without the model</source>
        <translation>„%1“ lässt sich ohne das Modell nicht nachschlagen</translation>
    </message>
</context>
<context>
    <name>ouroscope::BesideDialog</name>
    <message>
        <source>Run and compare</source>
        <translation>Ausführen und vergleichen</translation>
    </message>
    <message>
        <source>The same text, other layers looped</source>
        <translation>Derselbe Text, andere Schichten in Schleife</translation>
    </message>
    <message>
        <source>From one layer to another, such as 15-18; the model has %1</source>
        <translation>Von einer Schicht bis zu einer anderen, etwa 15-18; das Modell hat %1</translation>
    </message>
    <message>
        <source>What a turn does with the state</source>
        <translation>Was ein Durchgang mit dem Zustand macht</translation>
    </message>
    <message>
        <source>How many loops the other run has</source>
        <translation>Wie viele Schleifen der andere Lauf hat</translation>
    </message>
    <message>
        <source>Opens the model so beside the open one, runs the text and compares</source>
        <translation>Öffnet das Modell so neben dem offenen, führt den Text aus und vergleicht</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Zu schleifende Schichten</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Regel der Schritte</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Schleifen</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>Schließt dies; nichts wird ausgeführt</translation>
    </message>
    <message>
        <source>The model has %1 layers.</source>
        <translation>Das Modell hat %1 Schichten.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CaptionBox</name>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
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
        <translation>verborgene Zustände</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>layers within the loops</source>
        <translation>Schichten innerhalb der Schleifen</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>Zahlen der Schichten</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>Aufmerksamkeit der Köpfe</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>Ähnlichkeit der Schichten</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Layers whose states are kept at every loop, such as 6,12-18: large files, for probes</source>
        <translation>Schichten, deren Zustände in jeder Schleife aufgezeichnet werden, etwa 6,12-18: große Dateien, für Sonden</translation>
    </message>
    <message>
        <source>norm and head alone</source>
        <translation>nur Norm und Kopf</translation>
    </message>
    <message>
        <source>A safetensors file with a map for each loop and layer, which layers are then read through; the guide says how one is fitted</source>
        <translation>Eine safetensors-Datei mit einer Abbildung je Schleife und Schicht, durch die Schichten dann gelesen werden; das Handbuch sagt, wie eine angepasst wird</translation>
    </message>
    <message>
        <source>Choose a lens file</source>
        <translation>Eine Linsendatei wählen</translation>
    </message>
    <message>
        <source>States of layers</source>
        <translation>Zustände von Schichten</translation>
    </message>
    <message>
        <source>Layers read through</source>
        <translation>Schichten gelesen durch</translation>
    </message>
    <message>
        <source>Lenses (*.safetensors);;All files (*)</source>
        <translation>Linsen (*.safetensors);;Alle Dateien (*)</translation>
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
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
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
        <translation>Schleife</translation>
    </message>
    <message>
        <source>No. in A</source>
        <translation>Nr. in A</translation>
    </message>
    <message>
        <source>No. in B</source>
        <translation>Nr. in B</translation>
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
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>Type a command, an example, a view, a measure or a token number</source>
        <translation>Befehl, Beispiel, Ansicht, Maß oder Tokennummer eingeben</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareFigure</name>
    <message>
        <source>nothing to compare</source>
        <translation>nichts zu vergleichen</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>nur in A</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>nur in B</translation>
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
        <translation>A: beste Wörter</translation>
    </message>
    <message>
        <source>B: best words</source>
        <translation>B: beste Wörter</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>The best words differ at this loop.</source>
        <translation>Die besten Wörter unterscheiden sich in dieser Schleife.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareView</name>
    <message>
        <source>%1, every loop</source>
        <translation>%1, jede Schleife</translation>
    </message>
    <message>
        <source>%1, per token</source>
        <translation>%1, je Token</translation>
    </message>
    <message>
        <source>%1: mean B − A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.</source>
        <translation>%1: B − A im Mittel %2, Betrag im Mittel %3, größter %4%5; in B %6 höher, %7 niedriger.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in A.</source>
        <translation>
            <numerusform>%Ln nur in A.</numerusform>
            <numerusform>%Ln nur in A.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in B.</source>
        <translation>
            <numerusform>%Ln nur in B.</numerusform>
            <numerusform>%Ln nur in B.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens are in both.</source>
        <translation>
            <numerusform>%Ln Token ist in beiden.</numerusform>
            <numerusform>%Ln Token sind in beiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;B:</source>
        <translation>&amp;B:</translation>
    </message>
    <message>
        <source>A has %1 loops, B %2: only the loops of both are compared.</source>
        <translation>A hat %1 Schleifen, B %2: verglichen werden nur gemeinsame.</translation>
    </message>
    <message>
        <source>A was computed in %1, B in %2: rounding alone can change a best word.</source>
        <translation>A wurde in %1 gerechnet, B in %2: schon die Rundung kann ein bestes Wort ändern.</translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <extracomment>The shown trace of a comparison: its title, then how it is read.</extracomment>
        <translation>A: %1, %2</translation>
    </message>
    <message>
        <source>Aligning the texts</source>
        <translation>Texte werden ausgerichtet</translation>
    </message>
    <message>
        <source>Best words of A and B at every loop</source>
        <translation>Beste Wörter von A und B in jeder Schleife</translation>
    </message>
    <message>
        <source>Compare with a trace</source>
        <translation>Mit einer Aufzeichnung vergleichen</translation>
    </message>
    <message>
        <source>Differences, tokens by loops</source>
        <translation>Unterschiede, Token über Schleifen</translation>
    </message>
    <message>
        <source>Exit threshold q of B</source>
        <translation>Ausstiegsschwelle q von B</translation>
    </message>
    <message>
        <source>Gate of B</source>
        <translation>Gate von B</translation>
    </message>
    <message>
        <source>Loop budget of B</source>
        <translation>Schleifenbudget von B</translation>
    </message>
    <message>
        <source>Measure whose differences are shown</source>
        <translation>Maß, dessen Unterschiede gezeigt werden</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>Am meisten veränderte Token</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Reading by another gate</source>
        <translation>Lesen nach einem anderen Gate</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to compare it with another one, or with another reading of itself.</source>
        <translation>Einen Prompt ausführen oder eine Aufzeichnung öffnen, um sie mit einer anderen oder anders gelesen mit sich selbst zu vergleichen.</translation>
    </message>
    <message>
        <source>Same reading as A</source>
        <translation>Gleich gelesen wie A</translation>
    </message>
    <message>
        <source>The KV policies differ (%1, %2): states of skipped loops differ by design.</source>
        <translation>Die KV-Regeln unterscheiden sich (%1, %2): Zustände übersprungener Schleifen weichen gewollt ab.</translation>
    </message>
    <message>
        <source>The devices differ: sums are taken in another order.</source>
        <translation>Die Geräte unterscheiden sich: Summen werden in anderer Reihenfolge gebildet.</translation>
    </message>
    <message>
        <source>The texts differ so much that the alignment is not the best possible one.</source>
        <translation>Die Texte sind so verschieden, dass die Ausrichtung nicht die bestmögliche ist.</translation>
    </message>
    <message>
        <source>The tokenizers differ: tokens are compared where they end at the same byte of the same text.</source>
        <translation>Die Tokenizer unterscheiden sich: Token werden verglichen, wo sie am selben Byte desselben Textes enden.</translation>
    </message>
    <message>
        <source>The weights differ.</source>
        <translation>Die Gewichte unterscheiden sich.</translation>
    </message>
    <message>
        <source>Traces (*.safetensors);;All files (*)</source>
        <translation>Aufzeichnungen (*.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>Womit vergleichen</translation>
    </message>
    <message>
        <source>another reading of A</source>
        <translation>A anders gelesen</translation>
    </message>
    <message>
        <source>loops </source>
        <translation>Schleifen </translation>
    </message>
    <message>
        <source>open a trace…</source>
        <translation>Aufzeichnung öffnen…</translation>
    </message>
    <message>
        <source>q </source>
        <translation>q </translation>
    </message>
    <message>
        <source>q = %1, at most loop %2</source>
        <translation>q = %1, höchstens Schleife %2</translation>
    </message>
    <message>
        <source>read at loop %1</source>
        <translation>in Schleife %1 gelesen</translation>
    </message>
    <message>
        <source>the model&apos;s gate</source>
        <translation>das Gate des Modells</translation>
    </message>
    <message>
        <source>the shown trace</source>
        <translation>die gezeigte Aufzeichnung</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>kein Gate</translation>
    </message>
    <message>
        <source>Its own loop 1</source>
        <translation>Seine eigene Schleife 1</translation>
    </message>
    <message>
        <source>This record has one loop.</source>
        <translation>Diese Aufzeichnung hat eine Schleife.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Öffnen Sie zuerst ein Modell (Menü Datei)</translation>
    </message>
    <message>
        <source>The open model was trained with its loops: it has no plain form. Choose another model.</source>
        <translation>Das offene Modell wurde mit seinen Schleifen trainiert: es hat keine einfache Form. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>One pass of the plain model</source>
        <translation>Ein Durchgang des gewöhnlichen Modells</translation>
    </message>
    <message>
        <source>The same model, other layers looped...</source>
        <translation>Dasselbe Modell, andere Schichten in Schleife ...</translation>
    </message>
    <message>
        <source>Another model on this text...</source>
        <translation>Ein anderes Modell mit diesem Text ...</translation>
    </message>
    <message>
        <source>Single pass beside looped</source>
        <translation>Ein Durchgang neben Schleifen</translation>
    </message>
    <message>
        <source>Compares this run with its own loop 1, with a plain model on the same text, or with other layers looped</source>
        <translation>Vergleicht diesen Lauf mit seiner eigenen Schleife 1, mit einem gewöhnlichen Modell auf demselben Text oder mit anderen Schichten in Schleife</translation>
    </message>
    <message numerus="yes">
        <source>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln tokens.</source>
        <translation>
            <numerusform>Im Mittel bei Schleife %1 und %2 gelesen; Verlust %3 und %4 Nats; gleiches bestes Wort bei %5 von %Ln Token.</numerusform>
            <numerusform>Im Mittel bei Schleife %1 und %2 gelesen; Verlust %3 und %4 Nats; gleiches bestes Wort bei %5 von %Ln Token.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::ControlBar</name>
    <message>
        <source>Exit gate</source>
        <translation>Ausstiegs-Gate</translation>
    </message>
    <message>
        <source>For this fixed text the record says exactly what fewer loops would have said.</source>
        <translation>Für diesen festen Text sagt die Aufzeichnung genau, was weniger Schleifen gesagt hätten.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Generate </source>
        <comment>spin box prefix</comment>
        <translation>Generieren </translation>
    </message>
    <message>
        <source>Loops </source>
        <comment>spin box prefix</comment>
        <translation>Schleifen </translation>
    </message>
    <message>
        <source>Loops to record</source>
        <translation>Aufzuzeichnende Schleifen</translation>
    </message>
    <message>
        <source>Loops to record; also beyond the trained number</source>
        <translation>Aufzuzeichnende Schleifen; auch mehr als trainiert</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>Kein Modell geladen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt (Ctrl+Return runs it)</source>
        <translation>Prompt (Strg+Eingabe führt ihn aus)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>Färben</translation>
    </message>
    <message>
        <source>Shade the text by</source>
        <translation>Text färben nach</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>The text after this token would be another one: run again to see it.</source>
        <translation>Der Text nach diesem Token wäre ein anderer: neu ausführen, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation>Zu generierende Token</translation>
    </message>
    <message>
        <source>Tokens to generate after the prompt</source>
        <translation>Nach dem Prompt zu generierende Token</translation>
    </message>
    <message>
        <source>exact replay</source>
        <translation>exakte Wiedergabe</translation>
    </message>
    <message>
        <source>needs a re-run (token %1)</source>
        <translation>braucht neuen Lauf (Token %1)</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>des Modells</translation>
    </message>
    <message>
        <source>would branch from token %1</source>
        <translation>würde ab Token %1 abzweigen</translation>
    </message>
    <message>
        <source>More options for runs</source>
        <translation>Weitere Optionen für Läufe</translation>
    </message>
    <message>
        <source>Which of the recorded exit gates decides where a token is read</source>
        <translation>Welches der aufgezeichneten Gates entscheidet, wo ein Token gelesen wird</translation>
    </message>
    <message>
        <source>What the colour of every token in the text says</source>
        <translation>Was die Farbe jedes Tokens im Text sagt</translation>
    </message>
    <message>
        <source>changed, not run</source>
        <translation>geändert, nicht ausgeführt</translation>
    </message>
    <message>
        <source>The picture is of the prompt before: Run makes the new one.</source>
        <translation>Das Bild gehört zum Prompt davor: Ausführen macht das neue.</translation>
    </message>
    <message>
        <source>too long to show</source>
        <translation>zu lang zum Anzeigen</translation>
    </message>
    <message>
        <source>The prompt of this trace is too long for this box.</source>
        <translation>Der Prompt dieser Aufzeichnung ist zu lang für dieses Feld.</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 of %2 best words are others than at full depth.</source>
        <translation>%1 von %2 besten Wörtern sind andere als bei voller Tiefe.</translation>
    </message>
    <message>
        <source>All best words are those of full depth.</source>
        <translation>Alle besten Wörter sind die der vollen Tiefe.</translation>
    </message>
    <message>
        <source>answer changed: %1, full depth says %2</source>
        <comment>two words</comment>
        <translation>Antwort geändert: %1, volle Tiefe sagt %2</translation>
    </message>
    <message>
        <source>Read like this, the best word after the prompt is another one than at full depth.</source>
        <translation>So gelesen ist das beste Wort nach dem Prompt ein anderes als bei voller Tiefe.</translation>
    </message>
    <message>
        <source>half characters</source>
        <translation>halbe Zeichen</translation>
    </message>
    <message>
        <source>This prompt has half characters, which cannot be typed: Run would run another text.</source>
        <translation>Dieser Prompt hat halbe Zeichen, die man nicht tippen kann: Ausführen nähme einen anderen Text.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit gate</comment>
        <translation>keins</translation>
    </message>
    <message>
        <source>More options for runs: conversations, where a run ends, what is recorded, the model</source>
        <translation>Weitere Optionen für Läufe: Gespräche, wo ein Lauf endet, was aufgezeichnet wird, das Modell</translation>
    </message>
    <message>
        <source>not for the puzzle model</source>
        <translation>nichts für das Rätselmodell</translation>
    </message>
    <message>
        <source>Open model: %1 · %2 · %3 · trained with %4 loops</source>
        <translation>Offenes Modell: %1 · %2 · %3 · mit %4 Schleifen trainiert</translation>
    </message>
    <message>
        <source>The open model knows its seven games only and makes nothing of this text. Examples of them are in the Run menu; a model that writes English is under File, Get the language demo.</source>
        <translation>Das geöffnete Modell kennt nur seine sieben Spiele und kann mit diesem Text nichts anfangen. Beispiele stehen im Menü Ausführen; ein Modell, das Englisch schreibt, gibt es unter Datei, Sprachdemo holen.</translation>
    </message>
    <message>
        <source>recorded with %1</source>
        <translation>aufgezeichnet mit %1</translation>
    </message>
    <message>
        <source>This picture was recorded with %1. Run takes the model that is open, %2.</source>
        <translation>Dieses Bild wurde mit %1 aufgezeichnet. Ausführen nimmt das geöffnete Modell, %2.</translation>
    </message>
    <message>
        <source>%1 · read at loop %2 of %3 on average</source>
        <comment>tokens, or that the run was stopped</comment>
        <translation>%1 · im Mittel bei Schleife %2 von %3 gelesen</translation>
    </message>
    <message>
        <source>values are missing</source>
        <translation>Werte fehlen</translation>
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
        <translation>Nächstes Token</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>Mehrfachauswahl</translation>
    </message>
    <message>
        <source>Multiple choice, by length</source>
        <translation>Mehrfachauswahl, nach Länge</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Genaue Antwort</translation>
    </message>
    <message>
        <source>Right number</source>
        <translation>Richtige Zahl</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Ausstiegsschleife</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Anteil der Tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>Loops per token</source>
        <translation>Schleifen je Token</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Schleifen</translation>
    </message>
    <message>
        <source>exit loop</source>
        <translation>Ausstiegsschleife</translation>
    </message>
    <message>
        <source>expected depth</source>
        <translation>erwartete Tiefe</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>class of tokens, number of tokens</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Loops allowed</source>
        <translation>Erlaubte Schleifen</translation>
    </message>
    <message>
        <source>at the exit</source>
        <translation>am Ausstieg</translation>
    </message>
    <message>
        <source>Accuracy of the next token (%)</source>
        <translation>Genauigkeit des nächsten Tokens (%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>−log p of the next token (nats)</source>
        <translation>−log p des nächsten Tokens (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>Hinzugefügte Schleife</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>Gewinn (nats je Token)</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>Gewinn (nats)</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>geholfen</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>geschadet</translation>
    </message>
    <message>
        <source>Agreement with full depth (%)</source>
        <translation>Übereinstimmung mit voller Tiefe (%)</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Übereinstimmung (%)</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL zur vollen Tiefe (nats)</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>same budget for all</source>
        <translation>gleiches Budget für alle</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Mittlere Schleifen</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>this reading</source>
        <translation>diese Lesart</translation>
    </message>
    <message>
        <source>%1 (lower bound)</source>
        <translation>%1 (untere Schranke)</translation>
    </message>
    <message>
        <source>not beaten</source>
        <translation>nicht übertroffen</translation>
    </message>
    <message>
        <source>%1, accuracy (%)</source>
        <translation>%1, Genauigkeit (%)</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure tells %2 apart: choose a field with fewer.</source>
        <translation>Das Feld hat %1 Werte, und eine Abbildung unterscheidet %2: ein Feld mit weniger wählen.</translation>
    </message>
    <message>
        <source>The corpus has no counted tokens: tasks have no exits of tokens.</source>
        <translation>Der Korpus hat keine gezählten Tokens: Aufgaben haben keine Ausstiege von Tokens.</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure has room for %2: choose a field with fewer.</source>
        <translation>Das Feld hat %1 Werte, und eine Abbildung hat Platz für %2: ein Feld mit weniger wählen.</translation>
    </message>
    <message>
        <source>No token and no question of the corpus was scored.</source>
        <translation>Kein Token und keine Frage des Korpus wurde bewertet.</translation>
    </message>
    <message>
        <source>The corpus has no measure &quot;%1&quot; at its loops.</source>
        <translation>Der Korpus hat an seinen Schleifen kein Maß „%1“.</translation>
    </message>
    <message>
        <source>No token of the corpus has a next one at every loop.</source>
        <translation>Kein Token des Korpus hat an jeder Schleife ein nächstes.</translation>
    </message>
    <message>
        <source>A loop ablation needs a model of two loops and more.</source>
        <translation>Eine Schleifenablation braucht ein Modell mit zwei und mehr Schleifen.</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens of the class &quot;%1&quot;.</source>
        <translation>Der Korpus hat keine bewerteten Tokens der Klasse „%1“.</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>Der Korpus hat keine bewerteten Tokens: Aufgaben haben eine eigene Kurve, Genauigkeit gegen mittlere Schleifen.</translation>
    </message>
    <message>
        <source>The corpus has no readings by exit rules: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>Der Korpus hat keine Ablesungen nach Ausstiegsregeln: Aufgaben haben eine eigene Kurve, Genauigkeit gegen mittlere Schleifen.</translation>
    </message>
    <message>
        <source>Accuracy against mean loops needs questions with answers (tasks): the corpus has none of this measure.</source>
        <translation>Genauigkeit gegen mittlere Schleifen braucht Fragen mit Antworten (Aufgaben): der Korpus hat keine mit diesem Maß.</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusView</name>
    <message>
        <source>Documents of the corpus</source>
        <translation>Dokumente des Korpus</translation>
    </message>
    <message>
        <source>Run it…</source>
        <translation>Laufen lassen…</translation>
    </message>
    <message>
        <source>No corpus is open. Choose File › Open corpus, or drop the folder that ouroscope-cli corpus run wrote.</source>
        <translation>Kein Korpus ist offen. Wählen Sie Datei › Korpus öffnen, oder ziehen Sie den Ordner herein, den ouroscope-cli corpus run geschrieben hat.</translation>
    </message>
    <message>
        <source>Find documents by their fields</source>
        <translation>Dokumente nach ihren Feldern suchen</translation>
    </message>
    <message>
        <source>Lists only documents whose fields, written as name: value, have this text</source>
        <translation>Zeigt nur Dokumente, deren Felder, geschrieben als Name: Wert, diesen Text enthalten</translation>
    </message>
    <message>
        <source>Part of the corpus</source>
        <translation>Teil des Korpus</translation>
    </message>
    <message>
        <source>List and picture: all documents, or one half. What is chosen while looking at the selection half is reported on the confirmation half.</source>
        <translation>Liste und Bild: alle Dokumente oder eine Hälfte. Was beim Ansehen der Auswahlhälfte gewählt wird, wird auf der Bestätigungshälfte berichtet.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>A click opens the document&apos;s trace, where it was kept; a click on a title sorts</source>
        <translation>Ein Klick öffnet die Aufzeichnung des Dokuments, wo sie aufgehoben wurde; ein Klick auf einen Titel sortiert</translation>
    </message>
    <message>
        <source>Reads the document from the input of the corpus and runs it on the model that is loaded</source>
        <translation>Liest das Dokument aus der Eingabe des Korpus und lässt es auf dem geladenen Modell laufen</translation>
    </message>
    <message>
        <source>Picture of the corpus</source>
        <translation>Bild des Korpus</translation>
    </message>
    <message>
        <source>What the picture shows, with 95 % intervals over documents</source>
        <translation>Was das Bild zeigt, mit 95-%-Intervallen über Dokumente</translation>
    </message>
    <message>
        <source>Export the picture of the corpus</source>
        <translation>Bild des Korpus exportieren</translation>
    </message>
    <message>
        <source>Exports this picture, with its caption and numbers</source>
        <translation>Exportiert dieses Bild mit Bildunterschrift und Zahlen</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2, %n loop(s)</source>
        <comment>model, input</comment>
        <translation>
            <numerusform>%1 auf %2, %n Schleife</numerusform>
            <numerusform>%1 auf %2, %n Schleifen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished: %1 of %2 documents are done.</source>
        <translation>Unvollständig: %1 von %2 Dokumenten sind fertig.</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 Dokumente</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Intervalle über Dokumente werden berechnet…</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Korpus wird gelesen</translation>
    </message>
    <message>
        <source>The trace of document %1 is open above.</source>
        <translation>Die Aufzeichnung von Dokument %1 ist oben offen.</translation>
    </message>
    <message>
        <source>The trace of document %1 was not kept.</source>
        <translation>Die Aufzeichnung von Dokument %1 wurde nicht aufgehoben.</translation>
    </message>
    <message>
        <source>Field that tells documents apart</source>
        <translation>Feld, das Dokumente unterscheidet</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>field of documents</comment>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>%1 of %2 documents have this field</source>
        <translation>%1 von %2 Dokumenten haben dieses Feld</translation>
    </message>
    <message>
        <source>The field has more than %1 values</source>
        <translation>Das Feld hat mehr als %1 Werte</translation>
    </message>
    <message>
        <source>One line, or bar, for every value of a field of the documents</source>
        <translation>Eine Linie oder ein Balken für jeden Wert eines Felds der Dokumente</translation>
    </message>
    <message>
        <source>The documents have no fields</source>
        <translation>Die Dokumente haben keine Felder</translation>
    </message>
    <message>
        <source>A picture needs documents that are done. The command that made this folder goes on where it stopped.</source>
        <translation>Ein Bild braucht fertige Dokumente. Der Befehl, der diesen Ordner angelegt hat, macht weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>The input of this corpus had no documents, so there is no picture.</source>
        <translation>Die Eingabe dieses Korpus hatte keine Dokumente, darum gibt es kein Bild.</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>documents</comment>
        <translation>Suchen</translation>
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
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>Tokens by exit loop</source>
        <translation>Token nach Ausstiegsschleife</translation>
    </message>
    <message numerus="yes">
        <source>loop %1: %n token(s)</source>
        <translation>
            <numerusform>Schleife %1: %n Token</numerusform>
            <numerusform>Schleife %1: %n Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthOverview</name>
    <message>
        <source>Depth of the whole text</source>
        <translation>Tiefe des ganzen Textes</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Erlaubte Schleifen: %1 von %2</translation>
    </message>
    <message>
        <source>The whole text: the deepest of the words at each place</source>
        <translation>Der ganze Text: an jeder Stelle das tiefste Wort</translation>
    </message>
</context>
<context>
    <name>ouroscope::DocumentTableModel</name>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens of the document that were run</source>
        <translation>Token des Dokuments, die gelaufen sind</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>Ausstiegsschleife</translation>
    </message>
    <message>
        <source>Mean loop at which its tokens are read</source>
        <translation>Mittlere Schleife, bei der seine Token gelesen werden</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>Erwartete Tiefe</translation>
    </message>
    <message>
        <source>Mean of the exit distribution, in loops</source>
        <translation>Mittel der Ausstiegsverteilung, in Schleifen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Mean −log p of the next token at the exit, in nats</source>
        <translation>Mittleres −log p des nächsten Tokens am Ausstieg, in nats</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>How far the loss fell from loop 1 to the exit, in nats</source>
        <translation>Wie weit der Verlust von Schleife 1 bis zum Ausstieg gefallen ist, in nats</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is the next</source>
        <translation>Anteil der Token, deren bestes Wort am Ausstieg das nächste ist</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is that of the last loop</source>
        <translation>Anteil der Token, deren bestes Wort am Ausstieg das der letzten Schleife ist</translation>
    </message>
    <message>
        <source>Right choice</source>
        <translation>Richtige Wahl</translation>
    </message>
    <message>
        <source>1 where the right choice is the likeliest at the exit</source>
        <translation>1, wo die richtige Wahl am Ausstieg die wahrscheinlichste ist</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Richtige Antwort</translation>
    </message>
    <message>
        <source>1 where the generated answer at the exit is the right one</source>
        <translation>1, wo die erzeugte Antwort am Ausstieg die richtige ist</translation>
    </message>
    <message>
        <source>loop %1: %2 %</source>
        <comment>share of tokens</comment>
        <translation>Schleife %1: %2 %</translation>
    </message>
    <message>
        <source>Its place in the input</source>
        <translation>Sein Platz in der Eingabe</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Share of its tokens that are read at each loop, loop 1 at the left; sorts by the exit loop</source>
        <translation>Anteil seiner Token, die bei jeder Schleife gelesen werden, Schleife 1 links; sortiert nach der Ausstiegsschleife</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>What else its line of the input says</source>
        <translation>Was seine Zeile der Eingabe sonst sagt</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsTableModel</name>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festlegung</translation>
    </message>
    <message>
        <source>First loop whose best word is the last loop&apos;s</source>
        <translation>Erste Schleife, deren bestes Wort das der letzten ist</translation>
    </message>
    <message>
        <source>First loop whose best word is the token that follows</source>
        <translation>Erste Schleife, deren bestes Wort das folgende Token ist</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>How often the best word changes</source>
        <translation>Wie oft das beste Wort wechselt</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>Letzter Wechsel</translation>
    </message>
    <message>
        <source>Last loop that changed the best word</source>
        <translation>Letzte Schleife, die das beste Wort änderte</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Nats by which the best loop beats the last one at the token that follows</source>
        <translation>Um wie viele nats die beste Schleife die letzte beim folgenden Token übertrifft</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>The token after which the loops predict the next one</source>
        <translation>Das Token, nach dem die Schleifen das nächste vorhersagen</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsView</name>
    <message numerus="yes">
        <source>%Ln of %1 tokens</source>
        <extracomment>How many tokens a filter finds, then how many there are.</extracomment>
        <translation>
            <numerusform>%Ln von %1 Token</numerusform>
            <numerusform>%Ln von %1 Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens that ran all loops and have a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</source>
        <translation>
            <numerusform>%Ln Token, das alle Schleifen lief und ein nächstes Token hat. Intervalle: 95 %, Bootstrap über Token, die nicht unabhängig voneinander sind.</numerusform>
            <numerusform>%Ln Token, die alle Schleifen liefen und ein nächstes Token haben. Intervalle: 95 %, Bootstrap über Token, die nicht unabhängig voneinander sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer map, tokens by loops</source>
        <translation>Antwortkarte, Token über Schleifen</translation>
    </message>
    <message>
        <source>Gain and loss of every added loop</source>
        <translation>Gewinn und Verlust jeder hinzugefügten Schleife</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>Schleifenablation</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No token ran all loops and has a next token: there is nothing to compare.</source>
        <translation>Kein Token lief alle Schleifen und hat ein nächstes Token: es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Resampling tokens</source>
        <translation>Token werden neu gezogen</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its answers move over the loops.</source>
        <translation>Einen Prompt ausführen oder eine Aufzeichnung öffnen, um zu sehen, wie sich die Antworten über die Schleifen bewegen.</translation>
    </message>
    <message>
        <source>Select the listed token after the selected one</source>
        <translation>Das nächste Token der Liste auswählen</translation>
    </message>
    <message>
        <source>Select the listed token before the selected one</source>
        <translation>Das vorige Token der Liste auswählen</translation>
    </message>
    <message>
        <source>This trace has one loop: answers can only change with two or more. Run the prompt again with more loops.</source>
        <translation>Diese Aufzeichnung hat eine Schleife: Antworten können sich erst ab zwei ändern. Den Prompt mit mehr Schleifen neu ausführen.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens of the filter</source>
        <translation>Token des Filters</translation>
    </message>
    <message>
        <source>What every added loop helped or hurt</source>
        <translation>Was jede hinzugefügte Schleife half oder schadete</translation>
    </message>
    <message>
        <source>How tokens are grouped</source>
        <translation>Wonach Token gruppiert werden</translation>
    </message>
    <message>
        <source>Which tokens are listed</source>
        <translation>Welche Token aufgelistet sind</translation>
    </message>
</context>
<context>
    <name>ouroscope::EstimateFigure</name>
    <message>
        <source>band, bars: 95 % interval</source>
        <translation>Band, Balken: 95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitHistogramFigure</name>
    <message>
        <source>Exit loop</source>
        <translation>Ausstiegsschleife</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>Anteil der Tokens (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRuleOptions</name>
    <message>
        <source>Generated tokens stop by</source>
        <translation>Erzeugte Tokens enden durch</translation>
    </message>
    <message>
        <source>What stops a generated token before its last loop. With another rule than the gate, loops after an exit are not run; the threshold q of the Live view is the gate&apos;s</source>
        <translation>Was ein erzeugtes Token vor seiner letzten Schleife beendet. Mit einer anderen Regel als dem Gate laufen die Schleifen nach einem Ausstieg nicht; die Schwelle q der Live-Ansicht gehört zum Gate</translation>
    </message>
    <message>
        <source>Threshold of the rule</source>
        <translation>Schwelle der Regel</translation>
    </message>
    <message>
        <source>the exit gate</source>
        <translation>das Ausstiegs-Gate</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit rule</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>The threshold q of the gate is in the Live view.</source>
        <translation>Die Schwelle q des Gates steht in der Live-Ansicht.</translation>
    </message>
    <message>
        <source>A token stops after the first loop below this value.</source>
        <translation>Ein Token endet nach der ersten Schleife unter diesem Wert.</translation>
    </message>
    <message>
        <source>A token stops after the first loop that reaches this value.</source>
        <translation>Ein Token endet nach der ersten Schleife, die diesen Wert erreicht.</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>Einheit: %1.</translation>
    </message>
    <message>
        <source>Empty: that of Huginn&apos;s released code.</source>
        <translation>Leer: die des veröffentlichten Codes von Huginn.</translation>
    </message>
    <message>
        <source>The threshold of the exit rule must be a number, not “%1”.</source>
        <translation>Die Schwelle der Ausstiegsregel muss eine Zahl sein, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRulesFigure</name>
    <message>
        <source>Best word&apos;s probability</source>
        <translation>Wahrscheinlichkeit des besten Worts</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>Kosinus zur Schleife davor</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Gate “%1”</source>
        <translation>Gate „%1“</translation>
    </message>
    <message>
        <source>KL step between loops</source>
        <translation>KL-Schritt zwischen Schleifen</translation>
    </message>
    <message>
        <source>Learned gate</source>
        <translation>Gelerntes Gate</translation>
    </message>
    <message>
        <source>Margin of the two best words</source>
        <translation>Abstand der zwei besten Wörter</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Mittlere Schleifen</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Orakel</translation>
    </message>
    <message>
        <source>Relative state change</source>
        <translation>Relative Zustandsänderung</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Gleiches Budget für alle</translation>
    </message>
    <message>
        <source>Change of entropy</source>
        <translation>Änderung der Entropie</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>KL von der Schleife davor</translation>
    </message>
    <message>
        <source>KL of likely words from the loop before</source>
        <translation>KL der wahrscheinlichen Wörter von der Schleife davor</translation>
    </message>
    <message>
        <source>Same best word in a row</source>
        <translation>Dasselbe beste Wort in Folge</translation>
    </message>
    <message>
        <source>Second difference of the step</source>
        <translation>Zweite Differenz des Schritts</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>untere Schranke</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureCheck</name>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; overlap.</source>
        <translation>„%1“ und „%2“ überlappen sich.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reaches over the edge of the page.</source>
        <translation>„%1“ ragt über den Seitenrand.</translation>
    </message>
    <message>
        <source>%1 tokens are shown, the words of %2 are readable at this size: split them into rows, or take a wider page or smaller type.</source>
        <translation>%1 Token werden gezeigt, lesbar sind in dieser Größe die Wörter von %2: auf Zeilen verteilen oder breitere Seite oder kleinere Schrift wählen.</translation>
    </message>
    <message>
        <source>No installed font has %1: an empty box is drawn. Install a font that has it.</source>
        <translation>Keine installierte Schrift hat %1: gezeichnet wird ein leeres Kästchen. Installieren Sie eine Schrift, die es enthält.</translation>
    </message>
    <message>
        <source>Panel %1 shows %2 tokens; the words of %3 are readable at this size.</source>
        <translation>Teilbild %1 zeigt %2 Token; lesbar sind in dieser Größe die Wörter von %3.</translation>
    </message>
    <message>
        <source>The smallest text is %1 points on paper: most venues ask for at least %2.</source>
        <translation>Die kleinste Schrift hat auf Papier %1 Punkt: die meisten Verlage verlangen mindestens %2.</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigurePreview</name>
    <message>
        <source>Preview of the figure page</source>
        <translation>Vorschau der Abbildungsseite</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureView</name>
    <message>
        <source>%1 by %2 millimetres</source>
        <translation>%1 mal %2 Millimeter</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>Deuteranopie</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exportiert</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>Dateiformat</translation>
    </message>
    <message>
        <source>Full colour</source>
        <translation>Volle Farbe</translation>
    </message>
    <message>
        <source>Grey print</source>
        <translation>Graudruck</translation>
    </message>
    <message>
        <source>How the preview is seen</source>
        <translation>Wie die Vorschau gesehen wird</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Noch ist nichts aufgezeichnet: einen Prompt ausführen oder eine Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>Open recipe...</source>
        <translation>Rezept öffnen...</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Teilbilder</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>Protanopie</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <source>Recipes and figures (*.json *.pdf *.svg *.png)</source>
        <translation>Rezepte und Abbildungen (*.json *.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Save recipe...</source>
        <translation>Rezept speichern...</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Split into rows</source>
        <translation>Auf Zeilen verteilen</translation>
    </message>
    <message>
        <source>The page has no panels: add one at the left.</source>
        <translation>Die Seite hat keine Teilbilder: links eines hinzufügen.</translation>
    </message>
    <message>
        <source>The page would have more than %1 panels.</source>
        <translation>Die Seite hätte mehr als %1 Teilbilder.</translation>
    </message>
    <message>
        <source>Tritanopia</source>
        <translation>Tritanopie</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Wahre Größe</translation>
    </message>
    <message>
        <source>What a reviewer would complain about</source>
        <translation>Was Gutachter bemängeln würden</translation>
    </message>
    <message>
        <source>The last figure page could not be brought back: %1</source>
        <translation>Die letzte Abbildungsseite konnte nicht wiederhergestellt werden: %1</translation>
    </message>
    <message>
        <source>A panel of the page shows one run, the shown one: export this figure by itself.</source>
        <translation>Ein Feld der Seite zeigt einen Lauf, den gezeigten: Exportieren Sie diese Abbildung für sich.</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Als SVG kopieren</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Als PNG kopieren</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>Korpus wird gelesen</translation>
    </message>
    <message>
        <source>The page has figures of a corpus: open its folder (File menu).</source>
        <translation>Die Seite hat Abbildungen eines Korpus: seinen Ordner öffnen (Menü Datei).</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>Intervalle über Dokumente werden berechnet…</translation>
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
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exportiert</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Open trace</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n traces</source>
        <translation>
            <numerusform>%n Aufzeichnung wird geöffnet</numerusform>
            <numerusform>%n Aufzeichnungen werden geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Save trace</source>
        <translation>Aufzeichnung speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>There is no trace to save: run a prompt first.</source>
        <translation>Es gibt keine Aufzeichnung zum Speichern: zuerst einen Prompt ausführen.</translation>
    </message>
    <message>
        <source>There is nothing to export: run a prompt or open a trace first.</source>
        <translation>Es gibt nichts zu exportieren: zuerst einen Prompt ausführen oder eine Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors)</source>
        <translation>Aufzeichnungen (*.trace.safetensors)</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors);;All files (*)</source>
        <translation>Aufzeichnungen (*.trace.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>Abbildung wird kopiert</translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation>Als %1 kopiert</translation>
    </message>
    <message>
        <source>Opening the corpus %1</source>
        <translation>Korpus %1 wird geöffnet</translation>
    </message>
    <message>
        <source>The folder that the corpus was run on</source>
        <translation>Der Ordner, auf dem das Korpus lief</translation>
    </message>
    <message>
        <source>The file that the corpus was run on</source>
        <translation>Die Datei, auf der das Korpus lief</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>JSON-Zeilen (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading document %1</source>
        <translation>Dokument %1 wird gelesen</translation>
    </message>
    <message>
        <source>Open corpus folder</source>
        <translation>Korpusordner öffnen</translation>
    </message>
</context>
<context>
    <name>ouroscope::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
</context>
<context>
    <name>ouroscope::Findings</name>
    <message>
        <source>This record has one loop, so there is nothing to compare.</source>
        <translation>Diese Aufzeichnung hat nur eine Schleife; es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1: this model has no exit gate that could stop earlier.</source>
        <translation>Jedes Token wird bei Schleife %1 gelesen: Dieses Modell hat kein Ausstiegs-Gate, das früher anhalten könnte.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1, because q is 1. Lower q, and tokens stop earlier.</source>
        <translation>Jedes Token wird bei Schleife %1 gelesen, weil q 1 ist. Mit kleinerem q halten Token früher an.</translation>
    </message>
    <message>
        <source>Every token is read at loop %1.</source>
        <translation>Jedes Token wird bei Schleife %1 gelesen.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. “%3” goes deepest, to loop %4.</source>
        <translation>Ein Token wird im Mittel bei Schleife %1 von %2 gelesen. „%3“ geht am tiefsten, bis Schleife %4.</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop %4; “%5” is the first.</source>
        <translation>Ein Token wird im Mittel bei Schleife %1 von %2 gelesen. %3 davon gehen am tiefsten, bis Schleife %4; „%5“ ist das erste.</translation>
    </message>
    <message>
        <source>No loop changes a best word: loop 1 says what the last loop says.</source>
        <translation>Keine Schleife ändert ein bestes Wort: Schleife 1 sagt, was die letzte sagt.</translation>
    </message>
    <message>
        <source>The last loop, %1, changes the most best words: %2 of %3.</source>
        <translation>Die letzte Schleife, %1, ändert die meisten besten Wörter: %2 von %3.</translation>
    </message>
    <message>
        <source>Loop %1 changes the most best words, %2 of %3; the last loop changes %4.</source>
        <translation>Schleife %1 ändert die meisten besten Wörter, %2 von %3; die letzte Schleife ändert %4.</translation>
    </message>
    <message>
        <source>The text that follows is predicted best at loop %1 of %2.</source>
        <translation>Der folgende Text wird bei Schleife %1 von %2 am besten vorhergesagt.</translation>
    </message>
    <message>
        <source>This record has no candidates to compare.</source>
        <translation>Diese Aufzeichnung enthält keine Kandidaten zum Vergleichen.</translation>
    </message>
    <message>
        <source>At %1 loops a token, %2 of %3 best words are those of full depth.</source>
        <translation>Bei %1 Schleifen je Token sind %2 von %3 besten Wörtern die der vollen Tiefe.</translation>
    </message>
    <message>
        <source>This model has no exit gate. The rules here stop by what can be seen from outside.</source>
        <translation>Dieses Modell hat kein Ausstiegs-Gate. Die Regeln hier halten nach dem an, was von außen zu sehen ist.</translation>
    </message>
    <message>
        <source>At %1 loops a token the gate keeps %2 of the best words of full depth. The same loops spent at random would keep %3.</source>
        <translation>Bei %1 Schleifen je Token behält das Gate %2 der besten Wörter der vollen Tiefe. Zufällig verteilt behielten dieselben Schleifen %3.</translation>
    </message>
    <message>
        <source>The steps of the state are not in this record.</source>
        <translation>Die Schritte des Zustands stehen nicht in dieser Aufzeichnung.</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length (median).</source>
        <translation>Schleife 2 bewegt den Zustand um %1 seiner Länge (Median).</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length, loop %2 by %3 (medians).</source>
        <translation>Schleife 2 bewegt den Zustand um %1 seiner Länge, Schleife %2 um %3 (Mediane).</translation>
    </message>
    <message>
        <source>It settles.</source>
        <translation>Er kommt zur Ruhe.</translation>
    </message>
    <message>
        <source>It slows down.</source>
        <translation>Er wird langsamer.</translation>
    </message>
    <message>
        <source>It does not slow down.</source>
        <translation>Er wird nicht langsamer.</translation>
    </message>
    <message>
        <source>Select a token to follow it through the loops.</source>
        <translation>Wählen Sie ein Token, um ihm durch die Schleifen zu folgen.</translation>
    </message>
    <message>
        <source>The candidates after “%1” are not all numbers.</source>
        <translation>Die Kandidaten nach „%1“ sind nicht alle Zahlen.</translation>
    </message>
    <message>
        <source>After “%1” every loop says “%2”.</source>
        <translation>Nach „%1“ sagt jede Schleife „%2“.</translation>
    </message>
    <message>
        <source>After “%1” loop 1 says “%2”; from loop %3 on it is “%4”.</source>
        <translation>Nach „%1“ sagt Schleife 1 „%2“; ab Schleife %3 ist es „%4“.</translation>
    </message>
    <message>
        <source>For %1 of %2 tokens loop 1 already says what the last loop says.</source>
        <translation>Bei %1 von %2 Token sagt schon Schleife 1, was die letzte sagt.</translation>
    </message>
    <message>
        <source>This run is compared with another reading of itself. Drop a run of the list on another to compare the two.</source>
        <translation>Dieser Lauf wird mit einer anderen Lesart seiner selbst verglichen. Ziehen Sie in der Liste einen Lauf auf einen anderen, um beide zu vergleichen.</translation>
    </message>
    <message>
        <source>Here a token is read at loop %1 on average, in “%2” at loop %3.</source>
        <translation>Hier wird ein Token im Mittel bei Schleife %1 gelesen, in „%2“ bei Schleife %3.</translation>
    </message>
    <message numerus="yes">
        <source>It is writing: %n token(s) so far.</source>
        <translation>
            <numerusform>Es schreibt: bisher %n Token.</numerusform>
            <numerusform>Es schreibt: bisher %n Token.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet: say how many tokens to generate, and run.</source>
        <translation>Noch ist nichts geschrieben: Geben Sie an, wie viele Token erzeugt werden sollen, und starten Sie den Lauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were written, read at loop %1 on average.</source>
        <translation>
            <numerusform>%n Token wurde geschrieben, gelesen bei Schleife %1.</numerusform>
            <numerusform>%n Token wurden geschrieben, im Mittel bei Schleife %1 gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This run is as the model is. Change something inside its loops and see what follows.</source>
        <translation>Dieser Lauf ist, wie das Modell ist. Ändern Sie etwas in seinen Schleifen und sehen Sie, was folgt.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”.</source>
        <translation>Mit dieser Änderung sind %1 von %2 besten Wörtern andere; nach „%3“ sagt es weiterhin „%4“.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it says “%4” instead of “%5”.</source>
        <translation>Mit dieser Änderung sind %1 von %2 besten Wörtern andere; nach „%3“ sagt es „%4“ statt „%5“.</translation>
    </message>
    <message>
        <source>%1 questions: %2 are answered right at the exit.</source>
        <comment>number, percent</comment>
        <translation>%1 Fragen: %2 werden am Ausstieg richtig beantwortet.</translation>
    </message>
    <message>
        <source>%1 documents, none with a counted token.</source>
        <translation>%1 Dokumente, keines mit einem gezählten Token.</translation>
    </message>
    <message>
        <source>%1 documents: tokens are read at loop %2 of %3 on average.</source>
        <translation>%1 Dokumente: Token werden im Mittel bei Schleife %2 von %3 gelesen.</translation>
    </message>
    <message>
        <source>That lowers the loss by %1 nats against loop 1.</source>
        <translation>Das senkt den Verlust gegenüber Schleife 1 um %1 nats.</translation>
    </message>
    <message>
        <source>That raises the loss by %1 nats against loop 1.</source>
        <translation>Das erhöht den Verlust gegenüber Schleife 1 um %1 nats.</translation>
    </message>
    <message>
        <source>Nothing is swept yet: a sweep carries out one change at every place in turn and maps what becomes of the answer.</source>
        <translation>Noch ist nichts durchlaufen: Eine Änderung wird der Reihe nach an jeder Stelle ausgeführt, und die Karte zeigt, was aus der Antwort wird.</translation>
    </message>
    <message>
        <source>At none of %1 places does this change move the answer “%2”.</source>
        <translation>An keiner von %1 Stellen bewegt diese Änderung die Antwort „%2“.</translation>
    </message>
    <message>
        <source>It matters most at loop %1, token %2: log p of “%3” changes by %4 nats.</source>
        <translation>Am meisten kommt es auf Schleife %1, Token %2 an: log p von „%3“ ändert sich um %4 Nat.</translation>
    </message>
    <message>
        <source>It matters most at loop %1, layer %2: log p of “%3” changes by %4 nats.</source>
        <translation>Am meisten kommt es auf Schleife %1, Schicht %2 an: log p von „%3“ ändert sich um %4 Nat.</translation>
    </message>
    <message>
        <source>At %1 of %2 places the best word is another.</source>
        <translation>An %1 von %2 Stellen ist das beste Wort ein anderes.</translation>
    </message>
    <message numerus="yes">
        <source>It waits: %n token(s) so far.</source>
        <translation>
            <numerusform>Es wartet: bisher %n Token.</numerusform>
            <numerusform>Es wartet: bisher %n Token.</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is done yet.</source>
        <translation>Noch ist kein Dokument fertig.</translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation>Dieser Korpus hat keine Dokumente.</translation>
    </message>
    <message>
        <source>The exit probabilities of %1 of %2 tokens are not numbers: where these would stop is not known.</source>
        <translation>Die Ausstiegswahrscheinlichkeiten von %1 von %2 Token sind keine Zahlen: Wo diese anhalten würden, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run. Run makes the untouched run of the same text, which it is then set against.</source>
        <translation>In den Schleifen dieses Laufs wurde etwas geändert. „Ausführen“ macht den unveränderten Lauf desselben Textes, dem er dann gegenübersteht.</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”, with probability %5 instead of %6.</source>
        <translation>Mit dieser Änderung sind %1 von %2 besten Wörtern andere; nach „%3“ sagt es weiterhin „%4“, mit Wahrscheinlichkeit %5 statt %6.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GateAuditView</name>
    <message numerus="yes">
        <source>%1; %n token(s) with an undefined gate left out</source>
        <translation>
            <numerusform>%1; %n Token mit undefiniertem Gate ausgelassen</numerusform>
            <numerusform>%1; %n Token mit undefiniertem Gate ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message numerus="yes">
        <source>Average of %n token(s): entropy of p %1 ± %2 nats, expected depth %3</source>
        <translation>
            <numerusform>Mittel über %n Token: Entropie von p %1 ± %2 nats, erwartete Tiefe %3</numerusform>
            <numerusform>Mittel über %n Token: Entropie von p %1 ± %2 nats, erwartete Tiefe %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact, a lower bound from what was kept, or not recorded</source>
        <translation>Exakt, eine untere Schranke aus dem Behaltenen oder nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Ausstiegsregel</translation>
    </message>
    <message>
        <source>Exit rules at the present mean depth, sorted by regret</source>
        <translation>Ausstiegsregeln bei der jetzigen mittleren Tiefe, nach Bedauern sortiert</translation>
    </message>
    <message>
        <source>Exit rules: mean loops against quality</source>
        <translation>Ausstiegsregeln: mittlere Schleifen gegen Güte</translation>
    </message>
    <message>
        <source>Export the exit rules</source>
        <translation>Ausstiegsregeln exportieren</translation>
    </message>
    <message>
        <source>Export the gate&apos;s averages</source>
        <translation>Mittelwerte des Gates exportieren</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>Gate-Prüfung</translation>
    </message>
    <message>
        <source>Gate averaged over tokens by loop</source>
        <translation>Gate je Schleife, über Token gemittelt</translation>
    </message>
    <message>
        <source>Gate of the selected token by loop</source>
        <translation>Gate des ausgewählten Tokens je Schleife</translation>
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
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Quality of the exit rules shown</source>
        <translation>Gezeigte Güte der Ausstiegsregeln</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Aufzeichnung wird gelesen...</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Bedauern</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Select a token to see what its gate says.</source>
        <translation>Ein Token auswählen, um zu sehen, was sein Gate sagt.</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>Hält bei</translation>
    </message>
    <message>
        <source>Threshold that gives this depth; between two thresholds the tokens are mixed at random</source>
        <translation>Schwelle, die diese Tiefe ergibt; zwischen zwei Schwellen werden die Token zufällig gemischt</translation>
    </message>
    <message>
        <source>Token %1 “%2”: entropy of p %3 nats, expected depth %4, read at loop %5</source>
        <translation>Token %1 „%2“: Entropie von p %3 nats, erwartete Tiefe %4, in Schleife %5 gelesen</translation>
    </message>
    <message>
        <source>Token %1 “%2”: the gate is undefined, so the last loop is read</source>
        <translation>Token %1 „%2“: das Gate ist undefiniert, darum wird die letzte Schleife gelesen</translation>
    </message>
    <message>
        <source>from %1 loops</source>
        <translation>ab %1 Schleifen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>± is half the distance between the quartiles</source>
        <translation>± ist der halbe Quartilsabstand</translation>
    </message>
    <message>
        <source>The gate is undefined at every token</source>
        <translation>Das Gate ist bei keinem Token definiert</translation>
    </message>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>Das Modell dieser Aufzeichnung hat kein Ausstiegs-Gate.</translation>
    </message>
    <message>
        <source>Without a gate a token is read at the last loop allowed.</source>
        <translation>Ohne Gate wird ein Token bei der letzten erlaubten Schleife gelesen.</translation>
    </message>
    <message>
        <source>Exit rules at the same depth: %1 loops a token</source>
        <translation>Ausstiegsregeln bei gleicher Tiefe: %1 Schleifen je Token</translation>
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
        <translation>CDF (Antennen: Quartile)</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>Ausstiegswahrscheinlichkeit p</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>Gate λ</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Remainder p</source>
        <translation>Rest p</translation>
    </message>
    <message>
        <source>λ of the last loop, unused</source>
        <translation>λ der letzten Schleife, ungenutzt</translation>
    </message>
    <message>
        <source>Prob.</source>
        <translation>Wahrsch.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryFigure</name>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Schleife (gestrichelt: trainiert mit %1)</translation>
    </message>
    <message>
        <source>median of all tokens</source>
        <translation>Median aller Token</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>mittlere Hälfte</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryView</name>
    <message>
        <source>%1 = %2, on the states after each loop&apos;s norm. The first loop starts from the embedding and has no step.</source>
        <translation>%1 = %2, auf den Zuständen nach der Norm jeder Schleife. Die erste Schleife beginnt bei der Einbettung und hat keinen Schritt.</translation>
    </message>
    <message>
        <source>Components %1 and %2</source>
        <translation>Komponenten %1 und %2</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>Hauptkomponenten werden bestimmt</translation>
    </message>
    <message numerus="yes">
        <source>One basis for all: principal components of %Ln states (all tokens and loops), centred.</source>
        <translation>
            <numerusform>Eine Basis für alle: Hauptkomponenten von %Ln Zustand (alle Token und Schleifen), zentriert.</numerusform>
            <numerusform>Eine Basis für alle: Hauptkomponenten von %Ln Zuständen (alle Token und Schleifen), zentriert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Open its model to run it again and record them, or do it on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Bahnen brauchen den verborgenen Zustand jeder Schleife, den diese Aufzeichnung nicht enthält. Das Modell öffnen, um sie neu auszuführen und aufzuzeichnen, oder auf der Befehlszeile:
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Run it again and record them, here or on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>Bahnen brauchen den verborgenen Zustand jeder Schleife, den diese Aufzeichnung nicht enthält. Hier neu ausführen und aufzeichnen oder auf der Befehlszeile:
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits of the selected tokens in principal components</source>
        <translation>Bahnen der ausgewählten Token in Hauptkomponenten</translation>
    </message>
    <message>
        <source>Principal components on the axes</source>
        <translation>Hauptkomponenten der Achsen</translation>
    </message>
    <message>
        <source>Quantity over the loops</source>
        <translation>Größe über die Schleifen</translation>
    </message>
    <message>
        <source>Quantity over the loops, all tokens and the selected ones</source>
        <translation>Größe über die Schleifen, alle und die ausgewählten Token</translation>
    </message>
    <message>
        <source>Reading states</source>
        <translation>Zustände werden gelesen</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its states move over the loops.</source>
        <translation>Einen Prompt ausführen oder eine Aufzeichnung öffnen, um zu sehen, wie sich die Zustände über die Schleifen bewegen.</translation>
    </message>
    <message>
        <source>Run again with hidden states</source>
        <translation>Neu ausführen mit verborgenen Zuständen</translation>
    </message>
    <message>
        <source>Select a token to see its orbit.</source>
        <translation>Ein Token auswählen, um seine Bahn zu sehen.</translation>
    </message>
    <message>
        <source>The components are approximate: their variances lie close together.</source>
        <translation>Die Komponenten sind angenähert: ihre Varianzen liegen nahe beieinander.</translation>
    </message>
    <message>
        <source>The trace has too few states for these components.</source>
        <translation>Die Aufzeichnung hat zu wenige Zustände für diese Komponenten.</translation>
    </message>
</context>
<context>
    <name>ouroscope::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>Die Seite davor (Alt+Links)</translation>
    </message>
    <message>
        <source>The page after (Alt+Right)</source>
        <translation>Die Seite danach (Alt+Rechts)</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapCanvas</name>
    <message>
        <source>Depth heatmap, tokens by loops</source>
        <translation>Tiefen-Heatmap, Token über Schleifen</translation>
    </message>
    <message>
        <source>Token %1 “%2”, loop %3</source>
        <translation>Token %1 „%2“, Schleife %3</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapFigure</name>
    <message>
        <source>%1 (log scale)</source>
        <translation>%1 (logarithmisch)</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapView</name>
    <message>
        <source>%1 “%2”</source>
        <comment>position and text of a token</comment>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: value unit</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold limits</source>
        <translation>Grenzen halten</translation>
    </message>
    <message>
        <source>Keep the present colour limits for other traces too, so that pictures can be compared</source>
        <translation>Die jetzigen Farbgrenzen auch für andere Aufzeichnungen behalten, damit Bilder vergleichbar sind</translation>
    </message>
    <message>
        <source>Measure of the heatmap</source>
        <translation>Maß der Heatmap</translation>
    </message>
    <message>
        <source>Part of the text that the heatmap shows</source>
        <translation>Teil des Textes, den die Heatmap zeigt</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>Alle Token zeigen</translation>
    </message>
    <message>
        <source>Show all tokens (0, or double click)</source>
        <translation>Alle Token zeigen (0 oder Doppelklick)</translation>
    </message>
    <message>
        <source>Tokens %1–%2 of %3</source>
        <translation>Token %1–%2 von %3</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Token nach unten</translation>
    </message>
    <message>
        <source>best word “%1”</source>
        <translation>bestes Wort „%1“</translation>
    </message>
    <message>
        <source>exit loop %1</source>
        <translation>Ausstiegsschleife %1</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <translation>Schleife %1 von %2</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Show the words of this cell</source>
        <translation>Die Wörter dieser Zelle zeigen</translation>
    </message>
    <message>
        <source>Copy what this cell says</source>
        <translation>Kopieren, was diese Zelle sagt</translation>
    </message>
    <message>
        <source>Export this figure...</source>
        <translation>Diese Abbildung exportieren...</translation>
    </message>
    <message>
        <source>Point at a cell to read it; Ctrl+wheel zooms.</source>
        <translation>Zeigen Sie auf eine Zelle, um sie zu lesen; Strg+Rad zoomt.</translation>
    </message>
    <message>
        <source>What if something is changed here...</source>
        <translation>Was wäre, wenn hier etwas geändert wird ...</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Noch ist nichts aufgezeichnet: einen Prompt ausführen oder eine Aufzeichnung öffnen.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobRunner</name>
    <message>
        <source>Out of memory: use fewer tokens or loops, or capture less.</source>
        <translation>Speicher voll: weniger Token oder Schleifen verwenden oder weniger aufzeichnen.</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ouroscope::KeysDialog</name>
    <message>
        <source>%1 is the key of “%2”: assigning it takes it from there.</source>
        <translation>%1 ist die Taste von „%2“: Zuweisen nimmt sie dort weg.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>Pfeile, Pos1, Ende</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Eine Aktion wählen, um ihr eine andere Taste zu geben.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the list of keys</source>
        <translation>Tastenliste filtern</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Move the selection</source>
        <translation>Auswahl bewegen</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>New key of the chosen action</source>
        <translation>Neue Taste der gewählten Aktion</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>Select a range of tokens</source>
        <translation>Tokenbereich auswählen</translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation>Umschalt+Pfeile, Umschalt+Klick</translation>
    </message>
    <message>
        <source>Show all of a plot</source>
        <translation>Ganzes Diagramm zeigen</translation>
    </message>
    <message>
        <source>Zoom a plot or the text</source>
        <translation>Ein Diagramm oder den Text zoomen</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Rad</translation>
    </message>
    <message>
        <source>Zoom a plot to some tokens</source>
        <translation>Ein Diagramm auf einige Tokens zoomen</translation>
    </message>
    <message>
        <source>Drag along its words</source>
        <translation>Entlang seiner Wörter ziehen</translation>
    </message>
    <message>
        <source>Move a zoomed plot</source>
        <translation>Ein gezoomtes Diagramm verschieben</translation>
    </message>
    <message>
        <source>Wheel, or drag with the middle button</source>
        <translation>Rad, oder mit der mittleren Taste ziehen</translation>
    </message>
    <message>
        <source>Move the line of the loops allowed</source>
        <translation>Linie der erlaubten Schleifen verschieben</translation>
    </message>
    <message>
        <source>PgUp and PgDn in the text, or drag it</source>
        <translation>Bild auf und Bild ab im Text, oder ziehen</translation>
    </message>
    <message>
        <source>Change how sure the gate must be</source>
        <translation>Ändern, wie sicher das Gate sein muss</translation>
    </message>
    <message>
        <source>+ and - in the text</source>
        <translation>+ und - im Text</translation>
    </message>
</context>
<context>
    <name>ouroscope::Ladder</name>
    <message>
        <source>Best word after every loop</source>
        <translation>Bestes Wort nach jeder Schleife</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>Nach „%1“</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>layer</comment>
        <translation>S%1</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Schleife %1, Schicht %2</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gerechnet</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>word, probability</comment>
        <translation>„%1“, %2</translation>
    </message>
    <message>
        <source>%1: read here</source>
        <translation>%1: hier gelesen</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>ouroscope::LanguageDemoDialog</name>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Get the language demo</source>
        <translation>Sprachdemo holen</translation>
    </message>
    <message>
        <source>A small language model for English, some of whose layers are run again and again in small steps. It shows on ordinary sentences what loops change. It is not part of the program: Python and a network are needed once.</source>
        <translation>Ein kleines Sprachmodell für Englisch, von dem einige Schichten in kleinen Schritten immer wieder durchlaufen werden. Es zeigt an gewöhnlichen Sätzen, was Schleifen ändern. Es gehört nicht zum Programm: Python und ein Netz werden einmal gebraucht.</translation>
    </message>
    <message>
        <source>The same without the window</source>
        <translation>Dasselbe ohne das Fenster</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Geholt wird</translation>
    </message>
    <message>
        <source>the Python package %1, %2, by pip</source>
        <translation>das Python-Paket %1, %2, mit pip</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Where the folder will lie</source>
        <translation>Wo der Ordner liegen soll</translation>
    </message>
    <message>
        <source>The language demo is there already.</source>
        <translation>Die Sprachdemo ist schon da.</translation>
    </message>
    <message>
        <source>Something else is there already: choose another folder.</source>
        <translation>Dort liegt schon etwas anderes: einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Getting the language demo</source>
        <translation>Die Sprachdemo wird geholt</translation>
    </message>
</context>
<context>
    <name>ouroscope::LayersFigure</name>
    <message>
        <source>loop %1</source>
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>Layer, counted over all loops</source>
        <translation>Schicht, über alle Schleifen gezählt</translation>
    </message>
    <message>
        <source>Layer of all loops</source>
        <translation>Schicht aller Schleifen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>trainiert mit %1</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LegendStrip</name>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>%n Token ausgewählt</numerusform>
            <numerusform>%n Token ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Shading: %1</source>
        <translation>Färbung: %1</translation>
    </message>
    <message>
        <source>underlined: generated</source>
        <translation>unterstrichen: generiert</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensCurvesFigure</name>
    <message>
        <source>loop that is read</source>
        <translation>Schleife, die gelesen wird</translation>
    </message>
    <message>
        <source>Log-prob. (nats)</source>
        <translation>Log-W. (nats)</translation>
    </message>
    <message>
        <source>Log-probability (nats)</source>
        <translation>Log-Wahrscheinlichkeit (nats)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Schleife (gestrichelt: trainiert mit %1)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank of the word</source>
        <translation>Rang des Worts</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Loop, after token %1 “%2”</source>
        <translation>Schleife, nach Token %1 „%2“</translation>
    </message>
    <message>
        <source>Loop, after “%1”</source>
        <translation>Schleife, nach „%1“</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>trainiert mit %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensTableModel</name>
    <message>
        <source>Loop %1</source>
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>Loop %1 was not run for this token.</source>
        <translation>Schleife %1 lief für dieses Token nicht.</translation>
    </message>
    <message>
        <source>Loop %1: beyond the trained number</source>
        <translation>Schleife %1: mehr als trainiert</translation>
    </message>
    <message>
        <source>Loop %1: the loop that is read here</source>
        <translation>Schleife %1: die hier gelesene Schleife</translation>
    </message>
    <message>
        <source>Within loop %1, after layer %2: read through the final norm and the head, which were trained for the end of a loop only</source>
        <translation>In Schleife %1, nach Schicht %2: gelesen durch die letzte Norm und den Kopf, die nur für das Ende einer Schleife trainiert wurden</translation>
    </message>
    <message>
        <source>became the best word here</source>
        <translation>wurde hier zum besten Wort</translation>
    </message>
    <message numerus="yes">
        <source>fell by %n place(s)</source>
        <translation>
            <numerusform>um %n Platz gefallen</numerusform>
            <numerusform>um %n Plätze gefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>loop %1, after layer %2</source>
        <translation>Schleife %1, nach Schicht %2</translation>
    </message>
    <message>
        <source>new among the kept words</source>
        <translation>neu unter den behaltenen Wörtern</translation>
    </message>
    <message numerus="yes">
        <source>rose by %n place(s)</source>
        <translation>
            <numerusform>um %n Platz gestiegen</numerusform>
            <numerusform>um %n Plätze gestiegen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at %2: probability %3, log-probability %4 nats</source>
        <translation>„%1“ bei %2: Wahrscheinlichkeit %3, Log-Wahrscheinlichkeit %4 nats</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensView</name>
    <message>
        <source>After token %1 “%2”</source>
        <translation>Nach Token %1 „%2“</translation>
    </message>
    <message>
        <source>After token %1 “%2” (under the pointer)</source>
        <translation>Nach Token %1 „%2“ (unter dem Zeiger)</translation>
    </message>
    <message>
        <source>Curves of words over the loops</source>
        <translation>Verläufe von Wörtern über die Schleifen</translation>
    </message>
    <message>
        <source>Layers within the loops are not in this record.</source>
        <translation>Schichten innerhalb der Schleifen sind nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Most probable words at every loop</source>
        <translation>Wahrscheinlichste Wörter jeder Schleife</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Quantity of the curves</source>
        <translation>Größe der Verläufe</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) read unfinished states through the final norm and the head, which were trained for whole loops: a hint, not the model&apos;s word.</source>
        <translation>Zeilen innerhalb einer Schleife (blass) lesen unfertige Zustände durch die letzte Norm und den Kopf, die für ganze Schleifen trainiert wurden: ein Hinweis, nicht das Wort des Modells.</translation>
    </message>
    <message numerus="yes">
        <source>Run again to track %n word(s)</source>
        <translation>
            <numerusform>Neu ausführen, um %n Wort zu verfolgen</numerusform>
            <numerusform>Neu ausführen, um %n Wörter zu verfolgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again with layers</source>
        <translation>Neu ausführen mit Schichten</translation>
    </message>
    <message>
        <source>Runs the same text on the loaded model, recording these words at every loop</source>
        <translation>Führt denselben Text auf dem geladenen Modell aus und zeichnet diese Wörter in jeder Schleife auf</translation>
    </message>
    <message>
        <source>Select a token to see what each loop would say next.</source>
        <translation>Ein Token auswählen, um zu sehen, was jede Schleife als Nächstes sagen würde.</translation>
    </message>
    <message>
        <source>Track words, comma between</source>
        <translation>Wörter verfolgen, durch Komma getrennt</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is %n token(s) to this model and has no single curve: %2. Track one of them.</source>
        <translation>
            <numerusform>„%1“ ist für dieses Modell %n Token und hat keinen einzelnen Verlauf: %2. Eines davon verfolgen.</numerusform>
            <numerusform>„%1“ sind für dieses Modell %n Token und hat keinen einzelnen Verlauf: %2. Eines davon verfolgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not in this record.</source>
        <translation>„%1“ ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>“%1” is not in this record; open the model that made it to track it.</source>
        <translation>„%1“ ist nicht aufgezeichnet; zum Verfolgen das Modell öffnen, das sie erzeugt hat.</translation>
    </message>
    <message>
        <source>“%1” is recorded only where it was among the best %2.</source>
        <translation>„%1“ ist nur dort aufgezeichnet, wo es unter den besten %2 war.</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) are read through the maps of %1, then the final norm and the head.</source>
        <translation>Zeilen innerhalb einer Schleife (blass) werden durch die Abbildungen von %1 gelesen, dann durch die letzte Norm und den Kopf.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LineGrip</name>
    <message>
        <source>Loops allowed</source>
        <translation>Erlaubte Schleifen</translation>
    </message>
    <message>
        <source>How many loops a word may use in this reading of the record: the line across the columns. Nothing is run again.</source>
        <translation>Wie viele Schleifen ein Wort in dieser Lesung der Aufzeichnung nutzen darf: die Linie über den Säulen. Nichts wird neu gerechnet.</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveText</name>
    <message>
        <source>All loops were run</source>
        <translation>Alle Schleifen liefen</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>Ab hier: %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n loop(s) were run</source>
        <translation>
            <numerusform>Nur %n Schleife lief</numerusform>
            <numerusform>Nur %n Schleifen liefen</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Run to generate from the prompt above, or Step for one token at a time. Above every word you see how deep the model went for it.</source>
        <translation>„Ausführen“ generiert aus dem Prompt oben, „Schritt“ ein Token nach dem anderen. Über jedem Wort steht, wie tief das Modell dafür ging.</translation>
    </message>
    <message>
        <source>Token %1 “%2”
Exit loop %3 of %4, expected depth %5</source>
        <translation>Token %1 „%2“
Ausstiegsschleife %3 von %4, erwartete Tiefe %5</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveView</name>
    <message>
        <source>%1 (as it is)</source>
        <translation>%1 (wie jetzt)</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>%1 Token je Sekunde</translation>
    </message>
    <message>
        <source>After an exit</source>
        <translation>Nach einem Ausstieg</translation>
    </message>
    <message>
        <source>Another word...</source>
        <translation>Ein anderes Wort...</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Abzweigen</translation>
    </message>
    <message>
        <source>Branch here...</source>
        <translation>Hier abzweigen...</translation>
    </message>
    <message>
        <source>Changes what the model does from the next token on, and is kept in the trace. The strip above only changes how the record is read.</source>
        <translation>Ändert, was das Modell ab dem nächsten Token tut, und wird in der Aufzeichnung festgehalten. Der Streifen oben ändert nur, wie die Aufzeichnung gelesen wird.</translation>
    </message>
    <message>
        <source>Draw again with another seed (this run was greedy)</source>
        <translation>Mit anderem Seed neu ziehen (dieser Lauf war greedy)</translation>
    </message>
    <message>
        <source>Draw again with seed %1</source>
        <translation>Mit Seed %1 neu ziehen</translation>
    </message>
    <message>
        <source>End the run within one layer; what was generated is kept</source>
        <translation>Den Lauf binnen einer Schicht beenden; Generiertes bleibt</translation>
    </message>
    <message>
        <source>Exit threshold q of the tokens to come</source>
        <translation>Ausstiegsschwelle q der kommenden Token</translation>
    </message>
    <message>
        <source>Finishing this token</source>
        <translation>Dieses Token wird beendet</translation>
    </message>
    <message>
        <source>Generate from the prompt at the top of the window</source>
        <translation>Aus dem Prompt oben im Fenster generieren</translation>
    </message>
    <message>
        <source>Generate one token, then wait (Return in the text below)</source>
        <translation>Ein Token generieren, dann warten (Eingabe im Text unten)</translation>
    </message>
    <message>
        <source>Generated text under its depth ribbon</source>
        <translation>Generierter Text unter seinem Tiefenband</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Generiert</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Greedy</translation>
    </message>
    <message>
        <source>Hold before the next token (Space in the text below)</source>
        <translation>Vor dem nächsten Token anhalten (Leertaste im Text unten)</translation>
    </message>
    <message>
        <source>In place of token %1</source>
        <translation>Anstelle von Token %1</translation>
    </message>
    <message>
        <source>KV policies full, last-exited-copy and latest-available: with the last two, loops after the exit cost nothing, and later tokens see other keys and values in their place</source>
        <translation>KV-Regeln full, last-exited-copy und latest-available: bei den letzten beiden kosten Schleifen nach dem Ausstieg nichts, und spätere Token sehen an ihrer Stelle andere Schlüssel und Werte</translation>
    </message>
    <message>
        <source>Branch before the selected token and continue with another word (B in the text below)</source>
        <translation>Vor dem ausgewählten Token abzweigen und mit einem anderen Wort fortfahren (B im Text unten)</translation>
    </message>
    <message>
        <source>Loop budget of the tokens to come</source>
        <translation>Schleifenbudget der kommenden Token</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Es ist kein Modell geladen</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused before token %1</source>
        <translation>Pause vor Token %1</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>Prompt wird gelesen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Seed </source>
        <comment>spin box prefix</comment>
        <translation>Seed </translation>
    </message>
    <message>
        <source>Seed of the next run or branch</source>
        <translation>Seed des nächsten Laufs oder Zweigs</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Temperature </source>
        <comment>spin box prefix</comment>
        <translation>Temperatur </translation>
    </message>
    <message>
        <source>Temperature of the next run</source>
        <translation>Temperatur des nächsten Laufs</translation>
    </message>
    <message>
        <source>The same word, then continue with the settings above</source>
        <translation>Dasselbe Wort, dann weiter mit den Einstellungen oben</translation>
    </message>
    <message>
        <source>The tokens to come</source>
        <translation>Die kommenden Token</translation>
    </message>
    <message>
        <source>The word in place of token %1</source>
        <translation>Das Wort anstelle von Token %1</translation>
    </message>
    <message>
        <source>What happens to the loops after an exit</source>
        <translation>Was mit den Schleifen nach einem Ausstieg geschieht</translation>
    </message>
    <message>
        <source>What the next run or branch begins with. The strip above only changes how the record is read.</source>
        <translation>Womit der nächste Lauf oder Zweig beginnt. Der Streifen oben ändert nur, wie die Aufzeichnung gelesen wird.</translation>
    </message>
    <message>
        <source>run the others too</source>
        <translation>übrige auch ausführen</translation>
    </message>
    <message>
        <source>skip, copy the last</source>
        <translation>überspringen, letzte kopieren</translation>
    </message>
    <message>
        <source>skip, use the deepest</source>
        <translation>überspringen, tiefste nutzen</translation>
    </message>
    <message>
        <source>“%1”, %2 %</source>
        <translation>„%1“, %2 %</translation>
    </message>
    <message>
        <source>Budget to come %1 of %2</source>
        <translation>Künftiges Budget %1 von %2</translation>
    </message>
    <message>
        <source>q to come 1: always the budget</source>
        <translation>künftiges q 1: immer das Budget</translation>
    </message>
    <message>
        <source>q to come %1</source>
        <translation>künftiges q %1</translation>
    </message>
    <message>
        <source>An exit rule stops the tokens</source>
        <translation>Eine Ausstiegsregel beendet die Tokens</translation>
    </message>
    <message>
        <source>generated tokens, as they were run: read at loop %1 of %2 on average</source>
        <translation>erzeugte Token, wie sie liefen: im Mittel bei Schleife %1 von %2 gelesen</translation>
    </message>
    <message>
        <source>A model writes here token by token, and can be held and steered on the way. Open a model first (File menu).</source>
        <translation>Hier schreibt ein Modell Token für Token und lässt sich unterwegs anhalten und lenken. Öffnen Sie zuerst ein Modell (Menü Datei).</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopAnswers</name>
    <message>
        <source>The best word after every loop</source>
        <translation>Das beste Wort nach jeder Schleife</translation>
    </message>
    <message>
        <source>Loop %1: %2</source>
        <translation>Schleife %1: %2</translation>
    </message>
    <message>
        <source>%1 = step %2</source>
        <comment>a word; the step of a puzzle with that value</comment>
        <translation>%1 = Schritt %2</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>Nach der Spielregel:</translation>
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
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <comment>the best word follows</comment>
        <translation>Kopf: %1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Loop %1 of %2, at station %3</source>
        <translation>Schleife %1 von %2, an Station %3</translation>
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
        <translation>Die Schleife mit dem Zustand des Tokens</translation>
    </message>
    <message>
        <source>think</source>
        <translation>nachdenken</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>angleichen</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>genug?</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>ein Wort sagen</translation>
    </message>
    <message>
        <source>Loop %1 of %2</source>
        <translation>Schleife %1 von %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::LossFigure</name>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Mean −log p of the next token (nats)</source>
        <translation>Mittleres −log p des nächsten Tokens (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p (nats)</translation>
    </message>
    <message>
        <source>lowest at loop %1</source>
        <translation>am kleinsten bei Schleife %1</translation>
    </message>
    <message>
        <source>within %1 nats of it</source>
        <translation>höchstens %1 nats darüber</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>trainiert mit %1</translation>
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
        <translation>Ü&amp;ber Ouroscope</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>Auswahl &amp;aufheben</translation>
    </message>
    <message>
        <source>&amp;Close trace</source>
        <translation>Aufzeichnung s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkles Design</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export figure...</source>
        <translation>Abbildung &amp;exportieren...</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find in text</source>
        <translation>Im Text &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Go to token...</source>
        <translation>&amp;Gehe zu Token...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helles Design</translation>
    </message>
    <message>
        <source>&amp;Next deep token</source>
        <translation>&amp;Nächstes tiefes Token</translation>
    </message>
    <message>
        <source>&amp;Open trace...</source>
        <translation>Aufzeichnung ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>&amp;Previous deep token</source>
        <translation>&amp;Voriges tiefes Token</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Redo view change</source>
        <translation>Ansichtsänderung &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Reopen closed trace</source>
        <translation>Geschlossene Aufzeichnung &amp;wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>&amp;Run prompt</source>
        <translation>Prompt &amp;ausführen</translation>
    </message>
    <message>
        <source>&amp;Save trace...</source>
        <translation>Aufzeichnung &amp;speichern...</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>&amp;Systemdesign</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Undo view change</source>
        <translation>Ansichtsänderung &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>About Ouroscope</source>
        <translation>Über Ouroscope</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Command &amp;palette</source>
        <translation>Befehls&amp;palette</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>&amp;Prompt bearbeiten</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Beispiel: %1</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Go to token</source>
        <translation>Gehe zu Token</translation>
    </message>
    <message>
        <source>Go to token %1</source>
        <translation>Gehe zu Token %1</translation>
    </message>
    <message>
        <source>Heatmap: %1</source>
        <translation>Heatmap: %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;less</source>
        <translation>Schleifenbudget: eine &amp;weniger</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;more</source>
        <translation>Schleifenbudget: eine &amp;mehr</translation>
    </message>
    <message>
        <source>Next trace</source>
        <translation>Nächste Aufzeichnung</translation>
    </message>
    <message>
        <source>Open &amp;model folder...</source>
        <translation>&amp;Modellordner öffnen...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Opening the last session</source>
        <translation>Letzte Sitzung wird geöffnet</translation>
    </message>
    <message>
        <source>Ouroscope %1

Sees how a looped language model spends its depth: every loop of every token, what it would have said and when it would have stopped.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ouroscope %1

Zeigt, wie ein Sprachmodell mit Schleifen seine Tiefe verwendet: jede Schleife jedes Tokens, was sie gesagt und wann das Modell aufgehört hätte.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Anordnung: %1</translation>
    </message>
    <message>
        <source>Previous trace</source>
        <translation>Vorige Aufzeichnung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Prompt and &amp;controls</source>
        <translation>Prompt und &amp;Regler</translation>
    </message>
    <message>
        <source>R&amp;eset this layout</source>
        <translation>Diese Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Recent: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
    <message>
        <source>Reduce m&amp;otion</source>
        <translation>&amp;Bewegung verringern</translation>
    </message>
    <message>
        <source>Selection &amp;after</source>
        <translation>&amp;Spätere Auswahl</translation>
    </message>
    <message>
        <source>Selection &amp;before</source>
        <translation>&amp;Frühere Auswahl</translation>
    </message>
    <message>
        <source>Shade the text by: %1</source>
        <translation>Text färben nach: %1</translation>
    </message>
    <message>
        <source>Token, from 1:</source>
        <translation>Token, ab 1:</translation>
    </message>
    <message>
        <source>Trace: %1</source>
        <translation>Aufzeichnung: %1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>Close Ouroscope</source>
        <translation>Ouroscope schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) would be lost: nobody saved them, and the session could not be kept.</source>
        <translation>
            <numerusform>%n Lauf ginge verloren: Er wurde nicht gespeichert, und die Sitzung konnte nicht aufbewahrt werden.</numerusform>
            <numerusform>%n Läufe gingen verloren: Sie wurden nicht gespeichert, und die Sitzung konnte nicht aufbewahrt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern...</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Ohne sie schließen</translation>
    </message>
    <message>
        <source>Save the runs in</source>
        <translation>Die Läufe speichern in</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>Runs and &amp;questions</source>
        <translation>Läufe und &amp;Fragen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Added to the figure page</source>
        <translation>Der Abbildungsseite hinzugefügt</translation>
    </message>
    <message>
        <source>Get the &amp;language demo...</source>
        <translation>&amp;Sprachdemo holen...</translation>
    </message>
    <message>
        <source>Open recorded e&amp;xample</source>
        <translation>Aufgezeichnetes &amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Recorded example: %1</source>
        <translation>Aufgezeichnetes Beispiel: %1</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>G&amp;rößer</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Us&amp;ual size</source>
        <translation>&amp;Übliche Größe</translation>
    </message>
    <message>
        <source>Size: %1 %</source>
        <translation>Größe: %1 %</translation>
    </message>
    <message>
        <source>&amp;Guide to what is shown</source>
        <translation>&amp;Anleitung zu dem, was zu sehen ist</translation>
    </message>
    <message>
        <source>Open &amp;corpus...</source>
        <translation>&amp;Korpus öffnen...</translation>
    </message>
    <message>
        <source>Run &amp;again with more recorded...</source>
        <translation>Noch &amp;einmal ausführen und mehr aufzeichnen ...</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>ouroscope::MatrixFigure</name>
    <message>
        <source>Virtual layer, by loop</source>
        <translation>Virtuelle Schicht, nach Schleife</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
</context>
<context>
    <name>ouroscope::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Alle Meldungen zeigen</translation>
    </message>
</context>
<context>
    <name>ouroscope::ModelOptions</name>
    <message>
        <source>Open so</source>
        <translation>So öffnen</translation>
    </message>
    <message>
        <source>Choosing another one opens the model again</source>
        <translation>Ein anderes zu wählen öffnet das Modell erneut</translation>
    </message>
    <message>
        <source>through the layers after it</source>
        <translation>durch die Schichten danach</translation>
    </message>
    <message>
        <source>by norm and head alone</source>
        <translation>nur durch Norm und Kopf</translation>
    </message>
    <message>
        <source>The coda lens reads a loop as a run with so many loops would go on; the logit lens is cheaper and another lens. Choosing another one opens the model again</source>
        <translation>Die Coda-Linse liest eine Schleife so, wie ein Lauf mit so vielen Schleifen weiterginge; die Logit-Linse ist billiger und eine andere Linse. Eine andere zu wählen öffnet das Modell erneut</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>Zu schleifende Schichten</translation>
    </message>
    <message>
        <source>A plain model has one loop. These of its layers are looped without training, from one to another such as 15-18; empty: as the folder says</source>
        <translation>Ein gewöhnliches Modell hat eine Schleife. Diese seiner Schichten werden ohne Training wiederholt, von einer bis zu einer anderen, etwa 15-18; leer: wie es im Ordner steht</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>Regel der Schritte</translation>
    </message>
    <message>
        <source>What a turn does with the state: with euler and anchored, a run with fewer loops is another run</source>
        <translation>Was ein Umlauf mit dem Zustand macht: mit euler und anchored ist ein Lauf mit weniger Schleifen ein anderer Lauf</translation>
    </message>
    <message>
        <source>Gate that decides exits</source>
        <translation>Gate, das über Ausstiege entscheidet</translation>
    </message>
    <message>
        <source>A loop is read</source>
        <translation>Eine Schleife wird gelesen</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>des Modells</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingCurveFigure</name>
    <message>
        <source>This reading</source>
        <translation>Diese Lesart</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
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
        <translation>Gesparte Schleifen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Agreement with full depth</source>
        <translation>Übereinstimmung mit voller Tiefe</translation>
    </message>
    <message>
        <source>Agreement with the deepest loop run</source>
        <translation>Übereinstimmung mit der tiefsten gelaufenen Schleife</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Gate, past the record</source>
        <translation>Gate, über die Aufzeichnung hinaus</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>KL zur vollen Tiefe (nats)</translation>
    </message>
    <message>
        <source>KL from the deepest loop run (nats)</source>
        <translation>KL zur tiefsten gelaufenen Schleife (nats)</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>Mittlere Schleifen</translation>
    </message>
    <message>
        <source>Measured early exit</source>
        <translation>Gemessener früher Ausstieg</translation>
    </message>
    <message>
        <source>NLL (nats per token)</source>
        <translation>NLL (nats je Token)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Orakel</translation>
    </message>
    <message>
        <source>Random exit</source>
        <translation>Zufälliger Ausstieg</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>Gleiches Budget für alle</translation>
    </message>
    <message>
        <source>Theoretical loops saved</source>
        <translation>Theoretisch gesparte Schleifen</translation>
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
        <translation>95-%-Intervall, gegen volle Tiefe</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingView</name>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Agreement %1 · NLL %2 · KL %3 (nats per token)</source>
        <translation>Übereinstimmung %1 · NLL %2 · KL %3 (nats je Token)</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>Alle drei</translation>
    </message>
    <message>
        <source>Export the operating curve</source>
        <translation>Betriebskurve exportieren</translation>
    </message>
    <message>
        <source>Full depth is not recorded: agreement and KL compare with the deepest loop that each token ran.</source>
        <translation>Die volle Tiefe ist nicht aufgezeichnet: Übereinstimmung und KL vergleichen mit der tiefsten Schleife jedes Tokens.</translation>
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
        <translation>Kein Token hat ein aufgezeichnetes nächstes Token, darum gibt es keine NLL.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>Betriebskurve</translation>
    </message>
    <message>
        <source>Operating curve; arrow keys move the exit threshold q</source>
        <translation>Betriebskurve; Pfeiltasten bewegen die Ausstiegsschwelle q</translation>
    </message>
    <message>
        <source>Quality shown against depth</source>
        <translation>Güte gegen Tiefe</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>Aufzeichnung wird gelesen...</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token, %3 a generated token.</source>
        <translation>Wirklich gelaufen (KV-Regel %1): %2 Schleifen je Token, %3 je generiertem Token.</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token.</source>
        <translation>Wirklich gelaufen (KV-Regel %1): %2 Schleifen je Token.</translation>
    </message>
    <message>
        <source>q %1 · read at loop %2 of %3 on average · theoretical saving %4 loops a token</source>
        <translation>q %1 · im Mittel bei Schleife %2 von %3 gelesen · theoretisch %4 Schleifen je Token gespart</translation>
    </message>
</context>
<context>
    <name>ouroscope::OrbitFigure</name>
    <message>
        <source>PC %1 (%2 % of the variance)</source>
        <translation>PC %1 (%2 % der Varianz)</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>Schleife %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::OwnText</name>
    <message>
        <source>Take: count on</source>
        <translation>Take: weiterrechnen</translation>
    </message>
    <message>
        <source>Cups: follow the ball</source>
        <translation>Becher: dem Ball folgen</translation>
    </message>
    <message>
        <source>Facts: who is who</source>
        <translation>Fakten: wer ist wer</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>Klammern</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Opposites</source>
        <translation>Gegenteile</translation>
    </message>
    <message>
        <source>A story</source>
        <translation>Eine Geschichte</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Open the puzzle model</source>
        <translation>Rätselmodell öffnen</translation>
    </message>
    <message>
        <source>Get the language demo...</source>
        <translation>Sprachdemo holen ...</translation>
    </message>
    <message>
        <source>A game of the puzzle model, or a text</source>
        <translation>Ein Spiel des Rätselmodells oder ein Text</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Text eintippen</translation>
    </message>
    <message>
        <source>Steps: </source>
        <translation>Schritte: </translation>
    </message>
    <message>
        <source>Steps of the puzzle</source>
        <translation>Schritte des Rätsels</translation>
    </message>
    <message>
        <source>Type the beginning of a text, then Enter</source>
        <translation>Anfang eines Textes eintippen, dann Enter</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>Eigener Text</translation>
    </message>
    <message>
        <source>A game of the puzzle model as slots to fill, or a text typed freely</source>
        <translation>Ein Spiel des Rätselmodells mit Feldern zum Ausfüllen, oder ein frei getippter Text</translation>
    </message>
    <message>
        <source>How many steps the puzzle has: more steps need more loops</source>
        <translation>Wie viele Schritte das Rätsel hat: Mehr Schritte brauchen mehr Schleifen</translation>
    </message>
    <message>
        <source>What the model reads; it then says the next word</source>
        <translation>Was das Modell liest; danach sagt es das nächste Wort</translation>
    </message>
    <message>
        <source>Says what would be fetched, how large it is and under which licence</source>
        <translation>Sagt, was geholt würde, wie groß es ist und unter welcher Lizenz</translation>
    </message>
    <message>
        <source>No model is open. The puzzle model comes with the program; one that writes English is fetched when you ask for it. A model folder of your own is opened in the File menu.</source>
        <translation>Kein Modell ist geöffnet. Das Rätselmodell liegt dem Programm bei; eines, das Englisch schreibt, wird auf Wunsch geholt. Ein eigener Modellordner wird im Menü Datei geöffnet.</translation>
    </message>
    <message>
        <source>Runs this text with %1 and records every loop</source>
        <translation>Führt diesen Text mit %1 aus und zeichnet jede Schleife auf</translation>
    </message>
    <message>
        <source>Runs this text and records every loop</source>
        <translation>Führt diesen Text aus und zeichnet jede Schleife auf</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>Feld %1</translation>
    </message>
    <message>
        <source>What stands here in the puzzle</source>
        <translation>Was hier im Rätsel steht</translation>
    </message>
    <message>
        <source>Opens the small model that comes with the program; it knows seven games</source>
        <translation>Öffnet das kleine Modell, das dem Programm beiliegt; es kennt sieben Spiele</translation>
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
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns of panels</source>
        <translation>Spalten von Teilbildern</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Gap between panels</source>
        <translation>Abstand zwischen Teilbildern</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Linienstärke</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Panel letters</source>
        <translation>Buchstaben der Teilbilder</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Resolution of a PNG</source>
        <translation>Auflösung eines PNG</translation>
    </message>
    <message>
        <source>SVG text</source>
        <translation>SVG-Text</translation>
    </message>
    <message>
        <source>Same colour limits for equal measures</source>
        <translation>Gleiche Farbgrenzen für gleiche Maße</translation>
    </message>
    <message>
        <source>Same limits, one bar</source>
        <translation>Gleiche Grenzen, eine Skala</translation>
    </message>
    <message>
        <source>Sans (DejaVu Sans)</source>
        <translation>Serifenlos (DejaVu Sans)</translation>
    </message>
    <message>
        <source>Serif (Times or similar)</source>
        <translation>Serifen (Times oder ähnlich)</translation>
    </message>
    <message>
        <source>Text of an SVG</source>
        <translation>Text eines SVG</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>in</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
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
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a figure of what the window shows now</source>
        <translation>Abbildung dessen hinzufügen, was das Fenster jetzt zeigt</translation>
    </message>
    <message>
        <source>Exit line</source>
        <translation>Ausstiegslinie</translation>
    </message>
    <message>
        <source>First token of the panel</source>
        <translation>Erstes Token des Teilbilds</translation>
    </message>
    <message>
        <source>Last token of the panel</source>
        <translation>Letztes Token des Teilbilds</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Log-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Measure of the panel</source>
        <translation>Maß des Teilbilds</translation>
    </message>
    <message>
        <source>Move the chosen panel back</source>
        <translation>Gewähltes Teilbild nach hinten</translation>
    </message>
    <message>
        <source>Move the chosen panel forward</source>
        <translation>Gewähltes Teilbild nach vorn</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Panels of the page</source>
        <translation>Teilbilder der Seite</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen panel</source>
        <translation>Gewähltes Teilbild entfernen</translation>
    </message>
    <message>
        <source>Set the chosen panel to what the window shows now</source>
        <translation>Gewähltes Teilbild auf das setzen, was das Fenster jetzt zeigt</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>Token nach unten</translation>
    </message>
    <message>
        <source>Corpus: %1</source>
        <extracomment>panel of a page, of the open corpus</extracomment>
        <translation>Korpus: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::PassLane</name>
    <message>
        <source>One pass through the layers</source>
        <translation>Ein Durchgang durch die Schichten</translation>
    </message>
    <message>
        <source>One pass says “%1”, %2</source>
        <translation>Ein Durchgang sagt „%1“, %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::PromptOptions</name>
    <message>
        <source>go on with the shown conversation</source>
        <translation>das gezeigte Gespräch fortsetzen</translation>
    </message>
    <message>
        <source>special tokens are words</source>
        <translation>Sondertoken sind Wörter</translation>
    </message>
    <message>
        <source>no beginning-of-text token</source>
        <translation>kein Textanfangs-Token</translation>
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
        <translation>Token-IDs</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>der eigene des Modells</translation>
    </message>
    <message>
        <source>none</source>
        <comment>system turn</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>this text:</source>
        <translation>dieser Text:</translation>
    </message>
    <message>
        <source>as the model&apos;s template</source>
        <translation>wie die Vorlage des Modells</translation>
    </message>
    <message>
        <source>think</source>
        <translation>denken</translation>
    </message>
    <message>
        <source>do not think</source>
        <translation>nicht denken</translation>
    </message>
    <message>
        <source>Send the prompt as</source>
        <translation>Prompt senden als</translation>
    </message>
    <message>
        <source>System turn</source>
        <translation>Systembeitrag</translation>
    </message>
    <message>
        <source>Text of the system turn</source>
        <translation>Text des Systembeitrags</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>The tokenizer of this model has no marks of turns.</source>
        <translation>Der Tokenizer dieses Modells hat keine Marken für Beiträge.</translation>
    </message>
    <message>
        <source>For a prompt that is sent as chat.</source>
        <translation>Für einen Prompt, der als Chat gesendet wird.</translation>
    </message>
    <message>
        <source>go on with the shown conversation (turn %1)</source>
        <translation>das gezeigte Gespräch fortsetzen (Beitrag %1)</translation>
    </message>
    <message>
        <source>What is shown is no conversation with an answer: a new one begins.</source>
        <translation>Gezeigt ist kein Gespräch mit einer Antwort: ein neues beginnt.</translation>
    </message>
    <message>
        <source>The prompt is its next turn, after all turns and answers so far</source>
        <translation>Der Prompt ist sein nächster Beitrag, nach allen bisherigen Beiträgen und Antworten</translation>
    </message>
    <message>
        <source>A conversation that goes on keeps its system turn.</source>
        <translation>Ein fortgesetztes Gespräch behält seinen Systembeitrag.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes no system turn of its own.</source>
        <translation>Die Vorlage des Modells schreibt keinen eigenen Systembeitrag.</translation>
    </message>
    <message>
        <source>The model&apos;s template writes: %1</source>
        <translation>Die Vorlage des Modells schreibt: %1</translation>
    </message>
    <message>
        <source>What the template writes with and without enable_thinking; where it does not know that word, “think” opens a &lt;think&gt; block</source>
        <translation>Was die Vorlage mit und ohne enable_thinking schreibt; kennt sie das Wort nicht, öffnet „denken“ einen &lt;think&gt;-Block</translation>
    </message>
    <message>
        <source>Token ids have no special words.</source>
        <translation>Token-IDs haben keine Sonderwörter.</translation>
    </message>
    <message>
        <source>Special tokens that are written out in the prompt are the words that they are written with</source>
        <translation>Im Prompt ausgeschriebene Sondertoken sind die Wörter, mit denen sie geschrieben sind</translation>
    </message>
    <message>
        <source>For a prompt that is sent as text.</source>
        <translation>Für einen Prompt, der als Text gesendet wird.</translation>
    </message>
    <message>
        <source>This model expects no token before a text.</source>
        <translation>Dieses Modell erwartet kein Token vor einem Text.</translation>
    </message>
    <message>
        <source>Leaves out what this model expects before a text</source>
        <translation>Lässt weg, was dieses Modell vor einem Text erwartet</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionHead</name>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Stays where it is; the next question comes beside it</source>
        <translation>Bleibt, wo sie ist; die nächste Frage kommt daneben</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>Wie dieses Bild zu lesen ist</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>Auf die Seite</translation>
    </message>
    <message>
        <source>Adds this picture to the figure page, as a panel</source>
        <translation>Fügt dieses Bild der Abbildungsseite als Feld hinzu</translation>
    </message>
    <message>
        <source>Copy or export this picture; a window of its own</source>
        <translation>Dieses Bild kopieren oder exportieren; eigenes Fenster</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>What the picture says</source>
        <translation>Was das Bild sagt</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>Mehr mit diesem Bild</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Als SVG kopieren</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Als PNG kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>In einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>n = %1 tokens (few)</source>
        <translation>n = %1 Token (wenige)</translation>
    </message>
    <message>
        <source>n = %1 tokens</source>
        <translation>n = %1 Token</translation>
    </message>
    <message>
        <source>Fewer than %1 tokens: chance alone can make such a picture. Open a longer text, or a corpus.</source>
        <translation>Weniger als %1 Token: Schon der Zufall kann ein solches Bild ergeben. Öffnen Sie einen längeren Text.</translation>
    </message>
    <message>
        <source>There is no picture here to copy yet.</source>
        <translation>Hier gibt es noch kein Bild zum Kopieren.</translation>
    </message>
    <message>
        <source>Drag it onto “Paper” to add this picture to the page</source>
        <translation>Auf „Papier“ ziehen, um dieses Bild auf die Seite zu setzen</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionRail</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunDesk</name>
    <message>
        <source>Branching</source>
        <translation>Zweigt ab</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>There is no model loaded: open a model folder first (File menu).</source>
        <translation>Es ist kein Modell geladen: zuerst einen Modellordner öffnen (Menü Datei).</translation>
    </message>
    <message>
        <source>The examples of this model are not offered: %1</source>
        <translation>Die Beispiele dieses Modells werden nicht angeboten: %1</translation>
    </message>
    <message>
        <source>There is no trace to run again: run a prompt first.</source>
        <translation>Es gibt keine Aufzeichnung, die noch einmal laufen könnte: Führen Sie zuerst einen Prompt aus.</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>Läuft noch einmal</translation>
    </message>
    <message>
        <source>This text is longer than the %L1 positions that the model was made for: what comes after token %L1 is beyond its training.</source>
        <translation>Dieser Text ist länger als die %L1 Positionen, für die das Modell gemacht ist: Was nach Token %L1 kommt, liegt jenseits seines Trainings.</translation>
    </message>
    <message>
        <source>%1 and gate “%2”</source>
        <comment>bf16 and gate</comment>
        <translation>%1 und mit dem Gate „%2“</translation>
    </message>
    <message>
        <source>The model was opened again in %1, as this record was made.</source>
        <translation>Das Modell wurde in %1 neu geöffnet, so wie diese Aufzeichnung entstand.</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3 looped (%4)</source>
        <comment>bf16</comment>
        <translation>%1, Schichten %2 bis %3 in Schleife (%4)</translation>
    </message>
    <message>
        <source>Links out of the model folder</source>
        <translation>Links aus dem Modellordner</translation>
    </message>
    <message>
        <source>%1 is a link that leaves the model folder, to %2.</source>
        <translation>%1 ist ein Link, der aus dem Modellordner hinausführt, nach %2.</translation>
    </message>
    <message>
        <source>Follow the links out of this folder? What they lead to is read as part of the model.</source>
        <translation>Den Links aus diesem Ordner folgen? Worauf sie zeigen, wird als Teil des Modells gelesen.</translation>
    </message>
    <message>
        <source>Follow the links</source>
        <translation>Den Links folgen</translation>
    </message>
    <message>
        <source>The model was not opened: %1 leaves its folder.</source>
        <translation>Das Modell wurde nicht geöffnet: %1 führt aus seinem Ordner hinaus.</translation>
    </message>
    <message>
        <source>This run was made with another model than the one that is open: open that model first.</source>
        <translation>Dieser Lauf wurde mit einem anderen Modell gemacht als dem offenen: Öffnen Sie zuerst jenes Modell.</translation>
    </message>
    <message>
        <source>one plain pass</source>
        <translation>ein einfacher Durchgang</translation>
    </message>
    <message>
        <source>layers %1 looped</source>
        <translation>Schichten %1 in Schleife</translation>
    </message>
    <message>
        <source>Running beside</source>
        <translation>Läuft daneben</translation>
    </message>
    <message>
        <source>Model to run the text on</source>
        <translation>Modell, das den Text lesen soll</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run already: show the untouched run, and sweep that.</source>
        <translation>In den Schleifen dieses Laufs wurde schon etwas geändert: Zeigen Sie den unveränderten Lauf und durchlaufen Sie jenen.</translation>
    </message>
    <message>
        <source>The run whose states are to be put in is not open.</source>
        <translation>Der Lauf, dessen Zustände eingesetzt werden sollen, ist nicht offen.</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>Durchläuft alle Stellen</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>Durchlauf: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunList</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Drop a run on another to compare the two</source>
        <translation>Einen Lauf auf einen anderen ziehen, um beide zu vergleichen</translation>
    </message>
    <message>
        <source>This file is away: click to look for it again.
%1</source>
        <translation>Diese Datei ist nicht da: Klicken, um noch einmal nach ihr zu sehen.
%1</translation>
    </message>
    <message>
        <source>A run that is not saved (the session keeps it)</source>
        <translation>Ein nicht gespeicherter Lauf (die Sitzung bewahrt ihn)</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <comment>on average</comment>
        <translation>Schleife %1 von %2</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>away</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Compare with the shown run</source>
        <translation>Mit dem gezeigten Lauf vergleichen</translation>
    </message>
    <message>
        <source>Save trace...</source>
        <translation>Trace speichern ...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunOptions</name>
    <message>
        <source>word, #123</source>
        <translation>Wort, #123</translation>
    </message>
    <message>
        <source>Their probability and rank are kept at every loop; #123 is a token id</source>
        <translation>Ihre Wahrscheinlichkeit und ihr Rang werden in jeder Schleife aufgezeichnet; #123 ist eine Token-ID</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Drafts tokens with fewer loops and verifies them together: the same text and record</source>
        <translation>Entwirft Token mit weniger Schleifen und prüft sie gemeinsam: derselbe Text und dieselbe Aufzeichnung</translation>
    </message>
    <message>
        <source>Words to track</source>
        <translation>Zu verfolgende Wörter</translation>
    </message>
    <message>
        <source>Words kept per loop</source>
        <translation>Wörter je Schleife</translation>
    </message>
    <message>
        <source>Loops to draft with</source>
        <translation>Schleifen für Entwürfe</translation>
    </message>
    <message>
        <source>Tokens per draft</source>
        <translation>Token je Entwurf</translation>
    </message>
    <message>
        <source>Generation stops after one of these too, each one token; #123 is a token id</source>
        <translation>Auch nach einem von diesen endet die Generierung, jedes ein Token; #123 ist eine Token-ID</translation>
    </message>
    <message>
        <source>at the model&apos;s own stop tokens</source>
        <translation>bei den Stopp-Token des Modells</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>beim längsten Kontext des Modells</translation>
    </message>
    <message>
        <source>The loops of this model start from noise, which is a function of this seed</source>
        <translation>Die Schleifen dieses Modells beginnen mit Rauschen, das von diesem Startwert abhängt</translation>
    </message>
    <message>
        <source>The end of the text, and in a conversation the end of the turn; without it a run has all the tokens that are asked for</source>
        <translation>Das Ende des Textes, in einem Gespräch das Ende des Beitrags; ohne das hat ein Lauf alle verlangten Token</translation>
    </message>
    <message>
        <source>Without it a run goes on beyond what the model was made for</source>
        <translation>Ohne das geht ein Lauf über das hinaus, wofür das Modell gemacht ist</translation>
    </message>
    <message>
        <source>and at</source>
        <translation>und bei</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>Startwert des Rauschens</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>The run ends</source>
        <translation>Der Lauf endet</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>Wie er läuft</translation>
    </message>
    <message>
        <source>Tokens stop by</source>
        <translation>Tokens enden durch</translation>
    </message>
    <message>
        <source>Keep also:</source>
        <translation>Auch aufzeichnen:</translation>
    </message>
</context>
<context>
    <name>ouroscope::SessionKeeper</name>
    <message>
        <source>Bringing the last session back ended the program twice, so it was set aside in %1.</source>
        <translation>Das Wiederherstellen der letzten Sitzung hat das Programm zweimal beendet; sie liegt jetzt in %1.</translation>
    </message>
    <message>
        <source>The session cannot be kept: the folder %1 cannot be written. Save runs by hand.</source>
        <translation>Die Sitzung kann nicht erhalten werden: der Ordner %1 ist nicht beschreibbar. Läufe bitte von Hand speichern.</translation>
    </message>
    <message>
        <source>The session could not be kept: %1</source>
        <translation>Die Sitzung konnte nicht gesichert werden: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripCanvas</name>
    <message>
        <source>Exit loop %1</source>
        <translation>Ausstiegsschleife %1</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: %3 %4</source>
        <comment>loop; measure: value unit</comment>
        <translation>Ausstiegsschleife %1; %2: %3 %4</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: not in the record</source>
        <translation>Ausstiegsschleife %1; %2: nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Expected depth %1; best next word there: “%2”</source>
        <translation>Erwartete Tiefe %1; bestes nächstes Wort dort: „%2“</translation>
    </message>
    <message>
        <source>Token %1 of %2 “%3”, %4</source>
        <translation>Token %1 von %2 „%3“, %4</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation>Token %1 „%2“</translation>
    </message>
    <message>
        <source>Token %1 “%2”, generated</source>
        <translation>Token %1 „%2“, generiert</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>generiert</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Before it the tokenizer left out %1</source>
        <translation>Davor ließ der Tokenizer %1 weg</translation>
    </message>
    <message>
        <source>After it the tokenizer left out %1</source>
        <translation>Danach ließ der Tokenizer %1 weg</translation>
    </message>
    <message>
        <source>Text with the depth of every word</source>
        <translation>Text mit der Tiefe jedes Wortes</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2 (trained with %3)</source>
        <translation>Erlaubte Schleifen: %1 von %2 (trainiert mit %3)</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>Erlaubte Schleifen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripView</name>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Suchen...</translation>
    </message>
    <message>
        <source>Show spaces</source>
        <translation>Leerzeichen zeigen</translation>
    </message>
    <message>
        <source>How sure the gate must be</source>
        <translation>Wie sicher das Gate sein muss</translation>
    </message>
    <message>
        <source>No exit gate</source>
        <translation>Kein Ausstiegs-Gate</translation>
    </message>
    <message>
        <source>How sure: %1</source>
        <translation>Wie sicher: %1</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Als SVG kopieren</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Als PNG kopieren</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>Beispiel zeigen</translation>
    </message>
    <message>
        <source>A recorded text of a small language model; nothing is fetched</source>
        <translation>Ein aufgezeichneter Text eines kleinen Sprachmodells; nichts wird geladen</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>Aufzeichnung öffnen…</translation>
    </message>
    <message>
        <source>A record that was kept in a file</source>
        <translation>Eine Aufzeichnung aus einer Datei</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>A folder with a model, to run texts of one’s own</source>
        <translation>Ein Ordner mit einem Modell, um eigene Texte auszuführen</translation>
    </message>
    <message>
        <source>Type a prompt and press Run, or open a trace.</source>
        <translation>Einen Prompt eingeben und ausführen oder eine Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>Nothing is open yet: look at an example, or open a trace or a model.</source>
        <translation>Noch ist nichts offen: ein Beispiel ansehen oder eine Aufzeichnung oder ein Modell öffnen.</translation>
    </message>
</context>
<context>
    <name>ouroscope::SummaryView</name>
    <message>
        <source>%1 layers, hidden size %2, %3 words</source>
        <translation>%1 Schichten, verborgene Größe %2, %3 Wörter</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>number type, device</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 prompt, %2 generated</source>
        <translation>%1 Prompt, %2 generiert</translation>
    </message>
    <message>
        <source>%1 prompt, none generated</source>
        <translation>%1 Prompt, keine generiert</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2</source>
        <translation>%1 aufgezeichnet, trainiert mit %2</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2: the last are beyond training</source>
        <translation>%1 aufgezeichnet, trainiert mit %2: die letzten gehen über das Training hinaus</translation>
    </message>
    <message>
        <source>%1, weights SHA-256 %2…</source>
        <translation>%1, Gewichte SHA-256 %2…</translation>
    </message>
    <message>
        <source>%1: loops after an exit were truly skipped</source>
        <translation>%1: Schleifen nach einem Ausstieg wurden wirklich übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) a loop</source>
        <translation>
            <numerusform>%n Kandidat je Schleife</numerusform>
            <numerusform>%n Kandidaten je Schleife</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), read at loop %1 of %2 on average</source>
        <translation>
            <numerusform>%n Token, im Mittel in Schleife %1 von %2 gelesen</numerusform>
            <numerusform>%n Token, im Mittel in Schleife %1 von %2 gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Arithmetik</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>Ausstiegsregel</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Wie sie entstand</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Schlüssel und Werte</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Schleifen</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erzeugt von</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Not captured</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Noch ist nichts aufgezeichnet: einen Prompt ausführen oder eine Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>Nothing stands out: no token changes its best word.</source>
        <translation>Nichts sticht hervor: kein Token wechselt sein bestes Wort.</translation>
    </message>
    <message>
        <source>Ouroscope %1</source>
        <translation>Ouroscope %1</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Summary of the trace</source>
        <translation>Übersicht der Aufzeichnung</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <comment>position and text</comment>
        <translation>Token %1 „%2“</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tracked words</source>
        <translation>Verfolgte Wörter</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>Wo zuerst hinsehen</translation>
    </message>
    <message numerus="yes">
        <source>changes its best word %n time(s)</source>
        <translation>
            <numerusform>wechselt sein bestes Wort %n-mal</numerusform>
            <numerusform>wechselt sein bestes Wort %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>commits latest: at loop %1</source>
        <translation>legt sich am spätesten fest: in Schleife %1</translation>
    </message>
    <message>
        <source>deepest: expected depth %1</source>
        <translation>am tiefsten: erwartete Tiefe %1</translation>
    </message>
    <message>
        <source>first loop whose cumulative exit probability reaches %1; the last takes the rest</source>
        <translation>erste Schleife, deren kumulierte Ausstiegswahrscheinlichkeit %1 erreicht; die letzte nimmt den Rest</translation>
    </message>
    <message>
        <source>full: every loop was run, an exit only chooses which is read</source>
        <translation>full: jede Schleife lief, ein Ausstieg wählt nur, welche gelesen wird</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>greedy</translation>
    </message>
    <message>
        <source>had the next word right and lost it: %1 nats</source>
        <translation>hatte das nächste Wort richtig und verlor es: %1 nats</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>verborgene Zustände</translation>
    </message>
    <message>
        <source>layers within loops</source>
        <translation>Schichten innerhalb der Schleifen</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>most changed by the last loop: KL %1 nats</source>
        <translation>von der letzten Schleife am meisten verändert: KL %1 nats</translation>
    </message>
    <message>
        <source>none: read at the last loop</source>
        <translation>keine: in der letzten Schleife gelesen</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, seed %3</source>
        <translation>Temperatur %1, top-p %2, Seed %3</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>des Modells</translation>
    </message>
    <message>
        <source>The run was %1.</source>
        <comment>stopped after 3 of 5 tokens</comment>
        <translation>Der Lauf wurde %1.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>longer than the %1 positions that the model was made for: what comes after token %1 is beyond its training</source>
        <translation>länger als die %1 Positionen, für die das Modell gemacht ist: Was nach Token %1 kommt, liegt jenseits seines Trainings</translation>
    </message>
    <message>
        <source>Not numbers</source>
        <translation>Keine Zahlen</translation>
    </message>
    <message>
        <source>none: this model has no exit gate</source>
        <translation>keins: Dieses Modell hat kein Ausstiegs-Gate</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>Zahlen der Schichten</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>Ähnlichkeit der Schichten</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>Aufmerksamkeit der Köpfe</translation>
    </message>
    <message>
        <source>states of layers %1</source>
        <translation>Zustände der Schichten %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::SweepView</name>
    <message>
        <source>Sweep</source>
        <translation>Durchlaufen</translation>
    </message>
    <message>
        <source>What the change does at every loop and place; arrow keys choose a cell</source>
        <translation>Was die Änderung in jeder Schleife und an jeder Stelle bewirkt; Pfeiltasten wählen eine Zelle</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>Was die Farben sagen</translation>
    </message>
    <message>
        <source>change of log p</source>
        <translation>Änderung von log p</translation>
    </message>
    <message>
        <source>KL to the untouched run</source>
        <translation>KL zum unveränderten Lauf</translation>
    </message>
    <message>
        <source>There is no map of this run yet. Choose a change and press Sweep: the map comes as a run of its own.</source>
        <translation>Von diesem Lauf gibt es noch keine Karte. Wählen Sie eine Änderung und drücken Sie Durchlaufen: Die Karte kommt als eigener Lauf.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Noch ist nichts aufgezeichnet: einen Prompt ausführen oder eine Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Layers: after each layer of each loop. Tokens: each token at the end of each loop</source>
        <translation>Schichten: nach jeder Schicht jeder Schleife. Token: jedes Token am Ende jeder Schleife</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>scale the state</source>
        <translation>den Zustand skalieren</translation>
    </message>
    <message>
        <source>blur the state with noise</source>
        <translation>den Zustand verrauschen</translation>
    </message>
    <message>
        <source>put in the state of another run</source>
        <translation>den Zustand eines anderen Laufs einsetzen</translation>
    </message>
    <message>
        <source>skip the layer</source>
        <translation>die Schicht auslassen</translation>
    </message>
    <message>
        <source>skip the loop</source>
        <translation>die Schleife auslassen</translation>
    </message>
    <message>
        <source>repeat the loop</source>
        <translation>die Schleife wiederholen</translation>
    </message>
    <message>
        <source>What is done at one place of each run; all else stays as it was</source>
        <translation>Was an einer Stelle jedes Laufs geschieht; alles andere bleibt, wie es war</translation>
    </message>
    <message>
        <source>The factor of the state (0 removes it), or the size of the noise</source>
        <translation>Der Faktor des Zustands (0 entfernt ihn) oder die Größe des Rauschens</translation>
    </message>
    <message>
        <source>Its prompt is run, too: a token gets the state of the token that is as far from the end</source>
        <translation>Auch sein Prompt läuft: Ein Token bekommt den Zustand des Tokens, das gleich weit vom Ende steht</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all (alle) oder Nummern von Token ab 1: 5, 2-4, 2- (bis zum Ende), 1+4-6</translation>
    </message>
    <message>
        <source>The word after this token is asked; tokens after it are not run</source>
        <translation>Gefragt ist das Wort nach diesem Token; Token danach laufen nicht</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>das beste</translation>
    </message>
    <message>
        <source>Whose probability is asked; #123 is a token id; empty: the best word of the untouched run</source>
        <translation>Nach dessen Wahrscheinlichkeit gefragt wird; #123 ist eine Token-Nummer; leer: das beste Wort des unveränderten Laufs</translation>
    </message>
    <message>
        <source>by</source>
        <translation>um</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>für Token</translation>
    </message>
    <message>
        <source>At every loop and</source>
        <translation>In jeder Schleife und</translation>
    </message>
    <message>
        <source>answer after token</source>
        <translation>Antwort nach Token</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Runs the text once for every cell; the window goes on</source>
        <translation>Führt den Text für jede Zelle einmal aus; das Fenster bleibt bedienbar</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Öffnen Sie zuerst ein Modell (Menü Datei)</translation>
    </message>
    <message>
        <source>no other run is open</source>
        <translation>kein anderer Lauf ist offen</translation>
    </message>
    <message>
        <source>Run the other prompt first: the states of open runs can be put in.</source>
        <translation>Führen Sie zuerst den anderen Prompt aus: Zustände offener Läufe können eingesetzt werden.</translation>
    </message>
    <message>
        <source>As a command: %1</source>
        <translation>Als Befehl: %1</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>Change of log p (nats)</source>
        <translation>Änderung von log p (Nat)</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>Zeigen Sie auf eine Zelle, um sie zu lesen.</translation>
    </message>
    <message>
        <source>Loop %1, token %2 “%3”</source>
        <translation>Schleife %1, Token %2 „%3“</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>Schleife %1, Schicht %2</translation>
    </message>
    <message>
        <source>%1: log p of “%2” changes by %3 nats, KL %4 nats; it then says “%5”.</source>
        <comment>place, word, numbers, word</comment>
        <translation>%1: log p von „%2“ ändert sich um %3 Nat, KL %4 Nat; es sagt dann „%5“.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachGate</name>
    <message>
        <source>Probability of having stopped, loop by loop</source>
        <translation>Wahrscheinlichkeit, angehalten zu haben, Schleife für Schleife</translation>
    </message>
    <message>
        <source>Stopped by loop %1 with probability %2, threshold %3</source>
        <translation>Bis Schleife %1 angehalten mit Wahrscheinlichkeit %2, Schwelle %3</translation>
    </message>
    <message>
        <source>Stopped by now (hatched: what was left)</source>
        <translation>Bis jetzt angehalten (schraffiert: der Rest)</translation>
    </message>
    <message>
        <source>Stopped by now, loop by loop</source>
        <translation>Bis jetzt angehalten, Schleife für Schleife</translation>
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
        <translation>Schleife 1: Der Zustand geht durch die Schichten und blickt auf die Token davor. Hier tun beide Bahnen dasselbe.</translation>
    </message>
    <message>
        <source>Loop %1: the same layers once more, now with what the loop before worked out.</source>
        <translation>Schleife %1: noch einmal dieselben Schichten, nun mit dem, was die Schleife davor erarbeitet hat.</translation>
    </message>
    <message>
        <source>One pass is over and says “%1”.</source>
        <translation>Der eine Durchgang ist zu Ende und sagt „%1“.</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>Dieses Modell hat kein Gate: Wie viele Schleifen es läuft, stand vorher fest.</translation>
    </message>
    <message>
        <source>The last loop: everything that did not stop earlier stops here.</source>
        <translation>Die letzte Schleife: was vorher nicht angehalten hat, hält hier an.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. That reaches the threshold, so the model stops here.</source>
        <translation>Das Gate: bis jetzt angehalten mit Wahrscheinlichkeit %1. Das erreicht die Schwelle, also hält das Modell hier an.</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. Not enough, so another loop.</source>
        <translation>Das Gate: bis jetzt angehalten mit Wahrscheinlichkeit %1. Nicht genug, also noch eine Schleife.</translation>
    </message>
    <message>
        <source>The gate would have stopped before: a look at what more loops would say.</source>
        <translation>Das Gate hätte schon angehalten: ein Blick darauf, was mehr Schleifen sagen würden.</translation>
    </message>
    <message>
        <source>The head reads the answer: “%1”, %2 %.</source>
        <translation>Der Kopf liest die Antwort: „%1“, %2 %.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %: another word than a loop before.</source>
        <translation>Jetzt gelesen wäre es „%1“, %2 %: ein anderes Wort als eine Schleife zuvor.</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %.</source>
        <translation>Jetzt gelesen wäre es „%1“, %2 %.</translation>
    </message>
    <message>
        <source>The token “%1” enters the loop as a vector. Space plays, the arrows step.</source>
        <translation>Das Token „%1“ tritt als Vektor in die Schleife ein. Leertaste spielt ab, die Pfeile gehen schrittweise.</translation>
    </message>
    <message>
        <source>The state is brought back to its usual length: from here the next loop starts.</source>
        <translation>Der Zustand wird auf seine übliche Länge gebracht: von hier beginnt die nächste Schleife.</translation>
    </message>
    <message>
        <source>In plain words: for the model a word is a long list of numbers, its state. The dot is this list on its way.</source>
        <translation>Einfach gesagt: Für das Modell ist ein Wort eine lange Liste von Zahlen, sein Zustand. Der Punkt ist diese Liste auf ihrem Weg.</translation>
    </message>
    <message>
        <source>In plain words: it looks back at the words before and works something out.</source>
        <translation>Einfach gesagt: Es blickt auf die Wörter davor zurück und erarbeitet etwas.</translation>
    </message>
    <message>
        <source>In plain words: it thinks it over once more. Between the loops no word is written: this thinking is silent.</source>
        <translation>Einfach gesagt: Es denkt noch einmal darüber nach. Zwischen den Schleifen wird kein Wort geschrieben: Dieses Denken ist still.</translation>
    </message>
    <message>
        <source>In plain words: all numbers are made larger or smaller together, so that every round begins alike.</source>
        <translation>Einfach gesagt: Alle Zahlen werden gemeinsam größer oder kleiner gemacht, damit jede Runde gleich beginnt.</translation>
    </message>
    <message>
        <source>In plain words: nothing asks whether it is enough.</source>
        <translation>Einfach gesagt: Niemand fragt, ob es genug ist.</translation>
    </message>
    <message>
        <source>In plain words: the numbers are turned into words. The best one is what the model would write if it stopped now.</source>
        <translation>Einfach gesagt: Aus den Zahlen werden Wörter. Das beste würde das Modell schreiben, wenn es jetzt aufhörte.</translation>
    </message>
    <message numerus="yes">
        <source>The model: %1, a small language model. %n layer(s) in its middle are used again and again; those before and after are used once.</source>
        <translation>
            <numerusform>Das Modell: %1, ein kleines Sprachmodell. %n Schicht in seiner Mitte wird immer wieder benutzt; die davor und danach nur einmal.</numerusform>
            <numerusform>Das Modell: %1, ein kleines Sprachmodell. %n Schichten in seiner Mitte werden immer wieder benutzt; die davor und danach nur einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>In plain words: a small switch asks “Enough?”. Its answer λ goes from 0 (go on) to 1 (stop); the bar adds the rounds up.</source>
        <translation>Einfach gesagt: Ein kleiner Schalter fragt „Genug?“. Seine Antwort λ reicht von 0 (weiter) bis 1 (anhalten); der Balken zählt die Runden zusammen.</translation>
    </message>
    <message>
        <source>The puzzle model: following people through a text is what it has not learned, so what it says here is a guess.</source>
        <translation>Das Rätselmodell: Personen durch einen Text zu folgen hat es nicht gelernt; was es hier sagt, ist geraten.</translation>
    </message>
    <message>
        <source>The puzzle model: it knows these seven games and nothing else; of every number it works with the last digit only.</source>
        <translation>Das Rätselmodell: Es kennt diese sieben Spiele und sonst nichts; von jeder Zahl rechnet es nur mit der letzten Ziffer.</translation>
    </message>
    <message>
        <source>The puzzle model: this text is none of its seven games, so what it says of it means nothing.</source>
        <translation>Das Rätselmodell: Dieser Text ist keines seiner sieben Spiele; was es dazu sagt, bedeutet nichts.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachText</name>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>Token %1 is selected</source>
        <translation>Token %1 ist ausgewählt</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachView</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>After loop %1 the model would say</source>
        <translation>Nach Schleife %1 würde das Modell sagen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Choose an example, or take the tour.</source>
        <translation>Ein Beispiel wählen oder den Rundgang machen.</translation>
    </message>
    <message>
        <source>Every loop has an answer</source>
        <translation>Jede Schleife hat eine Antwort</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Exit threshold q</source>
        <translation>Ausstiegsschwelle q</translation>
    </message>
    <message>
        <source>Guess first</source>
        <translation>Erst raten</translation>
    </message>
    <message>
        <source>Guess, or press Space to see.</source>
        <translation>Raten, oder Leertaste drücken, um es zu sehen.</translation>
    </message>
    <message>
        <source>In the text “%1” follows.</source>
        <translation>Im Text folgt „%1“.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next station (right arrow)</source>
        <translation>Nächste Station (Pfeil rechts)</translation>
    </message>
    <message>
        <source>Nothing read out yet</source>
        <translation>Noch nichts gelesen</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>Jetzt Sie</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play and pause (Space)</source>
        <translation>Abspielen und anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Previous station (left arrow)</source>
        <translation>Vorige Station (Pfeil links)</translation>
    </message>
    <message>
        <source>Recorded example</source>
        <translation>Aufgezeichnetes Beispiel</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>The gate decides when it is enough</source>
        <translation>Das Gate entscheidet, wann es genug ist</translation>
    </message>
    <message>
        <source>The threshold is yours</source>
        <translation>Die Schwelle gehört Ihnen</translation>
    </message>
    <message>
        <source>Threshold q %1</source>
        <translation>Schwelle q %1</translation>
    </message>
    <message>
        <source>Which word will the model give after “%1”?</source>
        <translation>Welches Wort gibt das Modell nach „%1“?</translation>
    </message>
    <message>
        <source>You guessed it: “%1”.</source>
        <translation>Richtig geraten: „%1“.</translation>
    </message>
    <message>
        <source>You guessed “%1”, the model says “%2”.</source>
        <translation>Geraten: „%1“, das Modell sagt „%2“.</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Ihr Tipp</translation>
    </message>
    <message>
        <source>or type a word, then Enter</source>
        <translation>oder ein Wort eintippen, dann Eingabe</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Ein Durchgang</translation>
    </message>
    <message>
        <source>Puzzle: %1</source>
        <translation>Rätsel: %1</translation>
    </message>
    <message numerus="yes">
        <source>Looped, up to %n time(s)</source>
        <translation>
            <numerusform>In Schleifen, bis zu %n Mal</numerusform>
            <numerusform>In Schleifen, bis zu %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate λ %1, stopped by now %2</source>
        <translation>Gate λ %1, bis jetzt angehalten %2</translation>
    </message>
    <message>
        <source>One pass says the same.</source>
        <translation>Ein Durchgang sagt dasselbe.</translation>
    </message>
    <message>
        <source>One pass says “%1”, loop %2 says “%3”.</source>
        <translation>Ein Durchgang sagt „%1“, Schleife %2 sagt „%3“.</translation>
    </message>
    <message>
        <source>By the game&apos;s rule that is right.</source>
        <translation>Nach der Spielregel ist das richtig.</translation>
    </message>
    <message>
        <source>By the game&apos;s rule it is “%1”.</source>
        <translation>Nach der Spielregel ist es „%1“.</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Eigener Text</translation>
    </message>
    <message>
        <source>Handout...</source>
        <translation>Handzettel ...</translation>
    </message>
    <message>
        <source>This walk in six frames, as a sheet of paper for a class</source>
        <translation>Dieser Weg in sechs Bildern, als Blatt für eine Klasse</translation>
    </message>
    <message>
        <source>Run a text of your own and see it in both lanes</source>
        <translation>Einen eigenen Text ausführen und in beiden Bahnen sehen</translation>
    </message>
    <message>
        <source>Right: %1 of %2</source>
        <translation>Richtig: %1 von %2</translation>
    </message>
    <message>
        <source>A text is a row of pieces</source>
        <translation>Ein Text ist eine Reihe von Stücken</translation>
    </message>
    <message>
        <source>The model reads a text piece by piece; a piece is called a token. The small digit and the colour say at which loop a piece is read. Click one to choose it.</source>
        <translation>Das Modell liest einen Text Stück für Stück; ein Stück heißt Token. Die kleine Ziffer und die Farbe sagen, bei welcher Schleife ein Stück gelesen wird. Ein Klick wählt es aus.</translation>
    </message>
    <message>
        <source>On this side the layers are used once, and then the model has to speak: it says “%1”.</source>
        <translation>Auf dieser Seite werden die Schichten einmal benutzt, dann muss das Modell sprechen: Es sagt „%1“.</translation>
    </message>
    <message>
        <source>The same layers again</source>
        <translation>Dieselben Schichten noch einmal</translation>
    </message>
    <message>
        <source>On this side the same layers are used again and again, here up to %1 times. Press Space and follow the dot.</source>
        <translation>Auf dieser Seite werden dieselben Schichten immer wieder benutzt, hier bis zu %1 Mal. Leertaste drücken und dem Punkt folgen.</translation>
    </message>
    <message>
        <source>The chips keep the best word after each loop: first “%1”, from loop %2 on “%3”. Between the loops nothing is written: this thinking is silent.</source>
        <translation>Die Felder behalten das beste Wort nach jeder Schleife: zuerst „%1“, ab Schleife %2 „%3“. Zwischen den Schleifen wird nichts geschrieben: Dieses Denken ist still.</translation>
    </message>
    <message>
        <source>After each loop a small switch, the gate, says how likely it is to stop. The bar adds this up. At loop %1 it passes the line q: there the model stops. What is left at the last loop is hatched.</source>
        <translation>Nach jeder Schleife sagt ein kleiner Schalter, das Gate, wie wahrscheinlich das Anhalten ist. Der Balken zählt das zusammen. Bei Schleife %1 überschreitet er die Linie q: Dort hält das Modell an. Was bei der letzten Schleife übrig bleibt, ist schraffiert.</translation>
    </message>
    <message>
        <source>Drag the handle of q all the way to the left: the model stops after loop 1 and says “%1”. Nothing is computed again: the record holds every loop.</source>
        <translation>Den Griff von q ganz nach links ziehen: Das Modell hält nach Schleife 1 an und sagt „%1“. Nichts wird neu berechnet: Die Aufzeichnung enthält jede Schleife.</translation>
    </message>
    <message>
        <source>Guess the word before it is revealed: choose one or type it. Right guesses are counted. Afterwards take another example, or press “%1” and run one of your own.</source>
        <translation>Das Wort raten, bevor es verraten wird: auswählen oder eintippen. Richtige Antworten werden gezählt. Danach ein anderes Beispiel nehmen oder auf „%1“ drücken und einen eigenen ausführen.</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachWords</name>
    <message>
        <source>The best next words after this loop</source>
        <translation>Die besten nächsten Wörter nach dieser Schleife</translation>
    </message>
</context>
<context>
    <name>ouroscope::TokenLoopPlot</name>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>Schleife (gestrichelt: trainiert mit %1)</translation>
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
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>ouroscope::WhatIfView</name>
    <message>
        <source>First loop</source>
        <translation>Erste Schleife</translation>
    </message>
    <message>
        <source>Last loop</source>
        <translation>Letzte Schleife</translation>
    </message>
    <message>
        <source>How often more</source>
        <translation>Wie oft noch</translation>
    </message>
    <message>
        <source>Token whose state is taken</source>
        <translation>Token, dessen Zustand genommen wird</translation>
    </message>
    <message>
        <source>Run with this change</source>
        <translation>Mit dieser Änderung laufen lassen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>Unterschied ansehen</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>a loop is skipped</source>
        <translation>eine Schleife ausgelassen wird</translation>
    </message>
    <message>
        <source>a loop is repeated</source>
        <translation>eine Schleife wiederholt wird</translation>
    </message>
    <message>
        <source>a layer is skipped</source>
        <translation>eine Schicht ausgelassen wird</translation>
    </message>
    <message>
        <source>the state is scaled</source>
        <translation>der Zustand skaliert wird</translation>
    </message>
    <message>
        <source>the state is blurred with noise</source>
        <translation>der Zustand verrauscht wird</translation>
    </message>
    <message>
        <source>the state of another token takes its place</source>
        <translation>der Zustand eines anderen Tokens an seine Stelle tritt</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all (alle) oder Nummern von Token ab 1: 5, 2-4, 2- (bis zum Ende), 1+4-6</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was, wenn</translation>
    </message>
    <message>
        <source>at loops</source>
        <translation>bei Schleifen</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>after layer</source>
        <translation>nach Schicht</translation>
    </message>
    <message>
        <source>by</source>
        <translation>um</translation>
    </message>
    <message>
        <source>more times</source>
        <translation>weitere Male</translation>
    </message>
    <message>
        <source>from token</source>
        <translation>von Token</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>für Token</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>In diesem Lauf</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>Als Befehl</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>Noch ist nichts aufgezeichnet: einen Prompt ausführen oder eine Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>Öffnen Sie zuerst ein Modell (Menü Datei)</translation>
    </message>
    <message>
        <source>the end of the loop</source>
        <translation>dem Ende der Schleife</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>wurde nichts geändert</translation>
    </message>
    <message>
        <source>Runs the same text once more, with this change</source>
        <translation>Führt denselben Text noch einmal aus, mit dieser Änderung</translation>
    </message>
    <message>
        <source>As the model is</source>
        <translation>Wie das Modell ist</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>Mit der Änderung</translation>
    </message>
    <message>
        <source>Best words without and with the change</source>
        <translation>Beste Wörter ohne und mit der Änderung</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>Nach „%1“</translation>
    </message>
</context>
</TS>

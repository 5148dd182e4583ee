<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AblationGroups</name>
    <message>
        <source>0.1 to 1 nats</source>
        <translation>0.1～1 nats</translation>
    </message>
    <message>
        <source>1 to 3 nats</source>
        <translation>1～3 nats</translation>
    </message>
    <message>
        <source>3 nats and more</source>
        <translation>3 nats 以上</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>すべてのトークン</translation>
    </message>
    <message>
        <source>Below 0.1 nats</source>
        <translation>0.1 nats 未満</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>語の続き</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>句読点</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>特殊トークン</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Word-initial</source>
        <translation>語頭</translation>
    </message>
</context>
<context>
    <name>ControlTips</name>
    <message>
        <source>Runs the prompt with these settings</source>
        <translation>この設定でプロンプトを実行します</translation>
    </message>
    <message>
        <source>Ends what runs; what is recorded so far is kept</source>
        <translation>実行中の処理を終えます。それまでの記録は残ります</translation>
    </message>
    <message>
        <source>Ends this calculation</source>
        <translation>この計算を終えます</translation>
    </message>
    <message>
        <source>Starts this calculation once more</source>
        <translation>この計算をもう一度始めます</translation>
    </message>
    <message>
        <source>The text that the model reads; Ctrl+Return runs it</source>
        <translation>モデルが読むテキストです。Ctrl+Return で実行します</translation>
    </message>
    <message>
        <source>Plain text, or a conversation with the marks that the model was trained with</source>
        <translation>普通のテキスト、またはモデルが学習した記号付きの会話</translation>
    </message>
    <message>
        <source>Records the state of every loop: the map of its way needs it</source>
        <translation>各ループの状態を記録します。軌跡の図に必要です</translation>
    </message>
    <message>
        <source>Records the layers within every loop: rungs and rows open into them</source>
        <translation>各ループ内の層を記録します。段や行を開いて見られます</translation>
    </message>
    <message>
        <source>Records the score of every word of the vocabulary: large files</source>
        <translation>語彙の全単語のスコアを記録します。ファイルは大きくなります</translation>
    </message>
    <message>
        <source>How many of the likeliest words are recorded at every loop</source>
        <translation>各ループで記録する、確率の高い単語の数</translation>
    </message>
    <message>
        <source>How many tokens are guessed with few loops before all loops check them</source>
        <translation>少ないループで先に推測するトークン数。全ループで確かめます</translation>
    </message>
    <message>
        <source>Opens this model with these layers looped</source>
        <translation>これらの層をループさせてモデルを開きます</translation>
    </message>
    <message>
        <source>How tokens are grouped: every group has its own gain</source>
        <translation>トークンのまとめ方です。組ごとに効果を示します</translation>
    </message>
    <message>
        <source>Which tokens are listed: those that change, settle, are right or get lost</source>
        <translation>一覧に出すトークン: 変わる、定まる、正しい、失われるもの</translation>
    </message>
    <message>
        <source>For every token: the best word after each loop, and where it stays</source>
        <translation>各トークンの、ループごとの最良の単語と、それが定まる所</translation>
    </message>
    <message>
        <source>For every added loop: where the loss fell and where it rose, in nats</source>
        <translation>追加した各ループで損失が下がった所と上がった所（ナット）</translation>
    </message>
    <message>
        <source>How good a reading is: as many best words as full depth, the loss, or the distance to full depth (KL)</source>
        <translation>読み出しの良さ: 最大深さとの一致、損失、または最大深さとの距離 (KL)</translation>
    </message>
    <message>
        <source>What the shown run is compared with</source>
        <translation>表示中の実行と比べる相手</translation>
    </message>
    <message>
        <source>How many loops a word may use in B</source>
        <translation>B で単語が使えるループの数</translation>
    </message>
    <message>
        <source>How sure the gate must be in B (q)</source>
        <translation>B でゲートにどれだけの確信を求めるか (q)</translation>
    </message>
    <message>
        <source>Which exit gate decides in B</source>
        <translation>B でどの出口ゲートが決めるか</translation>
    </message>
    <message>
        <source>B is read with the loops allowed, q and gate of A</source>
        <translation>B を A と同じループ数、q、ゲートで読みます</translation>
    </message>
    <message>
        <source>The quantity whose difference the map shows</source>
        <translation>図が差を示す量</translation>
    </message>
    <message>
        <source>The quantity that the colour shows</source>
        <translation>色が示す量</translation>
    </message>
    <message>
        <source>Tokens below each other, words to be read without turning the head</source>
        <translation>トークンを縦に並べ、単語を回転させずに読めます</translation>
    </message>
    <message>
        <source>A line along the loop at which each token is read</source>
        <translation>各トークンが読まれるループに沿う線</translation>
    </message>
    <message>
        <source>Which part of the text the panel shows, in tokens from 1</source>
        <translation>パネルが示すテキストの範囲（1 から数えたトークン）</translation>
    </message>
    <message>
        <source>The quantity that the curves follow from loop to loop</source>
        <translation>曲線がループごとに追う量</translation>
    </message>
    <message>
        <source>Which two of the directions in which states differ most</source>
        <translation>状態の違いが最も大きい方向のうちの二つ</translation>
    </message>
    <message>
        <source>Runs the same text again and records the states, for the map of their way</source>
        <translation>同じテキストを再実行し、軌跡の図のために状態を記録します</translation>
    </message>
    <message>
        <source>What the curves of words show: probability, its logarithm, or the place among all words</source>
        <translation>単語の曲線が示すもの: 確率、その対数、または全単語中の順位</translation>
    </message>
    <message>
        <source>Words whose curves are drawn, with commas between</source>
        <translation>曲線を描く単語（コンマ区切り）</translation>
    </message>
    <message>
        <source>Runs the same text again and records the layers within every loop</source>
        <translation>同じテキストを再実行し、各ループ内の層を記録します</translation>
    </message>
    <message>
        <source>The words to look for in the text</source>
        <translation>テキストの中で探す言葉</translation>
    </message>
    <message>
        <source>How many loops the tokens to come may use</source>
        <translation>これから書くトークンが使えるループの数</translation>
    </message>
    <message>
        <source>How sure the gate must be about the tokens to come (q)</source>
        <translation>これから書くトークンにゲートが求める確信 (q)</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; higher values draw more freely</source>
        <translation>0 は最も確率の高い単語を選びます。大きいほど自由に選びます</translation>
    </message>
    <message>
        <source>Equal seeds draw equal words</source>
        <translation>同じシードなら同じ単語が選ばれます</translation>
    </message>
    <message>
        <source>What is done to the state inside the loops</source>
        <translation>ループの中で状態に加える変更</translation>
    </message>
    <message>
        <source>In which loops the change is made, from 1</source>
        <translation>変更を加えるループ（1 から）</translation>
    </message>
    <message>
        <source>After which layer the change is made, or at the end of the loop</source>
        <translation>変更を加える層、またはループの終わり</translation>
    </message>
    <message>
        <source>How often the loop is run once more</source>
        <translation>ループをさらに繰り返す回数</translation>
    </message>
    <message>
        <source>The token whose state is put in its place, from 1</source>
        <translation>代わりに入れる状態のトークン（1 から）</translation>
    </message>
    <message>
        <source>How strong the change is</source>
        <translation>変更の強さ</translation>
    </message>
    <message>
        <source>Only at the selected tokens</source>
        <translation>選択したトークンだけに加えます</translation>
    </message>
    <message>
        <source>At every token of the text</source>
        <translation>テキストの全トークンに加えます</translation>
    </message>
    <message>
        <source>Compares the changed run with the untouched one</source>
        <translation>変更した実行を元の実行と比べます</translation>
    </message>
    <message>
        <source>What the page shows, in words for the paper; it can be edited and copied</source>
        <translation>ページの内容を論文用の言葉で示します。編集もコピーもできます</translation>
    </message>
    <message>
        <source>The caption and the figure as LaTeX</source>
        <translation>説明文と図の LaTeX</translation>
    </message>
    <message>
        <source>The caption in words</source>
        <translation>言葉による説明文</translation>
    </message>
    <message>
        <source>The caption for LaTeX</source>
        <translation>LaTeX 用の説明文</translation>
    </message>
    <message>
        <source>Copies these words</source>
        <translation>この文をコピーします</translation>
    </message>
    <message>
        <source>The colours of loops and measures on paper</source>
        <translation>紙の上でのループと量の色</translation>
    </message>
    <message>
        <source>How many panels stand side by side</source>
        <translation>横に並べるパネルの数</translation>
    </message>
    <message>
        <source>The room between panels</source>
        <translation>パネルの間隔</translation>
    </message>
    <message>
        <source>How panels are lettered</source>
        <translation>パネルの記号の付け方</translation>
    </message>
    <message>
        <source>Equal measures have equal colour limits in all panels</source>
        <translation>同じ量には全パネルで同じ色の範囲を使います</translation>
    </message>
    <message>
        <source>Takes the width that this venue prints</source>
        <translation>掲載先の印刷幅に合わせます</translation>
    </message>
    <message>
        <source>The size of the page as it is printed</source>
        <translation>印刷されるページの大きさ</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>幅と高さの単位</translation>
    </message>
    <message>
        <source>The type of all words in the figure</source>
        <translation>図の全文字の書体と大きさ</translation>
    </message>
    <message>
        <source>How thick lines are, in points</source>
        <translation>線の太さ（ポイント）</translation>
    </message>
    <message>
        <source>Pixels an inch, of PNG files</source>
        <translation>PNG ファイルの 1 インチあたりの画素数</translation>
    </message>
    <message>
        <source>The kind of file that is exported</source>
        <translation>書き出すファイルの種類</translation>
    </message>
    <message>
        <source>Whether words of an SVG stay text or become outlines</source>
        <translation>SVG の文字をテキストのままにするか、輪郭にするか</translation>
    </message>
    <message>
        <source>Shows the page as eyes with other colour vision see it</source>
        <translation>色の見え方が異なる目で見たページを示します</translation>
    </message>
    <message>
        <source>Shows the page as large as it is printed</source>
        <translation>印刷される大きさで表示します</translation>
    </message>
    <message>
        <source>Takes page and panels from a recipe file</source>
        <translation>レシピのファイルからページとパネルを読みます</translation>
    </message>
    <message>
        <source>Keeps page and panels in a recipe file, from which equal figures can be made</source>
        <translation>ページとパネルをレシピに保存します。同じ図を再び作れます</translation>
    </message>
    <message>
        <source>Puts the tokens into rows under each other, so that their words can be read</source>
        <translation>単語が読めるようにトークンを複数の行に分けます</translation>
    </message>
    <message>
        <source>Writes the page to a file</source>
        <translation>ページをファイルに書き出します</translation>
    </message>
    <message>
        <source>Another example to walk through</source>
        <translation>別の例をたどります</translation>
    </message>
    <message>
        <source>A text of one’s own; Return runs it</source>
        <translation>自分のテキスト。Return で実行します</translation>
    </message>
    <message>
        <source>Hides what the model says until the class has guessed</source>
        <translation>クラスが予想するまでモデルの答えを隠します</translation>
    </message>
    <message>
        <source>Shows what was to be guessed</source>
        <translation>予想の答えを見せます</translation>
    </message>
    <message>
        <source>Begins the walk once more</source>
        <translation>初めからもう一度たどります</translation>
    </message>
    <message>
        <source>A guided walk through this page</source>
        <translation>この画面の案内</translation>
    </message>
    <message>
        <source>The stop before</source>
        <translation>前の場所へ</translation>
    </message>
    <message>
        <source>The next stop</source>
        <translation>次の場所へ</translation>
    </message>
    <message>
        <source>Ends the tour; it can be taken again</source>
        <translation>案内を終えます。また始められます</translation>
    </message>
    <message>
        <source>Lists the actions that have these letters</source>
        <translation>この文字を含む操作を一覧にします</translation>
    </message>
    <message>
        <source>Gives the chosen action the key that was pressed</source>
        <translation>選んだ操作に押したキーを割り当てます</translation>
    </message>
    <message>
        <source>Leaves the chosen action without a key</source>
        <translation>選んだ操作のキーをなくします</translation>
    </message>
    <message>
        <source>Gives all actions the keys they came with</source>
        <translation>全操作のキーを初めに戻します</translation>
    </message>
    <message>
        <source>Closes this list</source>
        <translation>この一覧を閉じます</translation>
    </message>
    <message>
        <source>Records norms, steps and cosines of every layer without its words: quick, and small files</source>
        <translation>各層のノルム・歩幅・余弦だけを記録します。速く、ファイルも小さくて済みます</translation>
    </message>
    <message>
        <source>Records four numbers of what every head attends to, at every token, loop and layer</source>
        <translation>各トークン・ループ・層で、各ヘッドの注意を 4 つの数値として記録します</translation>
    </message>
    <message>
        <source>Records the cosines of the states after all layers of all loops, in pairs</source>
        <translation>全ループ・全層の後の状態どうしの余弦を組ごとに記録します</translation>
    </message>
</context>
<context>
    <name>DepthRibbon</name>
    <message>
        <source>all loops run</source>
        <translation>全ループ実行</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分岐</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>予算 %1</translation>
    </message>
    <message>
        <source>loops skipped</source>
        <translation>ループ省略</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>q %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>シード %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ExampleTraces</name>
    <message>
        <source>A story</source>
        <translation>物語</translation>
    </message>
    <message>
        <source>Cups</source>
        <translation>カップ</translation>
    </message>
    <message>
        <source>Each possessive is one more step; only the last token needs the depth.</source>
        <translation>所有格が 1 つ増えるごとに 1 段階増えます。深さが必要なのは最後のトークンだけです。</translation>
    </message>
    <message>
        <source>Eight operations at eight loops, twice as many as in training: do more loops help?</source>
        <translation>8 回の演算を、学習時の 2 倍の 8 ループで実行。ループを増やすと改善するでしょうか？</translation>
    </message>
    <message>
        <source>Here the next word is uncertain, not hard: more loops cannot know the name.</source>
        <translation>次の単語は難しいのではなく不確かなだけです。ループを増やしても名前は分かりません。</translation>
    </message>
    <message>
        <source>Longer than trained</source>
        <translation>学習時より長い</translation>
    </message>
    <message>
        <source>One operation: is the answer there at loop 1?</source>
        <translation>演算 1 回。答えはループ 1 で出ているでしょうか？</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>1 ステップ</translation>
    </message>
    <message>
        <source>Six operations: watch the best word from loop to loop.</source>
        <translation>演算 6 回。ループごとに最上位語を見てください。</translation>
    </message>
    <message>
        <source>Six steps</source>
        <translation>6 ステップ</translation>
    </message>
    <message>
        <source>The model has to follow the ball through three swaps.</source>
        <translation>モデルは 3 回の入れ替えを通してボールを追う必要があります。</translation>
    </message>
    <message>
        <source>Three facts</source>
        <translation>3 つの事実</translation>
    </message>
    <message>
        <source>A capital</source>
        <translation>首都</translation>
    </message>
    <message>
        <source>A country&apos;s name</source>
        <translation>国の名前</translation>
    </message>
    <message>
        <source>Lock and door</source>
        <translation>錠とドア</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>曜日</translation>
    </message>
    <message>
        <source>A triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>One loop too many</source>
        <translation>ループ 1 回分の行き過ぎ</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>決して正解しない</translation>
    </message>
    <message>
        <source>The fox</source>
        <translation>キツネ</translation>
    </message>
    <message>
        <source>A fact out of the weights: loop 1 says “Greater”, loop 2 says “Beijing”, from loop 3 on “Tokyo”.</source>
        <translation>重みに蓄えられた知識です。ループ 1 は「Greater」、ループ 2 は「Beijing」、ループ 3 以降は「Tokyo」と答えます。</translation>
    </message>
    <message>
        <source>Several countries are called so: loop 2 says “Mexico”, from loop 3 on “America”.</source>
        <translation>この名で呼ばれる国は複数あります。ループ 2 は「Mexico」、ループ 3 以降は「America」と答えます。</translation>
    </message>
    <message>
        <source>Every loop says “door”, and each loop is surer of it than the one before.</source>
        <translation>どのループも「door」と答え、ループごとに確信が強まります。</translation>
    </message>
    <message>
        <source>A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”.</source>
        <translation>続いていく列挙です。ループ 2 は「and」、ループ 3 以降は「Thursday」と答えます。</translation>
    </message>
    <message>
        <source>The right word comes late: loop 1 says “smaller”, loop 2 says “right”, from loop 4 on “sides”.</source>
        <translation>正しい語は遅れて現れます。ループ 1 は「smaller」、ループ 2 は「right」、ループ 4 以降は「sides」と答えます。</translation>
    </message>
    <message>
        <source>More is not always better: loop 5 says “May”, loop 6 says “and”.</source>
        <translation>多ければよいとは限りません。ループ 5 は「May」、ループ 6 は「and」と答えます。</translation>
    </message>
    <message>
        <source>Every loop says “five”: loops do not add what the model has not learned.</source>
        <translation>どのループも「five」と答えます。モデルが学んでいないことはループでは補えません。</translation>
    </message>
    <message>
        <source>Every loop says “a” next; what follows is read where the gate stops, after 2 to 4 loops.</source>
        <translation>どのループも次は「a」です。その後はゲートが止めたところ、つまり 2～4 ループで読まれます。</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Export this figure and its numbers</source>
        <translation>この図と数値を書き出す</translation>
    </message>
</context>
<context>
    <name>FigureKinds</name>
    <message>
        <source>Exit histogram</source>
        <translation>終了ヒストグラム</translation>
    </message>
    <message>
        <source>Pairs of loops or layers</source>
        <translation>ループまたは層の組</translation>
    </message>
    <message>
        <source>Answer map</source>
        <translation>回答マップ</translation>
    </message>
    <message>
        <source>Comparison of two readings</source>
        <translation>2 つの読み出しの比較</translation>
    </message>
    <message>
        <source>Comparison of two traces</source>
        <translation>2 つのトレースの比較</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>深さヒートマップ</translation>
    </message>
    <message>
        <source>Depth ribbon</source>
        <translation>深さリボン</translation>
    </message>
    <message>
        <source>Exit gate by loop</source>
        <translation>ループ別の終了ゲート</translation>
    </message>
    <message>
        <source>Exit rules at equal depth</source>
        <translation>同じ深さでの終了規則</translation>
    </message>
    <message>
        <source>Geometry over the loops</source>
        <translation>ループごとの幾何</translation>
    </message>
    <message>
        <source>Lens curves of a token</source>
        <translation>トークンのレンズ曲線</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>ループアブレーション</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>動作曲線</translation>
    </message>
    <message>
        <source>Orbits in principal components</source>
        <translation>主成分での軌道</translation>
    </message>
    <message>
        <source>Page of figures</source>
        <translation>図のページ</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>濃淡付きテキスト</translation>
    </message>
    <message>
        <source>Text with its depth</source>
        <translation>深さを添えたテキスト</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>因果マップ</translation>
    </message>
    <message>
        <source>Numbers of layers</source>
        <translation>層の数値</translation>
    </message>
    <message>
        <source>Loss against loops</source>
        <translation>ループごとの損失</translation>
    </message>
    <message>
        <source>Depth by class of token</source>
        <translation>トークン種別ごとの深さ</translation>
    </message>
    <message>
        <source>Accuracy by loop</source>
        <translation>ループごとの正解率</translation>
    </message>
    <message>
        <source>Accuracy against mean loops</source>
        <translation>平均ループ数に対する正解率</translation>
    </message>
    <message>
        <source>Handout of six frames</source>
        <translation>6 コマの配布資料</translation>
    </message>
</context>
<context>
    <name>FilePath</name>
    <message>
        <source>%1 has a name that is not UTF-8, and the window opens no such names: rename it first, or use ouroscope-cli.</source>
        <translation>%1 の名前は UTF-8 ではなく、ウィンドウでは開けません。先に名前を変えるか、ouroscope-cli を使ってください。</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>One turn through the same layers; loops count from 1.</source>
        <translation>同じ層をひと回りすること。ループは 1 から数えます。</translation>
    </message>
    <message>
        <source>How many loops a token may use at most: the line across the strip.</source>
        <translation>トークンが使える最大のループ数。帯を横切る線。</translation>
    </message>
    <message>
        <source>How sure the gate must be that it is enough: a token is read at the first loop by which the probability of having stopped reaches q.</source>
        <translation>十分だとゲートがどれほど確かでなければならないか。停止した確率が q に達した最初のループでトークンを読みます。</translation>
    </message>
    <message>
        <source>A small switch after each loop that says how likely it is to stop there.</source>
        <translation>各ループの後の小さなスイッチ。そこで止まる確率を言います。</translation>
    </message>
    <message>
        <source>What the model would say next if it stopped after this loop.</source>
        <translation>このループの後で止まったらモデルが次に言うこと。</translation>
    </message>
    <message>
        <source>The long list of numbers that a token is inside the model; each loop changes it.</source>
        <translation>モデルの中でトークンを表す長い数の列。ループごとに変わります。</translation>
    </message>
    <message>
        <source>Reading a record as if fewer loops had been allowed, without running the model again.</source>
        <translation>モデルを再実行せず、より少ないループが許されていたものとして記録を読むこと。</translation>
    </message>
    <message>
        <source>The share of tokens whose best word is the one of full depth.</source>
        <translation>最上位語が全深度と同じトークンの割合。</translation>
    </message>
    <message>
        <source>Minus the log-probability of the token that follows, averaged over tokens: lower is better.</source>
        <translation>続くトークンの対数確率の符号を変え、トークンで平均したもの。低いほど良い。</translation>
    </message>
    <message>
        <source>How far what is said of the next word is from what full depth says, averaged over tokens; 0 is no difference.</source>
        <translation>次の単語について言うことが全深度とどれほど違うかをトークンで平均したもの。0 は違いなし。</translation>
    </message>
    <message>
        <source>The best that any choice of loops could reach on this text; it knows the answers, so no rule can be it.</source>
        <translation>この文でループの選び方が届きうる最良。答えを知っているので、どの規則もこうはなれません。</translation>
    </message>
    <message>
        <source>As many loops on average, handed out by chance: what a rule has to beat.</source>
        <translation>平均で同じ数のループを偶然に配ったもの。規則が上回るべき相手。</translation>
    </message>
    <message>
        <source>How many nats a token a rule is worse than the oracle at the same mean depth.</source>
        <translation>同じ平均深さのオラクルより、トークンあたり何 nats 悪いか。</translation>
    </message>
    <message>
        <source>The unit of information here: 1 nat is a factor of 2.7 in probability.</source>
        <translation>ここでの情報の単位。1 nat は確率で 2.7 倍。</translation>
    </message>
    <message>
        <source>The loop at which a token is read: the first by which the gate is as sure as q asks, or the last that is allowed.</source>
        <translation>トークンを読むループ：ゲートが q の求める確かさに達した最初のループ、なければ許された最後のループ。</translation>
    </message>
    <message>
        <source>The loop at which a token would stop on average, by the gate&apos;s probabilities.</source>
        <translation>ゲートの確率によれば、トークンが平均して止まるループ。</translation>
    </message>
    <message>
        <source>How undecided the gate is about where to stop: 0 where one loop takes all of it.</source>
        <translation>どこで止めるかについてのゲートの迷い。1 つのループがすべてを占めれば 0。</translation>
    </message>
    <message>
        <source>The gate&apos;s own answer after a loop, from 0 (go on) to 1 (stop).</source>
        <translation>ループの後のゲート自身の答え。0（続ける）から 1（止める）。</translation>
    </message>
    <message>
        <source>The probability that a token stops at exactly this loop; the last loop allowed takes what is left.</source>
        <translation>トークンがちょうどこのループで止まる確率。許された最後のループが残りを取ります。</translation>
    </message>
    <message>
        <source>The probability that a token has stopped by this loop; it is compared with q.</source>
        <translation>このループまでに止まった確率。q と比べます。</translation>
    </message>
    <message>
        <source>How undecided the model is about the next word: 0 where one word has all the probability.</source>
        <translation>次の単語についてのモデルの迷い。1 つの単語が全確率を持てば 0。</translation>
    </message>
    <message>
        <source>How likely this loop finds the token that really follows: 0 is certain, lower is less likely.</source>
        <translation>実際に続くトークンをこのループがどれほど確からしいと見るか。0 は確実、低いほど確率が小さい。</translation>
    </message>
    <message>
        <source>How many words this loop finds likelier than the token that really follows.</source>
        <translation>実際に続くトークンより確からしいとこのループが見る単語の数。</translation>
    </message>
    <message>
        <source>How far what this loop says of the next word is from what the last loop says; 0 is no difference.</source>
        <translation>次の単語についてこのループの言うことが、最終ループとどれほど違うか。0 は違いなし。</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word; 0 is no change.</source>
        <translation>次の単語について言うことをこのループがどれほど変えるか。0 は変化なし。</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word, measured both ways; at most ln 2.</source>
        <translation>次の単語について言うことの変化を両方向から測ったもの。最大 ln 2。</translation>
    </message>
    <message>
        <source>The length of the state before the final norm evens it out.</source>
        <translation>最終ノルムがそろえる前の状態の長さ。</translation>
    </message>
    <message>
        <source>The length of the state that the next loop starts from.</source>
        <translation>次のループが始まる状態の長さ。</translation>
    </message>
    <message>
        <source>How far a loop moves the state.</source>
        <translation>ループが状態を動かす距離。</translation>
    </message>
    <message>
        <source>Whether a loop leaves the state its direction: 1 is the same direction.</source>
        <translation>ループが状態の向きを保つか。1 は同じ向き。</translation>
    </message>
    <message>
        <source>1 where the best word of this loop is that of the last loop, else 0.</source>
        <translation>このループの最上位語が最終ループと同じなら 1、違えば 0。</translation>
    </message>
    <message>
        <source>How far a loop moves the state, against the length of the state.</source>
        <translation>ループが状態を動かす距離の、状態の長さに対する比。</translation>
    </message>
    <message>
        <source>The step of a loop against the mean step of this text: above 1 the state still moves.</source>
        <translation>この文の平均のステップに対するループのステップ。1 を超えれば状態はまだ動いています。</translation>
    </message>
    <message>
        <source>By how many degrees a loop turns the state.</source>
        <translation>ループが状態を何度回すか。</translation>
    </message>
    <message>
        <source>Whether two steps in a row go the same way: 1 the same way, minus 1 back again.</source>
        <translation>続く 2 つのステップが同じ向きか。1 は同じ、−1 は逆戻り。</translation>
    </message>
    <message>
        <source>The first loop that says what the last loop says.</source>
        <translation>最終ループと同じことを言う最初のループ。</translation>
    </message>
    <message>
        <source>The last loop whose best word is not that of the loop before.</source>
        <translation>最上位語が直前のループと違う最後のループ。</translation>
    </message>
    <message>
        <source>How often the best word changes from loop to loop.</source>
        <translation>最上位語がループごとに変わる回数。</translation>
    </message>
    <message>
        <source>Trained to stop where no later loop would gain enough: the usual one.</source>
        <translation>後のループがもう十分に得をしない所で止まるよう学習。通常のゲート。</translation>
    </message>
    <message>
        <source>Trained as the Ouro paper does: to stop where the loss falls no more.</source>
        <translation>Ouro 論文のとおりに学習。損失がもう下がらない所で止まります。</translation>
    </message>
    <message>
        <source>As the first stage of training left it: careful, it stops late.</source>
        <translation>学習の第 1 段階のまま。慎重で、遅く止まります。</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>think</source>
        <translation>考える</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>正規化</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>ならす</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>出力層</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>語を言う</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>もう十分？</translation>
    </message>
    <message>
        <source>One pass says</source>
        <translation>1 回だけなら</translation>
    </message>
    <message>
        <source>Loop %1 says</source>
        <translation>ループ %1 では</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>ゲームの規則では：</translation>
    </message>
    <message>
        <source>What did the extra rounds change?</source>
        <translation>余分な周で何が変わった？</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>このモデルにはゲートがありません。ループの回数は前もって決まっています。</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it stops at the last loop, %1.</source>
        <translation>各周の後、小さなスイッチ（ゲート）が「もう十分？」と尋ねます。バーは答えを足し合わせます。ここでは最後のループ %1 で止まります。</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it passes the line q at loop %1, and the model stops.</source>
        <translation>各周の後、小さなスイッチ（ゲート）が「もう十分？」と尋ねます。バーは答えを足し合わせます。ここではループ %1 で線 q を越え、モデルは止まります。</translation>
    </message>
    <message>
        <source>One pass and the loops say the same word. More rounds were not needed for it.</source>
        <translation>1 回だけでもループでも同じ語です。余分な周は要りませんでした。</translation>
    </message>
    <message>
        <source>The same text, the same layers, another answer: the rounds between changed it.</source>
        <translation>同じ文、同じ層、違う答え：間の周が答えを変えました。</translation>
    </message>
    <message>
        <source>How a looped model finds a word</source>
        <translation>ループするモデルはどう語を見つけるか</translation>
    </message>
    <message>
        <source>Model: %1. Name: ______________________  Date: ____________</source>
        <translation>モデル：%1&#x3000;名前：______________________&#x3000;日付：____________</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>文</translation>
    </message>
    <message>
        <source>The small digit says how many loops a word took. Which word comes next? My guess: ______________</source>
        <translation>小さな数字は語がいくつのループを使ったかを示します。次の語は？ わたしの予想：______________</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>1 回だけ</translation>
    </message>
    <message>
        <source>The layers are used once. Then the head turns the numbers into a word.</source>
        <translation>層を 1 回だけ使います。それから出力層が数を語に変えます。</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>ループで</translation>
    </message>
    <message>
        <source>The same layers again and again. Between the rounds nothing is written: this thinking is silent.</source>
        <translation>同じ層を何度も使います。周の間には何も書かれません。この思考は無言です。</translation>
    </message>
    <message>
        <source>The best word after every loop</source>
        <translation>各ループ後の最有力の語</translation>
    </message>
    <message>
        <source>What the model would have said after each round, and how sure it was. Bold: the round at which it is read.</source>
        <translation>各周の後にモデルが言ったはずの語と、その確かさ。太字は読み取る周です。</translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation>もう十分？</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here no loop after loop %1 is allowed, and it stops there.</source>
        <translation>各周の後、小さなスイッチ（ゲート）が「もう十分？」と尋ねます。バーは答えを足し合わせます。ここではループ %1 より後は許されず、そこで止まります。</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>It lies in a model&apos;s folder: open that (File menu).</source>
        <translation>これはモデルのフォルダーにあります。そのフォルダーを開いてください（ファイルメニュー）。</translation>
    </message>
</context>
<context>
    <name>LanguageDemoJob</name>
    <message>
        <source>%1 does not start: %2</source>
        <translation>%1 を起動できません: %2</translation>
    </message>
    <message>
        <source>The language demo was not made: the script ended without a reason.</source>
        <translation>言語デモを作成できませんでした。スクリプトが理由を示さずに終了しました。</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Best word equals the last loop&apos;s</source>
        <translation>最上位語が最終ループと一致</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>前ループとのコサイン</translation>
    </message>
    <message>
        <source>Cumulative exit probability</source>
        <translation>累積終了確率</translation>
    </message>
    <message>
        <source>Cumulative exit probability at the exit loop</source>
        <translation>終了ループでの累積終了確率</translation>
    </message>
    <message>
        <source>Entropy of depth</source>
        <translation>深さのエントロピー</translation>
    </message>
    <message>
        <source>Entropy of the next word</source>
        <translation>次の単語のエントロピー</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>終了ループ</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>終了確率 p</translation>
    </message>
    <message>
        <source>Exit probability p at the exit loop</source>
        <translation>終了ループでの終了確率 p</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>期待深さ</translation>
    </message>
    <message>
        <source>First commit</source>
        <translation>最初の確定</translation>
    </message>
    <message>
        <source>Flips of the best word</source>
        <translation>最上位語の反転回数</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>ゲート λ</translation>
    </message>
    <message>
        <source>Gate λ at the exit loop</source>
        <translation>終了ループでのゲート λ</translation>
    </message>
    <message>
        <source>KL from the last loop</source>
        <translation>最終ループからの KL</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>前ループからの KL</translation>
    </message>
    <message>
        <source>Jensen–Shannon to the loop before</source>
        <translation>前ループとの Jensen–Shannon</translation>
    </message>
    <message>
        <source>Norm before the final norm</source>
        <translation>最終ノルム前のノルム</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>最後の反転</translation>
    </message>
    <message>
        <source>Log-probability of the next token</source>
        <translation>次トークンの対数確率</translation>
    </message>
    <message>
        <source>State norm</source>
        <translation>状態ノルム</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>ステップ幅</translation>
    </message>
    <message>
        <source>Words ranked above the next token</source>
        <translation>次トークンより上位の語数</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>相対ステップ</translation>
    </message>
    <message>
        <source>Drift ratio</source>
        <translation>ドリフト比</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Cosine of successive steps</source>
        <translation>連続するステップのコサイン</translation>
    </message>
    <message>
        <source>Right, then lost</source>
        <translation>正解後に失う</translation>
    </message>
    <message>
        <source>Better 0.1 nats or more at an earlier loop</source>
        <translation>より前のループの方が 0.1 nats 以上良い</translation>
    </message>
    <message>
        <source>Answer first at the last loop</source>
        <translation>答えは最終ループで初めて出る</translation>
    </message>
    <message>
        <source>Right at the last loop only</source>
        <translation>最終ループだけ正解</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>一度も正解しない</translation>
    </message>
    <message>
        <source>Two flips or more</source>
        <translation>反転が2回以上</translation>
    </message>
    <message>
        <source>Any flip</source>
        <translation>反転あり</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>すべてのトークン</translation>
    </message>
    <message>
        <source>Kind of token</source>
        <translation>トークンの種類</translation>
    </message>
    <message>
        <source>Prompt or generated</source>
        <translation>プロンプトか生成か</translation>
    </message>
    <message>
        <source>Difficulty at loop 1</source>
        <translation>ループ 1 での難しさ</translation>
    </message>
    <message>
        <source>Difficulty at the last loop</source>
        <translation>最終ループでの難しさ</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>この記録のモデルには出口ゲートがありません。</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>config.json has no %1: as in the released code, it is %2.</source>
        <translation>config.json に %1 がありません。公開コードと同じく %2 とします。</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 and no use_sliding_window: as in the released code, there is no window.</source>
        <translation>config.json には sliding_window %1 がありますが use_sliding_window がありません。公開コードと同じく窓はありません。</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 positions and does not say in which layers it holds: all layers see the whole text.</source>
        <translation>config.json には %1 位置の sliding_window がありますが、どの層のものか書かれていません。すべての層がテキスト全体を見ます。</translation>
    </message>
    <message>
        <source>layer_types of config.json has %1 entries: those after the %2 layers do not count.</source>
        <translation>config.json の layer_types には %1 個の項目があります。%2 層より後のものは数えません。</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, counted from 0: as in the released code, every token is read at loop %2, unless a run has a threshold or a budget of its own.</source>
        <translation>config.json の early_exit_step は %1（0 から数えて）です。実行に独自のしきい値や上限がない限り、公開コードと同じく各トークンはループ %2 で読まれます。</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, which is none of the %2 loops: as in the released code, it does not count.</source>
        <translation>config.json の early_exit_step は %1 で、%2 個のループのどれでもありません。公開コードと同じく無視します。</translation>
    </message>
    <message>
        <source>eos_token_id of config.json is -1: no token stops by it.</source>
        <translation>config.json の eos_token_id は -1 です。これによって止まるトークンはありません。</translation>
    </message>
    <message>
        <source>The YaRN factor is used as it is written; transformers 4 takes max_position_embeddings over original_max_position_embeddings instead, which is 1 here.</source>
        <translation>YaRN の係数は書かれたとおりに使います。transformers 4 は代わりに max_position_embeddings と original_max_position_embeddings の比を使い、ここではそれが 1 です。</translation>
    </message>
    <message>
        <source>The names of the tensors have the peft library&apos;s &quot;base_model.model.&quot; in front, which is left out.</source>
        <translation>テンソルの名前の前に peft ライブラリの「base_model.model.」があり、省いて読みます。</translation>
    </message>
    <message>
        <source>The names of the tensors have no &quot;%1&quot; in front, as in an export of the base model.</source>
        <translation>テンソルの名前の前に「%1」がありません。ベースモデルの書き出しと同じです。</translation>
    </message>
    <message>
        <source>model.safetensors.index.json is missing: the tensors were looked up in the shards.</source>
        <translation>model.safetensors.index.json がありません。テンソルは分割ファイルから探しました。</translation>
    </message>
    <message>
        <source>The weights have no exit gate, which models of this family have: an export has left it out. No token exits early by it.</source>
        <translation>重みには、この系列のモデルが持つ終了ゲートがありません。書き出しで省かれたものです。これで早く終わるトークンはありません。</translation>
    </message>
    <message>
        <source>config.json asks for %1 layers, and the weights have more: the others are left out.</source>
        <translation>config.json が求めるのは %1 層ですが、重みにはそれより多くあります。残りは省きます。</translation>
    </message>
    <message>
        <source>The post-processor of tokenizer.json puts special tokens behind a text, which are left out: the text goes on.</source>
        <translation>tokenizer.json の後処理はテキストの後ろに特殊トークンを置きますが、テキストが続くため省きます。</translation>
    </message>
    <message>
        <source>The added token %1 says id %2 but has id %3.</source>
        <translation>追加トークン %1 は id %2 とありますが、実際の id は %3 です。</translation>
    </message>
    <message>
        <source>The added token %1 is never found, because another one is the same once normalised.</source>
        <translation>追加トークン %1 は、正規化すると同じになる別のトークンがあるため、見つかることがありません。</translation>
    </message>
    <message>
        <source>The added token %1 has the id %2, which is %3 in tokenizer.model: it is not used.</source>
        <translation>追加トークン %1 の id %2 は tokenizer.model では %3 です。使われません。</translation>
    </message>
    <message>
        <source>The added token %1 is given twice: the first one counts.</source>
        <translation>追加トークン %1 は二度書かれています。最初のものを使います。</translation>
    </message>
    <message>
        <source>Added tokens are not read: %1</source>
        <translation>追加トークンは読み込まれません: %1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>読み込まれません: %1</translation>
    </message>
    <message>
        <source>tokenizer.model is used, because tokenizer.json beside it is not read: %1</source>
        <translation>隣の tokenizer.json を読めないため tokenizer.model を使います: %1</translation>
    </message>
    <message>
        <source>%1 names token %2 as the end of a text, which is the word &quot;%3&quot; in this tokenizer: generation does not stop there.</source>
        <translation>%1 はトークン %2 をテキストの終わりとしていますが、このトークナイザーでは「%3」という語です。そこでは生成は止まりません。</translation>
    </message>
    <message>
        <source>The folder asks for a beginning-of-text token that its tokenizer does not have: none stands before the text.</source>
        <translation>フォルダーは文頭トークンを求めていますが、トークナイザーにありません。テキストの前には何も置かれません。</translation>
    </message>
    <message>
        <source>The folder has no chat template: a base model has not been trained on conversations.</source>
        <translation>フォルダーにチャットテンプレートがありません。ベースモデルは会話で訓練されていません。</translation>
    </message>
    <message>
        <source>The folder&apos;s own chat template is not recognised: the conversation is written as plain %1 without a default system turn.</source>
        <translation>フォルダーのチャットテンプレートを認識できません。会話は既定のシステムターンなしの単純な %1 として書かれます。</translation>
    </message>
    <message>
        <source>The tokenizer leaves out a character of the prompt (%1, before token %2): the model does not see it.</source>
        <translation>トークナイザーはプロンプトの 1 文字（%1、トークン %2 の前）を落とします。モデルには見えません。</translation>
    </message>
    <message>
        <source>The tokenizer leaves out %1 characters of the prompt (the first is %2, before token %3): the model does not see them.</source>
        <translation>トークナイザーはプロンプトの %1 文字（最初は %2、トークン %3 の前）を落とします。モデルには見えません。</translation>
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
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, about %2 min left</source>
        <translation>%1、残り約 %2 分</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1、残り約 %2 秒</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%2 トークン中 %1</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Which words went deep?</source>
        <translation>どの語が深く進んだか</translation>
    </message>
    <message>
        <source>A column is a token, a row is a loop. The colour is the quantity named above the map; the bar at its side says which number it is. The line runs along the loop at which each token is read. Hatched: not recorded.</source>
        <translation>列がトークン、行がループです。色は図の上に示された量で、横のバーがその数値を示します。線は各トークンが読まれるループをたどります。斜線：記録なし。</translation>
    </message>
    <message>
        <source>Did more loops help?</source>
        <translation>ループを増やすと良くなったか</translation>
    </message>
    <message>
        <source>A cell says whether the best word after that loop is the token that follows, and whether it stays. “Loop ablation” counts for every added loop where the loss of the next token fell and where it rose, in nats.</source>
        <translation>マスは、そのループの後の最良の語が続くトークンか、そしてそのまま保たれるかを示します。「ループ除去」は、ループを加えるごとに次のトークンの損失が下がった所と上がった所を nat で数えます。</translation>
    </message>
    <message>
        <source>What do fewer loops cost?</source>
        <translation>ループを減らすと何を失うか</translation>
    </message>
    <message>
        <source>To the right: loops a token on average. Upwards: how good that reading is. One curve spends loops by the gate, others give every token the same, or spend them at random; the oracle is the best that is possible. Bands are 95 % intervals over tokens.</source>
        <translation>右へ：1 トークンあたりの平均ループ数。上へ：その読み方の良さ。1 本の曲線はゲートに従ってループを使い、ほかは全トークン同数、または無作為に使います。オラクルは可能な最良です。帯はトークンについての 95 % 区間です。</translation>
    </message>
    <message>
        <source>Is the gate right?</source>
        <translation>ゲートは正しいか</translation>
    </message>
    <message>
        <source>λ is the chance to stop at a loop, p where a token stops, the CDF how sure the gate is by then. Below, exit rules are compared at the same mean depth; regret is how far a rule is from the best possible, in nats a token.</source>
        <translation>λ はそのループで止まる確率、p はトークンが止まる所、CDF はその時点でのゲートの確かさです。下では同じ平均深度で終了規則を比べます。リグレットは可能な最良からの隔たりで、トークンあたりの nat です。</translation>
    </message>
    <message>
        <source>How does the state move?</source>
        <translation>状態はどう動くか</translation>
    </message>
    <message>
        <source>The curves show how far the hidden state of a token moves with every loop: the line is the selected token, the band the middle half of all tokens. The map shows its way in the two directions in which states differ most.</source>
        <translation>曲線は、トークンの隠れ状態がループごとにどれだけ動くかを示します。線は選んだトークン、帯は全トークンの中央半分です。図は、状態が最も異なる 2 方向での道筋を示します。</translation>
    </message>
    <message>
        <source>What happens inside a loop?</source>
        <translation>ループの中で何が起こるか</translation>
    </message>
    <message>
        <source>A row is what the model would say after that loop: its best words, the likeliest first, with their probabilities. The curves follow words from loop to loop. Where layers were recorded, a row opens into them.</source>
        <translation>行は、そのループの後にモデルが言うことです。最もありそうな語から順に、確率とともに示します。曲線は語をループからループへ追います。層が記録されていれば、行を層に展開できます。</translation>
    </message>
    <message>
        <source>How do two runs differ?</source>
        <translation>2 つの実行はどう違うか</translation>
    </message>
    <message>
        <source>The map is B minus A, token by token where both have the same text. One colour is more in B, the other less, white no difference. The tables name the largest differences.</source>
        <translation>図は B − A で、両方に同じテキストがある所をトークンごとに示します。一方の色は B が大きく、他方は小さく、白は差なしです。表は最も大きな差を示します。</translation>
    </message>
    <message>
        <source>What does it write next?</source>
        <translation>次に何を書くか</translation>
    </message>
    <message>
        <source>Tokens appear as they are written, in the colour of the loop at which they are read. A run can be paused, taken token by token, and left at any token; changed settings hold from there on.</source>
        <translation>トークンは書かれるにつれ、読まれたループの色で現れます。実行は一時停止、1 トークンずつの進行、任意のトークンからの分岐ができ、変えた設定はそこから有効です。</translation>
    </message>
    <message>
        <source>What is this run?</source>
        <translation>これはどんな実行か</translation>
    </message>
    <message>
        <source>How deep tokens are read, the tokens worth a look with the reason of each, and everything the record says of how it was made.</source>
        <translation>トークンがどの深さで読まれるか、見る価値のあるトークンとその理由、そして記録がどう作られたかのすべて。</translation>
    </message>
    <message>
        <source>What if …?</source>
        <translation>もし…なら？</translation>
    </message>
    <message>
        <source>The same text is run once more with one change inside the loops, as a run of its own. Loops, layers and tokens count from 1. Compare then shows how it differs from the untouched one.</source>
        <translation>同じテキストを、ループの中で 1 つ変えてもう一度、別の実行として走らせます。ループ、層、トークンは 1 から数えます。比較では変更前の実行との差を示します。</translation>
    </message>
    <message>
        <source>What does a whole corpus say?</source>
        <translation>コーパス全体では？</translation>
    </message>
    <message>
        <source>At the left a row is a document: how its tokens are spread over the loops, loop 1 at the left, and its numbers. At the right its documents are pooled: bands and bars are 95 % intervals over documents.</source>
        <translation>左の一行が一つの文書です。左端をループ 1 としてトークンのループへの分布と、その数値を示します。右は全文書をまとめたもので、帯と棒は文書についての 95 % 区間です。</translation>
    </message>
    <message>
        <source>Where does a change matter?</source>
        <translation>変更はどこで効くか</translation>
    </message>
    <message>
        <source>A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run of its own with the change at that place alone. Its colour says what became of the answer: how its log-probability changed, or how far all words are from the untouched run, in nats.</source>
        <translation>行はループ（ループ 1 が下）、列は層またはトークンです。セルは、その場所だけを変えた個別の実行です。色は答えがどうなったかを示します：対数確率の変化、または変更前の実行からの全語の隔たり（nat）。</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>system (of the model&apos;s template)</source>
        <translation>システム (モデルのテンプレート)</translation>
    </message>
    <message>
        <source>system</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>user</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>with the prompt: no tokens were to be generated</source>
        <translation>プロンプトまで: 生成するトークンはありませんでした</translation>
    </message>
    <message numerus="yes">
        <source>after the %n token(s) that were asked for</source>
        <translation>
            <numerusform>求められた %n トークンの後</numerusform>
        </translation>
    </message>
    <message>
        <source>at the stop token “%1”</source>
        <translation>停止トークン「%1」で</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>モデルの最大コンテキストで</translation>
    </message>
    <message>
        <source>because it was stopped</source>
        <translation>停止されたため</translation>
    </message>
    <message>
        <source>because something failed</source>
        <translation>エラーのため</translation>
    </message>
    <message>
        <source>not yet when this was kept: it was going on</source>
        <translation>保存時にはまだ終わらず、実行中でした</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1: 空</translation>
    </message>
    <message>
        <source>%1: tokens %2 to %3</source>
        <translation>%1: トークン %2 ～ %3</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n ターン</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer begins within &lt;think&gt;</source>
        <translation>回答は &lt;think&gt; の中から始まります</translation>
    </message>
    <message numerus="yes">
        <source>characters at %n place(s) of the prompt, first %1 before token %2: the model did not see them</source>
        <translation>
            <numerusform>プロンプトの %n か所の文字。最初はトークン %2 の前の %1。モデルには見えていません</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The last session could not be read (%1) and was set aside as %2. Runs that it kept are opened again.</source>
        <translation>前回のセッションを読み込めず（%1）、%2 として残しました。保持していた実行結果は再び開きます。</translation>
    </message>
    <message>
        <source>it does not contain a session</source>
        <translation>セッションが含まれていません</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>新しいバージョンで書かれています</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Hashing weights</source>
        <translation>重みのハッシュを計算中</translation>
    </message>
    <message>
        <source>Loading weights</source>
        <translation>重みを読み込み中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>走査中</translation>
    </message>
</context>
<context>
    <name>TokenSearch</name>
    <message>
        <source>this expression takes too long on this text; make it more specific</source>
        <translation>この式はこのテキストでは時間がかかりすぎます。より限定してください</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Answer dynamics</source>
        <translation>回答の動き</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>深さヒートマップ</translation>
    </message>
    <message>
        <source>Figure page</source>
        <translation>図ページ</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>ゲート監査</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>幾何</translation>
    </message>
    <message>
        <source>Live generation</source>
        <translation>ライブ生成</translation>
    </message>
    <message>
        <source>Loop lens</source>
        <translation>ループレンズ</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>動作曲線</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>授業</translation>
    </message>
    <message>
        <source>Text and depth</source>
        <translation>テキストと深さ</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>調べる</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>論文</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>介入</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>コーパス</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>因果マップ</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1（停止）</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 tokens</source>
        <translation>%2 トークン中 %1 で停止</translation>
    </message>
    <message>
        <source>stopped after %1 tokens</source>
        <translation>%1 トークンで停止</translation>
    </message>
    <message>
        <source>%1 recorded values are not numbers, the first at token %2, loop %3: the weights are damaged or too large for the arithmetic, or the trace was changed.</source>
        <translation>記録された %1 個の値が数ではありません。最初はトークン %2、ループ %3 です。重みが壊れているか演算には大きすぎるか、記録が変更されています。</translation>
    </message>
    <message>
        <source>cut off after %1 of %2 tokens</source>
        <translation>%2 トークン中 %1 で途切れました</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationFigure</name>
    <message>
        <source>past the lowest loss</source>
        <translation>最小損失より先</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>利得 (nats)</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>利得（nats/トークン）</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>追加したループ</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>lowest loss at loop %1</source>
        <translation>ループ %1 で損失最小</translation>
    </message>
    <message>
        <source>mean gain</source>
        <translation>平均利得</translation>
    </message>
    <message>
        <source>mean gain, 95 % bootstrap over tokens</source>
        <translation>平均利得（トークンの 95 % ブートストラップ）</translation>
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
            <numerusform>%Ln トークンのブートストラップによる 95 % 区間（再標本 %1 回、シード固定）。同じテキストのトークンは独立ではないため、実際の不確かさはより大きくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>Helped, nats</source>
        <translation>改善 (nats)</translation>
    </message>
    <message>
        <source>Hurt</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>Hurt, nats</source>
        <translation>悪化 (nats)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>追加したループ</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>損失最小</translation>
    </message>
    <message>
        <source>Made right</source>
        <translation>正解に変化</translation>
    </message>
    <message>
        <source>Made wrong</source>
        <translation>不正解に変化</translation>
    </message>
    <message>
        <source>Mean fall of −log p of the next token, with its 95 % interval</source>
        <translation>次トークンの −log p の平均減少量と 95 % 区間</translation>
    </message>
    <message>
        <source>Mean gain, nats</source>
        <translation>平均利得 (nats)</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>変化なし</translation>
    </message>
    <message>
        <source>Share of the bootstrap&apos;s resamples in which this loop has the lowest mean loss</source>
        <translation>このループの平均損失が最小になる再標本の割合</translation>
    </message>
    <message>
        <source>Summed over those tokens</source>
        <translation>それらのトークンの合計</translation>
    </message>
    <message>
        <source>The best word becomes the token that follows</source>
        <translation>最上位語が後続トークンになる</translation>
    </message>
    <message>
        <source>The best word stops being the token that follows</source>
        <translation>最上位語が後続トークンでなくなる</translation>
    </message>
    <message>
        <source>The loop with the lowest mean loss: after it extra loops stop helping</source>
        <translation>平均損失が最小のループ。これ以降は追加しても改善しません</translation>
    </message>
    <message>
        <source>The next token becomes less probable by more than 0.01 nats</source>
        <translation>次トークンの確率が 0.01 nats を超えて下がる</translation>
    </message>
    <message>
        <source>The next token becomes more probable by more than 0.01 nats</source>
        <translation>次トークンの確率が 0.01 nats を超えて上がる</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message numerus="yes">
        <source>Too few tokens for an interval: it needs %Ln.</source>
        <translation>
            <numerusform>区間を求めるにはトークンが足りません。%Ln 個必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>at loop 1 already</source>
        <translation>ループ 1 で既に</translation>
    </message>
    <message>
        <source>at loop 1 already (%1 %)</source>
        <translation>ループ 1 で既に（%1 %）</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ここ</translation>
    </message>
    <message>
        <source>here (%1 %)</source>
        <translation>ここ（%1 %）</translation>
    </message>
</context>
<context>
    <name>ouroscope::AgainDialog</name>
    <message>
        <source>Run again</source>
        <translation>再実行</translation>
    </message>
    <message>
        <source>Run again with more recorded</source>
        <translation>記録を増やして再実行</translation>
    </message>
    <message>
        <source>The same tokens are run once more with the open model, at the depth that they had, as a run of their own. Kept beside what every run keeps:</source>
        <translation>同じトークンを、開いているモデルで元の深さのままもう一度、別の実行として走らせます。通常の記録に加えて残すもの：</translation>
    </message>
    <message>
        <source>Runs the text once more and keeps this, too</source>
        <translation>テキストをもう一度実行し、これも記録します</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>閉じます。何も実行しません</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerLine</name>
    <message>
        <source>Expected answer</source>
        <translation>期待する答え</translation>
    </message>
    <message>
        <source>The word that ought to follow: then the last word of the prompt can be right or wrong</source>
        <translation>次に来るべき単語。プロンプトの最後の単語も正誤を判定できます</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerMapFigure</name>
    <message>
        <source>first commit</source>
        <translation>最初の確定</translation>
    </message>
    <message>
        <source>last flip</source>
        <translation>最後の反転</translation>
    </message>
    <message>
        <source>not run, or nothing follows</source>
        <translation>未実行、または後続なし</translation>
    </message>
    <message>
        <source>right, as at the end</source>
        <translation>正解（最終と同じ）</translation>
    </message>
    <message>
        <source>right, lost later</source>
        <translation>正解だが後で失う</translation>
    </message>
    <message>
        <source>still another word</source>
        <translation>まだ別の単語</translation>
    </message>
    <message>
        <source>wrong, as at the end</source>
        <translation>不正解（最終と同じ）</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerWords</name>
    <message>
        <source>the best word is not in the record</source>
        <translation>最有力の単語は記録にありません</translation>
    </message>
    <message>
        <source>full depth says “%1”</source>
        <translation>全ループなら「%1」</translation>
    </message>
    <message>
        <source>right from loop %1</source>
        <translation>ループ %1 から正しい</translation>
    </message>
    <message>
        <source>“%1” is expected</source>
        <translation>期待は「%1」</translation>
    </message>
    <message>
        <source>the text goes on with “%1”</source>
        <translation>本文の続きは「%1」</translation>
    </message>
    <message>
        <source>the same from loop %1</source>
        <translation>ループ %1 から同じ</translation>
    </message>
    <message>
        <source>read at loop %1 of %2</source>
        <comment>where it is read, loops allowed</comment>
        <translation>ループ %1 / %2 で読む</translation>
    </message>
    <message>
        <source>one pass says the same</source>
        <translation>1 回でも同じ</translation>
    </message>
    <message>
        <source>one pass would have said “%1”</source>
        <translation>1 回だけなら「%1」</translation>
    </message>
    <message>
        <source>“%1” cannot be looked up without the model</source>
        <translation>「%1」はモデルなしでは調べられません</translation>
    </message>
</context>
<context>
    <name>ouroscope::BesideDialog</name>
    <message>
        <source>Run and compare</source>
        <translation>実行して比較</translation>
    </message>
    <message>
        <source>The same text, other layers looped</source>
        <translation>同じテキスト、別の層をループ</translation>
    </message>
    <message>
        <source>From one layer to another, such as 15-18; the model has %1</source>
        <translation>ある層から別の層まで（例: 15-18）。モデルは %1 層です</translation>
    </message>
    <message>
        <source>What a turn does with the state</source>
        <translation>1 回の周回が状態をどう変えるか</translation>
    </message>
    <message>
        <source>How many loops the other run has</source>
        <translation>もう一方の実行のループ数</translation>
    </message>
    <message>
        <source>Opens the model so beside the open one, runs the text and compares</source>
        <translation>開いているモデルとは別にこの設定で開き、テキストを実行して比較します</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>ループする層</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>ステップの規則</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>閉じます。何も実行しません</translation>
    </message>
    <message>
        <source>The model has %1 layers.</source>
        <translation>モデルは %1 層です。</translation>
    </message>
</context>
<context>
    <name>ouroscope::CaptionBox</name>
    <message>
        <source>Caption</source>
        <translation>図の説明</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 をコピー</translation>
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
        <translation>隠れ状態</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>ロジット</translation>
    </message>
    <message>
        <source>layers within the loops</source>
        <translation>ループ内の層</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>層の数値</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>ヘッドの注意</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>層の類似度</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Layers whose states are kept at every loop, such as 6,12-18: large files, for probes</source>
        <translation>各ループで状態を残す層（例: 6,12-18）。プローブ用で、ファイルが大きくなります</translation>
    </message>
    <message>
        <source>norm and head alone</source>
        <translation>正規化と出力層のみ</translation>
    </message>
    <message>
        <source>A safetensors file with a map for each loop and layer, which layers are then read through; the guide says how one is fitted</source>
        <translation>ループと層ごとの写像を収めた safetensors ファイル。層はこれを通して読まれます。作り方はガイドにあります</translation>
    </message>
    <message>
        <source>Choose a lens file</source>
        <translation>レンズファイルを選ぶ</translation>
    </message>
    <message>
        <source>States of layers</source>
        <translation>層の状態</translation>
    </message>
    <message>
        <source>Layers read through</source>
        <translation>層を読む写像</translation>
    </message>
    <message>
        <source>Lenses (*.safetensors);;All files (*)</source>
        <translation>レンズ (*.safetensors);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>ouroscope::CausalMapFigure</name>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
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
        <translation>ループ</translation>
    </message>
    <message>
        <source>No. in A</source>
        <translation>A での番号</translation>
    </message>
    <message>
        <source>No. in B</source>
        <translation>B での番号</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
</context>
<context>
    <name>ouroscope::CommandPalette</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>コマンドパレット</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>一致するコマンド</translation>
    </message>
    <message>
        <source>Type a command, an example, a view, a measure or a token number</source>
        <translation>コマンド、例、ビュー、指標、トークン番号を入力</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareFigure</name>
    <message>
        <source>nothing to compare</source>
        <translation>比較するものがありません</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>A のみ</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>B のみ</translation>
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
        <translation>A：上位語</translation>
    </message>
    <message>
        <source>B: best words</source>
        <translation>B：上位語</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>ループ %1</translation>
    </message>
    <message>
        <source>The best words differ at this loop.</source>
        <translation>このループで最上位語が異なります。</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareView</name>
    <message>
        <source>%1, every loop</source>
        <translation>%1（全ループ）</translation>
    </message>
    <message>
        <source>%1, per token</source>
        <translation>%1（トークンごと）</translation>
    </message>
    <message>
        <source>%1: mean B − A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.</source>
        <translation>%1：B − A の平均 %2、絶対値の平均 %3、最大 %4%5。B で増加 %6、減少 %7。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in A.</source>
        <translation>
            <numerusform>A のみ %Ln。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in B.</source>
        <translation>
            <numerusform>B のみ %Ln。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens are in both.</source>
        <translation>
            <numerusform>%Ln トークンが両方にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;B:</source>
        <translation>B：(&amp;B)</translation>
    </message>
    <message>
        <source>A has %1 loops, B %2: only the loops of both are compared.</source>
        <translation>A は %1 ループ、B は %2 ループです。両方にあるループだけを比較します。</translation>
    </message>
    <message>
        <source>A was computed in %1, B in %2: rounding alone can change a best word.</source>
        <translation>A は %1、B は %2 で計算しました。丸めだけで最上位語が変わることがあります。</translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <extracomment>The shown trace of a comparison: its title, then how it is read.</extracomment>
        <translation>A：%1、%2</translation>
    </message>
    <message>
        <source>Aligning the texts</source>
        <translation>テキストを整列中</translation>
    </message>
    <message>
        <source>Best words of A and B at every loop</source>
        <translation>各ループでの A と B の上位語</translation>
    </message>
    <message>
        <source>Compare with a trace</source>
        <translation>トレースと比較</translation>
    </message>
    <message>
        <source>Differences, tokens by loops</source>
        <translation>差（トークン × ループ）</translation>
    </message>
    <message>
        <source>Exit threshold q of B</source>
        <translation>B の終了しきい値 q</translation>
    </message>
    <message>
        <source>Gate of B</source>
        <translation>B のゲート</translation>
    </message>
    <message>
        <source>Loop budget of B</source>
        <translation>B のループ予算</translation>
    </message>
    <message>
        <source>Measure whose differences are shown</source>
        <translation>差を表示する指標</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>最も変化したトークン</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 を開いています</translation>
    </message>
    <message>
        <source>Reading by another gate</source>
        <translation>別のゲートで読み取り中</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to compare it with another one, or with another reading of itself.</source>
        <translation>プロンプトを実行するかトレースを開くと、別のトレースや別の読み出しと比較できます。</translation>
    </message>
    <message>
        <source>Same reading as A</source>
        <translation>A と同じ読み出し</translation>
    </message>
    <message>
        <source>The KV policies differ (%1, %2): states of skipped loops differ by design.</source>
        <translation>KV ポリシーが異なります（%1、%2）。省略したループの状態は設計上異なります。</translation>
    </message>
    <message>
        <source>The devices differ: sums are taken in another order.</source>
        <translation>デバイスが異なります。加算の順序が変わります。</translation>
    </message>
    <message>
        <source>The texts differ so much that the alignment is not the best possible one.</source>
        <translation>テキストの違いが大きく、整列は最適ではありません。</translation>
    </message>
    <message>
        <source>The tokenizers differ: tokens are compared where they end at the same byte of the same text.</source>
        <translation>トークナイザが異なります。同じテキストの同じバイトで終わるトークンを比較します。</translation>
    </message>
    <message>
        <source>The weights differ.</source>
        <translation>重みが異なります。</translation>
    </message>
    <message>
        <source>Traces (*.safetensors);;All files (*)</source>
        <translation>トレース (*.safetensors);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>比較の相手</translation>
    </message>
    <message>
        <source>another reading of A</source>
        <translation>A の別の読み出し</translation>
    </message>
    <message>
        <source>loops </source>
        <translation>ループ </translation>
    </message>
    <message>
        <source>open a trace…</source>
        <translation>トレースを開く…</translation>
    </message>
    <message>
        <source>q </source>
        <translation>q </translation>
    </message>
    <message>
        <source>q = %1, at most loop %2</source>
        <translation>q = %1、最大ループ %2</translation>
    </message>
    <message>
        <source>read at loop %1</source>
        <translation>ループ %1 で読み出し</translation>
    </message>
    <message>
        <source>the model&apos;s gate</source>
        <translation>モデルのゲート</translation>
    </message>
    <message>
        <source>the shown trace</source>
        <translation>表示中のトレース</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>ゲートなし</translation>
    </message>
    <message>
        <source>Its own loop 1</source>
        <translation>自身のループ 1</translation>
    </message>
    <message>
        <source>This record has one loop.</source>
        <translation>この記録のループは 1 つです。</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>先にモデルを開いてください（ファイル メニュー）</translation>
    </message>
    <message>
        <source>The open model was trained with its loops: it has no plain form. Choose another model.</source>
        <translation>開いているモデルはループ込みで学習しており、ループなしの形はありません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>One pass of the plain model</source>
        <translation>通常のモデルの 1 回通し</translation>
    </message>
    <message>
        <source>The same model, other layers looped...</source>
        <translation>同じモデル、別の層をループ...</translation>
    </message>
    <message>
        <source>Another model on this text...</source>
        <translation>このテキストを別のモデルで...</translation>
    </message>
    <message>
        <source>Single pass beside looped</source>
        <translation>1 回通しとループを並べる</translation>
    </message>
    <message>
        <source>Compares this run with its own loop 1, with a plain model on the same text, or with other layers looped</source>
        <translation>この実行を、自身のループ 1、同じテキストでの通常のモデル、または別の層のループと比べます</translation>
    </message>
    <message numerus="yes">
        <source>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln tokens.</source>
        <translation>
            <numerusform>平均してループ %1 と %2 で読み取り。損失 %3 と %4 nats。%Ln トークン中 %5 で最上位語が同じ。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::ControlBar</name>
    <message>
        <source>Exit gate</source>
        <translation>終了ゲート</translation>
    </message>
    <message>
        <source>For this fixed text the record says exactly what fewer loops would have said.</source>
        <translation>この固定テキストでは、ループを減らした場合の出力が記録から正確に分かります。</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Generate </source>
        <comment>spin box prefix</comment>
        <translation>生成 </translation>
    </message>
    <message>
        <source>Loops </source>
        <comment>spin box prefix</comment>
        <translation>ループ </translation>
    </message>
    <message>
        <source>Loops to record</source>
        <translation>記録するループ数</translation>
    </message>
    <message>
        <source>Loops to record; also beyond the trained number</source>
        <translation>記録するループ数（学習時より多くも可）</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>モデルは読み込まれていません</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Prompt (Ctrl+Return runs it)</source>
        <translation>プロンプト（Ctrl+Enter で実行）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>濃淡</translation>
    </message>
    <message>
        <source>Shade the text by</source>
        <translation>テキストの濃淡</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The text after this token would be another one: run again to see it.</source>
        <translation>このトークン以降のテキストは変わります。再実行すると確認できます。</translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation>生成するトークン数</translation>
    </message>
    <message>
        <source>Tokens to generate after the prompt</source>
        <translation>プロンプトの後に生成するトークン数</translation>
    </message>
    <message>
        <source>exact replay</source>
        <translation>正確な再生</translation>
    </message>
    <message>
        <source>needs a re-run (token %1)</source>
        <translation>再実行が必要（トークン %1）</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>モデル自身</translation>
    </message>
    <message>
        <source>would branch from token %1</source>
        <translation>トークン %1 から分岐</translation>
    </message>
    <message>
        <source>More options for runs</source>
        <translation>実行のその他のオプション</translation>
    </message>
    <message>
        <source>Which of the recorded exit gates decides where a token is read</source>
        <translation>記録されたゲートのうち、どれがトークンの読み取り位置を決めるか</translation>
    </message>
    <message>
        <source>What the colour of every token in the text says</source>
        <translation>本文中の各トークンの色が示すもの</translation>
    </message>
    <message>
        <source>changed, not run</source>
        <translation>変更あり・未実行</translation>
    </message>
    <message>
        <source>The picture is of the prompt before: Run makes the new one.</source>
        <translation>図は変更前のプロンプトのものです。「実行」で新しい図になります。</translation>
    </message>
    <message>
        <source>too long to show</source>
        <translation>長すぎて表示できません</translation>
    </message>
    <message>
        <source>The prompt of this trace is too long for this box.</source>
        <translation>このトレースのプロンプトはこの欄には長すぎます。</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>%1 of %2 best words are others than at full depth.</source>
        <translation>最良の語 %2 個中 %1 個が、全深度の場合と異なります。</translation>
    </message>
    <message>
        <source>All best words are those of full depth.</source>
        <translation>最良の語はすべて全深度の場合と同じです。</translation>
    </message>
    <message>
        <source>answer changed: %1, full depth says %2</source>
        <comment>two words</comment>
        <translation>答えが変化: %1、全深度では %2</translation>
    </message>
    <message>
        <source>Read like this, the best word after the prompt is another one than at full depth.</source>
        <translation>この読み方では、プロンプトの後の最良の語が全深度の場合と異なります。</translation>
    </message>
    <message>
        <source>half characters</source>
        <translation>文字の一部</translation>
    </message>
    <message>
        <source>This prompt has half characters, which cannot be typed: Run would run another text.</source>
        <translation>このプロンプトには入力できない文字の一部が含まれます。「実行」では別の本文になります。</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit gate</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>More options for runs: conversations, where a run ends, what is recorded, the model</source>
        <translation>実行のその他のオプション: 会話、実行の終わり、記録するもの、モデル</translation>
    </message>
    <message>
        <source>not for the puzzle model</source>
        <translation>パズルモデル向きではありません</translation>
    </message>
    <message>
        <source>Open model: %1 · %2 · %3 · trained with %4 loops</source>
        <translation>開いているモデル: %1 · %2 · %3 · 学習時 %4 ループ</translation>
    </message>
    <message>
        <source>The open model knows its seven games only and makes nothing of this text. Examples of them are in the Run menu; a model that writes English is under File, Get the language demo.</source>
        <translation>開いているモデルは 7 つのゲームしか知らず、この文からは何も得られません。例は「実行」メニューに、英語を書くモデルは「ファイル」メニューの言語デモにあります。</translation>
    </message>
    <message>
        <source>recorded with %1</source>
        <translation>%1 で記録</translation>
    </message>
    <message>
        <source>This picture was recorded with %1. Run takes the model that is open, %2.</source>
        <translation>この図は %1 で記録されました。「実行」は開いているモデル %2 を使います。</translation>
    </message>
    <message>
        <source>%1 · read at loop %2 of %3 on average</source>
        <comment>tokens, or that the run was stopped</comment>
        <translation>%1 · 平均してループ %2 / %3 で読み取り</translation>
    </message>
    <message>
        <source>values are missing</source>
        <translation>値が欠けています</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusCharts</name>
    <message>
        <source>%1, n = %2</source>
        <comment>axis title, number of documents</comment>
        <translation>%1、n = %2</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>次のトークン</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>選択式</translation>
    </message>
    <message>
        <source>Multiple choice, by length</source>
        <translation>選択式（長さで正規化）</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>Right number</source>
        <translation>正しい数</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>終了ループ</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>トークンの割合 (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>割合 (%)</translation>
    </message>
    <message>
        <source>Loops per token</source>
        <translation>トークンあたりのループ数</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>exit loop</source>
        <translation>終了ループ</translation>
    </message>
    <message>
        <source>expected depth</source>
        <translation>期待深さ</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>class of tokens, number of tokens</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Loops allowed</source>
        <translation>許すループ</translation>
    </message>
    <message>
        <source>at the exit</source>
        <translation>終了時</translation>
    </message>
    <message>
        <source>Accuracy of the next token (%)</source>
        <translation>次のトークンの正解率 (%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>正解率 (%)</translation>
    </message>
    <message>
        <source>−log p of the next token (nats)</source>
        <translation>次のトークンの −log p (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p（nats）</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>追加したループ</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>利得（nats/トークン）</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>利得 (nats)</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>Agreement with full depth (%)</source>
        <translation>全深度との一致率 (%)</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>一致率 (%)</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>全深度からの KL (nats)</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>same budget for all</source>
        <translation>全トークン同一予算</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>平均ループ数</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>this reading</source>
        <translation>この読み方</translation>
    </message>
    <message>
        <source>%1 (lower bound)</source>
        <translation>%1（下限）</translation>
    </message>
    <message>
        <source>not beaten</source>
        <translation>他に劣らない</translation>
    </message>
    <message>
        <source>%1, accuracy (%)</source>
        <translation>%1、正解率 (%)</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure tells %2 apart: choose a field with fewer.</source>
        <translation>このフィールドには値が %1 個あり、図で区別できるのは %2 個までです。値の少ないフィールドを選んでください。</translation>
    </message>
    <message>
        <source>The corpus has no counted tokens: tasks have no exits of tokens.</source>
        <translation>このコーパスには数えられたトークンがありません。課題にはトークンの終了がありません。</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure has room for %2: choose a field with fewer.</source>
        <translation>このフィールドには値が %1 個あり、図に入るのは %2 個までです。値の少ないフィールドを選んでください。</translation>
    </message>
    <message>
        <source>No token and no question of the corpus was scored.</source>
        <translation>このコーパスでは、採点されたトークンも質問もありません。</translation>
    </message>
    <message>
        <source>The corpus has no measure &quot;%1&quot; at its loops.</source>
        <translation>このコーパスのループには指標「%1」がありません。</translation>
    </message>
    <message>
        <source>No token of the corpus has a next one at every loop.</source>
        <translation>すべてのループで次のトークンを持つトークンが、このコーパスにはありません。</translation>
    </message>
    <message>
        <source>A loop ablation needs a model of two loops and more.</source>
        <translation>ループアブレーションには、2 ループ以上のモデルが必要です。</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens of the class &quot;%1&quot;.</source>
        <translation>このコーパスには、種類「%1」の採点されたトークンがありません。</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>このコーパスには採点されたトークンがありません。課題には独自の曲線(平均ループ数に対する正解率)があります。</translation>
    </message>
    <message>
        <source>The corpus has no readings by exit rules: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>このコーパスには終了規則による読み取りがありません。課題には独自の曲線(平均ループ数に対する正解率)があります。</translation>
    </message>
    <message>
        <source>Accuracy against mean loops needs questions with answers (tasks): the corpus has none of this measure.</source>
        <translation>平均ループ数に対する正解率には、答えのある質問(課題)が必要です。このコーパスにはこの指標のものがありません。</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusView</name>
    <message>
        <source>Documents of the corpus</source>
        <translation>コーパスの文書</translation>
    </message>
    <message>
        <source>Run it…</source>
        <translation>実行…</translation>
    </message>
    <message>
        <source>No corpus is open. Choose File › Open corpus, or drop the folder that ouroscope-cli corpus run wrote.</source>
        <translation>コーパスが開かれていません。「ファイル › コーパスを開く」を選ぶか、ouroscope-cli corpus run が書いたフォルダをドロップしてください。</translation>
    </message>
    <message>
        <source>Find documents by their fields</source>
        <translation>フィールドで文書を検索</translation>
    </message>
    <message>
        <source>Lists only documents whose fields, written as name: value, have this text</source>
        <translation>「名前: 値」と書いたフィールドにこの文字列を含む文書だけを示します</translation>
    </message>
    <message>
        <source>Part of the corpus</source>
        <translation>コーパスの部分</translation>
    </message>
    <message>
        <source>List and picture: all documents, or one half. What is chosen while looking at the selection half is reported on the confirmation half.</source>
        <translation>一覧と図：全文書、または半分。選択用の半分を見て選んだことは、確認用の半分で報告します。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択用</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>確認用</translation>
    </message>
    <message>
        <source>A click opens the document&apos;s trace, where it was kept; a click on a title sorts</source>
        <translation>クリックすると、保存されていれば文書のトレースを開きます。見出しのクリックで並べ替えます</translation>
    </message>
    <message>
        <source>Reads the document from the input of the corpus and runs it on the model that is loaded</source>
        <translation>コーパスの入力から文書を読み、読み込まれたモデルで実行します</translation>
    </message>
    <message>
        <source>Picture of the corpus</source>
        <translation>コーパスの図</translation>
    </message>
    <message>
        <source>What the picture shows, with 95 % intervals over documents</source>
        <translation>図が示すもの（文書についての 95 % 区間つき）</translation>
    </message>
    <message>
        <source>Export the picture of the corpus</source>
        <translation>コーパスの図を書き出す</translation>
    </message>
    <message>
        <source>Exports this picture, with its caption and numbers</source>
        <translation>この図を説明文と数値つきで書き出します</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2, %n loop(s)</source>
        <comment>model, input</comment>
        <translation>
            <numerusform>%2 での %1、%n ループ</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished: %1 of %2 documents are done.</source>
        <translation>未完了：%2 文書中 %1 が終わっています。</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 文書</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%2 文書中 %1</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>文書についての区間を計算しています…</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>コーパスを読み込み中</translation>
    </message>
    <message>
        <source>The trace of document %1 is open above.</source>
        <translation>文書 %1 のトレースは上に開いています。</translation>
    </message>
    <message>
        <source>The trace of document %1 was not kept.</source>
        <translation>文書 %1 のトレースは保存されていません。</translation>
    </message>
    <message>
        <source>Field that tells documents apart</source>
        <translation>文書を区別するフィールド</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>すべてまとめて</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>field of documents</comment>
        <translation>%1 別</translation>
    </message>
    <message>
        <source>%1 of %2 documents have this field</source>
        <translation>%2 件の文書のうち %1 件にこのフィールドがあります</translation>
    </message>
    <message>
        <source>The field has more than %1 values</source>
        <translation>このフィールドの値は %1 個を超えます</translation>
    </message>
    <message>
        <source>One line, or bar, for every value of a field of the documents</source>
        <translation>文書のフィールドの値ごとに線または棒を 1 つ</translation>
    </message>
    <message>
        <source>The documents have no fields</source>
        <translation>文書にフィールドがありません</translation>
    </message>
    <message>
        <source>A picture needs documents that are done. The command that made this folder goes on where it stopped.</source>
        <translation>図には処理済みの文書が必要です。このフォルダを作ったコマンドは、止まったところから続けます。</translation>
    </message>
    <message>
        <source>The input of this corpus had no documents, so there is no picture.</source>
        <translation>このコーパスの入力には文書がなかったため、図はありません。</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>documents</comment>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthHistogram</name>
    <message>
        <source>%1 (%2 %)</source>
        <comment>tokens, share of all</comment>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>ループ %1</translation>
    </message>
    <message>
        <source>Tokens by exit loop</source>
        <translation>終了ループ別トークン数</translation>
    </message>
    <message numerus="yes">
        <source>loop %1: %n token(s)</source>
        <translation>
            <numerusform>ループ %1：%n トークン</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthOverview</name>
    <message>
        <source>Depth of the whole text</source>
        <translation>テキスト全体の深さ</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>許すループ: %1 / %2</translation>
    </message>
    <message>
        <source>The whole text: the deepest of the words at each place</source>
        <translation>テキスト全体: 各位置で最も深い単語</translation>
    </message>
</context>
<context>
    <name>ouroscope::DocumentTableModel</name>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Tokens of the document that were run</source>
        <translation>実行された文書のトークン数</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>終了ループ</translation>
    </message>
    <message>
        <source>Mean loop at which its tokens are read</source>
        <translation>トークンが読まれる平均ループ</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>期待深さ</translation>
    </message>
    <message>
        <source>Mean of the exit distribution, in loops</source>
        <translation>終了分布の平均（ループ）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Mean −log p of the next token at the exit, in nats</source>
        <translation>終了時の次のトークンの −log p の平均（nats）</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>利得</translation>
    </message>
    <message>
        <source>How far the loss fell from loop 1 to the exit, in nats</source>
        <translation>ループ 1 から終了までの損失の減少（nats）</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is the next</source>
        <translation>終了時の最良の語が次の語であるトークンの割合</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is that of the last loop</source>
        <translation>終了時の最良の語が最後のループと同じトークンの割合</translation>
    </message>
    <message>
        <source>Right choice</source>
        <translation>正しい選択</translation>
    </message>
    <message>
        <source>1 where the right choice is the likeliest at the exit</source>
        <translation>終了時に正しい選択肢が最も確からしければ 1</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正しい答え</translation>
    </message>
    <message>
        <source>1 where the generated answer at the exit is the right one</source>
        <translation>終了時に生成した答えが正しければ 1</translation>
    </message>
    <message>
        <source>loop %1: %2 %</source>
        <comment>share of tokens</comment>
        <translation>ループ %1：%2 %</translation>
    </message>
    <message>
        <source>Its place in the input</source>
        <translation>入力の中での位置</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Share of its tokens that are read at each loop, loop 1 at the left; sorts by the exit loop</source>
        <translation>各ループで読まれるトークンの割合（左端がループ 1）。終了ループで並べ替えます</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深さ</translation>
    </message>
    <message>
        <source>What else its line of the input says</source>
        <translation>入力の行に書かれたその他の事柄</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>フィールド</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsTableModel</name>
    <message>
        <source>After</source>
        <translation>直前</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>First loop whose best word is the last loop&apos;s</source>
        <translation>最上位語が最終ループと同じになる最初のループ</translation>
    </message>
    <message>
        <source>First loop whose best word is the token that follows</source>
        <translation>最上位語が後続トークンになる最初のループ</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>反転</translation>
    </message>
    <message>
        <source>How often the best word changes</source>
        <translation>最上位語が変わる回数</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>最後の反転</translation>
    </message>
    <message>
        <source>Last loop that changed the best word</source>
        <translation>最上位語を変えた最後のループ</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>喪失</translation>
    </message>
    <message>
        <source>Nats by which the best loop beats the last one at the token that follows</source>
        <translation>後続トークンで最良ループが最終ループを上回る nats</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>The token after which the loops predict the next one</source>
        <translation>このトークンの次を各ループが予測します</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsView</name>
    <message numerus="yes">
        <source>%Ln of %1 tokens</source>
        <extracomment>How many tokens a filter finds, then how many there are.</extracomment>
        <translation>
            <numerusform>%1 トークン中 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens that ran all loops and have a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</source>
        <translation>
            <numerusform>全ループを実行し、後続のある %Ln トークン。区間は 95 %（トークンのブートストラップ、互いに独立ではありません）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer map, tokens by loops</source>
        <translation>回答マップ（トークン × ループ）</translation>
    </message>
    <message>
        <source>Gain and loss of every added loop</source>
        <translation>追加した各ループの利得と損失</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>ループアブレーション</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>No token ran all loops and has a next token: there is nothing to compare.</source>
        <translation>全ループを実行し後続のあるトークンがないため、比較できません。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Resampling tokens</source>
        <translation>トークンを再標本中</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its answers move over the loops.</source>
        <translation>プロンプトを実行するかトレースを開くと、ループごとの回答の動きを表示します。</translation>
    </message>
    <message>
        <source>Select the listed token after the selected one</source>
        <translation>一覧で次のトークンを選択</translation>
    </message>
    <message>
        <source>Select the listed token before the selected one</source>
        <translation>一覧で前のトークンを選択</translation>
    </message>
    <message>
        <source>This trace has one loop: answers can only change with two or more. Run the prompt again with more loops.</source>
        <translation>このトレースのループは 1 つです。2 つ以上でないと回答は変化しません。ループを増やして再実行してください。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Tokens of the filter</source>
        <translation>絞り込んだトークン</translation>
    </message>
    <message>
        <source>What every added loop helped or hurt</source>
        <translation>追加した各ループの改善と悪化</translation>
    </message>
    <message>
        <source>How tokens are grouped</source>
        <translation>トークンの区分</translation>
    </message>
    <message>
        <source>Which tokens are listed</source>
        <translation>一覧に表示するトークン</translation>
    </message>
</context>
<context>
    <name>ouroscope::EstimateFigure</name>
    <message>
        <source>band, bars: 95 % interval</source>
        <translation>帯・棒：95 % 区間</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitHistogramFigure</name>
    <message>
        <source>Exit loop</source>
        <translation>終了ループ</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>トークンの割合 (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>割合 (%)</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRuleOptions</name>
    <message>
        <source>Generated tokens stop by</source>
        <translation>生成トークンを止めるもの</translation>
    </message>
    <message>
        <source>What stops a generated token before its last loop. With another rule than the gate, loops after an exit are not run; the threshold q of the Live view is the gate&apos;s</source>
        <translation>生成トークンを最後のループの前に止めるもの。ゲート以外の規則では、終了後のループは計算されません。ライブビューのしきい値 q はゲートのものです</translation>
    </message>
    <message>
        <source>Threshold of the rule</source>
        <translation>規則のしきい値</translation>
    </message>
    <message>
        <source>the exit gate</source>
        <translation>終了ゲート</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit rule</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>The threshold q of the gate is in the Live view.</source>
        <translation>ゲートのしきい値 q はライブビューにあります。</translation>
    </message>
    <message>
        <source>A token stops after the first loop below this value.</source>
        <translation>トークンは、この値を下回った最初のループの後で止まります。</translation>
    </message>
    <message>
        <source>A token stops after the first loop that reaches this value.</source>
        <translation>トークンは、この値に達した最初のループの後で止まります。</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>単位は %1 です。</translation>
    </message>
    <message>
        <source>Empty: that of Huginn&apos;s released code.</source>
        <translation>空欄: Huginn の公開コードの値。</translation>
    </message>
    <message>
        <source>The threshold of the exit rule must be a number, not “%1”.</source>
        <translation>終了規則のしきい値は数でなければなりません。「%1」は数ではありません。</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRulesFigure</name>
    <message>
        <source>Best word&apos;s probability</source>
        <translation>最上位語の確率</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>前ループとのコサイン</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>エントロピー</translation>
    </message>
    <message>
        <source>Gate “%1”</source>
        <translation>ゲート「%1」</translation>
    </message>
    <message>
        <source>KL step between loops</source>
        <translation>ループ間の KL ステップ</translation>
    </message>
    <message>
        <source>Learned gate</source>
        <translation>学習したゲート</translation>
    </message>
    <message>
        <source>Margin of the two best words</source>
        <translation>上位 2 語の差</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>平均ループ数</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>オラクル</translation>
    </message>
    <message>
        <source>Relative state change</source>
        <translation>相対的な状態変化</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>全トークン同一予算</translation>
    </message>
    <message>
        <source>Change of entropy</source>
        <translation>エントロピーの変化</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>前ループからの KL</translation>
    </message>
    <message>
        <source>KL of likely words from the loop before</source>
        <translation>前ループからの有力語の KL</translation>
    </message>
    <message>
        <source>Same best word in a row</source>
        <translation>最良語の連続一致</translation>
    </message>
    <message>
        <source>Second difference of the step</source>
        <translation>ステップの二階差分</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>記録なし</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureCheck</name>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; overlap.</source>
        <translation>「%1」と「%2」が重なっています。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reaches over the edge of the page.</source>
        <translation>「%1」がページの端を越えています。</translation>
    </message>
    <message>
        <source>%1 tokens are shown, the words of %2 are readable at this size: split them into rows, or take a wider page or smaller type.</source>
        <translation>%1 トークンのうち、この大きさで読めるのは %2 語です。行に分けるか、幅を広げるか、文字を小さくしてください。</translation>
    </message>
    <message>
        <source>No installed font has %1: an empty box is drawn. Install a font that has it.</source>
        <translation>インストール済みのフォントに %1 がなく、空の四角が描かれます。この文字を持つフォントをインストールしてください。</translation>
    </message>
    <message>
        <source>Panel %1 shows %2 tokens; the words of %3 are readable at this size.</source>
        <translation>パネル %1 は %2 トークンを表示し、この大きさで読めるのは %3 語です。</translation>
    </message>
    <message>
        <source>The smallest text is %1 points on paper: most venues ask for at least %2.</source>
        <translation>最小の文字は紙面で %1 ポイントです。多くの投稿先は %2 以上を求めます。</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigurePreview</name>
    <message>
        <source>Preview of the figure page</source>
        <translation>図ページのプレビュー</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureView</name>
    <message>
        <source>%1 by %2 millimetres</source>
        <translation>%1 × %2 ミリメートル</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>2 型色覚</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>図を書き出す</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 を書き出しました</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 を書き出し中</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>ファイル形式</translation>
    </message>
    <message>
        <source>Full colour</source>
        <translation>フルカラー</translation>
    </message>
    <message>
        <source>Grey print</source>
        <translation>グレー印刷</translation>
    </message>
    <message>
        <source>How the preview is seen</source>
        <translation>プレビューの見え方</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>まだ何も記録されていません。プロンプトを実行するかトレースを開いてください。</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>レシピを開く</translation>
    </message>
    <message>
        <source>Open recipe...</source>
        <translation>レシピを開く...</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>パネル</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>1 型色覚</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>レシピ (*.json)</translation>
    </message>
    <message>
        <source>Recipes and figures (*.json *.pdf *.svg *.png)</source>
        <translation>レシピと図 (*.json *.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>レシピを保存</translation>
    </message>
    <message>
        <source>Save recipe...</source>
        <translation>レシピを保存...</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 を保存中</translation>
    </message>
    <message>
        <source>Split into rows</source>
        <translation>行に分ける</translation>
    </message>
    <message>
        <source>The page has no panels: add one at the left.</source>
        <translation>ページにパネルがありません。左側で追加してください。</translation>
    </message>
    <message>
        <source>The page would have more than %1 panels.</source>
        <translation>ページのパネルが %1 個を超えます。</translation>
    </message>
    <message>
        <source>Tritanopia</source>
        <translation>3 型色覚</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>実寸</translation>
    </message>
    <message>
        <source>What a reviewer would complain about</source>
        <translation>査読者が指摘しそうな点</translation>
    </message>
    <message>
        <source>The last figure page could not be brought back: %1</source>
        <translation>前回の図ページを復元できませんでした: %1</translation>
    </message>
    <message>
        <source>A panel of the page shows one run, the shown one: export this figure by itself.</source>
        <translation>ページのパネルは表示中の実行だけを示します。この図は単独で書き出してください。</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>SVG としてコピー</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>PNG としてコピー</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>コーパスを読み込み中</translation>
    </message>
    <message>
        <source>The page has figures of a corpus: open its folder (File menu).</source>
        <translation>このページにはコーパスの図があります。そのフォルダーを開いてください(ファイルメニュー)。</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>文書についての区間を計算しています…</translation>
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
        <translation>図を書き出す</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 を書き出しました</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 を書き出し中</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Open trace</source>
        <translation>トレースを開く</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 を開いています</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n traces</source>
        <translation>
            <numerusform>%n 件のトレースを開いています</numerusform>
        </translation>
    </message>
    <message>
        <source>Save trace</source>
        <translation>トレースを保存</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 を保存中</translation>
    </message>
    <message>
        <source>There is no trace to save: run a prompt first.</source>
        <translation>保存するトレースがありません。先にプロンプトを実行してください。</translation>
    </message>
    <message>
        <source>There is nothing to export: run a prompt or open a trace first.</source>
        <translation>書き出すものがありません。先にプロンプトを実行するかトレースを開いてください。</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors)</source>
        <translation>トレース (*.trace.safetensors)</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors);;All files (*)</source>
        <translation>トレース (*.trace.safetensors);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>図をコピー中</translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation>%1 としてコピーしました</translation>
    </message>
    <message>
        <source>Opening the corpus %1</source>
        <translation>コーパス %1 を開いています</translation>
    </message>
    <message>
        <source>The folder that the corpus was run on</source>
        <translation>コーパスの実行に使ったフォルダ</translation>
    </message>
    <message>
        <source>The file that the corpus was run on</source>
        <translation>コーパスの実行に使ったファイル</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>JSON 行 (*.jsonl);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Reading document %1</source>
        <translation>文書 %1 を読み込み中</translation>
    </message>
    <message>
        <source>Open corpus folder</source>
        <translation>コーパスのフォルダを開く</translation>
    </message>
</context>
<context>
    <name>ouroscope::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 件一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>検索バーを閉じる</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>テキスト内を検索</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>次の一致 (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>前の一致 (Shift+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
</context>
<context>
    <name>ouroscope::Findings</name>
    <message>
        <source>This record has one loop, so there is nothing to compare.</source>
        <translation>この記録にはループが 1 つしかないため、比べるものがありません。</translation>
    </message>
    <message>
        <source>Every token is read at loop %1: this model has no exit gate that could stop earlier.</source>
        <translation>すべてのトークンはループ %1 で読まれます。このモデルには早く止める終了ゲートがありません。</translation>
    </message>
    <message>
        <source>Every token is read at loop %1, because q is 1. Lower q, and tokens stop earlier.</source>
        <translation>q が 1 なので、すべてのトークンはループ %1 で読まれます。q を下げると、早く止まります。</translation>
    </message>
    <message>
        <source>Every token is read at loop %1.</source>
        <translation>すべてのトークンはループ %1 で読まれます。</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. “%3” goes deepest, to loop %4.</source>
        <translation>トークンは平均して %2 ループ中のループ %1 で読まれます。最も深いのは「%3」で、ループ %4 です。</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop %4; “%5” is the first.</source>
        <translation>トークンは平均して %2 ループ中のループ %1 で読まれます。そのうち %3 個が最も深くループ %4 まで進み、最初は「%5」です。</translation>
    </message>
    <message>
        <source>No loop changes a best word: loop 1 says what the last loop says.</source>
        <translation>最良の語を変えるループはありません。ループ 1 は最後のループと同じことを言います。</translation>
    </message>
    <message>
        <source>The last loop, %1, changes the most best words: %2 of %3.</source>
        <translation>最後のループ %1 が最も多くの最良の語を変えます：%3 個中 %2 個。</translation>
    </message>
    <message>
        <source>Loop %1 changes the most best words, %2 of %3; the last loop changes %4.</source>
        <translation>ループ %1 が最も多くの最良の語（%3 個中 %2 個）を変え、最後のループは %4 個を変えます。</translation>
    </message>
    <message>
        <source>The text that follows is predicted best at loop %1 of %2.</source>
        <translation>続くテキストは %2 ループ中のループ %1 で最もよく予測されます。</translation>
    </message>
    <message>
        <source>This record has no candidates to compare.</source>
        <translation>この記録には比べる候補がありません。</translation>
    </message>
    <message>
        <source>At %1 loops a token, %2 of %3 best words are those of full depth.</source>
        <translation>1 トークンあたり %1 ループで、最良の語 %3 個中 %2 個が全深度と同じです。</translation>
    </message>
    <message>
        <source>This model has no exit gate. The rules here stop by what can be seen from outside.</source>
        <translation>このモデルには終了ゲートがありません。ここの規則は外から見えるものだけで止まります。</translation>
    </message>
    <message>
        <source>At %1 loops a token the gate keeps %2 of the best words of full depth. The same loops spent at random would keep %3.</source>
        <translation>1 トークンあたり %1 ループで、ゲートは全深度の最良の語の %2 を保ちます。同じループ数を無作為に使うと %3 です。</translation>
    </message>
    <message>
        <source>The steps of the state are not in this record.</source>
        <translation>状態の歩みはこの記録にありません。</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length (median).</source>
        <translation>ループ 2 は状態をその長さの %1 だけ動かします（中央値）。</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length, loop %2 by %3 (medians).</source>
        <translation>ループ 2 は状態をその長さの %1、ループ %2 は %3 だけ動かします（中央値）。</translation>
    </message>
    <message>
        <source>It settles.</source>
        <translation>落ち着いていきます。</translation>
    </message>
    <message>
        <source>It slows down.</source>
        <translation>遅くなっていきます。</translation>
    </message>
    <message>
        <source>It does not slow down.</source>
        <translation>遅くなりません。</translation>
    </message>
    <message>
        <source>Select a token to follow it through the loops.</source>
        <translation>トークンを選ぶと、ループをたどれます。</translation>
    </message>
    <message>
        <source>The candidates after “%1” are not all numbers.</source>
        <translation>「%1」の後の候補には数でないものがあります。</translation>
    </message>
    <message>
        <source>After “%1” every loop says “%2”.</source>
        <translation>「%1」の後、どのループも「%2」と言います。</translation>
    </message>
    <message>
        <source>After “%1” loop 1 says “%2”; from loop %3 on it is “%4”.</source>
        <translation>「%1」の後、ループ 1 は「%2」と言い、ループ %3 からは「%4」です。</translation>
    </message>
    <message>
        <source>For %1 of %2 tokens loop 1 already says what the last loop says.</source>
        <translation>%2 トークン中 %1 個では、ループ 1 がすでに最後のループと同じことを言います。</translation>
    </message>
    <message>
        <source>This run is compared with another reading of itself. Drop a run of the list on another to compare the two.</source>
        <translation>この実行は自身の別の読み方と比べられています。一覧で実行を別の実行に重ねると、2 つを比べられます。</translation>
    </message>
    <message>
        <source>Here a token is read at loop %1 on average, in “%2” at loop %3.</source>
        <translation>ここではトークンは平均してループ %1、「%2」ではループ %3 で読まれます。</translation>
    </message>
    <message numerus="yes">
        <source>It is writing: %n token(s) so far.</source>
        <translation>
            <numerusform>書いています：これまで %n トークン。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet: say how many tokens to generate, and run.</source>
        <translation>まだ何も書かれていません。生成するトークン数を指定して実行してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were written, read at loop %1 on average.</source>
        <translation>
            <numerusform>%n トークンが書かれ、平均してループ %1 で読まれました。</numerusform>
        </translation>
    </message>
    <message>
        <source>This run is as the model is. Change something inside its loops and see what follows.</source>
        <translation>この実行はモデルのままです。ループの中で何かを変えて、どうなるか見てください。</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”.</source>
        <translation>この変更で最良の語 %2 個中 %1 個が変わりますが、「%3」の後は「%4」のままです。</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it says “%4” instead of “%5”.</source>
        <translation>この変更で最良の語 %2 個中 %1 個が変わり、「%3」の後は「%5」ではなく「%4」と言います。</translation>
    </message>
    <message>
        <source>%1 questions: %2 are answered right at the exit.</source>
        <comment>number, percent</comment>
        <translation>%1 問：終了時に %2 が正しく答えられます。</translation>
    </message>
    <message>
        <source>%1 documents, none with a counted token.</source>
        <translation>%1 文書、数えられたトークンのある文書はありません。</translation>
    </message>
    <message>
        <source>%1 documents: tokens are read at loop %2 of %3 on average.</source>
        <translation>%1 文書：トークンは平均して %3 ループ中ループ %2 で読まれます。</translation>
    </message>
    <message>
        <source>That lowers the loss by %1 nats against loop 1.</source>
        <translation>これはループ 1 に対して損失を %1 nats 下げます。</translation>
    </message>
    <message>
        <source>That raises the loss by %1 nats against loop 1.</source>
        <translation>これはループ 1 に対して損失を %1 nats 上げます。</translation>
    </message>
    <message>
        <source>Nothing is swept yet: a sweep carries out one change at every place in turn and maps what becomes of the answer.</source>
        <translation>まだ走査していません。走査は 1 つの変更をすべての場所で順に行い、答えがどうなるかを地図にします。</translation>
    </message>
    <message>
        <source>At none of %1 places does this change move the answer “%2”.</source>
        <translation>%1 か所のどこでも、この変更は答え「%2」を動かしません。</translation>
    </message>
    <message>
        <source>It matters most at loop %1, token %2: log p of “%3” changes by %4 nats.</source>
        <translation>最も効くのはループ %1、トークン %2：「%3」の log p が %4 nat 変わります。</translation>
    </message>
    <message>
        <source>It matters most at loop %1, layer %2: log p of “%3” changes by %4 nats.</source>
        <translation>最も効くのはループ %1、層 %2：「%3」の log p が %4 nat 変わります。</translation>
    </message>
    <message>
        <source>At %1 of %2 places the best word is another.</source>
        <translation>%2 か所中 %1 か所で最良の語が変わります。</translation>
    </message>
    <message numerus="yes">
        <source>It waits: %n token(s) so far.</source>
        <translation>
            <numerusform>待機中：これまで %n トークン。</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is done yet.</source>
        <translation>まだ終わった文書はありません。</translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation>このコーパスには文書がありません。</translation>
    </message>
    <message>
        <source>The exit probabilities of %1 of %2 tokens are not numbers: where these would stop is not known.</source>
        <translation>%2 個のトークンのうち %1 個の終了確率が数ではありません：どこで止まるかは分かりません。</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run. Run makes the untouched run of the same text, which it is then set against.</source>
        <translation>この実行のループの中で何かが変えられました。「実行」で同じテキストの変更前の実行が作られ、それと比べられます。</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”, with probability %5 instead of %6.</source>
        <translation>この変更で最良の語 %2 個中 %1 個が変わりますが、「%3」の後は「%4」のままで、確率は %6 から %5 になります。</translation>
    </message>
</context>
<context>
    <name>ouroscope::GateAuditView</name>
    <message numerus="yes">
        <source>%1; %n token(s) with an undefined gate left out</source>
        <translation>
            <numerusform>%1、ゲート未定義の %n トークンを除外</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message numerus="yes">
        <source>Average of %n token(s): entropy of p %1 ± %2 nats, expected depth %3</source>
        <translation>
            <numerusform>%n トークンの平均：p のエントロピー %1 ± %2 nats、期待深さ %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact, a lower bound from what was kept, or not recorded</source>
        <translation>正確、保持分からの下限、または記録なし</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>終了規則</translation>
    </message>
    <message>
        <source>Exit rules at the present mean depth, sorted by regret</source>
        <translation>現在の平均深さでの終了規則（リグレット順）</translation>
    </message>
    <message>
        <source>Exit rules: mean loops against quality</source>
        <translation>終了規則：平均ループ数と品質</translation>
    </message>
    <message>
        <source>Export the exit rules</source>
        <translation>終了規則を書き出す</translation>
    </message>
    <message>
        <source>Export the gate&apos;s averages</source>
        <translation>ゲートの平均を書き出す</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>ゲート監査</translation>
    </message>
    <message>
        <source>Gate averaged over tokens by loop</source>
        <translation>ループ別のゲート（トークン平均）</translation>
    </message>
    <message>
        <source>Gate of the selected token by loop</source>
        <translation>選択トークンのループ別ゲート</translation>
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
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>Quality of the exit rules shown</source>
        <translation>表示する終了規則の品質</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>トレースを読み込み中...</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>リグレット</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Select a token to see what its gate says.</source>
        <translation>トークンを選ぶとゲートの値を表示します。</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>停止ループ</translation>
    </message>
    <message>
        <source>Threshold that gives this depth; between two thresholds the tokens are mixed at random</source>
        <translation>この深さになるしきい値。2 つのしきい値の間ではトークンを無作為に混ぜます</translation>
    </message>
    <message>
        <source>Token %1 “%2”: entropy of p %3 nats, expected depth %4, read at loop %5</source>
        <translation>トークン %1「%2」：p のエントロピー %3 nats、期待深さ %4、ループ %5 で読み出し</translation>
    </message>
    <message>
        <source>Token %1 “%2”: the gate is undefined, so the last loop is read</source>
        <translation>トークン %1「%2」：ゲートが未定義のため最終ループを読み出します</translation>
    </message>
    <message>
        <source>from %1 loops</source>
        <translation>%1 ループから</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>± is half the distance between the quartiles</source>
        <translation>± は四分位範囲の半分です</translation>
    </message>
    <message>
        <source>The gate is undefined at every token</source>
        <translation>どのトークンでもゲートは定義されていません</translation>
    </message>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>この記録のモデルには出口ゲートがありません。</translation>
    </message>
    <message>
        <source>Without a gate a token is read at the last loop allowed.</source>
        <translation>ゲートがなければ、トークンは許された最後のループで読まれます。</translation>
    </message>
    <message>
        <source>Exit rules at the same depth: %1 loops a token</source>
        <translation>同じ深さでの終了規則：トークンあたり %1 ループ</translation>
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
        <translation>CDF（ひげ：四分位）</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>終了確率 p</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>ゲート λ</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Remainder p</source>
        <translation>残り p</translation>
    </message>
    <message>
        <source>λ of the last loop, unused</source>
        <translation>最終ループの λ（未使用）</translation>
    </message>
    <message>
        <source>Prob.</source>
        <translation>確率</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryFigure</name>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>ループ（破線：学習時 %1）</translation>
    </message>
    <message>
        <source>median of all tokens</source>
        <translation>全トークンの中央値</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>中央の半分</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryView</name>
    <message>
        <source>%1 = %2, on the states after each loop&apos;s norm. The first loop starts from the embedding and has no step.</source>
        <translation>%1 = %2（各ループの正規化後の状態）。最初のループは埋め込みから始まり、ステップがありません。</translation>
    </message>
    <message>
        <source>Components %1 and %2</source>
        <translation>成分 %1 と %2</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>主成分を計算中</translation>
    </message>
    <message numerus="yes">
        <source>One basis for all: principal components of %Ln states (all tokens and loops), centred.</source>
        <translation>
            <numerusform>共通の基底：%Ln 個の状態（全トークン・全ループ、中心化）の主成分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Open its model to run it again and record them, or do it on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>軌道には各ループの隠れ状態が必要ですが、このトレースにはありません。モデルを開いて再実行し記録するか、コマンドラインで次を実行してください：
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Run it again and record them, here or on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>軌道には各ループの隠れ状態が必要ですが、このトレースにはありません。ここで再実行して記録するか、コマンドラインで次を実行してください：
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits of the selected tokens in principal components</source>
        <translation>選択トークンの主成分での軌道</translation>
    </message>
    <message>
        <source>Principal components on the axes</source>
        <translation>軸の主成分</translation>
    </message>
    <message>
        <source>Quantity over the loops</source>
        <translation>ループごとの量</translation>
    </message>
    <message>
        <source>Quantity over the loops, all tokens and the selected ones</source>
        <translation>ループごとの量（全トークンと選択トークン）</translation>
    </message>
    <message>
        <source>Reading states</source>
        <translation>状態を読み込み中</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its states move over the loops.</source>
        <translation>プロンプトを実行するかトレースを開くと、ループごとの状態の動きを表示します。</translation>
    </message>
    <message>
        <source>Run again with hidden states</source>
        <translation>隠れ状態付きで再実行</translation>
    </message>
    <message>
        <source>Select a token to see its orbit.</source>
        <translation>トークンを選ぶと軌道を表示します。</translation>
    </message>
    <message>
        <source>The components are approximate: their variances lie close together.</source>
        <translation>成分は近似です（分散が互いに近いため）。</translation>
    </message>
    <message>
        <source>The trace has too few states for these components.</source>
        <translation>これらの成分を求めるには状態が足りません。</translation>
    </message>
</context>
<context>
    <name>ouroscope::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>前のページ (Alt+Left)</translation>
    </message>
    <message>
        <source>The page after (Alt+Right)</source>
        <translation>次のページ (Alt+Right)</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>すべてのページ</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapCanvas</name>
    <message>
        <source>Depth heatmap, tokens by loops</source>
        <translation>深さヒートマップ（トークン × ループ）</translation>
    </message>
    <message>
        <source>Token %1 “%2”, loop %3</source>
        <translation>トークン %1「%2」、ループ %3</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapFigure</name>
    <message>
        <source>%1 (log scale)</source>
        <translation>%1（対数目盛）</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapView</name>
    <message>
        <source>%1 “%2”</source>
        <comment>position and text of a token</comment>
        <translation>%1「%2」</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: value unit</comment>
        <translation>%1：%2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold limits</source>
        <translation>範囲を固定</translation>
    </message>
    <message>
        <source>Keep the present colour limits for other traces too, so that pictures can be compared</source>
        <translation>他のトレースでも現在の色の範囲を保ち、図を比較できるようにします</translation>
    </message>
    <message>
        <source>Measure of the heatmap</source>
        <translation>ヒートマップの指標</translation>
    </message>
    <message>
        <source>Part of the text that the heatmap shows</source>
        <translation>ヒートマップに表示するテキストの範囲</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>すべてのトークンを表示</translation>
    </message>
    <message>
        <source>Show all tokens (0, or double click)</source>
        <translation>すべてのトークンを表示（0 またはダブルクリック）</translation>
    </message>
    <message>
        <source>Tokens %1–%2 of %3</source>
        <translation>トークン %1～%2 / %3</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>トークンを縦に</translation>
    </message>
    <message>
        <source>best word “%1”</source>
        <translation>最上位語「%1」</translation>
    </message>
    <message>
        <source>exit loop %1</source>
        <translation>終了ループ %1</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <translation>ループ %1 / %2</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>記録にありません</translation>
    </message>
    <message>
        <source>Show the words of this cell</source>
        <translation>このセルの語を表示</translation>
    </message>
    <message>
        <source>Copy what this cell says</source>
        <translation>このセルの内容をコピー</translation>
    </message>
    <message>
        <source>Export this figure...</source>
        <translation>この図を書き出す...</translation>
    </message>
    <message>
        <source>Point at a cell to read it; Ctrl+wheel zooms.</source>
        <translation>セルを指すと読めます。Ctrl+ホイールで拡大。</translation>
    </message>
    <message>
        <source>What if something is changed here...</source>
        <translation>ここで何かを変えたら...</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>まだ何も記録されていません。プロンプトを実行するかトレースを開いてください。</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobRunner</name>
    <message>
        <source>Out of memory: use fewer tokens or loops, or capture less.</source>
        <translation>メモリ不足です。トークンやループ、記録する内容を減らしてください。</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>キャンセルしました。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>ouroscope::KeysDialog</name>
    <message>
        <source>%1 is the key of “%2”: assigning it takes it from there.</source>
        <translation>%1 は「%2」のキーです。割り当てるとそちらから外れます。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とキー</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>矢印、Home、End</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>割り当て</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>別のキーを割り当てる操作を選んでください。</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Filter the list of keys</source>
        <translation>キー一覧を絞り込む</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Move the selection</source>
        <translation>選択を移動</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>New key of the chosen action</source>
        <translation>選んだ操作の新しいキー</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>すべて元に戻す</translation>
    </message>
    <message>
        <source>Select a range of tokens</source>
        <translation>トークン範囲を選択</translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation>Shift+矢印、Shift+クリック</translation>
    </message>
    <message>
        <source>Show all of a plot</source>
        <translation>グラフ全体を表示</translation>
    </message>
    <message>
        <source>Zoom a plot or the text</source>
        <translation>グラフや本文を拡大縮小</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+ホイール</translation>
    </message>
    <message>
        <source>Zoom a plot to some tokens</source>
        <translation>グラフを一部のトークンに拡大</translation>
    </message>
    <message>
        <source>Drag along its words</source>
        <translation>語に沿ってドラッグ</translation>
    </message>
    <message>
        <source>Move a zoomed plot</source>
        <translation>拡大したグラフを移動</translation>
    </message>
    <message>
        <source>Wheel, or drag with the middle button</source>
        <translation>ホイール、または中ボタンでドラッグ</translation>
    </message>
    <message>
        <source>Move the line of the loops allowed</source>
        <translation>許すループの線を動かす</translation>
    </message>
    <message>
        <source>PgUp and PgDn in the text, or drag it</source>
        <translation>テキストで PgUp と PgDn、またはドラッグ</translation>
    </message>
    <message>
        <source>Change how sure the gate must be</source>
        <translation>ゲートに求める確かさを変える</translation>
    </message>
    <message>
        <source>+ and - in the text</source>
        <translation>テキストで + と -</translation>
    </message>
</context>
<context>
    <name>ouroscope::Ladder</name>
    <message>
        <source>Best word after every loop</source>
        <translation>各ループ後の最有力の単語</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>「%1」の次</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>layer</comment>
        <translation>層%1</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>ループ %1</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>ループ %1、層 %2</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>記録にありません</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>word, probability</comment>
        <translation>「%1」、%2</translation>
    </message>
    <message>
        <source>%1: read here</source>
        <translation>%1: ここで読む</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
</context>
<context>
    <name>ouroscope::LanguageDemoDialog</name>
    <message>
        <source>Choose...</source>
        <translation>選択...</translation>
    </message>
    <message>
        <source>Get the language demo</source>
        <translation>言語デモを入手</translation>
    </message>
    <message>
        <source>A small language model for English, some of whose layers are run again and again in small steps. It shows on ordinary sentences what loops change. It is not part of the program: Python and a network are needed once.</source>
        <translation>英語用の小さな言語モデルです。一部の層を小さな歩幅で繰り返し通します。ループが何を変えるかを普通の文で見られます。プログラムには含まれないため、一度だけ Python とネットワークが必要です。</translation>
    </message>
    <message>
        <source>The same without the window</source>
        <translation>ウィンドウを使わずに同じことをするコマンド</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>取得するもの</translation>
    </message>
    <message>
        <source>the Python package %1, %2, by pip</source>
        <translation>Python パッケージ %1、%2 (pip で取得)</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Where the folder will lie</source>
        <translation>フォルダーの置き場所</translation>
    </message>
    <message>
        <source>The language demo is there already.</source>
        <translation>言語デモはすでにあります。</translation>
    </message>
    <message>
        <source>Something else is there already: choose another folder.</source>
        <translation>すでに別のものがあります。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>入手</translation>
    </message>
    <message>
        <source>Getting the language demo</source>
        <translation>言語デモを入手しています</translation>
    </message>
</context>
<context>
    <name>ouroscope::LayersFigure</name>
    <message>
        <source>loop %1</source>
        <translation>ループ %1</translation>
    </message>
    <message>
        <source>Layer, counted over all loops</source>
        <translation>層（全ループの通し番号）</translation>
    </message>
    <message>
        <source>Layer of all loops</source>
        <translation>全ループの層</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>学習時 %1</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LegendStrip</name>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>%n トークンを選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>Shading: %1</source>
        <translation>濃淡：%1</translation>
    </message>
    <message>
        <source>underlined: generated</source>
        <translation>下線：生成</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensCurvesFigure</name>
    <message>
        <source>loop that is read</source>
        <translation>読み出すループ</translation>
    </message>
    <message>
        <source>Log-prob. (nats)</source>
        <translation>対数確率 (nats)</translation>
    </message>
    <message>
        <source>Log-probability (nats)</source>
        <translation>対数確率 (nats)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>ループ（破線：学習時 %1）</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Rank of the word</source>
        <translation>単語の順位</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Loop, after token %1 “%2”</source>
        <translation>ループ、トークン %1「%2」の後</translation>
    </message>
    <message>
        <source>Loop, after “%1”</source>
        <translation>ループ、「%1」の後</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>学習時 %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensTableModel</name>
    <message>
        <source>Loop %1</source>
        <translation>ループ %1</translation>
    </message>
    <message>
        <source>Loop %1 was not run for this token.</source>
        <translation>このトークンではループ %1 は実行されていません。</translation>
    </message>
    <message>
        <source>Loop %1: beyond the trained number</source>
        <translation>ループ %1：学習時の数を超過</translation>
    </message>
    <message>
        <source>Loop %1: the loop that is read here</source>
        <translation>ループ %1：ここで読み出すループ</translation>
    </message>
    <message>
        <source>Within loop %1, after layer %2: read through the final norm and the head, which were trained for the end of a loop only</source>
        <translation>ループ %1 内、層 %2 の後：ループの終わりだけで学習した最終正規化と出力層を通した値</translation>
    </message>
    <message>
        <source>became the best word here</source>
        <translation>ここで最上位になりました</translation>
    </message>
    <message numerus="yes">
        <source>fell by %n place(s)</source>
        <translation>
            <numerusform>%n 位下降</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>ループ %1</translation>
    </message>
    <message>
        <source>loop %1, after layer %2</source>
        <translation>ループ %1、層 %2 の後</translation>
    </message>
    <message>
        <source>new among the kept words</source>
        <translation>保持した単語に初登場</translation>
    </message>
    <message numerus="yes">
        <source>rose by %n place(s)</source>
        <translation>
            <numerusform>%n 位上昇</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at %2: probability %3, log-probability %4 nats</source>
        <translation>「%1」（%2）：確率 %3、対数確率 %4 nats</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensView</name>
    <message>
        <source>After token %1 “%2”</source>
        <translation>トークン %1「%2」の後</translation>
    </message>
    <message>
        <source>After token %1 “%2” (under the pointer)</source>
        <translation>トークン %1「%2」の後（ポインタの位置）</translation>
    </message>
    <message>
        <source>Curves of words over the loops</source>
        <translation>ループごとの単語の曲線</translation>
    </message>
    <message>
        <source>Layers within the loops are not in this record.</source>
        <translation>ループ内の層はこの記録にありません。</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>対数確率</translation>
    </message>
    <message>
        <source>Most probable words at every loop</source>
        <translation>各ループで最も確からしい単語</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Quantity of the curves</source>
        <translation>曲線の量</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) read unfinished states through the final norm and the head, which were trained for whole loops: a hint, not the model&apos;s word.</source>
        <translation>ループ内の行（薄い表示）は、ループ全体用に学習した最終正規化と出力層で途中の状態を読んだものです。目安であり、モデルの出力ではありません。</translation>
    </message>
    <message numerus="yes">
        <source>Run again to track %n word(s)</source>
        <translation>
            <numerusform>再実行して %n 語を追跡</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again with layers</source>
        <translation>層付きで再実行</translation>
    </message>
    <message>
        <source>Runs the same text on the loaded model, recording these words at every loop</source>
        <translation>読み込んだモデルで同じテキストを実行し、各ループでこれらの単語を記録します</translation>
    </message>
    <message>
        <source>Select a token to see what each loop would say next.</source>
        <translation>トークンを選ぶと、各ループが次に何を出力するかを表示します。</translation>
    </message>
    <message>
        <source>Track words, comma between</source>
        <translation>追跡する単語（カンマ区切り）</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is %n token(s) to this model and has no single curve: %2. Track one of them.</source>
        <translation>
            <numerusform>「%1」はこのモデルでは %n トークンで、1 本の曲線になりません：%2。そのうちの 1 つを追跡してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not in this record.</source>
        <translation>「%1」はこの記録にありません。</translation>
    </message>
    <message>
        <source>“%1” is not in this record; open the model that made it to track it.</source>
        <translation>「%1」はこの記録にありません。追跡するには記録元のモデルを開いてください。</translation>
    </message>
    <message>
        <source>“%1” is recorded only where it was among the best %2.</source>
        <translation>「%1」は上位 %2 に入った箇所だけ記録されています。</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) are read through the maps of %1, then the final norm and the head.</source>
        <translation>ループ内の行（薄い表示）は %1 の写像、続いて最終正規化と出力層を通して読まれます。</translation>
    </message>
</context>
<context>
    <name>ouroscope::LineGrip</name>
    <message>
        <source>Loops allowed</source>
        <translation>許すループ</translation>
    </message>
    <message>
        <source>How many loops a word may use in this reading of the record: the line across the columns. Nothing is run again.</source>
        <translation>この読み方で 1 単語が使えるループの数。列を横切る線です。何も再実行しません。</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveText</name>
    <message>
        <source>All loops were run</source>
        <translation>全ループを実行</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>ここから：%1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n loop(s) were run</source>
        <translation>
            <numerusform>実行したループは %n のみ</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Run to generate from the prompt above, or Step for one token at a time. Above every word you see how deep the model went for it.</source>
        <translation>「実行」で上のプロンプトから生成し、「ステップ」で 1 トークンずつ進みます。各単語の上に、モデルが使った深さを表示します。</translation>
    </message>
    <message>
        <source>Token %1 “%2”
Exit loop %3 of %4, expected depth %5</source>
        <translation>トークン %1「%2」
終了ループ %3 / %4、期待深さ %5</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveView</name>
    <message>
        <source>%1 (as it is)</source>
        <translation>%1（現在のまま）</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>毎秒 %1 トークン</translation>
    </message>
    <message>
        <source>After an exit</source>
        <translation>終了後</translation>
    </message>
    <message>
        <source>Another word...</source>
        <translation>別の単語...</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分岐</translation>
    </message>
    <message>
        <source>Branch here...</source>
        <translation>ここで分岐...</translation>
    </message>
    <message>
        <source>Changes what the model does from the next token on, and is kept in the trace. The strip above only changes how the record is read.</source>
        <translation>次のトークンからのモデルの動作を変え、トレースに記録されます。上の帯は記録の読み方だけを変えます。</translation>
    </message>
    <message>
        <source>Draw again with another seed (this run was greedy)</source>
        <translation>別のシードで引き直す（この実行は貪欲法）</translation>
    </message>
    <message>
        <source>Draw again with seed %1</source>
        <translation>シード %1 で引き直す</translation>
    </message>
    <message>
        <source>End the run within one layer; what was generated is kept</source>
        <translation>1 層以内に実行を終了します。生成済みの内容は残ります</translation>
    </message>
    <message>
        <source>Exit threshold q of the tokens to come</source>
        <translation>以降のトークンの終了しきい値 q</translation>
    </message>
    <message>
        <source>Finishing this token</source>
        <translation>このトークンを完了中</translation>
    </message>
    <message>
        <source>Generate from the prompt at the top of the window</source>
        <translation>ウィンドウ上部のプロンプトから生成</translation>
    </message>
    <message>
        <source>Generate one token, then wait (Return in the text below)</source>
        <translation>1 トークン生成して待機（下のテキストで Enter）</translation>
    </message>
    <message>
        <source>Generated text under its depth ribbon</source>
        <translation>深さリボン付きの生成テキスト</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>生成中</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>貪欲法</translation>
    </message>
    <message>
        <source>Hold before the next token (Space in the text below)</source>
        <translation>次のトークンの前で待機（下のテキストで Space）</translation>
    </message>
    <message>
        <source>In place of token %1</source>
        <translation>トークン %1 の代わりに</translation>
    </message>
    <message>
        <source>KV policies full, last-exited-copy and latest-available: with the last two, loops after the exit cost nothing, and later tokens see other keys and values in their place</source>
        <translation>KV ポリシーは full、last-exited-copy、latest-available です。後の 2 つでは終了後のループに計算がかからず、以降のトークンは代わりのキーと値を参照します</translation>
    </message>
    <message>
        <source>Branch before the selected token and continue with another word (B in the text below)</source>
        <translation>選択トークンの前で分岐し、別の単語で続ける（下のテキストで B）</translation>
    </message>
    <message>
        <source>Loop budget of the tokens to come</source>
        <translation>以降のトークンのループ予算</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>モデルが読み込まれていません</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>実行中のものはありません</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Paused before token %1</source>
        <translation>トークン %1 の前で一時停止</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>プロンプトを読み込み中</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Seed </source>
        <comment>spin box prefix</comment>
        <translation>シード </translation>
    </message>
    <message>
        <source>Seed of the next run or branch</source>
        <translation>次の実行または分岐のシード</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Temperature </source>
        <comment>spin box prefix</comment>
        <translation>温度 </translation>
    </message>
    <message>
        <source>Temperature of the next run</source>
        <translation>次の実行の温度</translation>
    </message>
    <message>
        <source>The same word, then continue with the settings above</source>
        <translation>同じ単語のまま、上の設定で続ける</translation>
    </message>
    <message>
        <source>The tokens to come</source>
        <translation>以降のトークン</translation>
    </message>
    <message>
        <source>The word in place of token %1</source>
        <translation>トークン %1 の代わりの単語</translation>
    </message>
    <message>
        <source>What happens to the loops after an exit</source>
        <translation>終了後のループの扱い</translation>
    </message>
    <message>
        <source>What the next run or branch begins with. The strip above only changes how the record is read.</source>
        <translation>次の実行または分岐の初期設定です。上の帯は記録の読み方だけを変えます。</translation>
    </message>
    <message>
        <source>run the others too</source>
        <translation>残りも実行</translation>
    </message>
    <message>
        <source>skip, copy the last</source>
        <translation>省略し最後を複製</translation>
    </message>
    <message>
        <source>skip, use the deepest</source>
        <translation>省略し最深を使用</translation>
    </message>
    <message>
        <source>“%1”, %2 %</source>
        <translation>「%1」、%2 %</translation>
    </message>
    <message>
        <source>Budget to come %1 of %2</source>
        <translation>これからの上限 %2 中 %1</translation>
    </message>
    <message>
        <source>q to come 1: always the budget</source>
        <translation>これからの q 1: 常に上限まで</translation>
    </message>
    <message>
        <source>q to come %1</source>
        <translation>これからの q %1</translation>
    </message>
    <message>
        <source>An exit rule stops the tokens</source>
        <translation>終了規則がトークンを止めます</translation>
    </message>
    <message>
        <source>generated tokens, as they were run: read at loop %1 of %2 on average</source>
        <translation>生成されたトークン（実行時のまま）：平均してループ %1 / %2 で読み取り</translation>
    </message>
    <message>
        <source>A model writes here token by token, and can be held and steered on the way. Open a model first (File menu).</source>
        <translation>ここではモデルがトークンを一つずつ書き、途中で止めたり操作したりできます。先にモデルを開いてください（ファイル メニュー）。</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopAnswers</name>
    <message>
        <source>The best word after every loop</source>
        <translation>各ループ後の最有力の語</translation>
    </message>
    <message>
        <source>Loop %1: %2</source>
        <translation>ループ %1：%2</translation>
    </message>
    <message>
        <source>%1 = step %2</source>
        <comment>a word; the step of a puzzle with that value</comment>
        <translation>%1 = 手順 %2</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>ゲームの規則では：</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopStage</name>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>出力層</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <comment>the best word follows</comment>
        <translation>出力層：%1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Loop %1 of %2, at station %3</source>
        <translation>ループ %1 / %2、地点 %3</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>正規化</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>The loop with the token&apos;s state</source>
        <translation>トークンの状態が回るループ</translation>
    </message>
    <message>
        <source>think</source>
        <translation>考える</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>ならす</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>もう十分？</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>語を言う</translation>
    </message>
    <message>
        <source>Loop %1 of %2</source>
        <translation>ループ %1 / %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::LossFigure</name>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Mean −log p of the next token (nats)</source>
        <translation>次のトークンの −log p の平均（nats）</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p（nats）</translation>
    </message>
    <message>
        <source>lowest at loop %1</source>
        <translation>最小はループ %1</translation>
    </message>
    <message>
        <source>within %1 nats of it</source>
        <translation>その差 %1 nats 以内</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>学習時 %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::MainWindow</name>
    <message>
        <source>%1: %2</source>
        <comment>stage: progress</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;About Ouroscope</source>
        <translation>Ouroscope について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>選択を解除(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close trace</source>
        <translation>トレースを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>ダークテーマ(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export figure...</source>
        <translation>図を書き出す(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find in text</source>
        <translation>テキスト内を検索(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to token...</source>
        <translation>トークンへ移動(&amp;G)...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>ライトテーマ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next deep token</source>
        <translation>次の深いトークン(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open trace...</source>
        <translation>トレースを開く(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Previous deep token</source>
        <translation>前の深いトークン(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo view change</source>
        <translation>表示の変更をやり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reopen closed trace</source>
        <translation>閉じたトレースを再び開く(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run prompt</source>
        <translation>プロンプトを実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save trace...</source>
        <translation>トレースを保存(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>システムのテーマ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo view change</source>
        <translation>表示の変更を元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>About Ouroscope</source>
        <translation>Ouroscope について</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Command &amp;palette</source>
        <translation>コマンドパレット(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>例(&amp;X)</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>プロンプトを編集(&amp;P)</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>例：%1</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全画面(&amp;U)</translation>
    </message>
    <message>
        <source>Go to token</source>
        <translation>トークンへ移動</translation>
    </message>
    <message>
        <source>Go to token %1</source>
        <translation>トークン %1 へ移動</translation>
    </message>
    <message>
        <source>Heatmap: %1</source>
        <translation>ヒートマップ：%1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>言語：%1</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;less</source>
        <translation>ループ予算を 1 減らす(&amp;L)</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;more</source>
        <translation>ループ予算を 1 増やす(&amp;M)</translation>
    </message>
    <message>
        <source>Next trace</source>
        <translation>次のトレース</translation>
    </message>
    <message>
        <source>Open &amp;model folder...</source>
        <translation>モデルフォルダを開く(&amp;M)...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>Opening the last session</source>
        <translation>前回のセッションを開いています</translation>
    </message>
    <message>
        <source>Ouroscope %1

Sees how a looped language model spends its depth: every loop of every token, what it would have said and when it would have stopped.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ouroscope %1

ループ型言語モデルが深さをどう使うかを見るツールです。各トークンの各ループが何を出力し、いつ止まったかを示します。

GNU General Public License バージョン 3 以降のフリーソフトウェアです。</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>配置：%1</translation>
    </message>
    <message>
        <source>Previous trace</source>
        <translation>前のトレース</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>Prompt and &amp;controls</source>
        <translation>プロンプトと操作部(&amp;C)</translation>
    </message>
    <message>
        <source>R&amp;eset this layout</source>
        <translation>この配置を元に戻す(&amp;E)</translation>
    </message>
    <message>
        <source>Recent: %1</source>
        <translation>最近：%1</translation>
    </message>
    <message>
        <source>Reduce m&amp;otion</source>
        <translation>動きを減らす(&amp;O)</translation>
    </message>
    <message>
        <source>Selection &amp;after</source>
        <translation>次の選択(&amp;A)</translation>
    </message>
    <message>
        <source>Selection &amp;before</source>
        <translation>前の選択(&amp;B)</translation>
    </message>
    <message>
        <source>Shade the text by: %1</source>
        <translation>テキストの濃淡：%1</translation>
    </message>
    <message>
        <source>Token, from 1:</source>
        <translation>トークン（1 から）：</translation>
    </message>
    <message>
        <source>Trace: %1</source>
        <translation>トレース：%1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>ビュー：%1</translation>
    </message>
    <message>
        <source>Close Ouroscope</source>
        <translation>Ouroscope を閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) would be lost: nobody saved them, and the session could not be kept.</source>
        <translation>
            <numerusform>%n 件の実行が失われます。保存されておらず、セッションも保持できませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>保存...</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Save the runs in</source>
        <translation>実行の保存先</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>プリセット(&amp;P)</translation>
    </message>
    <message>
        <source>Runs and &amp;questions</source>
        <translation>実行と問い(&amp;Q)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>Added to the figure page</source>
        <translation>図のページに加えました</translation>
    </message>
    <message>
        <source>Get the &amp;language demo...</source>
        <translation>言語デモを入手(&amp;L)...</translation>
    </message>
    <message>
        <source>Open recorded e&amp;xample</source>
        <translation>記録済みの例を開く(&amp;X)</translation>
    </message>
    <message>
        <source>Recorded example: %1</source>
        <translation>記録済みの例: %1</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>大きく(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>小さく(&amp;M)</translation>
    </message>
    <message>
        <source>Us&amp;ual size</source>
        <translation>標準の大きさ(&amp;U)</translation>
    </message>
    <message>
        <source>Size: %1 %</source>
        <translation>大きさ: %1 %</translation>
    </message>
    <message>
        <source>&amp;Guide to what is shown</source>
        <translation>表示中の内容のガイド(&amp;G)</translation>
    </message>
    <message>
        <source>Open &amp;corpus...</source>
        <translation>コーパスを開く(&amp;C)...</translation>
    </message>
    <message>
        <source>Run &amp;again with more recorded...</source>
        <translation>記録を増やして再実行(&amp;A)...</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
</context>
<context>
    <name>ouroscope::MatrixFigure</name>
    <message>
        <source>Virtual layer, by loop</source>
        <translation>仮想層（ループ別）</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
</context>
<context>
    <name>ouroscope::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>すべてのメッセージを表示</translation>
    </message>
</context>
<context>
    <name>ouroscope::ModelOptions</name>
    <message>
        <source>Open so</source>
        <translation>この設定で開く</translation>
    </message>
    <message>
        <source>Choosing another one opens the model again</source>
        <translation>別のゲートを選ぶとモデルを開き直します</translation>
    </message>
    <message>
        <source>through the layers after it</source>
        <translation>後の層を通して</translation>
    </message>
    <message>
        <source>by norm and head alone</source>
        <translation>正規化とヘッドだけで</translation>
    </message>
    <message>
        <source>The coda lens reads a loop as a run with so many loops would go on; the logit lens is cheaper and another lens. Choosing another one opens the model again</source>
        <translation>コーダレンズは、その回数のループで実行した場合の続きとしてループを読みます。ロジットレンズはより軽い別のレンズです。別のものを選ぶとモデルを開き直します</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>ループする層</translation>
    </message>
    <message>
        <source>A plain model has one loop. These of its layers are looped without training, from one to another such as 15-18; empty: as the folder says</source>
        <translation>通常のモデルのループは 1 回です。ここで指定した層 (例: 15-18) を学習なしでループします。空欄ならフォルダーの指定に従います</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>ステップの規則</translation>
    </message>
    <message>
        <source>What a turn does with the state: with euler and anchored, a run with fewer loops is another run</source>
        <translation>1 周が状態に行うこと。euler と anchored では、ループの少ない実行は別の実行になります</translation>
    </message>
    <message>
        <source>Gate that decides exits</source>
        <translation>終了を決めるゲート</translation>
    </message>
    <message>
        <source>A loop is read</source>
        <translation>ループの読み方</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>モデル自身</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingCurveFigure</name>
    <message>
        <source>This reading</source>
        <translation>この読み方</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
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
        <translation>節約ループ数</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Agreement with full depth</source>
        <translation>全深度との一致率</translation>
    </message>
    <message>
        <source>Agreement with the deepest loop run</source>
        <translation>実行した最深ループとの一致率</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Gate, past the record</source>
        <translation>ゲート（記録を超えた部分）</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>全深度からの KL (nats)</translation>
    </message>
    <message>
        <source>KL from the deepest loop run (nats)</source>
        <translation>実行した最深ループからの KL (nats)</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>平均ループ数</translation>
    </message>
    <message>
        <source>Measured early exit</source>
        <translation>実測の早期終了</translation>
    </message>
    <message>
        <source>NLL (nats per token)</source>
        <translation>NLL（nats/トークン）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>オラクル</translation>
    </message>
    <message>
        <source>Random exit</source>
        <translation>ランダム終了</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>全トークン同一予算</translation>
    </message>
    <message>
        <source>Theoretical loops saved</source>
        <translation>理論上の節約ループ数</translation>
    </message>
    <message>
        <source>q %1: %2</source>
        <translation>q %1：%2</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <comment>axis title, number of tokens</comment>
        <translation>%1、n = %2</translation>
    </message>
    <message>
        <source>95 % interval, against full depth</source>
        <translation>95 % 区間（全深度との差）</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingView</name>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Agreement %1 · NLL %2 · KL %3 (nats per token)</source>
        <translation>一致率 %1 · NLL %2 · KL %3（nats/トークン）</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>3 つすべて</translation>
    </message>
    <message>
        <source>Export the operating curve</source>
        <translation>動作曲線を書き出す</translation>
    </message>
    <message>
        <source>Full depth is not recorded: agreement and KL compare with the deepest loop that each token ran.</source>
        <translation>全深度は記録されていません。一致率と KL は各トークンが実行した最深ループと比較します。</translation>
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
        <translation>後続が記録されたトークンがないため、NLL はありません。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>動作曲線</translation>
    </message>
    <message>
        <source>Operating curve; arrow keys move the exit threshold q</source>
        <translation>動作曲線。矢印キーで終了しきい値 q を動かします</translation>
    </message>
    <message>
        <source>Quality shown against depth</source>
        <translation>深さに対して表示する品質</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>トレースを読み込み中...</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token, %3 a generated token.</source>
        <translation>実際の実行（KV ポリシー %1）：トークンあたり %2 ループ、生成トークンあたり %3。</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token.</source>
        <translation>実際の実行（KV ポリシー %1）：トークンあたり %2 ループ。</translation>
    </message>
    <message>
        <source>q %1 · read at loop %2 of %3 on average · theoretical saving %4 loops a token</source>
        <translation>q %1 · 平均してループ %2 / %3 で読み取り · 理論上トークンあたり %4 ループ節約</translation>
    </message>
</context>
<context>
    <name>ouroscope::OrbitFigure</name>
    <message>
        <source>PC %1 (%2 % of the variance)</source>
        <translation>PC %1（分散の %2 %）</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>ループ %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::OwnText</name>
    <message>
        <source>Take: count on</source>
        <translation>Take：計算を続ける</translation>
    </message>
    <message>
        <source>Cups: follow the ball</source>
        <translation>カップ：ボールを追う</translation>
    </message>
    <message>
        <source>Facts: who is who</source>
        <translation>事実：だれがだれ</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>かっこ</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>曜日</translation>
    </message>
    <message>
        <source>Opposites</source>
        <translation>反対語</translation>
    </message>
    <message>
        <source>A story</source>
        <translation>物語</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Open the puzzle model</source>
        <translation>パズルモデルを開く</translation>
    </message>
    <message>
        <source>Get the language demo...</source>
        <translation>言語デモを取得...</translation>
    </message>
    <message>
        <source>A game of the puzzle model, or a text</source>
        <translation>パズルモデルのゲーム、または文</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>文を入力</translation>
    </message>
    <message>
        <source>Steps: </source>
        <translation>手順：</translation>
    </message>
    <message>
        <source>Steps of the puzzle</source>
        <translation>パズルの手順</translation>
    </message>
    <message>
        <source>Type the beginning of a text, then Enter</source>
        <translation>文の始めを入力して Enter</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>自分の文</translation>
    </message>
    <message>
        <source>A game of the puzzle model as slots to fill, or a text typed freely</source>
        <translation>欄を埋めるパズルモデルのゲーム、または自由な文</translation>
    </message>
    <message>
        <source>How many steps the puzzle has: more steps need more loops</source>
        <translation>パズルの手順の数。多いほど多くのループが要ります</translation>
    </message>
    <message>
        <source>What the model reads; it then says the next word</source>
        <translation>モデルが読む文。次の語を答えます</translation>
    </message>
    <message>
        <source>Says what would be fetched, how large it is and under which licence</source>
        <translation>何を取得するか、その大きさとライセンスを示します</translation>
    </message>
    <message>
        <source>No model is open. The puzzle model comes with the program; one that writes English is fetched when you ask for it. A model folder of your own is opened in the File menu.</source>
        <translation>モデルが開いていません。パズルモデルは付属しています。英語を書くモデルは必要なときに取得します。自分のモデルフォルダーは「ファイル」メニューで開きます。</translation>
    </message>
    <message>
        <source>Runs this text with %1 and records every loop</source>
        <translation>この文を %1 で実行し、すべてのループを記録します</translation>
    </message>
    <message>
        <source>Runs this text and records every loop</source>
        <translation>この文を実行し、すべてのループを記録します</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>欄 %1</translation>
    </message>
    <message>
        <source>What stands here in the puzzle</source>
        <translation>パズルのここに入るもの</translation>
    </message>
    <message>
        <source>Opens the small model that comes with the program; it knows seven games</source>
        <translation>付属の小さなモデルを開きます。7 つのゲームを知っています</translation>
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
        <translation>カラーマップ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of panels</source>
        <translation>パネルの列数</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Gap between panels</source>
        <translation>パネルの間隔</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>線の太さ</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>線</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Panel letters</source>
        <translation>パネルの文字</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Resolution of a PNG</source>
        <translation>PNG の解像度</translation>
    </message>
    <message>
        <source>SVG text</source>
        <translation>SVG の文字</translation>
    </message>
    <message>
        <source>Same colour limits for equal measures</source>
        <translation>同じ指標では色の範囲を共通にする</translation>
    </message>
    <message>
        <source>Same limits, one bar</source>
        <translation>共通の範囲、1 本のバー</translation>
    </message>
    <message>
        <source>Sans (DejaVu Sans)</source>
        <translation>ゴシック (DejaVu Sans)</translation>
    </message>
    <message>
        <source>Serif (Times or similar)</source>
        <translation>明朝 (Times など)</translation>
    </message>
    <message>
        <source>Text of an SVG</source>
        <translation>SVG の文字</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>書体</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>in</source>
        <translation>インチ</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>アウトライン</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
</context>
<context>
    <name>ouroscope::PanelControls</name>
    <message>
        <source>%1: %2</source>
        <extracomment>kind of figure: what it shows</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a figure of what the window shows now</source>
        <translation>現在の表示を図として追加</translation>
    </message>
    <message>
        <source>Exit line</source>
        <translation>終了線</translation>
    </message>
    <message>
        <source>First token of the panel</source>
        <translation>パネルの最初のトークン</translation>
    </message>
    <message>
        <source>Last token of the panel</source>
        <translation>パネルの最後のトークン</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>対数確率</translation>
    </message>
    <message>
        <source>Measure of the panel</source>
        <translation>パネルの指標</translation>
    </message>
    <message>
        <source>Move the chosen panel back</source>
        <translation>選んだパネルを後ろへ</translation>
    </message>
    <message>
        <source>Move the chosen panel forward</source>
        <translation>選んだパネルを前へ</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>Panels of the page</source>
        <translation>ページのパネル</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove the chosen panel</source>
        <translation>選んだパネルを削除</translation>
    </message>
    <message>
        <source>Set the chosen panel to what the window shows now</source>
        <translation>選んだパネルを現在の表示に合わせる</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>表示内容</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換え</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>トークンを縦に</translation>
    </message>
    <message>
        <source>Corpus: %1</source>
        <extracomment>panel of a page, of the open corpus</extracomment>
        <translation>コーパス: %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::PassLane</name>
    <message>
        <source>One pass through the layers</source>
        <translation>層を 1 回だけ通る</translation>
    </message>
    <message>
        <source>One pass says “%1”, %2</source>
        <translation>1 回だけなら「%1」、%2</translation>
    </message>
</context>
<context>
    <name>ouroscope::PromptOptions</name>
    <message>
        <source>go on with the shown conversation</source>
        <translation>表示中の会話を続ける</translation>
    </message>
    <message>
        <source>special tokens are words</source>
        <translation>特殊トークンを単語として扱う</translation>
    </message>
    <message>
        <source>no beginning-of-text token</source>
        <translation>テキスト先頭トークンなし</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>トークン ID</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>モデル自身のもの</translation>
    </message>
    <message>
        <source>none</source>
        <comment>system turn</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>this text:</source>
        <translation>次のテキスト:</translation>
    </message>
    <message>
        <source>as the model&apos;s template</source>
        <translation>モデルのテンプレートのとおり</translation>
    </message>
    <message>
        <source>think</source>
        <translation>考える</translation>
    </message>
    <message>
        <source>do not think</source>
        <translation>考えない</translation>
    </message>
    <message>
        <source>Send the prompt as</source>
        <translation>プロンプトの送り方</translation>
    </message>
    <message>
        <source>System turn</source>
        <translation>システムターン</translation>
    </message>
    <message>
        <source>Text of the system turn</source>
        <translation>システムターンのテキスト</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>The tokenizer of this model has no marks of turns.</source>
        <translation>このモデルのトークナイザーにはターンの目印がありません。</translation>
    </message>
    <message>
        <source>For a prompt that is sent as chat.</source>
        <translation>チャットとして送るプロンプト用です。</translation>
    </message>
    <message>
        <source>go on with the shown conversation (turn %1)</source>
        <translation>表示中の会話を続ける (ターン %1)</translation>
    </message>
    <message>
        <source>What is shown is no conversation with an answer: a new one begins.</source>
        <translation>表示中のものは回答のある会話ではないため、新しい会話が始まります。</translation>
    </message>
    <message>
        <source>The prompt is its next turn, after all turns and answers so far</source>
        <translation>プロンプトは、これまでのすべてのターンと回答に続く次のターンになります</translation>
    </message>
    <message>
        <source>A conversation that goes on keeps its system turn.</source>
        <translation>続ける会話はシステムターンを保ちます。</translation>
    </message>
    <message>
        <source>The model&apos;s template writes no system turn of its own.</source>
        <translation>モデルのテンプレートは独自のシステムターンを書きません。</translation>
    </message>
    <message>
        <source>The model&apos;s template writes: %1</source>
        <translation>モデルのテンプレートが書くもの: %1</translation>
    </message>
    <message>
        <source>What the template writes with and without enable_thinking; where it does not know that word, “think” opens a &lt;think&gt; block</source>
        <translation>テンプレートが enable_thinking の有無で書くもの。テンプレートがその語を知らない場合、「考える」は &lt;think&gt; ブロックを開きます</translation>
    </message>
    <message>
        <source>Token ids have no special words.</source>
        <translation>トークン ID に特殊な語はありません。</translation>
    </message>
    <message>
        <source>Special tokens that are written out in the prompt are the words that they are written with</source>
        <translation>プロンプトに書かれた特殊トークンを、書かれたとおりの単語として扱います</translation>
    </message>
    <message>
        <source>For a prompt that is sent as text.</source>
        <translation>テキストとして送るプロンプト用です。</translation>
    </message>
    <message>
        <source>This model expects no token before a text.</source>
        <translation>このモデルはテキストの前にトークンを必要としません。</translation>
    </message>
    <message>
        <source>Leaves out what this model expects before a text</source>
        <translation>このモデルがテキストの前に求めるものを省きます</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionHead</name>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Stays where it is; the next question comes beside it</source>
        <translation>この場所に残り、次の問いは隣に開きます</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>この図の読み方</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>ページへ</translation>
    </message>
    <message>
        <source>Adds this picture to the figure page, as a panel</source>
        <translation>この図を図のページにパネルとして加えます</translation>
    </message>
    <message>
        <source>Copy or export this picture; a window of its own</source>
        <translation>この図のコピーと書き出し、独立したウィンドウ</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>What the picture says</source>
        <translation>図が示すこと</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>この図の他の操作</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>SVG としてコピー</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>PNG としてコピー</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>独立したウィンドウで</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>n = %1 tokens (few)</source>
        <translation>n = %1 トークン（少数）</translation>
    </message>
    <message>
        <source>n = %1 tokens</source>
        <translation>n = %1 トークン</translation>
    </message>
    <message>
        <source>Fewer than %1 tokens: chance alone can make such a picture. Open a longer text, or a corpus.</source>
        <translation>%1 トークン未満です。偶然だけでもこのような図になります。より長いテキストを開いてください。</translation>
    </message>
    <message>
        <source>There is no picture here to copy yet.</source>
        <translation>まだコピーできる図がありません。</translation>
    </message>
    <message>
        <source>Drag it onto “Paper” to add this picture to the page</source>
        <translation>「用紙」へドラッグすると、この図をページに加えます</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionRail</name>
    <message>
        <source>Questions</source>
        <translation>問い</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunDesk</name>
    <message>
        <source>Branching</source>
        <translation>分岐中</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 を読み込み中</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>モデルフォルダを開く</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>There is no model loaded: open a model folder first (File menu).</source>
        <translation>モデルが読み込まれていません。先にモデルフォルダを開いてください（ファイルメニュー）。</translation>
    </message>
    <message>
        <source>The examples of this model are not offered: %1</source>
        <translation>このモデルの例は提示されません: %1</translation>
    </message>
    <message>
        <source>There is no trace to run again: run a prompt first.</source>
        <translation>再実行するトレースがありません。先にプロンプトを実行してください。</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>再実行中</translation>
    </message>
    <message>
        <source>This text is longer than the %L1 positions that the model was made for: what comes after token %L1 is beyond its training.</source>
        <translation>この本文はモデルが想定する %L1 位置より長く、トークン %L1 より後は学習範囲の外です。</translation>
    </message>
    <message>
        <source>%1 and gate “%2”</source>
        <comment>bf16 and gate</comment>
        <translation>%1 とゲート「%2」</translation>
    </message>
    <message>
        <source>The model was opened again in %1, as this record was made.</source>
        <translation>この記録が作られたときと同じ %1 でモデルを開き直しました。</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3 looped (%4)</source>
        <comment>bf16</comment>
        <translation>%1、層 %2 ～ %3 をループ (%4)</translation>
    </message>
    <message>
        <source>Links out of the model folder</source>
        <translation>モデルフォルダーの外へのリンク</translation>
    </message>
    <message>
        <source>%1 is a link that leaves the model folder, to %2.</source>
        <translation>%1 はモデルフォルダーの外の %2 へのリンクです。</translation>
    </message>
    <message>
        <source>Follow the links out of this folder? What they lead to is read as part of the model.</source>
        <translation>このフォルダーの外へのリンクをたどりますか？リンク先はモデルの一部として読み込まれます。</translation>
    </message>
    <message>
        <source>Follow the links</source>
        <translation>リンクをたどる</translation>
    </message>
    <message>
        <source>The model was not opened: %1 leaves its folder.</source>
        <translation>モデルは開かれませんでした。%1 はフォルダーの外へのリンクです。</translation>
    </message>
    <message>
        <source>This run was made with another model than the one that is open: open that model first.</source>
        <translation>この実行は、開いているものとは別のモデルで作られました。先にそのモデルを開いてください。</translation>
    </message>
    <message>
        <source>one plain pass</source>
        <translation>通常の 1 回通し</translation>
    </message>
    <message>
        <source>layers %1 looped</source>
        <translation>層 %1 をループ</translation>
    </message>
    <message>
        <source>Running beside</source>
        <translation>並べて実行中</translation>
    </message>
    <message>
        <source>Model to run the text on</source>
        <translation>テキストを実行するモデル</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run already: show the untouched run, and sweep that.</source>
        <translation>この実行のループ内ではすでに何かが変えられています。変更前の実行を表示して走査してください。</translation>
    </message>
    <message>
        <source>The run whose states are to be put in is not open.</source>
        <translation>状態を取り出す実行が開かれていません。</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>走査中</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>走査：%1</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunList</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Drop a run on another to compare the two</source>
        <translation>実行を別の実行に重ねると 2 つを比べます</translation>
    </message>
    <message>
        <source>This file is away: click to look for it again.
%1</source>
        <translation>このファイルはありません。クリックするともう一度探します。
%1</translation>
    </message>
    <message>
        <source>A run that is not saved (the session keeps it)</source>
        <translation>未保存の実行結果（セッションが保持します）</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <comment>on average</comment>
        <translation>%2 中ループ %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Compare with the shown run</source>
        <translation>表示中の実行と比べる</translation>
    </message>
    <message>
        <source>Save trace...</source>
        <translation>トレースを保存...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunOptions</name>
    <message>
        <source>word, #123</source>
        <translation>単語, #123</translation>
    </message>
    <message>
        <source>Their probability and rank are kept at every loop; #123 is a token id</source>
        <translation>確率と順位をすべてのループで記録します。#123 はトークン ID です</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Drafts tokens with fewer loops and verifies them together: the same text and record</source>
        <translation>少ないループでトークンを下書きし、まとめて検証します。テキストと記録は同じです</translation>
    </message>
    <message>
        <source>Words to track</source>
        <translation>追跡する単語</translation>
    </message>
    <message>
        <source>Words kept per loop</source>
        <translation>ループごとに残す単語数</translation>
    </message>
    <message>
        <source>Loops to draft with</source>
        <translation>下書きに使うループ数</translation>
    </message>
    <message>
        <source>Tokens per draft</source>
        <translation>下書きごとのトークン数</translation>
    </message>
    <message>
        <source>Generation stops after one of these too, each one token; #123 is a token id</source>
        <translation>これらの後でも生成を終えます。それぞれ 1 トークンで、#123 はトークン ID です</translation>
    </message>
    <message>
        <source>at the model&apos;s own stop tokens</source>
        <translation>モデル自身の停止トークンで</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>モデルの最大コンテキストで</translation>
    </message>
    <message>
        <source>The loops of this model start from noise, which is a function of this seed</source>
        <translation>このモデルのループはノイズから始まり、ノイズはこのシードで決まります</translation>
    </message>
    <message>
        <source>The end of the text, and in a conversation the end of the turn; without it a run has all the tokens that are asked for</source>
        <translation>テキストの終わり、会話ではターンの終わり。これがないと、求められたトークンをすべて生成します</translation>
    </message>
    <message>
        <source>Without it a run goes on beyond what the model was made for</source>
        <translation>これがないと、モデルの想定を超えて実行が続きます</translation>
    </message>
    <message>
        <source>and at</source>
        <translation>さらに</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>開始のシード</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>The run ends</source>
        <translation>実行の終わり</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>実行の方法</translation>
    </message>
    <message>
        <source>Tokens stop by</source>
        <translation>トークンを止めるもの</translation>
    </message>
    <message>
        <source>Keep also:</source>
        <translation>併せて記録：</translation>
    </message>
</context>
<context>
    <name>ouroscope::SessionKeeper</name>
    <message>
        <source>Bringing the last session back ended the program twice, so it was set aside in %1.</source>
        <translation>前回のセッションの復元中に 2 回終了したため、%1 に移しました。</translation>
    </message>
    <message>
        <source>The session cannot be kept: the folder %1 cannot be written. Save runs by hand.</source>
        <translation>セッションを保持できません。フォルダ %1 に書き込めません。実行結果は手動で保存してください。</translation>
    </message>
    <message>
        <source>The session could not be kept: %1</source>
        <translation>セッションを保持できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripCanvas</name>
    <message>
        <source>Exit loop %1</source>
        <translation>終了ループ %1</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: %3 %4</source>
        <comment>loop; measure: value unit</comment>
        <translation>終了ループ %1、%2：%3 %4</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: not in the record</source>
        <translation>終了ループ %1、%2：記録にありません</translation>
    </message>
    <message>
        <source>Expected depth %1; best next word there: “%2”</source>
        <translation>期待深さ %1、そこでの最上位の次語：「%2」</translation>
    </message>
    <message>
        <source>Token %1 of %2 “%3”, %4</source>
        <translation>トークン %1 / %2「%3」、%4</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation>トークン %1「%2」</translation>
    </message>
    <message>
        <source>Token %1 “%2”, generated</source>
        <translation>トークン %1「%2」、生成</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Before it the tokenizer left out %1</source>
        <translation>この前でトークナイザーが %1 を省きました</translation>
    </message>
    <message>
        <source>After it the tokenizer left out %1</source>
        <translation>この後でトークナイザーが %1 を省きました</translation>
    </message>
    <message>
        <source>Text with the depth of every word</source>
        <translation>各単語の深さを添えたテキスト</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2 (trained with %3)</source>
        <translation>許すループ: %1 / %2（学習時は %3）</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>許すループ: %1 / %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripView</name>
    <message>
        <source>Copy as table</source>
        <translation>表としてコピー</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>テキストをコピー</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>検索...</translation>
    </message>
    <message>
        <source>Show spaces</source>
        <translation>空白を表示</translation>
    </message>
    <message>
        <source>How sure the gate must be</source>
        <translation>ゲートに求める確かさ</translation>
    </message>
    <message>
        <source>No exit gate</source>
        <translation>出口ゲートなし</translation>
    </message>
    <message>
        <source>How sure: %1</source>
        <translation>確かさ: %1</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>SVG としてコピー</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>PNG としてコピー</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>例を表示</translation>
    </message>
    <message>
        <source>A recorded text of a small language model; nothing is fetched</source>
        <translation>小さな言語モデルの記録済みの文。何も取得しません</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>トレースを開く…</translation>
    </message>
    <message>
        <source>A record that was kept in a file</source>
        <translation>ファイルに保存された記録</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>モデルを開く…</translation>
    </message>
    <message>
        <source>A folder with a model, to run texts of one’s own</source>
        <translation>自分の文を実行するためのモデルのフォルダー</translation>
    </message>
    <message>
        <source>Type a prompt and press Run, or open a trace.</source>
        <translation>プロンプトを入力して「実行」を押すか、トレースを開いてください。</translation>
    </message>
    <message>
        <source>Nothing is open yet: look at an example, or open a trace or a model.</source>
        <translation>まだ何も開かれていません。例を見るか、トレースまたはモデルを開いてください。</translation>
    </message>
</context>
<context>
    <name>ouroscope::SummaryView</name>
    <message>
        <source>%1 layers, hidden size %2, %3 words</source>
        <translation>%1 層、隠れサイズ %2、語彙 %3</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>number type, device</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 prompt, %2 generated</source>
        <translation>プロンプト %1、生成 %2</translation>
    </message>
    <message>
        <source>%1 prompt, none generated</source>
        <translation>プロンプト %1、生成なし</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2</source>
        <translation>記録 %1、学習時 %2</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2: the last are beyond training</source>
        <translation>記録 %1、学習時 %2：末尾は学習時の数を超えています</translation>
    </message>
    <message>
        <source>%1, weights SHA-256 %2…</source>
        <translation>%1、重み SHA-256 %2…</translation>
    </message>
    <message>
        <source>%1: loops after an exit were truly skipped</source>
        <translation>%1：終了後のループは実際に省略されました</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) a loop</source>
        <translation>
            <numerusform>ループごとに候補 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), read at loop %1 of %2 on average</source>
        <translation>
            <numerusform>%n トークン、平均でループ %1 / %2 で読み出し</numerusform>
        </translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>演算</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>記録済み</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>終了規則</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>作成方法</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>キーと値</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成ツール</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Not captured</source>
        <translation>未記録</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>まだ何も記録されていません。プロンプトを実行するかトレースを開いてください。</translation>
    </message>
    <message>
        <source>Nothing stands out: no token changes its best word.</source>
        <translation>目立つものはありません。最上位語が変わるトークンはありません。</translation>
    </message>
    <message>
        <source>Ouroscope %1</source>
        <translation>Ouroscope %1</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>サンプリング</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Summary of the trace</source>
        <translation>トレースの概要</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <comment>position and text</comment>
        <translation>トークン %1「%2」</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>トークナイザ</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Tracked words</source>
        <translation>追跡する単語</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>まず見るところ</translation>
    </message>
    <message numerus="yes">
        <source>changes its best word %n time(s)</source>
        <translation>
            <numerusform>最上位語が %n 回変わる</numerusform>
        </translation>
    </message>
    <message>
        <source>commits latest: at loop %1</source>
        <translation>最も遅く確定：ループ %1</translation>
    </message>
    <message>
        <source>deepest: expected depth %1</source>
        <translation>最も深い：期待深さ %1</translation>
    </message>
    <message>
        <source>first loop whose cumulative exit probability reaches %1; the last takes the rest</source>
        <translation>累積終了確率が %1 に達する最初のループ。最後のループが残りを受け持ちます</translation>
    </message>
    <message>
        <source>full: every loop was run, an exit only chooses which is read</source>
        <translation>full：全ループを実行し、終了は読み出すループを選ぶだけです</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>貪欲法</translation>
    </message>
    <message>
        <source>had the next word right and lost it: %1 nats</source>
        <translation>次の単語が正解だったのに失った：%1 nats</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>隠れ状態</translation>
    </message>
    <message>
        <source>layers within loops</source>
        <translation>ループ内の層</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>ロジット</translation>
    </message>
    <message>
        <source>most changed by the last loop: KL %1 nats</source>
        <translation>最終ループで最も変化：KL %1 nats</translation>
    </message>
    <message>
        <source>none: read at the last loop</source>
        <translation>なし：最終ループで読み出し</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, seed %3</source>
        <translation>温度 %1、top-p %2、シード %3</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>モデル自身</translation>
    </message>
    <message>
        <source>The run was %1.</source>
        <comment>stopped after 3 of 5 tokens</comment>
        <translation>実行は%1しました。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>longer than the %1 positions that the model was made for: what comes after token %1 is beyond its training</source>
        <translation>モデルが想定する %1 位置より長く、トークン %1 より後は学習範囲の外です</translation>
    </message>
    <message>
        <source>Not numbers</source>
        <translation>数でない値</translation>
    </message>
    <message>
        <source>none: this model has no exit gate</source>
        <translation>なし。このモデルには出口ゲートがありません</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>層の数値</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>層の類似度</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>ヘッドの注意</translation>
    </message>
    <message>
        <source>states of layers %1</source>
        <translation>層 %1 の状態</translation>
    </message>
</context>
<context>
    <name>ouroscope::SweepView</name>
    <message>
        <source>Sweep</source>
        <translation>走査</translation>
    </message>
    <message>
        <source>What the change does at every loop and place; arrow keys choose a cell</source>
        <translation>各ループ・各場所での変更の効果。矢印キーでセルを選びます</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>色の意味</translation>
    </message>
    <message>
        <source>change of log p</source>
        <translation>log p の変化</translation>
    </message>
    <message>
        <source>KL to the untouched run</source>
        <translation>変更前の実行との KL</translation>
    </message>
    <message>
        <source>There is no map of this run yet. Choose a change and press Sweep: the map comes as a run of its own.</source>
        <translation>この実行の地図はまだありません。変更を選んで「走査」を押すと、地図が別の実行として現れます。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>まだ何も記録されていません。プロンプトを実行するかトレースを開いてください。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Layers: after each layer of each loop. Tokens: each token at the end of each loop</source>
        <translation>層：各ループの各層の後。トークン：各ループの終わりの各トークン</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>何を変えるか</translation>
    </message>
    <message>
        <source>scale the state</source>
        <translation>状態を拡大縮小</translation>
    </message>
    <message>
        <source>blur the state with noise</source>
        <translation>状態に雑音を加える</translation>
    </message>
    <message>
        <source>put in the state of another run</source>
        <translation>別の実行の状態を入れる</translation>
    </message>
    <message>
        <source>skip the layer</source>
        <translation>層を飛ばす</translation>
    </message>
    <message>
        <source>skip the loop</source>
        <translation>ループを飛ばす</translation>
    </message>
    <message>
        <source>repeat the loop</source>
        <translation>ループを繰り返す</translation>
    </message>
    <message>
        <source>What is done at one place of each run; all else stays as it was</source>
        <translation>各実行の 1 か所で行うこと。他はそのままです</translation>
    </message>
    <message>
        <source>The factor of the state (0 removes it), or the size of the noise</source>
        <translation>状態の倍率（0 で除去）、または雑音の大きさ</translation>
    </message>
    <message>
        <source>Its prompt is run, too: a token gets the state of the token that is as far from the end</source>
        <translation>そのプロンプトも実行します。トークンには、末尾から同じ距離にあるトークンの状態が入ります</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all（すべて）または 1 からのトークン番号：5、2-4、2-（最後まで）、1+4-6</translation>
    </message>
    <message>
        <source>The word after this token is asked; tokens after it are not run</source>
        <translation>このトークンの次の語を調べます。以降のトークンは実行しません</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>最良の語</translation>
    </message>
    <message>
        <source>Whose probability is asked; #123 is a token id; empty: the best word of the untouched run</source>
        <translation>確率を調べる語。#123 はトークン ID。空欄なら変更前の実行の最良の語</translation>
    </message>
    <message>
        <source>by</source>
        <translation>量</translation>
    </message>
    <message>
        <source>of</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>対象トークン</translation>
    </message>
    <message>
        <source>At every loop and</source>
        <translation>各ループと</translation>
    </message>
    <message>
        <source>answer after token</source>
        <translation>答えの直前のトークン</translation>
    </message>
    <message>
        <source>word</source>
        <translation>語</translation>
    </message>
    <message>
        <source>Runs the text once for every cell; the window goes on</source>
        <translation>セルごとにテキストを 1 回実行します。ウィンドウはそのまま使えます</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>先にモデルを開いてください（ファイル メニュー）</translation>
    </message>
    <message>
        <source>no other run is open</source>
        <translation>他に開いている実行はありません</translation>
    </message>
    <message>
        <source>Run the other prompt first: the states of open runs can be put in.</source>
        <translation>先にもう一方のプロンプトを実行してください。開いている実行の状態を入れられます。</translation>
    </message>
    <message>
        <source>As a command: %1</source>
        <translation>コマンドでは：%1</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>Change of log p (nats)</source>
        <translation>log p の変化 (nat)</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>セルを指すと読めます。</translation>
    </message>
    <message>
        <source>Loop %1, token %2 “%3”</source>
        <translation>ループ %1、トークン %2「%3」</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>ループ %1、層 %2</translation>
    </message>
    <message>
        <source>%1: log p of “%2” changes by %3 nats, KL %4 nats; it then says “%5”.</source>
        <comment>place, word, numbers, word</comment>
        <translation>%1：「%2」の log p が %3 nat 変化、KL %4 nat。そのとき「%5」と言います。</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachGate</name>
    <message>
        <source>Probability of having stopped, loop by loop</source>
        <translation>停止済みの確率（ループごと）</translation>
    </message>
    <message>
        <source>Stopped by loop %1 with probability %2, threshold %3</source>
        <translation>ループ %1 までに停止した確率 %2、しきい値 %3</translation>
    </message>
    <message>
        <source>Stopped by now (hatched: what was left)</source>
        <translation>ここまでに停止（斜線：残り）</translation>
    </message>
    <message>
        <source>Stopped by now, loop by loop</source>
        <translation>ここまでに停止（ループごと）</translation>
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
        <translation>ループ 1：状態が層を通り、前のトークンを見ます。ここでは両方のレーンが同じことをします。</translation>
    </message>
    <message>
        <source>Loop %1: the same layers once more, now with what the loop before worked out.</source>
        <translation>ループ %1：同じ層をもう一度通ります。今度は前のループの結果を使います。</translation>
    </message>
    <message>
        <source>One pass is over and says “%1”.</source>
        <translation>1 回だけのレーンは終わり、「%1」と言います。</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>このモデルにはゲートがありません。ループの回数は前もって決まっています。</translation>
    </message>
    <message>
        <source>The last loop: everything that did not stop earlier stops here.</source>
        <translation>最終ループ：まだ停止していないものはここで停止します。</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. That reaches the threshold, so the model stops here.</source>
        <translation>ゲート：停止済みの確率 %1。しきい値に達したので、ここで停止します。</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. Not enough, so another loop.</source>
        <translation>ゲート：停止済みの確率 %1。まだ足りないので、もう 1 ループ。</translation>
    </message>
    <message>
        <source>The gate would have stopped before: a look at what more loops would say.</source>
        <translation>ゲートは既に停止しているはずです。ループを増やした場合を見てみます。</translation>
    </message>
    <message>
        <source>The head reads the answer: “%1”, %2 %.</source>
        <translation>出力層が答えを読み出します：「%1」、%2 %。</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %: another word than a loop before.</source>
        <translation>今読み出すと「%1」、%2 %。前のループとは別の単語です。</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %.</source>
        <translation>今読み出すと「%1」、%2 % です。</translation>
    </message>
    <message>
        <source>The token “%1” enters the loop as a vector. Space plays, the arrows step.</source>
        <translation>トークン「%1」がベクトルとしてループに入ります。Space で再生、矢印で 1 段ずつ進みます。</translation>
    </message>
    <message>
        <source>The state is brought back to its usual length: from here the next loop starts.</source>
        <translation>状態を通常の長さに戻します。次のループはここから始まります。</translation>
    </message>
    <message>
        <source>In plain words: for the model a word is a long list of numbers, its state. The dot is this list on its way.</source>
        <translation>やさしく言うと：モデルにとって語は長い数の並び（状態）です。点は、道を進むその並びです。</translation>
    </message>
    <message>
        <source>In plain words: it looks back at the words before and works something out.</source>
        <translation>やさしく言うと：前の語を振り返り、何かを考え出します。</translation>
    </message>
    <message>
        <source>In plain words: it thinks it over once more. Between the loops no word is written: this thinking is silent.</source>
        <translation>やさしく言うと：もう一度考え直します。ループの間に語は書かれません。この思考は無言です。</translation>
    </message>
    <message>
        <source>In plain words: all numbers are made larger or smaller together, so that every round begins alike.</source>
        <translation>やさしく言うと：すべての数をまとめて大きくしたり小さくしたりして、どの周も同じように始まるようにします。</translation>
    </message>
    <message>
        <source>In plain words: nothing asks whether it is enough.</source>
        <translation>やさしく言うと：十分かどうかを尋ねるものはありません。</translation>
    </message>
    <message>
        <source>In plain words: the numbers are turned into words. The best one is what the model would write if it stopped now.</source>
        <translation>やさしく言うと：数が語に変わります。いちばんの語が、今止まればモデルが書く語です。</translation>
    </message>
    <message numerus="yes">
        <source>The model: %1, a small language model. %n layer(s) in its middle are used again and again; those before and after are used once.</source>
        <translation>
            <numerusform>モデル：%1、小さな言語モデルです。中ほどの %n 層を繰り返し使い、その前後の層は 1 回だけ使います。</numerusform>
        </translation>
    </message>
    <message>
        <source>In plain words: a small switch asks “Enough?”. Its answer λ goes from 0 (go on) to 1 (stop); the bar adds the rounds up.</source>
        <translation>やさしく言うと：小さなスイッチが「もう十分？」と尋ねます。答え λ は 0（続ける）から 1（止める）まで。バーは各周を足し合わせます。</translation>
    </message>
    <message>
        <source>The puzzle model: following people through a text is what it has not learned, so what it says here is a guess.</source>
        <translation>パズルモデル：文の中の人を追うことは学んでいないので、ここでの答えは当て推量です。</translation>
    </message>
    <message>
        <source>The puzzle model: it knows these seven games and nothing else; of every number it works with the last digit only.</source>
        <translation>パズルモデル：この 7 つのゲームしか知りません。数は最後の桁だけで計算します。</translation>
    </message>
    <message>
        <source>The puzzle model: this text is none of its seven games, so what it says of it means nothing.</source>
        <translation>パズルモデル：この文は 7 つのゲームのどれでもないので、その答えに意味はありません。</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachText</name>
    <message>
        <source>The text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Token %1 is selected</source>
        <translation>トークン %1 を選択中</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachView</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 層</numerusform>
        </translation>
    </message>
    <message>
        <source>After loop %1 the model would say</source>
        <translation>ループ %1 の後のモデルの出力</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Choose an example, or take the tour.</source>
        <translation>例を選ぶか、ツアーを始めてください。</translation>
    </message>
    <message>
        <source>Every loop has an answer</source>
        <translation>どのループにも答えがあります</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Exit threshold q</source>
        <translation>終了しきい値 q</translation>
    </message>
    <message>
        <source>Guess first</source>
        <translation>先に予想</translation>
    </message>
    <message>
        <source>Guess, or press Space to see.</source>
        <translation>予想するか、Space で表示します。</translation>
    </message>
    <message>
        <source>In the text “%1” follows.</source>
        <translation>テキストでは「%1」が続きます。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Next station (right arrow)</source>
        <translation>次の地点（右矢印）</translation>
    </message>
    <message>
        <source>Nothing read out yet</source>
        <translation>まだ読み出していません</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>あなたの番</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Play and pause (Space)</source>
        <translation>再生と一時停止 (Space)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Previous station (left arrow)</source>
        <translation>前の地点（左矢印）</translation>
    </message>
    <message>
        <source>Recorded example</source>
        <translation>記録済みの例</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>見せて</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>ツアーを始める</translation>
    </message>
    <message>
        <source>The gate decides when it is enough</source>
        <translation>いつ十分かはゲートが決めます</translation>
    </message>
    <message>
        <source>The threshold is yours</source>
        <translation>しきい値はあなた次第</translation>
    </message>
    <message>
        <source>Threshold q %1</source>
        <translation>しきい値 q %1</translation>
    </message>
    <message>
        <source>Which word will the model give after “%1”?</source>
        <translation>「%1」の後、モデルはどの単語を出すでしょう？</translation>
    </message>
    <message>
        <source>You guessed it: “%1”.</source>
        <translation>当たりです：「%1」。</translation>
    </message>
    <message>
        <source>You guessed “%1”, the model says “%2”.</source>
        <translation>予想は「%1」、モデルは「%2」です。</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>あなたの予想</translation>
    </message>
    <message>
        <source>or type a word, then Enter</source>
        <translation>または単語を入力して Enter</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>1 回だけ</translation>
    </message>
    <message>
        <source>Puzzle: %1</source>
        <translation>パズル：%1</translation>
    </message>
    <message numerus="yes">
        <source>Looped, up to %n time(s)</source>
        <translation>
            <numerusform>ループで、最大 %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate λ %1, stopped by now %2</source>
        <translation>ゲート λ %1、ここまでに停止 %2</translation>
    </message>
    <message>
        <source>One pass says the same.</source>
        <translation>1 回だけでも同じです。</translation>
    </message>
    <message>
        <source>One pass says “%1”, loop %2 says “%3”.</source>
        <translation>1 回だけなら「%1」、ループ %2 では「%3」です。</translation>
    </message>
    <message>
        <source>By the game&apos;s rule that is right.</source>
        <translation>ゲームの規則ではそれが正解です。</translation>
    </message>
    <message>
        <source>By the game&apos;s rule it is “%1”.</source>
        <translation>ゲームの規則では「%1」です。</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>自分の文</translation>
    </message>
    <message>
        <source>Handout...</source>
        <translation>配布資料...</translation>
    </message>
    <message>
        <source>This walk in six frames, as a sheet of paper for a class</source>
        <translation>この道のりを 6 コマにした、授業用の 1 枚</translation>
    </message>
    <message>
        <source>Run a text of your own and see it in both lanes</source>
        <translation>自分の文を実行し、両方のレーンで見る</translation>
    </message>
    <message>
        <source>Right: %1 of %2</source>
        <translation>正解：%2 回中 %1 回</translation>
    </message>
    <message>
        <source>A text is a row of pieces</source>
        <translation>文は断片の並び</translation>
    </message>
    <message>
        <source>The model reads a text piece by piece; a piece is called a token. The small digit and the colour say at which loop a piece is read. Click one to choose it.</source>
        <translation>モデルは文を断片ごとに読みます。断片をトークンと呼びます。小さな数字と色は、どのループで読むかを示します。クリックすると選べます。</translation>
    </message>
    <message>
        <source>On this side the layers are used once, and then the model has to speak: it says “%1”.</source>
        <translation>こちら側では層を 1 回だけ使い、すぐに答えなければなりません。答えは「%1」です。</translation>
    </message>
    <message>
        <source>The same layers again</source>
        <translation>同じ層をもう一度</translation>
    </message>
    <message>
        <source>On this side the same layers are used again and again, here up to %1 times. Press Space and follow the dot.</source>
        <translation>こちら側では同じ層を何度も使います。ここでは最大 %1 回です。Space を押して点を追ってください。</translation>
    </message>
    <message>
        <source>The chips keep the best word after each loop: first “%1”, from loop %2 on “%3”. Between the loops nothing is written: this thinking is silent.</source>
        <translation>札には各ループ後の最有力の語が残ります。最初は「%1」、ループ %2 からは「%3」です。ループの間には何も書かれません。この思考は無言です。</translation>
    </message>
    <message>
        <source>After each loop a small switch, the gate, says how likely it is to stop. The bar adds this up. At loop %1 it passes the line q: there the model stops. What is left at the last loop is hatched.</source>
        <translation>各ループの後、小さなスイッチ（ゲート）が止まる確率を言います。バーはそれを足し合わせます。ループ %1 で線 q を越え、モデルはそこで止まります。最後のループに残った分は斜線です。</translation>
    </message>
    <message>
        <source>Drag the handle of q all the way to the left: the model stops after loop 1 and says “%1”. Nothing is computed again: the record holds every loop.</source>
        <translation>q のつまみを左端までドラッグしてください。モデルはループ 1 の後で止まり、「%1」と言います。計算し直しはしません。記録にすべてのループがあります。</translation>
    </message>
    <message>
        <source>Guess the word before it is revealed: choose one or type it. Right guesses are counted. Afterwards take another example, or press “%1” and run one of your own.</source>
        <translation>明かされる前に語を当ててください。選ぶか入力します。正解は数えられます。その後は別の例を選ぶか、「%1」で自分の文を実行してください。</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachWords</name>
    <message>
        <source>The best next words after this loop</source>
        <translation>このループ後の上位の次語</translation>
    </message>
</context>
<context>
    <name>ouroscope::TokenLoopPlot</name>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>ループ（破線：学習時 %1）</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
</context>
<context>
    <name>ouroscope::TourOverlay</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>ツアーを終了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>ouroscope::WhatIfView</name>
    <message>
        <source>First loop</source>
        <translation>最初のループ</translation>
    </message>
    <message>
        <source>Last loop</source>
        <translation>最後のループ</translation>
    </message>
    <message>
        <source>How often more</source>
        <translation>追加の回数</translation>
    </message>
    <message>
        <source>Token whose state is taken</source>
        <translation>状態を取るトークン</translation>
    </message>
    <message>
        <source>Run with this change</source>
        <translation>この変更で実行</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>違いを見る</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>何を変えるか</translation>
    </message>
    <message>
        <source>a loop is skipped</source>
        <translation>ループを飛ばす</translation>
    </message>
    <message>
        <source>a loop is repeated</source>
        <translation>ループを繰り返す</translation>
    </message>
    <message>
        <source>a layer is skipped</source>
        <translation>層を飛ばす</translation>
    </message>
    <message>
        <source>the state is scaled</source>
        <translation>状態を拡大縮小する</translation>
    </message>
    <message>
        <source>the state is blurred with noise</source>
        <translation>状態に雑音を加える</translation>
    </message>
    <message>
        <source>the state of another token takes its place</source>
        <translation>別のトークンの状態に置き換える</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>どれだけ</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all（すべて）または 1 からのトークン番号：5、2-4、2-（最後まで）、1+4-6</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>もし</translation>
    </message>
    <message>
        <source>at loops</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>から</translation>
    </message>
    <message>
        <source>after layer</source>
        <translation>層の後</translation>
    </message>
    <message>
        <source>by</source>
        <translation>量</translation>
    </message>
    <message>
        <source>more times</source>
        <translation>追加回数</translation>
    </message>
    <message>
        <source>from token</source>
        <translation>元のトークン</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>対象トークン</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>この実行では</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>コマンドでは</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>まだ何も記録されていません。プロンプトを実行するかトレースを開いてください。</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>先にモデルを開いてください（ファイル メニュー）</translation>
    </message>
    <message>
        <source>the end of the loop</source>
        <translation>ループの終わり</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>何も変えていません</translation>
    </message>
    <message>
        <source>Runs the same text once more, with this change</source>
        <translation>この変更を加えて、同じテキストをもう一度実行します</translation>
    </message>
    <message>
        <source>As the model is</source>
        <translation>モデルのまま</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Best words without and with the change</source>
        <translation>変更前と変更後の上位語</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>「%1」の次</translation>
    </message>
</context>
</TS>

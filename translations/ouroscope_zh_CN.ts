<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AblationGroups</name>
    <message>
        <source>0.1 to 1 nats</source>
        <translation>0.1 至 1 nats</translation>
    </message>
    <message>
        <source>1 to 3 nats</source>
        <translation>1 至 3 nats</translation>
    </message>
    <message>
        <source>3 nats and more</source>
        <translation>3 nats 及以上</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>所有词元</translation>
    </message>
    <message>
        <source>Below 0.1 nats</source>
        <translation>低于 0.1 nats</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>词的后续部分</translation>
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
        <translation>提示词</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>特殊词元</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Word-initial</source>
        <translation>词首</translation>
    </message>
</context>
<context>
    <name>ControlTips</name>
    <message>
        <source>Runs the prompt with these settings</source>
        <translation>用这些设置运行提示</translation>
    </message>
    <message>
        <source>Ends what runs; what is recorded so far is kept</source>
        <translation>结束正在运行的工作；已记录的内容会保留</translation>
    </message>
    <message>
        <source>Ends this calculation</source>
        <translation>结束这项计算</translation>
    </message>
    <message>
        <source>Starts this calculation once more</source>
        <translation>重新开始这项计算</translation>
    </message>
    <message>
        <source>The text that the model reads; Ctrl+Return runs it</source>
        <translation>模型读取的文本；Ctrl+Return 运行</translation>
    </message>
    <message>
        <source>Plain text, or a conversation with the marks that the model was trained with</source>
        <translation>纯文本，或带有模型训练时所用标记的对话</translation>
    </message>
    <message>
        <source>Records the state of every loop: the map of its way needs it</source>
        <translation>记录每次循环的状态：轨迹图需要它</translation>
    </message>
    <message>
        <source>Records the layers within every loop: rungs and rows open into them</source>
        <translation>记录每次循环内的各层：梯级和行可以展开</translation>
    </message>
    <message>
        <source>Records the score of every word of the vocabulary: large files</source>
        <translation>记录词表中每个词的得分：文件很大</translation>
    </message>
    <message>
        <source>How many of the likeliest words are recorded at every loop</source>
        <translation>每次循环记录多少个最可能的词</translation>
    </message>
    <message>
        <source>How many tokens are guessed with few loops before all loops check them</source>
        <translation>先用少量循环猜测多少个词元，再由全部循环检验</translation>
    </message>
    <message>
        <source>Opens this model with these layers looped</source>
        <translation>以循环这些层的方式打开模型</translation>
    </message>
    <message>
        <source>How tokens are grouped: every group has its own gain</source>
        <translation>词元如何分组：每组有自己的增益</translation>
    </message>
    <message>
        <source>Which tokens are listed: those that change, settle, are right or get lost</source>
        <translation>列出哪些词元：改变的、稳定的、正确的或丢失的</translation>
    </message>
    <message>
        <source>For every token: the best word after each loop, and where it stays</source>
        <translation>每个词元：每次循环后的最佳词，以及在何处稳定</translation>
    </message>
    <message>
        <source>For every added loop: where the loss fell and where it rose, in nats</source>
        <translation>每增加一次循环：损失在哪里下降、在哪里上升（奈特）</translation>
    </message>
    <message>
        <source>How good a reading is: as many best words as full depth, the loss, or the distance to full depth (KL)</source>
        <translation>读取的质量：与全深度相同的最佳词、损失，或与全深度的距离 (KL)</translation>
    </message>
    <message>
        <source>What the shown run is compared with</source>
        <translation>将显示的运行与什么比较</translation>
    </message>
    <message>
        <source>How many loops a word may use in B</source>
        <translation>B 中一个词可用多少次循环</translation>
    </message>
    <message>
        <source>How sure the gate must be in B (q)</source>
        <translation>B 中门控须有多大把握 (q)</translation>
    </message>
    <message>
        <source>Which exit gate decides in B</source>
        <translation>B 中由哪个退出门控决定</translation>
    </message>
    <message>
        <source>B is read with the loops allowed, q and gate of A</source>
        <translation>B 按 A 的循环数、q 和门控读取</translation>
    </message>
    <message>
        <source>The quantity whose difference the map shows</source>
        <translation>图中显示其差异的量</translation>
    </message>
    <message>
        <source>The quantity that the colour shows</source>
        <translation>颜色所表示的量</translation>
    </message>
    <message>
        <source>Tokens below each other, words to be read without turning the head</source>
        <translation>词元上下排列，不用转头就能读</translation>
    </message>
    <message>
        <source>A line along the loop at which each token is read</source>
        <translation>沿每个词元被读取的循环画的线</translation>
    </message>
    <message>
        <source>Which part of the text the panel shows, in tokens from 1</source>
        <translation>面板显示文本的哪一部分，按从 1 数起的词元</translation>
    </message>
    <message>
        <source>The quantity that the curves follow from loop to loop</source>
        <translation>曲线逐次循环跟踪的量</translation>
    </message>
    <message>
        <source>Which two of the directions in which states differ most</source>
        <translation>状态差异最大的方向中的哪两个</translation>
    </message>
    <message>
        <source>Runs the same text again and records the states, for the map of their way</source>
        <translation>再次运行同一文本并记录状态，用于轨迹图</translation>
    </message>
    <message>
        <source>What the curves of words show: probability, its logarithm, or the place among all words</source>
        <translation>词的曲线显示什么：概率、其对数，或在所有词中的名次</translation>
    </message>
    <message>
        <source>Words whose curves are drawn, with commas between</source>
        <translation>要画曲线的词，用逗号分隔</translation>
    </message>
    <message>
        <source>Runs the same text again and records the layers within every loop</source>
        <translation>再次运行同一文本并记录每次循环内的各层</translation>
    </message>
    <message>
        <source>The words to look for in the text</source>
        <translation>要在文本中查找的词</translation>
    </message>
    <message>
        <source>How many loops the tokens to come may use</source>
        <translation>后续词元可用多少次循环</translation>
    </message>
    <message>
        <source>How sure the gate must be about the tokens to come (q)</source>
        <translation>对后续词元门控须有多大把握 (q)</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; higher values draw more freely</source>
        <translation>0 取最可能的词；数值越高抽取越自由</translation>
    </message>
    <message>
        <source>Equal seeds draw equal words</source>
        <translation>相同的种子抽取相同的词</translation>
    </message>
    <message>
        <source>What is done to the state inside the loops</source>
        <translation>在循环内对状态做什么</translation>
    </message>
    <message>
        <source>In which loops the change is made, from 1</source>
        <translation>在哪些循环中做更改，从 1 数起</translation>
    </message>
    <message>
        <source>After which layer the change is made, or at the end of the loop</source>
        <translation>在哪一层之后更改，或在循环结束时</translation>
    </message>
    <message>
        <source>How often the loop is run once more</source>
        <translation>循环再重复多少次</translation>
    </message>
    <message>
        <source>The token whose state is put in its place, from 1</source>
        <translation>用哪个词元的状态替换，从 1 数起</translation>
    </message>
    <message>
        <source>How strong the change is</source>
        <translation>更改的强度</translation>
    </message>
    <message>
        <source>Only at the selected tokens</source>
        <translation>仅限选中的词元</translation>
    </message>
    <message>
        <source>At every token of the text</source>
        <translation>文本的每个词元</translation>
    </message>
    <message>
        <source>Compares the changed run with the untouched one</source>
        <translation>将更改后的运行与未更改的比较</translation>
    </message>
    <message>
        <source>What the page shows, in words for the paper; it can be edited and copied</source>
        <translation>页面内容的论文用文字；可编辑和复制</translation>
    </message>
    <message>
        <source>The caption and the figure as LaTeX</source>
        <translation>图注和图的 LaTeX 代码</translation>
    </message>
    <message>
        <source>The caption in words</source>
        <translation>文字图注</translation>
    </message>
    <message>
        <source>The caption for LaTeX</source>
        <translation>LaTeX 图注</translation>
    </message>
    <message>
        <source>Copies these words</source>
        <translation>复制这些文字</translation>
    </message>
    <message>
        <source>The colours of loops and measures on paper</source>
        <translation>纸上循环和量的颜色</translation>
    </message>
    <message>
        <source>How many panels stand side by side</source>
        <translation>并排多少个面板</translation>
    </message>
    <message>
        <source>The room between panels</source>
        <translation>面板之间的间距</translation>
    </message>
    <message>
        <source>How panels are lettered</source>
        <translation>面板如何编号</translation>
    </message>
    <message>
        <source>Equal measures have equal colour limits in all panels</source>
        <translation>相同的量在所有面板中用相同的颜色范围</translation>
    </message>
    <message>
        <source>Takes the width that this venue prints</source>
        <translation>采用该出版处的印刷宽度</translation>
    </message>
    <message>
        <source>The size of the page as it is printed</source>
        <translation>印刷页面的尺寸</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>宽和高的单位</translation>
    </message>
    <message>
        <source>The type of all words in the figure</source>
        <translation>图中所有文字的字体和字号</translation>
    </message>
    <message>
        <source>How thick lines are, in points</source>
        <translation>线条粗细（磅）</translation>
    </message>
    <message>
        <source>Pixels an inch, of PNG files</source>
        <translation>PNG 文件每英寸像素数</translation>
    </message>
    <message>
        <source>The kind of file that is exported</source>
        <translation>导出文件的类型</translation>
    </message>
    <message>
        <source>Whether words of an SVG stay text or become outlines</source>
        <translation>SVG 中的文字保留为文本还是转为轮廓</translation>
    </message>
    <message>
        <source>Shows the page as eyes with other colour vision see it</source>
        <translation>以不同色觉的眼睛所见显示页面</translation>
    </message>
    <message>
        <source>Shows the page as large as it is printed</source>
        <translation>按印刷尺寸显示页面</translation>
    </message>
    <message>
        <source>Takes page and panels from a recipe file</source>
        <translation>从配方文件读取页面和面板</translation>
    </message>
    <message>
        <source>Keeps page and panels in a recipe file, from which equal figures can be made</source>
        <translation>将页面和面板存为配方，可再作出相同的图</translation>
    </message>
    <message>
        <source>Puts the tokens into rows under each other, so that their words can be read</source>
        <translation>将词元分成多行，使文字可读</translation>
    </message>
    <message>
        <source>Writes the page to a file</source>
        <translation>将页面写入文件</translation>
    </message>
    <message>
        <source>Another example to walk through</source>
        <translation>换一个例子逐步讲解</translation>
    </message>
    <message>
        <source>A text of one’s own; Return runs it</source>
        <translation>自己的文本；按 Return 运行</translation>
    </message>
    <message>
        <source>Hides what the model says until the class has guessed</source>
        <translation>在全班猜测之前隐藏模型的回答</translation>
    </message>
    <message>
        <source>Shows what was to be guessed</source>
        <translation>显示要猜的内容</translation>
    </message>
    <message>
        <source>Begins the walk once more</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>A guided walk through this page</source>
        <translation>本页导览</translation>
    </message>
    <message>
        <source>The stop before</source>
        <translation>上一站</translation>
    </message>
    <message>
        <source>The next stop</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>Ends the tour; it can be taken again</source>
        <translation>结束导览；可以再次进行</translation>
    </message>
    <message>
        <source>Lists the actions that have these letters</source>
        <translation>列出含这些字母的操作</translation>
    </message>
    <message>
        <source>Gives the chosen action the key that was pressed</source>
        <translation>将按下的键赋给所选操作</translation>
    </message>
    <message>
        <source>Leaves the chosen action without a key</source>
        <translation>使所选操作没有按键</translation>
    </message>
    <message>
        <source>Gives all actions the keys they came with</source>
        <translation>恢复所有操作的初始按键</translation>
    </message>
    <message>
        <source>Closes this list</source>
        <translation>关闭此列表</translation>
    </message>
    <message>
        <source>Records norms, steps and cosines of every layer without its words: quick, and small files</source>
        <translation>记录每层的范数、步长和余弦，不含词：快速且文件小</translation>
    </message>
    <message>
        <source>Records four numbers of what every head attends to, at every token, loop and layer</source>
        <translation>在每个词元、循环和层记录每个头的注意力的四个数值</translation>
    </message>
    <message>
        <source>Records the cosines of the states after all layers of all loops, in pairs</source>
        <translation>记录所有循环所有层之后状态两两之间的余弦</translation>
    </message>
</context>
<context>
    <name>DepthRibbon</name>
    <message>
        <source>all loops run</source>
        <translation>运行全部循环</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>预算 %1</translation>
    </message>
    <message>
        <source>loops skipped</source>
        <translation>跳过循环</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>q %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>ExampleTraces</name>
    <message>
        <source>A story</source>
        <translation>一个故事</translation>
    </message>
    <message>
        <source>Cups</source>
        <translation>杯子</translation>
    </message>
    <message>
        <source>Each possessive is one more step; only the last token needs the depth.</source>
        <translation>每个所有格多一步；只有最后的词元需要深度。</translation>
    </message>
    <message>
        <source>Eight operations at eight loops, twice as many as in training: do more loops help?</source>
        <translation>八步运算用八个循环，是训练时的两倍：更多循环有帮助吗？</translation>
    </message>
    <message>
        <source>Here the next word is uncertain, not hard: more loops cannot know the name.</source>
        <translation>这里下一个词是不确定而非困难：更多循环也无法知道名字。</translation>
    </message>
    <message>
        <source>Longer than trained</source>
        <translation>比训练时更长</translation>
    </message>
    <message>
        <source>One operation: is the answer there at loop 1?</source>
        <translation>一步运算：循环 1 就有答案吗？</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>Six operations: watch the best word from loop to loop.</source>
        <translation>六步运算：观察每个循环的最佳词。</translation>
    </message>
    <message>
        <source>Six steps</source>
        <translation>六步</translation>
    </message>
    <message>
        <source>The model has to follow the ball through three swaps.</source>
        <translation>模型必须在三次交换中跟踪小球。</translation>
    </message>
    <message>
        <source>Three facts</source>
        <translation>三个事实</translation>
    </message>
    <message>
        <source>A capital</source>
        <translation>首都</translation>
    </message>
    <message>
        <source>A country&apos;s name</source>
        <translation>国名</translation>
    </message>
    <message>
        <source>Lock and door</source>
        <translation>锁与门</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>A triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>One loop too many</source>
        <translation>多了一次循环</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>始终不对</translation>
    </message>
    <message>
        <source>The fox</source>
        <translation>狐狸</translation>
    </message>
    <message>
        <source>A fact out of the weights: loop 1 says “Greater”, loop 2 says “Beijing”, from loop 3 on “Tokyo”.</source>
        <translation>权重中的知识：循环 1 说“Greater”，循环 2 说“Beijing”，从循环 3 起是“Tokyo”。</translation>
    </message>
    <message>
        <source>Several countries are called so: loop 2 says “Mexico”, from loop 3 on “America”.</source>
        <translation>不止一个国家这样称呼：循环 2 说“Mexico”，从循环 3 起是“America”。</translation>
    </message>
    <message>
        <source>Every loop says “door”, and each loop is surer of it than the one before.</source>
        <translation>每个循环都说“door”，并且一次比一次更确定。</translation>
    </message>
    <message>
        <source>A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”.</source>
        <translation>继续下去的列举：循环 2 说“and”，从循环 3 起是“Thursday”。</translation>
    </message>
    <message>
        <source>The right word comes late: loop 1 says “smaller”, loop 2 says “right”, from loop 4 on “sides”.</source>
        <translation>正确的词来得晚：循环 1 说“smaller”，循环 2 说“right”，从循环 4 起是“sides”。</translation>
    </message>
    <message>
        <source>More is not always better: loop 5 says “May”, loop 6 says “and”.</source>
        <translation>并非越多越好：循环 5 说“May”，循环 6 说“and”。</translation>
    </message>
    <message>
        <source>Every loop says “five”: loops do not add what the model has not learned.</source>
        <translation>每个循环都说“five”：模型没有学过的，循环也补不上。</translation>
    </message>
    <message>
        <source>Every loop says “a” next; what follows is read where the gate stops, after 2 to 4 loops.</source>
        <translation>每个循环都说接下来是“a”；之后的词在门停止处读取，即 2 至 4 次循环之后。</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export this figure and its numbers</source>
        <translation>导出此图及其数据</translation>
    </message>
</context>
<context>
    <name>FigureKinds</name>
    <message>
        <source>Exit histogram</source>
        <translation>退出直方图</translation>
    </message>
    <message>
        <source>Pairs of loops or layers</source>
        <translation>循环或层的配对</translation>
    </message>
    <message>
        <source>Answer map</source>
        <translation>答案图</translation>
    </message>
    <message>
        <source>Comparison of two readings</source>
        <translation>两种读出的比较</translation>
    </message>
    <message>
        <source>Comparison of two traces</source>
        <translation>两条轨迹的比较</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>深度热图</translation>
    </message>
    <message>
        <source>Depth ribbon</source>
        <translation>深度带</translation>
    </message>
    <message>
        <source>Exit gate by loop</source>
        <translation>各循环的退出门控</translation>
    </message>
    <message>
        <source>Exit rules at equal depth</source>
        <translation>同等深度下的退出规则</translation>
    </message>
    <message>
        <source>Geometry over the loops</source>
        <translation>随循环的几何</translation>
    </message>
    <message>
        <source>Lens curves of a token</source>
        <translation>词元的透镜曲线</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>循环消融</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>工作曲线</translation>
    </message>
    <message>
        <source>Orbits in principal components</source>
        <translation>主成分中的轨道</translation>
    </message>
    <message>
        <source>Page of figures</source>
        <translation>多图页面</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>着色文本</translation>
    </message>
    <message>
        <source>Text with its depth</source>
        <translation>带深度的文本</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>因果图</translation>
    </message>
    <message>
        <source>Numbers of layers</source>
        <translation>各层数值</translation>
    </message>
    <message>
        <source>Loss against loops</source>
        <translation>损失随循环的变化</translation>
    </message>
    <message>
        <source>Depth by class of token</source>
        <translation>各类词元的深度</translation>
    </message>
    <message>
        <source>Accuracy by loop</source>
        <translation>各循环的准确率</translation>
    </message>
    <message>
        <source>Accuracy against mean loops</source>
        <translation>准确率与平均循环数</translation>
    </message>
    <message>
        <source>Handout of six frames</source>
        <translation>六格讲义</translation>
    </message>
</context>
<context>
    <name>FilePath</name>
    <message>
        <source>%1 has a name that is not UTF-8, and the window opens no such names: rename it first, or use ouroscope-cli.</source>
        <translation>%1 的名称不是 UTF-8，窗口无法打开这样的名称：请先重命名，或使用 ouroscope-cli。</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>One turn through the same layers; loops count from 1.</source>
        <translation>经过同一组层一次；循环从 1 计数。</translation>
    </message>
    <message>
        <source>How many loops a token may use at most: the line across the strip.</source>
        <translation>一个词元最多可用的循环数：横贯条带的线。</translation>
    </message>
    <message>
        <source>How sure the gate must be that it is enough: a token is read at the first loop by which the probability of having stopped reaches q.</source>
        <translation>门控需要多确定已经足够：在停止概率累计达到 q 的第一个循环读取词元。</translation>
    </message>
    <message>
        <source>A small switch after each loop that says how likely it is to stop there.</source>
        <translation>每次循环后的小开关，给出在此停止的可能性。</translation>
    </message>
    <message>
        <source>What the model would say next if it stopped after this loop.</source>
        <translation>如果在此循环后停止，模型接下来会说什么。</translation>
    </message>
    <message>
        <source>The long list of numbers that a token is inside the model; each loop changes it.</source>
        <translation>词元在模型内部的一长串数字；每次循环都会改变它。</translation>
    </message>
    <message>
        <source>Reading a record as if fewer loops had been allowed, without running the model again.</source>
        <translation>不再次运行模型，像只允许更少循环那样读取记录。</translation>
    </message>
    <message>
        <source>The share of tokens whose best word is the one of full depth.</source>
        <translation>最佳词与全深度相同的词元比例。</translation>
    </message>
    <message>
        <source>Minus the log-probability of the token that follows, averaged over tokens: lower is better.</source>
        <translation>后续词元对数概率的负值，对词元取平均：越低越好。</translation>
    </message>
    <message>
        <source>How far what is said of the next word is from what full depth says, averaged over tokens; 0 is no difference.</source>
        <translation>对下一个词的说法与全深度相差多远，对词元取平均；0 为无差别。</translation>
    </message>
    <message>
        <source>The best that any choice of loops could reach on this text; it knows the answers, so no rule can be it.</source>
        <translation>在此文本上任何循环选择所能达到的最好结果；它知道答案，因此没有规则能做到。</translation>
    </message>
    <message>
        <source>As many loops on average, handed out by chance: what a rule has to beat.</source>
        <translation>平均循环数相同但随机分配：规则必须胜过它。</translation>
    </message>
    <message>
        <source>How many nats a token a rule is worse than the oracle at the same mean depth.</source>
        <translation>在同等平均深度下，规则比神谕上界每词元差多少 nats。</translation>
    </message>
    <message>
        <source>The unit of information here: 1 nat is a factor of 2.7 in probability.</source>
        <translation>此处的信息单位：1 nat 相当于概率相差 2.7 倍。</translation>
    </message>
    <message>
        <source>The loop at which a token is read: the first by which the gate is as sure as q asks, or the last that is allowed.</source>
        <translation>读取词元的循环：门控达到 q 所要求确定程度的第一个循环，否则为允许的最后一个。</translation>
    </message>
    <message>
        <source>The loop at which a token would stop on average, by the gate&apos;s probabilities.</source>
        <translation>按门控概率，词元平均停止的循环。</translation>
    </message>
    <message>
        <source>How undecided the gate is about where to stop: 0 where one loop takes all of it.</source>
        <translation>门控对在何处停止的犹豫程度：全部落在一个循环时为 0。</translation>
    </message>
    <message>
        <source>The gate&apos;s own answer after a loop, from 0 (go on) to 1 (stop).</source>
        <translation>门控在一次循环后的回答，从 0（继续）到 1（停止）。</translation>
    </message>
    <message>
        <source>The probability that a token stops at exactly this loop; the last loop allowed takes what is left.</source>
        <translation>词元恰好在此循环停止的概率；允许的最后一个循环取剩余部分。</translation>
    </message>
    <message>
        <source>The probability that a token has stopped by this loop; it is compared with q.</source>
        <translation>词元到此循环为止已停止的概率；与 q 比较。</translation>
    </message>
    <message>
        <source>How undecided the model is about the next word: 0 where one word has all the probability.</source>
        <translation>模型对下一个词的犹豫程度：一个词占全部概率时为 0。</translation>
    </message>
    <message>
        <source>How likely this loop finds the token that really follows: 0 is certain, lower is less likely.</source>
        <translation>此循环认为实际后续词元的可能性：0 为确定，越低越不可能。</translation>
    </message>
    <message>
        <source>How many words this loop finds likelier than the token that really follows.</source>
        <translation>此循环认为比实际后续词元更可能的词数。</translation>
    </message>
    <message>
        <source>How far what this loop says of the next word is from what the last loop says; 0 is no difference.</source>
        <translation>此循环对下一个词的说法与最后循环相差多远；0 为无差别。</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word; 0 is no change.</source>
        <translation>此循环对下一个词的说法改变多少；0 为无改变。</translation>
    </message>
    <message>
        <source>How much this loop changes what is said of the next word, measured both ways; at most ln 2.</source>
        <translation>此循环对下一个词的说法改变多少，双向度量；最大 ln 2。</translation>
    </message>
    <message>
        <source>The length of the state before the final norm evens it out.</source>
        <translation>最终归一化之前状态的长度。</translation>
    </message>
    <message>
        <source>The length of the state that the next loop starts from.</source>
        <translation>下一循环起始状态的长度。</translation>
    </message>
    <message>
        <source>How far a loop moves the state.</source>
        <translation>一次循环使状态移动多远。</translation>
    </message>
    <message>
        <source>Whether a loop leaves the state its direction: 1 is the same direction.</source>
        <translation>循环是否保持状态方向：1 为同向。</translation>
    </message>
    <message>
        <source>1 where the best word of this loop is that of the last loop, else 0.</source>
        <translation>此循环的最佳词与最后循环相同为 1，否则为 0。</translation>
    </message>
    <message>
        <source>How far a loop moves the state, against the length of the state.</source>
        <translation>一次循环使状态移动多远，相对于状态长度。</translation>
    </message>
    <message>
        <source>The step of a loop against the mean step of this text: above 1 the state still moves.</source>
        <translation>循环步长与此文本平均步长之比：大于 1 时状态仍在移动。</translation>
    </message>
    <message>
        <source>By how many degrees a loop turns the state.</source>
        <translation>一次循环使状态转动多少度。</translation>
    </message>
    <message>
        <source>Whether two steps in a row go the same way: 1 the same way, minus 1 back again.</source>
        <translation>连续两步是否同向：1 为同向，−1 为折返。</translation>
    </message>
    <message>
        <source>The first loop that says what the last loop says.</source>
        <translation>说法与最后循环相同的第一个循环。</translation>
    </message>
    <message>
        <source>The last loop whose best word is not that of the loop before.</source>
        <translation>最佳词与前一循环不同的最后一个循环。</translation>
    </message>
    <message>
        <source>How often the best word changes from loop to loop.</source>
        <translation>最佳词在循环之间改变的次数。</translation>
    </message>
    <message>
        <source>Trained to stop where no later loop would gain enough: the usual one.</source>
        <translation>训练为在后续循环收益不足处停止：常用门控。</translation>
    </message>
    <message>
        <source>Trained as the Ouro paper does: to stop where the loss falls no more.</source>
        <translation>按 Ouro 论文训练：在损失不再下降处停止。</translation>
    </message>
    <message>
        <source>As the first stage of training left it: careful, it stops late.</source>
        <translation>训练第一阶段所得：谨慎，停止较晚。</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>调匀</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>说出一个词</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>够了吗？</translation>
    </message>
    <message>
        <source>One pass says</source>
        <translation>只过一遍说</translation>
    </message>
    <message>
        <source>Loop %1 says</source>
        <translation>第 %1 次循环说</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>按游戏规则：</translation>
    </message>
    <message>
        <source>What did the extra rounds change?</source>
        <translation>多出的几轮改变了什么？</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>这个模型没有门控：循环多少次是事先定好的。</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it stops at the last loop, %1.</source>
        <translation>每轮之后，一个小开关（门控）问：够了吗？进度条累加它的回答。这里停在最后一次循环，即第 %1 次。</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here it passes the line q at loop %1, and the model stops.</source>
        <translation>每轮之后，一个小开关（门控）问：够了吗？进度条累加它的回答。这里到第 %1 次循环越过 q 线，模型停下。</translation>
    </message>
    <message>
        <source>One pass and the loops say the same word. More rounds were not needed for it.</source>
        <translation>只过一遍和循环说的是同一个词，不需要更多轮。</translation>
    </message>
    <message>
        <source>The same text, the same layers, another answer: the rounds between changed it.</source>
        <translation>同样的文本，同样的层，不同的答案：中间的几轮改变了它。</translation>
    </message>
    <message>
        <source>How a looped model finds a word</source>
        <translation>循环模型怎样找到一个词</translation>
    </message>
    <message>
        <source>Model: %1. Name: ______________________  Date: ____________</source>
        <translation>模型：%1&#x3000;姓名：______________________&#x3000;日期：____________</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The small digit says how many loops a word took. Which word comes next? My guess: ______________</source>
        <translation>小数字表示一个词用了几次循环。下一个词是什么？我猜：______________</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>只过一遍</translation>
    </message>
    <message>
        <source>The layers are used once. Then the head turns the numbers into a word.</source>
        <translation>各层只用一遍，然后输出头把数字变成一个词。</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>The same layers again and again. Between the rounds nothing is written: this thinking is silent.</source>
        <translation>反复使用同样的层。各轮之间什么都不写：这种思考是无声的。</translation>
    </message>
    <message>
        <source>The best word after every loop</source>
        <translation>每次循环后的最佳词</translation>
    </message>
    <message>
        <source>What the model would have said after each round, and how sure it was. Bold: the round at which it is read.</source>
        <translation>每轮之后模型会说什么，有多大把握。粗体：读出的那一轮。</translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation>够了吗？</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>After every round a small switch, the gate, asks: enough? The bar adds its answers up. Here no loop after loop %1 is allowed, and it stops there.</source>
        <translation>每轮之后，一个小开关（门控）问：够了吗？进度条累加它的回答。这里不允许第 %1 次之后的循环，因此停在那里。</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>It lies in a model&apos;s folder: open that (File menu).</source>
        <translation>它在模型文件夹中：请打开该文件夹（文件菜单）。</translation>
    </message>
</context>
<context>
    <name>LanguageDemoJob</name>
    <message>
        <source>%1 does not start: %2</source>
        <translation>%1 无法启动：%2</translation>
    </message>
    <message>
        <source>The language demo was not made: the script ended without a reason.</source>
        <translation>未能生成语言演示：脚本结束时没有给出原因。</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Best word equals the last loop&apos;s</source>
        <translation>最佳词与最后循环一致</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>与前一循环的余弦</translation>
    </message>
    <message>
        <source>Cumulative exit probability</source>
        <translation>累积退出概率</translation>
    </message>
    <message>
        <source>Cumulative exit probability at the exit loop</source>
        <translation>退出循环处的累积退出概率</translation>
    </message>
    <message>
        <source>Entropy of depth</source>
        <translation>深度的熵</translation>
    </message>
    <message>
        <source>Entropy of the next word</source>
        <translation>下一个词的熵</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>退出循环</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>退出概率 p</translation>
    </message>
    <message>
        <source>Exit probability p at the exit loop</source>
        <translation>退出循环处的退出概率 p</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>期望深度</translation>
    </message>
    <message>
        <source>First commit</source>
        <translation>首次确定</translation>
    </message>
    <message>
        <source>Flips of the best word</source>
        <translation>最佳词翻转次数</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>门控 λ</translation>
    </message>
    <message>
        <source>Gate λ at the exit loop</source>
        <translation>退出循环处的门控 λ</translation>
    </message>
    <message>
        <source>KL from the last loop</source>
        <translation>与最后循环的 KL</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>与前一循环的 KL</translation>
    </message>
    <message>
        <source>Jensen–Shannon to the loop before</source>
        <translation>与前一循环的 Jensen–Shannon</translation>
    </message>
    <message>
        <source>Norm before the final norm</source>
        <translation>最终归一化前的范数</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>最后一次翻转</translation>
    </message>
    <message>
        <source>Log-probability of the next token</source>
        <translation>下一个词元的对数概率</translation>
    </message>
    <message>
        <source>State norm</source>
        <translation>状态范数</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Words ranked above the next token</source>
        <translation>排在下一个词元之前的词数</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>相对步长</translation>
    </message>
    <message>
        <source>Drift ratio</source>
        <translation>漂移比</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Cosine of successive steps</source>
        <translation>相邻步的余弦</translation>
    </message>
    <message>
        <source>Right, then lost</source>
        <translation>先正确后丢失</translation>
    </message>
    <message>
        <source>Better 0.1 nats or more at an earlier loop</source>
        <translation>较早的循环好 0.1 nats 或更多</translation>
    </message>
    <message>
        <source>Answer first at the last loop</source>
        <translation>最后一次循环才得出答案</translation>
    </message>
    <message>
        <source>Right at the last loop only</source>
        <translation>仅最后一次循环正确</translation>
    </message>
    <message>
        <source>Never right</source>
        <translation>从未正确</translation>
    </message>
    <message>
        <source>Two flips or more</source>
        <translation>翻转两次或更多</translation>
    </message>
    <message>
        <source>Any flip</source>
        <translation>有翻转</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>所有词元</translation>
    </message>
    <message>
        <source>Kind of token</source>
        <translation>词元类型</translation>
    </message>
    <message>
        <source>Prompt or generated</source>
        <translation>提示词或生成</translation>
    </message>
    <message>
        <source>Difficulty at loop 1</source>
        <translation>循环 1 处的难度</translation>
    </message>
    <message>
        <source>Difficulty at the last loop</source>
        <translation>最后一次循环处的难度</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>此记录的模型没有退出门。</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>config.json has no %1: as in the released code, it is %2.</source>
        <translation>config.json 中没有 %1：与已发布代码一致，取 %2。</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 and no use_sliding_window: as in the released code, there is no window.</source>
        <translation>config.json 有 sliding_window %1，但没有 use_sliding_window：与已发布代码一致，不使用窗口。</translation>
    </message>
    <message>
        <source>config.json has a sliding_window of %1 positions and does not say in which layers it holds: all layers see the whole text.</source>
        <translation>config.json 有 %1 个位置的 sliding_window，但没有说明用于哪些层：所有层都看到全文。</translation>
    </message>
    <message>
        <source>layer_types of config.json has %1 entries: those after the %2 layers do not count.</source>
        <translation>config.json 的 layer_types 有 %1 项：%2 层之后的项不计。</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, counted from 0: as in the released code, every token is read at loop %2, unless a run has a threshold or a budget of its own.</source>
        <translation>config.json 的 early_exit_step 为 %1（从 0 数起）：与已发布代码一致，每个词元在第 %2 个循环读取，除非运行自带阈值或预算。</translation>
    </message>
    <message>
        <source>early_exit_step of config.json is %1, which is none of the %2 loops: as in the released code, it does not count.</source>
        <translation>config.json 的 early_exit_step 为 %1，不属于 %2 个循环中的任何一个：与已发布代码一致，不计。</translation>
    </message>
    <message>
        <source>eos_token_id of config.json is -1: no token stops by it.</source>
        <translation>config.json 的 eos_token_id 为 -1：没有词元因此停止。</translation>
    </message>
    <message>
        <source>The YaRN factor is used as it is written; transformers 4 takes max_position_embeddings over original_max_position_embeddings instead, which is 1 here.</source>
        <translation>YaRN 系数按所写使用；transformers 4 改用 max_position_embeddings 与 original_max_position_embeddings 之比，此处为 1。</translation>
    </message>
    <message>
        <source>The names of the tensors have the peft library&apos;s &quot;base_model.model.&quot; in front, which is left out.</source>
        <translation>张量名称前带有 peft 库的“base_model.model.”，读取时省略。</translation>
    </message>
    <message>
        <source>The names of the tensors have no &quot;%1&quot; in front, as in an export of the base model.</source>
        <translation>张量名称前没有“%1”，与基础模型的导出相同。</translation>
    </message>
    <message>
        <source>model.safetensors.index.json is missing: the tensors were looked up in the shards.</source>
        <translation>缺少 model.safetensors.index.json：张量已在各分片中查找。</translation>
    </message>
    <message>
        <source>The weights have no exit gate, which models of this family have: an export has left it out. No token exits early by it.</source>
        <translation>权重中没有该系列模型应有的退出门控：导出时被省略。没有词元因它提前退出。</translation>
    </message>
    <message>
        <source>config.json asks for %1 layers, and the weights have more: the others are left out.</source>
        <translation>config.json 要求 %1 层，而权重中更多：其余的层被省略。</translation>
    </message>
    <message>
        <source>The post-processor of tokenizer.json puts special tokens behind a text, which are left out: the text goes on.</source>
        <translation>tokenizer.json 的后处理会在文本之后加特殊词元，这里省略：文本还要继续。</translation>
    </message>
    <message>
        <source>The added token %1 says id %2 but has id %3.</source>
        <translation>添加的词元 %1 标明 id 为 %2，实际为 %3。</translation>
    </message>
    <message>
        <source>The added token %1 is never found, because another one is the same once normalised.</source>
        <translation>添加的词元 %1 永远不会被找到，因为另一个词元规范化后与它相同。</translation>
    </message>
    <message>
        <source>The added token %1 has the id %2, which is %3 in tokenizer.model: it is not used.</source>
        <translation>添加的词元 %1 的 id 为 %2，而它在 tokenizer.model 中是 %3：不使用。</translation>
    </message>
    <message>
        <source>The added token %1 is given twice: the first one counts.</source>
        <translation>添加的词元 %1 出现两次：以第一个为准。</translation>
    </message>
    <message>
        <source>Added tokens are not read: %1</source>
        <translation>未读取添加的词元：%1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>未读取：%1</translation>
    </message>
    <message>
        <source>tokenizer.model is used, because tokenizer.json beside it is not read: %1</source>
        <translation>使用 tokenizer.model，因为旁边的 tokenizer.json 未能读取：%1</translation>
    </message>
    <message>
        <source>%1 names token %2 as the end of a text, which is the word &quot;%3&quot; in this tokenizer: generation does not stop there.</source>
        <translation>%1 把词元 %2 作为文本结束，而它在此分词器中是词“%3”：生成不会在此停止。</translation>
    </message>
    <message>
        <source>The folder asks for a beginning-of-text token that its tokenizer does not have: none stands before the text.</source>
        <translation>文件夹要求文本开头词元，但其分词器没有：文本之前不加词元。</translation>
    </message>
    <message>
        <source>The folder has no chat template: a base model has not been trained on conversations.</source>
        <translation>文件夹没有聊天模板：基础模型未经过对话训练。</translation>
    </message>
    <message>
        <source>The folder&apos;s own chat template is not recognised: the conversation is written as plain %1 without a default system turn.</source>
        <translation>无法识别文件夹自带的聊天模板：对话按普通的 %1 书写，不带默认系统轮次。</translation>
    </message>
    <message>
        <source>The tokenizer leaves out a character of the prompt (%1, before token %2): the model does not see it.</source>
        <translation>分词器略去了提示中的一个字符（%1，在词元 %2 之前）：模型看不到它。</translation>
    </message>
    <message>
        <source>The tokenizer leaves out %1 characters of the prompt (the first is %2, before token %3): the model does not see them.</source>
        <translation>分词器略去了提示中的 %1 个字符（第一个是 %2，在词元 %3 之前）：模型看不到它们。</translation>
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
        <translation>%1，约剩 %2 分钟</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1，约剩 %2 秒</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>第 %1 个 token，共 %2 个</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Which words went deep?</source>
        <translation>哪些词走得深？</translation>
    </message>
    <message>
        <source>A column is a token, a row is a loop. The colour is the quantity named above the map; the bar at its side says which number it is. The line runs along the loop at which each token is read. Hatched: not recorded.</source>
        <translation>列是词元，行是循环。颜色表示图上方所选的量，旁边的色条给出数值。线沿着每个词元被读取的循环。斜线：未记录。</translation>
    </message>
    <message>
        <source>Did more loops help?</source>
        <translation>更多循环有帮助吗？</translation>
    </message>
    <message>
        <source>A cell says whether the best word after that loop is the token that follows, and whether it stays. “Loop ablation” counts for every added loop where the loss of the next token fell and where it rose, in nats.</source>
        <translation>单元格表示该循环后的最佳词是否就是后面的词元，以及是否保持。“循环消融”统计每增加一次循环，下一词元的损失在哪里下降、在哪里上升，单位为 nat。</translation>
    </message>
    <message>
        <source>What do fewer loops cost?</source>
        <translation>更少循环的代价是什么？</translation>
    </message>
    <message>
        <source>To the right: loops a token on average. Upwards: how good that reading is. One curve spends loops by the gate, others give every token the same, or spend them at random; the oracle is the best that is possible. Bands are 95 % intervals over tokens.</source>
        <translation>向右：每个词元的平均循环数。向上：该读法的好坏。一条曲线按门分配循环，其他曲线对每个词元相同或随机分配；神谕是可能的最好结果。带为对词元的 95 % 区间。</translation>
    </message>
    <message>
        <source>Is the gate right?</source>
        <translation>门判断得对吗？</translation>
    </message>
    <message>
        <source>λ is the chance to stop at a loop, p where a token stops, the CDF how sure the gate is by then. Below, exit rules are compared at the same mean depth; regret is how far a rule is from the best possible, in nats a token.</source>
        <translation>λ 是在某次循环停止的概率，p 是词元停止之处，CDF 是门到此时的把握。下方在相同平均深度下比较退出规则；遗憾值是规则与可能的最好结果的差距，单位为每词元 nat。</translation>
    </message>
    <message>
        <source>How does the state move?</source>
        <translation>状态如何移动？</translation>
    </message>
    <message>
        <source>The curves show how far the hidden state of a token moves with every loop: the line is the selected token, the band the middle half of all tokens. The map shows its way in the two directions in which states differ most.</source>
        <translation>曲线显示词元的隐藏状态随每次循环移动多远：线是所选词元，带是全部词元的中间一半。图显示它在状态差异最大的两个方向上的路径。</translation>
    </message>
    <message>
        <source>What happens inside a loop?</source>
        <translation>循环内部发生了什么？</translation>
    </message>
    <message>
        <source>A row is what the model would say after that loop: its best words, the likeliest first, with their probabilities. The curves follow words from loop to loop. Where layers were recorded, a row opens into them.</source>
        <translation>一行是模型在该循环后会说的内容：最佳词按可能性排列，附概率。曲线跟随词从一次循环到下一次。若记录了各层，行可展开为各层。</translation>
    </message>
    <message>
        <source>How do two runs differ?</source>
        <translation>两次运行有何不同？</translation>
    </message>
    <message>
        <source>The map is B minus A, token by token where both have the same text. One colour is more in B, the other less, white no difference. The tables name the largest differences.</source>
        <translation>图为 B 减 A，在两者文本相同之处逐词元显示。一种颜色表示 B 更大，另一种更小，白色无差异。表格列出最大的差异。</translation>
    </message>
    <message>
        <source>What does it write next?</source>
        <translation>接下来写什么？</translation>
    </message>
    <message>
        <source>Tokens appear as they are written, in the colour of the loop at which they are read. A run can be paused, taken token by token, and left at any token; changed settings hold from there on.</source>
        <translation>词元在写出时显示，颜色为其被读取的循环。运行可以暂停、逐词元前进，也可在任一词元处分支；更改的设置从那里起生效。</translation>
    </message>
    <message>
        <source>What is this run?</source>
        <translation>这是怎样的运行？</translation>
    </message>
    <message>
        <source>How deep tokens are read, the tokens worth a look with the reason of each, and everything the record says of how it was made.</source>
        <translation>词元读取的深度、值得一看的词元及其原因，以及记录所说明的全部生成方式。</translation>
    </message>
    <message>
        <source>What if …?</source>
        <translation>如果……会怎样？</translation>
    </message>
    <message>
        <source>The same text is run once more with one change inside the loops, as a run of its own. Loops, layers and tokens count from 1. Compare then shows how it differs from the untouched one.</source>
        <translation>同一文本在循环内作一处更改后再运行一次，成为单独的运行。循环、层和词元从 1 起计。比较随后显示与未更改运行的差异。</translation>
    </message>
    <message>
        <source>What does a whole corpus say?</source>
        <translation>整个语料说明什么？</translation>
    </message>
    <message>
        <source>At the left a row is a document: how its tokens are spread over the loops, loop 1 at the left, and its numbers. At the right its documents are pooled: bands and bars are 95 % intervals over documents.</source>
        <translation>左侧每行是一个文档：其词元在各循环上的分布（循环 1 在左）及其数值。右侧将文档合并：带与误差线是文档上的 95% 区间。</translation>
    </message>
    <message>
        <source>Where does a change matter?</source>
        <translation>更改在哪里起作用？</translation>
    </message>
    <message>
        <source>A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run of its own with the change at that place alone. Its colour says what became of the answer: how its log-probability changed, or how far all words are from the untouched run, in nats.</source>
        <translation>一行是一个循环，循环 1 在最下；一列是一层或一个词元。每个单元格是只在该处作更改的单独运行。颜色表示答案的变化：其对数概率改变了多少，或所有词与未更改运行相差多远，单位 nat。</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>system (of the model&apos;s template)</source>
        <translation>系统（来自模型的模板）</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>with the prompt: no tokens were to be generated</source>
        <translation>在提示词处结束：没有要生成的词元</translation>
    </message>
    <message numerus="yes">
        <source>after the %n token(s) that were asked for</source>
        <translation>
            <numerusform>在要求的 %n 个词元之后</numerusform>
        </translation>
    </message>
    <message>
        <source>at the stop token “%1”</source>
        <translation>在停止词元“%1”处</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>在模型的最长上下文处</translation>
    </message>
    <message>
        <source>because it was stopped</source>
        <translation>因为被停止</translation>
    </message>
    <message>
        <source>because something failed</source>
        <translation>因为出错</translation>
    </message>
    <message>
        <source>not yet when this was kept: it was going on</source>
        <translation>保存时尚未结束：运行仍在进行</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1：空</translation>
    </message>
    <message>
        <source>%1: tokens %2 to %3</source>
        <translation>%1：词元 %2 至 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer begins within &lt;think&gt;</source>
        <translation>回答从 &lt;think&gt; 内开始</translation>
    </message>
    <message numerus="yes">
        <source>characters at %n place(s) of the prompt, first %1 before token %2: the model did not see them</source>
        <translation>
            <numerusform>提示词中 %n 处的字符，首先是词元 %2 之前的 %1：模型没有看到它们</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The last session could not be read (%1) and was set aside as %2. Runs that it kept are opened again.</source>
        <translation>无法读取上次会话（%1），已另存为 %2。其中保留的运行会重新打开。</translation>
    </message>
    <message>
        <source>it does not contain a session</source>
        <translation>其中没有会话</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>由更新的版本写入</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Hashing weights</source>
        <translation>正在计算权重哈希</translation>
    </message>
    <message>
        <source>Loading weights</source>
        <translation>正在加载权重</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>正在扫描</translation>
    </message>
</context>
<context>
    <name>TokenSearch</name>
    <message>
        <source>this expression takes too long on this text; make it more specific</source>
        <translation>此表达式在该文本上耗时过长；请写得更具体</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Answer dynamics</source>
        <translation>答案动态</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>深度热图</translation>
    </message>
    <message>
        <source>Figure page</source>
        <translation>图页</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>门控审查</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>Live generation</source>
        <translation>实时生成</translation>
    </message>
    <message>
        <source>Loop lens</source>
        <translation>循环透镜</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>工作曲线</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>Text and depth</source>
        <translation>文本与深度</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>语料</translation>
    </message>
    <message>
        <source>Causal map</source>
        <translation>因果图</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1（已停止）</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 tokens</source>
        <translation>在 %2 个 token 中的第 %1 个之后停止</translation>
    </message>
    <message>
        <source>stopped after %1 tokens</source>
        <translation>在 %1 个 token 之后停止</translation>
    </message>
    <message>
        <source>%1 recorded values are not numbers, the first at token %2, loop %3: the weights are damaged or too large for the arithmetic, or the trace was changed.</source>
        <translation>%1 个记录的值不是数字，第一个在词元 %2、循环 %3：权重已损坏或对所用运算而言过大，或者记录被修改过。</translation>
    </message>
    <message>
        <source>cut off after %1 of %2 tokens</source>
        <translation>在 %2 个词元中的第 %1 个之后中断</translation>
    </message>
</context>
<context>
    <name>ouroscope::AblationFigure</name>
    <message>
        <source>past the lowest loss</source>
        <translation>超过最低损失之后</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>增益 (nats)</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>增益（nats/词元）</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>新增循环</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>有损害</translation>
    </message>
    <message>
        <source>lowest loss at loop %1</source>
        <translation>循环 %1 处损失最低</translation>
    </message>
    <message>
        <source>mean gain</source>
        <translation>平均增益</translation>
    </message>
    <message>
        <source>mean gain, 95 % bootstrap over tokens</source>
        <translation>平均增益，词元的 95 % 自助法</translation>
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
            <numerusform>对 %Ln 个词元做自助法得到的 95 % 百分位区间（重抽样 %1 次，固定种子）。同一文本的词元并不独立：实际不确定性更大。</numerusform>
        </translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>Helped, nats</source>
        <translation>有帮助 (nats)</translation>
    </message>
    <message>
        <source>Hurt</source>
        <translation>有损害</translation>
    </message>
    <message>
        <source>Hurt, nats</source>
        <translation>有损害 (nats)</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>新增循环</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>最低损失</translation>
    </message>
    <message>
        <source>Made right</source>
        <translation>变对</translation>
    </message>
    <message>
        <source>Made wrong</source>
        <translation>变错</translation>
    </message>
    <message>
        <source>Mean fall of −log p of the next token, with its 95 % interval</source>
        <translation>下一个词元 −log p 的平均下降及其 95 % 区间</translation>
    </message>
    <message>
        <source>Mean gain, nats</source>
        <translation>平均增益 (nats)</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Share of the bootstrap&apos;s resamples in which this loop has the lowest mean loss</source>
        <translation>在该循环平均损失最低的重抽样所占比例</translation>
    </message>
    <message>
        <source>Summed over those tokens</source>
        <translation>对这些词元求和</translation>
    </message>
    <message>
        <source>The best word becomes the token that follows</source>
        <translation>最佳词变为后续词元</translation>
    </message>
    <message>
        <source>The best word stops being the token that follows</source>
        <translation>最佳词不再是后续词元</translation>
    </message>
    <message>
        <source>The loop with the lowest mean loss: after it extra loops stop helping</source>
        <translation>平均损失最低的循环：此后增加循环不再有帮助</translation>
    </message>
    <message>
        <source>The next token becomes less probable by more than 0.01 nats</source>
        <translation>下一个词元的概率下降超过 0.01 nats</translation>
    </message>
    <message>
        <source>The next token becomes more probable by more than 0.01 nats</source>
        <translation>下一个词元的概率上升超过 0.01 nats</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message numerus="yes">
        <source>Too few tokens for an interval: it needs %Ln.</source>
        <translation>
            <numerusform>词元太少，无法给出区间：需要 %Ln 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>at loop 1 already</source>
        <translation>循环 1 时已是</translation>
    </message>
    <message>
        <source>at loop 1 already (%1 %)</source>
        <translation>循环 1 时已是（%1 %）</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>here (%1 %)</source>
        <translation>此处（%1 %）</translation>
    </message>
</context>
<context>
    <name>ouroscope::AgainDialog</name>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Run again with more recorded</source>
        <translation>再次运行并记录更多</translation>
    </message>
    <message>
        <source>The same tokens are run once more with the open model, at the depth that they had, as a run of their own. Kept beside what every run keeps:</source>
        <translation>用打开的模型按原有深度把同样的词元再运行一次，成为单独的运行。除每次运行都保存的内容外还保存：</translation>
    </message>
    <message>
        <source>Runs the text once more and keeps this, too</source>
        <translation>再运行一次文本，并保存这些内容</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>关闭；不运行任何内容</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerLine</name>
    <message>
        <source>Expected answer</source>
        <translation>期望的答案</translation>
    </message>
    <message>
        <source>The word that ought to follow: then the last word of the prompt can be right or wrong</source>
        <translation>应当接着出现的词：这样提示的最后一个词也能判断对错</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerMapFigure</name>
    <message>
        <source>first commit</source>
        <translation>首次确定</translation>
    </message>
    <message>
        <source>last flip</source>
        <translation>最后一次翻转</translation>
    </message>
    <message>
        <source>not run, or nothing follows</source>
        <translation>未运行，或无后续</translation>
    </message>
    <message>
        <source>right, as at the end</source>
        <translation>正确，与最终一致</translation>
    </message>
    <message>
        <source>right, lost later</source>
        <translation>正确，后来丢失</translation>
    </message>
    <message>
        <source>still another word</source>
        <translation>仍为其他词</translation>
    </message>
    <message>
        <source>wrong, as at the end</source>
        <translation>错误，与最终一致</translation>
    </message>
</context>
<context>
    <name>ouroscope::AnswerWords</name>
    <message>
        <source>the best word is not in the record</source>
        <translation>最佳词不在记录中</translation>
    </message>
    <message>
        <source>full depth says “%1”</source>
        <translation>完整深度的回答是“%1”</translation>
    </message>
    <message>
        <source>right from loop %1</source>
        <translation>从循环 %1 起正确</translation>
    </message>
    <message>
        <source>“%1” is expected</source>
        <translation>期望的是“%1”</translation>
    </message>
    <message>
        <source>the text goes on with “%1”</source>
        <translation>文本接着是“%1”</translation>
    </message>
    <message>
        <source>the same from loop %1</source>
        <translation>从循环 %1 起不变</translation>
    </message>
    <message>
        <source>read at loop %1 of %2</source>
        <comment>where it is read, loops allowed</comment>
        <translation>在循环 %1 / %2 读取</translation>
    </message>
    <message>
        <source>one pass says the same</source>
        <translation>一遍的回答相同</translation>
    </message>
    <message>
        <source>one pass would have said “%1”</source>
        <translation>只算一遍会回答“%1”</translation>
    </message>
    <message>
        <source>“%1” cannot be looked up without the model</source>
        <translation>没有模型无法查找“%1”</translation>
    </message>
</context>
<context>
    <name>ouroscope::BesideDialog</name>
    <message>
        <source>Run and compare</source>
        <translation>运行并比较</translation>
    </message>
    <message>
        <source>The same text, other layers looped</source>
        <translation>同一文本，循环其他层</translation>
    </message>
    <message>
        <source>From one layer to another, such as 15-18; the model has %1</source>
        <translation>从某层到某层，例如 15-18；模型有 %1 层</translation>
    </message>
    <message>
        <source>What a turn does with the state</source>
        <translation>一轮对状态做什么</translation>
    </message>
    <message>
        <source>How many loops the other run has</source>
        <translation>另一运行有多少次循环</translation>
    </message>
    <message>
        <source>Opens the model so beside the open one, runs the text and compares</source>
        <translation>在打开的模型之外这样打开模型，运行文本并比较</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>要循环的层</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>步进规则</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Closes this; nothing is run</source>
        <translation>关闭；不运行任何内容</translation>
    </message>
    <message>
        <source>The model has %1 layers.</source>
        <translation>模型有 %1 层。</translation>
    </message>
</context>
<context>
    <name>ouroscope::CaptionBox</name>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
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
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>layers within the loops</source>
        <translation>循环内的层</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>各层数值</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>各头的注意力</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>各层相似度</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Layers whose states are kept at every loop, such as 6,12-18: large files, for probes</source>
        <translation>每次循环都保存状态的层，例如 6,12-18：文件较大，供探针使用</translation>
    </message>
    <message>
        <source>norm and head alone</source>
        <translation>仅归一化和输出头</translation>
    </message>
    <message>
        <source>A safetensors file with a map for each loop and layer, which layers are then read through; the guide says how one is fitted</source>
        <translation>含每个循环、每层一个映射的 safetensors 文件，各层经其读取；拟合方法见指南</translation>
    </message>
    <message>
        <source>Choose a lens file</source>
        <translation>选择透镜文件</translation>
    </message>
    <message>
        <source>States of layers</source>
        <translation>层的状态</translation>
    </message>
    <message>
        <source>Layers read through</source>
        <translation>各层经由读取</translation>
    </message>
    <message>
        <source>Lenses (*.safetensors);;All files (*)</source>
        <translation>透镜 (*.safetensors);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ouroscope::CausalMapFigure</name>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
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
        <translation>循环</translation>
    </message>
    <message>
        <source>No. in A</source>
        <translation>A 中序号</translation>
    </message>
    <message>
        <source>No. in B</source>
        <translation>B 中序号</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
</context>
<context>
    <name>ouroscope::CommandPalette</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Type a command, an example, a view, a measure or a token number</source>
        <translation>输入命令、示例、视图、度量或词元编号</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareFigure</name>
    <message>
        <source>nothing to compare</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>仅在 A 中</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>仅在 B 中</translation>
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
        <translation>A：最佳词</translation>
    </message>
    <message>
        <source>B: best words</source>
        <translation>B：最佳词</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>循环 %1</translation>
    </message>
    <message>
        <source>The best words differ at this loop.</source>
        <translation>此循环的最佳词不同。</translation>
    </message>
</context>
<context>
    <name>ouroscope::CompareView</name>
    <message>
        <source>%1, every loop</source>
        <translation>%1，每个循环</translation>
    </message>
    <message>
        <source>%1, per token</source>
        <translation>%1，每个词元</translation>
    </message>
    <message>
        <source>%1: mean B − A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.</source>
        <translation>%1：B − A 平均 %2，绝对值平均 %3，最大 %4%5；B 中升高 %6，降低 %7。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in A.</source>
        <translation>
            <numerusform>仅在 A 中：%Ln。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only in B.</source>
        <translation>
            <numerusform>仅在 B 中：%Ln。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens are in both.</source>
        <translation>
            <numerusform>%Ln 个词元两者都有。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;B:</source>
        <translation>B：(&amp;B)</translation>
    </message>
    <message>
        <source>A has %1 loops, B %2: only the loops of both are compared.</source>
        <translation>A 有 %1 个循环，B 有 %2 个：只比较共有的循环。</translation>
    </message>
    <message>
        <source>A was computed in %1, B in %2: rounding alone can change a best word.</source>
        <translation>A 以 %1 计算，B 以 %2 计算：仅舍入就可能改变最佳词。</translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <extracomment>The shown trace of a comparison: its title, then how it is read.</extracomment>
        <translation>A：%1，%2</translation>
    </message>
    <message>
        <source>Aligning the texts</source>
        <translation>正在对齐文本</translation>
    </message>
    <message>
        <source>Best words of A and B at every loop</source>
        <translation>每个循环中 A 与 B 的最佳词</translation>
    </message>
    <message>
        <source>Compare with a trace</source>
        <translation>与轨迹比较</translation>
    </message>
    <message>
        <source>Differences, tokens by loops</source>
        <translation>差异，词元 × 循环</translation>
    </message>
    <message>
        <source>Exit threshold q of B</source>
        <translation>B 的退出阈值 q</translation>
    </message>
    <message>
        <source>Gate of B</source>
        <translation>B 的门控</translation>
    </message>
    <message>
        <source>Loop budget of B</source>
        <translation>B 的循环预算</translation>
    </message>
    <message>
        <source>Measure whose differences are shown</source>
        <translation>显示差异的度量</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>变化最大的词元</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Reading by another gate</source>
        <translation>正在用另一个门控读取</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to compare it with another one, or with another reading of itself.</source>
        <translation>运行提示词或打开轨迹，与另一条轨迹或自身的另一种读出比较。</translation>
    </message>
    <message>
        <source>Same reading as A</source>
        <translation>与 A 相同的读出</translation>
    </message>
    <message>
        <source>The KV policies differ (%1, %2): states of skipped loops differ by design.</source>
        <translation>KV 策略不同（%1，%2）：跳过的循环状态本就不同。</translation>
    </message>
    <message>
        <source>The devices differ: sums are taken in another order.</source>
        <translation>设备不同：求和顺序不同。</translation>
    </message>
    <message>
        <source>The texts differ so much that the alignment is not the best possible one.</source>
        <translation>文本差异太大，对齐并非最优。</translation>
    </message>
    <message>
        <source>The tokenizers differ: tokens are compared where they end at the same byte of the same text.</source>
        <translation>分词器不同：只比较在同一文本同一字节处结束的词元。</translation>
    </message>
    <message>
        <source>The weights differ.</source>
        <translation>权重不同。</translation>
    </message>
    <message>
        <source>Traces (*.safetensors);;All files (*)</source>
        <translation>轨迹 (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>another reading of A</source>
        <translation>A 的另一种读出</translation>
    </message>
    <message>
        <source>loops </source>
        <translation>循环 </translation>
    </message>
    <message>
        <source>open a trace…</source>
        <translation>打开轨迹…</translation>
    </message>
    <message>
        <source>q </source>
        <translation>q </translation>
    </message>
    <message>
        <source>q = %1, at most loop %2</source>
        <translation>q = %1，最多到循环 %2</translation>
    </message>
    <message>
        <source>read at loop %1</source>
        <translation>在循环 %1 读出</translation>
    </message>
    <message>
        <source>the model&apos;s gate</source>
        <translation>模型自带门控</translation>
    </message>
    <message>
        <source>the shown trace</source>
        <translation>当前轨迹</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>无门</translation>
    </message>
    <message>
        <source>Its own loop 1</source>
        <translation>自身的循环 1</translation>
    </message>
    <message>
        <source>This record has one loop.</source>
        <translation>此记录只有一个循环。</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>请先打开模型（文件菜单）</translation>
    </message>
    <message>
        <source>The open model was trained with its loops: it has no plain form. Choose another model.</source>
        <translation>打开的模型是带循环训练的，没有普通形式。请选择其他模型。</translation>
    </message>
    <message>
        <source>One pass of the plain model</source>
        <translation>普通模型的单次通过</translation>
    </message>
    <message>
        <source>The same model, other layers looped...</source>
        <translation>同一模型，循环其他层...</translation>
    </message>
    <message>
        <source>Another model on this text...</source>
        <translation>用另一模型运行此文本...</translation>
    </message>
    <message>
        <source>Single pass beside looped</source>
        <translation>单次通过与循环并列</translation>
    </message>
    <message>
        <source>Compares this run with its own loop 1, with a plain model on the same text, or with other layers looped</source>
        <translation>将此运行与其自身的循环 1、同一文本上的普通模型或循环其他层的运行比较</translation>
    </message>
    <message numerus="yes">
        <source>Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln tokens.</source>
        <translation>
            <numerusform>平均在第 %1 和第 %2 次循环读取；损失 %3 和 %4 nats；%Ln 个词元中 %5 个的最佳词相同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::ControlBar</name>
    <message>
        <source>Exit gate</source>
        <translation>退出门控</translation>
    </message>
    <message>
        <source>For this fixed text the record says exactly what fewer loops would have said.</source>
        <translation>对于这段固定文本，记录能准确给出更少循环时的结果。</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>Generate </source>
        <comment>spin box prefix</comment>
        <translation>生成 </translation>
    </message>
    <message>
        <source>Loops </source>
        <comment>spin box prefix</comment>
        <translation>循环 </translation>
    </message>
    <message>
        <source>Loops to record</source>
        <translation>要记录的循环数</translation>
    </message>
    <message>
        <source>Loops to record; also beyond the trained number</source>
        <translation>要记录的循环数，可超过训练时的数目</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Prompt (Ctrl+Return runs it)</source>
        <translation>提示词（Ctrl+回车运行）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>着色</translation>
    </message>
    <message>
        <source>Shade the text by</source>
        <translation>文本着色依据</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The text after this token would be another one: run again to see it.</source>
        <translation>此词元之后的文本会不同：重新运行即可查看。</translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation>要生成的词元数</translation>
    </message>
    <message>
        <source>Tokens to generate after the prompt</source>
        <translation>提示词之后要生成的词元数</translation>
    </message>
    <message>
        <source>exact replay</source>
        <translation>精确重放</translation>
    </message>
    <message>
        <source>needs a re-run (token %1)</source>
        <translation>需要重新运行（词元 %1）</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>would branch from token %1</source>
        <translation>将从词元 %1 处分叉</translation>
    </message>
    <message>
        <source>More options for runs</source>
        <translation>更多运行选项</translation>
    </message>
    <message>
        <source>Which of the recorded exit gates decides where a token is read</source>
        <translation>由哪个已记录的退出门决定 token 的读取位置</translation>
    </message>
    <message>
        <source>What the colour of every token in the text says</source>
        <translation>文本中每个 token 的颜色表示什么</translation>
    </message>
    <message>
        <source>changed, not run</source>
        <translation>已更改，未运行</translation>
    </message>
    <message>
        <source>The picture is of the prompt before: Run makes the new one.</source>
        <translation>图是之前提示词的：点“运行”得到新的图。</translation>
    </message>
    <message>
        <source>too long to show</source>
        <translation>太长，无法显示</translation>
    </message>
    <message>
        <source>The prompt of this trace is too long for this box.</source>
        <translation>此轨迹的提示词太长，放不进此框。</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>%1 of %2 best words are others than at full depth.</source>
        <translation>%2 个最佳词中有 %1 个与全深度时不同。</translation>
    </message>
    <message>
        <source>All best words are those of full depth.</source>
        <translation>所有最佳词都与全深度时相同。</translation>
    </message>
    <message>
        <source>answer changed: %1, full depth says %2</source>
        <comment>two words</comment>
        <translation>答案改变：%1，全深度为 %2</translation>
    </message>
    <message>
        <source>Read like this, the best word after the prompt is another one than at full depth.</source>
        <translation>按此读法，提示词之后的最佳词与全深度时不同。</translation>
    </message>
    <message>
        <source>half characters</source>
        <translation>半个字符</translation>
    </message>
    <message>
        <source>This prompt has half characters, which cannot be typed: Run would run another text.</source>
        <translation>此提示词含有无法键入的半个字符：点“运行”会运行另一段文本。</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit gate</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>More options for runs: conversations, where a run ends, what is recorded, the model</source>
        <translation>更多运行选项：对话、运行在何处结束、记录什么、模型</translation>
    </message>
    <message>
        <source>not for the puzzle model</source>
        <translation>不适合谜题模型</translation>
    </message>
    <message>
        <source>Open model: %1 · %2 · %3 · trained with %4 loops</source>
        <translation>打开的模型：%1 · %2 · %3 · 训练时 %4 个循环</translation>
    </message>
    <message>
        <source>The open model knows its seven games only and makes nothing of this text. Examples of them are in the Run menu; a model that writes English is under File, Get the language demo.</source>
        <translation>打开的模型只会它的七种游戏，对这段文本无能为力。游戏示例在“运行”菜单；会写英语的模型见“文件”菜单中的语言演示。</translation>
    </message>
    <message>
        <source>recorded with %1</source>
        <translation>由 %1 记录</translation>
    </message>
    <message>
        <source>This picture was recorded with %1. Run takes the model that is open, %2.</source>
        <translation>此图由 %1 记录。“运行”使用当前打开的模型 %2。</translation>
    </message>
    <message>
        <source>%1 · read at loop %2 of %3 on average</source>
        <comment>tokens, or that the run was stopped</comment>
        <translation>%1 · 平均在第 %2 次循环读取（共 %3 次）</translation>
    </message>
    <message>
        <source>values are missing</source>
        <translation>缺少数值</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusCharts</name>
    <message>
        <source>%1, n = %2</source>
        <comment>axis title, number of documents</comment>
        <translation>%1，n = %2</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>选择题</translation>
    </message>
    <message>
        <source>Multiple choice, by length</source>
        <translation>选择题（按长度）</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>完全匹配</translation>
    </message>
    <message>
        <source>Right number</source>
        <translation>数字正确</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>退出循环</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>词元占比 (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>占比 (%)</translation>
    </message>
    <message>
        <source>Loops per token</source>
        <translation>每词元循环数</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>exit loop</source>
        <translation>退出循环</translation>
    </message>
    <message>
        <source>expected depth</source>
        <translation>期望深度</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>class of tokens, number of tokens</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Loops allowed</source>
        <translation>允许的循环</translation>
    </message>
    <message>
        <source>at the exit</source>
        <translation>退出处</translation>
    </message>
    <message>
        <source>Accuracy of the next token (%)</source>
        <translation>下一个词元的准确率 (%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>−log p of the next token (nats)</source>
        <translation>下一个词元的 −log p (nats)</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p（nats）</translation>
    </message>
    <message>
        <source>Loop added</source>
        <translation>新增循环</translation>
    </message>
    <message>
        <source>Gain (nats per token)</source>
        <translation>增益（nats/词元）</translation>
    </message>
    <message>
        <source>Gain (nats)</source>
        <translation>增益 (nats)</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>hurt</source>
        <translation>有损害</translation>
    </message>
    <message>
        <source>Agreement with full depth (%)</source>
        <translation>与全深度的一致率 (%)</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>一致率 (%)</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>与全深度的 KL (nats)</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>same budget for all</source>
        <translation>统一预算</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>平均循环数</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>this reading</source>
        <translation>当前读法</translation>
    </message>
    <message>
        <source>%1 (lower bound)</source>
        <translation>%1（下界）</translation>
    </message>
    <message>
        <source>not beaten</source>
        <translation>未被超越</translation>
    </message>
    <message>
        <source>%1, accuracy (%)</source>
        <translation>%1，准确率 (%)</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure tells %2 apart: choose a field with fewer.</source>
        <translation>该字段有 %1 个值，而图只能区分 %2 个：请选择值更少的字段。</translation>
    </message>
    <message>
        <source>The corpus has no counted tokens: tasks have no exits of tokens.</source>
        <translation>该语料没有计入的词元：任务没有词元的退出。</translation>
    </message>
    <message>
        <source>The field has %1 values, and a figure has room for %2: choose a field with fewer.</source>
        <translation>该字段有 %1 个值，而图只容得下 %2 个：请选择值更少的字段。</translation>
    </message>
    <message>
        <source>No token and no question of the corpus was scored.</source>
        <translation>该语料没有任何词元或问题被评分。</translation>
    </message>
    <message>
        <source>The corpus has no measure &quot;%1&quot; at its loops.</source>
        <translation>该语料的各循环没有度量“%1”。</translation>
    </message>
    <message>
        <source>No token of the corpus has a next one at every loop.</source>
        <translation>该语料中没有在每个循环都有后继词元的词元。</translation>
    </message>
    <message>
        <source>A loop ablation needs a model of two loops and more.</source>
        <translation>循环消融需要两个或更多循环的模型。</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens of the class &quot;%1&quot;.</source>
        <translation>该语料没有类别“%1”的已评分词元。</translation>
    </message>
    <message>
        <source>The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>该语料没有已评分的词元：任务有自己的曲线，即准确率对平均循环数。</translation>
    </message>
    <message>
        <source>The corpus has no readings by exit rules: tasks have a curve of their own, accuracy against mean loops.</source>
        <translation>该语料没有按退出规则的读取：任务有自己的曲线，即准确率对平均循环数。</translation>
    </message>
    <message>
        <source>Accuracy against mean loops needs questions with answers (tasks): the corpus has none of this measure.</source>
        <translation>准确率对平均循环数需要带答案的问题（任务）：该语料没有这种度量的问题。</translation>
    </message>
</context>
<context>
    <name>ouroscope::CorpusView</name>
    <message>
        <source>Documents of the corpus</source>
        <translation>语料的文档</translation>
    </message>
    <message>
        <source>Run it…</source>
        <translation>运行…</translation>
    </message>
    <message>
        <source>No corpus is open. Choose File › Open corpus, or drop the folder that ouroscope-cli corpus run wrote.</source>
        <translation>没有打开语料。请选择“文件 › 打开语料”，或拖入 ouroscope-cli corpus run 写出的文件夹。</translation>
    </message>
    <message>
        <source>Find documents by their fields</source>
        <translation>按字段查找文档</translation>
    </message>
    <message>
        <source>Lists only documents whose fields, written as name: value, have this text</source>
        <translation>只列出字段（写作“名称: 值”）含此文本的文档</translation>
    </message>
    <message>
        <source>Part of the corpus</source>
        <translation>语料的部分</translation>
    </message>
    <message>
        <source>List and picture: all documents, or one half. What is chosen while looking at the selection half is reported on the confirmation half.</source>
        <translation>列表与图：所有文档或其中一半。在选择部分上选定的内容，在确认部分上报告。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择部分</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>确认部分</translation>
    </message>
    <message>
        <source>A click opens the document&apos;s trace, where it was kept; a click on a title sorts</source>
        <translation>单击打开文档的轨迹（若已保留）；单击标题排序</translation>
    </message>
    <message>
        <source>Reads the document from the input of the corpus and runs it on the model that is loaded</source>
        <translation>从语料的输入读取文档，并在已加载的模型上运行</translation>
    </message>
    <message>
        <source>Picture of the corpus</source>
        <translation>语料的图</translation>
    </message>
    <message>
        <source>What the picture shows, with 95 % intervals over documents</source>
        <translation>图所示内容，带文档上的 95% 区间</translation>
    </message>
    <message>
        <source>Export the picture of the corpus</source>
        <translation>导出语料的图</translation>
    </message>
    <message>
        <source>Exports this picture, with its caption and numbers</source>
        <translation>导出此图及其图注和数值</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2, %n loop(s)</source>
        <comment>model, input</comment>
        <translation>
            <numerusform>%1，%2，%n 个循环</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished: %1 of %2 documents are done.</source>
        <translation>未完成：%2 个文档中已完成 %1 个。</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 个文档</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%2 个文档中的 %1 个</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>正在计算文档上的区间…</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>正在读取语料</translation>
    </message>
    <message>
        <source>The trace of document %1 is open above.</source>
        <translation>文档 %1 的轨迹已在上方打开。</translation>
    </message>
    <message>
        <source>The trace of document %1 was not kept.</source>
        <translation>文档 %1 的轨迹未保留。</translation>
    </message>
    <message>
        <source>Field that tells documents apart</source>
        <translation>区分文档的字段</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部合计</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>field of documents</comment>
        <translation>按 %1</translation>
    </message>
    <message>
        <source>%1 of %2 documents have this field</source>
        <translation>%2 个文档中有 %1 个具有该字段</translation>
    </message>
    <message>
        <source>The field has more than %1 values</source>
        <translation>该字段的值超过 %1 个</translation>
    </message>
    <message>
        <source>One line, or bar, for every value of a field of the documents</source>
        <translation>文档字段的每个值对应一条线或一个柱</translation>
    </message>
    <message>
        <source>The documents have no fields</source>
        <translation>文档没有字段</translation>
    </message>
    <message>
        <source>A picture needs documents that are done. The command that made this folder goes on where it stopped.</source>
        <translation>图需要已完成的文档。创建此文件夹的命令会从停下的地方继续。</translation>
    </message>
    <message>
        <source>The input of this corpus had no documents, so there is no picture.</source>
        <translation>此语料的输入没有文档，因此没有图。</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>documents</comment>
        <translation>查找</translation>
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
        <translation>循环 %1</translation>
    </message>
    <message>
        <source>Tokens by exit loop</source>
        <translation>按退出循环统计的词元</translation>
    </message>
    <message numerus="yes">
        <source>loop %1: %n token(s)</source>
        <translation>
            <numerusform>循环 %1：%n 个词元</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ouroscope::DepthOverview</name>
    <message>
        <source>Depth of the whole text</source>
        <translation>整个文本的深度</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>允许的循环：%1 / %2</translation>
    </message>
    <message>
        <source>The whole text: the deepest of the words at each place</source>
        <translation>整个文本：每处最深的词</translation>
    </message>
</context>
<context>
    <name>ouroscope::DocumentTableModel</name>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens of the document that were run</source>
        <translation>文档中已运行的词元</translation>
    </message>
    <message>
        <source>Exit loop</source>
        <translation>退出循环</translation>
    </message>
    <message>
        <source>Mean loop at which its tokens are read</source>
        <translation>其词元被读取的平均循环</translation>
    </message>
    <message>
        <source>Expected depth</source>
        <translation>期望深度</translation>
    </message>
    <message>
        <source>Mean of the exit distribution, in loops</source>
        <translation>退出分布的均值（循环）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Mean −log p of the next token at the exit, in nats</source>
        <translation>退出处下一个词元的平均 −log p（nats）</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>How far the loss fell from loop 1 to the exit, in nats</source>
        <translation>损失从循环 1 到退出的下降（nats）</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is the next</source>
        <translation>退出处最佳词即为下一个词的词元比例</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Share of tokens whose best word at the exit is that of the last loop</source>
        <translation>退出处最佳词与最后循环相同的词元比例</translation>
    </message>
    <message>
        <source>Right choice</source>
        <translation>选择正确</translation>
    </message>
    <message>
        <source>1 where the right choice is the likeliest at the exit</source>
        <translation>退出处正确选项最可能时为 1</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>答案正确</translation>
    </message>
    <message>
        <source>1 where the generated answer at the exit is the right one</source>
        <translation>退出处生成的答案正确时为 1</translation>
    </message>
    <message>
        <source>loop %1: %2 %</source>
        <comment>share of tokens</comment>
        <translation>循环 %1：%2%</translation>
    </message>
    <message>
        <source>Its place in the input</source>
        <translation>其在输入中的位置</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Share of its tokens that are read at each loop, loop 1 at the left; sorts by the exit loop</source>
        <translation>在每个循环读取的词元比例（循环 1 在左）；按退出循环排序</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>What else its line of the input says</source>
        <translation>其输入行的其他内容</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsTableModel</name>
    <message>
        <source>After</source>
        <translation>位于其后</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>First loop whose best word is the last loop&apos;s</source>
        <translation>最佳词与最后循环相同的首个循环</translation>
    </message>
    <message>
        <source>First loop whose best word is the token that follows</source>
        <translation>最佳词为后续词元的首个循环</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>How often the best word changes</source>
        <translation>最佳词变化的次数</translation>
    </message>
    <message>
        <source>Last flip</source>
        <translation>最后一次翻转</translation>
    </message>
    <message>
        <source>Last loop that changed the best word</source>
        <translation>最后一次改变最佳词的循环</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Nats by which the best loop beats the last one at the token that follows</source>
        <translation>在后续词元上最佳循环优于最后循环的 nats</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>The token after which the loops predict the next one</source>
        <translation>各循环据此预测其后的词元</translation>
    </message>
</context>
<context>
    <name>ouroscope::DynamicsView</name>
    <message numerus="yes">
        <source>%Ln of %1 tokens</source>
        <extracomment>How many tokens a filter finds, then how many there are.</extracomment>
        <translation>
            <numerusform>%1 个词元中的 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens that ran all loops and have a next token. Intervals: 95 %, bootstrap over tokens, which are not independent of each other.</source>
        <translation>
            <numerusform>%Ln 个运行了全部循环且有后续的词元。区间：95 %，对词元做自助法，词元之间并不独立。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer map, tokens by loops</source>
        <translation>答案图，词元 × 循环</translation>
    </message>
    <message>
        <source>Gain and loss of every added loop</source>
        <translation>每个新增循环的得失</translation>
    </message>
    <message>
        <source>Loop ablation</source>
        <translation>循环消融</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>No token ran all loops and has a next token: there is nothing to compare.</source>
        <translation>没有运行全部循环且有后续的词元：无可比较。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Resampling tokens</source>
        <translation>正在重抽样词元</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its answers move over the loops.</source>
        <translation>运行提示词或打开轨迹，查看答案随循环的变化。</translation>
    </message>
    <message>
        <source>Select the listed token after the selected one</source>
        <translation>选择列表中的下一个词元</translation>
    </message>
    <message>
        <source>Select the listed token before the selected one</source>
        <translation>选择列表中的上一个词元</translation>
    </message>
    <message>
        <source>This trace has one loop: answers can only change with two or more. Run the prompt again with more loops.</source>
        <translation>此轨迹只有一个循环：至少两个循环答案才会变化。请增加循环后重新运行提示词。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens of the filter</source>
        <translation>筛选出的词元</translation>
    </message>
    <message>
        <source>What every added loop helped or hurt</source>
        <translation>每个新增循环的帮助与损害</translation>
    </message>
    <message>
        <source>How tokens are grouped</source>
        <translation>词元的分组依据</translation>
    </message>
    <message>
        <source>Which tokens are listed</source>
        <translation>列出哪些词元</translation>
    </message>
</context>
<context>
    <name>ouroscope::EstimateFigure</name>
    <message>
        <source>band, bars: 95 % interval</source>
        <translation>带、误差线：95% 区间</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitHistogramFigure</name>
    <message>
        <source>Exit loop</source>
        <translation>退出循环</translation>
    </message>
    <message>
        <source>Share of tokens (%)</source>
        <translation>词元占比 (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>占比 (%)</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRuleOptions</name>
    <message>
        <source>Generated tokens stop by</source>
        <translation>生成的词元由此停止</translation>
    </message>
    <message>
        <source>What stops a generated token before its last loop. With another rule than the gate, loops after an exit are not run; the threshold q of the Live view is the gate&apos;s</source>
        <translation>让生成的词元在最后一个循环之前停止的规则。使用门控以外的规则时，退出之后的循环不再运行；“实时”视图中的阈值 q 属于门控</translation>
    </message>
    <message>
        <source>Threshold of the rule</source>
        <translation>规则的阈值</translation>
    </message>
    <message>
        <source>the exit gate</source>
        <translation>退出门控</translation>
    </message>
    <message>
        <source>none</source>
        <comment>exit rule</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>The threshold q of the gate is in the Live view.</source>
        <translation>门控的阈值 q 在“实时”视图中。</translation>
    </message>
    <message>
        <source>A token stops after the first loop below this value.</source>
        <translation>词元在首个低于此值的循环之后停止。</translation>
    </message>
    <message>
        <source>A token stops after the first loop that reaches this value.</source>
        <translation>词元在首个达到此值的循环之后停止。</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>单位为 %1。</translation>
    </message>
    <message>
        <source>Empty: that of Huginn&apos;s released code.</source>
        <translation>留空：采用 Huginn 已发布代码的值。</translation>
    </message>
    <message>
        <source>The threshold of the exit rule must be a number, not “%1”.</source>
        <translation>退出规则的阈值必须是数字，而不是“%1”。</translation>
    </message>
</context>
<context>
    <name>ouroscope::ExitRulesFigure</name>
    <message>
        <source>Best word&apos;s probability</source>
        <translation>最佳词的概率</translation>
    </message>
    <message>
        <source>Cosine to the loop before</source>
        <translation>与前一循环的余弦</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Gate “%1”</source>
        <translation>门控“%1”</translation>
    </message>
    <message>
        <source>KL step between loops</source>
        <translation>循环之间的 KL 步</translation>
    </message>
    <message>
        <source>Learned gate</source>
        <translation>学习到的门控</translation>
    </message>
    <message>
        <source>Margin of the two best words</source>
        <translation>前两名词的差距</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>平均循环数</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>神谕上界</translation>
    </message>
    <message>
        <source>Relative state change</source>
        <translation>状态的相对变化</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>统一预算</translation>
    </message>
    <message>
        <source>Change of entropy</source>
        <translation>熵的变化</translation>
    </message>
    <message>
        <source>KL from the loop before</source>
        <translation>与前一循环的 KL</translation>
    </message>
    <message>
        <source>KL of likely words from the loop before</source>
        <translation>可能词与前一循环的 KL</translation>
    </message>
    <message>
        <source>Same best word in a row</source>
        <translation>最佳词连续相同</translation>
    </message>
    <message>
        <source>Second difference of the step</source>
        <translation>步长的二阶差分</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureCheck</name>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; overlap.</source>
        <translation>“%1”与“%2”重叠。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reaches over the edge of the page.</source>
        <translation>“%1”超出页面边缘。</translation>
    </message>
    <message>
        <source>%1 tokens are shown, the words of %2 are readable at this size: split them into rows, or take a wider page or smaller type.</source>
        <translation>显示了 %1 个词元，此尺寸下仅 %2 个词可读：请分行，或使用更宽的页面或更小的字号。</translation>
    </message>
    <message>
        <source>No installed font has %1: an empty box is drawn. Install a font that has it.</source>
        <translation>已安装的字体都没有 %1：画出的是空方框。请安装含有该字符的字体。</translation>
    </message>
    <message>
        <source>Panel %1 shows %2 tokens; the words of %3 are readable at this size.</source>
        <translation>子图 %1 显示 %2 个词元；此尺寸下 %3 个词可读。</translation>
    </message>
    <message>
        <source>The smallest text is %1 points on paper: most venues ask for at least %2.</source>
        <translation>纸面上最小文字为 %1 磅：多数刊物要求至少 %2 磅。</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigurePreview</name>
    <message>
        <source>Preview of the figure page</source>
        <translation>图页预览</translation>
    </message>
</context>
<context>
    <name>ouroscope::FigureView</name>
    <message>
        <source>%1 by %2 millimetres</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>绿色盲</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>已导出 %1</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Full colour</source>
        <translation>全彩</translation>
    </message>
    <message>
        <source>Grey print</source>
        <translation>灰度打印</translation>
    </message>
    <message>
        <source>How the preview is seen</source>
        <translation>预览的观看方式</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>尚无记录：请运行提示词或打开轨迹。</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Open recipe...</source>
        <translation>打开配方...</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>红色盲</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>Recipes and figures (*.json *.pdf *.svg *.png)</source>
        <translation>配方和图 (*.json *.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Save recipe...</source>
        <translation>保存配方...</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Split into rows</source>
        <translation>分成多行</translation>
    </message>
    <message>
        <source>The page has no panels: add one at the left.</source>
        <translation>页面没有子图：请在左侧添加。</translation>
    </message>
    <message>
        <source>The page would have more than %1 panels.</source>
        <translation>页面将超过 %1 个子图。</translation>
    </message>
    <message>
        <source>Tritanopia</source>
        <translation>蓝色盲</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>What a reviewer would complain about</source>
        <translation>审稿人会指出的问题</translation>
    </message>
    <message>
        <source>The last figure page could not be brought back: %1</source>
        <translation>无法恢复上次的图页：%1</translation>
    </message>
    <message>
        <source>A panel of the page shows one run, the shown one: export this figure by itself.</source>
        <translation>页面的面板只显示所示的运行：请单独导出此图。</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>复制为 SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>复制为 PNG</translation>
    </message>
    <message>
        <source>Reading the corpus</source>
        <translation>正在读取语料</translation>
    </message>
    <message>
        <source>The page has figures of a corpus: open its folder (File menu).</source>
        <translation>该页面含有语料的图：请打开其文件夹（文件菜单）。</translation>
    </message>
    <message>
        <source>Intervals over documents are being made…</source>
        <translation>正在计算文档上的区间…</translation>
    </message>
</context>
<context>
    <name>ouroscope::FileDesk</name>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>已导出 %1</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Open trace</source>
        <translation>打开轨迹</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n traces</source>
        <translation>
            <numerusform>正在打开 %n 条轨迹</numerusform>
        </translation>
    </message>
    <message>
        <source>Save trace</source>
        <translation>保存轨迹</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>There is no trace to save: run a prompt first.</source>
        <translation>没有可保存的轨迹：请先运行提示词。</translation>
    </message>
    <message>
        <source>There is nothing to export: run a prompt or open a trace first.</source>
        <translation>没有可导出的内容：请先运行提示词或打开轨迹。</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors)</source>
        <translation>轨迹 (*.trace.safetensors)</translation>
    </message>
    <message>
        <source>Traces (*.trace.safetensors);;All files (*)</source>
        <translation>轨迹 (*.trace.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>正在复制图</translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation>已复制为 %1</translation>
    </message>
    <message>
        <source>Opening the corpus %1</source>
        <translation>正在打开语料 %1</translation>
    </message>
    <message>
        <source>The folder that the corpus was run on</source>
        <translation>运行语料所用的文件夹</translation>
    </message>
    <message>
        <source>The file that the corpus was run on</source>
        <translation>运行语料所用的文件</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>JSON 行 (*.jsonl);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading document %1</source>
        <translation>正在读取文档 %1</translation>
    </message>
    <message>
        <source>Open corpus folder</source>
        <translation>打开语料文件夹</translation>
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
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>关闭查找栏</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
</context>
<context>
    <name>ouroscope::Findings</name>
    <message>
        <source>This record has one loop, so there is nothing to compare.</source>
        <translation>此记录只有一次循环，没有可比较的内容。</translation>
    </message>
    <message>
        <source>Every token is read at loop %1: this model has no exit gate that could stop earlier.</source>
        <translation>每个词元都在第 %1 次循环读取：此模型没有可以更早停止的退出门。</translation>
    </message>
    <message>
        <source>Every token is read at loop %1, because q is 1. Lower q, and tokens stop earlier.</source>
        <translation>因为 q 为 1，每个词元都在第 %1 次循环读取。降低 q，词元会更早停止。</translation>
    </message>
    <message>
        <source>Every token is read at loop %1.</source>
        <translation>每个词元都在第 %1 次循环读取。</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. “%3” goes deepest, to loop %4.</source>
        <translation>词元平均在 %2 次循环中的第 %1 次读取。“%3”最深，到第 %4 次循环。</translation>
    </message>
    <message>
        <source>A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop %4; “%5” is the first.</source>
        <translation>词元平均在 %2 次循环中的第 %1 次读取。其中 %3 个最深，到第 %4 次循环；第一个是“%5”。</translation>
    </message>
    <message>
        <source>No loop changes a best word: loop 1 says what the last loop says.</source>
        <translation>没有循环改变最佳词：第 1 次循环与最后一次说的相同。</translation>
    </message>
    <message>
        <source>The last loop, %1, changes the most best words: %2 of %3.</source>
        <translation>最后一次循环（第 %1 次）改变的最佳词最多：%3 个中的 %2 个。</translation>
    </message>
    <message>
        <source>Loop %1 changes the most best words, %2 of %3; the last loop changes %4.</source>
        <translation>第 %1 次循环改变的最佳词最多，%3 个中的 %2 个；最后一次循环改变 %4 个。</translation>
    </message>
    <message>
        <source>The text that follows is predicted best at loop %1 of %2.</source>
        <translation>后续文本在 %2 次循环中的第 %1 次预测得最好。</translation>
    </message>
    <message>
        <source>This record has no candidates to compare.</source>
        <translation>此记录没有可比较的候选词。</translation>
    </message>
    <message>
        <source>At %1 loops a token, %2 of %3 best words are those of full depth.</source>
        <translation>每个词元 %1 次循环时，%3 个最佳词中有 %2 个与完整深度相同。</translation>
    </message>
    <message>
        <source>This model has no exit gate. The rules here stop by what can be seen from outside.</source>
        <translation>此模型没有退出门。这里的规则根据从外部可见的量来停止。</translation>
    </message>
    <message>
        <source>At %1 loops a token the gate keeps %2 of the best words of full depth. The same loops spent at random would keep %3.</source>
        <translation>每个词元 %1 次循环时，门保留完整深度最佳词的 %2。同样的循环随机分配则保留 %3。</translation>
    </message>
    <message>
        <source>The steps of the state are not in this record.</source>
        <translation>此记录没有状态的步长。</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length (median).</source>
        <translation>第 2 次循环使状态移动其长度的 %1（中位数）。</translation>
    </message>
    <message>
        <source>Loop 2 moves the state by %1 of its length, loop %2 by %3 (medians).</source>
        <translation>第 2 次循环使状态移动其长度的 %1，第 %2 次移动 %3（中位数）。</translation>
    </message>
    <message>
        <source>It settles.</source>
        <translation>它趋于稳定。</translation>
    </message>
    <message>
        <source>It slows down.</source>
        <translation>它在变慢。</translation>
    </message>
    <message>
        <source>It does not slow down.</source>
        <translation>它没有变慢。</translation>
    </message>
    <message>
        <source>Select a token to follow it through the loops.</source>
        <translation>选择一个词元，跟随它经过各次循环。</translation>
    </message>
    <message>
        <source>The candidates after “%1” are not all numbers.</source>
        <translation>“%1”之后的候选并非全是数值。</translation>
    </message>
    <message>
        <source>After “%1” every loop says “%2”.</source>
        <translation>在“%1”之后，每次循环都说“%2”。</translation>
    </message>
    <message>
        <source>After “%1” loop 1 says “%2”; from loop %3 on it is “%4”.</source>
        <translation>在“%1”之后，第 1 次循环说“%2”；从第 %3 次起是“%4”。</translation>
    </message>
    <message>
        <source>For %1 of %2 tokens loop 1 already says what the last loop says.</source>
        <translation>%2 个词元中有 %1 个，第 1 次循环已说出最后一次所说的。</translation>
    </message>
    <message>
        <source>This run is compared with another reading of itself. Drop a run of the list on another to compare the two.</source>
        <translation>此运行与自身的另一种读法比较。在列表中把一个运行拖到另一个上即可比较两者。</translation>
    </message>
    <message>
        <source>Here a token is read at loop %1 on average, in “%2” at loop %3.</source>
        <translation>这里词元平均在第 %1 次循环读取，在“%2”中是第 %3 次。</translation>
    </message>
    <message numerus="yes">
        <source>It is writing: %n token(s) so far.</source>
        <translation>
            <numerusform>正在写：目前 %n 个词元。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet: say how many tokens to generate, and run.</source>
        <translation>还没有写出内容：指定要生成的词元数并运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were written, read at loop %1 on average.</source>
        <translation>
            <numerusform>写出 %n 个词元，平均在第 %1 次循环读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>This run is as the model is. Change something inside its loops and see what follows.</source>
        <translation>此运行与模型一致。在其循环内作些更改，看看结果。</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”.</source>
        <translation>此更改使 %2 个最佳词中的 %1 个改变；在“%3”之后仍说“%4”。</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it says “%4” instead of “%5”.</source>
        <translation>此更改使 %2 个最佳词中的 %1 个改变；在“%3”之后说“%4”而不是“%5”。</translation>
    </message>
    <message>
        <source>%1 questions: %2 are answered right at the exit.</source>
        <comment>number, percent</comment>
        <translation>%1 个问题：退出处 %2 回答正确。</translation>
    </message>
    <message>
        <source>%1 documents, none with a counted token.</source>
        <translation>%1 个文档，均无计入的词元。</translation>
    </message>
    <message>
        <source>%1 documents: tokens are read at loop %2 of %3 on average.</source>
        <translation>%1 个文档：词元平均在第 %2 个循环读取（共 %3 个）。</translation>
    </message>
    <message>
        <source>That lowers the loss by %1 nats against loop 1.</source>
        <translation>与循环 1 相比，损失降低 %1 nats。</translation>
    </message>
    <message>
        <source>That raises the loss by %1 nats against loop 1.</source>
        <translation>与循环 1 相比，损失升高 %1 nats。</translation>
    </message>
    <message>
        <source>Nothing is swept yet: a sweep carries out one change at every place in turn and maps what becomes of the answer.</source>
        <translation>尚未扫描：扫描依次在每一处作同一更改，并绘出答案的变化。</translation>
    </message>
    <message>
        <source>At none of %1 places does this change move the answer “%2”.</source>
        <translation>在 %1 处中，此更改都未改变答案“%2”。</translation>
    </message>
    <message>
        <source>It matters most at loop %1, token %2: log p of “%3” changes by %4 nats.</source>
        <translation>在循环 %1、词元 %2 处影响最大：“%3”的 log p 改变 %4 nat。</translation>
    </message>
    <message>
        <source>It matters most at loop %1, layer %2: log p of “%3” changes by %4 nats.</source>
        <translation>在循环 %1、第 %2 层影响最大：“%3”的 log p 改变 %4 nat。</translation>
    </message>
    <message>
        <source>At %1 of %2 places the best word is another.</source>
        <translation>%2 处中有 %1 处的最佳词不同。</translation>
    </message>
    <message numerus="yes">
        <source>It waits: %n token(s) so far.</source>
        <translation>
            <numerusform>正在等待：目前 %n 个词元。</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is done yet.</source>
        <translation>还没有完成任何文档。</translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation>此语料没有文档。</translation>
    </message>
    <message>
        <source>The exit probabilities of %1 of %2 tokens are not numbers: where these would stop is not known.</source>
        <translation>%2 个词元中有 %1 个的退出概率不是数字：不知它们会在何处停止。</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run. Run makes the untouched run of the same text, which it is then set against.</source>
        <translation>此运行的循环内已作更改。“运行”会生成同一文本的未更改运行，随后与之比较。</translation>
    </message>
    <message>
        <source>With this change %1 of %2 best words are others; after “%3” it still says “%4”, with probability %5 instead of %6.</source>
        <translation>此更改使 %2 个最佳词中的 %1 个改变；在“%3”之后仍说“%4”，概率为 %5 而不是 %6。</translation>
    </message>
</context>
<context>
    <name>ouroscope::GateAuditView</name>
    <message numerus="yes">
        <source>%1; %n token(s) with an undefined gate left out</source>
        <translation>
            <numerusform>%1；已略去 %n 个门控未定义的词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message numerus="yes">
        <source>Average of %n token(s): entropy of p %1 ± %2 nats, expected depth %3</source>
        <translation>
            <numerusform>%n 个词元的平均：p 的熵 %1 ± %2 nats，期望深度 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact, a lower bound from what was kept, or not recorded</source>
        <translation>精确、由保留内容得到的下界，或未记录</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>退出规则</translation>
    </message>
    <message>
        <source>Exit rules at the present mean depth, sorted by regret</source>
        <translation>当前平均深度下的退出规则，按遗憾值排序</translation>
    </message>
    <message>
        <source>Exit rules: mean loops against quality</source>
        <translation>退出规则：平均循环数与质量</translation>
    </message>
    <message>
        <source>Export the exit rules</source>
        <translation>导出退出规则</translation>
    </message>
    <message>
        <source>Export the gate&apos;s averages</source>
        <translation>导出门控平均值</translation>
    </message>
    <message>
        <source>Gate audit</source>
        <translation>门控审查</translation>
    </message>
    <message>
        <source>Gate averaged over tokens by loop</source>
        <translation>各循环门控，词元平均</translation>
    </message>
    <message>
        <source>Gate of the selected token by loop</source>
        <translation>所选词元的各循环门控</translation>
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
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>Quality of the exit rules shown</source>
        <translation>所示退出规则的质量</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>正在读取轨迹...</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>遗憾值</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Select a token to see what its gate says.</source>
        <translation>选择一个词元查看其门控。</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>停止于</translation>
    </message>
    <message>
        <source>Threshold that gives this depth; between two thresholds the tokens are mixed at random</source>
        <translation>给出该深度的阈值；两个阈值之间随机混合词元</translation>
    </message>
    <message>
        <source>Token %1 “%2”: entropy of p %3 nats, expected depth %4, read at loop %5</source>
        <translation>词元 %1“%2”：p 的熵 %3 nats，期望深度 %4，在循环 %5 读出</translation>
    </message>
    <message>
        <source>Token %1 “%2”: the gate is undefined, so the last loop is read</source>
        <translation>词元 %1“%2”：门控未定义，因此读取最后循环</translation>
    </message>
    <message>
        <source>from %1 loops</source>
        <translation>从 %1 个循环起</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>± is half the distance between the quartiles</source>
        <translation>± 为四分位距的一半</translation>
    </message>
    <message>
        <source>The gate is undefined at every token</source>
        <translation>在所有词元上门都没有定义</translation>
    </message>
    <message>
        <source>The model of this trace has no exit gate.</source>
        <translation>此记录的模型没有退出门。</translation>
    </message>
    <message>
        <source>Without a gate a token is read at the last loop allowed.</source>
        <translation>没有门时，词元在允许的最后一个循环处读取。</translation>
    </message>
    <message>
        <source>Exit rules at the same depth: %1 loops a token</source>
        <translation>相同深度下的退出规则：每词元 %1 个循环</translation>
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
        <translation>CDF（须线：四分位）</translation>
    </message>
    <message>
        <source>Exit probability p</source>
        <translation>退出概率 p</translation>
    </message>
    <message>
        <source>Gate λ</source>
        <translation>门控 λ</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Remainder p</source>
        <translation>剩余 p</translation>
    </message>
    <message>
        <source>λ of the last loop, unused</source>
        <translation>最后循环的 λ，未使用</translation>
    </message>
    <message>
        <source>Prob.</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryFigure</name>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>循环（虚线：训练时 %1）</translation>
    </message>
    <message>
        <source>median of all tokens</source>
        <translation>所有词元的中位数</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>中间一半</translation>
    </message>
</context>
<context>
    <name>ouroscope::GeometryView</name>
    <message>
        <source>%1 = %2, on the states after each loop&apos;s norm. The first loop starts from the embedding and has no step.</source>
        <translation>%1 = %2，取每个循环归一化后的状态。首个循环从嵌入开始，没有步长。</translation>
    </message>
    <message>
        <source>Components %1 and %2</source>
        <translation>成分 %1 和 %2</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>正在计算主成分</translation>
    </message>
    <message numerus="yes">
        <source>One basis for all: principal components of %Ln states (all tokens and loops), centred.</source>
        <translation>
            <numerusform>统一的基：%Ln 个状态（所有词元和循环，已中心化）的主成分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Open its model to run it again and record them, or do it on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>轨道需要每个循环的隐藏状态，而此轨迹中没有。请打开其模型重新运行并记录，或使用命令行：
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits need the hidden state of every loop, which this trace does not have. Run it again and record them, here or on the command line with:
ouroscope-cli trace --capture hidden</source>
        <translation>轨道需要每个循环的隐藏状态，而此轨迹中没有。请在此重新运行并记录，或使用命令行：
ouroscope-cli trace --capture hidden</translation>
    </message>
    <message>
        <source>Orbits of the selected tokens in principal components</source>
        <translation>所选词元在主成分中的轨道</translation>
    </message>
    <message>
        <source>Principal components on the axes</source>
        <translation>坐标轴的主成分</translation>
    </message>
    <message>
        <source>Quantity over the loops</source>
        <translation>随循环变化的量</translation>
    </message>
    <message>
        <source>Quantity over the loops, all tokens and the selected ones</source>
        <translation>随循环变化的量，所有词元和所选词元</translation>
    </message>
    <message>
        <source>Reading states</source>
        <translation>正在读取状态</translation>
    </message>
    <message>
        <source>Run a prompt or open a trace to see how its states move over the loops.</source>
        <translation>运行提示词或打开轨迹，查看状态随循环的变化。</translation>
    </message>
    <message>
        <source>Run again with hidden states</source>
        <translation>记录隐藏状态并重新运行</translation>
    </message>
    <message>
        <source>Select a token to see its orbit.</source>
        <translation>选择一个词元查看其轨道。</translation>
    </message>
    <message>
        <source>The components are approximate: their variances lie close together.</source>
        <translation>成分为近似值：它们的方差彼此接近。</translation>
    </message>
    <message>
        <source>The trace has too few states for these components.</source>
        <translation>此轨迹的状态太少，无法得到这些成分。</translation>
    </message>
</context>
<context>
    <name>ouroscope::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>上一页 (Alt+Left)</translation>
    </message>
    <message>
        <source>The page after (Alt+Right)</source>
        <translation>下一页 (Alt+Right)</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>所有页面</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapCanvas</name>
    <message>
        <source>Depth heatmap, tokens by loops</source>
        <translation>深度热图，词元 × 循环</translation>
    </message>
    <message>
        <source>Token %1 “%2”, loop %3</source>
        <translation>词元 %1“%2”，循环 %3</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapFigure</name>
    <message>
        <source>%1 (log scale)</source>
        <translation>%1（对数刻度）</translation>
    </message>
</context>
<context>
    <name>ouroscope::HeatmapView</name>
    <message>
        <source>%1 “%2”</source>
        <comment>position and text of a token</comment>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: value unit</comment>
        <translation>%1：%2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold limits</source>
        <translation>固定范围</translation>
    </message>
    <message>
        <source>Keep the present colour limits for other traces too, so that pictures can be compared</source>
        <translation>对其他轨迹也保持当前颜色范围，便于比较图像</translation>
    </message>
    <message>
        <source>Measure of the heatmap</source>
        <translation>热图的度量</translation>
    </message>
    <message>
        <source>Part of the text that the heatmap shows</source>
        <translation>热图所显示的文本部分</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>显示所有词元</translation>
    </message>
    <message>
        <source>Show all tokens (0, or double click)</source>
        <translation>显示所有词元（0 或双击）</translation>
    </message>
    <message>
        <source>Tokens %1–%2 of %3</source>
        <translation>词元 %1–%2，共 %3</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>词元纵向排列</translation>
    </message>
    <message>
        <source>best word “%1”</source>
        <translation>最佳词“%1”</translation>
    </message>
    <message>
        <source>exit loop %1</source>
        <translation>退出循环 %1</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <translation>循环 %1 / %2</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>记录中没有</translation>
    </message>
    <message>
        <source>Show the words of this cell</source>
        <translation>显示此单元格的词</translation>
    </message>
    <message>
        <source>Copy what this cell says</source>
        <translation>复制此单元格的内容</translation>
    </message>
    <message>
        <source>Export this figure...</source>
        <translation>导出此图...</translation>
    </message>
    <message>
        <source>Point at a cell to read it; Ctrl+wheel zooms.</source>
        <translation>指向单元格即可读取；Ctrl+滚轮缩放。</translation>
    </message>
    <message>
        <source>What if something is changed here...</source>
        <translation>如果在此处作更改...</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>尚无记录：请运行提示词或打开轨迹。</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobRunner</name>
    <message>
        <source>Out of memory: use fewer tokens or loops, or capture less.</source>
        <translation>内存不足：请减少词元或循环，或记录更少内容。</translation>
    </message>
</context>
<context>
    <name>ouroscope::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ouroscope::KeysDialog</name>
    <message>
        <source>%1 is the key of “%2”: assigning it takes it from there.</source>
        <translation>%1 是“%2”的按键：分配后原有绑定会移除。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>方向键、Home、End</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>选择一个操作以更改其按键。</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the list of keys</source>
        <translation>筛选按键列表</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Move the selection</source>
        <translation>移动选择</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>New key of the chosen action</source>
        <translation>所选操作的新按键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>重置所有按键</translation>
    </message>
    <message>
        <source>Select a range of tokens</source>
        <translation>选择一段词元</translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation>Shift+方向键、Shift+单击</translation>
    </message>
    <message>
        <source>Show all of a plot</source>
        <translation>显示整个图表</translation>
    </message>
    <message>
        <source>Zoom a plot or the text</source>
        <translation>缩放图或文本</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Zoom a plot to some tokens</source>
        <translation>将图缩放到部分 token</translation>
    </message>
    <message>
        <source>Drag along its words</source>
        <translation>沿其词拖动</translation>
    </message>
    <message>
        <source>Move a zoomed plot</source>
        <translation>移动已缩放的图</translation>
    </message>
    <message>
        <source>Wheel, or drag with the middle button</source>
        <translation>滚轮，或用中键拖动</translation>
    </message>
    <message>
        <source>Move the line of the loops allowed</source>
        <translation>移动允许循环的线</translation>
    </message>
    <message>
        <source>PgUp and PgDn in the text, or drag it</source>
        <translation>在文本中按 PgUp 和 PgDn，或拖动它</translation>
    </message>
    <message>
        <source>Change how sure the gate must be</source>
        <translation>更改门控需要多确定</translation>
    </message>
    <message>
        <source>+ and - in the text</source>
        <translation>在文本中按 + 和 -</translation>
    </message>
</context>
<context>
    <name>ouroscope::Ladder</name>
    <message>
        <source>Best word after every loop</source>
        <translation>每次循环后的最佳词</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>“%1”之后</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>layer</comment>
        <translation>层%1</translation>
    </message>
    <message>
        <source>Loop %1</source>
        <translation>循环 %1</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>循环 %1，第 %2 层</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>记录中没有</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>word, probability</comment>
        <translation>“%1”，%2</translation>
    </message>
    <message>
        <source>%1: read here</source>
        <translation>%1：在此读取</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>ouroscope::LanguageDemoDialog</name>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Get the language demo</source>
        <translation>获取语言演示</translation>
    </message>
    <message>
        <source>A small language model for English, some of whose layers are run again and again in small steps. It shows on ordinary sentences what loops change. It is not part of the program: Python and a network are needed once.</source>
        <translation>一个小型英语语言模型，其中一些层以小步长反复运行。它用普通的句子展示循环带来的变化。它不包含在程序中：需要一次 Python 和网络。</translation>
    </message>
    <message>
        <source>The same without the window</source>
        <translation>不用窗口完成同样的操作</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>下载内容</translation>
    </message>
    <message>
        <source>the Python package %1, %2, by pip</source>
        <translation>Python 软件包 %1，%2，通过 pip</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>占用磁盘</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Where the folder will lie</source>
        <translation>文件夹的位置</translation>
    </message>
    <message>
        <source>The language demo is there already.</source>
        <translation>语言演示已经在那里。</translation>
    </message>
    <message>
        <source>Something else is there already: choose another folder.</source>
        <translation>那里已有其他内容：请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Getting the language demo</source>
        <translation>正在获取语言演示</translation>
    </message>
</context>
<context>
    <name>ouroscope::LayersFigure</name>
    <message>
        <source>loop %1</source>
        <translation>循环 %1</translation>
    </message>
    <message>
        <source>Layer, counted over all loops</source>
        <translation>层（按所有循环连续编号）</translation>
    </message>
    <message>
        <source>Layer of all loops</source>
        <translation>所有循环的层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>训练时为 %1</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context>
<context>
    <name>ouroscope::LegendStrip</name>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>已选择 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Shading: %1</source>
        <translation>着色：%1</translation>
    </message>
    <message>
        <source>underlined: generated</source>
        <translation>下划线：生成</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensCurvesFigure</name>
    <message>
        <source>loop that is read</source>
        <translation>读出的循环</translation>
    </message>
    <message>
        <source>Log-prob. (nats)</source>
        <translation>对数概率 (nats)</translation>
    </message>
    <message>
        <source>Log-probability (nats)</source>
        <translation>对数概率 (nats)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>循环（虚线：训练时 %1）</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Rank of the word</source>
        <translation>词的排名</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Loop, after token %1 “%2”</source>
        <translation>循环，词元 %1“%2”之后</translation>
    </message>
    <message>
        <source>Loop, after “%1”</source>
        <translation>循环，“%1”之后</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>训练时为 %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensTableModel</name>
    <message>
        <source>Loop %1</source>
        <translation>循环 %1</translation>
    </message>
    <message>
        <source>Loop %1 was not run for this token.</source>
        <translation>此词元未运行循环 %1。</translation>
    </message>
    <message>
        <source>Loop %1: beyond the trained number</source>
        <translation>循环 %1：超过训练时的数目</translation>
    </message>
    <message>
        <source>Loop %1: the loop that is read here</source>
        <translation>循环 %1：此处读出的循环</translation>
    </message>
    <message>
        <source>Within loop %1, after layer %2: read through the final norm and the head, which were trained for the end of a loop only</source>
        <translation>循环 %1 内第 %2 层之后：经最终归一化和输出头读出，二者仅针对循环结束训练</translation>
    </message>
    <message>
        <source>became the best word here</source>
        <translation>在此成为最佳词</translation>
    </message>
    <message numerus="yes">
        <source>fell by %n place(s)</source>
        <translation>
            <numerusform>下降 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>循环 %1</translation>
    </message>
    <message>
        <source>loop %1, after layer %2</source>
        <translation>循环 %1，第 %2 层之后</translation>
    </message>
    <message>
        <source>new among the kept words</source>
        <translation>新进入保留词</translation>
    </message>
    <message numerus="yes">
        <source>rose by %n place(s)</source>
        <translation>
            <numerusform>上升 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at %2: probability %3, log-probability %4 nats</source>
        <translation>“%1”（%2）：概率 %3，对数概率 %4 nats</translation>
    </message>
</context>
<context>
    <name>ouroscope::LensView</name>
    <message>
        <source>After token %1 “%2”</source>
        <translation>词元 %1“%2”之后</translation>
    </message>
    <message>
        <source>After token %1 “%2” (under the pointer)</source>
        <translation>词元 %1“%2”之后（指针所在处）</translation>
    </message>
    <message>
        <source>Curves of words over the loops</source>
        <translation>词随循环变化的曲线</translation>
    </message>
    <message>
        <source>Layers within the loops are not in this record.</source>
        <translation>此记录中没有循环内各层。</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>Most probable words at every loop</source>
        <translation>每个循环最可能的词</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Quantity of the curves</source>
        <translation>曲线的量</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) read unfinished states through the final norm and the head, which were trained for whole loops: a hint, not the model&apos;s word.</source>
        <translation>循环内的行（变暗）用针对整个循环训练的最终归一化和输出头读取未完成的状态：仅供参考，并非模型的输出。</translation>
    </message>
    <message numerus="yes">
        <source>Run again to track %n word(s)</source>
        <translation>
            <numerusform>重新运行以跟踪 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again with layers</source>
        <translation>记录各层并重新运行</translation>
    </message>
    <message>
        <source>Runs the same text on the loaded model, recording these words at every loop</source>
        <translation>在已加载的模型上运行同一文本，并在每个循环记录这些词</translation>
    </message>
    <message>
        <source>Select a token to see what each loop would say next.</source>
        <translation>选择一个词元，查看每个循环接下来会输出什么。</translation>
    </message>
    <message>
        <source>Track words, comma between</source>
        <translation>要跟踪的词，用逗号分隔</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is %n token(s) to this model and has no single curve: %2. Track one of them.</source>
        <translation>
            <numerusform>“%1”在此模型中为 %n 个词元，没有单一曲线：%2。请跟踪其中之一。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not in this record.</source>
        <translation>此记录中没有“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not in this record; open the model that made it to track it.</source>
        <translation>此记录中没有“%1”；要跟踪它，请打开生成该记录的模型。</translation>
    </message>
    <message>
        <source>“%1” is recorded only where it was among the best %2.</source>
        <translation>“%1”仅在进入前 %2 名处有记录。</translation>
    </message>
    <message>
        <source>Rows within a loop (dimmed) are read through the maps of %1, then the final norm and the head.</source>
        <translation>循环内的行（变暗）先经 %1 的映射，再经最终归一化和输出头读取。</translation>
    </message>
</context>
<context>
    <name>ouroscope::LineGrip</name>
    <message>
        <source>Loops allowed</source>
        <translation>允许的循环</translation>
    </message>
    <message>
        <source>How many loops a word may use in this reading of the record: the line across the columns. Nothing is run again.</source>
        <translation>按此方式读取记录时一个词可用的循环数：横穿各列的线。不会重新运行。</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveText</name>
    <message>
        <source>All loops were run</source>
        <translation>已运行全部循环</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>从此处起：%1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n loop(s) were run</source>
        <translation>
            <numerusform>只运行了 %n 个循环</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Run to generate from the prompt above, or Step for one token at a time. Above every word you see how deep the model went for it.</source>
        <translation>按“运行”从上方提示词生成，或按“单步”逐个词元生成。每个词上方显示模型所用的深度。</translation>
    </message>
    <message>
        <source>Token %1 “%2”
Exit loop %3 of %4, expected depth %5</source>
        <translation>词元 %1“%2”
退出循环 %3 / %4，期望深度 %5</translation>
    </message>
</context>
<context>
    <name>ouroscope::LiveView</name>
    <message>
        <source>%1 (as it is)</source>
        <translation>%1（保持不变）</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>每秒 %1 个词元</translation>
    </message>
    <message>
        <source>After an exit</source>
        <translation>退出之后</translation>
    </message>
    <message>
        <source>Another word...</source>
        <translation>其他词...</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branch here...</source>
        <translation>在此分支...</translation>
    </message>
    <message>
        <source>Changes what the model does from the next token on, and is kept in the trace. The strip above only changes how the record is read.</source>
        <translation>从下一个词元起改变模型的行为，并记入轨迹。上方的条带只改变记录的读法。</translation>
    </message>
    <message>
        <source>Draw again with another seed (this run was greedy)</source>
        <translation>用另一种子重新抽取（本次运行为贪心）</translation>
    </message>
    <message>
        <source>Draw again with seed %1</source>
        <translation>用种子 %1 重新抽取</translation>
    </message>
    <message>
        <source>End the run within one layer; what was generated is kept</source>
        <translation>在一层之内结束运行；已生成的内容会保留</translation>
    </message>
    <message>
        <source>Exit threshold q of the tokens to come</source>
        <translation>后续词元的退出阈值 q</translation>
    </message>
    <message>
        <source>Finishing this token</source>
        <translation>正在完成此词元</translation>
    </message>
    <message>
        <source>Generate from the prompt at the top of the window</source>
        <translation>从窗口顶部的提示词生成</translation>
    </message>
    <message>
        <source>Generate one token, then wait (Return in the text below)</source>
        <translation>生成一个词元后等待（在下方文本中按回车）</translation>
    </message>
    <message>
        <source>Generated text under its depth ribbon</source>
        <translation>深度带下的生成文本</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>Hold before the next token (Space in the text below)</source>
        <translation>在下一个词元前暂停（在下方文本中按空格）</translation>
    </message>
    <message>
        <source>In place of token %1</source>
        <translation>替换词元 %1</translation>
    </message>
    <message>
        <source>KV policies full, last-exited-copy and latest-available: with the last two, loops after the exit cost nothing, and later tokens see other keys and values in their place</source>
        <translation>KV 策略 full、last-exited-copy 和 latest-available：后两种在退出后的循环不耗计算，后续词元看到的是替代的键和值</translation>
    </message>
    <message>
        <source>Branch before the selected token and continue with another word (B in the text below)</source>
        <translation>在所选词元之前分支，用另一个词继续（在下方文本中按 B）</translation>
    </message>
    <message>
        <source>Loop budget of the tokens to come</source>
        <translation>后续词元的循环预算</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused before token %1</source>
        <translation>已在词元 %1 前暂停</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>正在读取提示词</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Seed </source>
        <comment>spin box prefix</comment>
        <translation>种子 </translation>
    </message>
    <message>
        <source>Seed of the next run or branch</source>
        <translation>下次运行或分支的种子</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
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
        <translation>下次运行的温度</translation>
    </message>
    <message>
        <source>The same word, then continue with the settings above</source>
        <translation>保留同一个词，再按上方设置继续</translation>
    </message>
    <message>
        <source>The tokens to come</source>
        <translation>后续词元</translation>
    </message>
    <message>
        <source>The word in place of token %1</source>
        <translation>替换词元 %1 的词</translation>
    </message>
    <message>
        <source>What happens to the loops after an exit</source>
        <translation>退出后各循环的处理方式</translation>
    </message>
    <message>
        <source>What the next run or branch begins with. The strip above only changes how the record is read.</source>
        <translation>下次运行或分支的起始设置。上方的条带只改变记录的读法。</translation>
    </message>
    <message>
        <source>run the others too</source>
        <translation>其余照常运行</translation>
    </message>
    <message>
        <source>skip, copy the last</source>
        <translation>跳过，复制最后</translation>
    </message>
    <message>
        <source>skip, use the deepest</source>
        <translation>跳过，用最深</translation>
    </message>
    <message>
        <source>“%1”, %2 %</source>
        <translation>“%1”，%2 %</translation>
    </message>
    <message>
        <source>Budget to come %1 of %2</source>
        <translation>之后的预算 %1/%2</translation>
    </message>
    <message>
        <source>q to come 1: always the budget</source>
        <translation>之后的 q 为 1：总是用满预算</translation>
    </message>
    <message>
        <source>q to come %1</source>
        <translation>之后的 q %1</translation>
    </message>
    <message>
        <source>An exit rule stops the tokens</source>
        <translation>由退出规则停止词元</translation>
    </message>
    <message>
        <source>generated tokens, as they were run: read at loop %1 of %2 on average</source>
        <translation>生成的词元（按实际运行）：平均在第 %1 次循环读取（共 %2 次）</translation>
    </message>
    <message>
        <source>A model writes here token by token, and can be held and steered on the way. Open a model first (File menu).</source>
        <translation>模型在这里逐词元书写，途中可以暂停和调节。请先打开模型（文件菜单）。</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopAnswers</name>
    <message>
        <source>The best word after every loop</source>
        <translation>每次循环后的最佳词</translation>
    </message>
    <message>
        <source>Loop %1: %2</source>
        <translation>第 %1 次循环：%2</translation>
    </message>
    <message>
        <source>%1 = step %2</source>
        <comment>a word; the step of a puzzle with that value</comment>
        <translation>%1 = 第 %2 步</translation>
    </message>
    <message>
        <source>By the game&apos;s rule:</source>
        <translation>按游戏规则：</translation>
    </message>
</context>
<context>
    <name>ouroscope::LoopStage</name>
    <message>
        <source>Gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <comment>the best word follows</comment>
        <translation>输出头：%1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Loop %1 of %2, at station %3</source>
        <translation>循环 %1 / %2，第 %3 站</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The loop with the token&apos;s state</source>
        <translation>循环与词元的状态</translation>
    </message>
    <message>
        <source>think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>even out</source>
        <translation>调匀</translation>
    </message>
    <message>
        <source>enough?</source>
        <translation>够了吗？</translation>
    </message>
    <message>
        <source>say a word</source>
        <translation>说出一个词</translation>
    </message>
    <message>
        <source>Loop %1 of %2</source>
        <translation>第 %1 次循环，共 %2 次</translation>
    </message>
</context>
<context>
    <name>ouroscope::LossFigure</name>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Mean −log p of the next token (nats)</source>
        <translation>下一词元的平均 −log p（nats）</translation>
    </message>
    <message>
        <source>−log p (nats)</source>
        <translation>−log p（nats）</translation>
    </message>
    <message>
        <source>lowest at loop %1</source>
        <translation>最低在循环 %1</translation>
    </message>
    <message>
        <source>within %1 nats of it</source>
        <translation>与其相差不超过 %1 nats</translation>
    </message>
    <message>
        <source>trained with %1</source>
        <translation>训练时为 %1</translation>
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
        <translation>关于 Ouroscope(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>清除选择(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close trace</source>
        <translation>关闭轨迹(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export figure...</source>
        <translation>导出图(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find in text</source>
        <translation>在文本中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to token...</source>
        <translation>转到词元(&amp;G)...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next deep token</source>
        <translation>下一个深层词元(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open trace...</source>
        <translation>打开轨迹(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Previous deep token</source>
        <translation>上一个深层词元(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo view change</source>
        <translation>重做视图更改(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reopen closed trace</source>
        <translation>重新打开已关闭的轨迹(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run prompt</source>
        <translation>运行提示词(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save trace...</source>
        <translation>保存轨迹(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo view change</source>
        <translation>撤销视图更改(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>About Ouroscope</source>
        <translation>关于 Ouroscope</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Command &amp;palette</source>
        <translation>命令面板(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>编辑提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>示例：%1</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Go to token</source>
        <translation>转到词元</translation>
    </message>
    <message>
        <source>Go to token %1</source>
        <translation>转到词元 %1</translation>
    </message>
    <message>
        <source>Heatmap: %1</source>
        <translation>热图：%1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>语言：%1</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;less</source>
        <translation>循环预算减一(&amp;L)</translation>
    </message>
    <message>
        <source>Loop budget: one &amp;more</source>
        <translation>循环预算加一(&amp;M)</translation>
    </message>
    <message>
        <source>Next trace</source>
        <translation>下一条轨迹</translation>
    </message>
    <message>
        <source>Open &amp;model folder...</source>
        <translation>打开模型文件夹(&amp;M)...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Opening the last session</source>
        <translation>正在打开上次会话</translation>
    </message>
    <message>
        <source>Ouroscope %1

Sees how a looped language model spends its depth: every loop of every token, what it would have said and when it would have stopped.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ouroscope %1

查看循环语言模型如何使用深度：每个词元的每个循环会说什么、何时会停止。

自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>预设：%1</translation>
    </message>
    <message>
        <source>Previous trace</source>
        <translation>上一条轨迹</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Prompt and &amp;controls</source>
        <translation>提示词与控件(&amp;C)</translation>
    </message>
    <message>
        <source>R&amp;eset this layout</source>
        <translation>重置此布局(&amp;E)</translation>
    </message>
    <message>
        <source>Recent: %1</source>
        <translation>最近：%1</translation>
    </message>
    <message>
        <source>Reduce m&amp;otion</source>
        <translation>减少动画(&amp;O)</translation>
    </message>
    <message>
        <source>Selection &amp;after</source>
        <translation>后一次选择(&amp;A)</translation>
    </message>
    <message>
        <source>Selection &amp;before</source>
        <translation>前一次选择(&amp;B)</translation>
    </message>
    <message>
        <source>Shade the text by: %1</source>
        <translation>文本着色依据：%1</translation>
    </message>
    <message>
        <source>Token, from 1:</source>
        <translation>词元（从 1 开始）：</translation>
    </message>
    <message>
        <source>Trace: %1</source>
        <translation>轨迹：%1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>Close Ouroscope</source>
        <translation>关闭 Ouroscope</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) would be lost: nobody saved them, and the session could not be kept.</source>
        <translation>
            <numerusform>将丢失 %n 次运行：没有人保存过，会话也无法保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>保存...</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Save the runs in</source>
        <translation>将运行保存到</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Runs and &amp;questions</source>
        <translation>运行和问题(&amp;Q)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Added to the figure page</source>
        <translation>已加入图页</translation>
    </message>
    <message>
        <source>Get the &amp;language demo...</source>
        <translation>获取语言演示(&amp;L)...</translation>
    </message>
    <message>
        <source>Open recorded e&amp;xample</source>
        <translation>打开已记录的示例(&amp;X)</translation>
    </message>
    <message>
        <source>Recorded example: %1</source>
        <translation>已记录的示例：%1</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>缩小(&amp;M)</translation>
    </message>
    <message>
        <source>Us&amp;ual size</source>
        <translation>标准大小(&amp;U)</translation>
    </message>
    <message>
        <source>Size: %1 %</source>
        <translation>大小：%1 %</translation>
    </message>
    <message>
        <source>&amp;Guide to what is shown</source>
        <translation>所示内容的指南(&amp;G)</translation>
    </message>
    <message>
        <source>Open &amp;corpus...</source>
        <translation>打开语料(&amp;C)...</translation>
    </message>
    <message>
        <source>Run &amp;again with more recorded...</source>
        <translation>再次运行并记录更多(&amp;A)...</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>ouroscope::MatrixFigure</name>
    <message>
        <source>Virtual layer, by loop</source>
        <translation>虚拟层（按循环）</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
</context>
<context>
    <name>ouroscope::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>显示所有消息</translation>
    </message>
</context>
<context>
    <name>ouroscope::ModelOptions</name>
    <message>
        <source>Open so</source>
        <translation>以此打开</translation>
    </message>
    <message>
        <source>Choosing another one opens the model again</source>
        <translation>选择其他门控会重新打开模型</translation>
    </message>
    <message>
        <source>through the layers after it</source>
        <translation>经过其后的层</translation>
    </message>
    <message>
        <source>by norm and head alone</source>
        <translation>仅用归一化和输出头</translation>
    </message>
    <message>
        <source>The coda lens reads a loop as a run with so many loops would go on; the logit lens is cheaper and another lens. Choosing another one opens the model again</source>
        <translation>coda 透镜按照只运行这么多循环时的后续来读取一个循环；logit 透镜更省，是另一种透镜。选择其他透镜会重新打开模型</translation>
    </message>
    <message>
        <source>none</source>
        <comment>layers</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Layers to loop</source>
        <translation>要循环的层</translation>
    </message>
    <message>
        <source>A plain model has one loop. These of its layers are looped without training, from one to another such as 15-18; empty: as the folder says</source>
        <translation>普通模型只有一个循环。这些层不经训练就循环，从某层到某层，例如 15-18；留空：按文件夹所述</translation>
    </message>
    <message>
        <source>Rule of the steps</source>
        <translation>步进规则</translation>
    </message>
    <message>
        <source>What a turn does with the state: with euler and anchored, a run with fewer loops is another run</source>
        <translation>一轮对状态做什么：使用 euler 和 anchored 时，循环更少的运行是另一次运行</translation>
    </message>
    <message>
        <source>Gate that decides exits</source>
        <translation>决定退出的门控</translation>
    </message>
    <message>
        <source>A loop is read</source>
        <translation>循环的读取方式</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>模型自带</translation>
    </message>
</context>
<context>
    <name>ouroscope::OperatingCurveFigure</name>
    <message>
        <source>This reading</source>
        <translation>当前读法</translation>
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
        <translation>节省的循环</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Agreement with full depth</source>
        <translation>与全深度的一致率</translation>
    </message>
    <message>
        <source>Agreement with the deepest loop run</source>
        <translation>与所运行最深循环的一致率</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>Gate, past the record</source>
        <translation>门控，超出记录</translation>
    </message>
    <message>
        <source>KL from full depth (nats)</source>
        <translation>与全深度的 KL (nats)</translation>
    </message>
    <message>
        <source>KL from the deepest loop run (nats)</source>
        <translation>与所运行最深循环的 KL (nats)</translation>
    </message>
    <message>
        <source>Mean loops</source>
        <translation>平均循环数</translation>
    </message>
    <message>
        <source>Measured early exit</source>
        <translation>实测的提前退出</translation>
    </message>
    <message>
        <source>NLL (nats per token)</source>
        <translation>NLL（nats/词元）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>神谕上界</translation>
    </message>
    <message>
        <source>Random exit</source>
        <translation>随机退出</translation>
    </message>
    <message>
        <source>Same budget for all</source>
        <translation>统一预算</translation>
    </message>
    <message>
        <source>Theoretical loops saved</source>
        <translation>理论上节省的循环</translation>
    </message>
    <message>
        <source>q %1: %2</source>
        <translation>q %1：%2</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <comment>axis title, number of tokens</comment>
        <translation>%1，n = %2</translation>
    </message>
    <message>
        <source>95 % interval, against full depth</source>
        <translation>95% 区间（与全深度相比）</translation>
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
        <translation>一致率 %1 · NLL %2 · KL %3（nats/词元）</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>全部三项</translation>
    </message>
    <message>
        <source>Export the operating curve</source>
        <translation>导出工作曲线</translation>
    </message>
    <message>
        <source>Full depth is not recorded: agreement and KL compare with the deepest loop that each token ran.</source>
        <translation>没有全深度的记录：一致率和 KL 与每个词元所运行的最深循环比较。</translation>
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
        <translation>没有词元记录了后续词元，因此没有 NLL。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>Operating curve</source>
        <translation>工作曲线</translation>
    </message>
    <message>
        <source>Operating curve; arrow keys move the exit threshold q</source>
        <translation>工作曲线；方向键移动退出阈值 q</translation>
    </message>
    <message>
        <source>Quality shown against depth</source>
        <translation>随深度显示的质量</translation>
    </message>
    <message>
        <source>Reading the trace...</source>
        <translation>正在读取轨迹...</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token, %3 a generated token.</source>
        <translation>实际运行（KV 策略 %1）：每个词元 %2 个循环，每个生成词元 %3 个。</translation>
    </message>
    <message>
        <source>Really run (KV policy %1): %2 loops a token.</source>
        <translation>实际运行（KV 策略 %1）：每个词元 %2 个循环。</translation>
    </message>
    <message>
        <source>q %1 · read at loop %2 of %3 on average · theoretical saving %4 loops a token</source>
        <translation>q %1 · 平均在第 %2 次循环读取（共 %3 次）· 理论上每词元节省 %4 个循环</translation>
    </message>
</context>
<context>
    <name>ouroscope::OrbitFigure</name>
    <message>
        <source>PC %1 (%2 % of the variance)</source>
        <translation>PC %1（方差的 %2 %）</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>循环 %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::OwnText</name>
    <message>
        <source>Take: count on</source>
        <translation>Take：接着算</translation>
    </message>
    <message>
        <source>Cups: follow the ball</source>
        <translation>杯子：追踪小球</translation>
    </message>
    <message>
        <source>Facts: who is who</source>
        <translation>事实：谁是谁</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>括号</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Opposites</source>
        <translation>反义词</translation>
    </message>
    <message>
        <source>A story</source>
        <translation>一个故事</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Open the puzzle model</source>
        <translation>打开谜题模型</translation>
    </message>
    <message>
        <source>Get the language demo...</source>
        <translation>获取语言演示...</translation>
    </message>
    <message>
        <source>A game of the puzzle model, or a text</source>
        <translation>谜题模型的游戏，或一段文本</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>输入文本</translation>
    </message>
    <message>
        <source>Steps: </source>
        <translation>步数：</translation>
    </message>
    <message>
        <source>Steps of the puzzle</source>
        <translation>谜题的步数</translation>
    </message>
    <message>
        <source>Type the beginning of a text, then Enter</source>
        <translation>输入一段文本的开头，然后按 Enter</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>自己的文本</translation>
    </message>
    <message>
        <source>A game of the puzzle model as slots to fill, or a text typed freely</source>
        <translation>谜题模型的填空游戏，或自由输入的文本</translation>
    </message>
    <message>
        <source>How many steps the puzzle has: more steps need more loops</source>
        <translation>谜题有几步：步数越多，需要的循环越多</translation>
    </message>
    <message>
        <source>What the model reads; it then says the next word</source>
        <translation>模型读入的内容；然后它说出下一个词</translation>
    </message>
    <message>
        <source>Says what would be fetched, how large it is and under which licence</source>
        <translation>说明会获取什么、大小以及许可证</translation>
    </message>
    <message>
        <source>No model is open. The puzzle model comes with the program; one that writes English is fetched when you ask for it. A model folder of your own is opened in the File menu.</source>
        <translation>没有打开的模型。谜题模型随程序提供；会写英语的模型在您要求时获取。自己的模型文件夹在“文件”菜单中打开。</translation>
    </message>
    <message>
        <source>Runs this text with %1 and records every loop</source>
        <translation>用 %1 运行这段文本，并记录每次循环</translation>
    </message>
    <message>
        <source>Runs this text and records every loop</source>
        <translation>运行这段文本，并记录每次循环</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>空格 %1</translation>
    </message>
    <message>
        <source>What stands here in the puzzle</source>
        <translation>谜题此处的内容</translation>
    </message>
    <message>
        <source>Opens the small model that comes with the program; it knows seven games</source>
        <translation>打开随程序提供的小模型；它会七种游戏</translation>
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
        <translation> 毫米</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>色图</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of panels</source>
        <translation>子图列数</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Gap between panels</source>
        <translation>子图间距</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>编号字母</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>线宽</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Panel letters</source>
        <translation>子图编号</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Resolution of a PNG</source>
        <translation>PNG 分辨率</translation>
    </message>
    <message>
        <source>SVG text</source>
        <translation>SVG 文字</translation>
    </message>
    <message>
        <source>Same colour limits for equal measures</source>
        <translation>相同度量使用相同颜色范围</translation>
    </message>
    <message>
        <source>Same limits, one bar</source>
        <translation>相同范围，共用色条</translation>
    </message>
    <message>
        <source>Sans (DejaVu Sans)</source>
        <translation>无衬线 (DejaVu Sans)</translation>
    </message>
    <message>
        <source>Serif (Times or similar)</source>
        <translation>衬线 (Times 或类似)</translation>
    </message>
    <message>
        <source>Text of an SVG</source>
        <translation>SVG 的文字</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>in</source>
        <translation>英寸</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
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
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a figure of what the window shows now</source>
        <translation>添加当前窗口所示的图</translation>
    </message>
    <message>
        <source>Exit line</source>
        <translation>退出线</translation>
    </message>
    <message>
        <source>First token of the panel</source>
        <translation>子图的首个词元</translation>
    </message>
    <message>
        <source>Last token of the panel</source>
        <translation>子图的末个词元</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>Measure of the panel</source>
        <translation>子图的度量</translation>
    </message>
    <message>
        <source>Move the chosen panel back</source>
        <translation>将所选子图后移</translation>
    </message>
    <message>
        <source>Move the chosen panel forward</source>
        <translation>将所选子图前移</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>Panels of the page</source>
        <translation>页面的子图</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the chosen panel</source>
        <translation>移除所选子图</translation>
    </message>
    <message>
        <source>Set the chosen panel to what the window shows now</source>
        <translation>将所选子图设为当前窗口所示</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens downwards</source>
        <translation>词元纵向排列</translation>
    </message>
    <message>
        <source>Corpus: %1</source>
        <extracomment>panel of a page, of the open corpus</extracomment>
        <translation>语料：%1</translation>
    </message>
</context>
<context>
    <name>ouroscope::PassLane</name>
    <message>
        <source>One pass through the layers</source>
        <translation>只经过各层一遍</translation>
    </message>
    <message>
        <source>One pass says “%1”, %2</source>
        <translation>只过一遍时说“%1”，%2</translation>
    </message>
</context>
<context>
    <name>ouroscope::PromptOptions</name>
    <message>
        <source>go on with the shown conversation</source>
        <translation>继续所示对话</translation>
    </message>
    <message>
        <source>special tokens are words</source>
        <translation>特殊词元作为普通词</translation>
    </message>
    <message>
        <source>no beginning-of-text token</source>
        <translation>不加文本起始词元</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>词元 ID</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型自带的</translation>
    </message>
    <message>
        <source>none</source>
        <comment>system turn</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>this text:</source>
        <translation>以下文本：</translation>
    </message>
    <message>
        <source>as the model&apos;s template</source>
        <translation>按模型的模板</translation>
    </message>
    <message>
        <source>think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>do not think</source>
        <translation>不思考</translation>
    </message>
    <message>
        <source>Send the prompt as</source>
        <translation>提示词发送方式</translation>
    </message>
    <message>
        <source>System turn</source>
        <translation>系统轮</translation>
    </message>
    <message>
        <source>Text of the system turn</source>
        <translation>系统轮的文本</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>The tokenizer of this model has no marks of turns.</source>
        <translation>此模型的分词器没有轮次标记。</translation>
    </message>
    <message>
        <source>For a prompt that is sent as chat.</source>
        <translation>用于以对话方式发送的提示词。</translation>
    </message>
    <message>
        <source>go on with the shown conversation (turn %1)</source>
        <translation>继续所示对话（第 %1 轮）</translation>
    </message>
    <message>
        <source>What is shown is no conversation with an answer: a new one begins.</source>
        <translation>所示内容不是带回答的对话：将开始新对话。</translation>
    </message>
    <message>
        <source>The prompt is its next turn, after all turns and answers so far</source>
        <translation>提示词是其下一轮，接在此前所有轮次和回答之后</translation>
    </message>
    <message>
        <source>A conversation that goes on keeps its system turn.</source>
        <translation>继续的对话保留其系统轮。</translation>
    </message>
    <message>
        <source>The model&apos;s template writes no system turn of its own.</source>
        <translation>模型的模板不写自己的系统轮。</translation>
    </message>
    <message>
        <source>The model&apos;s template writes: %1</source>
        <translation>模型的模板写道：%1</translation>
    </message>
    <message>
        <source>What the template writes with and without enable_thinking; where it does not know that word, “think” opens a &lt;think&gt; block</source>
        <translation>模板在有无 enable_thinking 时所写的内容；如果模板不认识该词，“思考”会打开 &lt;think&gt; 块</translation>
    </message>
    <message>
        <source>Token ids have no special words.</source>
        <translation>词元 ID 没有特殊词。</translation>
    </message>
    <message>
        <source>Special tokens that are written out in the prompt are the words that they are written with</source>
        <translation>提示词中写出的特殊词元按其文字作为普通词</translation>
    </message>
    <message>
        <source>For a prompt that is sent as text.</source>
        <translation>用于以文本方式发送的提示词。</translation>
    </message>
    <message>
        <source>This model expects no token before a text.</source>
        <translation>此模型在文本前不需要词元。</translation>
    </message>
    <message>
        <source>Leaves out what this model expects before a text</source>
        <translation>省略此模型在文本前所需的内容</translation>
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
        <translation>保留在此处；下一个问题在旁边打开</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>如何读这幅图</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>加入页面</translation>
    </message>
    <message>
        <source>Adds this picture to the figure page, as a panel</source>
        <translation>把此图作为一个面板加入图页</translation>
    </message>
    <message>
        <source>Copy or export this picture; a window of its own</source>
        <translation>复制或导出此图；独立窗口</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What the picture says</source>
        <translation>此图说明的内容</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>此图的更多操作</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>复制为 SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>复制为 PNG</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>在独立窗口中</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>n = %1 tokens (few)</source>
        <translation>n = %1 个词元（很少）</translation>
    </message>
    <message>
        <source>n = %1 tokens</source>
        <translation>n = %1 个词元</translation>
    </message>
    <message>
        <source>Fewer than %1 tokens: chance alone can make such a picture. Open a longer text, or a corpus.</source>
        <translation>少于 %1 个词元：仅凭偶然也会得到这样的图。请打开更长的文本。</translation>
    </message>
    <message>
        <source>There is no picture here to copy yet.</source>
        <translation>这里还没有可复制的图。</translation>
    </message>
    <message>
        <source>Drag it onto “Paper” to add this picture to the page</source>
        <translation>拖到“纸张”上，将此图加入页面</translation>
    </message>
</context>
<context>
    <name>ouroscope::QuestionRail</name>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunDesk</name>
    <message>
        <source>Branching</source>
        <translation>正在分支</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载 %1</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>There is no model loaded: open a model folder first (File menu).</source>
        <translation>未加载模型：请先打开模型文件夹（“文件”菜单）。</translation>
    </message>
    <message>
        <source>The examples of this model are not offered: %1</source>
        <translation>不提供此模型的示例：%1</translation>
    </message>
    <message>
        <source>There is no trace to run again: run a prompt first.</source>
        <translation>没有可再次运行的轨迹：请先运行一个提示词。</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>正在再次运行</translation>
    </message>
    <message>
        <source>This text is longer than the %L1 positions that the model was made for: what comes after token %L1 is beyond its training.</source>
        <translation>此文本超出模型所设计的 %L1 个位置：第 %L1 个 token 之后超出其训练范围。</translation>
    </message>
    <message>
        <source>%1 and gate “%2”</source>
        <comment>bf16 and gate</comment>
        <translation>%1 和门“%2”</translation>
    </message>
    <message>
        <source>The model was opened again in %1, as this record was made.</source>
        <translation>模型已按此记录产生时的 %1 重新打开。</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3 looped (%4)</source>
        <comment>bf16</comment>
        <translation>%1，第 %2 至 %3 层循环（%4）</translation>
    </message>
    <message>
        <source>Links out of the model folder</source>
        <translation>指向模型文件夹之外的链接</translation>
    </message>
    <message>
        <source>%1 is a link that leaves the model folder, to %2.</source>
        <translation>%1 是指向模型文件夹之外的链接，指向 %2。</translation>
    </message>
    <message>
        <source>Follow the links out of this folder? What they lead to is read as part of the model.</source>
        <translation>要跟随此文件夹之外的链接吗？链接所指的内容会作为模型的一部分读取。</translation>
    </message>
    <message>
        <source>Follow the links</source>
        <translation>跟随链接</translation>
    </message>
    <message>
        <source>The model was not opened: %1 leaves its folder.</source>
        <translation>模型未打开：%1 指向其文件夹之外。</translation>
    </message>
    <message>
        <source>This run was made with another model than the one that is open: open that model first.</source>
        <translation>此运行由另一模型生成：请先打开该模型。</translation>
    </message>
    <message>
        <source>one plain pass</source>
        <translation>单次普通通过</translation>
    </message>
    <message>
        <source>layers %1 looped</source>
        <translation>循环第 %1 层</translation>
    </message>
    <message>
        <source>Running beside</source>
        <translation>正在并列运行</translation>
    </message>
    <message>
        <source>Model to run the text on</source>
        <translation>用来运行文本的模型</translation>
    </message>
    <message>
        <source>Something was changed inside the loops of this run already: show the untouched run, and sweep that.</source>
        <translation>此运行的循环内已作更改：请显示未更改的运行并扫描它。</translation>
    </message>
    <message>
        <source>The run whose states are to be put in is not open.</source>
        <translation>要取用其状态的运行未打开。</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>正在扫描</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>扫描：%1</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunList</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Drop a run on another to compare the two</source>
        <translation>把一个运行拖到另一个上以比较两者</translation>
    </message>
    <message>
        <source>This file is away: click to look for it again.
%1</source>
        <translation>此文件不在：点击可再次查找。
%1</translation>
    </message>
    <message>
        <source>A run that is not saved (the session keeps it)</source>
        <translation>未保存的运行（会话会保留）</translation>
    </message>
    <message>
        <source>loop %1 of %2</source>
        <comment>on average</comment>
        <translation>第 %1/%2 次循环</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>away</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Compare with the shown run</source>
        <translation>与所示运行比较</translation>
    </message>
    <message>
        <source>Save trace...</source>
        <translation>保存轨迹...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ouroscope::RunOptions</name>
    <message>
        <source>word, #123</source>
        <translation>词, #123</translation>
    </message>
    <message>
        <source>Their probability and rank are kept at every loop; #123 is a token id</source>
        <translation>在每个循环记录其概率和排名；#123 是词元 ID</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Drafts tokens with fewer loops and verifies them together: the same text and record</source>
        <translation>用较少的循环起草词元并一起验证：文本和记录不变</translation>
    </message>
    <message>
        <source>Words to track</source>
        <translation>要跟踪的词</translation>
    </message>
    <message>
        <source>Words kept per loop</source>
        <translation>每个循环保留的词数</translation>
    </message>
    <message>
        <source>Loops to draft with</source>
        <translation>起草所用循环数</translation>
    </message>
    <message>
        <source>Tokens per draft</source>
        <translation>每次起草的词元数</translation>
    </message>
    <message>
        <source>Generation stops after one of these too, each one token; #123 is a token id</source>
        <translation>在这些之一之后也停止生成，每个为一个词元；#123 是词元 ID</translation>
    </message>
    <message>
        <source>at the model&apos;s own stop tokens</source>
        <translation>在模型自带的停止词元处</translation>
    </message>
    <message>
        <source>at the longest context of the model</source>
        <translation>在模型的最长上下文处</translation>
    </message>
    <message>
        <source>The loops of this model start from noise, which is a function of this seed</source>
        <translation>此模型的循环从噪声开始，噪声由该种子决定</translation>
    </message>
    <message>
        <source>The end of the text, and in a conversation the end of the turn; without it a run has all the tokens that are asked for</source>
        <translation>文本的结尾，在对话中为轮次的结尾；不选则生成所要求的全部词元</translation>
    </message>
    <message>
        <source>Without it a run goes on beyond what the model was made for</source>
        <translation>不选则运行会超出模型的设计范围</translation>
    </message>
    <message>
        <source>and at</source>
        <translation>以及</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>起始种子</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>The run ends</source>
        <translation>运行结束于</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>记录内容</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Tokens stop by</source>
        <translation>词元停止依据</translation>
    </message>
    <message>
        <source>Keep also:</source>
        <translation>另外保存：</translation>
    </message>
</context>
<context>
    <name>ouroscope::SessionKeeper</name>
    <message>
        <source>Bringing the last session back ended the program twice, so it was set aside in %1.</source>
        <translation>恢复上次会话两次导致程序终止，已移至 %1。</translation>
    </message>
    <message>
        <source>The session cannot be kept: the folder %1 cannot be written. Save runs by hand.</source>
        <translation>无法保留会话：文件夹 %1 不可写。请手动保存运行。</translation>
    </message>
    <message>
        <source>The session could not be kept: %1</source>
        <translation>无法保留会话：%1</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripCanvas</name>
    <message>
        <source>Exit loop %1</source>
        <translation>退出循环 %1</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: %3 %4</source>
        <comment>loop; measure: value unit</comment>
        <translation>退出循环 %1；%2：%3 %4</translation>
    </message>
    <message>
        <source>Exit loop %1; %2: not in the record</source>
        <translation>退出循环 %1；%2：记录中没有</translation>
    </message>
    <message>
        <source>Expected depth %1; best next word there: “%2”</source>
        <translation>期望深度 %1；该处最佳的下一个词：“%2”</translation>
    </message>
    <message>
        <source>Token %1 of %2 “%3”, %4</source>
        <translation>词元 %1 / %2“%3”，%4</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation>词元 %1“%2”</translation>
    </message>
    <message>
        <source>Token %1 “%2”, generated</source>
        <translation>词元 %1“%2”，生成</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Before it the tokenizer left out %1</source>
        <translation>在它之前分词器略去了 %1</translation>
    </message>
    <message>
        <source>After it the tokenizer left out %1</source>
        <translation>在它之后分词器略去了 %1</translation>
    </message>
    <message>
        <source>Text with the depth of every word</source>
        <translation>带有每个词深度的文本</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2 (trained with %3)</source>
        <translation>允许的循环：%1 / %2（训练时为 %3）</translation>
    </message>
    <message>
        <source>Loops allowed: %1 of %2</source>
        <translation>允许的循环：%1 / %2</translation>
    </message>
</context>
<context>
    <name>ouroscope::StripView</name>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>查找...</translation>
    </message>
    <message>
        <source>Show spaces</source>
        <translation>显示空格</translation>
    </message>
    <message>
        <source>How sure the gate must be</source>
        <translation>门控需要多确定</translation>
    </message>
    <message>
        <source>No exit gate</source>
        <translation>没有退出门</translation>
    </message>
    <message>
        <source>How sure: %1</source>
        <translation>确定程度：%1</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>复制为 SVG</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>复制为 PNG</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>显示示例</translation>
    </message>
    <message>
        <source>A recorded text of a small language model; nothing is fetched</source>
        <translation>一个小型语言模型的已记录文本；不下载任何内容</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>打开轨迹…</translation>
    </message>
    <message>
        <source>A record that was kept in a file</source>
        <translation>保存在文件中的记录</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>A folder with a model, to run texts of one’s own</source>
        <translation>包含模型的文件夹，用于运行自己的文本</translation>
    </message>
    <message>
        <source>Type a prompt and press Run, or open a trace.</source>
        <translation>输入提示词并按“运行”，或打开轨迹。</translation>
    </message>
    <message>
        <source>Nothing is open yet: look at an example, or open a trace or a model.</source>
        <translation>尚未打开任何内容：请查看示例，或打开轨迹或模型。</translation>
    </message>
</context>
<context>
    <name>ouroscope::SummaryView</name>
    <message>
        <source>%1 layers, hidden size %2, %3 words</source>
        <translation>%1 层，隐藏维度 %2，词表 %3</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>number type, device</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 prompt, %2 generated</source>
        <translation>提示词 %1，生成 %2</translation>
    </message>
    <message>
        <source>%1 prompt, none generated</source>
        <translation>提示词 %1，未生成</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2</source>
        <translation>记录 %1，训练时 %2</translation>
    </message>
    <message>
        <source>%1 recorded, trained with %2: the last are beyond training</source>
        <translation>记录 %1，训练时 %2：末尾的超出训练</translation>
    </message>
    <message>
        <source>%1, weights SHA-256 %2…</source>
        <translation>%1，权重 SHA-256 %2…</translation>
    </message>
    <message>
        <source>%1: loops after an exit were truly skipped</source>
        <translation>%1：退出后的循环确实被跳过</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) a loop</source>
        <translation>
            <numerusform>每个循环 %n 个候选</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), read at loop %1 of %2 on average</source>
        <translation>
            <numerusform>%n 个词元，平均在循环 %1 / %2 处读出</numerusform>
        </translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Exit rule</source>
        <translation>退出规则</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>生成方式</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>键和值</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成工具</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Not captured</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>尚无记录：请运行提示词或打开轨迹。</translation>
    </message>
    <message>
        <source>Nothing stands out: no token changes its best word.</source>
        <translation>没有突出之处：没有词元改变最佳词。</translation>
    </message>
    <message>
        <source>Ouroscope %1</source>
        <translation>Ouroscope %1</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Summary of the trace</source>
        <translation>轨迹概览</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <comment>position and text</comment>
        <translation>词元 %1“%2”</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tracked words</source>
        <translation>跟踪的词</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>先看哪里</translation>
    </message>
    <message numerus="yes">
        <source>changes its best word %n time(s)</source>
        <translation>
            <numerusform>最佳词改变 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>commits latest: at loop %1</source>
        <translation>最晚确定：在循环 %1</translation>
    </message>
    <message>
        <source>deepest: expected depth %1</source>
        <translation>最深：期望深度 %1</translation>
    </message>
    <message>
        <source>first loop whose cumulative exit probability reaches %1; the last takes the rest</source>
        <translation>累积退出概率达到 %1 的首个循环；其余归最后循环</translation>
    </message>
    <message>
        <source>full: every loop was run, an exit only chooses which is read</source>
        <translation>full：所有循环均已运行，退出只决定读取哪一个</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>had the next word right and lost it: %1 nats</source>
        <translation>曾给出正确的下一个词又丢失：%1 nats</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>layers within loops</source>
        <translation>循环内各层</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>most changed by the last loop: KL %1 nats</source>
        <translation>被最后循环改变最多：KL %1 nats</translation>
    </message>
    <message>
        <source>none: read at the last loop</source>
        <translation>无：在最后循环读出</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, seed %3</source>
        <translation>温度 %1，top-p %2，种子 %3</translation>
    </message>
    <message>
        <source>the model&apos;s</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>The run was %1.</source>
        <comment>stopped after 3 of 5 tokens</comment>
        <translation>运行%1。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>longer than the %1 positions that the model was made for: what comes after token %1 is beyond its training</source>
        <translation>超出模型所设计的 %1 个位置：第 %1 个 token 之后超出其训练范围</translation>
    </message>
    <message>
        <source>Not numbers</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>none: this model has no exit gate</source>
        <translation>无：该模型没有退出门</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>numbers of the layers</source>
        <translation>各层数值</translation>
    </message>
    <message>
        <source>similarity of the layers</source>
        <translation>各层相似度</translation>
    </message>
    <message>
        <source>attention of the heads</source>
        <translation>各头的注意力</translation>
    </message>
    <message>
        <source>states of layers %1</source>
        <translation>第 %1 层的状态</translation>
    </message>
</context>
<context>
    <name>ouroscope::SweepView</name>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>What the change does at every loop and place; arrow keys choose a cell</source>
        <translation>更改在每个循环和位置的作用；用方向键选择单元格</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>change of log p</source>
        <translation>log p 的变化</translation>
    </message>
    <message>
        <source>KL to the untouched run</source>
        <translation>与未更改运行的 KL</translation>
    </message>
    <message>
        <source>There is no map of this run yet. Choose a change and press Sweep: the map comes as a run of its own.</source>
        <translation>此运行还没有因果图。选择一种更改并按“扫描”：因果图将作为单独的运行出现。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>尚无记录：请运行提示词或打开轨迹。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Layers: after each layer of each loop. Tokens: each token at the end of each loop</source>
        <translation>层：每个循环的每一层之后。词元：每个循环末尾的每个词元</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>更改什么</translation>
    </message>
    <message>
        <source>scale the state</source>
        <translation>缩放状态</translation>
    </message>
    <message>
        <source>blur the state with noise</source>
        <translation>给状态加噪声</translation>
    </message>
    <message>
        <source>put in the state of another run</source>
        <translation>放入另一运行的状态</translation>
    </message>
    <message>
        <source>skip the layer</source>
        <translation>跳过该层</translation>
    </message>
    <message>
        <source>skip the loop</source>
        <translation>跳过该循环</translation>
    </message>
    <message>
        <source>repeat the loop</source>
        <translation>重复该循环</translation>
    </message>
    <message>
        <source>What is done at one place of each run; all else stays as it was</source>
        <translation>每次运行在一处所做的事；其余保持不变</translation>
    </message>
    <message>
        <source>The factor of the state (0 removes it), or the size of the noise</source>
        <translation>状态的倍数（0 表示去除），或噪声大小</translation>
    </message>
    <message>
        <source>Its prompt is run, too: a token gets the state of the token that is as far from the end</source>
        <translation>也会运行其提示词：每个词元取得与末尾距离相同的词元的状态</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all（全部）或从 1 起的词元编号：5、2-4、2-（到末尾）、1+4-6</translation>
    </message>
    <message>
        <source>The word after this token is asked; tokens after it are not run</source>
        <translation>询问此词元之后的词；其后的词元不运行</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>最佳词</translation>
    </message>
    <message>
        <source>Whose probability is asked; #123 is a token id; empty: the best word of the untouched run</source>
        <translation>询问其概率的词；#123 为词元编号；留空：未更改运行的最佳词</translation>
    </message>
    <message>
        <source>by</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>of</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>对词元</translation>
    </message>
    <message>
        <source>At every loop and</source>
        <translation>在每个循环和</translation>
    </message>
    <message>
        <source>answer after token</source>
        <translation>答案在词元之后</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Runs the text once for every cell; the window goes on</source>
        <translation>每个单元格运行一次文本；窗口可继续使用</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>请先打开模型（文件菜单）</translation>
    </message>
    <message>
        <source>no other run is open</source>
        <translation>没有打开的其他运行</translation>
    </message>
    <message>
        <source>Run the other prompt first: the states of open runs can be put in.</source>
        <translation>请先运行另一提示词：可放入已打开运行的状态。</translation>
    </message>
    <message>
        <source>As a command: %1</source>
        <translation>命令形式：%1</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL (nats)</translation>
    </message>
    <message>
        <source>Change of log p (nats)</source>
        <translation>log p 的变化 (nat)</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>指向单元格即可读取。</translation>
    </message>
    <message>
        <source>Loop %1, token %2 “%3”</source>
        <translation>循环 %1，词元 %2“%3”</translation>
    </message>
    <message>
        <source>Loop %1, layer %2</source>
        <translation>循环 %1，第 %2 层</translation>
    </message>
    <message>
        <source>%1: log p of “%2” changes by %3 nats, KL %4 nats; it then says “%5”.</source>
        <comment>place, word, numbers, word</comment>
        <translation>%1：“%2”的 log p 改变 %3 nat，KL %4 nat；此时说“%5”。</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachGate</name>
    <message>
        <source>Probability of having stopped, loop by loop</source>
        <translation>逐个循环的已停止概率</translation>
    </message>
    <message>
        <source>Stopped by loop %1 with probability %2, threshold %3</source>
        <translation>到循环 %1 已停止的概率 %2，阈值 %3</translation>
    </message>
    <message>
        <source>Stopped by now (hatched: what was left)</source>
        <translation>至此已停止（阴影线：剩余部分）</translation>
    </message>
    <message>
        <source>Stopped by now, loop by loop</source>
        <translation>至此已停止，逐个循环</translation>
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
        <translation>第 1 次循环：状态经过各层，回看前面的词元。此时两条道做的事相同。</translation>
    </message>
    <message>
        <source>Loop %1: the same layers once more, now with what the loop before worked out.</source>
        <translation>第 %1 次循环：再次经过同样的层，这次带着上一次循环得出的结果。</translation>
    </message>
    <message>
        <source>One pass is over and says “%1”.</source>
        <translation>只过一遍的那条道已结束，说的是“%1”。</translation>
    </message>
    <message>
        <source>This model has no gate: how many loops it takes was set before.</source>
        <translation>这个模型没有门控：循环多少次是事先定好的。</translation>
    </message>
    <message>
        <source>The last loop: everything that did not stop earlier stops here.</source>
        <translation>最后循环：之前没有停止的都在此停止。</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. That reaches the threshold, so the model stops here.</source>
        <translation>门控：至此已停止的概率为 %1。达到阈值，模型在此停止。</translation>
    </message>
    <message>
        <source>The gate: stopped by now with probability %1. Not enough, so another loop.</source>
        <translation>门控：至此已停止的概率为 %1。还不够，再来一个循环。</translation>
    </message>
    <message>
        <source>The gate would have stopped before: a look at what more loops would say.</source>
        <translation>门控本已停止：看看更多循环会说什么。</translation>
    </message>
    <message>
        <source>The head reads the answer: “%1”, %2 %.</source>
        <translation>输出头读出答案：“%1”，%2 %。</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %: another word than a loop before.</source>
        <translation>现在读出会是“%1”，%2 %：与前一循环不同的词。</translation>
    </message>
    <message>
        <source>Read out now it would be “%1”, %2 %.</source>
        <translation>现在读出会是“%1”，%2 %。</translation>
    </message>
    <message>
        <source>The token “%1” enters the loop as a vector. Space plays, the arrows step.</source>
        <translation>词元“%1”以向量形式进入循环。空格键播放，方向键单步。</translation>
    </message>
    <message>
        <source>The state is brought back to its usual length: from here the next loop starts.</source>
        <translation>状态恢复到通常的长度：下一循环从这里开始。</translation>
    </message>
    <message>
        <source>In plain words: for the model a word is a long list of numbers, its state. The dot is this list on its way.</source>
        <translation>通俗地说：对模型来说，一个词就是一长串数字，即它的状态。圆点就是行进中的这串数字。</translation>
    </message>
    <message>
        <source>In plain words: it looks back at the words before and works something out.</source>
        <translation>通俗地说：它回看前面的词，得出一些东西。</translation>
    </message>
    <message>
        <source>In plain words: it thinks it over once more. Between the loops no word is written: this thinking is silent.</source>
        <translation>通俗地说：它再想一遍。各次循环之间不写出任何词：这种思考是无声的。</translation>
    </message>
    <message>
        <source>In plain words: all numbers are made larger or smaller together, so that every round begins alike.</source>
        <translation>通俗地说：把所有数字一起放大或缩小，让每一轮都同样地开始。</translation>
    </message>
    <message>
        <source>In plain words: nothing asks whether it is enough.</source>
        <translation>通俗地说：没有什么会问够不够。</translation>
    </message>
    <message>
        <source>In plain words: the numbers are turned into words. The best one is what the model would write if it stopped now.</source>
        <translation>通俗地说：数字变成词。最好的那个就是模型现在停下会写出的词。</translation>
    </message>
    <message numerus="yes">
        <source>The model: %1, a small language model. %n layer(s) in its middle are used again and again; those before and after are used once.</source>
        <translation>
            <numerusform>模型：%1，一个小型语言模型。中间的 %n 层被反复使用；前后的层只用一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>In plain words: a small switch asks “Enough?”. Its answer λ goes from 0 (go on) to 1 (stop); the bar adds the rounds up.</source>
        <translation>通俗地说：一个小开关在问“够了吗？”。它的回答 λ 从 0（继续）到 1（停止）；进度条把各轮累加起来。</translation>
    </message>
    <message>
        <source>The puzzle model: following people through a text is what it has not learned, so what it says here is a guess.</source>
        <translation>谜题模型：它没有学会在文本中跟踪人物，所以这里的回答只是猜测。</translation>
    </message>
    <message>
        <source>The puzzle model: it knows these seven games and nothing else; of every number it works with the last digit only.</source>
        <translation>谜题模型：它只会这七种游戏，别的都不会；每个数都只用末位数字。</translation>
    </message>
    <message>
        <source>The puzzle model: this text is none of its seven games, so what it says of it means nothing.</source>
        <translation>谜题模型：这段文本不是它的七种游戏之一，所以它的回答没有意义。</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachText</name>
    <message>
        <source>The text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Token %1 is selected</source>
        <translation>已选择词元 %1</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachView</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>After loop %1 the model would say</source>
        <translation>循环 %1 之后模型会说</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Choose an example, or take the tour.</source>
        <translation>选择一个示例，或开始导览。</translation>
    </message>
    <message>
        <source>Every loop has an answer</source>
        <translation>每个循环都有答案</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Exit threshold q</source>
        <translation>退出阈值 q</translation>
    </message>
    <message>
        <source>Guess first</source>
        <translation>先猜一猜</translation>
    </message>
    <message>
        <source>Guess, or press Space to see.</source>
        <translation>猜一猜，或按空格键查看。</translation>
    </message>
    <message>
        <source>In the text “%1” follows.</source>
        <translation>文本中接下来是“%1”。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next station (right arrow)</source>
        <translation>下一站（右方向键）</translation>
    </message>
    <message>
        <source>Nothing read out yet</source>
        <translation>尚未读出</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>轮到你了</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play and pause (Space)</source>
        <translation>播放与暂停（空格）</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Previous station (left arrow)</source>
        <translation>上一站（左方向键）</translation>
    </message>
    <message>
        <source>Recorded example</source>
        <translation>已记录的示例</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>The gate decides when it is enough</source>
        <translation>门控决定何时足够</translation>
    </message>
    <message>
        <source>The threshold is yours</source>
        <translation>阈值由你决定</translation>
    </message>
    <message>
        <source>Threshold q %1</source>
        <translation>阈值 q %1</translation>
    </message>
    <message>
        <source>Which word will the model give after “%1”?</source>
        <translation>在“%1”之后模型会给出哪个词？</translation>
    </message>
    <message>
        <source>You guessed it: “%1”.</source>
        <translation>猜对了：“%1”。</translation>
    </message>
    <message>
        <source>You guessed “%1”, the model says “%2”.</source>
        <translation>你猜“%1”，模型说“%2”。</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>你的猜测</translation>
    </message>
    <message>
        <source>or type a word, then Enter</source>
        <translation>或输入一个词后按回车</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>只过一遍</translation>
    </message>
    <message>
        <source>Puzzle: %1</source>
        <translation>谜题：%1</translation>
    </message>
    <message numerus="yes">
        <source>Looped, up to %n time(s)</source>
        <translation>
            <numerusform>循环，最多 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate λ %1, stopped by now %2</source>
        <translation>门控 λ %1，至此已停 %2</translation>
    </message>
    <message>
        <source>One pass says the same.</source>
        <translation>只过一遍也是同样的答案。</translation>
    </message>
    <message>
        <source>One pass says “%1”, loop %2 says “%3”.</source>
        <translation>只过一遍说“%1”，第 %2 次循环说“%3”。</translation>
    </message>
    <message>
        <source>By the game&apos;s rule that is right.</source>
        <translation>按游戏规则，这是对的。</translation>
    </message>
    <message>
        <source>By the game&apos;s rule it is “%1”.</source>
        <translation>按游戏规则应是“%1”。</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>自己的文本</translation>
    </message>
    <message>
        <source>Handout...</source>
        <translation>讲义...</translation>
    </message>
    <message>
        <source>This walk in six frames, as a sheet of paper for a class</source>
        <translation>把这段过程做成六格，一张发给全班的纸</translation>
    </message>
    <message>
        <source>Run a text of your own and see it in both lanes</source>
        <translation>运行自己的文本，并在两条道上观看</translation>
    </message>
    <message>
        <source>Right: %1 of %2</source>
        <translation>答对：%1 / %2</translation>
    </message>
    <message>
        <source>A text is a row of pieces</source>
        <translation>文本是一串小块</translation>
    </message>
    <message>
        <source>The model reads a text piece by piece; a piece is called a token. The small digit and the colour say at which loop a piece is read. Click one to choose it.</source>
        <translation>模型一块一块地读文本，每块叫作一个词元。小数字和颜色表示它在第几次循环读出。点击即可选中。</translation>
    </message>
    <message>
        <source>On this side the layers are used once, and then the model has to speak: it says “%1”.</source>
        <translation>这一边各层只用一遍，然后模型就必须开口：它说“%1”。</translation>
    </message>
    <message>
        <source>The same layers again</source>
        <translation>再用同样的层</translation>
    </message>
    <message>
        <source>On this side the same layers are used again and again, here up to %1 times. Press Space and follow the dot.</source>
        <translation>这一边反复使用同样的层，这里最多 %1 次。按空格键，跟着圆点走。</translation>
    </message>
    <message>
        <source>The chips keep the best word after each loop: first “%1”, from loop %2 on “%3”. Between the loops nothing is written: this thinking is silent.</source>
        <translation>这些标签保留每次循环后的最佳词：先是“%1”，从第 %2 次循环起是“%3”。循环之间什么都不写：这种思考是无声的。</translation>
    </message>
    <message>
        <source>After each loop a small switch, the gate, says how likely it is to stop. The bar adds this up. At loop %1 it passes the line q: there the model stops. What is left at the last loop is hatched.</source>
        <translation>每次循环后，一个小开关（门控）说出停下的概率，进度条把它们累加。到第 %1 次循环越过 q 线，模型就停在那里。最后一次循环剩下的部分画斜线。</translation>
    </message>
    <message>
        <source>Drag the handle of q all the way to the left: the model stops after loop 1 and says “%1”. Nothing is computed again: the record holds every loop.</source>
        <translation>把 q 的滑块一直拖到最左：模型在第 1 次循环后停下，说“%1”。不会重新计算：记录里有每一次循环。</translation>
    </message>
    <message>
        <source>Guess the word before it is revealed: choose one or type it. Right guesses are counted. Afterwards take another example, or press “%1” and run one of your own.</source>
        <translation>在揭晓前猜这个词：选一个或输入。答对会计数。之后换一个示例，或按“%1”运行自己的文本。</translation>
    </message>
</context>
<context>
    <name>ouroscope::TeachWords</name>
    <message>
        <source>The best next words after this loop</source>
        <translation>此循环之后最佳的下一个词</translation>
    </message>
</context>
<context>
    <name>ouroscope::TokenLoopPlot</name>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Loop (dashed: trained with %1)</source>
        <translation>循环（虚线：训练时 %1）</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
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
        <translation>返回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
</context>
<context>
    <name>ouroscope::WhatIfView</name>
    <message>
        <source>First loop</source>
        <translation>首个循环</translation>
    </message>
    <message>
        <source>Last loop</source>
        <translation>末个循环</translation>
    </message>
    <message>
        <source>How often more</source>
        <translation>再重复几次</translation>
    </message>
    <message>
        <source>Token whose state is taken</source>
        <translation>取其状态的词元</translation>
    </message>
    <message>
        <source>Run with this change</source>
        <translation>以此更改运行</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>查看差异</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>更改什么</translation>
    </message>
    <message>
        <source>a loop is skipped</source>
        <translation>跳过一次循环</translation>
    </message>
    <message>
        <source>a loop is repeated</source>
        <translation>重复一次循环</translation>
    </message>
    <message>
        <source>a layer is skipped</source>
        <translation>跳过一层</translation>
    </message>
    <message>
        <source>the state is scaled</source>
        <translation>缩放状态</translation>
    </message>
    <message>
        <source>the state is blurred with noise</source>
        <translation>给状态加噪声</translation>
    </message>
    <message>
        <source>the state of another token takes its place</source>
        <translation>由另一词元的状态取代</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6</source>
        <translation>all（全部）或从 1 起的词元编号：5、2-4、2-（到末尾）、1+4-6</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>如果</translation>
    </message>
    <message>
        <source>at loops</source>
        <translation>在循环</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>after layer</source>
        <translation>在层之后</translation>
    </message>
    <message>
        <source>by</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>more times</source>
        <translation>再次数</translation>
    </message>
    <message>
        <source>from token</source>
        <translation>来自词元</translation>
    </message>
    <message>
        <source>for tokens</source>
        <translation>对词元</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>在此运行中</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>命令形式</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: run a prompt or open a trace.</source>
        <translation>尚无记录：请运行提示词或打开轨迹。</translation>
    </message>
    <message>
        <source>Open a model first (File menu)</source>
        <translation>请先打开模型（文件菜单）</translation>
    </message>
    <message>
        <source>the end of the loop</source>
        <translation>循环末尾</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>未作更改</translation>
    </message>
    <message>
        <source>Runs the same text once more, with this change</source>
        <translation>带此更改再次运行同一文本</translation>
    </message>
    <message>
        <source>As the model is</source>
        <translation>模型原样</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>作更改后</translation>
    </message>
    <message>
        <source>Best words without and with the change</source>
        <translation>更改前后的最佳词</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>“%1”之后</translation>
    </message>
</context>
</TS>

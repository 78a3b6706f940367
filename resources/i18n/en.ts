<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>window</name>
    <message>
        <source>(正文很长，这里显示前 {count} 字；全文请打开原件。)</source>
        <translation>(Long text: the first {count} characters are shown; open the original for all of it.)</translation>
    </message>
    <message>
        <source>0 政务外网，1 其他</source>
        <translation>0 government network, 1 other</translation>
    </message>
    <message>
        <source>BagIt 包</source>
        <translation>BagIt bag</translation>
    </message>
    <message>
        <source>DA/T 93-2022</source>
        <translation>DA/T 93-2022</translation>
    </message>
    <message>
        <source>Excel 表格（xlsx）</source>
        <translation>Excel sheet (xlsx)</translation>
    </message>
    <message>
        <source>F1 键位</source>
        <translation>F1 Keys</translation>
    </message>
    <message>
        <source>G 或 F8</source>
        <translation>G or F8</translation>
    </message>
    <message>
        <source>PDF，供签字</source>
        <translation>PDF, to be signed</translation>
    </message>
    <message>
        <source>Word 文档（docx），供签字</source>
        <translation>Word document (docx), to be signed</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>dBASE 表（dbf）</source>
        <translation>dBASE table (dbf)</translation>
    </message>
    <message>
        <source>{count} 个</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count} 个文件有应改之处，共 {total} 个</source>
        <translation>{count} of {total} files need changes</translation>
    </message>
    <message>
        <source>{count} 个词，其中 {found} 个有公文。</source>
        <translation>{count} words, {found} of them found.</translation>
    </message>
    <message>
        <source>{count} 件</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>{count} 件一起办理…</source>
        <translation>Decide {count} together…</translation>
    </message>
    <message>
        <source>{count} 件不由本机关认定，没有分入。</source>
        <translation>{count} are not ours to decide and were left out.</translation>
    </message>
    <message>
        <source>{count} 件保持不变，原因见最后一列。</source>
        <translation> {count} stay as they are; the last column says why.</translation>
    </message>
    <message>
        <source>{count} 件公文的现状与记录不一致。</source>
        <translation>{count} documents do not stand as the trail says.</translation>
    </message>
    <message>
        <source>{count} 件回到办理前的样子。</source>
        <translation>{count} go back to what they were.</translation>
    </message>
    <message>
        <source>{count} 件须由人决定：{lines}</source>
        <translation>{count} need a person: {lines}</translation>
    </message>
    <message>
        <source>{count} 处</source>
        <translation>{count} places</translation>
    </message>
    <message>
        <source>{count} 字节</source>
        <translation>{count} bytes</translation>
    </message>
    <message>
        <source>{count} 对文字几乎相同而认定不同，逐对核对后重新送审。</source>
        <translation>Pairs with nearly the same text but different attributes: {count}. Compare each pair and propose anew.</translation>
    </message>
    <message>
        <source>{count} 条记录前后相接，没有被改动，各件现状与记录一致。当前校验值 {value}</source>
        <translation>{count} entries follow each other unaltered, and every document stands as they say. Present value {value}</translation>
    </message>
    <message>
        <source>{count} 秒</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{files} 个扫描件还没有文字；本机没有安装文字识别组件，装上后可以在这里识别。</source>
        <translation>{files} scans have no text yet; text recognition is not installed here. Once it is, they can be read from here.</translation>
    </message>
    <message>
        <source>{keys}：当前列变窄、加宽、合适宽度</source>
        <translation>{keys}: narrow, widen, fit the current column</translation>
    </message>
    <message>
        <source>{keys}：当前窗格变窄、加宽</source>
        <translation>{keys}: narrow, widen the current pane</translation>
    </message>
    <message>
        <source>{keys}：第一至第九个常用认定</source>
        <translation>{keys}: usual decisions one to nine</translation>
    </message>
    <message>
        <source>{kind} {count} 处</source>
        <translation>{kind}: {count}</translation>
    </message>
    <message>
        <source>{name} · 第 {number} 批</source>
        <translation>{name} · batch {number}</translation>
    </message>
    <message>
        <source>{name} 的口令</source>
        <translation>PIN of {name}</translation>
    </message>
    <message>
        <source>{name}已交回，剩 {count} 件别人可以领。</source>
        <translation>{name} is back; others can take the {count} that are left.</translation>
    </message>
    <message>
        <source>{name}已停用。</source>
        <translation>{name} is out of use.</translation>
    </message>
    <message>
        <source>{name}已办完交回。</source>
        <translation>{name} is finished and back.</translation>
    </message>
    <message>
        <source>{name}已启用。</source>
        <translation>{name} is in use again.</translation>
    </message>
    <message>
        <source>{name}已派给{person}。</source>
        <translation>{name} is assigned to {person}.</translation>
    </message>
    <message>
        <source>{name}已重新打开。</source>
        <translation>{name} is open again.</translation>
    </message>
    <message>
        <source>{name}的角色已改。</source>
        <translation>The roles of {name} are changed.</translation>
    </message>
    <message>
        <source>{series} 缺号的原因</source>
        <translation>Why numbers of {series} are missing</translation>
    </message>
    <message>
        <source>{year} 年以来：已认定 {decided} / {total} 件（{percent}%）</source>
        <translation>Since {year}: {decided} of {total} decided ({percent}%)</translation>
    </message>
    <message>
        <source>{year} 年度报告各栏数字</source>
        <translation>Figures of the annual report {year}</translation>
    </message>
    <message>
        <source>{year} 年移交</source>
        <translation>Transfer {year}</translation>
    </message>
    <message>
        <source>{year}年定期审查</source>
        <translation>Periodic review {year}</translation>
    </message>
    <message>
        <source>{year}：没有适用的规则</source>
        <translation>{year}: no rule covers it</translation>
    </message>
    <message>
        <source>“{name}”的检索式；空着即全部公文：</source>
        <translation>Query of "{name}"; empty means all documents:</translation>
    </message>
    <message>
        <source>“{title}”还在进行。现在退出会停下它，已完成的部分都保留，下次接着做。</source>
        <translation>"{title}" is still running. Leaving now stops it; what is done is kept and continues next time.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>"{words}"</translation>
    </message>
    <message>
        <source>“{written}”不是数字。</source>
        <translation>"{written}" is not a number.</translation>
    </message>
    <message>
        <source>……共 {count} 处不同</source>
        <translation>… {count} differences in all</translation>
    </message>
    <message>
        <source>……等 {count} 件</source>
        <translation>… {count} in all</translation>
    </message>
    <message>
        <source>《{title}》的经过，{count} 条</source>
        <translation>History of "{title}", {count} entries</translation>
    </message>
    <message>
        <source>一个新的空文件夹</source>
        <translation>A new empty folder</translation>
    </message>
    <message>
        <source>一人</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>一件</source>
        <translation>One</translation>
    </message>
    <message>
        <source>一致率 {share}，κ 系数 {kappa}</source>
        <translation>Agreement {share}, κ {kappa}</translation>
    </message>
    <message>
        <source>一行一次申请。不登记申请人。台账存为本单位的表格文件，以后可以接着填。</source>
        <translation>One line for each request. Applicants are not recorded. The register is kept as your own workbook and can be gone on with.</translation>
    </message>
    <message>
        <source>一起办理</source>
        <translation>Decide together</translation>
    </message>
    <message>
        <source>一起定为“{attribute}”。打勾的送审；不合的已留出，写明原因。</source>
        <translation>Decide together as "{attribute}". Ticked ones are proposed; what does not fit is left out, with the reason.</translation>
    </message>
    <message>
        <source>一起标为存疑，公开属性不定。打勾的标记；不合的已留出，写明原因。</source>
        <translation>Mark together as doubtful, leaving the attribute open. Ticked ones are marked; those that do not fit are left out, with the reason.</translation>
    </message>
    <message>
        <source>一起送审</source>
        <translation>Propose together</translation>
    </message>
    <message>
        <source>一轮审查分成几十分钟一批，各人领取；“抽查”里由另一人背对背重看，得出差错率。示例里都有办到一半的，接着办就是。</source>
        <translation>A round is cut into batches of some ten minutes that reviewers take out; in "Samples" another person reads again without the first decision, which gives the rate of mistakes. The sample archive has both half done: just go on.</translation>
    </message>
    <message>
        <source>三人：初审、保密审查、审定</source>
        <translation>Three: reviewer, secrecy reviewer, approver</translation>
    </message>
    <message>
        <source>上一件</source>
        <translation>Previous document</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>上一处（[ 或 Shift+F3）</source>
        <translation>Previous place ([ or Shift+F3)</translation>
    </message>
    <message>
        <source>上一年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>上次采集时已不在原处</source>
        <translation>Was no longer in its place at the last ingest</translation>
    </message>
    <message>
        <source>下一件</source>
        <translation>Next document</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>下一处（] 或 F3）</source>
        <translation>Next place (] or F3)</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>下次复审</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>下次复审日期</source>
        <translation>Date of the next review</translation>
    </message>
    <message>
        <source>下次复审日期请写成 2027-01-31 这样。</source>
        <translation>Write the date of the next review like 2027-01-31.</translation>
    </message>
    <message>
        <source>下次复审日期须在今天之后。</source>
        <translation>The next review must be after today.</translation>
    </message>
    <message>
        <source>下面列出前 {count} 件。</source>
        <translation> The first {count} are listed.</translation>
    </message>
    <message>
        <source>不分盘</source>
        <translation>One medium</translation>
    </message>
    <message>
        <source>不变：{reason}</source>
        <translation>stays: {reason}</translation>
    </message>
    <message>
        <source>不填即按规则排；自己定时写成 2027-01-31 这样</source>
        <translation>Left empty, the rules set the day; your own day is written like 2027-01-31</translation>
    </message>
    <message>
        <source>不填就是整个换掉</source>
        <translation>leave empty to replace the whole value</translation>
    </message>
    <message>
        <source>不找了（Esc）</source>
        <translation>Stop searching (Esc)</translation>
    </message>
    <message>
        <source>不排</source>
        <translation>none</translation>
    </message>
    <message>
        <source>不看了</source>
        <translation>End the tour</translation>
    </message>
    <message>
        <source>不编索引号</source>
        <translation>No index numbers</translation>
    </message>
    <message>
        <source>不能一起定的原因</source>
        <translation>Why it does not follow</translation>
    </message>
    <message>
        <source>不能写入“{name}”。</source>
        <translation>Cannot write "{name}".</translation>
    </message>
    <message>
        <source>不能读取“{name}”。</source>
        <translation>Cannot read "{name}".</translation>
    </message>
    <message>
        <source>不见了</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>不见了 {count}</source>
        <translation>{count} vanished</translation>
    </message>
    <message>
        <source>与“{title}”相似的公文</source>
        <translation>Documents like "{title}"</translation>
    </message>
    <message>
        <source>与“{title}”相比，{count} 处不同；停在标出的地方看那一件怎样写。</source>
        <translation>{count} places differ from "{title}"; rest on a marked place to see what stands there.</translation>
    </message>
    <message>
        <source>与上一件相同</source>
        <translation>Same as the one before</translation>
    </message>
    <message>
        <source>与首件不同的地方</source>
        <translation>Differences from the first</translation>
    </message>
    <message>
        <source>两个都有；空格也是这个意思</source>
        <translation>Both; a blank means the same</translation>
    </message>
    <message>
        <source>两人：初审、审定</source>
        <translation>Two: reviewer, approver</translation>
    </message>
    <message>
        <source>两次输入不一样。</source>
        <translation>The two entries differ.</translation>
    </message>
    <message>
        <source>个数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>中文输入法开着也能用；全角字符照样认得。</source>
        <translation>Works with a Chinese input method on; full-width characters are understood.</translation>
    </message>
    <message>
        <source>为 {count} 个文件出副本</source>
        <translation>Make copies of {count} files</translation>
    </message>
    <message>
        <source>主动公开目录</source>
        <translation>Proactive disclosure catalogue</translation>
    </message>
    <message>
        <source>也可以按</source>
        <translation>Or press</translation>
    </message>
    <message>
        <source>交回</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>交回并领下一批</source>
        <translation>Bring back, take next</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人工填写</source>
        <translation>Entered by a person</translation>
    </message>
    <message>
        <source>人工改定</source>
        <translation>Corrected by a person</translation>
    </message>
    <message>
        <source>人工改定；原识别为“{value}”</source>
        <translation>Corrected by a person; recognised as "{value}"</translation>
    </message>
    <message>
        <source>仍有残留，不得使用</source>
        <translation>Something is left, must not be used</translation>
    </message>
    <message>
        <source>从依申请公开台账找出多次申请的、可以转为主动公开的，列出已经转的。</source>
        <translation>From the register of requests: what was asked for several times, what could become proactive, what already did.</translation>
    </message>
    <message>
        <source>从文件读入…</source>
        <translation>Read from a file…</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>以谁的名义工作（{keys}）</source>
        <translation>Whose name you work in ({keys})</translation>
    </message>
    <message>
        <source>件号位数</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>件数和页数由程序算出；可以存成 Word 或 PDF，打印后放进盒里。</source>
        <translation>Items and pages are counted by the program; saved as Word or PDF, to be printed and put into the box.</translation>
    </message>
    <message>
        <source>会怎样改</source>
        <translation>What would change</translation>
    </message>
    <message>
        <source>会改 {changed} 件，{same} 件本来就是这样。</source>
        <translation>{changed} would change, {same} are so already.</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>位置数</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>使用说明</source>
        <translation>User guide (Chinese)</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>依据条款</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>依申请公开台账</source>
        <translation>Register of requests</translation>
    </message>
    <message>
        <source>依申请公开的也列题名</source>
        <translation>Titles of what is open on request too</translation>
    </message>
    <message>
        <source>依申请公开目录</source>
        <translation>On-request catalogue</translation>
    </message>
    <message>
        <source>依申请转主动公开</source>
        <translation>From request to proactive</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存模板</source>
        <translation>Save template</translation>
    </message>
    <message>
        <source>保存的检索</source>
        <translation>Saved searches</translation>
    </message>
    <message>
        <source>保存角色</source>
        <translation>Keep roles</translation>
    </message>
    <message>
        <source>保存这个检索…</source>
        <translation>Save this search…</translation>
    </message>
    <message>
        <source>保密审查…</source>
        <translation>Secrecy review…</translation>
    </message>
    <message>
        <source>保密审查人</source>
        <translation>Secrecy reviewer</translation>
    </message>
    <message>
        <source>保密审查选中的 {count} 件。</source>
        <translation>Secrecy review of the {count} selected.</translation>
    </message>
    <message>
        <source>保管期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>保管期限代码</source>
        <translation>Retention codes</translation>
    </message>
    <message>
        <source>修订痕迹</source>
        <translation>Tracked change</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>做什么用</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>停下并退出</source>
        <translation>Stop and leave</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止；已重建的部分保留</source>
        <translation>Stop; what has been rebuilt is kept</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Out of use</translation>
    </message>
    <message>
        <source>先为 {count} 件编定档号（编定后不再变），再复制文件、写目录、做四性检测。原来的文件不动。</source>
        <translation>First {count} items get their codes for good, then files are copied, the catalogue is written and the package checked. The originals stay untouched.</translation>
    </message>
    <message>
        <source>先停止操作，报告本单位保密工作机构；经确认涉密的，才在这里清除。</source>
        <translation>Stop first and report to your secrecy office; purge only what was confirmed to be classified.</translation>
    </message>
    <message>
        <source>先加入要公开的文件，或加入底数里待发布的公文，再点“检查”。</source>
        <translation>Add the files to be published, or the documents that wait for publication, then press Check.</translation>
    </message>
    <message>
        <source>先在上面选择文件，再点“编制”。结果先在这里看，再导出。</source>
        <translation>Choose files above, then press Make. Look at the result here, then export it.</translation>
    </message>
    <message>
        <source>先在下面选中文件；按住 Ctrl 或 Shift 可选多个</source>
        <translation>Select files below first; hold Ctrl or Shift for several</translation>
    </message>
    <message>
        <source>先在正文里选中要遮盖的文字。</source>
        <translation>First select the words to cover in the text.</translation>
    </message>
    <message>
        <source>先导出本表，填好再选；也可以录入。</source>
        <translation>Export these tables, fill them in and choose them; or type the figures.</translation>
    </message>
    <message>
        <source>先看底数</source>
        <translation>What is held</translation>
    </message>
    <message>
        <source>先选一种原因</source>
        <translation>Choose a cause first</translation>
    </message>
    <message>
        <source>先选公开属性，再一起定。</source>
        <translation>Choose an attribute first.</translation>
    </message>
    <message>
        <source>全宗</source>
        <translation>Fonds</translation>
    </message>
    <message>
        <source>全宗号</source>
        <translation>Fonds code</translation>
    </message>
    <message>
        <source>全宗名称</source>
        <translation>Fonds name</translation>
    </message>
    <message>
        <source>全文索引由本程序的另一版本建立，检索可能漏掉一部分公文。</source>
        <translation>Another version of the program made the full-text index; a search may miss some documents.</translation>
    </message>
    <message>
        <source>全文索引的重建还没有做完。</source>
        <translation>Rebuilding the full-text index has not been finished.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部公文</source>
        <translation>all documents</translation>
    </message>
    <message>
        <source>全部复核后给出一致率和结论。</source>
        <translation>Agreement and conclusion follow when all are read.</translation>
    </message>
    <message>
        <source>全部属性</source>
        <translation>All attributes</translation>
    </message>
    <message>
        <source>全部待审定</source>
        <translation>Everything that waits</translation>
    </message>
    <message>
        <source>全部轮次</source>
        <translation>All rounds</translation>
    </message>
    <message>
        <source>公开之前</source>
        <translation>Before publication</translation>
    </message>
    <message>
        <source>公开前查一遍：涉密和内部标志、个人信息、批注和修订、隐藏内容、文档属性、遮盖下的文字、错别字、公文格式、缺附件。</source>
        <translation>Looks for classified and internal marks, personal data, comments and changes, hidden content, properties, text under bars, wrong characters, format faults, missing annexes.</translation>
    </message>
    <message>
        <source>公开前要遮盖的地方</source>
        <translation>Places to cover before publication</translation>
    </message>
    <message>
        <source>公开前遮盖敏感处</source>
        <translation>Cover sensitive places</translation>
    </message>
    <message>
        <source>公开前须遮盖敏感处</source>
        <translation>Sensitive places must be covered before publishing</translation>
    </message>
    <message>
        <source>公开属性</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>公开属性审查表</source>
        <translation>Form of the attribute</translation>
    </message>
    <message>
        <source>公开目录</source>
        <translation>Catalogues</translation>
    </message>
    <message>
        <source>公报、网站目录与底数核对</source>
        <translation>Gazette and website check</translation>
    </message>
    <message>
        <source>公报或网站目录</source>
        <translation>Gazette or website listing</translation>
    </message>
    <message>
        <source>公文</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>公文 {documents} 件 · 待初审 {open} · 待审定 {proposed}</source>
        <translation>{documents} documents · {open} to review · {proposed} to approve</translation>
    </message>
    <message>
        <source>公文列表</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>公文备案 XML（上海）</source>
        <translation>Filing XML (Shanghai)</translation>
    </message>
    <message>
        <source>公文底数清理、公开属性复审与档案移交 · 全程离线</source>
        <translation>Inventory, disclosure review and archive transfer of official documents · fully offline</translation>
    </message>
    <message>
        <source>公文格式</source>
        <translation>Document format</translation>
    </message>
    <message>
        <source>公文正文</source>
        <translation>Text of the document</translation>
    </message>
    <message>
        <source>公文清单</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>公文清单.xlsx</source>
        <translation>documents.xlsx</translation>
    </message>
    <message>
        <source>公文：现在 {now} 件，备份里 {then} 件</source>
        <translation>Documents: {now} now, {then} in the backup</translation>
    </message>
    <message>
        <source>共 {count} 件</source>
        <translation>{count} documents</translation>
    </message>
    <message>
        <source>共 {count} 条，只增不改</source>
        <translation>{count} entries, only ever added</translation>
    </message>
    <message>
        <source>关上目录并恢复</source>
        <translation>Close the catalogue and restore</translation>
    </message>
    <message>
        <source>关系图</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <source>关系数</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭提示</source>
        <translation>Close this notice</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>内容变了而大小、时间没变，请检查磁盘</source>
        <translation>Other content, same size and time: check the disk</translation>
    </message>
    <message>
        <source>内容（已遮盖）</source>
        <translation>Content (masked)</translation>
    </message>
    <message>
        <source>内部标志</source>
        <translation>Internal mark</translation>
    </message>
    <message>
        <source>再加十行</source>
        <translation>Ten more lines</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>写入 {count} 件</source>
        <translation>Set for {count}</translation>
    </message>
    <message>
        <source>写出来是这样</source>
        <translation>Written as</translation>
    </message>
    <message>
        <source>写明原因…</source>
        <translation>Give the reason…</translation>
    </message>
    <message>
        <source>写理由</source>
        <translation>Write the reason</translation>
    </message>
    <message>
        <source>几人签署</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>出脱敏副本</source>
        <translation>Make redacted copies</translation>
    </message>
    <message>
        <source>出脱敏副本…</source>
        <translation>Redacted copies…</translation>
    </message>
    <message>
        <source>出错详情</source>
        <translation>Details of the fault</translation>
    </message>
    <message>
        <source>分歧</source>
        <translation>Disagreements</translation>
    </message>
    <message>
        <source>分盘</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>列出几个月内到期的</source>
        <translation>Expiring within months</translation>
    </message>
    <message>
        <source>列出前 {count} 件。</source>
        <translation>The first {count} are listed. </translation>
    </message>
    <message>
        <source>列出已移交、可以公开的公文，出表格和网页各一份；不予公开的和题名含敏感信息的不列。</source>
        <translation>Lists what was handed over and may be public, as a sheet and as a web page; what is withheld, or has a sensitive title, is not listed.</translation>
    </message>
    <message>
        <source>列宽(&amp;C)</source>
        <translation>&amp;Column widths</translation>
    </message>
    <message>
        <source>列表行距紧凑</source>
        <translation>Compact rows</translation>
    </message>
    <message>
        <source>初审</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>初审人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>初审和审定必须是两个人；审定时各人用自己的口令证明身份。停用的人不能再办理，签过的不变。</source>
        <translation>Reviewer and approver must be two persons; approvers prove themselves with their own PIN. Who is out of use cannot act any more; what he signed stays.</translation>
    </message>
    <message>
        <source>初审：一键一件</source>
        <translation>Review: one key, one document</translation>
    </message>
    <message>
        <source>初次{first}，复核{second}：{count} 件</source>
        <translation>First {first}, second {second}: {count}</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>前往(&amp;G)</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>前身全宗</source>
        <translation>Predecessor fonds</translation>
    </message>
    <message>
        <source>剩 {count} 件</source>
        <translation>{count} left</translation>
    </message>
    <message>
        <source>剩下的是你自己办的，请由另一人复核。</source>
        <translation>What is left you decided yourself; another person must read it.</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>副本存放在哪里</source>
        <translation>Where to put the copies</translation>
    </message>
    <message>
        <source>办完</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>办完交回的批次</source>
        <translation>Batches finished and brought back</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>办理人</source>
        <translation>Reader</translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>加一行：{title}</source>
        <translation>Add a row: {title}</translation>
    </message>
    <message>
        <source>加入待发布的公文</source>
        <translation>Add documents awaiting publication</translation>
    </message>
    <message>
        <source>加入文件…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>加入文件夹…</source>
        <translation>Add folder…</translation>
    </message>
    <message>
        <source>包的样子</source>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>十分钟走一遍</source>
        <translation>Ten-minute tour</translation>
    </message>
    <message>
        <source>升级前</source>
        <translation>Before an upgrade</translation>
    </message>
    <message>
        <source>单个字母和数字直接起作用（不勾时只认功能键和 Ctrl 组合键）</source>
        <translation>Single letters and digits act at once (otherwise only function keys and Ctrl combinations)</translation>
    </message>
    <message>
        <source>单位全称</source>
        <translation>Full name of the office</translation>
    </message>
    <message>
        <source>单看“{words}”：{count} 份</source>
        <translation>"{words}" alone: {count}</translation>
    </message>
    <message>
        <source>却定为</source>
        <translation>but this is</translation>
    </message>
    <message>
        <source>原件和窗口</source>
        <translation>Original and window</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>原始大小</source>
        <translation>Actual size</translation>
    </message>
    <message>
        <source>原来识别的值都保留；改定后可以用 Ctrl+Z 整批改回。</source>
        <translation>Recognised values are kept; Ctrl+Z takes the whole change back.</translation>
    </message>
    <message>
        <source>去掉 {count} 处，已复查</source>
        <translation>{count} places removed, verified</translation>
    </message>
    <message>
        <source>去掉这一行：{title}</source>
        <translation>Remove this row: {title}</translation>
    </message>
    <message>
        <source>去看这一件</source>
        <translation>Go to this document</translation>
    </message>
    <message>
        <source>去补</source>
        <translation>Go and mend</translation>
    </message>
    <message>
        <source>去采集</source>
        <translation>Go to ingest</translation>
    </message>
    <message>
        <source>双击一个词，列出含有它的公文。</source>
        <translation>Double-click a word to list its documents.</translation>
    </message>
    <message>
        <source>发布前检查</source>
        <translation>Check before publication</translation>
    </message>
    <message>
        <source>发布前检查问题清单</source>
        <translation>Faults found before publication</translation>
    </message>
    <message>
        <source>发文机关的名称里有</source>
        <translation>In the name of the issuing body</translation>
    </message>
    <message>
        <source>发现带密级标志的文件，程序只登记位置，不读入内容；请立即报告本单位保密工作机构。</source>
        <translation>Of files with a classification mark only the place is noted, no content is read; report them to your secrecy office at once.</translation>
    </message>
    <message>
        <source>发现时间</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>取值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取自文件名</source>
        <translation>From the file name</translation>
    </message>
    <message>
        <source>取自文件属性</source>
        <translation>From the file's properties</translation>
    </message>
    <message>
        <source>取自登记簿</source>
        <translation>From a register</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>变更规则版本</source>
        <translation>Edition of the transition rules</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>口令已设置。</source>
        <translation>The PIN is set.</translation>
    </message>
    <message>
        <source>口令正确</source>
        <translation>PIN correct</translation>
    </message>
    <message>
        <source>另一件</source>
        <translation>The other</translation>
    </message>
    <message>
        <source>另外去掉的词</source>
        <translation>Other words to remove</translation>
    </message>
    <message>
        <source>另有 {count} 件公开属性还没有审定，这里不列出；请先到“复审”。</source>
        <translation>{count} more documents have no determined attribute yet and are not listed; please review them first. </translation>
    </message>
    <message>
        <source>另有 {count} 件已审定、还没填归档信息，这里不列出；办完列出的就会补上来。</source>
        <translation>{count} more are determined but not described for filing; they move up as the listed ones are done. </translation>
    </message>
    <message>
        <source>另有 {count} 件已审定并填好归档信息，这里不列出；生成移交包时一并核对。</source>
        <translation>{count} more are determined and described for filing; they are not listed here but checked when the package is built. </translation>
    </message>
    <message>
        <source>另有 {count} 件需要逐件办理：{reasons}</source>
        <translation>{count} more need a decision of their own: {reasons}</translation>
    </message>
    <message>
        <source>另有 {count} 处。</source>
        <translation>{count} more.</translation>
    </message>
    <message>
        <source>只在标题里找</source>
        <translation>In the title only</translation>
    </message>
    <message>
        <source>只管以后续分的批次，已有的批次不变</source>
        <translation>Only for batches made from now on; existing ones stay</translation>
    </message>
    <message>
        <source>只读取，不移动、不改动原来的文件；中途停下，下次接着做。</source>
        <translation>Files are only read, never moved or changed; stop at any time and go on later.</translation>
    </message>
    <message>
        <source>只读新增和改动过的文件，没有变化的跳过</source>
        <translation>Reads only new and changed files</translation>
    </message>
    <message>
        <source>可以以后再填</source>
        <translation>May be filled in later</translation>
    </message>
    <message>
        <source>可以写：{names}</source>
        <translation>Possible: {names}</translation>
    </message>
    <message>
        <source>可以打开原件看，或回到文字。</source>
        <translation>Open the original, or go back to the text.</translation>
    </message>
    <message>
        <source>可以移交</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>可以移交的公文</source>
        <translation>Documents that are ready</translation>
    </message>
    <message>
        <source>可以送审 {count} 件；空着 {empty} 件，此前已导入 {already} 件，须由人决定 {conflicts} 件。</source>
        <translation>{count} can be proposed; {empty} empty, {already} imported before, {conflicts} need a person.</translation>
    </message>
    <message>
        <source>台账存在哪里</source>
        <translation>Where to keep the register</translation>
    </message>
    <message>
        <source>右边“要素”里点一个值，正文里它的出处就亮起来。认错了，点铅笔改定；原来的识别值都留着，Ctrl+Z 改回。</source>
        <translation>Click a value under "Elements" and its place in the text lights up. If it is wrong, the pencil corrects it; recognised values are kept, Ctrl+Z puts them back.</translation>
    </message>
    <message>
        <source>右边：</source>
        <translation>Right: </translation>
    </message>
    <message>
        <source>各列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>各列取什么值</source>
        <translation>What each column takes</translation>
    </message>
    <message>
        <source>各列恢复原样</source>
        <translation>Columns as planned</translation>
    </message>
    <message>
        <source>各列是什么</source>
        <translation>What the columns hold</translation>
    </message>
    <message>
        <source>各列是按表头猜的，不对的请改；改过以后，同样表头的登记簿都照此读。</source>
        <translation>The columns were guessed by their headings; put right what is wrong, and registers with the same headings are read so from then on.</translation>
    </message>
    <message>
        <source>各年度公文与公开属性</source>
        <translation>Documents by year and disclosure</translation>
    </message>
    <message>
        <source>各时段、各机构在册、认定、发布、移交到了哪一步。</source>
        <translation>How far each period and body has come: held, decided, published, transferred.</translation>
    </message>
    <message>
        <source>各窗格恢复原样</source>
        <translation>Panes as planned</translation>
    </message>
    <message>
        <source>同一文号系列、转发或批复的</source>
        <translation>Same series, forwarded or replied to</translation>
    </message>
    <message>
        <source>同一系列</source>
        <translation>Same series</translation>
    </message>
    <message>
        <source>同类 {count} 件</source>
        <translation>{count} alike</translation>
    </message>
    <message>
        <source>同组公文</source>
        <translation>Documents of the group</translation>
    </message>
    <message>
        <source>同组的一起定</source>
        <translation>Decide the group</translation>
    </message>
    <message>
        <source>同组的一起定…</source>
        <translation>Decide group…</translation>
    </message>
    <message>
        <source>同组都定不予公开</source>
        <translation>Whole group: withheld</translation>
    </message>
    <message>
        <source>同组都定主动公开</source>
        <translation>Whole group: public</translation>
    </message>
    <message>
        <source>同组都定依申请公开</source>
        <translation>Whole group: on request</translation>
    </message>
    <message>
        <source>同组都标存疑</source>
        <translation>Mark the whole group doubtful</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>名称：</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Back into use</translation>
    </message>
    <message>
        <source>命中 {count} 处</source>
        <translation>{count} hits</translation>
    </message>
    <message>
        <source>命中件数</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>哪个文件夹换了位置：</source>
        <translation>Which folder has moved:</translation>
    </message>
    <message>
        <source>哪里不对</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>四性检测</source>
        <translation>Four-property check</translation>
    </message>
    <message>
        <source>回到全部公文</source>
        <translation>Back to all documents</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>因为</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>在“可以移交”里生成移交包时编定档号。</source>
        <translation>Codes are issued when a package is built in "Ready".</translation>
    </message>
    <message>
        <source>在“存疑”里再按 4，可以逐件取消。</source>
        <translation>Press 4 again in "Doubtful" to take the mark away one by one.</translation>
    </message>
    <message>
        <source>在“待审定”里选中几件，一起审定。初审和审定不能是同一个人；审定人用自己的口令（示例里李复核的口令是 2468）。</source>
        <translation>Select some under "To approve" and approve them together. Nobody approves his own proposals; approvers use their own PIN (2468 in the sample).</translation>
    </message>
    <message>
        <source>在另一个窗口打开（第二块屏幕）</source>
        <translation>Open in another window (second screen)</translation>
    </message>
    <message>
        <source>在左边选一件公文，这里显示正文。</source>
        <translation>Choose a document on the left to read it here.</translation>
    </message>
    <message>
        <source>在左边选一件，重新看一遍；这里不显示原来的结论。</source>
        <translation>Choose one at the left and read it again; the first decision is not shown here.</translation>
    </message>
    <message>
        <source>在文件夹中显示</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>在检索框里写“饮水”或一个文号试试。上面的按钮按年度、文种、机关筛选；右键或“办理”里有批量改定、找相似、导出。</source>
        <translation>Type a word or a document number in the search field. The buttons above filter by year, genre or body; the context menu and "Actions" correct together, find similar ones, export.</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>在这件公文里找</source>
        <translation>Find in this document</translation>
    </message>
    <message>
        <source>在这件公文里找（Ctrl+Shift+F）</source>
        <translation>Find in this document (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>填写归档信息…</source>
        <translation>Filing details…</translation>
    </message>
    <message>
        <source>填好的表格或审查结果</source>
        <translation>Filled-in workbook or decisions</translation>
    </message>
    <message>
        <source>填好的表格或送回的审查结果</source>
        <translation>A filled-in workbook or decisions sent back</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>备份之后的 {count} 条留痕所记的改动，恢复后都没有了。</source>
        <translation>The changes of {count} audit entries made since the backup will be gone.</translation>
    </message>
    <message>
        <source>备份放在目录文件夹的 backups 里，做好后会打开检查一遍。请定期拷到另一块盘上。</source>
        <translation>Backups lie in the catalogue's folder "backups" and are opened and checked. Copy them to another disk from time to time.</translation>
    </message>
    <message>
        <source>复制校验值</source>
        <translation>Copy the head</translation>
    </message>
    <message>
        <source>复制详情</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>复审</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>复审队列</source>
        <translation>Review queue</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Looks</translation>
    </message>
    <message>
        <source>多抽成组带出、看得很快、下班前后办理的</source>
        <translation>Prefer decisions of groups, made quickly or late in the day</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>好</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>如 临湖县人民政府办公室</source>
        <translation>e.g. 临湖县人民政府办公室</translation>
    </message>
    <message>
        <source>如 依申请公开〔2026〕12号</source>
        <translation>such as request No. 12 of 2026</translation>
    </message>
    <message>
        <source>如姓名、住址，用顿号或逗号分开；可以不填</source>
        <translation>Such as names or addresses, with commas between; may stay empty</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>字的大小：Ctrl 加 + 放大，Ctrl 加 - 缩小，Ctrl 加 0 还原。</source>
        <translation>Text size: Ctrl with + larger, Ctrl with - smaller, Ctrl with 0 as it was.</translation>
    </message>
    <message>
        <source>存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>存为台账…</source>
        <translation>Save register…</translation>
    </message>
    <message>
        <source>存放位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>存放处</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>它可能正开着；请关掉，或换一个名字。</source>
        <translation>It may be open; close it or choose another name.</translation>
    </message>
    <message>
        <source>它现在在哪里</source>
        <translation>Where it is now</translation>
    </message>
    <message>
        <source>定为</source>
        <translation>is</translation>
    </message>
    <message>
        <source>审定…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>审定人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>审定人须是另一个人。</source>
        <translation>The approver must be another person.</translation>
    </message>
    <message>
        <source>审定或保密审查</source>
        <translation>Approve or review secrecy</translation>
    </message>
    <message>
        <source>审定选中的 {count} 件。</source>
        <translation>Approve the {count} selected.</translation>
    </message>
    <message>
        <source>审定通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>审定：换一个人</source>
        <translation>Approval: another person</translation>
    </message>
    <message>
        <source>审查包</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>审查包（带全文）</source>
        <translation>Package with texts</translation>
    </message>
    <message>
        <source>审查结果</source>
        <translation>decisions</translation>
    </message>
    <message>
        <source>审查表</source>
        <translation>form</translation>
    </message>
    <message>
        <source>审查表…</source>
        <translation>Form…</translation>
    </message>
    <message>
        <source>审查轮次</source>
        <translation>Review round</translation>
    </message>
    <message>
        <source>审查通过</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>审计记录</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>对照两件的差别</source>
        <translation>Compare the two</translation>
    </message>
    <message>
        <source>当前列加宽</source>
        <translation>Widen the current column</translation>
    </message>
    <message>
        <source>当前列变窄</source>
        <translation>Narrow the current column</translation>
    </message>
    <message>
        <source>当前列变窄、加宽、合适宽度</source>
        <translation>Narrow, widen, fit the current column</translation>
    </message>
    <message>
        <source>当前列合适宽度</source>
        <translation>Fit the current column</translation>
    </message>
    <message>
        <source>当前窗格加宽</source>
        <translation>Widen the current pane</translation>
    </message>
    <message>
        <source>当前窗格变窄</source>
        <translation>Narrow the current pane</translation>
    </message>
    <message>
        <source>当前窗格变窄、加宽</source>
        <translation>Narrow, widen the current pane</translation>
    </message>
    <message>
        <source>显示哪些列…</source>
        <translation>Choose columns…</translation>
    </message>
    <message>
        <source>窗格(&amp;P)</source>
        <translation>&amp;Panes</translation>
    </message>
    <message>
        <source>编号 {uuid}</source>
        <translation>Id {uuid}</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入 {count} 件</source>
        <translation>Import {count}</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导入公报历史目录或网站栏目，找出已发布未在册、应公开未发布和不一致的。</source>
        <translation>Import a gazette's back issues or a website's listing: what is published but not held, public but not published, and what differs.</translation>
    </message>
    <message>
        <source>导入各领域标准目录，公文按标题归入事项，列出没有文件的事项。</source>
        <translation>Import the fields' standard lists; documents are put under their items by title, items without documents are listed.</translation>
    </message>
    <message>
        <source>导入回执…</source>
        <translation>Import receipt…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出 {count} 件的目录</source>
        <translation>Export a catalogue of {count}</translation>
    </message>
    <message>
        <source>导出{title}</source>
        <translation>Export {title}</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出审查结果</source>
        <translation>Export decisions</translation>
    </message>
    <message>
        <source>导出审查结果…</source>
        <translation>Export decisions…</translation>
    </message>
    <message>
        <source>导出已编号公文的目录</source>
        <translation>Export the catalogue of numbered documents</translation>
    </message>
    <message>
        <source>导出清单</source>
        <translation>Export list</translation>
    </message>
    <message>
        <source>导出清单…</source>
        <translation>Export list…</translation>
    </message>
    <message>
        <source>导出留痕</source>
        <translation>Export of the trail</translation>
    </message>
    <message>
        <source>导出留痕…</source>
        <translation>Export trail…</translation>
    </message>
    <message>
        <source>导出目录</source>
        <translation>Export the catalogue</translation>
    </message>
    <message>
        <source>导出这一批</source>
        <translation>Export this batch</translation>
    </message>
    <message>
        <source>导出问题清单…</source>
        <translation>Export faults…</translation>
    </message>
    <message>
        <source>尚未检查</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>嵌入对象</source>
        <translation>Embedded object</translation>
    </message>
    <message>
        <source>左边：</source>
        <translation>Left: </translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>已保存检索“{name}”。</source>
        <translation>Search "{name}" saved.</translation>
    </message>
    <message>
        <source>已保存模板“{name}”。</source>
        <translation>Template "{name}" saved.</translation>
    </message>
    <message>
        <source>已保密审查，待审定</source>
        <translation>Secrecy reviewed, to be approved</translation>
    </message>
    <message>
        <source>已停止采集</source>
        <translation>Ingest stopped</translation>
    </message>
    <message>
        <source>已写“{name}”。</source>
        <translation>Wrote "{name}".</translation>
    </message>
    <message>
        <source>已写“{name}”，{count} 件。</source>
        <translation>Wrote "{name}", {count} documents.</translation>
    </message>
    <message>
        <source>已写“{name}”，列入 {count} 件，{left} 件不列。</source>
        <translation>Wrote "{name}": {count} listed, {left} not.</translation>
    </message>
    <message>
        <source>已分 {batches} 批，{documents} 件，约 {hours} 小时。</source>
        <translation>{batches} batches with {documents} documents, about {hours} hours.</translation>
    </message>
    <message>
        <source>已初审，待审定</source>
        <translation>Reviewed, to be approved</translation>
    </message>
    <message>
        <source>已删除检索“{name}”，公文不受影响。</source>
        <translation>Search "{name}" deleted; documents are untouched.</translation>
    </message>
    <message>
        <source>已办</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已办 {done}/{total}</source>
        <translation>Done {done}/{total}</translation>
    </message>
    <message>
        <source>已取消存疑，公文回到未审。</source>
        <translation>No longer doubtful; the document is open again.</translation>
    </message>
    <message>
        <source>已填写。</source>
        <translation>Filled in.</translation>
    </message>
    <message>
        <source>已备份并检查：{name}</source>
        <translation>Backed up and checked: {name}</translation>
    </message>
    <message>
        <source>已复核 {read}/{size} 件</source>
        <translation>{read}/{size} read again</translation>
    </message>
    <message>
        <source>已审 {done}/{total}</source>
        <translation>{done} of {total} done</translation>
    </message>
    <message>
        <source>已审定：现在 {now} 件，备份里 {then} 件</source>
        <translation>Approved: {now} now, {then} in the backup</translation>
    </message>
    <message>
        <source>已审比例</source>
        <translation>Share done</translation>
    </message>
    <message>
        <source>已导出 {count} 条到“{name}”。</source>
        <translation>Exported {count} entries to "{name}".</translation>
    </message>
    <message>
        <source>已导出 {count} 行到 {path}</source>
        <translation>{count} rows exported to {path}</translation>
    </message>
    <message>
        <source>已导出：{names}</source>
        <translation>Exported: {names}</translation>
    </message>
    <message>
        <source>已归并为一件，原来的 {count} 件都是它的文件。</source>
        <translation>The {count} documents are one now; all are its files.</translation>
    </message>
    <message>
        <source>已恢复到这份备份。</source>
        <translation>Restored to this backup.</translation>
    </message>
    <message>
        <source>已打包，未移交</source>
        <translation>Packed, not handed over</translation>
    </message>
    <message>
        <source>已拆出，另成一件。</source>
        <translation>Taken out as a document of its own.</translation>
    </message>
    <message>
        <source>已接收</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已撤回，公文回到待初审。</source>
        <translation>Withdrawn; the document is open again.</translation>
    </message>
    <message>
        <source>已撤销，{count} 件回到办理前的样子。</source>
        <translation>Taken back; {count} are what they were.</translation>
    </message>
    <message>
        <source>已改到新位置，抽查 {count} 个文件，全部一致。</source>
        <translation>Bound to the new place; {count} files were compared and all are the same.</translation>
    </message>
    <message>
        <source>已改回 {count} 件。</source>
        <translation>{count} put back.</translation>
    </message>
    <message>
        <source>已改回“{value}”。</source>
        <translation>Back to "{value}".</translation>
    </message>
    <message>
        <source>已改定 {count} 件（Ctrl+Z 整批改回）。</source>
        <translation>{count} corrected (Ctrl+Z takes all of it back).</translation>
    </message>
    <message>
        <source>已改定；原值为“{value}”（Ctrl+Z 改回）。</source>
        <translation>Corrected; it was "{value}" (Ctrl+Z takes it back).</translation>
    </message>
    <message>
        <source>已暂停。已读的都已保存；可以继续，也可以停止。</source>
        <translation>Paused. What was read is kept; go on or stop.</translation>
    </message>
    <message>
        <source>已有的备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>已标存疑 {count} 件。</source>
        <translation>Marked {count} doubtful.</translation>
    </message>
    <message>
        <source>已清除 {count} 处，连同 {backups} 份备份。</source>
        <translation>Purged {count} places and {backups} backups.</translation>
    </message>
    <message>
        <source>已移交信息的可公开目录</source>
        <translation>Public list of what was handed over</translation>
    </message>
    <message>
        <source>已移交信息的可公开目录…</source>
        <translation>Public list of what was handed over…</translation>
    </message>
    <message>
        <source>已移交，待回执</source>
        <translation>Handed over, awaiting receipt</translation>
    </message>
    <message>
        <source>已签署 {count} 件。</source>
        <translation>{count} signed.</translation>
    </message>
    <message>
        <source>已经编定的档号不会变。</source>
        <translation>Codes already issued do not change.</translation>
    </message>
    <message>
        <source>已编号公文的目录…</source>
        <translation>Catalogue of numbered documents…</translation>
    </message>
    <message>
        <source>已编号公文的目录、盒内备考表、可公开目录</source>
        <translation>Catalogue of numbered documents, note for the box, public list</translation>
    </message>
    <message>
        <source>已被新的认定替代</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>已认定</source>
        <translation>Determined</translation>
    </message>
    <message>
        <source>已记下 {count} 个号的原因。</source>
        <translation>Kept the reason of {count} numbers.</translation>
    </message>
    <message>
        <source>已设口令</source>
        <translation>PIN set</translation>
    </message>
    <message>
        <source>已读的都已保存。再点“重新采集全部”，从停下的地方接着做。</source>
        <translation>What was read is kept. "Ingest all again" goes on where it stopped.</translation>
    </message>
    <message>
        <source>不由本机关认定</source>
        <translation>Not ours to decide</translation>
    </message>
    <message>
        <source>这一件不由本机关认定（{why}），不在复审台。</source>
        <translation>This item is not ours to decide ({why}); it does not wait on the review desk.</translation>
    </message>
    <message>
        <source>已退回 {count} 件。</source>
        <translation>{count} returned.</translation>
    </message>
    <message>
        <source>已送审 {count} 件。</source>
        <translation>{count} proposed.</translation>
    </message>
    <message>
        <source>已送审 {count} 件，此前已导入 {known} 件。</source>
        <translation>{count} proposed, {known} imported before.</translation>
    </message>
    <message>
        <source>已采纳 {count} 件的归档建议。</source>
        <translation>Filing proposals adopted for {count}.</translation>
    </message>
    <message>
        <source>已采集 {count} 个文件夹</source>
        <translation>Folders ingested: {count}</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>常用认定</source>
        <translation>Usual decisions</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>年份写成 2016 这样。</source>
        <translation>Write years like 2016.</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>年度报告各栏数字</source>
        <translation>Figures of the annual report</translation>
    </message>
    <message>
        <source>年度报告各表</source>
        <translation>Tables of the annual report</translation>
    </message>
    <message>
        <source>年度报告表</source>
        <translation>Annual report tables</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>应改</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>底数</source>
        <translation>Dishu</translation>
    </message>
    <message>
        <source>底数 · 复审键位卡</source>
        <translation>Dishu · keys of the review desk</translation>
    </message>
    <message>
        <source>底数与缺漏</source>
        <translation>Inventory and gaps</translation>
    </message>
    <message>
        <source>底数梳理阶段进度</source>
        <translation>Milestones</translation>
    </message>
    <message>
        <source>底数目录</source>
        <translation>Dishu catalogue</translation>
    </message>
    <message>
        <source>建立并分批</source>
        <translation>Make and cut into batches</translation>
    </message>
    <message>
        <source>建立时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>建立目录</source>
        <translation>Create catalogue</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>建议旁边有依据的条款和原句。按空格采纳建议，1 2 3 选主动、依申请、不予，4 存疑，F1 看全部键位。</source>
        <translation>Beside the suggestion stand the article and the quoted sentence. Space accepts it, 1 2 3 choose the attribute, 4 marks as doubtful, F1 shows all keys.</translation>
    </message>
    <message>
        <source>开放意见</source>
        <translation>Opening opinion</translation>
    </message>
    <message>
        <source>归为 {count} 件</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>归属</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>归并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>归并为一件</source>
        <translation>Merge into one</translation>
    </message>
    <message>
        <source>归并成件</source>
        <translation>Make items</translation>
    </message>
    <message>
        <source>归并错了，可以在“文件”里把某个文件拆出来。</source>
        <translation>If that was wrong, take a file out again under "Files".</translation>
    </message>
    <message>
        <source>归档信息</source>
        <translation>Filing details</translation>
    </message>
    <message>
        <source>归档建议</source>
        <translation>Filing proposal</translation>
    </message>
    <message>
        <source>当时怎样改</source>
        <translation>Changed then</translation>
    </message>
    <message>
        <source>录入…</source>
        <translation>Type…</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To be read again</translation>
    </message>
    <message>
        <source>待审定的哪一部分</source>
        <translation>Which part of what waits</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>怎样排</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>怎样改</source>
        <translation>How to mend it</translation>
    </message>
    <message>
        <source>怎样检索</source>
        <translation>How to search</translation>
    </message>
    <message>
        <source>怎样算一组</source>
        <translation>What makes a group</translation>
    </message>
    <message>
        <source>总件数</source>
        <translation>Out of</translation>
    </message>
    <message>
        <source>恢复刚才撤回的</source>
        <translation>Send the withdrawn one again</translation>
    </message>
    <message>
        <source>恢复到 {name}</source>
        <translation>Restore {name}</translation>
    </message>
    <message>
        <source>恢复到这一份…</source>
        <translation>Restore this one…</translation>
    </message>
    <message>
        <source>恢复原来的键位</source>
        <translation>Restore the original keys</translation>
    </message>
    <message>
        <source>恢复备份</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>您的姓名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>成批办，抽着查</source>
        <translation>In batches, checked by samples</translation>
    </message>
    <message>
        <source>成文日期，新的在前</source>
        <translation>Date, newest first</translation>
    </message>
    <message>
        <source>成文日期，旧的在前</source>
        <translation>Date, oldest first</translation>
    </message>
    <message>
        <source>我的结论</source>
        <translation>My conclusion</translation>
    </message>
    <message>
        <source>截止年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>所在文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>手工</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>手里</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>打包</source>
        <translation>Packed</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>打印清单…</source>
        <translation>Print list…</translation>
    </message>
    <message>
        <source>打印键位卡</source>
        <translation>Print the key card</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>打开其他目录…</source>
        <translation>Open another catalogue…</translation>
    </message>
    <message>
        <source>打开副本文件夹</source>
        <translation>Open folder of copies</translation>
    </message>
    <message>
        <source>打开原件（只读副本）</source>
        <translation>Open the original (read-only copy)</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>打开目录</source>
        <translation>Open a catalogue</translation>
    </message>
    <message>
        <source>打开（只读副本）</source>
        <translation>Open (read-only copy)</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>批数</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>批次名称</source>
        <translation>Name of the batch</translation>
    </message>
    <message>
        <source>批次审查表</source>
        <translation>Form of the batch</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>批量办理记录</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>批量操作</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>批量改定</source>
        <translation>Bulk correction</translation>
    </message>
    <message>
        <source>批量改定 {count} 件的要素</source>
        <translation>Correct {count} documents together</translation>
    </message>
    <message>
        <source>接着重建</source>
        <translation>Go on rebuilding</translation>
    </message>
    <message>
        <source>有 {count} 份文本还没有编入全文索引，检索找不到它们。</source>
        <translation>{count} texts are not in the full-text index yet; a search does not find them.</translation>
    </message>
    <message>
        <source>正在重建全文索引，检索和办理照常可用。</source>
        <translation>The full-text index is being rebuilt; searching and working go on as usual.</translation>
    </message>
    <message>
        <source>现在重建</source>
        <translation>Rebuild now</translation>
    </message>
    <message>
        <source>重建全文索引</source>
        <translation>Rebuild the full-text index</translation>
    </message>
    <message>
        <source>预览批量改定</source>
        <translation>Preview of the bulk correction</translation>
    </message>
    <message>
        <source>批量改定要素…</source>
        <translation>Correct together…</translation>
    </message>
    <message>
        <source>批量记录…</source>
        <translation>Jobs…</translation>
    </message>
    <message>
        <source>找一件公文</source>
        <translation>Find a document</translation>
    </message>
    <message>
        <source>找到</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>找相似的公文</source>
        <translation>More like this</translation>
    </message>
    <message>
        <source>把其中的</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>把文件夹拖到这里，或点“选择文件夹”。</source>
        <translation>Drop a folder here, or click "Choose folder".</translation>
    </message>
    <message>
        <source>把文件夹拖进来就开始；中途停下，下次接着做。读不出的文件按原因列在下面，可以只重读一类。</source>
        <translation>Drop folders here to begin; when stopped, it goes on from there next time. Files that cannot be read are listed by cause; one cause can be read again alone.</translation>
    </message>
    <message>
        <source>把检索到而还没有分批的公文分成新的批次</source>
        <translation>Cut what the query finds and no batch holds into new batches</translation>
    </message>
    <message>
        <source>把这一件的认定填进表单</source>
        <translation>Fill the form with this decision</translation>
    </message>
    <message>
        <source>把这次检索连同范围、结果和没能检索到的文件数记下来，答复“经检索没有所申请公开的信息”时作依据。</source>
        <translation>Keeps this search with its extent, its result and the number of files it could not see, as evidence for the answer that the requested information was not found.</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>抽取</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>抽取件数</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>抽多少件</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>抽查</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>抽查 {day}</source>
        <translation>Sample {day}</translation>
    </message>
    <message>
        <source>拆出</source>
        <translation>Split off</translation>
    </message>
    <message>
        <source>拆出，另成一件</source>
        <translation>Take out as a document of its own</translation>
    </message>
    <message>
        <source>拟移交清单</source>
        <translation>List for transfer</translation>
    </message>
    <message>
        <source>按以前指定的对应。</source>
        <translation>As it was assigned before.</translation>
    </message>
    <message>
        <source>按件号次序列出已编定档号的公文；PDF 和 Word 带签字栏。</source>
        <translation>Lists the documents that have archival codes in the order of their numbers; PDF and Word have boxes to sign.</translation>
    </message>
    <message>
        <source>按各自的建议送审 {count} 件？没有明确建议或缺少理由的，会留下来逐件办理。</source>
        <translation>Propose {count} as suggested for each? Those without a definite suggestion or reason stay for a decision of their own.</translation>
    </message>
    <message>
        <source>按接收单位的样表建模板…</source>
        <translation>Template from an example sheet…</translation>
    </message>
    <message>
        <source>按文字和图片的位置排出，不是版式原样：没有印章、线条和底纹。</source>
        <translation>Text and pictures at their places, not a faithful picture: no seals, lines or shading.</translation>
    </message>
    <message>
        <source>按机构编件号</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>按词表检索</source>
        <translation>Search a word list</translation>
    </message>
    <message>
        <source>按词表检索…</source>
        <translation>Search a word list…</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>换了位置</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>换了位置…</source>
        <translation>Moved…</translation>
    </message>
    <message>
        <source>换成</source>
        <translation>by</translation>
    </message>
    <message>
        <source>换成表格</source>
        <translation>Show as a table</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>排版</source>
        <translation>Lay out</translation>
    </message>
    <message>
        <source>接收单位的答复</source>
        <translation>Answer of the archives</translation>
    </message>
    <message>
        <source>接收档案馆</source>
        <translation>Receiving archives</translation>
    </message>
    <message>
        <source>控制理由</source>
        <translation>Reason for control</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>撤回“{name}”的理由：</source>
        <translation>Reason for withdrawing "{name}":</translation>
    </message>
    <message>
        <source>撤回刚才的送审</source>
        <translation>Withdraw the last proposal</translation>
    </message>
    <message>
        <source>撤回移交批次</source>
        <translation>Withdraw a transfer</translation>
    </message>
    <message>
        <source>撤回这一批…</source>
        <translation>Withdraw this batch…</translation>
    </message>
    <message>
        <source>撤销后</source>
        <translation>After taking back</translation>
    </message>
    <message>
        <source>撤销的理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>撤销的理由（必填）</source>
        <translation>Reason (needed)</translation>
    </message>
    <message>
        <source>撤销这一批</source>
        <translation>Take this batch back</translation>
    </message>
    <message>
        <source>改定 {count} 件</source>
        <translation>Correct {count}</translation>
    </message>
    <message>
        <source>改定{name}</source>
        <translation>Correct {name}</translation>
    </message>
    <message>
        <source>改成</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>改派…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>改范围</source>
        <translation>Change the query</translation>
    </message>
    <message>
        <source>改范围…</source>
        <translation>Change query…</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>放移交包的文件夹，如移动硬盘</source>
        <translation>Where the package goes</translation>
    </message>
    <message>
        <source>政府信息公开目录</source>
        <translation>Catalogue of government information</translation>
    </message>
    <message>
        <source>敏感</source>
        <translation>Sensitive</translation>
    </message>
    <message>
        <source>敏感信息</source>
        <translation>Sensitive information</translation>
    </message>
    <message>
        <source>敏感处</source>
        <translation>Sensitive</translation>
    </message>
    <message>
        <source>敏感处 {count}</source>
        <translation>{count} sensitive</translation>
    </message>
    <message>
        <source>数字键 {number}</source>
        <translation>Digit {number}</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>文中原样</source>
        <translation>As printed</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>文件 {count}</source>
        <translation>Files {count}</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>文件名中须有领域名称，如“社会救助领域标准目录”。</source>
        <translation>The file name must hold the name of the field.</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>文件数</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>文件格式</source>
        <translation>File formats</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>文号断在哪里、重在哪里，哪些扫描件还没有文字，都在这里；可以打印出来去查纸质档案。</source>
        <translation>Gaps and doubles in the numbers, scans without text: all here, to be printed and looked up on paper.</translation>
    </message>
    <message>
        <source>文号相符</source>
        <translation>Number agrees</translation>
    </message>
    <message>
        <source>文号相符而题名不同，请核对</source>
        <translation>Number agrees, title differs: check</translation>
    </message>
    <message>
        <source>文号系列</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>文号：括号、补零怎样写都行</source>
        <translation>Document number, with any brackets and zeros</translation>
    </message>
    <message>
        <source>文字不同的地方</source>
        <translation>Where the texts differ</translation>
    </message>
    <message>
        <source>文字几乎相同</source>
        <translation>Nearly the same text</translation>
    </message>
    <message>
        <source>文字完全相同。</source>
        <translation>The texts are the same.</translation>
    </message>
    <message>
        <source>文字数</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>文字相同</source>
        <translation>Same text</translation>
    </message>
    <message>
        <source>文字相同 {share}</source>
        <translation>{share} same text</translation>
    </message>
    <message>
        <source>文字相同或几乎相同的</source>
        <translation>Same or nearly the same text</translation>
    </message>
    <message>
        <source>文本表格（csv，GB 18030）</source>
        <translation>Text table (csv, GB 18030)</translation>
    </message>
    <message>
        <source>文本表格（csv，UTF-8）</source>
        <translation>Text table (csv, UTF-8)</translation>
    </message>
    <message>
        <source>文档属性</source>
        <translation>Document property</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>新增 {count} · </source>
        <translation>{count} new · </translation>
    </message>
    <message>
        <source>新建审查轮次</source>
        <translation>New review round</translation>
    </message>
    <message>
        <source>新建目录…</source>
        <translation>New catalogue…</translation>
    </message>
    <message>
        <source>新建轮次…</source>
        <translation>New round…</translation>
    </message>
    <message>
        <source>新的抽查…</source>
        <translation>New sample…</translation>
    </message>
    <message>
        <source>新编定 {count} 个索引号，以后不变。</source>
        <translation>{count} new index numbers issued, for good.</translation>
    </message>
    <message>
        <source>新读出 {count}</source>
        <translation>{count} newly read</translation>
    </message>
    <message>
        <source>无法检查</source>
        <translation>Cannot be checked</translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation>not defined</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>是不是要找：</source>
        <translation>Did you mean:</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>显示哪些列</source>
        <translation>Choose columns</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>发文字号代字</source>
        <translation>Codes of document numbers</translation>
    </message>
    <message>
        <source>如 临政发、临政办发</source>
        <translation>such as "临政发、临政办发"</translation>
    </message>
    <message>
        <source>曾用名和前身</source>
        <translation>Former names and predecessors</translation>
    </message>
    <message>
        <source>最后一次改动：现在 {now}，备份里 {then}</source>
        <translation>Last change: {now} now, {then} in the backup</translation>
    </message>
    <message>
        <source>最近用过的目录</source>
        <translation>Recent catalogues</translation>
    </message>
    <message>
        <source>有 {count} 件编不了档号：{message}</source>
        <translation>{count} cannot be numbered: {message}</translation>
    </message>
    <message>
        <source>有 {count} 列还没有指定取值，会空着。</source>
        <translation>{count} columns have no value yet and will stay empty.</translation>
    </message>
    <message>
        <source>有 {count} 处被改动，请保留现场并报告：</source>
        <translation>{count} places were altered; keep everything as it is and report:</translation>
    </message>
    <message>
        <source>有 {count} 处请核对：{lines}</source>
        <translation>{count} to check: {lines}</translation>
    </message>
    <message>
        <source>有一个就行</source>
        <translation>Either one</translation>
    </message>
    <message>
        <source>有几份</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>有前一个，没有后一个</source>
        <translation>The first without the second</translation>
    </message>
    <message>
        <source>有哪些清单</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>有多少公文、审到哪一步、哪些读不出、哪些疑似涉密被隔离。点任何一个数字或柱子，就到相应的清单。</source>
        <translation>How many documents, how far they are decided, what cannot be read, what is quarantined. Every number and bar leads to its list.</translation>
    </message>
    <message>
        <source>有密级标志</source>
        <translation>Bears a mark</translation>
    </message>
    <message>
        <source>有文件而登记簿没有的公文</source>
        <translation>Documents with files that no register tells of</translation>
    </message>
    <message>
        <source>有问题，改后再查</source>
        <translation>Has faults, check again after changes</translation>
    </message>
    <message>
        <source>未发现问题，仍需人工审查</source>
        <translation>Nothing found, a person must still look</translation>
    </message>
    <message>
        <source>未发现问题，仍需人工审查。</source>
        <translation>Nothing found, a person must still look.</translation>
    </message>
    <message>
        <source>未能脱敏：{why}</source>
        <translation>Not redacted: {why}</translation>
    </message>
    <message>
        <source>未设口令</source>
        <translation>No PIN</translation>
    </message>
    <message>
        <source>未识别</source>
        <translation>Not recognised</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>本机不得存储、处理国家秘密。涉密不上网，上网不涉密。</source>
        <translation>State secrets must not be stored or processed on this PC.</translation>
    </message>
    <message>
        <source>机构代码</source>
        <translation>Organisation code</translation>
    </message>
    <message>
        <source>机构（问题）</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>条例第十二条的目录：主动公开和依申请公开的公文及其公开属性。</source>
        <translation>The catalogue of article 12: proactive and on-request documents with their attributes.</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>来文与答复</source>
        <translation>Letter and reply</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>来源文件夹换了盘符、搬到别处或换了电脑：指出新的位置，不用重新采集</source>
        <translation>The source folder has another drive letter, place or computer: say where it is now, nothing is read again</translation>
    </message>
    <message>
        <source>来源文件还在原处，请按保密规定处置。</source>
        <translation>The source file is where it was; handle it by the rules of secrecy.</translation>
    </message>
    <message>
        <source>恢复备份时留在一旁的旧目录有打不开的，没有清除，请由管理员核对后销毁。</source>
        <translation> A catalogue that a restore set aside cannot be opened and was not purged: an administrator must look at it and destroy it.</translation>
    </message>
    <message>
        <source>查到的个人信息都会去掉：docx 去掉文字，PDF 把有涉及的页变成图片并涂黑。批注、修订、属性、附件一并去掉，做好后逐件复查。原件不动。只能处理 docx 和 PDF。</source>
        <translation>All personal data found is taken out: text in docx, in PDF the page becomes a picture with black bars. Comments, changes, properties and attachments go too; every copy is verified. Originals stay as they are. Only docx and PDF.</translation>
    </message>
    <message>
        <source>查明没有公文的号，写明作废、占号等原因</source>
        <translation>Say why a number has no document: void, reserved and so on</translation>
    </message>
    <message>
        <source>查明没有公文的号，写明原因，以后算作已说明，不再当作缺失。</source>
        <translation>Say why a number has no document once that is known; it then counts as explained and no longer as missing.</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>查账</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>标存疑 {count} 件</source>
        <translation>Mark {count} doubtful</translation>
    </message>
    <message>
        <source>标志</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>标记存疑，不作认定（数字键 4）</source>
        <translation>Flag as doubtful, decide nothing (digit 4)</translation>
    </message>
    <message>
        <source>标记存疑，看下一件</source>
        <translation>Flag as doubtful, next document</translation>
    </message>
    <message>
        <source>标记已移交</source>
        <translation>Mark as handed over</translation>
    </message>
    <message>
        <source>标题、文号或正文里有这几个字</source>
        <translation>These characters in title, number or text</translation>
    </message>
    <message>
        <source>标题拼音</source>
        <translation>Title by pinyin</translation>
    </message>
    <message>
        <source>标题笔画</source>
        <translation>Title by strokes</translation>
    </message>
    <message>
        <source>校验值</source>
        <translation>Check value</translation>
    </message>
    <message>
        <source>校验值 {digest}</source>
        <translation>Hash {digest}</translation>
    </message>
    <message>
        <source>校验值已复制，可印在移交清单上。</source>
        <translation>The head is copied; print it on the transfer list.</translation>
    </message>
    <message>
        <source>校验是否被改动</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>样表的列</source>
        <translation>Column of the sheet</translation>
    </message>
    <message>
        <source>核对了 {checked} 个来源文件，{count} 个与采集时不同。</source>
        <translation>{checked} source files compared, {count} differ from what was read.</translation>
    </message>
    <message>
        <source>核对原件</source>
        <translation>Check the originals</translation>
    </message>
    <message>
        <source>核对要素</source>
        <translation>Check the elements</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>档号</source>
        <translation>Archival code</translation>
    </message>
    <message>
        <source>档号是预编的，生成移交包时编定。</source>
        <translation>Codes are a preview; they are issued when the package is built.</translation>
    </message>
    <message>
        <source>档号规则</source>
        <translation>Numbering rules</translation>
    </message>
    <message>
        <source>档案馆代码</source>
        <translation>Archives code</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>检查 {count} 个文件</source>
        <translation>Check {count} files</translation>
    </message>
    <message>
        <source>检查人</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>检查发现 {count} 处问题：</source>
        <translation>The check found {count} problems:</translation>
    </message>
    <message>
        <source>检查后，选中一个文件，这里列出问题和位置。</source>
        <translation>After the check, choose a file to see its faults and places here.</translation>
    </message>
    <message>
        <source>检查目录</source>
        <translation>Check the catalogue</translation>
    </message>
    <message>
        <source>检测移交包</source>
        <translation>Check a package</translation>
    </message>
    <message>
        <source>检测移交包…</source>
        <translation>Check a package…</translation>
    </message>
    <message>
        <source>检测项目</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>检索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>检索并留存</source>
        <translation>Search and keep</translation>
    </message>
    <message>
        <source>检索式</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>检索式；不写即全部公文</source>
        <translation>Query; empty means all documents</translation>
    </message>
    <message>
        <source>检索条件</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>检索留证…</source>
        <translation>Keep as evidence…</translation>
    </message>
    <message>
        <source>以前的记录</source>
        <translation>Earlier records</translation>
    </message>
    <message>
        <source>以前的记录…</source>
        <translation>Earlier records…</translation>
    </message>
    <message>
        <source>检索记录</source>
        <translation>Search record</translation>
    </message>
    <message>
        <source>概览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>模板名称</source>
        <translation>Template name</translation>
    </message>
    <message>
        <source>止档号</source>
        <translation>Last code</translation>
    </message>
    <message>
        <source>正在停止……已完成的部分保留</source>
        <translation>Stopping… what is done is kept</translation>
    </message>
    <message>
        <source>正在停止……已读的都已保存，下次接着做。</source>
        <translation>Stopping… what was read is kept and goes on next time.</translation>
    </message>
    <message>
        <source>正在准备示例目录，约半分钟……</source>
        <translation>Making the sample catalogue, about half a minute…</translation>
    </message>
    <message>
        <source>正在开始……</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>正在恢复……</source>
        <translation>Restoring…</translation>
    </message>
    <message>
        <source>正在打开……</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>正在检索……</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>正在画这一页……</source>
        <translation>Drawing this page…</translation>
    </message>
    <message>
        <source>正在识别扫描件</source>
        <translation>Reading scans</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>正在逐条校验……</source>
        <translation>Verifying every entry…</translation>
    </message>
    <message>
        <source>正在采集 {names}</source>
        <translation>Ingesting {names}</translation>
    </message>
    <message>
        <source>正在重读 {count} 个文件</source>
        <translation>Reading {count} files again</translation>
    </message>
    <message>
        <source>正本</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>每一列都有取值。</source>
        <translation>Every column has a value.</translation>
    </message>
    <message>
        <source>每一行按文号和题名找对应的公文；没有电子文件的，登记为只有纸质原件的公文。</source>
        <translation>Every row looks for its document by number and title; what has no file becomes a record on paper.</translation>
    </message>
    <message>
        <source>每个词有多少份</source>
        <translation>How many documents hold each word</translation>
    </message>
    <message>
        <source>每人进度</source>
        <translation>By person</translation>
    </message>
    <message>
        <source>每件公文一个备案 XML，先按备案格式校验。</source>
        <translation>One filing XML for each document, validated first.</translation>
    </message>
    <message>
        <source>每件另附未签名的封装包（EEP）</source>
        <translation>Every item also as an unsigned encapsulation package (EEP)</translation>
    </message>
    <message>
        <source>每周</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>每小时</source>
        <translation>Per hour</translation>
    </message>
    <message>
        <source>每小时 {pace} 件（近一小时 {count}）</source>
        <translation>{pace} an hour ({count} in the last hour)</translation>
    </message>
    <message>
        <source>每批分钟</source>
        <translation>Minutes per batch</translation>
    </message>
    <message>
        <source>每日备份不含正文，请到“采集”里重新采集全部，正文会重新读出。</source>
        <translation>Daily backups hold no texts; ingest everything again and they will be read anew.</translation>
    </message>
    <message>
        <source>每日（不含正文）</source>
        <translation>Daily (without texts)</translation>
    </message>
    <message>
        <source>每盘 100 GB（蓝光）</source>
        <translation>100 GB each (Blu-ray)</translation>
    </message>
    <message>
        <source>每盘 25 GB（蓝光）</source>
        <translation>25 GB each (Blu-ray)</translation>
    </message>
    <message>
        <source>每盘 4.7 GB（DVD）</source>
        <translation>4.7 GB each (DVD)</translation>
    </message>
    <message>
        <source>每秒 {rate} 个</source>
        <translation>{rate} a second</translation>
    </message>
    <message>
        <source>每秒 {rate} 件</source>
        <translation>{rate} a second</translation>
    </message>
    <message>
        <source>每行一个词；照字面找，词里的“与、或、非”不起作用。</source>
        <translation>One word a line, taken literally: no operators.</translation>
    </message>
    <message>
        <source>每行一个，可带起止年份，如 临湖县人民政府办公厅 2005-2010</source>
        <translation>one a line, with years if known, such as Name 2005-2010</translation>
    </message>
    <message>
        <source>没有“{name}”这种保管期限。</source>
        <translation>There is no retention period "{name}".</translation>
    </message>
    <message>
        <source>没有“{name}”这种档号规则。</source>
        <translation>There is no numbering rule "{name}".</translation>
    </message>
    <message>
        <source>没有与这一件同组的公文。</source>
        <translation>No document belongs together with this one.</translation>
    </message>
    <message>
        <source>没有互相矛盾的认定。文字几乎相同的公文都比过了。</source>
        <translation>No decisions contradict each other; all documents with nearly the same text were compared.</translation>
    </message>
    <message>
        <source>没有变化 {count}</source>
        <translation>{count} unchanged</translation>
    </message>
    <message>
        <source>没有可撤回的送审。</source>
        <translation>There is no proposal to withdraw.</translation>
    </message>
    <message>
        <source>没有可撤销的改定。</source>
        <translation>There is no correction to undo.</translation>
    </message>
    <message>
        <source>没有可读的文字。扫描件和图片请打开原件看。</source>
        <translation>No readable text. Open the original of scans and pictures.</translation>
    </message>
    <message>
        <source>没有同组的公文。</source>
        <translation>No others in this group.</translation>
    </message>
    <message>
        <source>没有待发布的公文：须先审定为主动公开，原文件要在原处。</source>
        <translation>No document awaits publication: it must be approved as proactive, and its file must be in place.</translation>
    </message>
    <message>
        <source>没有新的公文要分批。</source>
        <translation>Nothing new to cut into batches.</translation>
    </message>
    <message>
        <source>没有电子文件</source>
        <translation>No file</translation>
    </message>
    <message>
        <source>没有电子文件（只有纸质原件）。</source>
        <translation>No file (paper only).</translation>
    </message>
    <message>
        <source>没有符合条件的公文。可以少写一个词，或清除筛选。</source>
        <translation>No document fits. Use a word less, or clear the filters.</translation>
    </message>
    <message>
        <source>没有等你复核的。</source>
        <translation>Nothing waits for you.</translation>
    </message>
    <message>
        <source>没有角色</source>
        <translation>No role</translation>
    </message>
    <message>
        <source>没有读不出的文件。</source>
        <translation>Every file could be read.</translation>
    </message>
    <message>
        <source>没有还差手续的公文。</source>
        <translation>Nothing is missing anywhere.</translation>
    </message>
    <message>
        <source>没有采集</source>
        <translation>Not ingested</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>涉密标志</source>
        <translation>Classified mark</translation>
    </message>
    <message>
        <source>涉密标志，不得发布</source>
        <translation>Classified mark, must not be published</translation>
    </message>
    <message>
        <source>涉密隔离清单</source>
        <translation>Quarantined files</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>清单与汇总…</source>
        <translation>Lists and totals…</translation>
    </message>
    <message>
        <source>清单各表</source>
        <translation>Tables of the list</translation>
    </message>
    <message>
        <source>清单存放在哪里</source>
        <translation>Where to put the list</translation>
    </message>
    <message>
        <source>清单有 {count} 行，打印不合适。</source>
        <translation>The list has {count} rows, too many to print.</translation>
    </message>
    <message>
        <source>清单校验值</source>
        <translation>Check value of the list</translation>
    </message>
    <message>
        <source>清点文件</source>
        <translation>Count files</translation>
    </message>
    <message>
        <source>清理与核对</source>
        <translation>Clean-up and comparison</translation>
    </message>
    <message>
        <source>清理目录</source>
        <translation>Clean-up lists</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>清除后，正文、要素、检索和已有备份里的内容都没有了，位置列入隔离清单，经过留痕。来源文件本身不动，磁盘的处理听保密工作机构的。</source>
        <translation>Text, elements, index and what earlier backups hold are gone then; the place stands in quarantine and the trail tells of it. The source file itself is not touched; what becomes of the disk the secrecy office says.</translation>
    </message>
    <message>
        <source>清除涉密内容</source>
        <translation>Purge classified content</translation>
    </message>
    <message>
        <source>清除涉密内容…</source>
        <translation>Purge classified content…</translation>
    </message>
    <message>
        <source>清除的理由</source>
        <translation>Reason of the purge</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>清除，不能撤销</source>
        <translation>Purge, for good</translation>
    </message>
    <message>
        <source>点“编制”。结果先在这里看，再导出。</source>
        <translation>Press Make. Look at the result here, then export it.</translation>
    </message>
    <message>
        <source>点一件，看它与首件哪里不同。</source>
        <translation>Choose one to see where it differs from the first.</translation>
    </message>
    <message>
        <source>点一根柱子，看它的清单</source>
        <translation>Click a bar to see its list</translation>
    </message>
    <message>
        <source>点击看它在文中的位置</source>
        <translation>Click to see its place in the text</translation>
    </message>
    <message>
        <source>照此填</source>
        <translation>Follow this</translation>
    </message>
    <message>
        <source>照这个速度还需{time}</source>
        <translation>{time} left at this pace</translation>
    </message>
    <message>
        <source>版本 {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>现在查到 {count} 件；分批时定下来，以后不随检索结果变。</source>
        <translation>{count} found now; they are fixed when the batches are made and do not change later.</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Present PIN</translation>
    </message>
    <message>
        <source>现在的目录先整个挪到 set-aside 文件夹里，不会丢；恢复后会重新打开。</source>
        <translation>The present catalogue is first moved to a set-aside folder and not lost; the restored one is opened again.</translation>
    </message>
    <message>
        <source>现有属性</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由（依申请公开、不予公开必填）</source>
        <translation>Reason (needed for on request and withheld)</translation>
    </message>
    <message>
        <source>理解为：{words}</source>
        <translation>Understood as: {words}</translation>
    </message>
    <message>
        <source>生成 {count} 件的移交包</source>
        <translation>Build a package of {count}</translation>
    </message>
    <message>
        <source>生成移交包…</source>
        <translation>Build a package…</translation>
    </message>
    <message>
        <source>生效的公开属性</source>
        <translation>Attribute in force</translation>
    </message>
    <message>
        <source>用时 {seconds} 秒</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>用示例目录看一看</source>
        <translation>Look at the sample</translation>
    </message>
    <message>
        <source>用这些名称、这些代字发的文都算本单位的文；单位改名时直接改全称，原来的名称自动记为曾用名。改了以后，下一次采集和判断按新的来。</source>
        <translation>Documents issued under these names or codes count as ours. When the office is renamed, change its full name; the old one is kept among the former names. Changes apply from the next ingest on.</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>由上下文推出</source>
        <translation>Derived from context</translation>
    </message>
    <message>
        <source>由没有办过这些公文的人重新看，看不到原来的结论。95% 把握、误差 5% 约需 385 件。</source>
        <translation>Somebody who did not decide them reads them again without seeing the first decision. 95% confidence ±5% takes about 385.</translation>
    </message>
    <message>
        <source>电子档案移交接收办法（2012）</source>
        <translation>Transfer rules of 2012</translation>
    </message>
    <message>
        <source>电子表格 (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>留痕导出到哪里</source>
        <translation>Where to export the trail</translation>
    </message>
    <message>
        <source>留给人决定</source>
        <translation>Left to a person</translation>
    </message>
    <message>
        <source>疑为同一件，已分别认定</source>
        <translation>Perhaps the same, decided apart</translation>
    </message>
    <message>
        <source>疑似密级标志</source>
        <translation>Probably a mark</translation>
    </message>
    <message>
        <source>疑似涉密，已隔离 {count} 个：没有读入任何内容，请立即报告本单位保密工作机构。</source>
        <translation>{count} probably classified and quarantined: nothing of them was read; report to your secrecy office at once.</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>登记人员…</source>
        <translation>Add people…</translation>
    </message>
    <message>
        <source>登记新人员</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>登记簿</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>按登记的公开属性重新给出建议 {count}</source>
        <translation>suggested anew for what is told of disclosure {count}</translation>
    </message>
    <message>
        <source>登记簿 {count} 条。</source>
        <translation>The register has {count} rows.</translation>
    </message>
    <message>
        <source>登记簿与文件比对</source>
        <translation>Registers and files compared</translation>
    </message>
    <message>
        <source>登记簿没有的公文</source>
        <translation>Documents no register tells of</translation>
    </message>
    <message>
        <source>登记表和移交清单另存为 PDF，供打印签字</source>
        <translation>Registration form and transfer list also as PDF, to print and sign</translation>
    </message>
    <message>
        <source>盒内备考表</source>
        <translation>Note for the box</translation>
    </message>
    <message>
        <source>盒内备考表…</source>
        <translation>Note for the box…</translation>
    </message>
    <message>
        <source>盒内情况说明</source>
        <translation>Condition of what is inside</translation>
    </message>
    <message>
        <source>目录和表单…</source>
        <translation>Catalogues and forms…</translation>
    </message>
    <message>
        <source>目录完好：数据、索引、留痕链条都通过了检查。</source>
        <translation>The catalogue is sound: data, index and audit chain passed the check.</translation>
    </message>
    <message>
        <source>目录放在哪里</source>
        <translation>Where the catalogue goes</translation>
    </message>
    <message>
        <source>目录文件放在哪个文件夹</source>
        <translation>The folder for the files</translation>
    </message>
    <message>
        <source>目录是一个文件夹，可以整个搬走；原来的公文不会移动、不会改动。</source>
        <translation>A catalogue is a folder that can be moved as a whole; your documents are neither moved nor changed.</translation>
    </message>
    <message>
        <source>目录模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>目录还是空的。第一步：选文件夹采集；程序只读取，不改动原来的文件。</source>
        <translation>The catalogue is empty. First choose folders to ingest; files are only read, never changed.</translation>
    </message>
    <message>
        <source>目录里还没有公文。先选文件夹采集，公文会出现在这里。</source>
        <translation>No documents yet. Ingest a folder and they appear here.</translation>
    </message>
    <message>
        <source>相关公文</source>
        <translation>Related documents</translation>
    </message>
    <message>
        <source>相关程度（检索时）</source>
        <translation>Relevance (when searching)</translation>
    </message>
    <message>
        <source>相反</source>
        <translation>Against</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>看全部公文</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>看公文</source>
        <translation>See the documents</translation>
    </message>
    <message>
        <source>看其中还没有认定的</source>
        <translation>See those not yet determined</translation>
    </message>
    <message>
        <source>看到 {count} 个文件</source>
        <translation>{count} files seen</translation>
    </message>
    <message>
        <source>看到的文件</source>
        <translation>Files seen</translation>
    </message>
    <message>
        <source>看批量办理过什么，可以整批撤销</source>
        <translation>What was done to many at once, and taking it back</translation>
    </message>
    <message>
        <source>看隔离清单…</source>
        <translation>See the quarantine…</translation>
    </message>
    <message>
        <source>看页面 / 看文字</source>
        <translation>Page / text</translation>
    </message>
    <message>
        <source>示例目录没有做成。</source>
        <translation>The sample catalogue could not be made.</translation>
    </message>
    <message>
        <source>示例目录还没有生成。</source>
        <translation>The sample catalogue has not been built.</translation>
    </message>
    <message>
        <source>离开这一批，批次还在你手里</source>
        <translation>Leave this batch; it stays with you</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>移交包放在哪里</source>
        <translation>Where the package goes</translation>
    </message>
    <message>
        <source>移交包格式</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>移交单位</source>
        <translation>Transferring office</translation>
    </message>
    <message>
        <source>移交批次</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>移交目录模板</source>
        <translation>Catalogue template</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Fault in the program</translation>
    </message>
    <message>
        <source>程序遇到一处没有预料到的情况，刚才这一步没有完成。
已经提交的采集、认定和留痕都在目录里，没有丢失。
请复制下面的内容交给维护人员；其中不含公文的文字。</source>
        <translation>Something unforeseen happened; the last step was not completed.
Everything committed before is in the catalogue; nothing is lost.
Please copy the text below for support; it holds no text of documents.</translation>
    </message>
    <message>
        <source>程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>稿本</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>第 {number} 列</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <source>第 {number} 条</source>
        <translation>Entry {number}</translation>
    </message>
    <message>
        <source>第 {number} 条：{message}</source>
        <translation>Entry {number}: {message}</translation>
    </message>
    <message>
        <source>第 {pages} 页是图片，没有查找，请人工处理</source>
        <translation>Page {pages} is a picture and was not searched, a person must look</translation>
    </message>
    <message>
        <source>第 {page} 页 · </source>
        <translation>Page {page} · </translation>
    </message>
    <message>
        <source>第一条</source>
        <translation>First row</translation>
    </message>
    <message>
        <source>筛选队列</source>
        <translation>Filter the queue</translation>
    </message>
    <message>
        <source>筛选队列（Ctrl+F）</source>
        <translation>Filter the queue (Ctrl+F)</translation>
    </message>
    <message>
        <source>签署 {count} 件</source>
        <translation>Sign {count}</translation>
    </message>
    <message>
        <source>签署人数</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>简体、繁体，全角、半角都认。</source>
        <translation>Simplified or traditional, full or half width: all are found.</translation>
    </message>
    <message>
        <source>算出合计</source>
        <translation>Work out totals</translation>
    </message>
    <message>
        <source>管理</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>索引号</source>
        <translation>Index number</translation>
    </message>
    <message>
        <source>索引号规则</source>
        <translation>Index numbers</translation>
    </message>
    <message>
        <source>约 {count} 分钟</source>
        <translation>about {count} min</translation>
    </message>
    <message>
        <source>约 {count} 小时</source>
        <translation>about {count} h</translation>
    </message>
    <message>
        <source>约几分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>纸质件</source>
        <translation>Paper record</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>经办人：{name}</source>
        <translation>Person: {name}</translation>
    </message>
    <message>
        <source>经审定主动公开的公文：索引、名称、内容概述、生成日期，按机构和主题各排一份。</source>
        <translation>Documents approved as proactive: index, name, summary, date; also by body and by theme.</translation>
    </message>
    <message>
        <source>经审定依申请公开的公文，供申请人查阅和定期复审。</source>
        <translation>Documents approved as on request, for applicants and for the periodic review.</translation>
    </message>
    <message>
        <source>经过…</source>
        <translation>History…</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>继续{name}（剩 {count}）</source>
        <translation>Continue {name} ({count} left)</translation>
    </message>
    <message>
        <source>继续工作</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>继续有效、修改、废止、失效的目录，作为依据；不选也可以。</source>
        <translation>Lists of what stays in force, is amended or repealed, as evidence; may be left out.</translation>
    </message>
    <message>
        <source>续分批</source>
        <translation>Cut more</translation>
    </message>
    <message>
        <source>编出来是这样：</source>
        <translation>Codes will look like this:</translation>
    </message>
    <message>
        <source>编制</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>编制{title}</source>
        <translation>Making {title}</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>编定索引号</source>
        <translation>Issue index numbers</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>缺号</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>缺号、重号和未读的文件</source>
        <translation>Gaps, doubles, unread files</translation>
    </message>
    <message>
        <source>缺号与齐全情况</source>
        <translation>Gaps and completeness</translation>
    </message>
    <message>
        <source>缺号及原因、重号、引用而未见的文号，各时段、各登记簿齐不齐。</source>
        <translation>Missing numbers and why, numbers used twice, numbers cited but not held; how complete each period and register is.</translation>
    </message>
    <message>
        <source>缺少的号</source>
        <translation>Missing numbers</translation>
    </message>
    <message>
        <source>缺损、修改、补充、移出、销毁等情况；没有就不填</source>
        <translation>Damage, changes, removals; or empty</translation>
    </message>
    <message>
        <source>缺漏和读不出的</source>
        <translation>Missing or unreadable</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>Web copy</translation>
    </message>
    <message>
        <source>能移交的、还差手续的各一张清单；档号先预编给您看。生成移交包后自动做四性检测，把结果拿给您看。</source>
        <translation>One list of what is ready, one of what is not; codes are previewed. A package is verified as soon as it is built and the result is shown.</translation>
    </message>
    <message>
        <source>脱敏副本</source>
        <translation>Redacted copy</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>范围已改；按“续分批”把新查到的分成批次。</source>
        <translation>The query is changed; "Cut more" makes batches of what it finds now.</translation>
    </message>
    <message>
        <source>范围：{query}</source>
        <translation>query: {query}</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Workbook</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.xls *.et *.csv)</source>
        <translation>Sheets (*.xlsx *.xls *.et *.csv)</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.xls *.et *.ods *.csv *.dbf *.pdf)</source>
        <translation>Sheets (*.xlsx *.xls *.et *.ods *.csv *.dbf *.pdf)</translation>
    </message>
    <message>
        <source>表格有 {count} 处问题，一行也不会导入。改好后再导入。</source>
        <translation>The workbook has {count} faults; no row is taken in. Mend it and import again.</translation>
    </message>
    <message>
        <source>表格须有“申请内容”或“信息名称”列；申请人不读入。</source>
        <translation>The sheet needs a column for the requested item; applicants are not read.</translation>
    </message>
    <message>
        <source>表格，或带全文的审查包</source>
        <translation>A workbook, or a package with the texts</translation>
    </message>
    <message>
        <source>被改存过，请重新采集</source>
        <translation>Saved again; ingest anew</translation>
    </message>
    <message>
        <source>要合回去，可选中两件，用“归并为一件”。</source>
        <translation>To undo, select both and use "Merge into one".</translation>
    </message>
    <message>
        <source>要检查的文件</source>
        <translation>Files to check</translation>
    </message>
    <message>
        <source>要清除的公文和文件</source>
        <translation>What is purged</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Elements</translation>
    </message>
    <message>
        <source>要素、认定、文件</source>
        <translation>Elements, decision, files</translation>
    </message>
    <message>
        <source>要素缺失</source>
        <translation>Missing element</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>规则 {name}</source>
        <translation>Rule {name}</translation>
    </message>
    <message>
        <source>规则版本</source>
        <translation>Edition of the rules</translation>
    </message>
    <message>
        <source>规范性文件数由底数得出，其余各栏录入或导入后核对勾稽关系。</source>
        <translation>Normative documents are counted from the inventory; the other figures are typed or imported and checked.</translation>
    </message>
    <message>
        <source>规范性文件清理</source>
        <translation>Clean-up of normative documents</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>解除隔离的理由</source>
        <translation>Reason for the release</translation>
    </message>
    <message>
        <source>认定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>认定数</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>认定进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>记下 {count} 个号的原因</source>
        <translation>Keep the reason of {count}</translation>
    </message>
    <message>
        <source>记下结论</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>设置口令…</source>
        <translation>Set PIN…</translation>
    </message>
    <message>
        <source>识别 {count} 页</source>
        <translation>{count} pages recognised</translation>
    </message>
    <message>
        <source>识别完成</source>
        <translation>Recognition done</translation>
    </message>
    <message>
        <source>识别扫描件</source>
        <translation>Read scans</translation>
    </message>
    <message>
        <source>识别扫描件 {files} 个（{pages} 页）</source>
        <translation>Read {files} scans ({pages} pages)</translation>
    </message>
    <message>
        <source>词</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>词表 (*.txt *.csv);;所有文件 (*)</source>
        <translation>Word lists (*.txt *.csv);;All files (*)</translation>
    </message>
    <message>
        <source>词表，每行一个词</source>
        <translation>Word list, one word a line</translation>
    </message>
    <message>
        <source>词语、文号；可用 与 或 非（Ctrl+F）</source>
        <translation>Words, numbers; AND OR NOT (Ctrl+F)</translation>
    </message>
    <message>
        <source>试点领域标准目录与缺口</source>
        <translation>Pilot fields and gaps</translation>
    </message>
    <message>
        <source>语言（重新打开后生效）</source>
        <translation>Language (after reopening)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>请先导出，再从表格程序打印。</source>
        <translation>Export it and print from the spreadsheet.</translation>
    </message>
    <message>
        <source>请先筛选到 {most} 行以内，或导出成表格。</source>
        <translation>Narrow it to {most} rows, or export it.</translation>
    </message>
    <message>
        <source>请在“意见”里写明要补正什么。</source>
        <translation>Say in the note what has to be mended.</translation>
    </message>
    <message>
        <source>请在程序文件夹里运行一次 python3 run.py demo，再来打开。</source>
        <translation>Run python3 run.py demo once in the program's folder, then open it.</translation>
    </message>
    <message>
        <source>请指明哪一列是文号，或哪一列是题名。</source>
        <translation>Say which column holds numbers or which holds titles.</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>please check</translation>
    </message>
    <message>
        <source>请核对路径和读取权限。</source>
        <translation>Check the path and the permission to read.</translation>
    </message>
    <message>
        <source>请检查磁盘空间；也可以直接新建目录，采集自己的文件夹试一试。</source>
        <translation>Check the room on the disk; or make a new catalogue and take in a folder of your own.</translation>
    </message>
    <message>
        <source>请选择 xlsx、csv 或保存下来的网页。</source>
        <translation>Choose xlsx, csv or saved web pages.</translation>
    </message>
    <message>
        <source>请重新输入。</source>
        <translation>Please enter it again.</translation>
    </message>
    <message>
        <source>读不了</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>读不出 {count}</source>
        <translation>{count} unreadable</translation>
    </message>
    <message>
        <source>读不出的文件</source>
        <translation>Unreadable files</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>读入 {count} 条</source>
        <translation>Read in {count}</translation>
    </message>
    <message>
        <source>读入发文登记簿、归档文件目录，逐条找对应的公文；有登记没有文件的，算作只有纸质原件的公文。</source>
        <translation>Reads registers and archive catalogues in and looks for the document of every row; what is registered and has no file is a record on paper.</translation>
    </message>
    <message>
        <source>读入登记簿“{name}”</source>
        <translation>Read in register "{name}"</translation>
    </message>
    <message>
        <source>读入登记簿…</source>
        <translation>Read in a register…</translation>
    </message>
    <message>
        <source>读入过的登记簿</source>
        <translation>Registers that were read in</translation>
    </message>
    <message>
        <source>读取文件</source>
        <translation>Read files</translation>
    </message>
    <message>
        <source>读完接着识别扫描件的文字（较慢）</source>
        <translation>Then read the text of scans (slow)</translation>
    </message>
    <message>
        <source>读完还需{time}</source>
        <translation>{time} of reading left</translation>
    </message>
    <message>
        <source>读登记簿</source>
        <translation>Read a register</translation>
    </message>
    <message>
        <source>谁发现、依据什么认定（不要写涉密内容）</source>
        <translation>Who found it and on what ground (nothing classified)</translation>
    </message>
    <message>
        <source>谁在什么时候改了什么，一条接一条，改不了也删不掉；可以核对、可以导出。</source>
        <translation>Who changed what and when, in an unbroken chain that nobody can alter; it can be verified and exported.</translation>
    </message>
    <message>
        <source>谁核对过原件、为何确认不涉密</source>
        <translation>who checked the original and why it is not classified</translation>
    </message>
    <message>
        <source>责任者</source>
        <translation>Creator</translation>
    </message>
    <message>
        <source>账户与计算机</source>
        <translation>Account and computer</translation>
    </message>
    <message>
        <source>走完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>起始年</source>
        <translation>First year</translation>
    </message>
    <message>
        <source>起档号</source>
        <translation>First code</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>路径</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>身份经口令验证</source>
        <translation>Identity proven by PIN</translation>
    </message>
    <message>
        <source>轮次与批次</source>
        <translation>Rounds and batches</translation>
    </message>
    <message>
        <source>轮次进度</source>
        <translation>Progress of the round</translation>
    </message>
    <message>
        <source>还不能移交</source>
        <translation>Not ready</translation>
    </message>
    <message>
        <source>还不能移交的公文</source>
        <translation>Documents that are not ready</translation>
    </message>
    <message>
        <source>还差什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>还没有人员。至少登记两人：一人初审，另一人审定。</source>
        <translation>Nobody yet. Add at least two: one reviews, the other approves.</translation>
    </message>
    <message>
        <source>还没有保存的检索</source>
        <translation>No saved searches yet</translation>
    </message>
    <message>
        <source>还没有全宗号，不能编档号。请在“设置—本单位”里填写。</source>
        <translation>No fonds code, so no archival codes. Enter it under Settings – Office.</translation>
    </message>
    <message>
        <source>还没有可以移交的公文。公开属性审定、保管期限和开放意见齐了，就会出现在这里。</source>
        <translation>Nothing is ready yet. Documents appear here once disclosure is approved and retention and opening opinion are set.</translation>
    </message>
    <message>
        <source>还没有备份。点“现在备份”做第一份。</source>
        <translation>There is no backup yet. "Back up now" makes the first.</translation>
    </message>
    <message>
        <source>还没有审查轮次。先定一个范围，程序按读完要的时间分成批次，各人领取办理。</source>
        <translation>No review round yet. Choose the documents; they are cut into batches by reading time, and everybody takes his own.</translation>
    </message>
    <message>
        <source>还没有建议。</source>
        <translation>No suggestion yet.</translation>
    </message>
    <message>
        <source>还没有批量办理过。一起送审、成组认定、批量审定和导入都会记在这里，随时可以整批撤销。</source>
        <translation>Nothing was done to many documents yet. Proposals together, group decisions, approvals of many and imports are kept here and can be taken back any time.</translation>
    </message>
    <message>
        <source>还没有抽查。抽一些已审定的，由另一人背对背重看，得出差错率有多大。</source>
        <translation>No samples yet. Draw some approved documents and let another person read them blind to learn the error rate.</translation>
    </message>
    <message>
        <source>还没有目录。新建一个，再选文件夹采集；或先用示例目录看一看，十分钟走一遍。</source>
        <translation>No catalogue yet. Create one and ingest folders, or look at the sample first: ten minutes.</translation>
    </message>
    <message>
        <source>还没有移交批次。在“可以移交”里生成移交包。</source>
        <translation>No transfers yet. Build a package under "Ready".</translation>
    </message>
    <message>
        <source>还没有编定档号的公文。</source>
        <translation>No document has an archival code yet.</translation>
    </message>
    <message>
        <source>还没有能做保密审查的人员。请先在“设置”里登记一位。</source>
        <translation>Nobody can review secrecy yet. Register somebody in Settings first.</translation>
    </message>
    <message>
        <source>还没有能审定的人员。请先在“设置”里登记一位审定人。</source>
        <translation>Nobody can approve yet. Register an approver in Settings first.</translation>
    </message>
    <message>
        <source>还没有读入登记簿。读入以后，可以看出哪些登记了没有文件、哪些有文件没有登记。</source>
        <translation>No register was read in yet. Then one sees what is registered without a file, and what has a file and is not registered.</translation>
    </message>
    <message>
        <source>还需{time}</source>
        <translation>{time} left</translation>
    </message>
    <message>
        <source>这一件从采集到移交的全部经过</source>
        <translation>Everything that happened to this document</translation>
    </message>
    <message>
        <source>这一年的</source>
        <translation>Of this year</translation>
    </message>
    <message>
        <source>这一批改了什么</source>
        <translation>What this job changed</translation>
    </message>
    <message>
        <source>这一条的详情</source>
        <translation>Details of this entry</translation>
    </message>
    <message>
        <source>这一轮没有可领的批次了。</source>
        <translation>No batch is left in this round.</translation>
    </message>
    <message>
        <source>这个部分还没有。</source>
        <translation>This part does not exist yet.</translation>
    </message>
    <message>
        <source>这个队列是空的。</source>
        <translation>This queue is empty.</translation>
    </message>
    <message>
        <source>这个队列里没有公文了。</source>
        <translation>No documents are left in this queue.</translation>
    </message>
    <message>
        <source>这些文件带密级标志，内容没有读入。确属涉密的，请按保密规定处置；确认不涉密的，写明理由后解除，下次采集时读入。</source>
        <translation>These files bear a classified mark and were not read. Treat classified ones by the secrecy rules; release the others with a reason, and the next ingest reads them.</translation>
    </message>
    <message>
        <source>这些键有两个用处，请改一个：{keys}</source>
        <translation>These keys do two things; change one: {keys}</translation>
    </message>
    <message>
        <source>这件：</source>
        <translation>This: </translation>
    </message>
    <message>
        <source>这份清单是空的。</source>
        <translation>This list is empty.</translation>
    </message>
    <message>
        <source>这位人员没有设口令：签署照样有效，但表单上注明“身份未经验证”。</source>
        <translation>This person has no PIN: the signature counts, but forms will say "identity not proven".</translation>
    </message>
    <message>
        <source>这几个字连在一起</source>
        <translation>These characters together</translation>
    </message>
    <message>
        <source>这张表太长，不宜直接打印。</source>
        <translation>This table is too long to print from here.</translation>
    </message>
    <message>
        <source>这张表是空的。</source>
        <translation>This table is empty.</translation>
    </message>
    <message>
        <source>这段日子里的</source>
        <translation>Between these dates</translation>
    </message>
    <message>
        <source>这里显示要素、建议和认定。</source>
        <translation>Elements, suggestion and decision appear here.</translation>
    </message>
    <message>
        <source>这项认定须先经保密审查（条例第十七条）。</source>
        <translation>This decision must pass a secrecy review first (art. 17).</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>连同独立的校验程序一起导出，别人不装本程序也能验</source>
        <translation>With a stand-alone verifier: others can check it without this program</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>退回必须写明理由。</source>
        <translation>A return needs a reason.</translation>
    </message>
    <message>
        <source>送去复审台</source>
        <translation>To the review desk</translation>
    </message>
    <message>
        <source>送回发出审查包的那台电脑</source>
        <translation>Back to the PC the package came from</translation>
    </message>
    <message>
        <source>送审 {count} 件</source>
        <translation>Propose {count}</translation>
    </message>
    <message>
        <source>送审并看下一件（Ctrl+Enter）</source>
        <translation>Propose and next (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>送审，看下一件</source>
        <translation>Propose, next document</translation>
    </message>
    <message>
        <source>选“其他”时必填</source>
        <translation>Needed for "Other"</translation>
    </message>
    <message>
        <source>选一个要素，写上新的值；这里先列出每一件会怎样改。</source>
        <translation>Choose an element and type the new value; what would change is listed here first.</translation>
    </message>
    <message>
        <source>选一条，看撤销它会怎样。</source>
        <translation>Choose one to see what taking it back would do.</translation>
    </message>
    <message>
        <source>选不予公开</source>
        <translation>Choose withheld</translation>
    </message>
    <message>
        <source>选中 {count} 件</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>选主动公开</source>
        <translation>Choose public</translation>
    </message>
    <message>
        <source>选依申请公开</source>
        <translation>Choose on request</translation>
    </message>
    <message>
        <source>选择{what}</source>
        <translation>Choose {what}</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>选择回执文件</source>
        <translation>Choose the receipt</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>选择样表</source>
        <translation>Choose an example sheet</translation>
    </message>
    <message>
        <source>选择登记簿</source>
        <translation>Choose a register</translation>
    </message>
    <message>
        <source>选择移交包的文件夹</source>
        <translation>Choose the package's folder</translation>
    </message>
    <message>
        <source>选择经办人</source>
        <translation>Choose a person</translation>
    </message>
    <message>
        <source>选择要公开的文件</source>
        <translation>Choose files to be published</translation>
    </message>
    <message>
        <source>选择要公开的文件夹</source>
        <translation>Choose a folder to be published</translation>
    </message>
    <message>
        <source>选择要采集的文件夹</source>
        <translation>Choose a folder to ingest</translation>
    </message>
    <message>
        <source>选择词表</source>
        <translation>Choose a word list</translation>
    </message>
    <message>
        <source>逐个核对来源文件有没有变；可以停下，下次接着核对</source>
        <translation>Compares every source file with what was read; can be stopped and goes on next time</translation>
    </message>
    <message>
        <source>逐件列出有效、修改、废止、失效、到期及其依据，谁替代了谁。</source>
        <translation>In force, amended, repealed, expired or expiring, with the evidence, and what replaced what.</translation>
    </message>
    <message>
        <source>逐件办理</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>通过可不填；退回必须写明理由</source>
        <translation>Needed for a return</translation>
    </message>
    <message>
        <source>遮盖下的文字</source>
        <translation>Text under a bar</translation>
    </message>
    <message>
        <source>遮盖的位置</source>
        <translation>Places covered</translation>
    </message>
    <message>
        <source>遮盖选中的文字</source>
        <translation>Cover the selected words</translation>
    </message>
    <message>
        <source>那一件没有这些字</source>
        <translation>The other does not have this</translation>
    </message>
    <message>
        <source>那一件：{words}</source>
        <translation>The other: {words}</translation>
    </message>
    <message>
        <source>采纳建议并送审</source>
        <translation>Accept and propose</translation>
    </message>
    <message>
        <source>采纳建议并送审，看下一件</source>
        <translation>Accept and propose, next document</translation>
    </message>
    <message>
        <source>采纳归档建议</source>
        <translation>Adopt filing proposals</translation>
    </message>
    <message>
        <source>采纳归档建议 {count} 件</source>
        <translation>Adopt filing proposals of {count}</translation>
    </message>
    <message>
        <source>采集</source>
        <translation>Ingest</translation>
    </message>
    <message>
        <source>采集以来还没有人对这一件作过改动或认定。</source>
        <translation>Nobody has changed or decided this document since it was ingested.</translation>
    </message>
    <message>
        <source>采集进度</source>
        <translation>Progress of ingest</translation>
    </message>
    <message>
        <source>采集：只读，不动原件</source>
        <translation>Ingest: read only</translation>
    </message>
    <message>
        <source>里面的校验方法写明怎样验。</source>
        <translation>The folder says how to verify it.</translation>
    </message>
    <message>
        <source>重号</source>
        <translation>Doubles</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>重新打开“{name}”的理由：</source>
        <translation>Why "{name}" is opened again:</translation>
    </message>
    <message>
        <source>重新打开…</source>
        <translation>Open again…</translation>
    </message>
    <message>
        <source>重新编制</source>
        <translation>Make again</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>重新采集全部</source>
        <translation>Ingest all again</translation>
    </message>
    <message>
        <source>重看右边一件</source>
        <translation>Review the right one</translation>
    </message>
    <message>
        <source>重看左边一件</source>
        <translation>Review the left one</translation>
    </message>
    <message>
        <source>重读这一类</source>
        <translation>Read these again</translation>
    </message>
    <message>
        <source>重读选中的</source>
        <translation>Read selected again</translation>
    </message>
    <message>
        <source>重读选中的 {count} 个</source>
        <translation>Read {count} selected again</translation>
    </message>
    <message>
        <source>错别字</source>
        <translation>Wrong character</translation>
    </message>
    <message>
        <source>键位一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>门类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>问题和冲突</source>
        <translation>Faults and conflicts</translation>
    </message>
    <message>
        <source>问题所在</source>
        <translation>Places of faults</translation>
    </message>
    <message>
        <source>问题清单存为</source>
        <translation>Save faults as</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>附带的目录</source>
        <translation>Catalogues</translation>
    </message>
    <message>
        <source>随机种子</source>
        <translation>Random seed</translation>
    </message>
    <message>
        <source>隐藏内容</source>
        <translation>Hidden content</translation>
    </message>
    <message>
        <source>隔离</source>
        <translation>Quarantined</translation>
    </message>
    <message>
        <source>隔离的文件</source>
        <translation>Quarantined files</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>页面放大</source>
        <translation>Page larger</translation>
    </message>
    <message>
        <source>页面缩小</source>
        <translation>Page smaller</translation>
    </message>
    <message>
        <source>须先保密审查 {count}</source>
        <translation>Secrecy review first {count}</translation>
    </message>
    <message>
        <source>须是另一个人，可以以后再登记</source>
        <translation>Another person; may be added later</translation>
    </message>
    <message>
        <source>领出时间</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>领出未交回的批次</source>
        <translation>Batches taken and not brought back</translation>
    </message>
    <message>
        <source>领取并开始</source>
        <translation>Take and begin</translation>
    </message>
    <message>
        <source>领域标准目录</source>
        <translation>Standard list of a field</translation>
    </message>
    <message>
        <source>题名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>题名相符</source>
        <translation>Title agrees</translation>
    </message>
    <message>
        <source>首件</source>
        <translation>First</translation>
    </message>
    <message>
        <source>首件：</source>
        <translation>First: </translation>
    </message>
    <message>
        <source>高对比度</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>（不改）</source>
        <translation>(unchanged)</translation>
    </message>
    <message>
        <source>（不用）</source>
        <translation>(not used)</translation>
    </message>
    <message>
        <source>（已撤销）</source>
        <translation> (taken back)</translation>
    </message>
    <message>
        <source>（已清除）</source>
        <translation>(purged)</translation>
    </message>
    <message>
        <source>（收回，谁都可以领）</source>
        <translation>(nobody; anyone may take it)</translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>（未编号）</source>
        <translation>(no code)</translation>
    </message>
    <message>
        <source>（涉密隔离，不显示）</source>
        <translation>(quarantined, not shown)</translation>
    </message>
    <message>
        <source>（空着）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（身份未经验证）</source>
        <translation> (identity not proven)</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>，均为{attribute}</source>
        <translation>, all {attribute}</translation>
    </message>
    <message>
        <source>，新增 {count}</source>
        <translation>, {count} new</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{name}：{value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{outcome} {count} 项</source>
        <translation>{outcome} {count}</translation>
    </message>
    <message>
        <source>{year}：{code}</source>
        <translation>{year}: {code}</translation>
    </message>
    <message>
        <source>写明用途后点“检索并留存”，记录列在这里，可以打印。</source>
        <translation>Say what it is for and choose Search and keep; the record appears here, to be printed.</translation>
    </message>
    <message>
        <source>移交包“{package}”四性检测{verdict}：{parts}；{items} 件，{files} 个文件。</source>
        <translation>Package "{package}", four-property check: {verdict}. {parts}; {items} items, {files} files.</translation>
    </message>
    <message>
        <source>选中的 {count} 件都这样写；选“（不改）”的一项各件照旧。</source>
        <translation>Set for all {count} selected; what is left unchanged stays as it is for each.</translation>
    </message>
    <message>
        <source>打开这件公文</source>
        <translation>Open the document</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>没有就空着；有的话点右上角的“＋”加一行。</source>
        <translation>Leave empty if there is none; ＋ at the top right adds a row.</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>下线安排</source>
        <translation>Taking it offline</translation>
    </message>
    <message>
        <source>不予公开</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>不动产权证号</source>
        <translation>Property certificate number</translation>
    </message>
    <message>
        <source>主动公开</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>主送机关</source>
        <translation>Main recipients</translation>
    </message>
    <message>
        <source>主题词</source>
        <translation>Subject words</translation>
    </message>
    <message>
        <source>举报信访人信息</source>
        <translation>Whistle-blower or petitioner</translation>
    </message>
    <message>
        <source>交回批次</source>
        <translation>Check batch in</translation>
    </message>
    <message>
        <source>人事管理信息</source>
        <translation>Personnel matter</translation>
    </message>
    <message>
        <source>人员名单</source>
        <translation>Roster of persons</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>从导出件装入</source>
        <translation>Load from a dump</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy number</translation>
    </message>
    <message>
        <source>依申请公开</source>
        <translation>On request</translation>
    </message>
    <message>
        <source>依申请转主动公开目录</source>
        <translation>List of documents made public</translation>
    </message>
    <message>
        <source>保存检索</source>
        <translation>Save search</translation>
    </message>
    <message>
        <source>保密审查</source>
        <translation>Secrecy review</translation>
    </message>
    <message>
        <source>修复目录</source>
        <translation>Repair catalogue</translation>
    </message>
    <message>
        <source>停用或启用人员</source>
        <translation>Account in or out of use</translation>
    </message>
    <message>
        <source>党务信息</source>
        <translation>Party matter</translation>
    </message>
    <message>
        <source>公共利益说明</source>
        <translation>Public interest</translation>
    </message>
    <message>
        <source>公开属性复审清单</source>
        <translation>List of reviewed attributes</translation>
    </message>
    <message>
        <source>公开属性标注不一致</source>
        <translation>Conflicting disclosure marks</translation>
    </message>
    <message>
        <source>公开标注</source>
        <translation>Disclosure mark</translation>
    </message>
    <message>
        <source>内存不足</source>
        <translation>Out of memory</translation>
    </message>
    <message>
        <source>内部或工作秘密标注</source>
        <translation>Internal or work-secret mark</translation>
    </message>
    <message>
        <source>写明归档信息</source>
        <translation>Filing details</translation>
    </message>
    <message>
        <source>军官证士兵证号</source>
        <translation>Military card number</translation>
    </message>
    <message>
        <source>分批</source>
        <translation>Cut into batches</translation>
    </message>
    <message>
        <source>分派批次</source>
        <translation>Assign batch</translation>
    </message>
    <message>
        <source>删除检索</source>
        <translation>Delete search</translation>
    </message>
    <message>
        <source>医疗健康信息</source>
        <translation>Health information</translation>
    </message>
    <message>
        <source>单位负责人批准</source>
        <translation>Approval by the head of the office</translation>
    </message>
    <message>
        <source>印发日期</source>
        <translation>Printed on</translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation>Printing body</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuing body</translation>
    </message>
    <message>
        <source>发文机关全称</source>
        <translation>Issuing body, full name</translation>
    </message>
    <message>
        <source>取消存疑</source>
        <translation>Take the flag away</translation>
    </message>
    <message>
        <source>启用或停用人员</source>
        <translation>Account in or out of use</translation>
    </message>
    <message>
        <source>商业秘密</source>
        <translation>Trade secret</translation>
    </message>
    <message>
        <source>固定电话</source>
        <translation>Landline phone</translation>
    </message>
    <message>
        <source>复审情况汇总表</source>
        <translation>Totals of the review</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>学籍号</source>
        <translation>Student number</translation>
    </message>
    <message>
        <source>安全保卫信息</source>
        <translation>Security plan</translation>
    </message>
    <message>
        <source>审定</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>家庭住址</source>
        <translation>Home address</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>导入办理结果</source>
        <translation>Import of decisions</translation>
    </message>
    <message>
        <source>导入审查包</source>
        <translation>Import a package</translation>
    </message>
    <message>
        <source>导入档号</source>
        <translation>Import codes</translation>
    </message>
    <message>
        <source>导入表格</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>已审定</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已打码的固定电话</source>
        <translation>Masked landline phone</translation>
    </message>
    <message>
        <source>已打码的手机号码</source>
        <translation>Masked mobile phone</translation>
    </message>
    <message>
        <source>已打码的身份证号</source>
        <translation>Masked identity number</translation>
    </message>
    <message>
        <source>已打码的车牌号</source>
        <translation>Masked vehicle plate</translation>
    </message>
    <message>
        <source>已打码的银行卡号</source>
        <translation>Masked bank card</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已领出</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>并为一件</source>
        <translation>Merge into one item</translation>
    </message>
    <message>
        <source>建立复审轮次</source>
        <translation>Create review round</translation>
    </message>
    <message>
        <source>开始文字识别</source>
        <translation>Begin OCR</translation>
    </message>
    <message>
        <source>开始采集</source>
        <translation>Begin ingest</translation>
    </message>
    <message>
        <source>往来港澳台证件号</source>
        <translation>Travel permit number</translation>
    </message>
    <message>
        <source>待审定</source>
        <translation>To approve</translation>
    </message>
    <message>
        <source>待文字识别</source>
        <translation>Needs OCR</translation>
    </message>
    <message>
        <source>待领</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>情势变化</source>
        <translation>Changed circumstances</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Dated on</translation>
    </message>
    <message>
        <source>成组认定</source>
        <translation>Group decision</translation>
    </message>
    <message>
        <source>手工并件</source>
        <translation>Merge by hand</translation>
    </message>
    <message>
        <source>手工拆件</source>
        <translation>Split by hand</translation>
    </message>
    <message>
        <source>手机号码</source>
        <translation>Mobile phone</translation>
    </message>
    <message>
        <source>打开外来批次</source>
        <translation>Batch opened from another PC</translation>
    </message>
    <message>
        <source>批次导出办理</source>
        <translation>Batch exported</translation>
    </message>
    <message>
        <source>批量审定</source>
        <translation>Approve many</translation>
    </message>
    <message>
        <source>抄送机关</source>
        <translation>Copy recipients</translation>
    </message>
    <message>
        <source>护照号</source>
        <translation>Passport number</translation>
    </message>
    <message>
        <source>抽样</source>
        <translation>Sample drawn</translation>
    </message>
    <message>
        <source>抽样复看</source>
        <translation>Second reading</translation>
    </message>
    <message>
        <source>指明登记簿各列</source>
        <translation>Map the columns of a register</translation>
    </message>
    <message>
        <source>按主题</source>
        <translation>By subject</translation>
    </message>
    <message>
        <source>按发文机关</source>
        <translation>By issuing body</translation>
    </message>
    <message>
        <source>按成文日期</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>提出建议</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>提请保密审查</source>
        <translation>Ask for a secrecy review</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>核对来源文件</source>
        <translation>Source files compared</translation>
    </message>
    <message>
        <source>撤销批量操作</source>
        <translation>Batch job taken back</translation>
    </message>
    <message>
        <source>救助补贴对象信息</source>
        <translation>Relief recipient</translation>
    </message>
    <message>
        <source>整批撤销</source>
        <translation>Revert a batch</translation>
    </message>
    <message>
        <source>整理索引</source>
        <translation>Tidy the index</translation>
    </message>
    <message>
        <source>文件不见了</source>
        <translation>File vanished</translation>
    </message>
    <message>
        <source>文件名有问题</source>
        <translation>Bad file name</translation>
    </message>
    <message>
        <source>文件损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>文件有变化，重新打开审查</source>
        <translation>File changed, review reopened</translation>
    </message>
    <message>
        <source>文件过大</source>
        <translation>Too large</translation>
    </message>
    <message>
        <source>文字识别</source>
        <translation>OCR</translation>
    </message>
    <message>
        <source>文字识别中止</source>
        <translation>OCR interrupted</translation>
    </message>
    <message>
        <source>文字识别完成</source>
        <translation>OCR done</translation>
    </message>
    <message>
        <source>文字识别（分页）</source>
        <translation>OCR (pages)</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>新建目录</source>
        <translation>New catalogue</translation>
    </message>
    <message>
        <source>更改移交状态</source>
        <translation>Change state of a transfer</translation>
    </message>
    <message>
        <source>更改签署人数</source>
        <translation>Change number of signatures</translation>
    </message>
    <message>
        <source>更改角色</source>
        <translation>Change roles</translation>
    </message>
    <message>
        <source>更改设置</source>
        <translation>Change settings</translation>
    </message>
    <message>
        <source>更改轮次范围</source>
        <translation>Change scope of a round</translation>
    </message>
    <message>
        <source>更正要素</source>
        <translation>Correct an element</translation>
    </message>
    <message>
        <source>未审</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>未成年人信息</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>未认定</source>
        <translation>Undetermined</translation>
    </message>
    <message>
        <source>本机关制发</source>
        <translation>Made by us</translation>
    </message>
    <message>
        <source>本机关获取</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>本机关认定</source>
        <translation>Ours to decide</translation>
    </message>
    <message>
        <source>来源文件夹换位置</source>
        <translation>Relocate a folder</translation>
    </message>
    <message>
        <source>查看检索</source>
        <translation>Look at a search</translation>
    </message>
    <message>
        <source>标记不见的文件</source>
        <translation>Mark vanished files</translation>
    </message>
    <message>
        <source>标记存疑</source>
        <translation>Flag as doubtful</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>格式不支持</source>
        <translation>Unsupported format</translation>
    </message>
    <message>
        <source>检索留证</source>
        <translation>Record a search</translation>
    </message>
    <message>
        <source>涉密隔离</source>
        <translation>Quarantined</translation>
    </message>
    <message>
        <source>添加人员</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>清除内容</source>
        <translation>Purge content</translation>
    </message>
    <message>
        <source>{name}的一次性口令：{once}。请当面告诉本人；换成自己的口令之后才能签署。</source>
        <translation>One-time PIN of {name}: {once}. Tell it face to face; it signs nothing until its owner has replaced it.</translation>
    </message>
    <message>
        <source>给{name}一个一次性口令。原有的口令随即作废。</source>
        <translation>Give {name} a one-time PIN. The present PIN is void from then on.</translation>
    </message>
    <message>
        <source>一次性口令</source>
        <translation>One-time PIN</translation>
    </message>
    <message>
        <source>一次性口令，待更换</source>
        <translation>One-time PIN, to be replaced</translation>
    </message>
    <message>
        <source>给一次性口令…</source>
        <translation>Give a one-time PIN…</translation>
    </message>
    <message>
        <source>给一次性口令</source>
        <translation>Give a one-time PIN</translation>
    </message>
    <message>
        <source>还没有口令或忘了口令的，由管理员给，本人随即换成自己的</source>
        <translation>For who has no PIN or forgot it: the administrator gives one, its owner replaces it at once</translation>
    </message>
    <message>
        <source>别人给的一次性口令</source>
        <translation>The one-time PIN you were given</translation>
    </message>
    <message>
        <source>登记{name}。</source>
        <translation>Add {name}.</translation>
    </message>
    <message>
        <source>更改{name}的角色。</source>
        <translation>Change the roles of {name}.</translation>
    </message>
    <message>
        <source>启用{name}。</source>
        <translation>Put {name} in use.</translation>
    </message>
    <message>
        <source>停用{name}。</source>
        <translation>Put {name} out of use.</translation>
    </message>
    <message>
        <source>清除完成</source>
        <translation>Purge done</translation>
    </message>
    <message>
        <source>销毁旧目录</source>
        <translation>Set-aside catalogue destroyed</translation>
    </message>
    <message>
        <source>留在一旁的旧目录</source>
        <translation>Set-aside catalogues</translation>
    </message>
    <message>
        <source>打不开的旧目录</source>
        <translation>Set-aside catalogues that cannot be opened</translation>
    </message>
    <message>
        <source>生成移交包</source>
        <translation>Build a package</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>疑似身份证号</source>
        <translation>Suspected identity number</translation>
    </message>
    <message>
        <source>病历住院号</source>
        <translation>Medical record number</translation>
    </message>
    <message>
        <source>登记公文关系</source>
        <translation>Note relations</translation>
    </message>
    <message>
        <source>登记来源文件夹</source>
        <translation>Note a folder</translation>
    </message>
    <message>
        <source>相近的在一起</source>
        <translation>Similar ones together</translation>
    </message>
    <message>
        <source>社保医保号</source>
        <translation>Social security number</translation>
    </message>
    <message>
        <source>第三方意见</source>
        <translation>Opinion of the third party</translation>
    </message>
    <message>
        <source>第三方意见征询</source>
        <translation>Third-party consultation</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signatory</translation>
    </message>
    <message>
        <source>索引重建完成</source>
        <translation>Index rebuilt</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>纸质件找到电子文件</source>
        <translation>Paper record found as a file</translation>
    </message>
    <message>
        <source>给出建议</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>统一编号</source>
        <translation>Unified number</translation>
    </message>
    <message>
        <source>编档号</source>
        <translation>Issue codes</translation>
    </message>
    <message>
        <source>网络地址</source>
        <translation>Network address</translation>
    </message>
    <message>
        <source>背对背复核</source>
        <translation>Blind second reading</translation>
    </message>
    <message>
        <source>自动并件</source>
        <translation>Group automatically</translation>
    </message>
    <message>
        <source>自然人姓名</source>
        <translation>Name of a person</translation>
    </message>
    <message>
        <source>行政执法案卷</source>
        <translation>Enforcement file</translation>
    </message>
    <message>
        <source>补全索引</source>
        <translation>Complete the index</translation>
    </message>
    <message>
        <source>被占用或无权限</source>
        <translation>In use or no permission</translation>
    </message>
    <message>
        <source>解除隔离</source>
        <translation>Release from quarantine</translation>
    </message>
    <message>
        <source>计算相似度</source>
        <translation>Compare texts</translation>
    </message>
    <message>
        <source>设置口令</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>识别后隔离</source>
        <translation>Quarantine after OCR</translation>
    </message>
    <message>
        <source>说明缺号原因</source>
        <translation>Explain gaps</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>读入登记簿</source>
        <translation>Read a register</translation>
    </message>
    <message>
        <source>读出</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>读取时中止</source>
        <translation>Crashed while reading</translation>
    </message>
    <message>
        <source>读取超时</source>
        <translation>Timed out</translation>
    </message>
    <message>
        <source>账号口令</source>
        <translation>Credential</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>车牌号</source>
        <translation>Vehicle plate</translation>
    </message>
    <message>
        <source>转发</source>
        <translation>Forwarded</translation>
    </message>
    <message>
        <source>转告制作机关</source>
        <translation>For its maker to decide</translation>
    </message>
    <message>
        <source>过程稿</source>
        <translation>Draft in process</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>送审</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Accept suggestions</translation>
    </message>
    <message>
        <source>采集中断</source>
        <translation>Ingest interrupted</translation>
    </message>
    <message>
        <source>采集中止</source>
        <translation>Ingest interrupted</translation>
    </message>
    <message>
        <source>采集完成</source>
        <translation>Ingest done</translation>
    </message>
    <message>
        <source>采集文件</source>
        <translation>Ingest files</translation>
    </message>
    <message>
        <source>重建索引</source>
        <translation>Rebuild the index</translation>
    </message>
    <message>
        <source>重开批次</source>
        <translation>Reopen batch</translation>
    </message>
    <message>
        <source>重新识别</source>
        <translation>Recognise again</translation>
    </message>
    <message>
        <source>银行卡号</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>银行账号</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>附件说明</source>
        <translation>Annex note</translation>
    </message>
    <message>
        <source>附注</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>需要密码</source>
        <translation>Needs a password</translation>
    </message>
    <message>
        <source>非政府信息</source>
        <translation>Not government information</translation>
    </message>
    <message>
        <source>领取批次</source>
        <translation>Check batch out</translation>
    </message>
    <message>
        <source>验收抽查</source>
        <translation>Acceptance sample</translation>
    </message>
    <message>
        <source>验证口令</source>
        <translation>Check PIN</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>涉密，另行保管</source>
        <translation>Classified, kept elsewhere</translation>
    </message>
    <message>
        <source>占号未用</source>
        <translation>Reserved, not used</translation>
    </message>
    <message>
        <source>只存纸质</source>
        <translation>On paper only</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>永久</source>
        <translation>Permanent</translation>
    </message>
    <message>
        <source>30年</source>
        <translation>30 years</translation>
    </message>
    <message>
        <source>10年</source>
        <translation>10 years</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>Long term</translation>
    </message>
    <message>
        <source>短期</source>
        <translation>Short term</translation>
    </message>
    <message>
        <source>开放</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>控制</source>
        <translation>Controlled</translation>
    </message>
    <message>
        <source>延期开放</source>
        <translation>Open later</translation>
    </message>
    <message>
        <source>未审核</source>
        <translation>Not reviewed</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>需人工判断</source>
        <translation>For a person</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>2019年5月15日前以“三需要”为由不予提供的，理由已不适用，须重新认定。</source>
        <translation>A refusal before 15 May 2019 for lack of need no longer holds; judge anew.</translation>
    </message>
    <message>
        <source>{attribute}（{codes}）：{reason}</source>
        <translation>{attribute} ({codes}): {reason}</translation>
    </message>
    <message>
        <source>{kind}{count}处</source>
        <translation>{count} × {kind}</translation>
    </message>
    <message>
        <source>{quote}，公开会损害第三方合法权益。</source>
        <translation>{quote}: publication would harm a third party.</translation>
    </message>
    <message>
        <source>{quote}，公开后可能危及公共安全或社会稳定。</source>
        <translation>{quote}: publication may endanger public safety or stability.</translation>
    </message>
    <message>
        <source>{quote}，涉及第三方权益。</source>
        <translation>{quote}: touches the rights of a third party.</translation>
    </message>
    <message>
        <source>{source}：{attribute}。</source>
        <translation>{source}: {attribute}.</translation>
    </message>
    <message>
        <source>“{quote}”反映机关职能、机构或者负责人。</source>
        <translation>"{quote}" tells functions, structure or heads of a body.</translation>
    </message>
    <message>
        <source>“{quote}”属于法律另有查询规定的资料。</source>
        <translation>"{quote}" is data for which the law has its own way of inspection.</translation>
    </message>
    <message>
        <source>“{quote}”是人事管理事务。</source>
        <translation>"{quote}" is personnel management.</translation>
    </message>
    <message>
        <source>“{quote}”是人大建议或者政协提案的答复，按规定应当公开办理结果。</source>
        <translation>"{quote}" answers a proposal of the people's congress or the CPPCC; the result is to be published.</translation>
    </message>
    <message>
        <source>“{quote}”是任免事项，负责人任免一般公开。</source>
        <translation>"{quote}" appoints or removes; that of heads is usually public.</translation>
    </message>
    <message>
        <source>“{quote}”是会议、培训等内部工作安排。</source>
        <translation>"{quote}" arranges an internal meeting or training.</translation>
    </message>
    <message>
        <source>“{quote}”是会议纪要。</source>
        <translation>"{quote}" is minutes of a meeting.</translation>
    </message>
    <message>
        <source>“{quote}”是依法应当公开的报告。</source>
        <translation>"{quote}" is a report that the law wants published.</translation>
    </message>
    <message>
        <source>“{quote}”是内部通报或督查考核情况。</source>
        <translation>"{quote}" is an internal circular or assessment.</translation>
    </message>
    <message>
        <source>“{quote}”是合同或者协议。</source>
        <translation>"{quote}" is a contract or agreement.</translation>
    </message>
    <message>
        <source>“{quote}”是后勤管理事务。</source>
        <translation>"{quote}" is internal logistics.</translation>
    </message>
    <message>
        <source>“{quote}”是向上级的报告，属请示报告类过程性信息。</source>
        <translation>"{quote}" is a report to a superior body, information of a process.</translation>
    </message>
    <message>
        <source>“{quote}”是土地、房屋征收或补偿安置事项。</source>
        <translation>"{quote}" is expropriation, compensation or resettlement.</translation>
    </message>
    <message>
        <source>“{quote}”是处罚、强制的依据、条件或者程序。</source>
        <translation>"{quote}" gives grounds, conditions or procedure of penalties and enforcement.</translation>
    </message>
    <message>
        <source>“{quote}”是复议、裁决或者调解文书，涉及特定当事人。</source>
        <translation>"{quote}" is a reconsideration, ruling or mediation between parties.</translation>
    </message>
    <message>
        <source>“{quote}”是对特定申请人的答复。</source>
        <translation>"{quote}" answers one applicant.</translation>
    </message>
    <message>
        <source>“{quote}”是对特定自然人的办理材料，涉及个人隐私。</source>
        <translation>"{quote}" deals with one natural person and touches privacy.</translation>
    </message>
    <message>
        <source>“{quote}”是对请示的批复。</source>
        <translation>"{quote}" replies to a request for instructions.</translation>
    </message>
    <message>
        <source>“{quote}”是市县、乡镇重点公开事项。</source>
        <translation>"{quote}" is among what counties and townships must publish first.</translation>
    </message>
    <message>
        <source>“{quote}”是建设项目的批准或者实施情况。</source>
        <translation>"{quote}" approves a construction project or tells of its progress.</translation>
    </message>
    <message>
        <source>“{quote}”是招考、招聘事项。</source>
        <translation>"{quote}" is about examinations or recruitment.</translation>
    </message>
    <message>
        <source>“{quote}”是提请审议的议案。</source>
        <translation>"{quote}" is a bill put up for deliberation.</translation>
    </message>
    <message>
        <source>“{quote}”是收费项目、依据或者标准。</source>
        <translation>"{quote}" is about fees, their grounds or rates.</translation>
    </message>
    <message>
        <source>“{quote}”是放假安排，需要公众知晓。</source>
        <translation>"{quote}" arranges holidays; the public should know.</translation>
    </message>
    <message>
        <source>“{quote}”是政府信息公开的指南、目录或者工作安排。</source>
        <translation>"{quote}" is a guide, catalogue or plan of disclosure itself.</translation>
    </message>
    <message>
        <source>“{quote}”是政府采购的目录、标准或者实施情况。</source>
        <translation>"{quote}" is a catalogue, standard or result of procurement.</translation>
    </message>
    <message>
        <source>“{quote}”是政策解读，与所解读的文件一并公开。</source>
        <translation>"{quote}" explains a policy and is published with it.</translation>
    </message>
    <message>
        <source>“{quote}”是机关之间的函。</source>
        <translation>"{quote}" is a letter between bodies.</translation>
    </message>
    <message>
        <source>“{quote}”是机关之间的磋商信函。</source>
        <translation>"{quote}" is a letter of consultation between bodies.</translation>
    </message>
    <message>
        <source>“{quote}”是民生领域的政策、措施或者实施情况。</source>
        <translation>"{quote}" is a policy or measure on people's livelihood.</translation>
    </message>
    <message>
        <source>“{quote}”是监督检查方面的信息。</source>
        <translation>"{quote}" is about supervision and inspection.</translation>
    </message>
    <message>
        <source>“{quote}”是突发事件的预案、预警或应对情况。</source>
        <translation>"{quote}" is an emergency plan, warning or response.</translation>
    </message>
    <message>
        <source>“{quote}”是纪检监察材料，一般不是行政机关的政府信息。</source>
        <translation>"{quote}" is disciplinary material, as a rule not government information.</translation>
    </message>
    <message>
        <source>“{quote}”是统计信息。</source>
        <translation>"{quote}" is statistics.</translation>
    </message>
    <message>
        <source>“{quote}”是行政区划或者基层组织设置，需要公众广泛知晓。</source>
        <translation>"{quote}" is about administrative divisions; the public needs to know it.</translation>
    </message>
    <message>
        <source>“{quote}”是行政处罚决定，具有一定社会影响的应当公开。</source>
        <translation>"{quote}" is a penalty decision; those of social weight are to be published.</translation>
    </message>
    <message>
        <source>“{quote}”是行政执法案卷材料。</source>
        <translation>"{quote}" belongs to an enforcement case file.</translation>
    </message>
    <message>
        <source>“{quote}”是行政许可或对外管理服务事项。</source>
        <translation>"{quote}" is a licence or a service to the public.</translation>
    </message>
    <message>
        <source>“{quote}”是表彰、命名或者认定结果，需要公众知晓。</source>
        <translation>"{quote}" commends, names or recognises; the public should know.</translation>
    </message>
    <message>
        <source>“{quote}”是规划及相关政策。</source>
        <translation>"{quote}" is a plan or a policy on planning.</translation>
    </message>
    <message>
        <source>“{quote}”是规章或者规范性文件。</source>
        <translation>"{quote}" is a rule or normative document.</translation>
    </message>
    <message>
        <source>“{quote}”是讨论记录或办文过程材料。</source>
        <translation>"{quote}" is a record of discussion or of drafting.</translation>
    </message>
    <message>
        <source>“{quote}”是请示，属过程性信息。</source>
        <translation>"{quote}" is a request for instructions, information of a process.</translation>
    </message>
    <message>
        <source>“{quote}”是财政预算、决算信息。</source>
        <translation>"{quote}" is budget or final accounts.</translation>
    </message>
    <message>
        <source>“{quote}”是通报。</source>
        <translation>"{quote}" is a circular.</translation>
    </message>
    <message>
        <source>“{quote}”要求下级或者有关单位报送材料。</source>
        <translation>"{quote}" asks lower bodies to send material.</translation>
    </message>
    <message>
        <source>“{quote}”规定内部工作流程。</source>
        <translation>"{quote}" sets an internal procedure.</translation>
    </message>
    <message>
        <source>“{quote}”部署对外工作，可能涉及公众利益调整或者需要公众知晓。</source>
        <translation>"{quote}" orders outward work that may touch the interests of the public.</translation>
    </message>
    <message>
        <source>“{quote}”面向社会征求意见，需要公众参与决策。</source>
        <translation>"{quote}" asks the public for opinions and takes part in a decision.</translation>
    </message>
    <message>
        <source>“{quote}”，相关法律、行政法规禁止公开。</source>
        <translation>"{quote}": a law or regulation forbids publication.</translation>
    </message>
    <message>
        <source>不与档案一并保存申请人身份信息；多次被申请的信息可评估转主动公开（A-44）。</source>
        <translation>Keep no identity of applicants with the records; what is asked for often may become public (A-44).</translation>
    </message>
    <message>
        <source>不属于履行行政管理职能过程中制作或者获取的信息，由人工确认。</source>
        <translation>Not made or obtained in administering; a person confirms.</translation>
    </message>
    <message>
        <source>个人名单只保留姓名和单位。</source>
        <translation>Of persons keep name and office only.</translation>
    </message>
    <message>
        <source>个人隐私</source>
        <translation>privacy</translation>
    </message>
    <message>
        <source>中标结果、成交价格、注册资本等依法公开的内容不属商业秘密。</source>
        <translation>Results of tenders, prices and registered capital are public by law and no trade secret.</translation>
    </message>
    <message>
        <source>主动公开范围以外，可以依申请公开</source>
        <translation>outside what is published; open on request</translation>
    </message>
    <message>
        <source>举报人、信访人身份信息严格保密；办理结果需要公开的，删去来信人信息后另行判断。</source>
        <translation>The identity of informers and petitioners is kept strictly; a result that is to be public is judged without it.</translation>
    </message>
    <message>
        <source>书面征求第三方意见，期限15个工作日，逾期未答复由本机关决定（条例第三十二条）。</source>
        <translation>Ask the third party in writing, 15 working days; without an answer our office decides (art. 32).</translation>
    </message>
    <message>
        <source>仅规范内部事务的文件可作内部事务信息处理（N-16-1）。</source>
        <translation>What governs internal affairs only may be treated as such (N-16-1).</translation>
    </message>
    <message>
        <source>仅部署机关内部工作的，可作内部事务信息处理（N-16-1）。</source>
        <translation>What orders internal work only may be treated as internal affairs (N-16-1).</translation>
    </message>
    <message>
        <source>以自身特殊需要为由不予提供：“{quote}”。该理由自2019年5月15日起不再适用。</source>
        <translation>Refused for lack of a special need: "{quote}". That reason ended on 15 May 2019.</translation>
    </message>
    <message>
        <source>企业投资项目申请材料中的商业秘密不公开。</source>
        <translation>Trade secrets in applications of enterprises are not public.</translation>
    </message>
    <message>
        <source>会议决定事项对外设定权利义务的，以正式文件公开。</source>
        <translation>What a meeting decides with effect outside is published as a document of its own.</translation>
    </message>
    <message>
        <source>依法应当公开的复议决定，隐去当事人信息后公开。</source>
        <translation>Reconsideration decisions that are public by law are published without the parties' data.</translation>
    </message>
    <message>
        <source>依申请公开转主动公开</source>
        <translation>opened after it was asked for</translation>
    </message>
    <message>
        <source>党组织制发或以党组织名义为主的文件，一般不适用政府信息公开条例，由人工确认。</source>
        <translation>Issued by or mainly in the name of the Party: as a rule outside the regulations; a person confirms.</translation>
    </message>
    <message>
        <source>公务员招考的职位、名额、报考条件等事项以及录用结果</source>
        <translation>civil service examinations and recruitment</translation>
    </message>
    <message>
        <source>公开前删减。</source>
        <translation>To be redacted before publication.</translation>
    </message>
    <message>
        <source>公开后可能危及国家安全、公共安全、经济安全、社会稳定</source>
        <translation>may endanger national, public or economic security or stability</translation>
    </message>
    <message>
        <source>公开时只保留姓名、金额等法定内容，删去证号、电话、住址、账号。</source>
        <translation>Publish names and amounts only; take out identity numbers, telephones, addresses, accounts.</translation>
    </message>
    <message>
        <source>其他法律、行政法规禁止公开</source>
        <translation>forbidden by another law or regulation</translation>
    </message>
    <message>
        <source>内容符合主动公开事项（{code}），可按条例第十八条评估是否转为主动公开。</source>
        <translation>The content is of a kind that is published ({code}); art. 18 allows to review it.</translation>
    </message>
    <message>
        <source>内设机构一般工作人员的任免可作人事管理信息处理（N-16-1）。</source>
        <translation>Appointments of ordinary staff may be treated as personnel management (N-16-1).</translation>
    </message>
    <message>
        <source>内部事务信息：人事管理、后勤管理、内部工作流程</source>
        <translation>internal affairs: personnel, logistics, procedure</translation>
    </message>
    <message>
        <source>内部分工细节和联系人手机号不公开。</source>
        <translation>Internal division of work and mobile numbers are not public.</translation>
    </message>
    <message>
        <source>决定被变更、撤销、确认无效的，三日内撤回并说明理由（行政处罚法第四十八条）。</source>
        <translation>A decision that is changed, revoked or void is taken down within three days with reasons (Administrative Penalty Law, art. 48).</translation>
    </message>
    <message>
        <source>分户补偿情况只在被征收范围内公布，公开对象为特定群体。</source>
        <translation>Compensation by household is posted within the area only.</translation>
    </message>
    <message>
        <source>删去或打码后其余部分可以公开；早年文件常印有完整证号、账号，公开前须逐页核对。</source>
        <translation>Masked, the rest may be public; early documents often print whole numbers: look at every page.</translation>
    </message>
    <message>
        <source>判断是否具有一定社会影响；自然人姓名酌情隐去，证号、住址一律删去。</source>
        <translation>Judge its social weight; hide names as fit, take out identity numbers and addresses always.</translation>
    </message>
    <message>
        <source>区分处理：公开前删减{kinds}。</source>
        <translation>Redact before publication: {kinds}.</translation>
    </message>
    <message>
        <source>医疗健康信息属敏感个人信息，删减后其余部分可以公开。</source>
        <translation>Medical information is sensitive; without it the rest may be public.</translation>
    </message>
    <message>
        <source>单个调查对象的资料不得公开。</source>
        <translation>Data of single respondents must not be public.</translation>
    </message>
    <message>
        <source>印有密级“{quote}”。</source>
        <translation>Bears the classification "{quote}".</translation>
    </message>
    <message>
        <source>原标注不予公开而未见理由，请核对理由和依据。</source>
        <translation>Marked as withheld without a reason; check reason and article.</translation>
    </message>
    <message>
        <source>原标注或规则指向{attribute}。</source>
        <translation>The mark or the rules say otherwise: {attribute}.</translation>
    </message>
    <message>
        <source>反恐、维稳、安保内容和值班电话表不公开。</source>
        <translation>Counter-terrorism, security and duty telephone lists are not public.</translation>
    </message>
    <message>
        <source>发文稿纸</source>
        <translation>The issue sheet</translation>
    </message>
    <message>
        <source>向社会公开征求意见的草案应当公开；正式文件印发后再评估。</source>
        <translation>A draft put to the public is public; look again when the final document is out.</translation>
    </message>
    <message>
        <source>含{kinds}，删减前不宜主动公开。</source>
        <translation>Contains {kinds}; not to be published before it is redacted.</translation>
    </message>
    <message>
        <source>含{quote}。</source>
        <translation>Contains {quote}.</translation>
    </message>
    <message>
        <source>含个人医疗健康信息：{quote}。</source>
        <translation>Holds medical information about a person: {quote}.</translation>
    </message>
    <message>
        <source>含举报、信访人信息：{quote}。</source>
        <translation>Names whistle-blowers or petitioners: {quote}.</translation>
    </message>
    <message>
        <source>含人员名单：{quote}。</source>
        <translation>Holds a list of persons: {quote}.</translation>
    </message>
    <message>
        <source>含可识别未成年人的信息：{quote}。</source>
        <translation>Lets a minor be identified: {quote}.</translation>
    </message>
    <message>
        <source>含未打码的个人信息：{quote}。</source>
        <translation>Holds personal information that is not masked: {quote}.</translation>
    </message>
    <message>
        <source>国家秘密</source>
        <translation>state secret</translation>
    </message>
    <message>
        <source>国民经济和社会发展统计信息</source>
        <translation>statistics</translation>
    </message>
    <message>
        <source>国民经济和社会发展规划、专项规划、区域规划及相关政策</source>
        <translation>development, special and regional plans and policies</translation>
    </message>
    <message>
        <source>处罚决定等结果文书可能依法公开，与案卷区分处理。</source>
        <translation>The decision itself may be public by law; treat it apart from the case file.</translation>
    </message>
    <message>
        <source>定期评估转主动公开</source>
        <translation>opened by periodic review</translation>
    </message>
    <message>
        <source>审议通过的草案随正式文件公开。</source>
        <translation>A draft that was passed is published with the final document.</translation>
    </message>
    <message>
        <source>对外产生约束力的程序规定应当公开。</source>
        <translation>Procedure that binds outsiders is public.</translation>
    </message>
    <message>
        <source>属性冲突：{first}为{one}，{second}为{other}。</source>
        <translation>Conflict: {first} says {one}, {second} says {other}.</translation>
    </message>
    <message>
        <source>属性冲突：{reason}</source>
        <translation>Conflict: {reason}</translation>
    </message>
    <message>
        <source>属磋商信函的可以不予公开（N-16-2）；答复公众关注事项的可以公开。</source>
        <translation>Letters of consultation may be withheld (N-16-2); answers on what concerns the public may be published.</translation>
    </message>
    <message>
        <source>工作秘密不是国家秘密，是否公开由人工按条例第十四条、第十七条审查。</source>
        <translation>A work secret is no state secret; a person reviews it under arts. 14 and 17.</translation>
    </message>
    <message>
        <source>工商、不动产登记资料等行政查询事项</source>
        <translation>registers of business and real estate, inspected by their own rules</translation>
    </message>
    <message>
        <source>市县、乡镇重点公开事项</source>
        <translation>what counties and townships publish first</translation>
    </message>
    <message>
        <source>干部任免结果、公务员招考和录用结果应当公开。</source>
        <translation>Results of appointments, examinations and recruitment are public.</translation>
    </message>
    <message>
        <source>录用名单只公示法定内容，删去证号、电话。</source>
        <translation>Lists of recruits show what the law asks only; no identity numbers, no telephones.</translation>
    </message>
    <message>
        <source>成文早于2008年5月1日条例施行，未标注公开属性不属违规，按现行条例认定。</source>
        <translation>Made before the regulations of 1 May 2008: no mark is no fault; judged under the present ones.</translation>
    </message>
    <message>
        <source>扶贫、教育、医疗、社会保障、促进就业等政策、措施及其实施情况</source>
        <translation>policies on poverty, education, health, social security, employment</translation>
    </message>
    <message>
        <source>按不动产登记、市场主体登记等专门规定提供查询，不作公开属性认定的理由混用。</source>
        <translation>Inspection follows the rules on registers; do not mix it with reasons for an attribute.</translation>
    </message>
    <message>
        <source>按现行条例重新认定，保留原值。</source>
        <translation>Judge anew under the present regulations; the former value is kept.</translation>
    </message>
    <message>
        <source>政府采购合同应当公告，其中商业秘密部分除外；投标文件和评标打分不公开。</source>
        <translation>Procurement contracts are announced but for trade secrets; bids and scores are not.</translation>
    </message>
    <message>
        <source>政府采购合同应当公告；涉及商业秘密的条款征求对方意见。</source>
        <translation>Procurement contracts are announced; ask the other side about clauses with trade secrets.</translation>
    </message>
    <message>
        <source>政府集中采购项目的目录、标准及实施情况</source>
        <translation>procurement: catalogue, standards, results</translation>
    </message>
    <message>
        <source>救助、补贴等人员名单：{quote}。</source>
        <translation>A list of persons who receive relief or subsidies: {quote}.</translation>
    </message>
    <message>
        <source>文中标注</source>
        <translation>The printed mark</translation>
    </message>
    <message>
        <source>文件名只是线索，须看正文是否定稿。</source>
        <translation>The file name is a hint only; the text tells whether it is final.</translation>
    </message>
    <message>
        <source>文件名含“{quote}”。</source>
        <translation>The file name says "{quote}".</translation>
    </message>
    <message>
        <source>文种“{quote}”面向社会发布，需要公众广泛知晓。</source>
        <translation>A "{quote}" is issued to the public.</translation>
    </message>
    <message>
        <source>文种本身不是理由：向人大的报告、依法公开的年度报告应当公开。</source>
        <translation>The genre is no reason: reports to the people's congress and annual reports are public.</translation>
    </message>
    <message>
        <source>无依据代码</source>
        <translation>no code</translation>
    </message>
    <message>
        <source>早年规定曾将任免列为依申请公开，按现行条例重新认定。</source>
        <translation>Early rules had appointments on request; judge anew under the present regulations.</translation>
    </message>
    <message>
        <source>有国家秘密标志，未经解密不得公开。</source>
        <translation>Bears a mark of state secrets; not published before it is declassified.</translation>
    </message>
    <message>
        <source>有施行条款：“{quote}”。</source>
        <translation>Has a clause on its entry into force: "{quote}".</translation>
    </message>
    <message>
        <source>未发现敏感特征，仍需人工审查。</source>
        <translation>Nothing sensitive was found; a person must still review it.</translation>
    </message>
    <message>
        <source>未成年人个人信息不得公开（未成年人保护法）；删减后其余部分可以公开。</source>
        <translation>Information about minors must not be public (Law on the Protection of Minors); the rest may be.</translation>
    </message>
    <message>
        <source>未见公开属性标注，属未认定，不等于不予公开。</source>
        <translation>No mark of an attribute: undetermined, which is not withheld.</translation>
    </message>
    <message>
        <source>本人查询按规定办理；依法应公示的办理结果只公示法定内容。</source>
        <translation>Inspection by the person follows its own rules; only what the law asks is posted.</translation>
    </message>
    <message>
        <source>机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名</source>
        <translation>functions, structure, address, hours, contacts, heads</translation>
    </message>
    <message>
        <source>标有“{quote}”，是尚未定稿的过程性信息。</source>
        <translation>Marked "{quote}": a draft, information of a process.</translation>
    </message>
    <message>
        <source>标注“{quote}”不是三种公开属性之一，须人工认定。</source>
        <translation>The mark "{quote}" is none of the three attributes; a person decides.</translation>
    </message>
    <message>
        <source>标注“{quote}”；限定发送范围不等于公开属性。</source>
        <translation>Marked "{quote}"; a limited distribution is not a disclosure attribute.</translation>
    </message>
    <message>
        <source>标注为工作秘密：{quote}。</source>
        <translation>Marked as a work secret: {quote}.</translation>
    </message>
    <message>
        <source>核对名单是否法定公示内容；公开前删去证号、电话、住址、账号等。</source>
        <translation>Check whether the law wants the list posted; take out identity numbers, telephones, addresses, accounts first.</translation>
    </message>
    <message>
        <source>核对征求意见期限和反馈方式。</source>
        <translation>Check the term for opinions and the way to give them.</translation>
    </message>
    <message>
        <source>核对所商事项是否已形成正式文件；涉及其他机关的，可征求其意见。</source>
        <translation>Check whether a final document exists; ask other bodies concerned.</translation>
    </message>
    <message>
        <source>核对文件是否现行有效；失效不影响公开属性。</source>
        <translation>Check whether it is in force; that it is not does not change the attribute.</translation>
    </message>
    <message>
        <source>核对是否含危及“三安全一稳定”或工作秘密的内容（N-14-3）；“内部”字样须按现行条例重新认定。</source>
        <translation>Check for content that endangers safety or is a work secret (N-14-3); the word "internal" is judged anew under the present regulations.</translation>
    </message>
    <message>
        <source>核对是否对外产生约束力；仅规范内部事务的可作内部事务信息处理（N-16-1）。</source>
        <translation>Check whether it binds outsiders; what governs internal affairs only may be treated as such (N-16-1).</translation>
    </message>
    <message>
        <source>核对是否属于公众关注的监督检查结果（第二十条第（十三）项）。</source>
        <translation>Check whether it is a result of inspection of public interest (art. 20(13)).</translation>
    </message>
    <message>
        <source>核对是否已在法定期限内发布。</source>
        <translation>Check whether it was published in time.</translation>
    </message>
    <message>
        <source>核对是否已有正式文件，过程稿与定稿不重复登记。</source>
        <translation>Check for the final document; draft and final are not catalogued twice.</translation>
    </message>
    <message>
        <source>核对禁止公开的具体法律条款，例如统计法对单个调查对象资料的保密要求。</source>
        <translation>Check the clause that forbids publication, such as the Statistics Law on single respondents.</translation>
    </message>
    <message>
        <source>核对第三方是否同意公开，以及不公开是否会对公共利益造成重大影响。</source>
        <translation>Check whether the third party agrees, and whether withholding would gravely harm the public interest.</translation>
    </message>
    <message>
        <source>核对账号口令是否仍在使用；删减后其余部分可另行判断。</source>
        <translation>Check whether the account is still in use; without it the rest is judged anew.</translation>
    </message>
    <message>
        <source>此类名单依法须在一定范围公示的，核对公示范围（全社会或特定群体）和公示期；村居张榜不等于可在网站公开。</source>
        <translation>Where such a list is posted by law, check for whom and how long; posting in the village is no licence for the web.</translation>
    </message>
    <message>
        <source>法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息</source>
        <translation>what other laws and rules want published</translation>
    </message>
    <message>
        <source>涉及人员名单的另行核对。</source>
        <translation>Lists of persons are checked apart.</translation>
    </message>
    <message>
        <source>涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策</source>
        <translation>touches public interests, must be widely known or needs public participation</translation>
    </message>
    <message>
        <source>涉及国家秘密、商业秘密、个人隐私的建议提案不公开；代表、委员联系方式删去。</source>
        <translation>Proposals with secrets or private matters are not public; take out contact data of deputies.</translation>
    </message>
    <message>
        <source>涉密部门预算和单位账号另行核对。</source>
        <translation>Budgets of classified bodies and account numbers are checked apart.</translation>
    </message>
    <message>
        <source>环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况</source>
        <translation>inspection: environment, health, safety, food and drugs, products</translation>
    </message>
    <message>
        <source>确认是否属于政府信息；党组织制作的按党务公开规定办理。</source>
        <translation>Confirm that it is government information; what the Party made follows its own rules.</translation>
    </message>
    <message>
        <source>突发公共事件的应急预案、预警信息及应对情况</source>
        <translation>emergency plans, warnings and responses</translation>
    </message>
    <message>
        <source>立即停止处理，报保密机构或定密责任人；未经解密不得公开。</source>
        <translation>Stop at once and report to the secrecy office; nothing is published before it is declassified.</translation>
    </message>
    <message>
        <source>纪要本身不是不予公开的理由：对外设定权利义务的议定事项应当可以公开；讨论记录部分可以不公开（N-16-2）。</source>
        <translation>Being minutes is no reason: what was resolved with effect outside may be public, the discussion need not (N-16-2).</translation>
    </message>
    <message>
        <source>编有规范性文件统一编号或者规字文号：“{quote}”。</source>
        <translation>Bears a unified number of normative documents: "{quote}".</translation>
    </message>
    <message>
        <source>行政事业性收费项目及其依据、标准</source>
        <translation>fees, their grounds and rates</translation>
    </message>
    <message>
        <source>行政处罚、行政强制的依据、条件、程序及有一定社会影响的处罚决定</source>
        <translation>grounds, conditions and procedure of penalties; decisions of social weight</translation>
    </message>
    <message>
        <source>行政法规、规章和规范性文件</source>
        <translation>regulations, rules and normative documents</translation>
    </message>
    <message>
        <source>行政许可和其他对外管理服务事项</source>
        <translation>licences and services to the public</translation>
    </message>
    <message>
        <source>表彰和监督检查结果类通报可以主动公开。</source>
        <translation>Circulars that commend or give results of inspection may be published.</translation>
    </message>
    <message>
        <source>规划、土地、项目等批复属于主动公开事项；同意内部事务的批复可作内部事务信息。</source>
        <translation>Replies on plans, land and projects are published; those on internal affairs may be treated as such.</translation>
    </message>
    <message>
        <source>规划图件是否涉密须另行核对。</source>
        <translation>Whether plans and maps are classified is checked apart.</translation>
    </message>
    <message>
        <source>请示与批复为一件：批复可以公开时与请示区分处理。</source>
        <translation>Request and reply are one item: where the reply may be public, treat it apart.</translation>
    </message>
    <message>
        <source>财政预算、决算信息</source>
        <translation>budgets and accounts</translation>
    </message>
    <message>
        <source>财政预算决算、政府采购、“三公”经费应当公开。</source>
        <translation>Budgets, accounts, procurement and official expenses are public.</translation>
    </message>
    <message>
        <source>转发、批转文件随被转发文件的属性；被转发文件无标注的重新认定。</source>
        <translation>A forwarding document follows what it forwards; where that bears no mark, judge anew.</translation>
    </message>
    <message>
        <source>过程性信息：讨论记录、过程稿、磋商信函、请示报告</source>
        <translation>of a process: discussion, drafts, consultation, requests and reports</translation>
    </message>
    <message>
        <source>邀请公众参加的听证会、发布会、招聘会通知应当公开。</source>
        <translation>Invitations of the public to hearings, press conferences and job fairs are public.</translation>
    </message>
    <message>
        <source>重大建设项目的批准和实施情况</source>
        <translation>major construction projects</translation>
    </message>
    <message>
        <source>非本机关制作，由制作机关负责公开（条例第十条）；如需公开，商请制作机关确定属性。</source>
        <translation>Made by another body, which decides on publication (art. 10); ask it where this is wanted.</translation>
    </message>
    <message>
        <source>面向社会申报的项目通知应当公开。</source>
        <translation>Calls for projects open to everybody are public.</translation>
    </message>
    <message>
        <source>须由机关负责人确认危及“三安全一稳定”的具体理由。</source>
        <translation>The head must confirm the concrete danger to safety and stability.</translation>
    </message>
    <message>
        <source> 并且 </source>
        <translation> and </translation>
    </message>
    <message>
        <source> 或者 </source>
        <translation> or </translation>
    </message>
    <message>
        <source>不是（</source>
        <translation>not (</translation>
    </message>
    <message>
        <source>（</source>
        <translation> (</translation>
    </message>
    <message>
        <source>）</source>
        <translation>)</translation>
    </message>
    <message>
        <source>标点相同</source>
        <translation>punctuation as typed</translation>
    </message>
    <message>
        <source>标点不论</source>
        <translation>any punctuation</translation>
    </message>
    <message>
        <source>括号和补零不论</source>
        <translation>any brackets and zeros</translation>
    </message>
    <message>
        <source>含有“{quote}”</source>
        <translation>contains "{quote}"</translation>
    </message>
    <message>
        <source>{field}中含有“{quote}”</source>
        <translation>{field} contains "{quote}"</translation>
    </message>
    <message>
        <source>含有以“{quote}”开头的词</source>
        <translation>contains a word that begins with "{quote}"</translation>
    </message>
    <message>
        <source>{field}中含有以“{quote}”开头的词</source>
        <translation>{field} contains a word that begins with "{quote}"</translation>
    </message>
    <message>
        <source>含有文号“{quote}”</source>
        <translation>contains the number "{quote}"</translation>
    </message>
    <message>
        <source>{field}含有“{quote}”</source>
        <translation>{field} contains "{quote}"</translation>
    </message>
    <message>
        <source>{field}是“{value}”</source>
        <translation>{field} is "{value}"</translation>
    </message>
    <message>
        <source>位于文件夹“{quote}”</source>
        <translation>lies in folder "{quote}"</translation>
    </message>
    <message>
        <source>成文日期是 {date}</source>
        <translation>dated {date}</translation>
    </message>
    <message>
        <source>成文日期不晚于 {date}</source>
        <translation>dated until {date}</translation>
    </message>
    <message>
        <source>成文日期不早于 {date}</source>
        <translation>dated since {date}</translation>
    </message>
    <message>
        <source>成文日期从 {date} 至 {last}</source>
        <translation>dated {date} to {last}</translation>
    </message>
    <message>
        <source>与“{quote}”相似的公文</source>
        <translation>documents like "{quote}"</translation>
    </message>
    <message>
        <source>属性</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>公开属性未审定</source>
        <translation>the attribute is not approved</translation>
    </message>
    <message>
        <source>保管期限未定</source>
        <translation>no retention period</translation>
    </message>
    <message>
        <source>保管期限未定（建议：{period}）</source>
        <translation>no retention period (suggested: {period})</translation>
    </message>
    <message>
        <source>没有开放审核意见</source>
        <translation>no opening opinion</translation>
    </message>
    <message>
        <source>没有开放审核意见（建议：{period}）</source>
        <translation>no opening opinion (suggested: {period})</translation>
    </message>
    <message>
        <source>涉密隔离，不得移交</source>
        <translation>quarantined as classified, never handed over</translation>
    </message>
    <message>
        <source>已在移交批次中</source>
        <translation>in a transfer already</translation>
    </message>
    <message>
        <source>文件在审定后有变化，需重新审定</source>
        <translation>files changed since the approval; approve again</translation>
    </message>
    <message>
        <source>主动公开但有 {count} 处敏感内容未处理</source>
        <translation>public, but {count} sensitive places are open</translation>
    </message>
    <message>
        <source>标有密级，缺少解密（变更）说明</source>
        <translation>classified, without a note on declassification</translation>
    </message>
    <message>
        <source>没有题名</source>
        <translation>no title</translation>
    </message>
    <message>
        <source>没有责任者</source>
        <translation>no creator</translation>
    </message>
    <message>
        <source>没有成文日期</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>原文件找不到，或只有纸质</source>
        <translation>the file is gone, or only paper is held</translation>
    </message>
    <message>
        <source>文件在压缩包或邮件内，请先解开再入库</source>
        <translation>the file lies in an archive or mail; unpack it first</translation>
    </message>
    <message>
        <source>采纳建议 {count} 件</source>
        <translation>Suggestions accepted: {count}</translation>
    </message>
    <message>
        <source>批量审定 {count} 件</source>
        <translation>Approved together: {count}</translation>
    </message>
    <message>
        <source>成组认定：{title}</source>
        <translation>Group decided: {title}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>OFD 文件的这一页不是整页图像，程序不能显示，请用 OFD 阅读器打开。</source>
        <translation>This page of the OFD file is no full-page picture; the program cannot show it, use an OFD reader.</translation>
    </message>
    <message>
        <source>PDF 没有生成。</source>
        <translation>The PDF was not made.</translation>
    </message>
    <message>
        <source>{message}请人工核对该文件；确需读取的，请拆分后重新读取。</source>
        <translation>{message}Look at the file yourself; to have it read, split it first.</translation>
    </message>
    <message>
        <source>{message}请从备份或原发文单位取得完好的文件后重新读取。</source>
        <translation>{message}Get a sound copy from a backup or the issuing body and read it again.</translation>
    </message>
    <message>
        <source>“{database}”不是底数的目录文件。</source>
        <translation>"{database}" is no catalogue of Dishu.</translation>
    </message>
    <message>
        <source>“{folder}”不可写（只读介质，或没有写权限）。</source>
        <translation>"{folder}" cannot be written (read-only medium, or no right).</translation>
    </message>
    <message>
        <source>“{folder}”不是文件夹。</source>
        <translation>"{folder}" is no folder.</translation>
    </message>
    <message>
        <source>“{folder}”不是空文件夹。</source>
        <translation>"{folder}" is not empty.</translation>
    </message>
    <message>
        <source>“{folder}”已存在且不是空文件夹。</source>
        <translation>"{folder}" is there and not empty.</translation>
    </message>
    <message>
        <source>“{folder}”里没有底数目录。</source>
        <translation>There is no catalogue in "{folder}".</translation>
    </message>
    <message>
        <source>“{folder}”是一个文件，不是目录文件夹。</source>
        <translation>"{folder}" is a file, not the folder of a catalogue.</translation>
    </message>
    <message>
        <source>请写“{place}”。</source>
        <translation>Name "{place}".</translation>
    </message>
    <message>
        <source>请写目录文件夹的路径。</source>
        <translation>Name the catalogue's folder.</translation>
    </message>
    <message>
        <source>是不是“{meant}”？</source>
        <translation>Is it "{meant}"?</translation>
    </message>
    <message>
        <source>请检查路径是否写对；还没有目录的，用“新建目录”建立一个（dishu new）。</source>
        <translation>Check the path; where there is no catalogue yet, make one with "New catalogue" (dishu new).</translation>
    </message>
    <message>
        <source>“{folder}”里没有目录文件。</source>
        <translation>There is no catalogue file in "{folder}".</translation>
    </message>
    <message>
        <source>“{line}”的起止年份写反了。</source>
        <translation>The years of "{line}" are in the wrong order.</translation>
    </message>
    <message>
        <source>“{name}”不是依申请公开台账。</source>
        <translation>"{name}" is no register of requests.</translation>
    </message>
    <message>
        <source>“{name}”不是可读的{name2}。</source>
        <translation>"{name}" is no readable {name2}.</translation>
    </message>
    <message>
        <source>“{name}”不是可读的接收回执。</source>
        <translation>"{name}" is no readable receipt.</translation>
    </message>
    <message>
        <source>“{name}”不是可读的电子表格。</source>
        <translation>"{name}" is no readable sheet.</translation>
    </message>
    <message>
        <source>“{name}”不是文件夹。</source>
        <translation>"{name}" is no folder.</translation>
    </message>
    <message>
        <source>“{name}”不是标准目录。</source>
        <translation>"{name}" is no standard catalogue.</translation>
    </message>
    <message>
        <source>“{name}”不能直接脱敏。</source>
        <translation>"{name}" cannot be redacted as it is.</translation>
    </message>
    <message>
        <source>“{name}”已存在。</source>
        <translation>"{name}" is there already.</translation>
    </message>
    <message>
        <source>“{name}”已存在，且不是未完成的移交包。</source>
        <translation>"{name}" is there and is no unfinished package.</translation>
    </message>
    <message>
        <source>“{name}”是唯一的管理员。</source>
        <translation>"{name}" is the only administrator.</translation>
    </message>
    <message>
        <source>“{name}”没有 {value} 格式。</source>
        <translation>"{name}" has no format {value}.</translation>
    </message>
    <message>
        <source>“{name}”没有{x}权限。</source>
        <translation>"{name}" has no right to: {x}.</translation>
    </message>
    <message>
        <source>“{name}”没有写明哪些文件有效、修改或废止。</source>
        <translation>"{name}" does not say what is in force, amended or repealed.</translation>
    </message>
    <message>
        <source>“{name}”的列与“{name2}”不一致。</source>
        <translation>The columns of "{name}" are not those of "{name2}".</translation>
    </message>
    <message>
        <source>“{name}”的文件名没有写明试点领域。</source>
        <translation>The name of "{name}" does not say the field.</translation>
    </message>
    <message>
        <source>“{name}”的账户已停用。</source>
        <translation>The account of "{name}" is out of use.</translation>
    </message>
    <message>
        <source>“{name}”读不出：{message}</source>
        <translation>"{name}" cannot be read: {message}</translation>
    </message>
    <message>
        <source>“{name}”里没有年度报告的栏目。</source>
        <translation>"{name}" has no lines of the annual report.</translation>
    </message>
    <message>
        <source>“{name}”里没有找到目录。</source>
        <translation>No listing was found in "{name}".</translation>
    </message>
    <message>
        <source>“{number}”不是发文字号。</source>
        <translation>"{number}" is no document number.</translation>
    </message>
    <message>
        <source>“{path}”不是由底数导出的审查包，或者已经损坏。</source>
        <translation>"{path}" is no package of Dishu, or is damaged.</translation>
    </message>
    <message>
        <source>“{path}”已存在。</source>
        <translation>"{path}" is there already.</translation>
    </message>
    <message>
        <source>“{source}”不是完整的导出件。</source>
        <translation>"{source}" is no complete dump.</translation>
    </message>
    <message>
        <source>“{target}”已存在且不是空文件夹。</source>
        <translation>"{target}" is there and not empty.</translation>
    </message>
    <message>
        <source>“{title}”在预览之后又有改动，没有改定任何一件。</source>
        <translation>"{title}" has changed since the preview; nothing was corrected.</translation>
    </message>
    <message>
        <source>“{value}”不是日期{where}。</source>
        <translation>"{value}" is no date{where}.</translation>
    </message>
    <message>
        <source>不予公开必须写明依据条款（条例第十四至十六条）。</source>
        <translation>Withholding needs an article (arts. 14 to 16).</translation>
    </message>
    <message>
        <source>不能写入“{folder}”。</source>
        <translation>"{folder}" cannot be written.</translation>
    </message>
    <message>
        <source>不能写入“{path}”。</source>
        <translation>"{path}" cannot be written.</translation>
    </message>
    <message>
        <source>不能写入“{target}”。</source>
        <translation>"{target}" cannot be written.</translation>
    </message>
    <message>
        <source>不能在“{folder}”建立文件夹。</source>
        <translation>No folder can be made in "{folder}".</translation>
    </message>
    <message>
        <source>不能在“{folder}”建立目录。</source>
        <translation>No catalogue can be made in "{folder}".</translation>
    </message>
    <message>
        <source>不能在“{target}”建立目录。</source>
        <translation>No catalogue can be made in "{target}".</translation>
    </message>
    <message>
        <source>不能复核自己的认定。</source>
        <translation>Nobody reads his own decisions again.</translation>
    </message>
    <message>
        <source>不能改动复核结论，以免失去背对背的意义。</source>
        <translation>A second reading stays as it is, or it would not be blind.</translation>
    </message>
    <message>
        <source>不需要再次撤销。</source>
        <translation>There is nothing to revert.</translation>
    </message>
    <message>
        <source>不需要重新打开。</source>
        <translation>There is nothing to open again.</translation>
    </message>
    <message>
        <source>依申请公开和不予公开必须写明理由。</source>
        <translation>On request and withheld need a reason.</translation>
    </message>
    <message>
        <source>修复时写不下工作副本。</source>
        <translation>There was no room for the working copy of a repair.</translation>
    </message>
    <message>
        <source>全宗档案无法使用：{error}</source>
        <translation>The fonds profile cannot be used: {error}</translation>
    </message>
    <message>
        <source>公开属性变更规则读不出来。</source>
        <translation>The rules on changes of attribute cannot be read.</translation>
    </message>
    <message>
        <source>共享盘上的文件锁不可靠，多人同时使用会损坏目录。请把目录放在本机硬盘；来源文件可以在共享盘上，备份也可以拷到共享盘。</source>
        <translation>Locks on a share cannot be trusted; several users would damage the catalogue. Put it on a disk of this computer; sources may lie on a share, and backups may be copied there.</translation>
    </message>
    <message>
        <source>其中不止一件已有认定、编号或移交记录，不能归并。</source>
        <translation>More than one of them has a determination, a code or a transfer; they cannot be merged.</translation>
    </message>
    <message>
        <source>其中有只存纸质的公文，没有文件可归并。</source>
        <translation>One of them is held on paper only and has no file to merge.</translation>
    </message>
    <message>
        <source>分层抽样只用于背对背复核。</source>
        <translation>Strata are for second readings only.</translation>
    </message>
    <message>
        <source>列名重复</source>
        <translation>Column names come twice</translation>
    </message>
    <message>
        <source>升级目录时发现有的记录指向不存在的记录，没有升级。</source>
        <translation>Records point to nothing; the catalogue was not brought up to date.</translation>
    </message>
    <message>
        <source>压缩包内的文件名不合规（指向包外的位置或含有非法字符），没有展开。请解压并改名后读取。</source>
        <translation>The names of files in the archive are not allowed (outside of it, or with forbidden characters); it was not opened. Unpack and rename them, then read again.</translation>
    </message>
    <message>
        <source>原以危及“三安全一稳定”不予公开，须附单位负责人批准意见（条例第十七条、第十八条）。</source>
        <translation>It was withheld for safety or stability; the approval of the head is needed (arts. 17 and 18).</translation>
    </message>
    <message>
        <source>原以第十五条不予公开，须附第三方意见或公共利益说明（条例第十五条、第三十二条）。</source>
        <translation>It was withheld under art. 15; the opinion of the third party or the public interest must be stated (arts. 15 and 32).</translation>
    </message>
    <message>
        <source>原以第十六条不予公开，须写明情势变化（条例第十八条）。</source>
        <translation>It was withheld under art. 16; say what has changed (art. 18).</translation>
    </message>
    <message>
        <source>原定为国家秘密的，未经解密不得在本机处理，请移出本机并报告保密工作机构。</source>
        <translation>What was a state secret must not be handled here before it is declassified; remove it and report to the secrecy office.</translation>
    </message>
    <message>
        <source>“{by}”设有口令，签字时要输入。</source>
        <translation>"{by}" has a PIN; it is needed to sign.</translation>
    </message>
    <message>
        <source>命令行请加 --pin。</source>
        <translation>On the command line add --pin.</translation>
    </message>
    <message>
        <source>口令不对。</source>
        <translation>The PIN is wrong.</translation>
    </message>
    <message>
        <source>口令多次输错，账户已暂时锁定。</source>
        <translation>Too many wrong PINs; the account is locked for a while.</translation>
    </message>
    <message>
        <source>口令至少 {SHORTEST_PIN} 位。</source>
        <translation>A PIN has at least {SHORTEST_PIN} digits.</translation>
    </message>
    <message>
        <source>只能写成 .xlsx 或 .docx。</source>
        <translation>Only .xlsx or .docx can be written.</translation>
    </message>
    <message>
        <source>只能撤回自己提出的建议。</source>
        <translation>Only one's own proposal can be withdrawn.</translation>
    </message>
    <message>
        <source>可用的填写项有：{values}。</source>
        <translation>The fields are: {values}.</translation>
    </message>
    <message>
        <source>可用的有：{known}。</source>
        <translation>There are: {known}.</translation>
    </message>
    <message>
        <source>可用：{known}。</source>
        <translation>There are: {known}.</translation>
    </message>
    <message>
        <source>台账没有写成。</source>
        <translation>The register was not written.</translation>
    </message>
    <message>
        <source>同一人不能既提出又审定。</source>
        <translation>One person cannot both propose and approve.</translation>
    </message>
    <message>
        <source>同名的两个人请在姓名后加科室以示区别。</source>
        <translation>Add the department to tell the two apart.</translation>
    </message>
    <message>
        <source>回执列出了不在这批移交中的档号：{x}。</source>
        <translation>The receipt names codes that were not handed over: {x}.</translation>
    </message>
    <message>
        <source>回执只能是接收或退回。</source>
        <translation>A receipt accepts or returns.</translation>
    </message>
    <message>
        <source>回执所指的移交包与本目录记录的不是同一个。</source>
        <translation>The receipt names another package than the catalogue.</translation>
    </message>
    <message>
        <source>国家秘密不得在本机处理，请移出本机并报告保密工作机构。</source>
        <translation>State secrets must not be handled on this computer; remove them and report to the secrecy office.</translation>
    </message>
    <message>
        <source>图像不完整或已损坏，无法读取。</source>
        <translation>The picture is incomplete or damaged. </translation>
    </message>
    <message>
        <source>备份与目录不一致，没有保留。</source>
        <translation>The backup is not the same as the catalogue and was not kept.</translation>
    </message>
    <message>
        <source>备份在目录文件夹的 backups 里，文件名以 .db 结尾。</source>
        <translation>Backups lie in the folder backups of the catalogue and end with .db.</translation>
    </message>
    <message>
        <source>备份没有通过检查。</source>
        <translation>The backup did not pass its check.</translation>
    </message>
    <message>
        <source>如有误，请先更正其适用范围。</source>
        <translation>If that is wrong, correct the applicability first.</translation>
    </message>
    <message>
        <source>姓名不能为空。</source>
        <translation>The name must not be empty.</translation>
    </message>
    <message>
        <source>它可能正被别的程序占用，或没有读取权限，请稍后再试。</source>
        <translation>Another program may hold it, or there is no right to read it; try later.</translation>
    </message>
    <message>
        <source>审查包由另一版本的程序导出。</source>
        <translation>The package is from another version of the program.</translation>
    </message>
    <message>
        <source>审查包的种类不对。</source>
        <translation>The package is of the wrong kind.</translation>
    </message>
    <message>
        <source>审查包过大。</source>
        <translation>The package is too large.</translation>
    </message>
    <message>
        <source>审查结果的内容被改动或不完整，没有导入任何一件。</source>
        <translation>The decisions were altered or are incomplete; nothing was imported.</translation>
    </message>
    <message>
        <source>审查轮次没有名称。</source>
        <translation>The round has no name.</translation>
    </message>
    <message>
        <source>审签人数只能是一、二或三人。</source>
        <translation>One, two or three persons sign.</translation>
    </message>
    <message>
        <source>导出件与本程序的目录版本不同。</source>
        <translation>The dump is of another edition of the tables.</translation>
    </message>
    <message>
        <source>导出件或目录里有指向不存在记录的行。</source>
        <translation>The dump or catalogue has rows that point to nothing.</translation>
    </message>
    <message>
        <source>导出件的格式不认识。</source>
        <translation>The format of the dump is unknown.</translation>
    </message>
    <message>
        <source>导出件缺少数据表。</source>
        <translation>The dump lacks tables.</translation>
    </message>
    <message>
        <source>导出件里的“{name}.jsonl”被改动或不完整。</source>
        <translation>"{name}.jsonl" of the dump was altered or is incomplete.</translation>
    </message>
    <message>
        <source>导出件里的正文文件被改动。</source>
        <translation>A text of the dump was altered.</translation>
    </message>
    <message>
        <source>导出件里缺少“{name}”。</source>
        <translation>The dump lacks "{name}".</translation>
    </message>
    <message>
        <source>导出件里缺少正文文件。</source>
        <translation>The dump lacks a text.</translation>
    </message>
    <message>
        <source>已主动公开的改为不公开，须写明下线日期和网址清单（已公开的难以收回，注意转载、快照和目录）。</source>
        <translation>What was published is taken down: give the day and the addresses (copies and catalogues remain elsewhere).</translation>
    </message>
    <message>
        <source>已有名为“{name}”的人员。</source>
        <translation>There is a person named "{name}" already.</translation>
    </message>
    <message>
        <source>已有名为“{name}”的审查轮次。</source>
        <translation>There is a round named "{name}" already.</translation>
    </message>
    <message>
        <source>已送审或已审定，须先撤回或退回。</source>
        <translation>Sent for approval or determined; withdraw or return it first.</translation>
    </message>
    <message>
        <source>常用认定“{path}”读不出来。</source>
        <translation>The usual decisions "{path}" cannot be read.</translation>
    </message>
    <message>
        <source>归并至少要两件公文。</source>
        <translation>Merging takes at least two documents.</translation>
    </message>
    <message>
        <source>您查看之后情况有变化：{told}。</source>
        <translation>Something has changed since you looked: {told}.</translation>
    </message>
    <message>
        <source>所选依据条款与公开属性不一致，请重新选择条款。</source>
        <translation>The article does not fit the attribute; choose another.</translation>
    </message>
    <message>
        <source>打开用导出的审查包，合并用送回的审查结果。</source>
        <translation>To open takes the package that was exported, to merge the one that was sent back.</translation>
    </message>
    <message>
        <source>找不到备份“{backup}”。</source>
        <translation>Backup "{backup}" is not there.</translation>
    </message>
    <message>
        <source>找不到文件夹“{folder}”。</source>
        <translation>Folder "{folder}" is not there.</translation>
    </message>
    <message>
        <source>找不到文件夹“{path}”。</source>
        <translation>Folder "{path}" is not there.</translation>
    </message>
    <message>
        <source>找不到登记簿“{path}”。</source>
        <translation>Register "{path}" is not there.</translation>
    </message>
    <message>
        <source>抽样名称“{name}”为空或已用过。</source>
        <translation>The sample's name "{name}" is empty or taken.</translation>
    </message>
    <message>
        <source>提出建议之后，规则由“{rule_edition}”版更新为“{rule_edition2}”版，对这份公文的建议已不同。</source>
        <translation>Since the proposal the rules went from edition "{rule_edition}" to "{rule_edition2}" and suggest otherwise for this document.</translation>
    </message>
    <message>
        <source>提出建议之后，这份公文的文件有变化。</source>
        <translation>The files of this document have changed since the proposal.</translation>
    </message>
    <message>
        <source>撤销批量操作必须写明理由。</source>
        <translation>Reverting needs a reason.</translation>
    </message>
    <message>
        <source>撤销操作本身不能再撤销。</source>
        <translation>A revert cannot be reverted.</translation>
    </message>
    <message>
        <source>数据文件“{name}”无法使用：{error}</source>
        <translation>Data file "{name}" cannot be used: {error}</translation>
    </message>
    <message>
        <source>文件不在原来的位置了。</source>
        <translation>The file is no longer there.</translation>
    </message>
    <message>
        <source>文件不完整或已损坏，无法读取。</source>
        <translation>The file is incomplete or damaged. </translation>
    </message>
    <message>
        <source>文件夹不在原来的位置了。</source>
        <translation>The folder is no longer there.</translation>
    </message>
    <message>
        <source>文件被其他程序占用或没有读取权限。请关闭占用的程序后重试。</source>
        <translation>Another program holds the file, or there is no right to read it. Close that program, then try again.</translation>
    </message>
    <message>
        <source>文件设有打开密码。请用原来的程序打开，取消密码后另存，再重新读取。</source>
        <translation>The file needs a password to open. Open it with its own program, save it without the password, and read it again.</translation>
    </message>
    <message>
        <source>文件超过 2 GB，没有读取正文。请拆分后再采集。</source>
        <translation>Larger than 2 GB: the text was not read. Split it, then ingest.</translation>
    </message>
    <message>
        <source>文件长度为零，没有任何内容。</source>
        <translation>The file is empty. </translation>
    </message>
    <message>
        <source>文号不同（{number}）。</source>
        <translation>Another document number ({number}).</translation>
    </message>
    <message>
        <source>文面的公开标注与首件不同。</source>
        <translation>Its printed mark differs from the first one's.</translation>
    </message>
    <message>
        <source>新位置的文件与目录不符：抽查 {sample} 个，{differing} 个不一致。</source>
        <translation>The files at the new place are not those of the catalogue: of {sample} looked at, {differing} differ.</translation>
    </message>
    <message>
        <source>方正 CEB 是封闭格式，没有公开的读取方法。请用方正 Apabi Reader 打开后打印或另存为 PDF、OFD，再读取转换后的文件。</source>
        <translation>Founder CEB is a closed format. Open it in Apabi Reader, print or save it as PDF or OFD, and read that.</translation>
    </message>
    <message>
        <source>有 {count} 个文件自审核后已改变，移交包未完成。</source>
        <translation>{count} files have changed since the review; the package is not finished.</translation>
    </message>
    <message>
        <source>有 {late} 件不再具备移交条件。</source>
        <translation>{late} are no longer ready.</translation>
    </message>
    <message>
        <source>有 {problems} 处问题，移交包未生成。</source>
        <translation>{problems} faults; the package was not built.</translation>
    </message>
    <message>
        <source>有文件放不进一张载体。</source>
        <translation>A file does not fit on one medium.</translation>
    </message>
    <message>
        <source>有涉密标志，不得脱敏发布。</source>
        <translation>Bears a mark of secrecy; it must not be published redacted.</translation>
    </message>
    <message>
        <source>有这些工作表：{names}</source>
        <translation>Its sheets are: {names}</translation>
    </message>
    <message>
        <source>有首件没有的敏感内容。</source>
        <translation>Has sensitive places that the first one has not.</translation>
    </message>
    <message>
        <source>本机没有中文字体，不能生成 PDF。</source>
        <translation>This computer has no Chinese font; no PDF can be made.</translation>
    </message>
    <message>
        <source>本机没有中文字体，打印出来会是空白。</source>
        <translation>This computer has no Chinese font; the print would be blank.</translation>
    </message>
    <message>
        <source>本机的 SQLite {sqlite_version} 太旧。</source>
        <translation>The SQLite {sqlite_version} of this computer is too old.</translation>
    </message>
    <message>
        <source>本机的 SQLite 没有全文检索功能(FTS5)。</source>
        <translation>The SQLite of this computer has no full-text search (FTS5).</translation>
    </message>
    <message>
        <source>机构代码“{code}”不符合{name}。</source>
        <translation>The code "{code}" is no {name}.</translation>
    </message>
    <message>
        <source>样表的列名重复：{x}。</source>
        <translation>Column names come twice: {x}.</translation>
    </message>
    <message>
        <source>样表第一行不是列名。</source>
        <translation>The first line of the example sheet holds no column names.</translation>
    </message>
    <message>
        <source>检索式第 {x} 个字符处{shown}：{message}</source>
        <translation>Character {x} of the query{shown}: {message}</translation>
    </message>
    <message>
        <source>模板“{name}”里有不认识的填写项：{wrong}。</source>
        <translation>Template "{name}" has fields nobody knows: {wrong}.</translation>
    </message>
    <message>
        <source>模板“{template}”读不出来。</source>
        <translation>Template "{template}" cannot be read.</translation>
    </message>
    <message>
        <source>模板没有保存：{error}</source>
        <translation>The template was not kept: {error}</translation>
    </message>
    <message>
        <source>每批的时长至少一分钟。</source>
        <translation>A batch takes at least one minute.</translation>
    </message>
    <message>
        <source>每行写一个词。</source>
        <translation>One word a line.</translation>
    </message>
    <message>
        <source>没有“{scheme}”这种索引号规则。</source>
        <translation>There is no scheme of index numbers "{scheme}".</translation>
    </message>
    <message>
        <source>没有写成。</source>
        <translation>It was not written.</translation>
    </message>
    <message>
        <source>没有写明索引号规则。</source>
        <translation>No scheme of index numbers was given.</translation>
    </message>
    <message>
        <source>没有写明经办人。</source>
        <translation>Nobody was named as acting.</translation>
    </message>
    <message>
        <source>没有写明角色。</source>
        <translation>No role was given.</translation>
    </message>
    <message>
        <source>没有可以抽查的认定。</source>
        <translation>There are no determinations to draw from.</translation>
    </message>
    <message>
        <source>没有可以移交的文件。</source>
        <translation>There is nothing to hand over.</translation>
    </message>
    <message>
        <source>没有名为“{name}”的人员。</source>
        <translation>There is nobody named "{name}".</translation>
    </message>
    <message>
        <source>没有名为“{name}”的审查轮次。</source>
        <translation>There is no round named "{name}".</translation>
    </message>
    <message>
        <source>没有名为“{name}”的抽样。</source>
        <translation>There is no sample named "{name}".</translation>
    </message>
    <message>
        <source>没有名为“{name}”的检索。</source>
        <translation>There is no search named "{name}".</translation>
    </message>
    <message>
        <source>没有名为“{name}”的目录模板。</source>
        <translation>There is no catalogue template named "{name}".</translation>
    </message>
    <message>
        <source>没有安装文字识别组件，扫描件读不出文字。</source>
        <translation>Text recognition is not installed; scans give no text.</translation>
    </message>
    <message>
        <source>没有安装文字识别（OCR）组件。</source>
        <translation>Text recognition (OCR) is not installed.</translation>
    </message>
    <message>
        <source>没有明确的建议。</source>
        <translation>There is no definite suggestion.</translation>
    </message>
    <message>
        <source>没有权限读取文件夹“{folder}”。</source>
        <translation>Folder "{folder}" may not be read.</translation>
    </message>
    <message>
        <source>没有这一批。</source>
        <translation>There is no such batch.</translation>
    </message>
    <message>
        <source>没有这一批操作。</source>
        <translation>There is no such job.</translation>
    </message>
    <message>
        <source>没有选定公文。</source>
        <translation>No document was chosen.</translation>
    </message>
    <message>
        <source>没有选择{title}。</source>
        <translation>No {title} was chosen.</translation>
    </message>
    <message>
        <source>清除必须写明理由。</source>
        <translation>A purge needs a reason.</translation>
    </message>
    <message>
        <source>现有公开属性与首件不同。</source>
        <translation>Its attribute differs from the first one's.</translation>
    </message>
    <message>
        <source>由人工排除。</source>
        <translation>Left out by hand.</translation>
    </message>
    <message>
        <source>登记簿本身有涉密标志（{rule}），没有读入。</source>
        <translation>The register itself bears a mark of secrecy ({rule}); it was not read.</translation>
    </message>
    <message>
        <source>登记簿读不出来。</source>
        <translation>The register cannot be read.</translation>
    </message>
    <message>
        <source>登记簿里没有工作表“{sheet}”。</source>
        <translation>The register has no sheet "{sheet}".</translation>
    </message>
    <message>
        <source>目录不能放在网络共享盘上。</source>
        <translation>A catalogue cannot lie on a network share.</translation>
    </message>
    <message>
        <source>目录中没有这份文件。</source>
        <translation>The catalogue holds no such document.</translation>
    </message>
    <message>
        <source>目录中没有这批移交。</source>
        <translation>The catalogue holds no such transfer.</translation>
    </message>
    <message>
        <source>目录所在位置不可写。</source>
        <translation>The place of the catalogue cannot be written.</translation>
    </message>
    <message>
        <source>目录文件已损坏。</source>
        <translation>The catalogue is damaged.</translation>
    </message>
    <message>
        <source>目录文件的开头已毁，读不出任何表。</source>
        <translation>The beginning of the file is destroyed; no table can be read.</translation>
    </message>
    <message>
        <source>目录正被另一个程序使用。</source>
        <translation>Another program uses the catalogue.</translation>
    </message>
    <message>
        <source>目录正被另一个程序使用，涉密内容还没有清除干净。</source>
        <translation>Another program uses the catalogue; classified content is not wiped yet.</translation>
    </message>
    <message>
        <source>目录里没有唯一的来源文件夹“{wanted}”。</source>
        <translation>The catalogue has no single source folder "{wanted}".</translation>
    </message>
    <message>
        <source>目录里没有这个文件或公文的内容。</source>
        <translation>The catalogue holds nothing of this file or document.</translation>
    </message>
    <message>
        <source>目录里没有这份公文。</source>
        <translation>This document is not in the catalogue.</translation>
    </message>
    <message>
        <source>目标磁盘已满，移交包未完成。</source>
        <translation>The target disk is full; the package is not finished.</translation>
    </message>
    <message>
        <source>看不出哪一列是文号、哪一列是题名。</source>
        <translation>It cannot be told which column holds numbers and which titles.</translation>
    </message>
    <message>
        <source>磁盘已满，这一步没有保存。</source>
        <translation>The disk is full; this step was not saved.</translation>
    </message>
    <message>
        <source>磁盘空间不够做备份，没有继续。</source>
        <translation>There is no room for a backup; nothing was done.</translation>
    </message>
    <message>
        <source>磁盘空间不够恢复备份，没有继续。</source>
        <translation>There is no room to restore; nothing was done.</translation>
    </message>
    <message>
        <source>管理员和审计不能兼任初审、保密审查或审定。</source>
        <translation>Administrators and auditors cannot review, review secrecy or approve.</translation>
    </message>
    <message>
        <source>索引号重复。</source>
        <translation>Index numbers come twice.</translation>
    </message>
    <message>
        <source>维持原属性必须写明理由（条例第十八条）。</source>
        <translation>Keeping the attribute needs a reason (art. 18).</translation>
    </message>
    <message>
        <source>腾出空间后再次执行，将从中断处继续。</source>
        <translation>Make room and do it again; it goes on where it stopped.</translation>
    </message>
    <message>
        <source>补齐后再送审。</source>
        <translation>Add it and propose again.</translation>
    </message>
    <message>
        <source>表格有 {faults} 处问题，没有导入任何一行。{sentence}</source>
        <translation>The sheet has {faults} faults; no row was imported.{sentence}</translation>
    </message>
    <message>
        <source>表格须有“二级事项”或“公开事项”列。</source>
        <translation>A sheet needs a column "二级事项" or "公开事项".</translation>
    </message>
    <message>
        <source>表格须有“标题”列和“清理意见”列；或在文件名里写明，如“废止文件目录”。</source>
        <translation>A sheet needs the columns "标题" and "清理意见"; or say it in the file's name, such as "废止文件目录".</translation>
    </message>
    <message>
        <source>表格须有“标题”或“名称”列；网页须是列表页。</source>
        <translation>A sheet needs a column "标题" or "名称"; a web page must be a listing.</translation>
    </message>
    <message>
        <source>表格须有“申请内容”或“信息名称”列。</source>
        <translation>A sheet needs a column "申请内容" or "信息名称".</translation>
    </message>
    <message>
        <source>解除隔离必须写明理由。</source>
        <translation>A release needs a reason.</translation>
    </message>
    <message>
        <source>词表超过 {MOST_TERMS} 个词。</source>
        <translation>The list has more than {MOST_TERMS} words.</translation>
    </message>
    <message>
        <source>词表里没有可以查找的字词。</source>
        <translation>The list holds no words to look for.</translation>
    </message>
    <message>
        <source>请与接收单位核对回执。</source>
        <translation>Check the receipt with the receiver.</translation>
    </message>
    <message>
        <source>请两台电脑使用同一版本。</source>
        <translation>Use the same version on both computers.</translation>
    </message>
    <message>
        <source>请使用含文字识别的安装包，或先不做文字识别。</source>
        <translation>Use the package with text recognition, or go on without it.</translation>
    </message>
    <message>
        <source>请使用随程序提供的 Python 运行环境。</source>
        <translation>Use the Python that came with the program.</translation>
    </message>
    <message>
        <source>请修改样表后重试。</source>
        <translation>Mend the sheet and try again.</translation>
    </message>
    <message>
        <source>请先交回或重新打开这一批。</source>
        <translation>Bring it back or open it again first.</translation>
    </message>
    <message>
        <source>请先另存为 docx 或 PDF。</source>
        <translation>Save it as docx or PDF first.</translation>
    </message>
    <message>
        <source>请先在“设置”的“全宗”中填写（命令行：dishu transfer profile --set），再编制档号。</source>
        <translation>Fill in the fonds first, then number.</translation>
    </message>
    <message>
        <source>请先在“设置—人员”中添加（dishu people add）。</source>
        <translation>Register the person in "Settings – People" (dishu people add).</translation>
    </message>
    <message>
        <source>请先备份整个目录文件夹，再运行 dishu repair，或从备份恢复。</source>
        <translation>Copy the whole folder first, then run dishu repair or restore a backup.</translation>
    </message>
    <message>
        <source>请先安装一种中文字体，如思源黑体。</source>
        <translation>Install a Chinese font such as Source Han Sans.</translation>
    </message>
    <message>
        <source>请先安装一种中文字体，如思源黑体，或改用 docx 格式。</source>
        <translation>Install a Chinese font such as Source Han Sans, or take docx.</translation>
    </message>
    <message>
        <source>请先完成一部分审查，并指定至少抽一件。</source>
        <translation>Review some first, and draw at least one.</translation>
    </message>
    <message>
        <source>请先审定、退回或撤回原建议。</source>
        <translation>Approve, return or withdraw it first.</translation>
    </message>
    <message>
        <source>请先导出年度报告表，在导出的表格里填写。</source>
        <translation>Export the annual report first and fill in that sheet.</translation>
    </message>
    <message>
        <source>请先建立（dishu review round），或核对名称。</source>
        <translation>Make it first (dishu review round), or check the name.</translation>
    </message>
    <message>
        <source>请先抽样（dishu review sample draw）。</source>
        <translation>Draw it first (dishu review sample draw).</translation>
    </message>
    <message>
        <source>请先提出建议。</source>
        <translation>Propose first.</translation>
    </message>
    <message>
        <source>请先撤回其中一件的认定，再归并。</source>
        <translation>Withdraw the determination of one, then merge.</translation>
    </message>
    <message>
        <source>请先撤回或退回。</source>
        <translation>Withdraw or return it first.</translation>
    </message>
    <message>
        <source>请先添加另一名管理员。</source>
        <translation>Register another administrator first.</translation>
    </message>
    <message>
        <source>请先用 dishu check 查看，再用 dishu repair 修复。</source>
        <translation>Look with dishu check, then mend with dishu repair.</translation>
    </message>
    <message>
        <source>请先由初审人提出建议。</source>
        <translation>A reviewer proposes first.</translation>
    </message>
    <message>
        <source>请先选择已审定的文件。</source>
        <translation>Choose determined documents first.</translation>
    </message>
    <message>
        <source>请先选择索引号规则并填写机构代码。</source>
        <translation>Choose a scheme and fill in the office's code.</translation>
    </message>
    <message>
        <source>请关闭另一个窗口，再运行一次 dishu purge。</source>
        <translation>Close the other window and run dishu purge once more.</translation>
    </message>
    <message>
        <source>请关闭另一个窗口，稍后再试；已保存的内容没有受影响。</source>
        <translation>Close the other window and try later; what was saved is not touched.</translation>
    </message>
    <message>
        <source>请写成 2008-03-07、2008-03 或 2008。</source>
        <translation>Write 2008-03-07, 2008-03 or 2008.</translation>
    </message>
    <message>
        <source>请写文件路径（export 里的 path）或公文编号。</source>
        <translation>Write the path of the file (path of export) or the document's number.</translation>
    </message>
    <message>
        <source>请写明原因，例如“领出人调离”。</source>
        <translation>Say why, for example "the reader has moved".</translation>
    </message>
    <message>
        <source>请写明撤销的原因。</source>
        <translation>Say why it is taken back.</translation>
    </message>
    <message>
        <source>请写明检索的用途，例如申请的编号。</source>
        <translation>Say what the search is for, such as the number of the request.</translation>
    </message>
    <message>
        <source>请写明谁发现、依据什么认定（不要写涉密内容）。</source>
        <translation>Say who found it and on what ground (nothing classified).</translation>
    </message>
    <message>
        <source>请写明谁核对过原件、为何确认不涉密。</source>
        <translation>Say who checked the original and why it is not classified.</translation>
    </message>
    <message>
        <source>请写明需要补正的内容。</source>
        <translation>Say what is to be mended.</translation>
    </message>
    <message>
        <source>请分别设立账户，由不同的人担任。</source>
        <translation>Make separate accounts for different persons.</translation>
    </message>
    <message>
        <source>请分成几份。</source>
        <translation>Split it.</translation>
    </message>
    <message>
        <source>请删去标题行和合并单元格，使第一行为列名。</source>
        <translation>Take out titles and merged cells, so that the first line holds the names.</translation>
    </message>
    <message>
        <source>请刷新列表后重试。</source>
        <translation>Refresh the list and try again.</translation>
    </message>
    <message>
        <source>请刷新移交列表后重试。</source>
        <translation>Refresh the list and try again.</translation>
    </message>
    <message>
        <source>请只选择有电子文件的公文。</source>
        <translation>Choose documents with files only.</translation>
    </message>
    <message>
        <source>请向接收单位索取原始回执文件。</source>
        <translation>Ask the receiver for the original receipt.</translation>
    </message>
    <message>
        <source>请在 {x} 之后再试。</source>
        <translation>Try again after {x}.</translation>
    </message>
    <message>
        <source>请在审查包目录里重新导出。</source>
        <translation>Export them again in the catalogue of the package.</translation>
    </message>
    <message>
        <source>请在左下角选择您的姓名，或在“设置”里先登记人员。</source>
        <translation>Choose your name at the lower left, or register people in "Settings" first.</translation>
    </message>
    <message>
        <source>请在打开审查包得到的目录中导出。</source>
        <translation>Export in the catalogue that a package was opened in.</translation>
    </message>
    <message>
        <source>请在文件名中写领域名称，如“社会救助领域标准目录”。</source>
        <translation>Put the field into the file's name, such as "社会救助领域标准目录".</translation>
    </message>
    <message>
        <source>请在本机安装新版本后再打开；目录没有被改动。</source>
        <translation>Install the new version and open it again; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Fill in the name.</translation>
    </message>
    <message>
        <source>请对照程序自带的 presets.toml 改正。</source>
        <translation>Mend them after the presets.toml that came with the program.</translation>
    </message>
    <message>
        <source>请对照自带模板改正，或删除该文件后重试。</source>
        <translation>Mend it after a template that came with the program, or delete it and try again.</translation>
    </message>
    <message>
        <source>请对照说明改正后重试。</source>
        <translation>Mend it after the explanation and try again.</translation>
    </message>
    <message>
        <source>请恢复程序自带的 {PLACE}。</source>
        <translation>Restore {PLACE} that came with the program.</translation>
    </message>
    <message>
        <source>请恢复程序自带的文件，或改正其中的格式错误。</source>
        <translation>Restore the file that came with the program, or mend its mistakes.</translation>
    </message>
    <message>
        <source>请恢复程序自带的模板，或另存为 .docx。</source>
        <translation>Restore the template that came with the program, or save it as .docx.</translation>
    </message>
    <message>
        <source>请打开导出审查包的目录后合并。</source>
        <translation>Open the catalogue the package came from, then merge.</translation>
    </message>
    <message>
        <source>请把整个目录文件夹复制到可写的硬盘再打开；光盘、写保护的 U 盘不能直接使用。</source>
        <translation>Copy the whole folder to a disk that can be written; optical discs and write-protected sticks do not do.</translation>
    </message>
    <message>
        <source>请把早的年份写在前面。</source>
        <translation>Put the earlier year first.</translation>
    </message>
    <message>
        <source>请按所列逐处改正后重新导入。</source>
        <translation>Mend the places listed and import again.</translation>
    </message>
    <message>
        <source>请按批次分别导出。</source>
        <translation>Export batch by batch.</translation>
    </message>
    <message>
        <source>请按清单处理后重新选择。</source>
        <translation>Mend what the list says and choose anew.</translation>
    </message>
    <message>
        <source>请按清单逐一处理后重试。</source>
        <translation>Mend them one by one and try again.</translation>
    </message>
    <message>
        <source>请换一个名称。</source>
        <translation>Take another name.</translation>
    </message>
    <message>
        <source>请换一个名称，或先移走旧的移交包。</source>
        <translation>Take another name, or move the old package away.</translation>
    </message>
    <message>
        <source>请换一个名称，或在原轮次中继续分批。</source>
        <translation>Take another name, or cut more batches in that round.</translation>
    </message>
    <message>
        <source>请换一个文件名。</source>
        <translation>Take another name.</translation>
    </message>
    <message>
        <source>请换一个文件名，以免覆盖填好的表。</source>
        <translation>Take another name, so that the filled-in sheet is not overwritten.</translation>
    </message>
    <message>
        <source>请换一个新的文件夹名。</source>
        <translation>Take a new name for the folder.</translation>
    </message>
    <message>
        <source>请换一个更长的口令。</source>
        <translation>Take a longer one.</translation>
    </message>
    <message>
        <source>请换在用的人员办理，或由管理员重新启用。</source>
        <translation>Let somebody else act, or an administrator enable it.</translation>
    </message>
    <message>
        <source>请换有权限的人员办理，或由管理员调整角色。</source>
        <translation>Let somebody who may do it, or an administrator change the roles.</translation>
    </message>
    <message>
        <source>请换用更大的载体，或在线移交。</source>
        <translation>Use a larger medium, or hand over online.</translation>
    </message>
    <message>
        <source>请提供 xlsx 或 xls 样表。</source>
        <translation>Give an example as xlsx or xls.</translation>
    </message>
    <message>
        <source>请改为 1、2 或 3。</source>
        <translation>Write 1, 2 or 3.</translation>
    </message>
    <message>
        <source>请改文件名的后缀。</source>
        <translation>Change the ending of the name.</translation>
    </message>
    <message>
        <source>请改用完整的导出件。</source>
        <translation>Use a complete dump.</translation>
    </message>
    <message>
        <source>请改用没有改动过的导出件。</source>
        <translation>Use a dump that was not altered.</translation>
    </message>
    <message>
        <source>请更换磁盘，或按载体容量分盘。</source>
        <translation>Take another disk, or split by the size of the medium.</translation>
    </message>
    <message>
        <source>请核对公文编号（export 或 search 的 document 一栏）。</source>
        <translation>Check the number of the document (column document of export or search).</translation>
    </message>
    <message>
        <source>请核对公文编号。</source>
        <translation>Check the document's number.</translation>
    </message>
    <message>
        <source>请核对公文编号和路径。</source>
        <translation>Check the document's number and the path.</translation>
    </message>
    <message>
        <source>请核对公文编号（search 或 export 的 document 一栏）。</source>
        <translation>Check the document's number (column document of search or export).</translation>
    </message>
    <message>
        <source>请核对批次编号（dishu review batch list）。</source>
        <translation>Check the batch number (dishu review batch list).</translation>
    </message>
    <message>
        <source>请核对登记表上的摘要，与接收单位确认。</source>
        <translation>Check the digest on the form with the receiver.</translation>
    </message>
    <message>
        <source>请核对组织机构代码，不含连字符。</source>
        <translation>Check the organisation code, without hyphen.</translation>
    </message>
    <message>
        <source>请核对编号（dishu review revert 不带编号即列出）。</source>
        <translation>Check the number (dishu review revert without a number lists them).</translation>
    </message>
    <message>
        <source>请检查列名是否重复、目录文件夹能否写入。</source>
        <translation>Check the column names and whether the catalogue's folder can be written.</translation>
    </message>
    <message>
        <source>请检查存放处是否可写、空间是否够，文件是否正被打开。</source>
        <translation>Check that the place can be written, has room, and the file is not open.</translation>
    </message>
    <message>
        <source>请检查存放处是否可写，文件是否正被打开。</source>
        <translation>Check that the place can be written and the file is not open.</translation>
    </message>
    <message>
        <source>请检查文件夹是否只读，或把目录复制到可写的磁盘。</source>
        <translation>Check whether the folder is read-only, or copy the catalogue to a disk that can be written.</translation>
    </message>
    <message>
        <source>请检查文件是否完整、格式是否选对。</source>
        <translation>Check that the file is whole and the format right.</translation>
    </message>
    <message>
        <source>请检查新位置是否写对。</source>
        <translation>Check the new place.</translation>
    </message>
    <message>
        <source>请检查磁盘与权限后再次执行，将从中断处继续。</source>
        <translation>Check disk and rights and do it again; it goes on where it stopped.</translation>
    </message>
    <message>
        <source>请检查磁盘后再做一次备份；目录没有被改动。</source>
        <translation>Check the disk and back up once more; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请检查磁盘空间和写权限。</source>
        <translation>Check the room on the disk and the right to write.</translation>
    </message>
    <message>
        <source>请检查磁盘空间和写权限，并确认文件没有被打开。</source>
        <translation>Check the room on the disk, the right to write, and that the file is not open.</translation>
    </message>
    <message>
        <source>请检查磁盘空间和写权限；目录没有被改动。</source>
        <translation>Check the room on the disk and the right to write; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请检查磁盘，或改用另一份备份；目录没有被改动。</source>
        <translation>Check the disk, or use another backup; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请检查移动硬盘或网络盘是否已连接。</source>
        <translation>Check that the disk or share is connected.</translation>
    </message>
    <message>
        <source>请检查移动硬盘或网络盘是否已连接；搬了位置的，请重新采集。</source>
        <translation>Check that the disk or share is connected; if it was moved, ingest again.</translation>
    </message>
    <message>
        <source>请检查移动硬盘是否接好、有没有写权限。</source>
        <translation>Check that the disk is connected and can be written.</translation>
    </message>
    <message>
        <source>请检查程序安装是否完整、内存是否充足、杀毒软件是否拦截。</source>
        <translation>Check the installation, the memory, and whether a virus scanner blocks it.</translation>
    </message>
    <message>
        <source>请检查索引号规则中的流水号位数。</source>
        <translation>Check how many digits the scheme gives to the serial number.</translation>
    </message>
    <message>
        <source>请检查路径是否写对、移动硬盘或网络盘是否已连接。</source>
        <translation>Check the path, and whether the disk or share is connected.</translation>
    </message>
    <message>
        <source>请检查路径是否写对。</source>
        <translation>Check the path.</translation>
    </message>
    <message>
        <source>请检查路径，或用“新建目录”建立一个（dishu new）。</source>
        <translation>Check the path, or make one with "New catalogue" (dishu new).</translation>
    </message>
    <message>
        <source>请清理磁盘空间后再试；原目录没有被改动。</source>
        <translation>Make room and try again; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请清理磁盘空间后再试；目录没有被改动。</source>
        <translation>Make room and try again; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请清理磁盘空间后重做这一步；之前保存的内容都在。</source>
        <translation>Make room and do the step again; everything saved before is there.</translation>
    </message>
    <message>
        <source>请照 gaps 列出的样子写，如 临政办发〔2014〕4号。</source>
        <translation>Write it as gaps lists it, such as "临政办发〔2014〕4号".</translation>
    </message>
    <message>
        <source>请照 show 或 export 里的 path 填写。</source>
        <translation>Write the path as show or export tells it.</translation>
    </message>
    <message>
        <source>请照已编号的目录核对起止档号。</source>
        <translation>Check them with the catalogue of numbered documents.</translation>
    </message>
    <message>
        <source>请用 --by 写明姓名，或在窗口左下角选择经办人。</source>
        <translation>Name somebody with --by, or choose at the lower left of the window.</translation>
    </message>
    <message>
        <source>请用 --note 写明这些号为何没有公文。</source>
        <translation>Use --note to say why these numbers have no document.</translation>
    </message>
    <message>
        <source>请用 dishu quarantine list 查看编号。</source>
        <translation>See the numbers with dishu quarantine list.</translation>
    </message>
    <message>
        <source>请用 dishu register map … --set 题名=C 指明各列。</source>
        <translation>Name the columns with dishu register map … --set "题名=C".</translation>
    </message>
    <message>
        <source>请用 dishu restore 从备份恢复。</source>
        <translation>Restore a backup with dishu restore.</translation>
    </message>
    <message>
        <source>请用 dishu restore 从备份恢复；原目录没有被改动。</source>
        <translation>Restore a backup with dishu restore; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请用 export 查看 roots，并用其中的 id。</source>
        <translation>See roots in export and use the id.</translation>
    </message>
    <message>
        <source>请用“python3 run.py --ocr …”安装，或换用带文字识别的安装包；也可以用 --ocr off 暂不识别。</source>
        <translation>Install it with "python3 run.py --ocr …" or use the package that has it; --ocr off leaves it out.</translation>
    </message>
    <message>
        <source>请用“在文件夹中显示”找到压缩包。</source>
        <translation>Find the archive with "Show in folder".</translation>
    </message>
    <message>
        <source>请用与导出时相同或更新版本的程序装入。</source>
        <translation>Load it with the version that dumped it, or a newer one.</translation>
    </message>
    <message>
        <source>请用原来的版本运行 dishu check 和 dishu repair 后再升级；目录没有被改动。</source>
        <translation>Run dishu check and dishu repair with the old version first; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请用导出时的程序版本装入，再用本版本打开，目录会自动升级。</source>
        <translation>Load it with the version that dumped it, then open it with this one, which brings it up to date.</translation>
    </message>
    <message>
        <source>请由保密审查人员办理后再审定（条例第十七条）。</source>
        <translation>The secrecy reviewer signs, then it is approved (art. 17).</translation>
    </message>
    <message>
        <source>请由另一人复核。</source>
        <translation>Let another person read it.</translation>
    </message>
    <message>
        <source>请由另一位有审定权限的人员办理。</source>
        <translation>Let another person who may approve do it.</translation>
    </message>
    <message>
        <source>请由提出人撤回，或由审定人退回。</source>
        <translation>Its proposer withdraws it, or an approver returns it.</translation>
    </message>
    <message>
        <source>请由领出人交回，或由管理员重新打开。</source>
        <translation>Who took it brings it back, or an administrator opens it again.</translation>
    </message>
    <message>
        <source>请直接审定。</source>
        <translation>Approve it.</translation>
    </message>
    <message>
        <source>请确认打开的是生成移交包的目录。</source>
        <translation>Open the catalogue that built the package.</translation>
    </message>
    <message>
        <source>请确认选对了文件夹；目录没有改动。</source>
        <translation>Check that it is the right folder; the catalogue was not changed.</translation>
    </message>
    <message>
        <source>请移走该文件夹后重试。</source>
        <translation>Move the folder away and try again.</translation>
    </message>
    <message>
        <source>请立即报告保密工作机构。</source>
        <translation>Report to your secrecy office at once.</translation>
    </message>
    <message>
        <source>请立即报告本单位保密工作机构；涉密条目应另册登记，不得存入本机。</source>
        <translation>Report to your secrecy office at once; classified entries belong in a register of their own and not on this computer.</translation>
    </message>
    <message>
        <source>请等他交回，或换一批。</source>
        <translation>Wait until it is back, or take another batch.</translation>
    </message>
    <message>
        <source>请给保存的检索起一个名称。</source>
        <translation>Give the search a name.</translation>
    </message>
    <message>
        <source>请给出两个以上不同的公文编号。</source>
        <translation>Give the numbers of two or more documents.</translation>
    </message>
    <message>
        <source>请联系管理员授予读取权限。</source>
        <translation>Ask the administrator for the right to read it.</translation>
    </message>
    <message>
        <source>请至少写明一种角色。</source>
        <translation>Give at least one role.</translation>
    </message>
    <message>
        <source>请至少选一份。</source>
        <translation>Choose at least one.</translation>
    </message>
    <message>
        <source>请起一个名称，例如“2025 年定期审查”。</source>
        <translation>Give it one, such as "Regular review 2025".</translation>
    </message>
    <message>
        <source>请转告制作机关（条例第十条）。</source>
        <translation>Pass it to the body that made it (art. 10).</translation>
    </message>
    <message>
        <source>请退回，由初审人重新查看后再送审。</source>
        <translation>Return it; the reviewer looks again and proposes anew.</translation>
    </message>
    <message>
        <source>请选择 dishu dump 做出的整个文件夹。</source>
        <translation>Choose the whole folder that dishu dump made.</translation>
    </message>
    <message>
        <source>请选择主动公开、依申请公开或不予公开；拿不准的请用“存疑”。</source>
        <translation>Choose public, on request or withheld; mark as doubtful what you are not sure of.</translation>
    </message>
    <message>
        <source>请选择含有 catalogue.db 的底数目录文件夹。</source>
        <translation>Choose the folder that holds catalogue.db.</translation>
    </message>
    <message>
        <source>请选择对应的模板，或先建立列对照。</source>
        <translation>Choose its template, or assign the columns first.</translation>
    </message>
    <message>
        <source>请选择接收或退回。</source>
        <translation>Choose to accept or to return.</translation>
    </message>
    <message>
        <source>请选择文件所在的文件夹。</source>
        <translation>Choose the folder the files lie in.</translation>
    </message>
    <message>
        <source>请选择模板支持的格式。</source>
        <translation>Choose a format of the template.</translation>
    </message>
    <message>
        <source>请选择由本程序建立的目录文件夹。</source>
        <translation>Choose a catalogue folder that this program made.</translation>
    </message>
    <message>
        <source>请选择移交包所在的文件夹。</source>
        <translation>Choose the folder of the package.</translation>
    </message>
    <message>
        <source>请逐件查看后自行认定。</source>
        <translation>Look at each document and decide.</translation>
    </message>
    <message>
        <source>请重新办理。</source>
        <translation>Do it anew.</translation>
    </message>
    <message>
        <source>请重新复制或重新导出。</source>
        <translation>Copy or export it again.</translation>
    </message>
    <message>
        <source>请重新导出；不要删改导出件里的文件。</source>
        <translation>Dump again; take nothing out of it.</translation>
    </message>
    <message>
        <source>请重新查看后再决定。</source>
        <translation>Look again, then decide.</translation>
    </message>
    <message>
        <source>请重新输入；连续输错五次将锁定一刻钟。</source>
        <translation>Type it again; five wrong ones in a row lock for a quarter of an hour.</translation>
    </message>
    <message>
        <source>请重新预览后再改定。</source>
        <translation>Look at the preview again, then correct.</translation>
    </message>
    <message>
        <source>请领取另一批。</source>
        <translation>Take another batch.</translation>
    </message>
    <message>
        <source>读不到这个文件。</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>读取文件的工作进程无法启动。</source>
        <translation>The process that reads files could not be started.</translation>
    </message>
    <message>
        <source>读取时文件已被移走或删除。请确认后重新采集。</source>
        <translation>The file was moved or deleted while it was read. Check, then ingest again.</translation>
    </message>
    <message>
        <source>读取结果过大，超过内存限额，请拆分后再读取。</source>
        <translation>What was read is too large; split it first.</translation>
    </message>
    <message>
        <source>读取该文件所需内存超过限额，请单独转换或拆分后再读取。</source>
        <translation>Reading it takes more memory than allowed; convert or split it first.</translation>
    </message>
    <message>
        <source>读取过程中文件被修改。请待修改完成后重新采集。</source>
        <translation>The file was changed while it was read. Ingest again when that is done.</translation>
    </message>
    <message>
        <source>起止档号不在已编号的文件中，或次序颠倒。</source>
        <translation>The codes are not among the numbered ones, or in the wrong order.</translation>
    </message>
    <message>
        <source>还有 {open} 处敏感内容未列入遮盖清单，不能定为主动公开。</source>
        <translation>{open} sensitive places are not covered yet; it cannot be made public.</translation>
    </message>
    <message>
        <source>还没有设置全宗号。</source>
        <translation>There is no fonds code yet.</translation>
    </message>
    <message>
        <source>还没有选择经办人。</source>
        <translation>Nobody was chosen as acting.</translation>
    </message>
    <message>
        <source>这一批不在你手里，不能交回。</source>
        <translation>This batch is not yours to bring back.</translation>
    </message>
    <message>
        <source>这一批已经完成。</source>
        <translation>This batch is completed.</translation>
    </message>
    <message>
        <source>这一批已领出或已完成，不能改派。</source>
        <translation>This batch is taken or completed and cannot be given to somebody else.</translation>
    </message>
    <message>
        <source>这一批操作已经撤销过。</source>
        <translation>This job was reverted already.</translation>
    </message>
    <message>
        <source>这一批没有领出，也没有完成。</source>
        <translation>This batch is neither taken nor completed.</translation>
    </message>
    <message>
        <source>这一批由“{assignee}”办理。</source>
        <translation>This batch is with "{assignee}".</translation>
    </message>
    <message>
        <source>这不是底数的目录文件。</source>
        <translation>This is no catalogue of Dishu.</translation>
    </message>
    <message>
        <source>这个文件在压缩包里，不能直接打开。</source>
        <translation>This file lies in an archive and cannot be opened by itself.</translation>
    </message>
    <message>
        <source>这个目录不是由审查包建立的。</source>
        <translation>This catalogue was not made from a package.</translation>
    </message>
    <message>
        <source>这个目录由更新版本的底数建立，本版本不能打开。</source>
        <translation>A newer version of Dishu made this catalogue; this one cannot open it.</translation>
    </message>
    <message>
        <source>这件公文只有这一个文件，不能再拆。</source>
        <translation>This is the only file of the document; it cannot be split off.</translation>
    </message>
    <message>
        <source>这件公文里没有这个文件。</source>
        <translation>This document has no such file.</translation>
    </message>
    <message>
        <source>这份公文不在抽样之内。</source>
        <translation>This document is not in the sample.</translation>
    </message>
    <message>
        <source>这份公文不待保密审查。</source>
        <translation>This document does not wait for a secrecy review.</translation>
    </message>
    <message>
        <source>这份公文已有待审定的建议。</source>
        <translation>A proposal for this document waits already.</translation>
    </message>
    <message>
        <source>这份公文已由“{name}”领出。</source>
        <translation>"{name}" has taken this document.</translation>
    </message>
    <message>
        <source>这份公文已经复核过。</source>
        <translation>This document was read again already.</translation>
    </message>
    <message>
        <source>这份公文已送审或已审定，不能标记存疑。</source>
        <translation>This document was sent for approval or determined; it cannot be marked doubtful.</translation>
    </message>
    <message>
        <source>这份公文没有待审定的建议。</source>
        <translation>Nothing of this document waits for approval.</translation>
    </message>
    <message>
        <source>这份公文由其他机关制作，本机关不认定其公开属性。</source>
        <translation>Another body made this document; our office does not decide its attribute.</translation>
    </message>
    <message>
        <source>这份公文还没有审查结论。</source>
        <translation>Nothing was decided on this document yet.</translation>
    </message>
    <message>
        <source>这份公文须先经保密审查。</source>
        <translation>This document needs a secrecy review first.</translation>
    </message>
    <message>
        <source>这份审查结果属于另一个目录。</source>
        <translation>These decisions belong to another catalogue.</translation>
    </message>
    <message>
        <source>这份文件不属于政府信息公开条例的适用范围。</source>
        <translation>The regulations do not apply to this file.</translation>
    </message>
    <message>
        <source>这台电脑上没有生成 PDF 所需的窗口组件。</source>
        <translation>This computer lacks the window parts that make a PDF.</translation>
    </message>
    <message>
        <source>这批移交的状态不允许此操作。</source>
        <translation>The transfer is not in the state for this.</translation>
    </message>
    <message>
        <source>这种格式没有页面图像，不能做文字识别。</source>
        <translation>This format has no pictures of pages, so no text can be recognised.</translation>
    </message>
    <message>
        <source>选“其他”时必须写明原因。</source>
        <translation>"Other" needs a reason.</translation>
    </message>
    <message>
        <source>通常为 30 至 45 分钟。</source>
        <translation>Usually 30 to 45 minutes.</translation>
    </message>
    <message>
        <source>重新打开必须写明理由。</source>
        <translation>Opening again needs a reason.</translation>
    </message>
    <message>
        <source>隔离清单里没有第 {quarantine_id} 号。</source>
        <translation>There is no number {quarantine_id} in quarantine.</translation>
    </message>
    <message>
        <source>需要再看时请先重新打开。</source>
        <translation>Open it again to look at it once more.</translation>
    </message>
    <message>
        <source>验收抽样必须是简单随机抽样。</source>
        <translation>An acceptance sample is drawn at random.</translation>
    </message>
    <message>
        <source>没有编号以“{start}”开头的检索记录。</source>
        <translation>No kept search has a number that begins with "{start}".</translation>
    </message>
    <message>
        <source>有几条检索记录的编号以“{start}”开头。</source>
        <translation>Several kept searches have a number that begins with "{start}".</translation>
    </message>
    <message>
        <source>{state}，检索可能不全，不能作为信息不存在的依据。</source>
        <translation>{state}: a search may miss something and cannot show that information does not exist.</translation>
    </message>
    <message>
        <source>“{series}”不是发文字号的代字。</source>
        <translation>"{series}" is not the code of a document number.</translation>
    </message>
    <message>
        <source>“{name}”不止一件。</source>
        <translation>"{name}" is more than one document.</translation>
    </message>
    <message>
        <source>“{name}”是唯一的管理员{more}。</source>
        <translation>"{name}" is the only administrator{more}.</translation>
    </message>
    <message>
        <source>“{folder}”现在是空的，而上次里面有 {count} 个文件。</source>
        <translation>"{folder}" is empty now; last time it held {count} files.</translation>
    </message>
    <message>
        <source>“{name}”的第一个口令要由别人当面给。</source>
        <translation>The first PIN of "{name}" is given by somebody else, face to face.</translation>
    </message>
    <message>
        <source>“{name}”还没有口令，不能证明身份。</source>
        <translation>"{name}" has no PIN yet and cannot prove who that is.</translation>
    </message>
    <message>
        <source>“{folder}”里的目录文件已移到一旁，上次恢复备份没有做完。</source>
        <translation>The catalogue file in "{folder}" was set aside; the last restoring of a backup was not finished.</translation>
    </message>
    <message>
        <source>一次性口令不能给自己。</source>
        <translation>Nobody gives a one-time PIN to himself.</translation>
    </message>
    <message>
        <source>代字是年份前面的部分：临政办发〔2014〕4号的代字是 临政办发。</source>
        <translation>The code is what stands before the year.</translation>
    </message>
    <message>
        <source>口令只能由本人设置。</source>
        <translation>Only its owner sets a PIN.</translation>
    </message>
    <message>
        <source>导出件的说明文件（manifest.json）被改动。</source>
        <translation>The list of the export (manifest.json) was altered.</translation>
    </message>
    <message>
        <source>导出件里的内容不是本程序写出的。</source>
        <translation>What is in the export was not written by this program.</translation>
    </message>
    <message>
        <source>文字识别（OCR）组件的模型与本程序不配套。</source>
        <translation>The models of text recognition (OCR) do not go with this program.</translation>
    </message>
    <message>
        <source>新口令与原口令相同。</source>
        <translation>The new PIN is the old one.</translation>
    </message>
    <message>
        <source>有 {count} 批的编号以“{start}”开头。</source>
        <translation>The numbers of {count} batches begin with "{start}".</translation>
    </message>
    <message>
        <source>没有口令或忘了口令的，请管理员给一个一次性口令。</source>
        <translation>Without a PIN, or having forgotten it, ask an administrator for a one-time PIN.</translation>
    </message>
    <message>
        <source>没有安装界面组件，打不开窗口。</source>
        <translation>The parts for a window are not installed; it cannot be opened.</translation>
    </message>
    <message>
        <source>目录里没有公文“{name}”。</source>
        <translation>The catalogue has no document "{name}".</translation>
    </message>
    <message>
        <source>网络盘或移动硬盘可能没有接上：接上后再采集，这些文件没有记为消失。确实清空了的，请在里面放一个说明文件，再采集一次。</source>
        <translation>A network or removable disk may not be connected: connect it and take in again; these files were not noted as vanished. If the folder was really emptied, put a note file into it and take in once more.</translation>
    </message>
    <message>
        <source>自己的口令请用“设置口令”更换。</source>
        <translation>Change your own PIN with "Set PIN".</translation>
    </message>
    <message>
        <source>请先在“公文”页重建全文索引，或运行 dishu reindex，完成后再检索留证。</source>
        <translation>Rebuild the full-text index in "Documents" or run dishu reindex first, then keep the search as evidence.</translation>
    </message>
    <message>
        <source>请先在“设置—人员”中换成自己的口令（dishu people pin）。</source>
        <translation>First replace it by a PIN of your own in "Settings – People" (dishu people pin).</translation>
    </message>
    <message>
        <source>请先添加另一名管理员，并给他口令。</source>
        <translation>First add another administrator and give him a PIN.</translation>
    </message>
    <message>
        <source>请先设置自己的口令，或换有口令的管理员办理。</source>
        <translation>Set your own PIN first, or let an administrator who has one do it.</translation>
    </message>
    <message>
        <source>请再运行一次 dishu restore；或者把“{folder}”里的文件移回来，恢复到那之前的样子。</source>
        <translation>Run dishu restore again; or move the files in "{folder}" back, and all is as it was before.</translation>
    </message>
    <message>
        <source>请写公文编号（前几位即可，见 search）或完整的文号。</source>
        <translation>Give the document's number in the catalogue (its first characters will do, see search) or its whole document number.</translation>
    </message>
    <message>
        <source>请写公文编号：{numbers}{more}。</source>
        <translation>Give the document's number in the catalogue: {numbers}{more}.</translation>
    </message>
    <message>
        <source>请在桌面上运行；命令行可以照常使用：dishu --help</source>
        <translation>Run it on a desktop; the command line works as ever: dishu --help</translation>
    </message>
    <message>
        <source>请多写几位。</source>
        <translation>Give some more characters.</translation>
    </message>
    <message>
        <source>请安装 requirements/ocr.lock 中写明的版本。</source>
        <translation>Install the versions that requirements/ocr.lock names.</translation>
    </message>
    <message>
        <source>请换一个口令。</source>
        <translation>Choose another PIN.</translation>
    </message>
    <message>
        <source>请用 dishu searches evidence 查看编号。</source>
        <translation>dishu searches evidence shows the numbers.</translation>
    </message>
    <message>
        <source>请用 python3 run.py 安装；命令行可以照常使用：dishu --help</source>
        <translation>Install with python3 run.py; the command line works as ever: dishu --help</translation>
    </message>
    <message>
        <source>请管理员（没有管理员时请另一位有口令的人）给一个一次性口令，再换成自己的。</source>
        <translation>Ask an administrator (without one, somebody else who has a PIN) for a one-time PIN, then replace it by your own.</translation>
    </message>
    <message>
        <source>这是别人给的一次性口令，不能用来签署。</source>
        <translation>This is a one-time PIN given by somebody else; it signs nothing.</translation>
    </message>
    <message>
        <source>这里没有图形桌面，打不开窗口。</source>
        <translation>There is no desktop here; the window cannot be opened.</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>2004年以前</source>
        <translation>Until 2004</translation>
    </message>
    <message>
        <source>2004年以前（有条件的）</source>
        <translation>Until 2004 (where possible)</translation>
    </message>
    <message>
        <source>2005—2007年</source>
        <translation>2005–2007</translation>
    </message>
    <message>
        <source>2008—2015年</source>
        <translation>2008–2015</translation>
    </message>
    <message>
        <source>2016年以后</source>
        <translation>Since 2016</translation>
    </message>
    <message>
        <source>2016年以来</source>
        <translation>Since 2016</translation>
    </message>
    <message>
        <source>{first}—无主题词</source>
        <translation>{first}–no subject word</translation>
    </message>
    <message>
        <source>{first}—无发文机关</source>
        <translation>{first}–no issuing body</translation>
    </message>
    <message>
        <source>{first}—无日期</source>
        <translation>{first}–undated</translation>
    </message>
    <message>
        <source>{months}个月内到期</source>
        <translation>Expiring within {months} months</translation>
    </message>
    <message>
        <source>{name}“{value}”不在值域内</source>
        <translation>{name}: "{value}" is out of range</translation>
    </message>
    <message>
        <source>{name}“{value}”不是整数</source>
        <translation>{name}: "{value}" is no whole number</translation>
    </message>
    <message>
        <source>{name}含有特殊字符 {marks}</source>
        <translation>{name} has special characters {marks}</translation>
    </message>
    <message>
        <source>{name}长度 {length} 超过 {most}</source>
        <translation>{name}: length {length} is more than {most}</translation>
    </message>
    <message>
        <source>{office}　截至 {day}：本机关认定范围内 {ours} 件，已认定 {done} 件，在办或未审 {waiting} 件。</source>
        <translation>{office}, {day}: {ours} documents for us to decide, {done} decided, {waiting} open or under way.</translation>
    </message>
    <message>
        <source>{office}：缺号 {missing} 个，其中未说明原因 {unexplained} 个；重号 {doubles} 个；引用而未见 {cited} 个；登记簿未登记 {unregistered} 件。</source>
        <translation>{office}: {missing} numbers missing, {unexplained} of them unexplained; {doubles} used twice; {cited} cited but not held; {unregistered} not in a register.</translation>
    </message>
    <message>
        <source>{source} {listed} 条，对上 {matched} 条。对上只说明公开事实，属性须经复审认定。</source>
        <translation>{source}: {listed} entries, {matched} matched. A match shows publication only; the attribute is decided in review.</translation>
    </message>
    <message>
        <source>{year}年度。行政规范性文件：上年现行有效 {before} ＋ 本年制发 {made} － 本年废止（失效）{ended} ＝ 现行有效 {now}。</source>
        <translation>{year}. Normative documents: {before} in force the year before + {made} made − {ended} repealed or expired = {now} in force.</translation>
    </message>
    <message>
        <source>一文一档 DETAIL 表（浦东）</source>
        <translation>One-document DETAIL table (Pudong)</translation>
    </message>
    <message>
        <source>一文一档 FILE 表（浦东）</source>
        <translation>One-document FILE table (Pudong)</translation>
    </message>
    <message>
        <source>一级事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>上海公文备案索引号</source>
        <translation>Shanghai filing index</translation>
    </message>
    <message>
        <source>上海市公文备案</source>
        <translation>filing of documents, Shanghai</translation>
    </message>
    <message>
        <source>上海浦东</source>
        <translation>Pudong, Shanghai</translation>
    </message>
    <message>
        <source>不是 DA/T 93-2022 或档发〔2012〕7号结构的移交包</source>
        <translation>Not a package of DA/T 93-2022 or of the 2012 measures</translation>
    </message>
    <message>
        <source>不是规定的文件夹</source>
        <translation>not one of the prescribed folders</translation>
    </message>
    <message>
        <source>主动公开未发布</source>
        <translation>Public, not published</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>主题分类</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>主题统计</source>
        <translation>Counts by theme</translation>
    </message>
    <message>
        <source>事项 {matters} 项，其中 {missing} 项没有文件；归入文件 {files} 件，归入只按标题用语，须人工核对。</source>
        <translation>{matters} matters, {missing} without files; {files} files assigned by words of their titles only, to be checked by a person.</translation>
    </message>
    <message>
        <source>二级事项</source>
        <translation>Sub-matter</translation>
    </message>
    <message>
        <source>以修改后文本为准</source>
        <translation>The amended text applies</translation>
    </message>
    <message>
        <source>信息</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>信息包一致性</source>
        <translation>Package is as it was made</translation>
    </message>
    <message>
        <source>信息包中元数据可读性</source>
        <translation>Metadata of the package can be read</translation>
    </message>
    <message>
        <source>信息包中内容数据格式合规性</source>
        <translation>File formats of the package are accepted</translation>
    </message>
    <message>
        <source>信息包元数据完整性</source>
        <translation>Metadata of the package are complete</translation>
    </message>
    <message>
        <source>信息包内容数据完整性</source>
        <translation>Contents of the package are complete</translation>
    </message>
    <message>
        <source>信息包目录结构规范性</source>
        <translation>Folders of the package follow the rule</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Amended</translation>
    </message>
    <message>
        <source>元数据关联的文件不存在</source>
        <translation>the linked file is not there</translation>
    </message>
    <message>
        <source>元数据必填著录项目</source>
        <translation>Required metadata are filled in</translation>
    </message>
    <message>
        <source>元数据是否关联内容数据</source>
        <translation>Metadata are linked to contents</translation>
    </message>
    <message>
        <source>元数据的结构不是本程序所附，请按对应标准核对</source>
        <translation>The metadata follow a structure unknown here; check them against their standard</translation>
    </message>
    <message>
        <source>元数据记载 {size} 字节，实为 {actual} 字节</source>
        <translation>metadata say {size} bytes, there are {actual}</translation>
    </message>
    <message>
        <source>元数据项完整性</source>
        <translation>Metadata elements are complete</translation>
    </message>
    <message>
        <source>元数据项数据值合理性</source>
        <translation>Metadata values are plausible</translation>
    </message>
    <message>
        <source>元数据项数据包含特殊字符</source>
        <translation>Special characters in metadata</translation>
    </message>
    <message>
        <source>元数据项数据类型、格式</source>
        <translation>Type and format of metadata values</translation>
    </message>
    <message>
        <source>元数据项数据重复性</source>
        <translation>Repeated metadata values</translation>
    </message>
    <message>
        <source>元数据项数据长度</source>
        <translation>Length of metadata values</translation>
    </message>
    <message>
        <source>光盘合格性</source>
        <translation>Optical disc is sound</translation>
    </message>
    <message>
        <source>公开主体</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>公开依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>公开内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>公开对象</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>公开层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>公开方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>公开时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>公开渠道和载体</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>公开网址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>公文备案</source>
        <translation>Filing</translation>
    </message>
    <message>
        <source>共 {found} 条。</source>
        <translation>{found} entries.</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>内容不是 {kind} 文件</source>
        <translation>the contents are no {kind} file</translation>
    </message>
    <message>
        <source>内容数据加密</source>
        <translation>No encrypted contents</translation>
    </message>
    <message>
        <source>内容数据压缩</source>
        <translation>No compressed contents</translation>
    </message>
    <message>
        <source>内容数据可读性</source>
        <translation>Contents can be read</translation>
    </message>
    <message>
        <source>内容数据完整性</source>
        <translation>Contents are complete</translation>
    </message>
    <message>
        <source>内容数据格式</source>
        <translation>File formats</translation>
    </message>
    <message>
        <source>内容数据的电子属性一致性</source>
        <translation>Properties of the files as recorded</translation>
    </message>
    <message>
        <source>内容概述</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>写明 {stated} 件，目录有 {listed} 条</source>
        <translation>{stated} items stated, {listed} listed</translation>
    </message>
    <message>
        <source>写明 {stated} 字节，实为 {actual} 字节</source>
        <translation>{stated} bytes stated, {actual} found</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>列入废止目录</source>
        <translation>List as repealed</translation>
    </message>
    <message>
        <source>到期失效</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Expires on</translation>
    </message>
    <message>
        <source>制定机关</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>加工单位常用</source>
        <translation>as scanning firms use it</translation>
    </message>
    <message>
        <source>包内没有元数据文件</source>
        <translation>no metadata file in the package</translation>
    </message>
    <message>
        <source>包内没有摘要清单</source>
        <translation>No list of digests in the package</translation>
    </message>
    <message>
        <source>包内没有数字摘要，电子签名请人工核验</source>
        <translation>No digests in the package; verify signatures by hand</translation>
    </message>
    <message>
        <source>包内没有目录文件</source>
        <translation>no catalogue file in the package</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>Expiring</translation>
    </message>
    <message>
        <source>卷内目录</source>
        <translation>Contents of a volume</translation>
    </message>
    <message>
        <source>压缩文件应解压后移交</source>
        <translation>unpack before handing over</translation>
    </message>
    <message>
        <source>原属性</source>
        <translation>Attribute before</translation>
    </message>
    <message>
        <source>发布机构</source>
        <translation>Published by</translation>
    </message>
    <message>
        <source>发文单位</source>
        <translation>Issuing body</translation>
    </message>
    <message>
        <source>只见纸质</source>
        <translation>On paper only</translation>
    </message>
    <message>
        <source>台账 {listed} 条，涉及 {groups} 项信息。建议须经复审认定，申请人信息不读入。</source>
        <translation>{listed} requests for {groups} pieces of information. Suggestions are decided in review; applicants are not read.</translation>
    </message>
    <message>
        <source>各事项缺口</source>
        <translation>Gaps by matter</translation>
    </message>
    <message>
        <source>各时段</source>
        <translation>Periods</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>sound</translation>
    </message>
    <message>
        <source>同一信息有 {times} 次申请</source>
        <translation>requested {times} times</translation>
    </message>
    <message>
        <source>后文</source>
        <translation>Later document</translation>
    </message>
    <message>
        <source>后文日期</source>
        <translation>Its date</translation>
    </message>
    <message>
        <source>固化信息有效性</source>
        <translation>Fixity information is valid</translation>
    </message>
    <message>
        <source>在册</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>备案 {pairs} 件，校验合格 {good} 件。</source>
        <translation>{pairs} filed, {good} sound.</translation>
    </message>
    <message>
        <source>备案校验</source>
        <translation>Check of filing</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>多次申请</source>
        <translation>Requested repeatedly</translation>
    </message>
    <message>
        <source>失效</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>宣布失效</source>
        <translation>Declare expired</translation>
    </message>
    <message>
        <source>对上依据</source>
        <translation>Matched by</translation>
    </message>
    <message>
        <source>已依申请提供，可以广泛知晓的应转为主动公开</source>
        <translation>given on request; to be published if fit for the public</translation>
    </message>
    <message>
        <source>已列文件</source>
        <translation>Files listed</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>已发布但属性不是主动公开</source>
        <translation>Published, not public</translation>
    </message>
    <message>
        <source>已发布未在册</source>
        <translation>Published, not held</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>已废止</source>
        <translation>Repealed</translation>
    </message>
    <message>
        <source>已移交</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>已移交政府信息可公开部分目录</source>
        <translation>Public part of what was handed over</translation>
    </message>
    <message>
        <source>已识别</source>
        <translation>Recognised</translation>
    </message>
    <message>
        <source>已说明原因</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>已转为主动公开</source>
        <translation>Published since</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>年度“{value}”不是四位数字</source>
        <translation>year "{value}" has not four digits</translation>
    </message>
    <message>
        <source>废止</source>
        <translation>Repealed</translation>
    </message>
    <message>
        <source>废止和失效</source>
        <translation>Repealed and expired</translation>
    </message>
    <message>
        <source>建议转为主动公开</source>
        <translation>Suggested to publish</translation>
    </message>
    <message>
        <source>引用的公文数</source>
        <translation>Cited by</translation>
    </message>
    <message>
        <source>引用而未见</source>
        <translation>Cited, not held</translation>
    </message>
    <message>
        <source>归档文件目录（DA/T 22-2000）</source>
        <translation>Catalogue of filed documents (DA/T 22-2000)</translation>
    </message>
    <message>
        <source>归档文件目录（DA/T 22-2015）</source>
        <translation>Catalogue of filed documents (DA/T 22-2015)</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>待认定</source>
        <translation>To be determined</translation>
    </message>
    <message>
        <source>必填项“{name}”为空</source>
        <translation>required "{name}" is empty</translation>
    </message>
    <message>
        <source>总件数相符性</source>
        <translation>Number of items agrees</translation>
    </message>
    <message>
        <source>总字节数相符性</source>
        <translation>Number of bytes agrees</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>截至 {day}，疑为行政规范性文件 {found} 件。状态由文本所载依据得出，须由制定机关认定。</source>
        <translation>{day}: {found} documents are probably normative. Their state follows from the texts; their maker has to determine it.</translation>
    </message>
    <message>
        <source>按全宗号的内部索引号</source>
        <translation>Own index by fonds code</translation>
    </message>
    <message>
        <source>按公开属性</source>
        <translation>By attribute</translation>
    </message>
    <message>
        <source>按时段</source>
        <translation>By period</translation>
    </message>
    <message>
        <source>按机构</source>
        <translation>By body</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>摘要不符（{names}）</source>
        <translation>the digest differs ({names})</translation>
    </message>
    <message>
        <source>操作过程安全性</source>
        <translation>Handling was safe</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>数字化加工著录表（常用导入格式）</source>
        <translation>Description sheet of scanning firms</translation>
    </message>
    <message>
        <source>数字摘要不符（{names}）</source>
        <translation>the digest differs ({names})</translation>
    </message>
    <message>
        <source>文中写明“{value}”</source>
        <translation>the text says "{value}"</translation>
    </message>
    <message>
        <source>文中和清单所载</source>
        <translation>As stated in texts and lists</translation>
    </message>
    <message>
        <source>文件为空</source>
        <translation>the file is empty</translation>
    </message>
    <message>
        <source>文件已加密</source>
        <translation>the file is encrypted</translation>
    </message>
    <message>
        <source>文件归入</source>
        <translation>Files assigned</translation>
    </message>
    <message>
        <source>文件未列入（全部）清单</source>
        <translation>not in (every) list</translation>
    </message>
    <message>
        <source>文件目录.XML（档发〔2012〕7号）</source>
        <translation>File catalogue XML (measures of 2012)</translation>
    </message>
    <message>
        <source>文件级著录表（DA/T 18-2022）</source>
        <translation>File-level description (DA/T 18-2022)</translation>
    </message>
    <message>
        <source>文件组合类型为组合文件，只有一个文件</source>
        <translation>said to be a compound record, but has one file</translation>
    </message>
    <message>
        <source>文件过大，未读取</source>
        <translation>too large, was not read</translation>
    </message>
    <message>
        <source>文号不一致</source>
        <translation>Numbers differ</translation>
    </message>
    <message>
        <source>文号与责任者重复</source>
        <translation>number and creator occur twice</translation>
    </message>
    <message>
        <source>文号和标题</source>
        <translation>number and title</translation>
    </message>
    <message>
        <source>文面标注“{value}”</source>
        <translation>marked "{value}"</translation>
    </message>
    <message>
        <source>无主题词</source>
        <translation>no subject word</translation>
    </message>
    <message>
        <source>无发文机关</source>
        <translation>no issuing body</translation>
    </message>
    <message>
        <source>无在册</source>
        <translation>None held</translation>
    </message>
    <message>
        <source>无日期</source>
        <translation>undated</translation>
    </message>
    <message>
        <source>无法读取（{reason}）</source>
        <translation>cannot be read ({reason})</translation>
    </message>
    <message>
        <source>日期“{value}”不合理</source>
        <translation>date "{value}" is not plausible</translation>
    </message>
    <message>
        <source>日期“{value}”不存在或格式不符</source>
        <translation>date "{value}" does not exist or is written wrongly</translation>
    </message>
    <message>
        <source>日期不一致</source>
        <translation>Dates differ</translation>
    </message>
    <message>
        <source>日期不明</source>
        <translation>Date unknown</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>是操作系统的附属文件</source>
        <translation>a by-product of the operating system</translation>
    </message>
    <message>
        <source>替代关系</source>
        <translation>Replacements</translation>
    </message>
    <message>
        <source>替代关系图</source>
        <translation>Drawing of replacements</translation>
    </message>
    <message>
        <source>有 {missing} 个缺号未说明原因。</source>
        <translation>{missing} missing numbers have no reason yet.</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>有效性</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>有电子文件</source>
        <translation>With files</translation>
    </message>
    <message>
        <source>未关联任何内容数据</source>
        <translation>linked to no contents</translation>
    </message>
    <message>
        <source>未写有效期，成文已超过 {most} 年</source>
        <translation>no term stated, older than {most} years</translation>
    </message>
    <message>
        <source>未列入：{number}，名称含敏感信息，请人工处理后再列。</source>
        <translation>Left out: {number}, its title is sensitive; list it after editing.</translation>
    </message>
    <message>
        <source>未在册</source>
        <translation>not held</translation>
    </message>
    <message>
        <source>未见废止或失效的依据</source>
        <translation>no sign of repeal or expiry</translation>
    </message>
    <message>
        <source>本底数所载</source>
        <translation>Held as</translation>
    </message>
    <message>
        <source>本机不能计算 {names}，未核对</source>
        <translation>{names} cannot be computed here and was not compared</translation>
    </message>
    <message>
        <source>本机关文号</source>
        <translation>Our number</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>机构统计</source>
        <translation>Counts by body</translation>
    </message>
    <message>
        <source>标准目录（合并）</source>
        <translation>Standard catalogue (merged)</translation>
    </message>
    <message>
        <source>标题不一致</source>
        <translation>Titles differ</translation>
    </message>
    <message>
        <source>标题含“{word}”</source>
        <translation>the title has "{word}"</translation>
    </message>
    <message>
        <source>标题相近</source>
        <translation>similar title</translation>
    </message>
    <message>
        <source>校验</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>核对了数字摘要（见 1-14）；电子签名、印章和时间戳未核验</source>
        <translation>Digests were compared (see 1-14); signatures, seals and time stamps were not verified</translation>
    </message>
    <message>
        <source>核对汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>根目录没有目录文件</source>
        <translation>no catalogue file at the top</translation>
    </message>
    <message>
        <source>格式“{kind}”不在接收范围内</source>
        <translation>format "{kind}" is not accepted</translation>
    </message>
    <message>
        <source>案卷目录</source>
        <translation>Catalogue of volumes</translation>
    </message>
    <message>
        <source>档号不符合 DA/T 22、DA/T 13 的结构</source>
        <translation>the code does not follow DA/T 22 or DA/T 13</translation>
    </message>
    <message>
        <source>档号年度 {code} 与日期年份 {year} 不同</source>
        <translation>year {code} of the code differs from year {year} of the date</translation>
    </message>
    <message>
        <source>档号规范性</source>
        <translation>Archival codes follow the rule</translation>
    </message>
    <message>
        <source>档号重复</source>
        <translation>archival code is used twice</translation>
    </message>
    <message>
        <source>没有业务实体</source>
        <translation>no process entities</translation>
    </message>
    <message>
        <source>没有公文的年份</source>
        <translation>Years without documents</translation>
    </message>
    <message>
        <source>没有单独的元数据文件，请确认元数据是否随封装包移交</source>
        <translation>No metadata file of its own; confirm that the metadata come inside the encapsulated packages</translation>
    </message>
    <message>
        <source>没有存放电子档案的文件夹</source>
        <translation>no folder with the records</translation>
    </message>
    <message>
        <source>没有文件</source>
        <translation>no files</translation>
    </message>
    <message>
        <source>没有档案目录</source>
        <translation>No catalogue</translation>
    </message>
    <message>
        <source>浙江索引号（机构代码/年-流水号）</source>
        <translation>Zhejiang index (code/year-number)</translation>
    </message>
    <message>
        <source>清单列出但文件不存在</source>
        <translation>listed, but not there</translation>
    </message>
    <message>
        <source>清单或元数据列出但文件不存在</source>
        <translation>listed or described, but not there</translation>
    </message>
    <message>
        <source>清单未列出</source>
        <translation>not in the list</translation>
    </message>
    <message>
        <source>清理建议</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>清理汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>现属性</source>
        <translation>Attribute now</translation>
    </message>
    <message>
        <source>生成日期</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>由制定机关认定</source>
        <translation>For its maker to determine</translation>
    </message>
    <message>
        <source>由接收系统入库后检测</source>
        <translation>Checked by the receiving system</translation>
    </message>
    <message>
        <source>申请内容</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>申请次数</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation>Request number</translation>
    </message>
    <message>
        <source>电子档案移交与接收办法</source>
        <translation>measures on transfer of electronic records</translation>
    </message>
    <message>
        <source>病毒感染</source>
        <translation>Viruses</translation>
    </message>
    <message>
        <source>登记件数</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>目录 {listed} 条，元数据 {described} 份</source>
        <translation>{listed} listed, {described} described</translation>
    </message>
    <message>
        <source>目录文件.XML（DA/T 93-2022）</source>
        <translation>Catalogue file XML (DA/T 93-2022)</translation>
    </message>
    <message>
        <source>目录条目的项目或次序不符</source>
        <translation>elements or order of the entry differ</translation>
    </message>
    <message>
        <source>目录行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>目标数据库中元数据可访问性</source>
        <translation>Metadata can be reached in the target system</translation>
    </message>
    <message>
        <source>目标日期</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>移交目录公布</source>
        <translation>publication of transfer catalogues</translation>
    </message>
    <message>
        <source>移交范围</source>
        <translation>Scope of the transfer</translation>
    </message>
    <message>
        <source>立卷（2000年以前）</source>
        <translation>volumes (before 2000)</translation>
    </message>
    <message>
        <source>第{line}行不符合 {schema}</source>
        <translation>line {line} does not follow {schema}</translation>
    </message>
    <message>
        <source>系统环境与杀毒软件</source>
        <translation>System and antivirus software</translation>
    </message>
    <message>
        <source>索引</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>继续有效</source>
        <translation>Stays in force</translation>
    </message>
    <message>
        <source>缺件号 {numbers}</source>
        <translation>item numbers {numbers} are missing</translation>
    </message>
    <message>
        <source>缺少“{label}”</source>
        <translation>"{label}" is missing</translation>
    </message>
    <message>
        <source>缺少元数据文件</source>
        <translation>the metadata file is missing</translation>
    </message>
    <message>
        <source>缺少元数据项“{name}”</source>
        <translation>metadata element "{name}" is missing</translation>
    </message>
    <message>
        <source>缺少摘要清单</source>
        <translation>the list of digests is missing</translation>
    </message>
    <message>
        <source>缺少说明文件</source>
        <translation>the description file is missing</translation>
    </message>
    <message>
        <source>缺统一编号</source>
        <translation>No unified number</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>被废止或修改的文件</source>
        <translation>Repealed or amended document</translation>
    </message>
    <message>
        <source>被替代</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>规范性文件由标题、统一编号和文中依据得出，请与备案登记核对；其余各栏由业务台账填写。</source>
        <translation>Normative documents are told by title, unified number and text; compare with the register of filings. The other figures come from the registers of the work.</translation>
    </message>
    <message>
        <source>认定日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>认定率</source>
        <translation>Share decided</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Noted by</translation>
    </message>
    <message>
        <source>记录时间</source>
        <translation>Noted at</translation>
    </message>
    <message>
        <source>设定值域的元数据项值域符合度</source>
        <translation>Metadata values within their range</translation>
    </message>
    <message>
        <source>评估后延续、修改或废止</source>
        <translation>Assess, then extend, amend or repeal</translation>
    </message>
    <message>
        <source>说明文件写明：{stated}</source>
        <translation>the description file says: "{stated}"</translation>
    </message>
    <message>
        <source>说明文件和目录文件规范性</source>
        <translation>Description and catalogue files follow the rule</translation>
    </message>
    <message>
        <source>说明文件没有写明字节数</source>
        <translation>the description file does not state the number of bytes</translation>
    </message>
    <message>
        <source>说明文件没有写明档案数量</source>
        <translation>the description file does not state the number of items</translation>
    </message>
    <message>
        <source>说明文件没有写明软硬件环境</source>
        <translation>the description file does not state hardware and software</translation>
    </message>
    <message>
        <source>请先补成文日期</source>
        <translation>Add the dates first</translation>
    </message>
    <message>
        <source>请填写杀毒软件名称、版本和检测结果</source>
        <translation>State antivirus software, version and result</translation>
    </message>
    <message>
        <source>请对照归档（移交）范围核对</source>
        <translation>Compare with the scope of filing and transfer</translation>
    </message>
    <message>
        <source>请对照附件说明核对附件是否齐全</source>
        <translation>Compare the annexes with the notes on annexes</translation>
    </message>
    <message>
        <source>请确认是否接收，或先转换格式</source>
        <translation>Confirm that these are accepted, or convert them first</translation>
    </message>
    <message>
        <source>请确认移交过程可控、有记录</source>
        <translation>Confirm that the handover was controlled and recorded</translation>
    </message>
    <message>
        <source>请确认这些文件的办理与审核过程</source>
        <translation>Confirm how these files were handled and checked</translation>
    </message>
    <message>
        <source>请说明空号的原因（作废、分批移交等）</source>
        <translation>State why numbers are missing (voided, handed over in parts)</translation>
    </message>
    <message>
        <source>软硬件环境合规性</source>
        <translation>Hardware and software are stated</translation>
    </message>
    <message>
        <source>载体中多余文件</source>
        <translation>Surplus files on the medium</translation>
    </message>
    <message>
        <source>载体外观</source>
        <translation>Looks of the medium</translation>
    </message>
    <message>
        <source>载体读取速度</source>
        <translation>Reading speed of the medium</translation>
    </message>
    <message>
        <source>过程信息完整性</source>
        <translation>Process information is complete</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>连续性元数据项</source>
        <translation>Running numbers have no gaps</translation>
    </message>
    <message>
        <source>针对光盘等载体，由检测设备或人工完成</source>
        <translation>For discs and other media, by equipment or by hand</translation>
    </message>
    <message>
        <source>附件数据完整性</source>
        <translation>Annexes are complete</translation>
    </message>
    <message>
        <source>页数为 0</source>
        <translation>0 pages</translation>
    </message>
    <message>
        <source>顺序号不连续</source>
        <translation>running numbers have gaps</translation>
    </message>
    <message>
        <source>领域</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>题名重复</source>
        <translation>title occurs twice</translation>
    </message>
    <message>
        <source>首尾空格</source>
        <translation>blanks at the ends</translation>
    </message>
    <message>
        <source>上次同类文件《{title}》判为{attribute}。</source>
        <translation>Last time a document like this, 《{title}》, was decided as {attribute}.</translation>
    </message>
    <message>
        <source>上次同类文件《{title}》判为{attribute}（{basis}）。</source>
        <translation>Last time a document like this, 《{title}》, was decided as {attribute} ({basis}).</translation>
    </message>
    <message>
        <source>上次同类文件《{title}》判为{attribute}（{basis}），理由：{quote}。</source>
        <translation>Last time a document like this, 《{title}》, was decided as {attribute} ({basis}); reason: "{quote}".</translation>
    </message>
    <message>
        <source>上次同类文件《{title}》判为{attribute}，理由：{quote}。</source>
        <translation>Last time a document like this, 《{title}》, was decided as {attribute}; reason: "{quote}".</translation>
    </message>
    <message>
        <source>内容几乎相同的《{title}》定为{attribute}，与本次的{other}不一致。</source>
        <translation>《{title}》, nearly the same text, was decided as {attribute}, not {other}.</translation>
    </message>
    <message>
        <source>写入归并结果</source>
        <translation>writing groups</translation>
    </message>
    <message>
        <source>合并全文索引</source>
        <translation>merging the index</translation>
    </message>
    <message>
        <source>复制文件</source>
        <translation>copying files</translation>
    </message>
    <message>
        <source>导出检索结果</source>
        <translation>exporting results</translation>
    </message>
    <message>
        <source>抢救</source>
        <translation>rescuing</translation>
    </message>
    <message>
        <source>改定要素</source>
        <translation>correcting elements</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>searching</translation>
    </message>
    <message>
        <source>核对摘要</source>
        <translation>comparing digests</translation>
    </message>
    <message>
        <source>比对正文</source>
        <translation>comparing texts</translation>
    </message>
    <message>
        <source>比较规则</source>
        <translation>comparing rules</translation>
    </message>
    <message>
        <source>补建全文索引</source>
        <translation>building the index</translation>
    </message>
    <message>
        <source>读取底数</source>
        <translation>reading the inventory</translation>
    </message>
    <message>
        <source>读取文中的废止、失效依据</source>
        <translation>reading what texts repeal</translation>
    </message>
    <message>
        <source>读取目录</source>
        <translation>reading catalogues</translation>
    </message>
    <message>
        <source>读取要素</source>
        <translation>reading elements</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>previewing</translation>
    </message>
    <message>
        <source>照登记簿填写，没有的留空。“算出合计”补上各行各列的合计；不是数字、不平的地方列在表下。</source>
        <translation>Type the figures of your registers and leave empty what there is none of. Work out totals fills in the sums; what is no number or does not add up is listed below.</translation>
    </message>
    <message>
        <source>补填其他要素</source>
        <translation>Add another element</translation>
    </message>
</context>
</TS>

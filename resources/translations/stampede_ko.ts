<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>AnnounceText</name>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Picture copied.</source>
        <translation>그림을 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>ArchiveText</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>%1 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The archive %1 cannot be used: %2.</source>
        <translation>%1 보관소를 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The archive %1 can only be read: %2. No run is kept.</source>
        <translation>이 보관소는 읽기만 할 수 있습니다: %1(%2). 실행은 보관되지 않습니다.</translation>
    </message>
    <message>
        <source>it is of a later version as well</source>
        <translation>그것도 더 새로운 버전의 것임</translation>
    </message>
    <message>
        <source>This archive was written by version %1. It is left as it is; a new one is used: %2.</source>
        <translation>이 보관소는 버전 %1에서 만들어졌습니다. 그대로 두고 새 보관소를 씁니다: %2.</translation>
    </message>
    <message>
        <source>The run of %1 (%2) was not kept: the program ended while it was being written.</source>
        <translation>%1의 실행(%2)은 보관되지 않았습니다. 쓰는 도중에 프로그램이 끝났습니다.</translation>
    </message>
    <message>
        <source>The archive could not be read (%1) and was set aside as %2. %3</source>
        <translation>보관소를 읽을 수 없어(%1) 따로 옮겨 두었습니다: %2. %3</translation>
    </message>
    <message>
        <source>%1 run could be saved.</source>
        <translation>실행 %1개를 건졌습니다.</translation>
    </message>
    <message>
        <source>%1 runs could be saved.</source>
        <translation>실행 %1개를 건졌습니다.</translation>
    </message>
    <message>
        <source>There is no run %1 in the archive.</source>
        <translation>보관소에 그런 실행이 없습니다: %1.</translation>
    </message>
    <message>
        <source>The archive is larger than %1, and every run in it has a name or a note or is the baseline. Delete some.</source>
        <translation>보관소가 %1보다 크며, 모든 실행에 이름이나 메모가 있거나 기준 실행입니다. 몇 개를 지우십시오.</translation>
    </message>
    <message>
        <source>what is kept of it makes no sense</source>
        <translation>보관된 내용의 앞뒤가 맞지 않음</translation>
    </message>
    <message>
        <source>The run %1 cannot be read from the archive: %2.</source>
        <translation>%1 실행을 보관소에서 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>There is no run in the archive.</source>
        <translation>보관소에 실행이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is the beginning of several runs, among them %2. Give more digits.</source>
        <translation>이 글자로 시작하는 실행이 여러 개 있습니다: %1(그중 하나: %2). 더 길게 지정하십시오.</translation>
    </message>
    <message>
        <source>This run was not kept. %1</source>
        <translation>이 실행은 보관되지 않았습니다. %1</translation>
    </message>
    <message>
        <source>The kept round, %1 of %2, was followed by another, before which the service was reset: its tables hold the rows of that one, so this round cannot be judged by them any more. `stampede-cli verify %3` judges it by what was kept.</source>
        <translation>남겨 둔 라운드(%2개 중 %1번째) 뒤에 다른 라운드가 있었고 그 앞에 서비스가 되돌려졌습니다. 표에는 그 라운드의 행이 있으므로 이 라운드는 더 이상 그 행으로 판정할 수 없습니다. `stampede-cli verify %3` 명령이 남은 기록으로 판정합니다.</translation>
    </message>
    <message>
        <source>The run %1 came to the same service later, and a step resets that service before each round: its tables may hold the rows of another run, so this one cannot be judged by them any more. `stampede-cli verify %2` judges it by what was kept.</source>
        <translation>나중에 %1 실행이 같은 서비스에 왔고, 라운드마다 한 단계가 그 서비스를 되돌립니다. 표에 다른 실행의 행이 있을 수 있으므로 이 실행은 더 이상 그 행으로 판정할 수 없습니다. `stampede-cli verify %2` 명령이 남은 기록으로 판정합니다.</translation>
    </message>
    <message>
        <source>The run %1 came to the same service later and filled its tables anew: they hold the rows of another run, so this one cannot be judged by them any more. `stampede-cli verify %2` judges it by what was kept.</source>
        <translation>이후 실행 %1에서 같은 서비스의 테이블을 새로 채웠습니다. 지금 있는 행은 다른 실행의 것이므로 이 실행을 더는 그 행으로 판정할 수 없습니다. `stampede-cli verify %2` 명령은 보관된 내용으로 판정합니다.</translation>
    </message>
    <message>
        <source>The run looked at answers only: nobody is taken to have held the coupon before it.</source>
        <translation>이 실행은 응답만 보았습니다. 실행 전에 쿠폰을 가진 사람은 없다고 봅니다.</translation>
    </message>
    <message>
        <source>This verdict was not kept with the run: %1</source>
        <translation>이 판정은 실행에 보관하지 않았습니다: %1</translation>
    </message>
    <message>
        <source>the run %1 came to the same coupon later, and what it wrote cannot be told apart.</source>
        <translation>나중에 같은 쿠폰에 온 실행이 있으며(%1), 그것이 쓴 것을 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>Kept with the run %1: judged again at %2, %3; at the run: %4.</source>
        <translation>실행 %1에 보관: %2에 다시 판정, %3, 실행 당시: %4.</translation>
    </message>
    <message>
        <source>held, answers only</source>
        <translation>이상 없음, 응답만 확인</translation>
    </message>
    <message>
        <source>held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>%2, %1 warning</source>
        <translation>%2, 경고 %1건</translation>
    </message>
    <message>
        <source>%2, %1 warnings</source>
        <translation>%2, 경고 %1건</translation>
    </message>
    <message>
        <source>broken (%1)</source>
        <translation>위반(%1)</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>판정하지 못함</translation>
    </message>
    <message>
        <source>nothing measured</source>
        <translation>측정된 것 없음</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>limit missed</source>
        <translation>기준값 미충족</translation>
    </message>
    <message>
        <source>%1; at the run: %2</source>
        <translation>%1, 실행 당시: %2</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>일반 파일이 아님</translation>
    </message>
    <message>
        <source>No run is kept: Qt&apos;s driver for SQLite is missing. Install it with `apt-get install libqt6sql6-sqlite`.</source>
        <translation>실행이 보관되지 않습니다. SQLite용 Qt 드라이버가 없습니다. `apt-get install libqt6sql6-sqlite` 명령으로 설치하십시오.</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Nobody was told &quot;%1&quot;, so there was nothing to look at.</source>
        <translation>&quot;%1&quot; 응답을 받은 사람이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>nobody without a row</source>
        <translation>행이 없는 사람 0명</translation>
    </message>
    <message>
        <source>%1 were told it failed</source>
        <translation>%1명은 실패했다는 응답을 받음</translation>
    </message>
    <message>
        <source>%1 were told &quot;out of stock&quot;</source>
        <translation>%1명은 &quot;수량 부족&quot; 응답을 받음</translation>
    </message>
    <message>
        <source>nobody unannounced</source>
        <translation>통보되지 않은 사람 0명</translation>
    </message>
    <message>
        <source>%1 &quot;issued&quot; to %2 people.</source>
        <translation>%2명에게 &quot;발급됨&quot; %1건.</translation>
    </message>
    <message>
        <source>%1 person was told &quot;issued&quot; more than once.</source>
        <translation>%1명이 &quot;발급됨&quot; 응답을 두 번 이상 받았습니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;issued&quot; more than once.</source>
        <translation>%1명이 &quot;발급됨&quot; 응답을 두 번 이상 받았습니다.</translation>
    </message>
    <message>
        <source>already issued</source>
        <translation>이미 발급됨</translation>
    </message>
    <message>
        <source>nobody without a coupon</source>
        <translation>쿠폰이 없는 사람 0명</translation>
    </message>
    <message>
        <source>The %1 person who was told so holds a coupon.</source>
        <translation>그 응답을 받은 %1명이 쿠폰을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>All %1 people who were told so hold a coupon.</source>
        <translation>그 응답을 받은 %1명 모두 쿠폰을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 person was told &quot;already issued&quot; and holds none.</source>
        <translation>%1명이 &quot;이미 발급됨&quot; 응답을 받았으나 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;already issued&quot; and hold none.</source>
        <translation>%1명이 &quot;이미 발급됨&quot; 응답을 받았으나 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>all %1 gone</source>
        <translation>%1장 모두 나감</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1장 나감</translation>
    </message>
    <message>
        <source>Yes, there were none to give.</source>
        <translation>예. 처음부터 줄 쿠폰이 없었습니다.</translation>
    </message>
    <message>
        <source>Yes, all %1 went.</source>
        <translation>예. %1장 모두 나갔습니다.</translation>
    </message>
    <message>
        <source>Nobody said how many coupons there are; coupon.stock would.</source>
        <translation>쿠폰이 몇 장인지 알 수 없습니다. coupon.stock에 지정할 수 있습니다.</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>Nobody was told &quot;issued&quot;, so there was nothing to look at.</source>
        <translation>&quot;발급됨&quot; 응답을 받은 사람이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>Nobody asked, so there was nothing to look at.</source>
        <translation>요청한 사람이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>Needs the rows of the service, which nobody can see here; target.audit would say where they are.</source>
        <translation>여기서는 볼 수 없는 서비스의 행이 필요합니다. 행의 위치는 target.audit에 지정합니다.</translation>
    </message>
    <message>
        <source>The run was not at rest.</source>
        <translation>실행이 안정화되지 않았습니다.</translation>
    </message>
    <message>
        <source>Somebody else was writing.</source>
        <translation>다른 누군가가 쓰고 있었습니다.</translation>
    </message>
    <message>
        <source>Needs %1, which %2 does not have.</source>
        <translation>필요한 정보가 %2에 없습니다: %1.</translation>
    </message>
    <message>
        <source>this database</source>
        <translation>이 데이터베이스</translation>
    </message>
    <message>
        <source>the stock at start (stock.total, or stock.remaining and stock.issued)</source>
        <translation>시작 수량(stock.total 또는 stock.remaining과 stock.issued)</translation>
    </message>
    <message>
        <source>the time of each coupon (issued.issuedAt)</source>
        <translation>쿠폰별 발급 시각(issued.issuedAt)</translation>
    </message>
    <message>
        <source>the start or the end of the sale (stock.startsAt, stock.endsAt)</source>
        <translation>판매 시작 또는 종료 시각(stock.startsAt, stock.endsAt)</translation>
    </message>
    <message>
        <source>times of one kind (DATETIME is a wall clock of a zone that only the service knows, the others are moments)</source>
        <translation>한 종류의 시각(DATETIME은 서비스만 아는 시간대의 벽시계 시각이고, 나머지는 절대 시각임)</translation>
    </message>
    <message>
        <source>Needs the answers of a run, which a database alone does not have.</source>
        <translation>실행의 응답이 필요하며, 데이터베이스만으로는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Needs the run itself, which a history does not have.</source>
        <translation>실행 자체가 필요하며, 이력만으로는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>a counter of issued coupons (stock.issued)</source>
        <translation>발급된 쿠폰의 카운터(stock.issued)</translation>
    </message>
    <message>
        <source>a table of people</source>
        <translation>사람 테이블</translation>
    </message>
    <message>
        <source>Needs a table&apos;s keys, which the view %1 does not have.</source>
        <translation>테이블의 키가 필요하며, %1 뷰에는 키가 없습니다.</translation>
    </message>
    <message>
        <source>No more coupons than stock</source>
        <translation>수량 이내 발급</translation>
    </message>
    <message>
        <source>Stock never below zero</source>
        <translation>수량이 0 아래로 내려가지 않음</translation>
    </message>
    <message>
        <source>Stock adds up</source>
        <translation>수량 일치</translation>
    </message>
    <message>
        <source>The issued counter agrees</source>
        <translation>발급 카운터가 일치함</translation>
    </message>
    <message>
        <source>One coupon per person</source>
        <translation>한 사람에 쿠폰 한 장</translation>
    </message>
    <message>
        <source>Earlier coupons still there</source>
        <translation>이전 쿠폰이 그대로 있음</translation>
    </message>
    <message>
        <source>Every coupon has its person and its campaign</source>
        <translation>모든 쿠폰에 사람과 캠페인이 있음</translation>
    </message>
    <message>
        <source>Issued within the sale</source>
        <translation>판매 기간 안에 발급됨</translation>
    </message>
    <message>
        <source>Every promise is kept</source>
        <translation>모든 약속이 지켜짐</translation>
    </message>
    <message>
        <source>Nobody got one unannounced</source>
        <translation>통보되지 않은 발급 없음</translation>
    </message>
    <message>
        <source>&quot;Already issued&quot; only to holders</source>
        <translation>&quot;이미 발급됨&quot;은 보유자에게만</translation>
    </message>
    <message>
        <source>&quot;Out of stock&quot; only when it was</source>
        <translation>&quot;수량 부족&quot;은 실제로 없을 때만</translation>
    </message>
    <message>
        <source>Every refusal was right when given</source>
        <translation>모든 거절이 그 순간에 옳았음</translation>
    </message>
    <message>
        <source>The answers fit one order</source>
        <translation>응답이 하나의 순서와 맞음</translation>
    </message>
    <message>
        <source>Nobody else was writing</source>
        <translation>다른 누구도 쓰지 않음</translation>
    </message>
    <message>
        <source>The database had come to rest</source>
        <translation>데이터베이스가 안정됨</translation>
    </message>
    <message>
        <source>Requests without an answer</source>
        <translation>응답이 없는 요청</translation>
    </message>
    <message>
        <source>It came out as predicted</source>
        <translation>예측대로 나옴</translation>
    </message>
    <message>
        <source>A unique key stands guard</source>
        <translation>유니크 키가 지키고 있음</translation>
    </message>
    <message>
        <source>The row lock was seen at work</source>
        <translation>행 잠금의 동작이 확인됨</translation>
    </message>
    <message>
        <source>The service&apos;s log tells the same</source>
        <translation>서비스 로그가 일치함</translation>
    </message>
    <message>
        <source>The database refused the query (%1).</source>
        <translation>데이터베이스가 쿼리를 거부했습니다(%1).</translation>
    </message>
    <message>
        <source>The coupon&apos;s row is not there, so its stock is not known.</source>
        <translation>쿠폰의 행이 없어 수량을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No coupon was written, so there was nothing to look at.</source>
        <translation>기록된 쿠폰이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 locking read</source>
        <translation>잠금 읽기 %1회</translation>
    </message>
    <message>
        <source>%1 locking reads</source>
        <translation>잠금 읽기 %1회</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>최소 %1</translation>
    </message>
    <message>
        <source>No request read the row, so there was nothing to look at.</source>
        <translation>행을 읽은 요청이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 for %2 request.</source>
        <translation>요청 %2건에 %1.</translation>
    </message>
    <message>
        <source>%1 for %2 requests.</source>
        <translation>요청 %2건에 %1.</translation>
    </message>
    <message>
        <source>The strategy says &quot;row lock first&quot;, the server counted %1.</source>
        <translation>전략은 &quot;행 잠금 우선&quot;인데 서버의 집계는 %1입니다.</translation>
    </message>
    <message>
        <source>The scenario switched the row lock off.</source>
        <translation>시나리오에서 행 잠금을 껐습니다.</translation>
    </message>
    <message>
        <source>No load of Stampede&apos;s own ran, so there was nothing to look at.</source>
        <translation>Stampede 자체 부하가 실행되지 않아 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>issued %1, out of stock %2</source>
        <translation>발급됨 %1, 수량 부족 %2</translation>
    </message>
    <message>
        <source>There is no log of the service, so there was nothing to look at.</source>
        <translation>서비스 로그가 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>issued %1 = %2, out of stock %3 = %4, blocked by the key %5.</source>
        <translation>발급됨 %1 = %2, 수량 부족 %3 = %4, 키에 막힘 %5.</translation>
    </message>
    <message>
        <source>The log says %1, the answers say %2.</source>
        <translation>로그에는 %1, 응답에는 %2.</translation>
    </message>
    <message>
        <source>issued, or out of stock</source>
        <translation>발급됨 또는 수량 부족</translation>
    </message>
    <message>
        <source>asked for only at %1 s</source>
        <translation>%1초에야 요청됨</translation>
    </message>
    <message>
        <source>user %1, who asked at %2 s</source>
        <translation>사용자 %1, %2초에 요청</translation>
    </message>
    <message>
        <source>holds the coupon</source>
        <translation>쿠폰을 보유함</translation>
    </message>
    <message>
        <source>Nobody was refused, so there was nothing to look at.</source>
        <translation>거절된 사람이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>nobody refused too early</source>
        <translation>너무 일찍 거절된 사람 0명</translation>
    </message>
    <message>
        <source>Whoever was refused too early stands under &quot;Out of stock&quot; only when it was.</source>
        <translation>너무 일찍 거절된 사람은 &apos;&quot;수량 부족&quot;은 실제로 없을 때만&apos; 항목에 있습니다.</translation>
    </message>
    <message>
        <source>The %1 refusal fits the times at which coupons went.</source>
        <translation>거절 %1건이 쿠폰이 나간 시각과 맞습니다.</translation>
    </message>
    <message>
        <source>All %1 refusals fit the times at which coupons went.</source>
        <translation>거절 %1건이 모두 쿠폰이 나간 시각과 맞습니다.</translation>
    </message>
    <message>
        <source>%1 person was refused too early.</source>
        <translation>%1명이 너무 일찍 거절되었습니다.</translation>
    </message>
    <message>
        <source>%1 people were refused too early.</source>
        <translation>%1명이 너무 일찍 거절되었습니다.</translation>
    </message>
    <message>
        <source>The first answer that fits no order: user %1, &quot;%2&quot; at %3 s.</source>
        <translation>어떤 순서와도 맞지 않는 첫 응답: 사용자 %1, &quot;%2&quot;, %3초.</translation>
    </message>
    <message>
        <source>Not replayed: the findings above already rule it out.</source>
        <translation>재현하지 않음: 위의 지적 사항만으로 이미 불가능합니다.</translation>
    </message>
    <message>
        <source>an order that gives these answers and this end</source>
        <translation>이 응답과 이 끝 상태가 나오는 순서</translation>
    </message>
    <message>
        <source>%1 of %2 steps replayed</source>
        <translation>%2단계 중 %1단계 재현됨</translation>
    </message>
    <message>
        <source>%1 requests replayed, same answers, same end.</source>
        <translation>요청 %1건을 재현했으며 응답과 끝 상태가 같습니다.</translation>
    </message>
    <message>
        <source>1 each</source>
        <translation>각자 1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>Nobody held this coupon before the run, so there was nothing to look at.</source>
        <translation>실행 전에 이 쿠폰을 가진 사람이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>All %1 are still there.</source>
        <translation>%1장 모두 그대로 있습니다.</translation>
    </message>
    <message>
        <source>%1 coupons from before the run are gone.</source>
        <translation>실행 전에 있던 쿠폰 %1장이 사라졌습니다.</translation>
    </message>
    <message>
        <source>Every row&apos;s campaign exists, that much was seen.</source>
        <translation>모든 행의 캠페인이 있다는 것까지는 확인되었습니다.</translation>
    </message>
    <message>
        <source>%1 row points to a coupon that does not exist.</source>
        <translation>행 %1개가 존재하지 않는 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>%1 rows point to a coupon that does not exist.</source>
        <translation>행 %1개가 존재하지 않는 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>All %1 do.</source>
        <translation>%1개 모두 있습니다.</translation>
    </message>
    <message>
        <source>%1 row points to a person or coupon that does not exist.</source>
        <translation>행 %1개가 존재하지 않는 사람이나 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>%1 rows point to a person or coupon that does not exist.</source>
        <translation>행 %1개가 존재하지 않는 사람이나 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>This sale has neither a start nor an end, so there was nothing to look at.</source>
        <translation>이 판매에는 시작도 끝도 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>First %1, last %2, both within the sale.</source>
        <translation>처음 %1, 마지막 %2, 둘 다 판매 기간 안입니다.</translation>
    </message>
    <message>
        <source>%1 coupon was issued outside the sale, the furthest by %2.</source>
        <translation>쿠폰 %1장이 판매 기간 밖에 발급되었으며, 가장 크게 벗어난 것은 %2입니다.</translation>
    </message>
    <message>
        <source>%1 coupons were issued outside the sale, the furthest by %2.</source>
        <translation>쿠폰 %1장이 판매 기간 밖에 발급되었으며, 가장 크게 벗어난 것은 %2입니다.</translation>
    </message>
    <message>
        <source>a unique key over person and coupon</source>
        <translation>사람과 쿠폰에 대한 유니크 키</translation>
    </message>
    <message>
        <source>The scenario switched the unique key off.</source>
        <translation>시나리오에서 유니크 키를 껐습니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Nobody has two now, but the database would not stop it.</source>
        <translation>지금은 두 장을 가진 사람이 없지만, 데이터베이스가 막아 주지는 않습니다.</translation>
    </message>
    <message>
        <source>The database does not stop a second coupon.</source>
        <translation>데이터베이스가 두 번째 쿠폰을 막지 않습니다.</translation>
    </message>
    <message>
        <source>The log %1 cannot be read: %2.</source>
        <translation>%1 로그를 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>행 없음</translation>
    </message>
    <message>
        <source>No row.</source>
        <translation>행이 없습니다.</translation>
    </message>
    <message>
        <source>More than %1 rows.</source>
        <translation>행이 %1개보다 많습니다.</translation>
    </message>
    <message>
        <source>%1 row.</source>
        <translation>행 %1개.</translation>
    </message>
    <message>
        <source>%1 rows.</source>
        <translation>행 %1개.</translation>
    </message>
    <message>
        <source>Row %1 of user %2 is number %3 of %4.</source>
        <translation>사용자 %2의 행(%1번)은 수량 %4장을 넘은 %3번째 쿠폰입니다.</translation>
    </message>
    <message>
        <source>At %1 s users %2 and %3 had both read %4. Both wrote %5. Two coupons went, the stock fell by one.</source>
        <translation>%1초에 사용자 %2, 사용자 %3 모두 같은 값(%4)을 읽은 상태였습니다. 둘 다 같은 값(%5)을 썼습니다. 쿠폰 두 장이 나갔고 수량은 하나만 줄었습니다.</translation>
    </message>
    <message>
        <source>User %1 has %2 rows: %3</source>
        <translation>사용자 %1의 행은 %2개입니다: %3</translation>
    </message>
    <message>
        <source>%1, the first two answered %2 apart by requests %3 and %4.</source>
        <translation>%1. 처음 두 응답의 간격은 %2이고 요청은 %3번과 %4번입니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;issued&quot; %2 times, at %3.</source>
        <translation>사용자 %1에게 &quot;발급됨&quot; 응답이 %2번 나갔습니다. 시각: %3.</translation>
    </message>
    <message>
        <source> (row %1)</source>
        <translation> (행 %1번)</translation>
    </message>
    <message>
        <source>User %1 was told &quot;issued&quot; at %2 s%3; there is no such row now.</source>
        <translation>사용자 %1에게 %2초에 &quot;발급됨&quot; 응답이 나갔습니다%3. 지금은 그런 행이 없습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;%2&quot; at %3 s and has row %4.</source>
        <translation>사용자 %1에게 %3초에 &quot;%2&quot; 응답이 나갔으나 행 %4번이 있습니다.</translation>
    </message>
    <message>
        <source>User %1 asked at %2 s, after user %3 had been told &quot;out of stock&quot; at %4 s, and still got coupon row %5. Either user %3 was refused too early or user %1 got one too many.</source>
        <translation>사용자 %3에게 %4초에 &quot;수량 부족&quot; 응답이 나간 뒤에 사용자 %1의 요청이 %2초에 와서 쿠폰 행 %5번을 받았습니다. 사용자 %3의 거절이 너무 일렀거나, 사용자 %1에게 한 장이 더 나간 것입니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;already issued&quot; at %2 s, but the request that got the coupon was sent only at %3 s.</source>
        <translation>사용자 %1에게 %2초에 &quot;이미 발급됨&quot; 응답이 나갔으나, 쿠폰을 받은 요청은 %3초에야 보내졌습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;out of stock&quot; at %2 s and holds a coupon; this service looks at holders first.</source>
        <translation>사용자 %1에게 %2초에 &quot;수량 부족&quot; 응답이 나갔으나 쿠폰을 가지고 있습니다. 이 서비스는 보유 여부를 먼저 확인합니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;already issued&quot; at %2 s and holds no coupon, neither before nor after the run.</source>
        <translation>사용자 %1에게 %2초에 &quot;이미 발급됨&quot; 응답이 나갔으나, 실행 전에도 후에도 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;out of stock&quot; at %2 s, when %3 of %4 coupons had been asked for.</source>
        <translation>사용자 %1에게 %2초에 &quot;수량 부족&quot; 응답이 나갔으나, 그때 요청된 쿠폰은 %4장 중 %3장이었습니다.</translation>
    </message>
    <message>
        <source>This service looks at the stock first: once it is gone, nobody is told &quot;already issued&quot;.</source>
        <translation>이 서비스는 수량을 먼저 확인하므로, 수량이 없어진 뒤에는 아무도 &quot;이미 발급됨&quot; 응답을 받지 않습니다.</translation>
    </message>
    <message>
        <source>There was none from the start, yet somebody was told so.</source>
        <translation>처음부터 수량이 없었으나 그 응답을 받은 사람이 있습니다.</translation>
    </message>
    <message>
        <source>It was gone by %1 s, but a request sent at %2 s was still answered as if it were there.</source>
        <translation>%1초에는 수량이 모두 나갔으나, %2초에 보낸 요청은 수량이 남아 있는 것처럼 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>Everybody who got a coupon was told so afterwards, whoever got the last.</source>
        <translation>누가 마지막 쿠폰을 받았든, 쿠폰을 받은 사람은 모두 그 뒤에 그 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation>예.</translation>
    </message>
    <message>
        <source>nothing in flight, no open transaction, two equal reads</source>
        <translation>진행 중인 것 없음, 열린 트랜잭션 없음, 두 번 읽은 결과가 같음</translation>
    </message>
    <message>
        <source>at rest after %1 ms</source>
        <translation>%1 ms 후 안정됨</translation>
    </message>
    <message>
        <source>At rest after %1 ms.</source>
        <translation>%1 ms 후 안정되었습니다.</translation>
    </message>
    <message>
        <source>Open transactions could not be seen; GRANT PROCESS ON *.* to this account would show them.</source>
        <translation>열린 트랜잭션을 볼 수 없었습니다. 이 계정에 GRANT PROCESS ON *.* 권한을 주면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Every request was answered.</source>
        <translation>모든 요청이 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>The run was ended early, so its prediction does not hold.</source>
        <translation>실행이 조기 종료되어 예측을 적용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>Already issued</source>
        <translation>이미 발급됨</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>%1 was %2, predicted %3.</source>
        <translation>%1: 실제 %2, 예측 %3.</translation>
    </message>
    <message>
        <source>All within.</source>
        <translation>모두 예측 범위 안입니다.</translation>
    </message>
    <message>
        <source>None in %1 answer.</source>
        <translation>응답 %1건 중 없음.</translation>
    </message>
    <message>
        <source>None in %1 answers.</source>
        <translation>응답 %1건 중 없음.</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>시간 제한</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>Nothing was issued by those requests.</source>
        <translation>이 요청으로는 아무것도 발급되지 않았습니다.</translation>
    </message>
    <message>
        <source>rows %1 then %2, stock %3 then %4</source>
        <translation>행 %1 → %2, 수량 %3 → %4</translation>
    </message>
    <message>
        <source>the database refused the query (%1)</source>
        <translation>데이터베이스가 쿼리를 거부함(%1)</translation>
    </message>
    <message>
        <source>it was stopped before two reads could agree</source>
        <translation>두 번 읽은 결과가 같아지기 전에 중지됨</translation>
    </message>
    <message>
        <source>%1 written, %2 were there to give.</source>
        <translation>%1장 기록됨, 줄 수 있는 쿠폰은 %2장이었습니다.</translation>
    </message>
    <message>
        <source>%1 coupons were written, only %2 existed: %3 too many.</source>
        <translation>쿠폰은 %2장뿐인데 %1장이 기록되었습니다. %3장 초과입니다.</translation>
    </message>
    <message>
        <source>0 or more</source>
        <translation>0 이상</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>%1장 남았습니다.</translation>
    </message>
    <message>
        <source>%1 at start, but %2 written + %3 left make %4: %5 coupons were handed out without the stock noticing.</source>
        <translation>시작 수량은 %1인데 기록된 %2 + 남은 %3 =&#xa0;%4입니다. 수량에 반영되지 않고 나간 쿠폰이 %5장입니다.</translation>
    </message>
    <message>
        <source>drift 0</source>
        <translation>수량 차이 0</translation>
    </message>
    <message>
        <source>drift %1</source>
        <translation>수량 차이 %1</translation>
    </message>
    <message>
        <source>%1 at start = %2 written + %3 left.</source>
        <translation>시작 수량 %1 = 기록 %2 + 남음 %3.</translation>
    </message>
    <message>
        <source>Counter and rows both say %1.</source>
        <translation>카운터와 행 모두 %1입니다.</translation>
    </message>
    <message>
        <source>The counter says %1, the table holds %2.</source>
        <translation>카운터는 %1인데 테이블의 행은 %2개입니다.</translation>
    </message>
    <message>
        <source>The log %1 cannot be read: it is no ordinary file.</source>
        <translation>%1 로그를 읽을 수 없습니다: 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The strategy %1 does not begin each request with a locking read.</source>
        <translation>%1 전략은 요청마다 잠금 읽기로 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>No new row belongs to anybody who was asked.</source>
        <translation>새 행 가운데 요청한 사람의 것이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>%1 row has no time but a zero, so nobody can tell when it was issued.</source>
        <translation>행 %1개의 시각이 0이라 언제 발급되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 rows have no time but a zero, so nobody can tell when they were issued.</source>
        <translation>행 %1개의 시각이 0이라 언제 발급되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The %1 new row does not belong to anybody who was asked: does `userFormat` fit? The row says %2; people were called %3.</source>
        <translation>새 행 %1개가 요청한 사람 누구의 것도 아닙니다. `userFormat`이 맞습니까? 행에는 %2, 요청에서 부른 이름은 %3.</translation>
    </message>
    <message>
        <source>None of the %1 new rows belongs to anybody who was asked: does `userFormat` fit? Rows say %2; people were called %3.</source>
        <translation>새 행 %1개 가운데 요청한 사람의 것이 하나도 없습니다. `userFormat`이 맞습니까? 행에는 %2, 요청에서 부른 이름은 %3.</translation>
    </message>
    <message>
        <source>%1 says %2, which cannot be reckoned with.</source>
        <translation>%1의 값은 계산에 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 person was told so more often than they have rows.</source>
        <translation>%1명이 가진 행보다 더 여러 번 그 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>%1 people were told so more often than they have rows.</source>
        <translation>%1명이 가진 행보다 더 여러 번 그 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>%1 were told &quot;not issued&quot;</source>
        <translation>%1명은 &quot;발급되지 않음&quot; 응답을 받음</translation>
    </message>
    <message>
        <source>%1 person has more coupons than they were told of.</source>
        <translation>%1명이 통보받은 것보다 많은 쿠폰을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 people have more coupons than they were told of.</source>
        <translation>%1명이 통보받은 것보다 많은 쿠폰을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 have more than they were told of</source>
        <translation>%1명은 통보받은 것보다 많이 가짐</translation>
    </message>
    <message>
        <source>%1 person was told &quot;already issued&quot;, which nobody can be where a person may hold any number.</source>
        <translation>%1명이 &quot;이미 발급됨&quot; 응답을 받았으나, 한 사람이 몇 장이든 가질 수 있는 곳에서는 나올 수 없는 응답입니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;already issued&quot;, which nobody can be where a person may hold any number.</source>
        <translation>%1명이 &quot;이미 발급됨&quot; 응답을 받았으나, 한 사람이 몇 장이든 가질 수 있는 곳에서는 나올 수 없는 응답입니다.</translation>
    </message>
    <message>
        <source>nobody with fewer than %1</source>
        <translation>%1장보다 적게 가진 사람 0명</translation>
    </message>
    <message>
        <source>Whoever was told so holds %1 coupons.</source>
        <translation>그 응답을 받은 사람은 모두 쿠폰 %1장을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 person was told &quot;already issued&quot; and holds fewer than they may.</source>
        <translation>%1명이 &quot;이미 발급됨&quot; 응답을 받았으나 허용된 것보다 적게 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;already issued&quot; and hold fewer than they may.</source>
        <translation>%1명이 &quot;이미 발급됨&quot; 응답을 받았으나 허용된 것보다 적게 가지고 있습니다.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>아무도 없음</translation>
    </message>
    <message>
        <source>%1 person was told &quot;out of stock&quot;; the stock has no limit.</source>
        <translation>%1명이 &quot;수량 부족&quot; 응답을 받았으나 재고에는 제한이 없습니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;out of stock&quot;; the stock has no limit.</source>
        <translation>%1명이 &quot;수량 부족&quot; 응답을 받았으나 재고에는 제한이 없습니다.</translation>
    </message>
    <message>
        <source>Yes, fewer were left than were asked for (%1).</source>
        <translation>예, 남은 것이 요청한 것보다 적었습니다(%1장).</translation>
    </message>
    <message>
        <source>How many pieces each request asked for stands in the people&apos;s file, which is not at hand.</source>
        <translation>요청마다 몇 개를 요청했는지는 사용자 파일에 있는데, 그 파일이 없습니다.</translation>
    </message>
    <message>
        <source>%1 person was told &quot;issued&quot; more than %2 times.</source>
        <translation>%1명이 &quot;발급됨&quot; 응답을 %2번 넘게 받았습니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;issued&quot; more than %2 times.</source>
        <translation>%1명이 &quot;발급됨&quot; 응답을 %2번 넘게 받았습니다.</translation>
    </message>
    <message>
        <source>A person may have any number of coupons (users.perPerson.limit is null).</source>
        <translation>한 사람이 쿠폰을 몇 장이든 가질 수 있습니다(users.perPerson.limit이 null).</translation>
    </message>
    <message>
        <source>How many a person may have depends on columns of the rows (users.perPerson.within), which nobody can see here.</source>
        <translation>한 사람이 몇 장을 가질 수 있는지는 여기서 볼 수 없는 행의 열(users.perPerson.within)에 달려 있습니다.</translation>
    </message>
    <message>
        <source>at most %1 each</source>
        <translation>한 사람에 최대 %1</translation>
    </message>
    <message>
        <source>There are as many coupons as anybody wants: the stock says that it has no limit (stock.unlimited).</source>
        <translation>쿠폰은 원하는 만큼 있습니다. 재고에 제한이 없다고 되어 있습니다(stock.unlimited).</translation>
    </message>
    <message>
        <source>the stock that is left (stock.remaining, or stock.total and stock.issued)</source>
        <translation>남은 재고(stock.remaining 또는 stock.total과 stock.issued)</translation>
    </message>
    <message>
        <source>A person may hold any number (perPerson.limit is null).</source>
        <translation>한 사람이 몇 장이든 가질 수 있습니다(perPerson.limit이 null).</translation>
    </message>
    <message>
        <source>A person may hold several, which no unique key can count.</source>
        <translation>한 사람이 여러 장을 가질 수 있어 유니크 키로는 셀 수 없습니다.</translation>
    </message>
    <message>
        <source>A person may be told so more than once; whether each had a row is judged by &quot;Every promise is kept&quot;.</source>
        <translation>한 사람이 그 응답을 여러 번 받을 수 있습니다. 각각에 행이 있었는지는 &quot;약속은 모두 지켜짐&quot;에서 판정합니다.</translation>
    </message>
    <message>
        <source>The limit holds within %1, which no answer names.</source>
        <translation>한도는 %1 안에서만 적용되는데 응답에는 그 값이 없습니다.</translation>
    </message>
    <message>
        <source>Needs how many pieces each request asked for (target.quantity).</source>
        <translation>요청마다 몇 개를 요청했는지(target.quantity)가 필요합니다.</translation>
    </message>
    <message>
        <source>Pieces come back during the run (givesBack), so what was true at a moment cannot be told from the end.</source>
        <translation>실행 중에 수량이 되돌아오므로(givesBack) 어느 순간의 사실을 끝에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>neither a holder nor sold out by then</source>
        <translation>그때까지 보유자도 아니고 소진도 아님</translation>
    </message>
    <message>
        <source>Nobody was refused in a way that can be judged under these rules.</source>
        <translation>이 규칙에서 판정할 수 있는 거절을 받은 사람이 없습니다.</translation>
    </message>
    <message>
        <source>%1 person held too many before the run; that was there before.</source>
        <translation>%1명은 실행 전에 이미 너무 많이 가지고 있었습니다.</translation>
    </message>
    <message>
        <source>%1 people held too many before the run; that was there before.</source>
        <translation>%1명은 실행 전에 이미 너무 많이 가지고 있었습니다.</translation>
    </message>
    <message>
        <source>at most %1 each within %2</source>
        <translation>%2 안에서 한 사람에 많아야 %1장</translation>
    </message>
    <message>
        <source>a unique key over person, coupon and %1</source>
        <translation>사람, 쿠폰, %1에 대한 유니크 키</translation>
    </message>
    <message>
        <source>%1 row, which was there before the run.</source>
        <translation>행 %1개. 실행 전부터 있었습니다.</translation>
    </message>
    <message>
        <source>%1 rows, all of which were there before the run.</source>
        <translation>행 %1개. 모두 실행 전부터 있었습니다.</translation>
    </message>
    <message>
        <source>no new row</source>
        <translation>새 행 없음</translation>
    </message>
    <message>
        <source>%1 of them were there before the run.</source>
        <translation>그중 %1개는 실행 전부터 있었습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;issued&quot; at %2 s%3, and holds fewer rows than they were told of.</source>
        <translation>사용자 %1: %2초에 &quot;발급됨&quot; 응답을 받았으나%3 통보받은 것보다 적은 행을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>User %1 has more new rows, %2 among them, than requests that can have written one.</source>
        <translation>사용자 %1에게는 %2번을 포함해 행을 쓸 수 있었던 요청보다 많은 새 행이 있습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;not issued&quot; at %2 s. They held too few by then to be refused as a holder, and %3 of %4 coupons had been asked for.</source>
        <translation>사용자 %1: %2초에 &quot;발급되지 않음&quot; 응답을 받았습니다. 그때까지 보유자로 거절되기에는 적게 가졌고, 쿠폰 %4장 중 %3장이 요청된 상태였습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;already issued&quot; at %2 s and holds %3 at the end.</source>
        <translation>사용자 %1: %2초에 &quot;이미 발급됨&quot; 응답을 받았고 끝에 %3장을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>do they count? issued.where says which rows do.</source>
        <translation>이 행들도 셉니까? 어느 행을 셀지는 issued.where로 지정합니다.</translation>
    </message>
    <message>
        <source>%1 transaction of this run is still open</source>
        <translation>이 실행의 트랜잭션 %1개가 아직 열려 있습니다</translation>
    </message>
    <message>
        <source>%1 transactions of this run are still open</source>
        <translation>이 실행의 트랜잭션 %1개가 아직 열려 있습니다</translation>
    </message>
    <message>
        <source>%1 transaction of the service is still open</source>
        <translation>서비스의 트랜잭션 %1개가 아직 열려 있습니다</translation>
    </message>
    <message>
        <source>%1 transactions of the service are still open</source>
        <translation>서비스의 트랜잭션 %1개가 아직 열려 있습니다</translation>
    </message>
    <message>
        <source>changes of the coupon&apos;s rows are not committed yet</source>
        <translation>쿠폰 행의 변경이 아직 커밋되지 않았습니다</translation>
    </message>
    <message>
        <source>%1 request without an answer may still take effect</source>
        <translation>응답 없는 요청 %1건이 아직 효력을 낼 수 있습니다</translation>
    </message>
    <message>
        <source>%1 requests without an answer may still take effect</source>
        <translation>응답 없는 요청 %1건이 아직 효력을 낼 수 있습니다</translation>
    </message>
    <message>
        <source>what looked broken could not be looked at again</source>
        <translation>깨져 보인 것을 다시 볼 수 없었습니다</translation>
    </message>
    <message>
        <source>rows and stock had not been still for %1</source>
        <translation>행과 재고가 %1 동안 가만히 있지 않았습니다</translation>
    </message>
    <message>
        <source>%1 request got no answer and left no row; it was sent more than %2 ago and is assumed not to take effect any more.</source>
        <translation>요청 %1건은 응답도 행도 없습니다. 보낸 뒤 지난 시간이 %2이므로 더는 효력이 생기지 않는다고 가정합니다.</translation>
    </message>
    <message>
        <source>%1 requests got no answer and left no row; the last was sent more than %2 ago, and they are assumed not to take effect any more.</source>
        <translation>요청 %1건은 응답도 행도 없습니다. 마지막 것을 보낸 뒤 지난 시간이 %2이므로 더는 효력이 생기지 않는다고 가정합니다.</translation>
    </message>
    <message>
        <source>%1 open transaction was left out, as it has changed nothing of the coupon or began before (connection %2).</source>
        <translation>열린 트랜잭션 %1개는 쿠폰에 바꾼 것이 없거나 이전에 시작되었으므로 제외했습니다(연결 %2).</translation>
    </message>
    <message>
        <source>%1 open transactions were left out, as they have changed nothing of the coupon or began before (connections %2).</source>
        <translation>열린 트랜잭션 %1개는 쿠폰에 바꾼 것이 없거나 이전에 시작되었으므로 제외했습니다(연결 %2).</translation>
    </message>
    <message>
        <source>Open transactions could not be seen, as others read information_schema.innodb_trx so often that it tells nothing of this moment.</source>
        <translation>다른 곳에서 information_schema.innodb_trx를 너무 자주 읽어 지금 상태를 알 수 없으므로 열린 트랜잭션을 볼 수 없었습니다.</translation>
    </message>
    <message>
        <source>Not at rest after %1: %2.</source>
        <translation>%1 후에도 안정되지 않았습니다: %2.</translation>
    </message>
    <message>
        <source>`%1` in %2 s decides.</source>
        <translation>%2초 뒤에 다음 명령으로 판정할 수 있습니다: `%1`.</translation>
    </message>
    <message>
        <source>%1 transaction is open</source>
        <translation>트랜잭션 %1개가 열려 있음</translation>
    </message>
    <message>
        <source>%1 transactions are open</source>
        <translation>트랜잭션 %1개가 열려 있음</translation>
    </message>
    <message>
        <source>changes of the coupon&apos;s rows are not committed</source>
        <translation>쿠폰 행의 변경이 커밋되지 않음</translation>
    </message>
    <message>
        <source>%1 request without an answer may take effect for another %2 s</source>
        <translation>응답 없는 요청 %1건이 앞으로 %2초 동안 효력을 낼 수 있음</translation>
    </message>
    <message>
        <source>%1 requests without an answer may take effect for another %2 s</source>
        <translation>응답 없는 요청 %1건이 앞으로 %2초 동안 효력을 낼 수 있음</translation>
    </message>
    <message>
        <source>something is wrong; it is looked at again in %1</source>
        <translation>무언가 잘못됨, %1 후 다시 봄</translation>
    </message>
    <message>
        <source>a row of %1 is named by a text of more than %2 letters</source>
        <translation>%1의 한 행을 가리키는 텍스트가 %2자를 넘습니다</translation>
    </message>
    <message>
        <source>%1 row has no number of pieces in the column %2.</source>
        <translation>행 %1개의 %2 열에 개수가 없습니다.</translation>
    </message>
    <message>
        <source>%1 rows have no number of pieces in the column %2.</source>
        <translation>행 %1개의 %2 열에 개수가 없습니다.</translation>
    </message>
    <message>
        <source>The stock column says %1. It was below zero before the run (%2), which did not lower it further.</source>
        <translation>재고 열의 값은 %1입니다. 실행 전에 이미 0보다 작았고(%2) 실행이 더 낮추지 않았습니다.</translation>
    </message>
    <message>
        <source>The counter says %1, the table holds %2. That difference was there before the run.</source>
        <translation>카운터는 %1, 테이블은 %2입니다. 이 차이는 실행 전부터 있었습니다.</translation>
    </message>
    <message>
        <source>The counter says %1, the table holds %2; before the run they were %3 apart.</source>
        <translation>카운터는 %1, 테이블은 %2입니다. 실행 전의 차이는 %3이었습니다.</translation>
    </message>
    <message>
        <source>Not issued</source>
        <translation>발급되지 않음</translation>
    </message>
    <message>
        <source>%1 says %2 and %3 says %4, which cannot be reckoned with.</source>
        <translation>%1: %2, %3: %4 – 함께 계산에 쓸 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>%1 at start and %2 left cannot be reckoned with.</source>
        <translation>시작 시 %1, 남은 수 %2로는 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>The counter says %1, the table holds %2. Nobody knows whether they were apart before the run.</source>
        <translation>카운터는 %1, 테이블은 %2입니다. 실행 전에도 차이가 있었는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>Each coupon: %1</source>
        <translation>각 쿠폰: %1</translation>
    </message>
    <message>
        <source>Coupon %1: %2</source>
        <translation>쿠폰 %1: %2</translation>
    </message>
    <message>
        <source>Coupons %1: %2</source>
        <translation>쿠폰 %1: %2</translation>
    </message>
    <message>
        <source>each: %1</source>
        <translation>각각: %1</translation>
    </message>
    <message>
        <source>User %1 was told &quot;already issued&quot; at %2 s and never &quot;issued&quot;, and has row %3. Either something on the way sent their request twice, or another request was made in their name.</source>
        <translation>사용자 %1: %2초에 &quot;이미 발급됨&quot; 응답을 받았고 &quot;발급됨&quot; 응답은 받은 적이 없으나 행 %3 보유. 중간의 무언가가 요청을 두 번 보냈거나, 다른 요청이 이 사람의 이름으로 보내졌습니다.</translation>
    </message>
    <message>
        <source>%1 was told it failed</source>
        <translation>%1명은 실패했다는 응답을 받음</translation>
    </message>
    <message>
        <source>%1 was told &quot;out of stock&quot;</source>
        <translation>%1명은 &quot;수량 부족&quot; 응답을 받음</translation>
    </message>
    <message>
        <source>%1 was told &quot;not issued&quot;</source>
        <translation>%1명은 &quot;발급되지 않음&quot; 응답을 받음</translation>
    </message>
    <message>
        <source>The stock column says %1: it was counted down below zero.</source>
        <translation>수량 열의 값은 %1입니다. 0 아래까지 차감되었습니다.</translation>
    </message>
    <message>
        <source>%1 person was told they have the coupon and has no row now.</source>
        <translation>%1명이 쿠폰을 받았다는 응답을 받았으나 지금은 행이 없습니다.</translation>
    </message>
    <message>
        <source>%1 people were told they have the coupon and have no row now.</source>
        <translation>%1명이 쿠폰을 받았다는 응답을 받았으나 지금은 행이 없습니다.</translation>
    </message>
    <message>
        <source>In the end all %1 went. Who was told so before they had stands under &quot;Every refusal was right when given&quot;.</source>
        <translation>결국 %1장 모두 나갔습니다. 그 전에 이 응답을 받은 사람은 &quot;모든 거절이 그 순간에 옳았음&quot; 항목에 있습니다.</translation>
    </message>
    <message>
        <source>%1 person was told &quot;out of stock&quot;; at the end %2 coupons have no row.</source>
        <translation>%1명이 &quot;수량 부족&quot; 응답을 받았으나 끝에 쿠폰 %2장에는 행이 없습니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;out of stock&quot;; at the end %2 coupons have no row.</source>
        <translation>%1명이 &quot;수량 부족&quot; 응답을 받았으나 끝에 쿠폰 %2장에는 행이 없습니다.</translation>
    </message>
    <message>
        <source>What a person may have, and whether the stock has a limit, stands in the profile and its tables, which were not looked at.</source>
        <translation>한 사람이 몇 장까지 가질 수 있는지, 수량에 제한이 있는지는 프로필과 그 테이블에 있으며, 이를 살펴보지 않았습니다.</translation>
    </message>
    <message>
        <source>The requests may ask for several coupons: a column of the people&apos;s file stands in the address and {couponId} does not. How many there are of each nobody said.</source>
        <translation>요청이 여러 쿠폰을 대상으로 할 수 있습니다. 주소에 사용자 파일의 열이 있고 {couponId}는 없습니다. 쿠폰마다 몇 장인지는 알려지지 않았습니다.</translation>
    </message>
    <message>
        <source>Every refusal is wrong by what the end shows and stands under its own check.</source>
        <translation>모든 거절이 끝 상태로 보아 틀렸으며 각각의 항목에 있습니다.</translation>
    </message>
    <message>
        <source>In the unique key %1 the column %2 may be NULL, and NULLs are never equal.</source>
        <translation>유니크 키 %1에서 %2 열에 NULL이 들어갈 수 있으며, NULL끼리는 같지 않습니다.</translation>
    </message>
    <message>
        <source>There is the unique key %1, but %2 may differ.</source>
        <translation>유니크 키 %1에서 %2 값은 서로 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no unique key over person and coupon.</source>
        <translation>사람과 쿠폰에 대한 유니크 키가 없습니다.</translation>
    </message>
    <message>
        <source>There is the unique key %1. Whether it stops a second coupon depends on %2, of which nobody said what it holds.</source>
        <translation>유니크 키 %1이 있습니다. 두 번째 쿠폰을 막는지는 %2 열에 달려 있으며, 그 열에 무엇이 들어가는지는 알려지지 않았습니다.</translation>
    </message>
    <message>
        <source>User %1 asked at %2 s, after user %3 had been told &quot;out of stock&quot; at %4 s, and still got coupon row %5.</source>
        <translation>사용자 %3에게 %4초에 &quot;수량 부족&quot; 응답이 간 뒤, 사용자 %1의 %2초 요청에 쿠폰 행 %5번이 발급되었습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;out of stock&quot; at %2 s.</source>
        <translation>사용자 %1에게 %2초에 &quot;수량 부족&quot; 응답이 갔습니다.</translation>
    </message>
    <message>
        <source>the %1 rows of these people</source>
        <translation>이 사람들의 행 %1개</translation>
    </message>
    <message>
        <source>the %1 rows of this coupon</source>
        <translation>이 쿠폰의 행 %1개</translation>
    </message>
    <message>
        <source>%1 is %2 in %3 of %4: %5</source>
        <translation>%4 가운데 %3개에서 %1 값이 %2입니다. %5</translation>
    </message>
    <message>
        <source>%1 is set in %2 of %3: %4</source>
        <translation>%3 가운데 %2개에 %1 값이 있습니다. %4</translation>
    </message>
    <message>
        <source>%1 adds up to %2 in %3: does a row stand for more than one? issued.quantity names the column that says so.</source>
        <translation>%3에서 %1 합계는 %2입니다. 한 행이 여러 개를 뜻합니까? issued.quantity로 그 열을 지정합니다.</translation>
    </message>
    <message>
        <source>%1 at start, but %2 written + %3 left make %4: %5 pieces are gone from the stock, and no row stands for them now.</source>
        <translation>시작 수량은 %1인데 기록된 %2 + 남은 %3 =&#xa0;%4입니다. 수량 %5개가 줄었으나 지금 그에 해당하는 행이 없습니다.</translation>
    </message>
    <message>
        <source>one of user %1</source>
        <translation>사용자 %1의 행</translation>
    </message>
    <message>
        <source>row %1 of user %2</source>
        <translation>사용자 %2의 행 %1번</translation>
    </message>
    <message>
        <source>%1 row of this coupon is there that issued.where does not count (%2).</source>
        <translation>이 쿠폰의 행 가운데 issued.where에 해당하지 않는 행이 %1개 있습니다(%2).</translation>
    </message>
    <message>
        <source>%1 rows of this coupon are there that issued.where does not count (first: %2).</source>
        <translation>이 쿠폰의 행 가운데 issued.where에 해당하지 않는 행이 %1개 있습니다(처음: %2).</translation>
    </message>
    <message>
        <source>If coupons come back while the run goes on, &quot;givesBack&quot;: true in the profile says so.</source>
        <translation>실행 중에 쿠폰이 되돌아온다면 프로필에 &quot;givesBack&quot;: true로 지정합니다.</translation>
    </message>
    <message>
        <source>Nobody was told &quot;already issued&quot; or &quot;out of stock&quot;, so there was nothing to look at.</source>
        <translation>&quot;이미 발급됨&quot;이나 &quot;수량 부족&quot; 응답을 받은 사람이 없어 살펴볼 것이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 in %2 request.</source>
        <translation>요청 %2건 중 %1건.</translation>
    </message>
    <message>
        <source>%1 in %2 requests.</source>
        <translation>요청 %2건 중 %1건.</translation>
    </message>
    <message>
        <source>%1 more coupon</source>
        <translation>그 외 쿠폰 %1개</translation>
    </message>
    <message>
        <source>%1 more coupons</source>
        <translation>그 외 쿠폰 %1개</translation>
    </message>
    <message>
        <source>Not looked at: %1.</source>
        <translation>확인하지 않음: %1.</translation>
    </message>
    <message>
        <source>No request took effect or was refused, so there was nothing to replay.</source>
        <translation>반영되거나 거절된 요청이 없어 재현할 것이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 request replayed, same answer, same end.</source>
        <translation>요청 %1건을 재현했으며 응답과 끝 상태가 같습니다.</translation>
    </message>
    <message>
        <source>Of %1 in all; the others have no answer that could be replayed.</source>
        <translation>전체 %1건 중입니다. 나머지는 재현할 수 있는 응답이 없습니다.</translation>
    </message>
    <message>
        <source>%1 person holds more than one;</source>
        <translation>%1명이 두 장 이상 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 people hold more than one;</source>
        <translation>%1명이 두 장 이상 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 person holds more than %2;</source>
        <translation>%1명이 %2장보다 많이 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 people hold more than %2;</source>
        <translation>%1명이 %2장보다 많이 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 coupon too many. Most: user %2 with %3.</source>
        <translation>쿠폰 %1장이 초과되었습니다. 가장 많은 사람: 사용자 %2, %3장.</translation>
    </message>
    <message>
        <source>%1 coupons too many. Most: user %2 with %3.</source>
        <translation>쿠폰 %1장이 초과되었습니다. 가장 많은 사람: 사용자 %2, %3장.</translation>
    </message>
    <message>
        <source>nobody beyond %1 by a row of the run</source>
        <translation>이 실행의 행으로 %1장을 넘은 사람 없음</translation>
    </message>
    <message>
        <source>No request is left without a definite answer but those that were not sent or broken off.</source>
        <translation>보내지 않았거나 중단된 요청 외에는 확실한 응답이 없는 요청이 없습니다.</translation>
    </message>
    <message>
        <source>no answer: %1</source>
        <translation>응답 없음: %1</translation>
    </message>
    <message>
        <source>not recognised: %1</source>
        <translation>인식되지 않음: %1</translation>
    </message>
    <message>
        <source>server error: %1</source>
        <translation>서버 오류: %1</translation>
    </message>
    <message>
        <source>%1 without a definite answer (%4); %2 took effect, %3 did not.</source>
        <translation>확실한 응답이 없는 요청 %1건(%4). %2건은 반영되었고 %3건은 반영되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nobody was answered, so there was nothing to look at.</source>
        <translation>응답을 받은 사람이 없어 확인할 것이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 row of these people is there that issued.where does not count now (%2). Was it cancelled while the run went on? &quot;givesBack&quot;: true in the profile says so.</source>
        <translation>이 사람들의 행 가운데 지금 issued.where에 해당하지 않는 행이 %1개 있습니다(%2). 실행 중에 취소되었습니까? 그렇다면 프로필에 &quot;givesBack&quot;: true로 지정합니다.</translation>
    </message>
    <message>
        <source>%1 rows of these people are there that issued.where does not count now (first: %2). Were they cancelled while the run went on? &quot;givesBack&quot;: true in the profile says so.</source>
        <translation>이 사람들의 행 가운데 지금 issued.where에 해당하지 않는 행이 %1개 있습니다(처음: %2). 실행 중에 취소되었습니까? 그렇다면 프로필에 &quot;givesBack&quot;: true로 지정합니다.</translation>
    </message>
    <message>
        <source>%1 promise, %2.</source>
        <translation>약속 %1건, %2.</translation>
    </message>
    <message>
        <source>%1 promises, %2.</source>
        <translation>약속 %1건, %2.</translation>
    </message>
    <message>
        <source>%1 has more than they were told of</source>
        <translation>들은 것보다 많이 가진 사람 %1명</translation>
    </message>
    <message>
        <source>%1 &quot;issued&quot; to %2.</source>
        <translation>&quot;발급됨&quot; %1건, %2에게.</translation>
    </message>
    <message>
        <source>%1 was told &quot;issued&quot;</source>
        <translation>&quot;발급됨&quot; 응답을 받은 사람 %1명</translation>
    </message>
    <message>
        <source>%1 were told &quot;issued&quot;</source>
        <translation>&quot;발급됨&quot; 응답을 받은 사람 %1명</translation>
    </message>
    <message>
        <source>%1 for %2 pieces, %3 existed.</source>
        <translation>%1, 모두 %2개, 있던 것은 %3개.</translation>
    </message>
    <message>
        <source>%1, %2 existed.</source>
        <translation>%1, 있던 것은 %2.</translation>
    </message>
    <message>
        <source>%1 for %2 pieces, only %3 existed: %4 too many.</source>
        <translation>%1, 모두 %2개, 있던 것은 %3개뿐: %4개 초과.</translation>
    </message>
    <message>
        <source>%1, only %2 existed: %3 too many.</source>
        <translation>%1, 있던 것은 %2뿐: %3장 초과.</translation>
    </message>
    <message>
        <source>Refusals that fit the times at which coupons went: %1 of %2; the other is wrong by what the end shows and stands under a check of its own.</source>
        <translation>쿠폰이 나간 시각에 맞는 거절: %2건 중 %1건. 나머지 하나는 마지막 상태로 보아 틀렸고 따로 검사에 나옵니다.</translation>
    </message>
    <message>
        <source>Refusals that fit the times at which coupons went: %1 of %2; the others are wrong by what the end shows and stand under their own checks.</source>
        <translation>쿠폰이 나간 시각에 맞는 거절: %2건 중 %1건. 나머지는 마지막 상태로 보아 틀렸고 저마다의 검사에 나옵니다.</translation>
    </message>
    <message>
        <source>After %1 the end is another than what the database holds.</source>
        <translation>%1 뒤의 상태가 데이터베이스에 있는 것과 다릅니다.</translation>
    </message>
    <message>
        <source>No order of %1 gives these answers. %2</source>
        <translation>%1의 어떤 순서로도 이런 응답이 나오지 않습니다. %2</translation>
    </message>
    <message>
        <source>%1, %2, nobody has two.</source>
        <translation>%1, %2, 두 장 가진 사람은 없습니다.</translation>
    </message>
    <message>
        <source>%1, %2, nobody got a second one.</source>
        <translation>%1, %2, 두 번째를 받은 사람은 없습니다.</translation>
    </message>
    <message>
        <source>%1, %2, nobody got more than allowed.</source>
        <translation>%1, %2, 허용된 것보다 많이 받은 사람은 없습니다.</translation>
    </message>
    <message>
        <source>It is still there.</source>
        <translation>그대로 있습니다.</translation>
    </message>
    <message>
        <source>%1 coupon from before the run is gone.</source>
        <translation>실행 전의 쿠폰 %1장이 사라졌습니다.</translation>
    </message>
    <message>
        <source>%1. What this check found before the run is not known, so nobody can tell which are the run&apos;s.</source>
        <translation>%1. 실행 전에 이 검사가 찾은 것을 알 수 없어, 어느 것이 이번 실행의 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of them was there before the run.</source>
        <translation>그 가운데 %1개는 실행 전부터 있었습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;issued&quot; %2 times, first at %3.</source>
        <translation>사용자 %1: &quot;발급됨&quot; 응답 %2번, 처음은 %3.</translation>
    </message>
    <message>
        <source>the %1 row of these people</source>
        <translation>이 사람들의 행 %1개</translation>
    </message>
    <message>
        <source>the %1 row of this coupon</source>
        <translation>이 쿠폰의 행 %1개</translation>
    </message>
    <message>
        <source>%1, still for %2</source>
        <translation>%1, %2 동안 그대로</translation>
    </message>
    <message>
        <source>%1 written, %2 was there to give.</source>
        <translation>%1개 기록됨, 줄 수 있던 것은 %2개.</translation>
    </message>
    <message>
        <source>%1 coupon was written, only %2 existed: %3 too many.</source>
        <translation>쿠폰 %1장이 기록되었는데 있던 것은 %2장뿐: %3장 초과.</translation>
    </message>
    <message>
        <source>%1 at start, but %2 written + %3 left make %4: %5 coupon was handed out without the stock noticing.</source>
        <translation>시작 때 %1, 그런데 기록 %2 + 남음 %3 = %4: 쿠폰 %5장이 재고에 반영되지 않고 나갔습니다.</translation>
    </message>
    <message>
        <source>%1 at start, but %2 written + %3 left make %4: %5 piece is gone from the stock, and no row stands for it now.</source>
        <translation>시작 때 %1, 그런데 기록 %2 + 남음 %3 = %4: 재고에서 %5개가 빠졌는데 지금 그에 해당하는 행이 없습니다.</translation>
    </message>
    <message>
        <source>`stampede-cli audit --snapshot before.json …` before the next run, and --before before.json after it, tells.</source>
        <translation>다음 실행 전에 `stampede-cli audit --snapshot before.json …`, 실행 후에 --before before.json을 쓰면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>What the tables held before the run is not known, so which rows are new is not either.</source>
        <translation>실행 전에 테이블에 무엇이 있었는지 알 수 없어 어느 행이 새것인지도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The stock before the run is not known: by the total and the older rows it was %1 at most, and fewer would explain this.</source>
        <translation>실행 전 수량을 알 수 없습니다. 총수량과 더 오래된 행으로 보면 최대 %1이며, 더 적었다면 이 결과가 설명됩니다.</translation>
    </message>
    <message>
        <source>Needs the stock before the run; --stock N says it.</source>
        <translation>실행 전 수량이 필요합니다. --stock N으로 지정합니다.</translation>
    </message>
    <message>
        <source>What was there before the run is told by the rows that are there now.</source>
        <translation>실행 전의 상태는 지금 있는 행으로만 알 수 있습니다.</translation>
    </message>
    <message>
        <source>expected what `audit --snapshot` wrote (stampede.before/1)</source>
        <translation>`audit --snapshot` 명령으로 쓴 파일(stampede.before/1)이어야 합니다</translation>
    </message>
    <message>
        <source>its rows are damaged</source>
        <translation>행이 손상되었습니다</translation>
    </message>
    <message>
        <source>What became of %1 other request, its answer does not tell.</source>
        <translation>다른 요청 %1건이 어떻게 되었는지는 응답이 말하지 않습니다.</translation>
    </message>
    <message>
        <source>What became of %1 other requests, their answers do not tell.</source>
        <translation>다른 요청 %1건이 어떻게 되었는지는 응답이 말하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 person got answers that were not recognised: whether they were told &quot;issued&quot; too often, nobody knows.</source>
        <translation>%1명은 인식되지 않은 응답을 받았습니다. &quot;발급됨&quot; 응답을 너무 자주 받았는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 people got answers that were not recognised: whether they were told &quot;issued&quot; too often, nobody knows.</source>
        <translation>%1명은 인식되지 않은 응답을 받았습니다. &quot;발급됨&quot; 응답을 너무 자주 받았는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>The server counted %1, and %2 read the row. Connections were lost, and the server&apos;s count of their statements with them.</source>
        <translation>서버가 센 것: %1. 행을 읽은 것: %2. 연결이 끊어지면서 그 연결에서 서버가 센 문장 수도 사라졌습니다.</translation>
    </message>
    <message>
        <source>Since this run %1 person holds more than %2;</source>
        <translation>이 실행 이후 %1명이 %2장보다 많이 가지고 있습니다.</translation>
    </message>
    <message>
        <source>Since this run %1 people hold more than %2;</source>
        <translation>이 실행 이후 %1명이 %2장보다 많이 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 more person held too many before the run, and got nothing since; that was there before.</source>
        <translation>그 밖에 %1명은 실행 전부터 너무 많이 가지고 있었고 그 뒤로 받은 것이 없습니다. 전부터 그랬던 것입니다.</translation>
    </message>
    <message>
        <source>%1 more people held too many before the run, and got nothing since; that was there before.</source>
        <translation>그 밖에 %1명은 실행 전부터 너무 많이 가지고 있었고 그 뒤로 받은 것이 없습니다. 전부터 그랬던 것입니다.</translation>
    </message>
    <message>
        <source>%1 row points to a coupon that does not exist; whether it is of the run nobody knows.</source>
        <translation>%1개 행이 없는 쿠폰을 가리킵니다. 이 실행의 행인지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 rows point to a coupon that does not exist; whether they are of the run nobody knows.</source>
        <translation>%1개 행이 없는 쿠폰을 가리킵니다. 이 실행의 행인지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 row of before the run points to a coupon that does not exist.</source>
        <translation>실행 전의 행 %1개가 없는 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>%1 rows of before the run point to a coupon that does not exist.</source>
        <translation>실행 전의 행 %1개가 없는 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>%1 new row points to a coupon that does not exist.</source>
        <translation>새 행 %1개가 없는 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>%1 new rows point to a coupon that does not exist.</source>
        <translation>새 행 %1개가 없는 쿠폰을 가리킵니다.</translation>
    </message>
    <message>
        <source>No answer of this run tells of %1 new row (%2). Whether the service wrote it for this run or for somebody else, nobody can know.</source>
        <translation>새 행 %1개(%2)를 알린 응답이 이 실행에 없습니다. 서비스가 이 실행을 위해 썼는지 다른 누군가를 위해 썼는지는 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No answer of this run tells of %1 new rows (first: %2). Whether the service wrote them for this run or for somebody else, nobody can know.</source>
        <translation>새 행 %1개(첫 번째: %2)를 알린 응답이 이 실행에 없습니다. 서비스가 이 실행을 위해 썼는지 다른 누군가를 위해 썼는지는 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>issued.requestId in the profile would say it.</source>
        <translation>프로필의 issued.requestId가 있으면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 piece is gone from the stock, and neither a row nor an answer of this run stands for it. Whether the service took it or somebody else, nobody can know.</source>
        <translation>재고에서 %1개가 사라졌는데, 그것에 해당하는 행도 이 실행의 응답도 없습니다. 서비스가 뺐는지 다른 누군가가 뺐는지는 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 pieces are gone from the stock, and neither rows nor answers of this run stand for them. Whether the service took them or somebody else, nobody can know.</source>
        <translation>재고에서 %1개가 사라졌는데, 그것에 해당하는 행도 이 실행의 응답도 없습니다. 서비스가 뺐는지 다른 누군가가 뺐는지는 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 new rows belong to people this run never asked for (first: user %2).</source>
        <translation>새 행 %1개가 이 실행이 요청하지 않은 사람의 것입니다(첫 번째: 사용자 %2).</translation>
    </message>
    <message>
        <source>%1 new row names a request that this run did not make (first: row %2 of user %3).</source>
        <translation>새 행 %1개에 이 실행이 보내지 않은 요청이 적혀 있습니다(첫 번째: 사용자 %3의 행 %2).</translation>
    </message>
    <message>
        <source>%1 new rows name requests that this run did not make (first: row %2 of user %3).</source>
        <translation>새 행 %1개에 이 실행이 보내지 않은 요청이 적혀 있습니다(첫 번째: 사용자 %3의 행 %2).</translation>
    </message>
    <message>
        <source>Somebody else was using the service, so what follows cannot be decided.</source>
        <translation>다른 누군가가 서비스를 쓰고 있었으므로 이어지는 내용은 판정할 수 없습니다.</translation>
    </message>
    <message>
        <source>No row is new.</source>
        <translation>새 행이 없습니다.</translation>
    </message>
    <message>
        <source>No answer of this run and no request id tells of %1 new row.</source>
        <translation>새 행 %1개를 알린 응답도 요청 ID도 이 실행에 없습니다.</translation>
    </message>
    <message>
        <source>No answer of this run and no request id tells of %1 new rows.</source>
        <translation>새 행 %1개를 알린 응답도 요청 ID도 이 실행에 없습니다.</translation>
    </message>
    <message>
        <source>Every new row belongs to somebody who was told &quot;issued&quot; or got no definite answer, or names their request.</source>
        <translation>모든 새 행은 &quot;발급됨&quot; 응답을 받았거나 확실한 응답을 받지 못한 사람의 것이거나, 그 사람의 요청이 적혀 있습니다.</translation>
    </message>
    <message>
        <source>nobody sent away while the sale is open</source>
        <translation>판매 중에 돌려보낸 사람 없음</translation>
    </message>
    <message>
        <source>%1 answer said that the sale was not open, and it was.</source>
        <translation>판매 중인데 판매 중이 아니라고 한 응답: %1건.</translation>
    </message>
    <message>
        <source>%1 answers said that the sale was not open, and it was.</source>
        <translation>판매 중인데 판매 중이 아니라고 한 응답: %1건.</translation>
    </message>
    <message>
        <source>%1 answer said that the sale was not open; whether it was, nobody knows.</source>
        <translation>판매 중이 아니라고 한 응답: %1건. 실제로 그랬는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 answers said that the sale was not open; whether it was, nobody knows.</source>
        <translation>판매 중이 아니라고 한 응답: %1건. 실제로 그랬는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 answer said that the sale was not open; it was not.</source>
        <translation>판매 중이 아니라고 한 응답: %1건. 실제로 판매 중이 아니었습니다.</translation>
    </message>
    <message>
        <source>%1 answers said that the sale was not open; it was not.</source>
        <translation>판매 중이 아니라고 한 응답: %1건. 실제로 판매 중이 아니었습니다.</translation>
    </message>
    <message>
        <source>%1 was told &quot;already issued&quot;, never &quot;issued&quot;</source>
        <translation>%1명은 &quot;이미 발급됨&quot; 응답만 받고 &quot;발급됨&quot; 응답을 받은 적이 없음</translation>
    </message>
    <message>
        <source>%1 were told &quot;already issued&quot;, never &quot;issued&quot;</source>
        <translation>%1명은 &quot;이미 발급됨&quot; 응답만 받고 &quot;발급됨&quot; 응답을 받은 적이 없음</translation>
    </message>
    <message>
        <source>%1 person has a coupon that no answer gave them: %2.</source>
        <translation>%1명이 어떤 응답으로도 발급되지 않은 쿠폰을 가지고 있습니다: %2.</translation>
    </message>
    <message>
        <source>%1 people have a coupon that no answer gave them: %2.</source>
        <translation>%1명이 어떤 응답으로도 발급되지 않은 쿠폰을 가지고 있습니다: %2.</translation>
    </message>
    <message>
        <source>Every new row belongs to someone who was told, or whose request has no definite answer.</source>
        <translation>새 행은 모두 통보를 받았거나 요청에 확실한 응답이 없는 사람의 것입니다.</translation>
    </message>
    <message>
        <source>issued, or already issued</source>
        <translation>발급됨 또는 이미 발급됨</translation>
    </message>
    <message>
        <source>asked for only later</source>
        <translation>나중에야 요청함</translation>
    </message>
    <message>
        <source>No new row lies outside the sale; %1 row from before the run does.</source>
        <translation>판매 기간 밖의 새 행은 없습니다. 실행 전의 행 %1개는 기간 밖입니다.</translation>
    </message>
    <message>
        <source>No new row lies outside the sale; %1 rows from before the run do.</source>
        <translation>판매 기간 밖의 새 행은 없습니다. 실행 전의 행 %1개는 기간 밖입니다.</translation>
    </message>
    <message>
        <source>%1 new row belongs to somebody this run never asked for (user %2).</source>
        <translation>이 실행이 요청한 적 없는 사용자의 새 행 %1개가 있습니다(사용자 %2).</translation>
    </message>
    <message>
        <source>%1 request without a definite answer widens what was predicted before the run.</source>
        <translation>확실한 응답이 없는 요청 %1건만큼 실행 전 예측의 범위가 넓어집니다.</translation>
    </message>
    <message>
        <source>%1 requests without a definite answer widen what was predicted before the run.</source>
        <translation>확실한 응답이 없는 요청 %1건만큼 실행 전 예측의 범위가 넓어집니다.</translation>
    </message>
    <message>
        <source>%1 request ended in a server error (%2).</source>
        <translation>요청 %1건이 서버 오류로 끝났습니다(%2).</translation>
    </message>
    <message>
        <source>%1 requests ended in a server error (%2).</source>
        <translation>요청 %1건이 서버 오류로 끝났습니다(%2).</translation>
    </message>
    <message>
        <source>it tells of no coupon</source>
        <translation>쿠폰에 대한 내용이 없습니다</translation>
    </message>
    <message>
        <source>%1 request that brought neither a coupon nor a refusal (%2) widens what was predicted before the run.</source>
        <translation>쿠폰도 거절도 아닌 요청 %1건(%2) 때문에 실행 전 예측 범위가 넓어집니다.</translation>
    </message>
    <message>
        <source>%1 requests that brought neither a coupon nor a refusal (%2) widen what was predicted before the run.</source>
        <translation>쿠폰도 거절도 아닌 요청 %1건(%2) 때문에 실행 전 예측 범위가 넓어집니다.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>nobody more than once and more often than they have new rows</source>
        <translation>두 번 이상이면서 새 행 수보다 자주 들은 사람 없음</translation>
    </message>
    <message>
        <source>%1 person was told &quot;issued&quot; more than once, and more often than they have new rows.</source>
        <translation>%1명이 &quot;발급됨&quot;을 두 번 이상, 그리고 자기 새 행 수보다 자주 들었습니다.</translation>
    </message>
    <message>
        <source>%1 people were told &quot;issued&quot; more than once, and more often than they have new rows.</source>
        <translation>%1명이 &quot;발급됨&quot;을 두 번 이상, 그리고 자기 새 행 수보다 자주 들었습니다.</translation>
    </message>
    <message>
        <source>%1 person was told so more than once and has a row for each time; that stands under &quot;One coupon per person&quot;.</source>
        <translation>%1명이 두 번 이상 들었고 그때마다 행이 있습니다. 이는 이는 &quot;1인 1쿠폰&quot; 검사에 나옵니다quot;한 사람에 쿠폰 한 장이는 &quot;1인 1쿠폰&quot; 검사에 나옵니다quot; 검사에 나옵니다.</translation>
    </message>
    <message>
        <source>%1 people were told so more than once and have a row for each time; that stands under &quot;One coupon per person&quot;.</source>
        <translation>%1명이 두 번 이상 들었고 그때마다 행이 있습니다. 이는 이는 &quot;1인 1쿠폰&quot; 검사에 나옵니다quot;한 사람에 쿠폰 한 장이는 &quot;1인 1쿠폰&quot; 검사에 나옵니다quot; 검사에 나옵니다.</translation>
    </message>
    <message>
        <source>nobody more than once</source>
        <translation>두 번 이상 들은 사람 없음</translation>
    </message>
    <message>
        <source>nobody more than %1 times</source>
        <translation>%1번보다 많이 들은 사람 없음</translation>
    </message>
    <message>
        <source>%1 request was told &quot;out of stock&quot; although only %2 of %3 coupons can have gone by the answers. Whether it came too early, or others had got the rest, nobody can see here.</source>
        <translation>응답으로 보면 쿠폰 %3장 중 많아야 %2장이 나갔는데 요청 %1건이 &quot;재고 없음&quot;을 들었습니다. 너무 일렀는지, 나머지를 다른 사람이 받았는지 여기서는 아무도 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 requests were told &quot;out of stock&quot; although only %2 of %3 coupons can have gone by the answers. Whether they came too early, or others had got the rest, nobody can see here.</source>
        <translation>응답으로 보면 쿠폰 %3장 중 많아야 %2장이 나갔는데 요청 %1건이 &quot;재고 없음&quot;을 들었습니다. 너무 일렀는지, 나머지를 다른 사람이 받았는지 여기서는 아무도 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>What must come of the requests that were made was not predicted.</source>
        <translation>실제로 보낸 요청의 결과는 예측되지 않았습니다.</translation>
    </message>
    <message>
        <source>Whether the service did wrong, or the stock, the limit, the hours or earlier holders are others than was said, nobody can see here.</source>
        <translation>서비스가 잘못했는지, 재고·한도·판매 시간·이전 보유자가 알려진 것과 다른지 여기서는 아무도 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>User %1 was told &quot;already issued&quot; at %2 s and never &quot;issued&quot;, and has row %3, which names a request that this run did not make.</source>
        <translation>사용자 %1: %2초에 &quot;이미 발급됨&quot;을 들었고 &quot;발급됨&quot;은 듣지 못했으며, 이번 실행이 하지 않은 요청을 가리키는 행 %3이 있습니다.</translation>
    </message>
    <message>
        <source>Only rows that are there were looked at: whether somebody else deleted one, nobody can know.</source>
        <translation>지금 있는 행만 살펴보았습니다. 다른 누군가가 행을 지웠는지는 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>What was broken or could not be told was looked at again after %1 and was the same.</source>
        <translation>깨졌거나 판단할 수 없던 것을 %1 뒤에 다시 확인했고 같았습니다.</translation>
    </message>
    <message>
        <source>%1 without a definite answer (%3); %2 took effect so far, and whether others still will, nobody knows yet.</source>
        <translation>확정 응답 없음 %1건(%3). 지금까지 %2건이 반영되었고, 나머지가 더 반영될지는 아직 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>The answers are within. What is left in the end nobody knows yet, as the database had not come to rest.</source>
        <translation>응답은 범위 안입니다. 데이터베이스가 멈추지 않아 마지막에 얼마나 남을지는 아직 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 request was not sent.</source>
        <translation>요청 %1건이 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 requests were not sent.</source>
        <translation>요청 %1건이 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nobody was told &quot;issued&quot; too often</source>
        <translation>아무도 &quot;발급됨&quot;을 너무 자주 듣지 않음</translation>
    </message>
    <message>
        <source>No server errors, every request sent</source>
        <translation>서버 오류 없음, 모든 요청 전송됨</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>Row lock off</source>
        <translation>행 잠금 꺼짐</translation>
    </message>
    <message>
        <source>Row lock on</source>
        <translation>행 잠금 켜짐</translation>
    </message>
    <message>
        <source>THE RACE</source>
        <translation>경쟁 상태</translation>
    </message>
    <message>
        <source>Stampede · run %1 · seed %2</source>
        <translation>Stampede · 실행 %1 · 시드 %2</translation>
    </message>
    <message>
        <source>Duplicate check off</source>
        <translation>중복 확인 꺼짐</translation>
    </message>
    <message>
        <source>Unique key off</source>
        <translation>유니크 키 꺼짐</translation>
    </message>
    <message>
        <source>All protections off</source>
        <translation>보호 장치 모두 꺼짐</translation>
    </message>
    <message>
        <source>read the same value</source>
        <translation>같은 값을 읽음</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>잡고 있음</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>seen, ms</source>
        <translation>확인, ms</translation>
    </message>
</context>
<context>
    <name>ChartAxesText</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
</context>
<context>
    <name>ChartBoundsText</name>
    <message>
        <source>%1, at most</source>
        <translation>%1(최대)</translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation>%1(최소)</translation>
    </message>
</context>
<context>
    <name>ChartText</name>
    <message>
        <source>%1 ↑ beyond this chart</source>
        <translation>%1 ↑ 이 차트를 벗어남</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message>
        <source>Were more coupons written than there were to give?</source>
        <translation>줄 수 있던 것보다 많은 쿠폰이 기록되었습니까?</translation>
    </message>
    <message>
        <source>Counts rows, so it holds for everybody who wrote. It does not say who should have been refused: row ids are given when a row is written, not when it is committed.</source>
        <translation>행을 세므로 누가 썼든 맞습니다. 누가 거절되어야 했는지는 말해 주지 않습니다. 행 ID는 커밋할 때가 아니라 행을 쓸 때 정해집니다.</translation>
    </message>
    <message>
        <source>Does the stock column go below zero?</source>
        <translation>수량 열이 0 아래로 내려갑니까?</translation>
    </message>
    <message>
        <source>Looks at the column as it is after the run. A value that was negative in between is not seen.</source>
        <translation>실행 뒤의 열을 봅니다. 중간에 음수였던 값은 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Does stock at start equal coupons written plus stock left?</source>
        <translation>시작 수량이 기록된 쿠폰과 남은 수량의 합과 같습니까?</translation>
    </message>
    <message>
        <source>Finds every lost or doubled decrement that remains at the end. Two mistakes that cancel each other exactly are not seen.</source>
        <translation>끝까지 남은, 유실되거나 두 번 된 차감을 모두 찾습니다. 서로 정확히 상쇄되는 두 오류는 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Does the coupon&apos;s own counter equal the rows?</source>
        <translation>쿠폰의 자체 카운터가 행의 수와 같습니까?</translation>
    </message>
    <message>
        <source>Compares two figures of the same database; both may be wrong in the same way.</source>
        <translation>같은 데이터베이스의 두 수치를 비교하므로, 둘 다 같은 방식으로 틀릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Does anyone hold more than one?</source>
        <translation>두 장 이상 가진 사람이 있습니까?</translation>
    </message>
    <message>
        <source>Looks at every row of the coupon. It proves nothing of people who asked only once: nobody tried them.</source>
        <translation>쿠폰의 모든 행을 봅니다. 한 번만 요청한 사람에 대해서는 시험되지 않았으므로 아무것도 증명하지 않습니다.</translation>
    </message>
    <message>
        <source>Are coupons from before the run still there?</source>
        <translation>실행 전의 쿠폰이 그대로 있습니까?</translation>
    </message>
    <message>
        <source>Compares people, not the contents of their rows.</source>
        <translation>사람을 비교하며, 행의 내용은 비교하지 않습니다.</translation>
    </message>
    <message>
        <source>Does every row point to a person and a coupon that exist?</source>
        <translation>모든 행이 존재하는 사람과 쿠폰을 가리킵니까?</translation>
    </message>
    <message>
        <source>Says nothing of whether it is the right person.</source>
        <translation>올바른 사람인지는 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>Was every coupon issued between start and end of the sale?</source>
        <translation>모든 쿠폰이 판매 시작과 종료 사이에 발급되었습니까?</translation>
    </message>
    <message>
        <source>Uses the moment that the row itself carries, by the clock of whoever wrote it.</source>
        <translation>행 자체에 있는 시각을 쓰며, 그 시각은 행을 쓴 쪽의 시계를 따릅니다.</translation>
    </message>
    <message>
        <source>Has everyone who was told &quot;issued&quot; a row?</source>
        <translation>&quot;발급됨&quot; 응답을 받은 사람에게 모두 행이 있습니까?</translation>
    </message>
    <message>
        <source>Every promise of this run was looked up. It does not prove that a row survives a crash later on.</source>
        <translation>이 실행의 모든 약속을 확인했습니다. 나중에 장애가 나도 행이 남는지는 증명하지 않습니다.</translation>
    </message>
    <message>
        <source>Did anyone get &quot;issued&quot; more than once?</source>
        <translation>&quot;발급됨&quot; 응답을 두 번 이상 받은 사람이 있습니까?</translation>
    </message>
    <message>
        <source>Looks at the answers of this run only.</source>
        <translation>이 실행의 응답만 봅니다.</translation>
    </message>
    <message>
        <source>Does everyone who was told &quot;already issued&quot; hold a coupon?</source>
        <translation>&quot;이미 발급됨&quot; 응답을 받은 사람이 모두 쿠폰을 가지고 있습니까?</translation>
    </message>
    <message>
        <source>Looks at the end of the run. Whether it was true at the moment it was said is asked by &quot;Every refusal was right when given&quot;.</source>
        <translation>실행의 끝을 봅니다. 응답한 순간에 참이었는지는 &quot;모든 거절이 그 순간에 옳았음&quot;에서 봅니다.</translation>
    </message>
    <message>
        <source>When someone was told &quot;out of stock&quot;, had all coupons gone by the end?</source>
        <translation>누군가 &quot;수량 부족&quot; 응답을 받았다면, 끝에는 쿠폰이 모두 나가 있었습니까?</translation>
    </message>
    <message>
        <source>Looks at the end of the run. An answer that came a moment too early is found by &quot;Every refusal was right when given&quot;.</source>
        <translation>실행의 끝을 봅니다. 조금 일찍 나온 응답은 &quot;모든 거절이 그 순간에 옳았음&quot;에서 찾습니다.</translation>
    </message>
    <message>
        <source>Could each refusal have been right at the moment it was given?</source>
        <translation>각 거절이 응답한 순간에 옳을 수 있었습니까?</translation>
    </message>
    <message>
        <source>Every refusal found here is certainly wrong. Requests that were under way together may have been served in either order, and get the benefit of the doubt.</source>
        <translation>여기서 찾은 거절은 확실히 잘못된 것입니다. 동시에 진행된 요청은 어느 순서로든 처리되었을 수 있으므로 유리하게 봅니다.</translation>
    </message>
    <message>
        <source>Replayed one by one in an order that respects the clock, does the service&apos;s rule give the same answers?</source>
        <translation>시계를 어기지 않는 순서로 하나씩 재현하면 서비스의 규칙이 같은 응답을 냅니까?</translation>
    </message>
    <message>
        <source>One such order is enough. It need not be the order in which the database really worked.</source>
        <translation>그런 순서가 하나면 충분합니다. 데이터베이스가 실제로 처리한 순서일 필요는 없습니다.</translation>
    </message>
    <message>
        <source>Do all new rows belong to people this run asked for?</source>
        <translation>새 행이 모두 이 실행에서 요청한 사람의 것입니까?</translation>
    </message>
    <message>
        <source>Somebody else who wrote for the same people is not seen.</source>
        <translation>다른 누군가가 같은 사람들의 것을 썼다면 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing in flight, no open transaction, two equal reads?</source>
        <translation>진행 중인 것도 열린 트랜잭션도 없고, 두 번 읽은 결과가 같습니까?</translation>
    </message>
    <message>
        <source>A job that writes minutes later is not waited for.</source>
        <translation>몇 분 뒤에 쓰는 작업은 기다리지 않습니다.</translation>
    </message>
    <message>
        <source>What became of them?</source>
        <translation>어떻게 되었습니까?</translation>
    </message>
    <message>
        <source>Where a person asked several times, the rows tell how many of the requests took effect, not which.</source>
        <translation>한 사람이 여러 번 요청했다면, 행은 몇 건이 반영되었는지는 알려 주지만 어느 것인지는 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Do the figures lie within the prediction?</source>
        <translation>수치가 예측 범위 안에 있습니까?</translation>
    </message>
    <message>
        <source>A prediction is a range. To lie within it is no proof of anything else.</source>
        <translation>예측은 범위입니다. 그 안에 있다는 것이 다른 무엇을 증명하지는 않습니다.</translation>
    </message>
    <message>
        <source>Did the service fail by its own account?</source>
        <translation>서비스가 스스로 실패했다고 응답한 적이 있습니까?</translation>
    </message>
    <message>
        <source>An error that the service keeps to itself is not seen.</source>
        <translation>서비스가 알리지 않은 오류는 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Is there a unique key over person and coupon, without NULLs?</source>
        <translation>사람과 쿠폰에 대해 NULL이 없는 유니크 키가 있습니까?</translation>
    </message>
    <message>
        <source>Says what the database would stop, not what happened.</source>
        <translation>데이터베이스가 무엇을 막을지를 말하며, 무슨 일이 있었는지는 말하지 않습니다.</translation>
    </message>
    <message>
        <source>Did the server count locking reads on the coupon?</source>
        <translation>서버가 쿠폰에 대한 잠금 읽기를 집계했습니까?</translation>
    </message>
    <message>
        <source>The count is the server&apos;s, over all its clients. It does not say that each request locked.</source>
        <translation>서버가 모든 클라이언트에 대해 센 값입니다. 각 요청이 잠갔다는 뜻은 아닙니다.</translation>
    </message>
    <message>
        <source>Do its log lines count the same as the answers?</source>
        <translation>서비스의 로그 줄 수가 응답 수와 같습니까?</translation>
    </message>
    <message>
        <source>Compares sums, not line by line.</source>
        <translation>줄마다가 아니라 합계를 비교합니다.</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>손상</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>전제</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>No row may come back. What the statement does not look at is not judged.</source>
        <translation>행이 하나도 나오지 않아야 합니다. 구문이 보지 않는 것은 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Was everyone who got a row told so, or left without a definite answer?</source>
        <translation>행을 얻은 사람이 모두 그 응답을 받았거나 확실한 응답을 받지 못했습니까?</translation>
    </message>
    <message>
        <source>People without a definite answer may have a row: nobody told them otherwise.</source>
        <translation>확실한 응답이 없는 사람에게는 행이 있을 수 있습니다. 다른 응답을 받은 것은 아니기 때문입니다.</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Stop and audit</source>
        <translation>중지하고 감사</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>바로 중지</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>계속 실행</translation>
    </message>
    <message>
        <source>A run is going on: %1</source>
        <translation>실행 중입니다: %1</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>The speed of the baseline %1 is not to be trusted: %2</source>
        <translation>기준 실행 %1의 속도는 믿을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The baseline %1 has no figure that a limit could be made of.</source>
        <translation>기준 실행 %1에는 기준값으로 삼을 수치가 없습니다.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Row lock</source>
        <translation>행 잠금</translation>
    </message>
    <message>
        <source>Duplicate check</source>
        <translation>중복 확인</translation>
    </message>
    <message>
        <source>Unique key</source>
        <translation>유니크 키</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Isolation level</source>
        <translation>격리 수준</translation>
    </message>
    <message>
        <source>Pause between reading and writing</source>
        <translation>읽기와 쓰기 사이의 멈춤</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Sold-out latch</source>
        <translation>소진 래치</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Discount, %</source>
        <translation>할인, %</translation>
    </message>
    <message>
        <source>On sale from</source>
        <translation>판매 시작</translation>
    </message>
    <message>
        <source>On sale until</source>
        <translation>판매 종료</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>누가 요청</translation>
    </message>
    <message>
        <source>Which person asks</source>
        <translation>요청하는 사람</translation>
    </message>
    <message>
        <source>Exponent of who asks</source>
        <translation>누가 요청: 지수</translation>
    </message>
    <message>
        <source>People&apos;s file</source>
        <translation>사람 파일</translation>
    </message>
    <message>
        <source>SHA-256 of the people&apos;s file</source>
        <translation>사람 파일의 SHA-256</translation>
    </message>
    <message>
        <source>Balance of a person</source>
        <translation>한 사람의 잔액</translation>
    </message>
    <message>
        <source>Coupons a person may have</source>
        <translation>한 사람이 가질 수 있는 쿠폰</translation>
    </message>
    <message>
        <source>Within which they count</source>
        <translation>세는 범위</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>가상 사용자</translation>
    </message>
    <message>
        <source>Virtual users at first</source>
        <translation>처음 가상 사용자</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>Stages of the load</source>
        <translation>부하 단계</translation>
    </message>
    <message>
        <source>At most so long</source>
        <translation>최대 길이</translation>
    </message>
    <message>
        <source>Timeout of a request</source>
        <translation>요청 제한 시간</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>생각 시간</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>메서드</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Coupon asked for</source>
        <translation>요청하는 쿠폰</translation>
    </message>
    <message>
        <source>What answers mean</source>
        <translation>응답의 뜻</translation>
    </message>
    <message>
        <source>Pieces a request asks for</source>
        <translation>요청 하나가 바라는 개수</translation>
    </message>
    <message>
        <source>Where an answer tells the stock</source>
        <translation>응답에서 재고의 자리</translation>
    </message>
    <message>
        <source>Where an answer tells its row</source>
        <translation>응답에서 행의 자리</translation>
    </message>
    <message>
        <source>Certificates not checked</source>
        <translation>인증서 확인 안 함</translation>
    </message>
    <message>
        <source>Certificates that are believed</source>
        <translation>믿는 인증서</translation>
    </message>
    <message>
        <source>Certificate of the client</source>
        <translation>클라이언트의 인증서</translation>
    </message>
    <message>
        <source>Key of the client&apos;s certificate</source>
        <translation>클라이언트 인증서의 키</translation>
    </message>
    <message>
        <source>Steps before the request</source>
        <translation>요청 앞의 단계</translation>
    </message>
    <message>
        <source>Cookies kept</source>
        <translation>쿠키 유지</translation>
    </message>
    <message>
        <source>URL of the warm-up</source>
        <translation>워밍업 URL</translation>
    </message>
    <message>
        <source>Rows that are audited</source>
        <translation>감사하는 행</translation>
    </message>
    <message>
        <source>Profile of the tables</source>
        <translation>테이블 프로필</translation>
    </message>
    <message>
        <source>Database that is audited</source>
        <translation>감사하는 데이터베이스</translation>
    </message>
    <message>
        <source>Log of the service</source>
        <translation>서비스 로그</translation>
    </message>
    <message>
        <source>Coupon that is audited</source>
        <translation>감사하는 쿠폰</translation>
    </message>
    <message>
        <source>Waiting for rest</source>
        <translation>안정 대기</translation>
    </message>
    <message>
        <source>Unchanged for so long</source>
        <translation>변하지 않은 시간</translation>
    </message>
    <message>
        <source>Wait for requests without an answer</source>
        <translation>응답 없는 요청 대기</translation>
    </message>
    <message>
        <source>Wait for rest at most</source>
        <translation>안정 대기 최대</translation>
    </message>
    <message>
        <source>Faults on purpose</source>
        <translation>일부러 낸 장애</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>Database server</source>
        <translation>데이터베이스 서버</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>Stampede</source>
        <translation>Stampede</translation>
    </message>
    <message>
        <source>Requests sent by</source>
        <translation>요청을 보낸 도구</translation>
    </message>
    <message>
        <source>Lines of the service&apos;s log</source>
        <translation>서비스 로그의 줄</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>nothing differs but the moment</source>
        <translation>시각 외에는 차이가 없음</translation>
    </message>
    <message>
        <source>the only difference</source>
        <translation>유일한 차이</translation>
    </message>
    <message>
        <source>%1 · %2 other</source>
        <translation>%1 · 기타 %2</translation>
    </message>
    <message>
        <source>%1 · %2 others</source>
        <translation>%1 · 그 밖에 %2개</translation>
    </message>
    <message>
        <source>%1 more issued</source>
        <translation>발급 %1 많음</translation>
    </message>
    <message>
        <source>%1 fewer issued</source>
        <translation>발급 %1 적음</translation>
    </message>
    <message>
        <source>%1 more already issued</source>
        <translation>이미 발급 %1 많음</translation>
    </message>
    <message>
        <source>%1 fewer already issued</source>
        <translation>이미 발급 %1 적음</translation>
    </message>
    <message>
        <source>%1 more out of stock</source>
        <translation>수량 부족 %1 많음</translation>
    </message>
    <message>
        <source>%1 fewer out of stock</source>
        <translation>수량 부족 %1 적음</translation>
    </message>
    <message>
        <source>Issued · already issued · out of stock</source>
        <translation>발급됨 · 이미 발급됨 · 재고 소진</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>with what was written %1 more than there were</source>
        <translation>발급된 것과 합하면 있던 것보다 %1장 많음</translation>
    </message>
    <message>
        <source>%1 fewer than must be</source>
        <translation>나와야 하는 것보다 %1 적음</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>not audited</source>
        <translation>감사하지 않음</translation>
    </message>
    <message>
        <source>held, answers only</source>
        <translation>이상 없음, 응답만 확인</translation>
    </message>
    <message>
        <source>held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>판정하지 못함</translation>
    </message>
    <message>
        <source>broken: “%1”</source>
        <translation>위반: “%1”</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>95 %: %1 to %2 %</source>
        <translation>95%: %1~%2%</translation>
    </message>
    <message>
        <source>no more than noise (%1)</source>
        <translation>잡음 수준(%1)</translation>
    </message>
    <message>
        <source>%1 % higher, more than noise (%2)</source>
        <translation>%1% 높음, 잡음보다 큼(%2)</translation>
    </message>
    <message>
        <source>%1 % lower, more than noise (%2)</source>
        <translation>%1% 낮음, 잡음보다 큼(%2)</translation>
    </message>
    <message>
        <source>one round each: not tested</source>
        <translation>각 1회차: 검정하지 않음</translation>
    </message>
    <message>
        <source>fewer than three rounds: not tested</source>
        <translation>3회차 미만: 검정하지 않음</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>p50 issued</source>
        <translation>발급 p50</translation>
    </message>
    <message>
        <source>p95 issued</source>
        <translation>발급 p95</translation>
    </message>
    <message>
        <source>p99 issued</source>
        <translation>발급 p99</translation>
    </message>
    <message>
        <source>Issued a second</source>
        <translation>초당 발급</translation>
    </message>
    <message>
        <source>Answers a second</source>
        <translation>초당 응답</translation>
    </message>
    <message>
        <source>Means over the rounds. Tested by a bootstrap over the rounds: as many as each run has were drawn from it 10,000 times, and 95 % of the changes lie between the two figures.</source>
        <translation>회차들의 평균입니다. 회차에 대한 부트스트랩으로 검정했습니다. 각 실행의 회차 수만큼 10,000번 추출했고, 변화의 95%가 두 수치 사이에 있습니다.</translation>
    </message>
</context>
<context>
    <name>ConsoleText</name>
    <message>
        <source>Stampede&apos;s own tables</source>
        <translation>Stampede 자체 테이블</translation>
    </message>
    <message>
        <source>coupon %1</source>
        <translation>쿠폰 %1</translation>
    </message>
    <message>
        <source>held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Checks of the profile</source>
        <translation>프로파일의 점검</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Ground and warnings</source>
        <translation>전제와 경고</translation>
    </message>
    <message>
        <source>Without the run that they judge: %1.</source>
        <translation>판정할 실행이 없어 제외됨: %1.</translation>
    </message>
    <message>
        <source>These checks will run: %1 of %2.</source>
        <translation>수행할 점검: %2개 중 %1개.</translation>
    </message>
    <message>
        <source>Not %1: %2</source>
        <translation>제외 %1: %2</translation>
    </message>
    <message>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>again</source>
        <translation>재실행</translation>
    </message>
    <message>
        <source>more coupons than stock</source>
        <translation>수량보다 많은 쿠폰</translation>
    </message>
    <message>
        <source>stock that does not add up</source>
        <translation>맞지 않는 수량</translation>
    </message>
    <message>
        <source>several coupons for one person</source>
        <translation>한 사람에 여러 장</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>Must come out</source>
        <translation>나와야 하는 값</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>not known: how the service protects itself, nobody said</source>
        <translation>알 수 없음: 서비스가 어떻게 보호하는지 아무도 말하지 않았습니다</translation>
    </message>
    <message>
        <source>possible damage</source>
        <translation>가능한 손상</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>private %1</source>
        <translation>전용 %1</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>not found, bad request</source>
        <translation>찾을 수 없음, 잘못된 요청</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>no request was answered</source>
        <translation>응답을 받은 요청이 없음</translation>
    </message>
    <message>
        <source>%1   p50 %2  p95 %3  p99 %4  max %5 ms   %6</source>
        <translation>%1   p50 %2  p95 %3  p99 %4  max %5 ms   %6</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>service time</source>
        <translation>서비스 시간</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>%1 of %2 held</source>
        <translation>%2회 중 %1회 이상 없음</translation>
    </message>
    <message>
        <source>%1 to %2 issued/s, median %3</source>
        <translation>초당 발급 %1~%2, 중앙값 %3</translation>
    </message>
    <message>
        <source>p95 of all answers %1 to %2 ms, median %3</source>
        <translation>모든 응답의 p95 %1~%2 ms, 중앙값 %3</translation>
    </message>
    <message>
        <source>shown here: round %1, seed %2</source>
        <translation>여기 표시된 것: 회차 %1, 시드 %2</translation>
    </message>
    <message>
        <source>%1 issued/s   %2 answers/s   %3 s</source>
        <translation>초당 발급 %1   초당 응답 %2   %3초</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>버려짐 %1</translation>
    </message>
    <message>
        <source>%1 due at the stop and not sent</source>
        <translation>멈출 때 보내지 않음 %1</translation>
    </message>
    <message>
        <source>the scenario sets none</source>
        <translation>시나리오에 없음</translation>
    </message>
    <message>
        <source>%1 of %2 met</source>
        <translation>%2개 중 %1개 충족</translation>
    </message>
    <message>
        <source>%1 %2 was %3</source>
        <translation>%1 %2: 실제 %3</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>측정할 수 없음</translation>
    </message>
    <message>
        <source>… %1 in all</source>
        <translation>… 모두 %1개</translation>
    </message>
    <message>
        <source>race</source>
        <translation>경쟁 상태</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>중복 발급</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>%1 explanation</source>
        <translation>설명 %1개</translation>
    </message>
    <message>
        <source>%1 explanations</source>
        <translation>설명 %1개</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>explains it</source>
        <translation>원인임</translation>
    </message>
    <message>
        <source>ruled out</source>
        <translation>원인 아님</translation>
    </message>
    <message>
        <source>not made. %1</source>
        <translation>수행하지 않음. %1</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>이상 없음 %1</translation>
    </message>
    <message>
        <source>%1 broken</source>
        <translation>위반 %1</translation>
    </message>
    <message>
        <source>%1 warning</source>
        <translation>경고 %1</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>경고 %1</translation>
    </message>
    <message>
        <source>%1 missing as ground</source>
        <translation>전제 미충족 %1</translation>
    </message>
    <message>
        <source>%1 cannot be told</source>
        <translation>알 수 없음 %1</translation>
    </message>
    <message>
        <source>%1 not applicable</source>
        <translation>해당 없음 %1</translation>
    </message>
    <message>
        <source>%1 checks: %2</source>
        <translation>점검 %1개: %2</translation>
    </message>
    <message>
        <source>faults</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>Speed figures not to be trusted: %1 Integrity is not affected.</source>
        <translation>속도 수치는 믿을 수 없습니다: %1 정합성에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>기준값</translation>
    </message>
</context>
<context>
    <name>DatabaseText</name>
    <message>
        <source>a statement of an audit %1</source>
        <translation>감사에 쓰는 구문: %1</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for MySQL and MariaDB is missing. Install it with `apt-get install libqt6sql6-mysql`.</source>
        <translation>MySQL과 MariaDB용 Qt 드라이버가 없습니다. `apt-get install libqt6sql6-mysql`로 설치하십시오.</translation>
    </message>
    <message>
        <source>(the address says tls=off: an account that demands TLS is refused in the same words)</source>
        <translation>(주소에 tls=off가 있습니다. TLS가 필요한 계정도 같은 말로 거부됩니다)</translation>
    </message>
    <message>
        <source>(an account that demands a certificate of the client, which tls-cert and tls-key name, or TLS from a server that offers none is refused in the same words)</source>
        <translation>(tls-cert와 tls-key로 지정하는 클라이언트 인증서가 필요한 계정이나, TLS가 없는 서버에서 TLS가 필요한 계정도 같은 말로 거부됩니다)</translation>
    </message>
    <message>
        <source>The path of a file for TLS must not contain a semicolon, or two blanks in a row.</source>
        <translation>TLS 파일의 경로에는 세미콜론이나 연속된 공백을 넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>the connection is not encrypted, which the address demands (tls=%1)</source>
        <translation>연결이 암호화되지 않았는데 주소에는 암호화가 필요하다고 되어 있습니다(tls=%1)</translation>
    </message>
    <message>
        <source>A socket&apos;s path must not contain a semicolon.</source>
        <translation>소켓 경로에는 세미콜론을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>must be prepared</source>
        <translation>준비된 구문이어야 합니다</translation>
    </message>
    <message>
        <source>The folder %1 cannot be used for a private MariaDB: %2. Choose another one with managed:DIR.</source>
        <translation>%1 폴더를 전용 MariaDB에 쓸 수 없습니다: %2. managed:DIR로 다른 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>The folder %1 is neither empty nor a data folder of Stampede. Nothing was written. Choose an empty folder with managed:DIR.</source>
        <translation>%1 폴더는 비어 있지 않으며 Stampede의 데이터 폴더도 아닙니다. 아무것도 쓰지 않았습니다. managed:DIR로 빈 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 is a link, or has a second name, and could lead to files of somebody else. Nothing was written. Remove it, or choose another folder with managed:DIR.</source>
        <translation>링크이거나 다른 이름이 하나 더 있어 다른 사람의 파일로 이어질 수 있습니다: %1. 아무것도 쓰지 않았습니다. 그것을 지우거나 managed:DIR로 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be renamed to %2: %3.</source>
        <translation>%1 폴더의 이름을 바꿀 수 없습니다(새 이름: %2): %3.</translation>
    </message>
    <message>
        <source>%1 servers use it already</source>
        <translation>이미 서버 %1개가 사용 중입니다</translation>
    </message>
    <message>
        <source>The folder %1 of the private server is not there any more.</source>
        <translation>전용 서버의 폴더가 더 이상 없습니다: %1.</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>다른 프로그램이 사용하고 있습니다</translation>
    </message>
    <message>
        <source>what is left of an earlier start cannot be removed</source>
        <translation>이전 시작에서 남은 것을 지울 수 없습니다</translation>
    </message>
    <message>
        <source>The private server refused connections (%1 are needed): %2.</source>
        <translation>전용 서버가 연결을 거부했습니다(필요한 수: %1): %2.</translation>
    </message>
    <message>
        <source>%1 is not this computer. If you answer for that database, add --allow-host %1.</source>
        <translation>다른 컴퓨터입니다: %1. 그 데이터베이스를 책임질 수 있으면 --allow-host %1 옵션을 추가하십시오.</translation>
    </message>
    <message>
        <source>Of the jdbc: address this was left out, for it says nothing here: %1.</source>
        <translation>jdbc: 주소에서 다음 설정은 여기에서 뜻이 없어 뺐습니다: %1.</translation>
    </message>
    <message>
        <source>Not tested with this server: MySQL %1. Stampede is tested with MariaDB; what differs here is written for from the manual.</source>
        <translation>이 서버로는 시험하지 않았습니다: MySQL %1. Stampede는 MariaDB로 시험합니다. 다른 점은 설명서에 따라 만들었습니다.</translation>
    </message>
    <message>
        <source>The database %1 cannot be reached: %2.</source>
        <translation>%1 데이터베이스에 연결할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Connections that this run needs: %1; the server allows %2. Raise max_connections there, or use fewer virtual users.</source>
        <translation>이 실행에 필요한 연결: %1, 서버가 허용하는 수: %2. 거기서 max_connections 값을 올리거나 가상 사용자를 줄이십시오.</translation>
    </message>
    <message>
        <source>Answered in %1, %2, %3</source>
        <translation>%1 만에 응답, %2, %3</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>holds Stampede&apos;s own tables</source>
        <translation>Stampede 자체 테이블이 있음</translation>
    </message>
    <message>
        <source>another run or audit of Stampede, or a `serve` that begins</source>
        <translation>Stampede의 다른 실행이나 감사, 또는 시작하는 `serve`</translation>
    </message>
    <message>
        <source>a `stampede-cli serve`</source>
        <translation>`stampede-cli serve`</translation>
    </message>
    <message>
        <source>connection %1, which this account may not see</source>
        <translation>연결 %1, 이 계정으로는 누구인지 볼 수 없음</translation>
    </message>
    <message>
        <source>the account %1 from %2, connection %3, since %4 at the latest</source>
        <translation>계정 %1, %2에서, 연결 %3, 늦어도 %4부터</translation>
    </message>
    <message>
        <source>The database %1 is in use by %2 (%3).</source>
        <translation>%1 데이터베이스를 사용 중입니다: %2 (%3).</translation>
    </message>
    <message>
        <source>Whether somebody else uses the database could not be found out: %1.</source>
        <translation>데이터베이스를 다른 프로그램이 사용하는지 알 수 없었습니다: %1.</translation>
    </message>
    <message>
        <source>The server has not noticed yet that the connection which holds the lock on the database is lost.</source>
        <translation>데이터베이스 잠금을 가진 연결이 끊긴 것을 서버가 아직 알아차리지 못했습니다.</translation>
    </message>
    <message>
        <source>The lock on the database was lost, was free for %1 at most, and was taken again.</source>
        <translation>데이터베이스 잠금을 잃었다가 다시 얻었습니다. 비어 있던 시간은 길어야 %1입니다.</translation>
    </message>
    <message>
        <source>The database answers again.</source>
        <translation>데이터베이스가 다시 응답합니다.</translation>
    </message>
    <message>
        <source>Nothing was touched. Start again when it has ended, or use another database.</source>
        <translation>아무것도 건드리지 않았습니다. 끝난 뒤 다시 시작하거나 다른 데이터베이스를 사용하십시오.</translation>
    </message>
    <message>
        <source>the server offers no TLS, which the address demands (tls=%1)</source>
        <translation>서버에 TLS가 없는데 주소에는 TLS가 필요하다고 되어 있습니다(tls=%1)</translation>
    </message>
    <message>
        <source>the certificate of %1 is not good for it: %2</source>
        <translation>%1 서버의 인증서를 그 서버의 것으로 믿을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The database address contains a password; it would stay in shell histories and logs. Give it in STAMPEDE_DB_PASSWORD or as ?password-file=PATH.</source>
        <translation>데이터베이스 주소에 암호가 들어 있습니다. 셸 기록과 로그에 남게 됩니다. 암호는 STAMPEDE_DB_PASSWORD 또는 ?password-file=PATH로 지정하십시오.</translation>
    </message>
    <message>
        <source>The database address names a socket, which stays on this machine: TLS has no use there.</source>
        <translation>데이터베이스 주소가 이 컴퓨터 안의 소켓을 가리킵니다. 거기에는 TLS가 쓸모없습니다.</translation>
    </message>
    <message>
        <source>The database address names files for TLS and says tls=off; only one of them can be meant.</source>
        <translation>데이터베이스 주소에 TLS 파일과 tls=off가 함께 있습니다. 둘 중 하나만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The database address names tls-key without tls-cert, the certificate that it belongs to.</source>
        <translation>데이터베이스 주소에 tls-key만 있고, 그 키가 속한 인증서인 tls-cert가 없습니다.</translation>
    </message>
    <message>
        <source>In the database address tls must be one of: off, prefer, require, verify.</source>
        <translation>데이터베이스 주소의 tls는 다음 가운데 하나여야 합니다: off, prefer, require, verify.</translation>
    </message>
    <message>
        <source>The database address has an unknown setting after the question mark; there are socket=PATH, password-file=PATH, tls=off|prefer|require|verify, tls-ca=FILE, tls-cert=FILE and tls-key=FILE.</source>
        <translation>데이터베이스 주소의 물음표 뒤에 알 수 없는 설정이 있습니다. 쓸 수 있는 설정: socket=PATH, password-file=PATH, tls=off|prefer|require|verify, tls-ca=FILE, tls-cert=FILE, tls-key=FILE.</translation>
    </message>
    <message>
        <source>The database address holds a control character, which no name may have.</source>
        <translation>데이터베이스 주소에 제어 문자가 있습니다. 이름에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The database address names no user: mysql://USER@HOST:PORT/DB.</source>
        <translation>데이터베이스 주소에 사용자가 없습니다: mysql://USER@HOST:PORT/DB.</translation>
    </message>
    <message>
        <source>The database address must name one database after the host: mysql://USER@HOST:PORT/DB.</source>
        <translation>데이터베이스 주소는 호스트 뒤에 데이터베이스 하나를 지정해야 합니다: mysql://USER@HOST:PORT/DB.</translation>
    </message>
    <message>
        <source>The database address names neither a host nor a socket: mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH.</source>
        <translation>데이터베이스 주소에 호스트도 소켓도 없습니다: mysql://USER@HOST:PORT/DB 또는 mysql://USER@/DB?socket=PATH.</translation>
    </message>
    <message>
        <source>The database address names a host and a socket; only one of them can be meant.</source>
        <translation>데이터베이스 주소에 호스트와 소켓이 함께 있습니다. 둘 중 하나만 지정할 수 있습니다.</translation>
    </message>
    <message>
        <source>The socket of the database address must be an absolute path of at most %1 bytes without a semicolon.</source>
        <translation>데이터베이스 주소의 소켓은 세미콜론이 없는 최대 %1바이트의 절대 경로여야 합니다.</translation>
    </message>
    <message>
        <source>The database address cannot be read. It is written mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH, with a port of 1 to 65535 and # as %23.</source>
        <translation>데이터베이스 주소를 읽을 수 없습니다. mysql://USER@HOST:PORT/DB 또는 mysql://USER@/DB?socket=PATH 형식이며, 포트는 1~65535이고 #은 %23으로 씁니다.</translation>
    </message>
    <message>
        <source>This jdbc: address cannot be read here: it must name one host, as in jdbc:mysql://HOST:PORT/DB?user=USER. Otherwise write mysql://USER@HOST:PORT/DB.</source>
        <translation>이 jdbc: 주소를 읽을 수 없습니다. jdbc:mysql://HOST:PORT/DB?user=USER처럼 호스트 하나를 지정해야 합니다. 아니면 mysql://USER@HOST:PORT/DB 형식으로 쓰십시오.</translation>
    </message>
    <message>
        <source>The jdbc: address names no user, whom Java programs give apart: add it as ?user=USER, and the password in STAMPEDE_DB_PASSWORD or as password-file=PATH.</source>
        <translation>jdbc: 주소에 사용자가 없습니다. Java 프로그램은 사용자를 따로 지정합니다. ?user=USER를 덧붙이고, 암호는 STAMPEDE_DB_PASSWORD나 password-file=PATH로 지정하십시오.</translation>
    </message>
    <message>
        <source>The folder behind managed: holds a NUL, which no name may have.</source>
        <translation>managed: 뒤의 폴더에 NUL이 있습니다. 이름에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A database address begins with managed: (a private MariaDB, optionally managed:DIR), with mysql://USER@ or with jdbc:mysql://.</source>
        <translation>데이터베이스 주소는 managed:(전용 MariaDB, managed:DIR도 가능), mysql://USER@ 또는 jdbc:mysql://로 시작합니다.</translation>
    </message>
    <message>
        <source>The password file %1 cannot be read: %2.</source>
        <translation>암호 파일 %1: 읽을 수 없습니다. %2.</translation>
    </message>
    <message>
        <source>This account may not read performance_schema; GRANT SELECT ON performance_schema.* to it would show them.</source>
        <translation>이 계정은 performance_schema를 읽을 수 없습니다. 이 계정에 GRANT SELECT ON performance_schema.* 권한을 주면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The database refused the query (%1).</source>
        <translation>데이터베이스가 쿼리를 거부했습니다(%1).</translation>
    </message>
    <message>
        <source>performance_schema is off at this server; start it with performance_schema=ON.</source>
        <translation>이 서버의 performance_schema가 꺼져 있습니다. performance_schema=ON으로 시작하십시오.</translation>
    </message>
    <message>
        <source>performance_schema does not count statements here; enable the instruments statement/com/Prepare and statement/com/Execute and the consumers global_instrumentation, thread_instrumentation and events_statements_current.</source>
        <translation>여기서는 performance_schema가 구문을 세지 않습니다. instrument statement/com/Prepare, statement/com/Execute와 consumer global_instrumentation, thread_instrumentation, events_statements_current를 켜십시오.</translation>
    </message>
    <message>
        <source>The database %1 holds %2 table that is not Stampede&apos;s (%3).</source>
        <translation>%1 데이터베이스에 Stampede의 것이 아닌 테이블이 %2개 있습니다(%3).</translation>
    </message>
    <message>
        <source>The database %1 holds %2 tables that are not Stampede&apos;s (%3).</source>
        <translation>%1 데이터베이스에 Stampede의 것이 아닌 테이블이 %2개 있습니다(%3).</translation>
    </message>
    <message>
        <source>The database %1 holds %2 object that is not Stampede&apos;s (%3).</source>
        <translation>%1 데이터베이스에 Stampede의 것이 아닌 객체가 %2개 있습니다(%3).</translation>
    </message>
    <message>
        <source>The database %1 holds %2 objects that are not Stampede&apos;s (%3).</source>
        <translation>%1 데이터베이스에 Stampede의 것이 아닌 객체가 %2개 있습니다(%3).</translation>
    </message>
    <message>
        <source>Nothing was written. Choose an empty database, or describe these tables and only read them.</source>
        <translation>아무것도 쓰지 않았습니다. 빈 데이터베이스를 고르거나, 이 테이블을 기술하고 읽기만 하십시오.</translation>
    </message>
    <message>
        <source>Whether the database %1 may be written could not be found out: %2</source>
        <translation>%1 데이터베이스에 쓸 수 있는지 알 수 없었습니다: %2</translation>
    </message>
    <message>
        <source>The server takes the database&apos;s name %1 for another one (%2). Nothing was written.</source>
        <translation>서버가 이 데이터베이스 이름을 다른 이름으로 받아들입니다: %1(%2). 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>This account may not see everything in the database %1, so nobody can tell whether it is empty or Stampede&apos;s own. Nothing was written. This would show it: %2;</source>
        <translation>이 계정은 %1 데이터베이스의 모든 것을 볼 수 없어 비어 있는지, Stampede의 것인지 알 수 없습니다. 아무것도 쓰지 않았습니다. 다음으로 볼 수 있게 됩니다: %2;</translation>
    </message>
    <message>
        <source>Foreign keys of other databases point into the database %1 (%2), so that rows there could change with rows here. Nothing was written. Choose another database, or remove them.</source>
        <translation>다른 데이터베이스의 외래 키가 %1 데이터베이스를 가리켜(%2) 여기의 행과 함께 그곳의 행이 바뀔 수 있습니다. 아무것도 쓰지 않았습니다. 다른 데이터베이스를 고르거나 외래 키를 없애십시오.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written: %2</source>
        <translation>%1 데이터베이스에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>it opens no socket</source>
        <translation>소켓을 열지 않음</translation>
    </message>
    <message>
        <source>The private server does not answer (%1). Data folder: %2. A new one is made where this folder is deleted.</source>
        <translation>전용 서버가 응답하지 않습니다(%1). 데이터 폴더: %2. 이 폴더를 지우면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Starting the private MariaDB.</source>
        <translation>전용 MariaDB를 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>The private server %1 cannot be started: %2.</source>
        <translation>전용 서버 %1: 시작할 수 없습니다. %2.</translation>
    </message>
    <message>
        <source>must not contain control characters</source>
        <translation>제어 문자를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>must close every %1 that it opens</source>
        <translation>여는 %1마다 닫아야 합니다</translation>
    </message>
    <message>
        <source>must not contain a comment that the server carries out (/*! */, /*M! */, /*+ */)</source>
        <translation>서버가 실행하는 주석(/*! */, /*M! */, /*+ */)을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>must close every /* that it opens</source>
        <translation>여는 /*마다 닫아야 합니다</translation>
    </message>
    <message>
        <source>must begin with SELECT or WITH</source>
        <translation>SELECT 또는 WITH로 시작해야 합니다</translation>
    </message>
    <message>
        <source>must be one statement</source>
        <translation>구문 하나여야 합니다</translation>
    </message>
    <message>
        <source>must not contain %1 outside quotes: an audit only reads</source>
        <translation>따옴표 밖에 쓸 수 없는 것: %1. 감사는 읽기만 합니다</translation>
    </message>
    <message>
        <source>must close every ( that it opens</source>
        <translation>여는 (마다 닫아야 합니다</translation>
    </message>
    <message>
        <source>No MariaDB server found (looked in %1). Install it with `%2`, or give a database address.</source>
        <translation>MariaDB 서버를 찾지 못했습니다(찾아본 곳: %1). `%2` 명령으로 설치하거나 데이터베이스 주소를 지정하십시오.</translation>
    </message>
    <message>
        <source>nobody knows how much</source>
        <translation>얼마나 남았는지 알 수 없음</translation>
    </message>
    <message>
        <source>The private MariaDB runs as the user %1, who cannot enter the folder %2. Allow it with `chmod o+x %2`, or choose another folder with managed:DIR.</source>
        <translation>전용 MariaDB는 %1 사용자로 실행되는데, 이 사용자는 %2 폴더에 들어갈 수 없습니다. `chmod o+x %2` 명령으로 허용하거나 managed:DIR로 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Choose another one with managed:DIR.</source>
        <translation>%1 폴더에 쓸 수 없습니다. managed:DIR로 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Setting up the private MariaDB failed: %1.</source>
        <translation>전용 MariaDB를 설치하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>%1 ended with code %2 (%3 free in %4)</source>
        <translation>%1 종료, 코드 %2(%4의 여유 %3)</translation>
    </message>
    <message>
        <source>The private MariaDB needs %1 in %2, %3 are free there. Make room, or choose a folder on another disk with managed:DIR.</source>
        <translation>전용 MariaDB에는 %2에 %1의 공간이 필요한데 여유는 %3입니다. 공간을 비우거나 managed:DIR로 다른 디스크의 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Setting up a private MariaDB, about 3 s, once. Your own servers are not touched.</source>
        <translation>전용 MariaDB를 준비하는 중입니다. 처음 한 번만, 약 3초 걸립니다. 사용자의 기존 서버는 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>The private server stopped while starting. Its last words: %1. Data folder: %2 (%3 free). A new one is made where this folder is deleted.</source>
        <translation>전용 서버가 시작하는 도중에 멈췄습니다. 마지막 출력: %1. 데이터 폴더: %2(여유 %3). 이 폴더를 지우면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The folder %1 cannot be handed to the user %2: %3.</source>
        <translation>%1 폴더를 사용자 %2에게 넘길 수 없습니다: %3.</translation>
    </message>
    <message>
        <source>No folder for the server&apos;s socket can be made in %1: %2.</source>
        <translation>%1에 서버 소켓용 폴더를 만들 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The folder %1 of the server&apos;s socket cannot be made again: %2.</source>
        <translation>서버 소켓의 폴더를 다시 만들 수 없습니다: %1(%2).</translation>
    </message>
</context>
<context>
    <name>DemoText</name>
    <message>
        <source>an unknown number</source>
        <translation>알 수 없는 수</translation>
    </message>
    <message>
        <source>%1 issued, %2 already issued, %3 left. A load tester reports %4 % failed. The audit has no finding.</source>
        <translation>발급 %1, 이미 발급 %2, 남음 %3. 부하 테스트 도구는 실패 %4%로 보고합니다. 감사의 지적 사항은 없습니다.</translation>
    </message>
    <message>
        <source>The rate was high because one person may hold one coupon. Nothing was broken.</source>
        <translation>비율이 높았던 것은 한 사람이 쿠폰을 한 장만 가질 수 있기 때문입니다. 고장 난 것은 없었습니다.</translation>
    </message>
    <message>
        <source>%1 issued, %2 already issued, %3 left. The data is right, the expectation was not.</source>
        <translation>발급 %1, 이미 발급 %2, 남음 %3. 데이터는 옳았고, 기대가 틀렸습니다.</translation>
    </message>
    <message>
        <source>A load tester would have told you after the run that a check failed. It could not have told you that it had to.</source>
        <translation>부하 테스트 도구도 실행이 끝난 뒤에 점검 하나가 실패했다고 알려 주었을 것입니다. 그러나 실패할 수밖에 없었다는 것은 알려 줄 수 없었습니다.</translation>
    </message>
    <message>
        <source>%1, %2, %3 left: %4 milliseconds in real life</source>
        <translation>발급 %1, 수량 부족 %2, 남음 %3: 실제 시간은 %4 ms</translation>
    </message>
    <message>
        <source>, shown here %1 times slower.</source>
        <translation>, 여기서는 %1배 느리게 보여 줍니다.</translation>
    </message>
    <message>
        <source>Request after request read %1, %2, %3 … and wrote one less.</source>
        <translation>요청들이 차례로 %1, %2, %3 … 값을 읽고 하나 적은 값을 썼습니다.</translation>
    </message>
    <message>
        <source>That queue is what protects you, and it is what you pay for.</source>
        <translation>이 대기 줄이 데이터를 지켜 주며, 그 대가도 이 대기 줄입니다.</translation>
    </message>
    <message>
        <source>Not one error, not one refusal.</source>
        <translation>오류도 거절도 한 건 없습니다.</translation>
    </message>
    <message>
        <source>Not one error, not one refusal beyond %1.</source>
        <translation>오류는 한 건도 없고, 거절도 %1건뿐입니다.</translation>
    </message>
    <message>
        <source>%1 people hold one of %2 coupons. The stock column says %3 left.</source>
        <translation>쿠폰 %2장인데 %1명이 가지고 있습니다. 수량 열에는 %3장 남았다고 되어 있습니다.</translation>
    </message>
    <message>
        <source>User %1 read %2, user %3 read %2, both wrote %4.</source>
        <translation>사용자 %1의 읽은 값 %2, 사용자 %3의 읽은 값 %2, 둘 다 쓴 값 %4.</translation>
    </message>
    <message>
        <source>No error was raised. Only counting the rows shows it.</source>
        <translation>오류는 발생하지 않았습니다. 행을 세어야만 드러납니다.</translation>
    </message>
    <message>
        <source>Only counting the rows shows it.</source>
        <translation>행을 세어야만 드러납니다.</translation>
    </message>
    <message>
        <source>%1 issued.</source>
        <translation>발급 %1.</translation>
    </message>
    <message>
        <source>A load tester reports %1 % failed: the best result of the five, and the worst run.</source>
        <translation>부하 테스트 도구는 실패 %1%로 보고합니다. 다섯 단계 중 가장 좋은 결과이며, 가장 나쁜 실행입니다.</translation>
    </message>
    <message>
        <source>A load tester reports %1 % failed, of the worst run of the five.</source>
        <translation>다섯 단계 중 가장 나쁜 실행을 부하 테스트 도구는 실패 %1%로 보고합니다.</translation>
    </message>
    <message>
        <source>%1 coupon too many</source>
        <translation>쿠폰 %1장 초과</translation>
    </message>
    <message>
        <source>%1 coupons too many</source>
        <translation>쿠폰 %1장 초과</translation>
    </message>
    <message>
        <source>%1 person holds more than one</source>
        <translation>두 장 이상 가진 사람 %1명</translation>
    </message>
    <message>
        <source>%1 people hold more than one</source>
        <translation>두 장 이상 가진 사람 %1명</translation>
    </message>
    <message>
        <source>one person holds %1</source>
        <translation>한 사람이 가진 최대 %1장</translation>
    </message>
    <message>
        <source>Step 1 looked broken and was right. Step 5 looks perfect and is not. The difference is not in the answers. It is in the rows.</source>
        <translation>1단계는 고장으로 보였지만 옳았습니다. 5단계는 완벽해 보이지만 그렇지 않습니다. 차이는 응답에 있지 않습니다. 행에 있습니다.</translation>
    </message>
    <message>
        <source>This server refuses to overwrite a row that changed (snapshot isolation). It turned the race into %1.</source>
        <translation>이 서버는 변경된 행을 덮어쓰지 않습니다(스냅샷 격리). 경쟁 상태가 %1으로 바뀌었습니다.</translation>
    </message>
    <message>
        <source>%1 error</source>
        <translation>오류 %1건</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>오류 %1건</translation>
    </message>
    <message>
        <source>This time no two requests met. That is why such bugs live through tests.</source>
        <translation>이번에는 겹친 요청이 없었습니다. 그래서 이런 버그가 테스트를 통과합니다.</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>already issued</source>
        <translation>이미 발급됨</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Both times %1 were issued and %2 already issued. With the row lock %3 are left, without it %4.</source>
        <translation>두 번 모두 발급 %1, 이미 발급 %2입니다. 행 잠금이 있으면 %3장 남고, 없으면 %4장 남습니다.</translation>
    </message>
    <message>
        <source>With the row lock %1 were issued and %2 are left, without it %3 were issued and %4 are left.</source>
        <translation>행 잠금이 있으면 발급 %1, 남음 %2이고, 없으면 발급 %3, 남음 %4입니다.</translation>
    </message>
    <message>
        <source>Nobody who looks at the answers can tell the two runs apart. The rows can.</source>
        <translation>응답만 보아서는 두 실행을 구별할 수 없습니다. 행은 구별합니다.</translation>
    </message>
    <message>
        <source>&quot;99.9 % failed&quot;</source>
        <translation>&quot;실패 99.9%&quot;</translation>
    </message>
    <message>
        <source>One load script, one user id, %1 requests. A load tester will call %2 of them failed. Before we press Run, this is what must come out: %3 issued, %2 already issued, %4 left.</source>
        <translation>부하 스크립트 하나, 사용자 ID 하나, 요청 %1건입니다. 부하 테스트 도구는 그중 %2건을 실패라고 할 것입니다. &apos;실행&apos;을 누르기 전에, 나와야 하는 값은 이렇습니다: 발급 %3, 이미 발급 %2, 남음 %4.</translation>
    </message>
    <message>
        <source>One blue mark at the left edge. Everything after it is grey: &quot;you have it already&quot;.</source>
        <translation>왼쪽 끝에 파란 표시가 하나 있습니다. 그 뒤는 모두 회색입니다: &quot;이미 받으셨습니다&quot;.</translation>
    </message>
    <message>
        <source>&quot;Exactly 200 will be issued&quot;</source>
        <translation>&quot;정확히 200장이 발급될 것이다&quot;</translation>
    </message>
    <message>
        <source>So the script was mended: a hundred people, two hundred coupons. The team wrote down: exactly 200 will be issued. Look at the limit in the scenario, before anything runs: &lt;i&gt;can never be met: issued will be %1.&lt;/i&gt; A hundred people, one each.</source>
        <translation>그래서 스크립트를 고쳤습니다. 백 명, 쿠폰 이백 장입니다. 팀은 정확히 200장이 발급될 것이라고 적었습니다. 아무것도 실행하기 전에 시나리오의 기준값을 보십시오: &lt;i&gt;절대 충족될 수 없습니다. 발급은 %1입니다.&lt;/i&gt; 백 명, 한 사람에 한 장이기 때문입니다.</translation>
    </message>
    <message>
        <source>Blue stops at the dashed line. The stock does not go below it.</source>
        <translation>파란색이 점선에서 멈춥니다. 수량은 그 아래로 내려가지 않습니다.</translation>
    </message>
    <message>
        <source>A hundred hands, ten coupons</source>
        <translation>백 명의 손, 열 장의 쿠폰</translation>
    </message>
    <message>
        <source>Now a real fight. A hundred people wait behind one gate. Ten coupons. The gate opens for all at once. The row lock is on.</source>
        <translation>이제 진짜 경쟁입니다. 백 명이 문 하나 앞에서 기다립니다. 쿠폰은 열 장입니다. 문은 모두에게 한꺼번에 열립니다. 행 잠금은 켜져 있습니다.</translation>
    </message>
    <message>
        <source>Each bar is a person. Hatched: waiting. Solid: holding the row. Only one is solid at any moment.</source>
        <translation>막대 하나가 한 사람입니다. 빗금: 대기 중. 채움: 행을 잡고 있음. 어느 순간에나 채워진 막대는 하나뿐입니다.</translation>
    </message>
    <message>
        <source>The same crowd, no lock</source>
        <translation>같은 사람들, 잠금 없이</translation>
    </message>
    <message>
        <source>One switch. Same people, same ten coupons, unique key still on. What do you expect? The prediction says: at least %1, at most %2, and the stock will not add up.</source>
        <translation>스위치 하나를 바꿉니다. 같은 사람들, 같은 쿠폰 열 장, 유니크 키는 그대로 켜져 있습니다. 어떻게 될까요? 예측은 최소 %1, 최대 %2이며 수량이 맞지 않는다는 것입니다.</translation>
    </message>
    <message>
        <source>Nobody waits before reading. Bar after bar says &quot;%1&quot;; the hatching comes only when they write.</source>
        <translation>읽기 전에는 아무도 기다리지 않습니다. 막대마다 &quot;%1&quot; 값을 읽고, 빗금은 쓸 때에야 나타납니다.</translation>
    </message>
    <message>
        <source>The greenest run</source>
        <translation>가장 깨끗해 보이는 실행</translation>
    </message>
    <message>
        <source>Back to the crowd of step 2, with everything off: no lock, no check, no key. %1 coupons, %2 requests.</source>
        <translation>2단계의 사람들로 돌아가되 모두 끕니다. 잠금도, 확인도, 키도 없습니다. 쿠폰 %1장, 요청 %2건입니다.</translation>
    </message>
    <message>
        <source>Blue from edge to edge.</source>
        <translation>처음부터 끝까지 파란색입니다.</translation>
    </message>
    <message>
        <source>Same answers, different truth</source>
        <translation>같은 응답, 다른 진실</translation>
    </message>
    <message>
        <source>The same people ask the same questions twice: once with the row lock, once without it. First compare what they were answered, then what the database holds.</source>
        <translation>같은 사람들이 같은 요청을 두 번 합니다. 한 번은 행 잠금이 있고, 한 번은 없습니다. 먼저 받은 응답을, 그다음 데이터베이스의 내용을 비교하십시오.</translation>
    </message>
    <message>
        <source>Two runs, one after the other.</source>
        <translation>두 실행을 차례로 합니다.</translation>
    </message>
    <message>
        <source>Errors: %1, refusals: %2.</source>
        <translation>오류: %1, 거절: %2.</translation>
    </message>
</context>
<context>
    <name>DiagnosisText</name>
    <message>
        <source>The audit did not finish, so nobody knows which refusals were right.</source>
        <translation>감사가 끝나지 않아 어떤 거절이 옳았는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 asked, each once: no refusal was certain before the run.</source>
        <translation>%1이 한 번씩 요청했으므로, 실행 전부터 확실한 거절은 없었습니다.</translation>
    </message>
    <message>
        <source>%1 could have taken all %2.</source>
        <translation>%1이 %2장을 모두 받을 수 있었습니다.</translation>
    </message>
    <message>
        <source>The stock cannot be read in this database.</source>
        <translation>이 데이터베이스에서는 수량을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>All requests came within the sale.</source>
        <translation>모든 요청이 판매 기간 안에 왔습니다.</translation>
    </message>
    <message>
        <source>Every person and the coupon exist.</source>
        <translation>모든 사람과 쿠폰이 존재합니다.</translation>
    </message>
    <message>
        <source>The &quot;failure rate&quot; counts right answers</source>
        <translation>&quot;실패율&quot;이 옳은 응답을 세고 있음</translation>
    </message>
    <message>
        <source>Too few people for so many requests</source>
        <translation>요청 수에 비해 사람이 너무 적음</translation>
    </message>
    <message>
        <source>Spread the load over at least %1 people.</source>
        <translation>부하를 최소 %1명에게 나누십시오.</translation>
    </message>
    <message>
        <source>There was more stock than people could take</source>
        <translation>사람들이 받을 수 있는 것보다 수량이 많았음</translation>
    </message>
    <message>
        <source>It was simply sold out</source>
        <translation>단순히 소진됨</translation>
    </message>
    <message>
        <source>Nothing. This is what should happen.</source>
        <translation>없음. 정상적인 결과입니다.</translation>
    </message>
    <message>
        <source>Requests wrote over each other</source>
        <translation>요청끼리 서로 덮어씀</translation>
    </message>
    <message>
        <source>Lock the row before reading, or let the database do the subtraction with a guard.</source>
        <translation>읽기 전에 행을 잠그거나, 데이터베이스가 조건을 확인하며 빼도록 하십시오.</translation>
    </message>
    <message>
        <source>People got more than one</source>
        <translation>한 사람이 두 장 이상 받음</translation>
    </message>
    <message>
        <source>A unique key over person and coupon.</source>
        <translation>사람과 쿠폰에 유니크 키를 두십시오.</translation>
    </message>
    <message>
        <source>&quot;Out of stock&quot; was said too early</source>
        <translation>&quot;수량 부족&quot; 응답이 너무 일찍 나옴</translation>
    </message>
    <message>
        <source>Look for a cache of the stock, or stock split into parts.</source>
        <translation>수량의 캐시가 있는지, 수량이 여러 조각으로 나뉘어 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The load script misreads the answers</source>
        <translation>부하 스크립트가 응답을 잘못 읽음</translation>
    </message>
    <message>
        <source>Add a rule for what was not recognised.</source>
        <translation>분류되지 않은 응답에 대한 규칙을 추가하십시오.</translation>
    </message>
    <message>
        <source>The sale was not open</source>
        <translation>판매 기간이 아니었음</translation>
    </message>
    <message>
        <source>Check the coupon&apos;s start and end, and the server&apos;s time zone.</source>
        <translation>쿠폰의 시작과 끝, 서버의 시간대를 확인하십시오.</translation>
    </message>
    <message>
        <source>People or coupon do not exist</source>
        <translation>사람이나 쿠폰이 존재하지 않음</translation>
    </message>
    <message>
        <source>Make the ids of the load and of the test data the same.</source>
        <translation>부하의 ID와 테스트 데이터의 ID를 같게 만드십시오.</translation>
    </message>
    <message>
        <source>Same order of locks everywhere; no foreign key to the hot row; retry the whole transaction.</source>
        <translation>모든 곳에서 같은 순서로 잠그고, 경합 행을 가리키는 외래 키를 두지 말며, 트랜잭션 전체를 재시도하십시오.</translation>
    </message>
    <message>
        <source>A protection is missing</source>
        <translation>보호 장치가 빠져 있음</translation>
    </message>
    <message>
        <source>Switch it on, or show that another one covers it.</source>
        <translation>보호 장치를 켜거나, 다른 장치가 대신한다는 것을 보이십시오.</translation>
    </message>
    <message>
        <source>Something repeats requests on the way</source>
        <translation>중간에서 요청이 반복됨</translation>
    </message>
    <message>
        <source>Turn off retries of POST in proxy, client library or driver.</source>
        <translation>프록시, 클라이언트 라이브러리, 드라이버에서 POST 재시도를 끄십시오.</translation>
    </message>
    <message>
        <source>The database forgot what it had confirmed</source>
        <translation>데이터베이스가 확정한 것을 잃어버림</translation>
    </message>
    <message>
        <source>innodb_flush_log_at_trx_commit=1, sync_binlog=1.</source>
        <translation>innodb_flush_log_at_trx_commit=1, sync_binlog=1.</translation>
    </message>
    <message>
        <source>The load generator was the bottleneck</source>
        <translation>부하 생성기가 병목이었음</translation>
    </message>
    <message>
        <source>Fewer virtual users, a lower rate, or a second machine for the database. The integrity verdict is not affected.</source>
        <translation>가상 사용자를 줄이거나, 속도를 낮추거나, 데이터베이스를 다른 장비에 두십시오. 정합성 판정에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>Somebody else was using the service</source>
        <translation>다른 누군가가 서비스를 쓰고 있었음</translation>
    </message>
    <message>
        <source>Take a coupon and people that nobody else uses.</source>
        <translation>다른 누구도 쓰지 않는 쿠폰과 사람을 사용하십시오.</translation>
    </message>
    <message>
        <source>The figures cannot all be true</source>
        <translation>수치가 모두 참일 수는 없음</translation>
    </message>
    <message>
        <source>Find out which of the two was copied wrongly.</source>
        <translation>둘 중 어느 것이 잘못 옮겨졌는지 찾으십시오.</translation>
    </message>
    <message>
        <source>%1 Cause: %2.</source>
        <translation>%1 원인: %2.</translation>
    </message>
    <message>
        <source>This run cannot tell: it was not audited.</source>
        <translation>이 실행으로는 알 수 없습니다: 감사하지 않았습니다.</translation>
    </message>
    <message>
        <source>This run cannot tell: %1</source>
        <translation>이 실행으로는 알 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Everyone who asked got a coupon; %1 are left.</source>
        <translation>요청한 사람은 모두 쿠폰을 받았고, %1장이 남았습니다.</translation>
    </message>
    <message>
        <source>%1 % of the requests were refused, and every refusal was right: all %2 came from one person, who may hold one coupon.</source>
        <translation>요청의 %1%가 거절되었고 모든 거절이 옳았습니다. %2건이 모두 쿠폰을 한 장만 가질 수 있는 한 사람에게서 왔습니다.</translation>
    </message>
    <message>
        <source>%1 answers matched no rule.</source>
        <translation>응답 %1건이 어떤 규칙과도 맞지 않았습니다.</translation>
    </message>
    <message>
        <source>Every answer matched a rule.</source>
        <translation>모든 응답이 규칙과 맞았습니다.</translation>
    </message>
    <message>
        <source>It used %1 % of its processors. %2</source>
        <translation>프로세서의 %1%를 썼습니다. %2</translation>
    </message>
    <message>
        <source>The run was too short to say (%1).</source>
        <translation>실행이 너무 짧아 알 수 없습니다(%1).</translation>
    </message>
    <message>
        <source>The audit did not finish.</source>
        <translation>감사가 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>All new rows belong to people of this run.</source>
        <translation>새 행은 모두 이 실행에 속한 사람의 것입니다.</translation>
    </message>
    <message>
        <source>Too few figures were given.</source>
        <translation>주어진 수치가 너무 적습니다.</translation>
    </message>
    <message>
        <source>The figures fit together.</source>
        <translation>수치가 서로 맞습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 decrements were lost.</source>
        <translation>차감 %2건 중 %1건이 유실되었습니다.</translation>
    </message>
    <message>
        <source>At most one request wrote at a time, so this run could not have shown one.</source>
        <translation>한 번에 많아야 요청 하나만 썼으므로 이 실행에서는 드러날 수 없었습니다.</translation>
    </message>
    <message>
        <source>Nobody was told &quot;out of stock&quot;.</source>
        <translation>&quot;수량 부족&quot; 응답을 받은 사람이 없습니다.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>The server does not give these counters to this account.</source>
        <translation>서버가 이 계정에 이 카운터를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>row lock</source>
        <translation>행 잠금</translation>
    </message>
    <message>
        <source>duplicate check</source>
        <translation>중복 확인</translation>
    </message>
    <message>
        <source>unique key</source>
        <translation>유니크 키</translation>
    </message>
    <message>
        <source>Nobody was told &quot;already issued&quot;.</source>
        <translation>&quot;이미 발급됨&quot; 응답을 받은 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was killed and nothing is missing, so durability was not put to the test.</source>
        <translation>강제 종료된 것도 없어진 것도 없어 지속성은 시험되지 않았습니다.</translation>
    </message>
    <message>
        <source>The service had not finished yet</source>
        <translation>서비스가 아직 끝나지 않았음</translation>
    </message>
    <message>
        <source>Let it settle: a longer target.audit.settle, or `stampede-cli audit --run` later.</source>
        <translation>안정될 때까지 기다리세요: target.audit.settle을 늘리거나 나중에 `stampede-cli audit --run`을 실행하세요.</translation>
    </message>
    <message>
        <source>open transactions: %1</source>
        <translation>열린 트랜잭션: %1</translation>
    </message>
    <message>
        <source>rows or stock were changing</source>
        <translation>행이나 재고가 바뀌고 있었음</translation>
    </message>
    <message>
        <source>requests without an answer and a row: %1</source>
        <translation>응답도 행도 없는 요청: %1</translation>
    </message>
    <message>
        <source>After %1: %2.</source>
        <translation>%1 후: %2.</translation>
    </message>
    <message>
        <source>The waiting ended after %1, before anything could be told.</source>
        <translation>무엇을 말할 수 있기 전에 %1 후 대기가 끝났습니다.</translation>
    </message>
    <message>
        <source>Rows and stock were at rest after %1; open transactions could not be seen.</source>
        <translation>%1 후 행과 재고는 안정되었습니다. 열린 트랜잭션은 볼 수 없었습니다.</translation>
    </message>
    <message>
        <source>At rest after %1; no transaction that could change anything was open.</source>
        <translation>%1 후 안정되었고, 무엇을 바꿀 수 있는 트랜잭션은 열려 있지 않았습니다.</translation>
    </message>
    <message>
        <source>Some were left of every coupon.</source>
        <translation>모든 쿠폰이 조금씩 남아 있었습니다.</translation>
    </message>
    <message>
        <source>The requests asked for several coupons, and which answer belongs to which is not known.</source>
        <translation>요청이 여러 쿠폰을 대상으로 했으며, 어느 응답이 어느 쿠폰의 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The requests asked for several coupons, each with a stock of its own.</source>
        <translation>요청이 여러 쿠폰을 대상으로 했으며, 쿠폰마다 수량이 따로 있습니다.</translation>
    </message>
    <message>
        <source>Every &quot;out of stock&quot; came when all of that coupon had been asked for.</source>
        <translation>모든 &quot;수량 부족&quot; 응답은 해당 쿠폰이 모두 요청된 뒤에 나왔습니다.</translation>
    </message>
    <message>
        <source>Only one person was to ask.</source>
        <translation>요청할 사람이 한 명뿐이었습니다.</translation>
    </message>
    <message>
        <source>Each request said who asked.</source>
        <translation>요청마다 누가 요청했는지 들어 있었습니다.</translation>
    </message>
    <message>
        <source>Requests differ by the person; whom the service takes them for was not seen.</source>
        <translation>요청은 사람마다 다릅니다. 서비스가 누구로 보는지는 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>No answer had a 4xx status.</source>
        <translation>4xx 상태의 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>No recognised answer said so; %1 were not recognised.</source>
        <translation>분류된 응답 중에는 그런 응답이 없었습니다. %1건은 분류되지 않았습니다.</translation>
    </message>
    <message>
        <source>No answer said so.</source>
        <translation>그렇게 말한 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>Give each person a token of their own, or send {userId}; then run again.</source>
        <translation>사람마다 각자의 토큰을 주거나 {userId}를 보낸 다음 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>Every request was sent in one person&apos;s name. %1</source>
        <translation>모든 요청이 한 사람의 이름으로 보내졌습니다. %1</translation>
    </message>
    <message>
        <source>Every request was told &quot;issued&quot;.</source>
        <translation>모든 요청이 &quot;발급됨&quot; 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>Only the answers could be seen: nobody gave a database.</source>
        <translation>응답만 볼 수 있었습니다. 데이터베이스가 지정되지 않았습니다.</translation>
    </message>
    <message>
        <source>No answer said what had become of a request.</source>
        <translation>요청이 어떻게 되었는지 말한 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>Every answer was understood.</source>
        <translation>모든 응답이 분류되었습니다.</translation>
    </message>
    <message>
        <source>What was still there at the time could not be told.</source>
        <translation>그 시점에 무엇이 남아 있었는지 알 수 없었습니다.</translation>
    </message>
    <message>
        <source>Deadlocks that the database server counted in %1: %2; answers that meant contention: %3; other server errors: %4.</source>
        <translation>데이터베이스 서버가 %1 동안 센 교착 상태: %2; 경합을 뜻한 응답: %3; 그 밖의 서버 오류: %4.</translation>
    </message>
    <message>
        <source>The unique key is there. How else the service protects itself, nobody said.</source>
        <translation>유니크 키가 있습니다. 서비스가 그 밖에 어떻게 보호되는지는 알려지지 않았습니다.</translation>
    </message>
    <message>
        <source>How the service protects itself, nobody said.</source>
        <translation>서비스가 어떻게 보호되는지는 알려지지 않았습니다.</translation>
    </message>
    <message>
        <source>Off or missing: %1. The audit found damage.</source>
        <translation>꺼져 있거나 없음: %1. 감사에서 손상이 발견되었습니다.</translation>
    </message>
    <message>
        <source>Off or missing: %1. It did no damage in this run.</source>
        <translation>꺼져 있거나 없음: %1. 이 실행에서는 손상을 일으키지 않았습니다.</translation>
    </message>
    <message>
        <source>Off or missing: %1. Whether it did damage was not seen.</source>
        <translation>꺼져 있거나 없음: %1. 손상을 일으켰는지는 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The server was killed %1 times</source>
        <translation>서버가 %1번 강제 종료되었습니다</translation>
    </message>
    <message>
        <source>%1, and %2 confirmed coupons are missing.</source>
        <translation>%1. 확정된 쿠폰 %2장이 없습니다.</translation>
    </message>
    <message>
        <source>%1, and every confirmed coupon is there.</source>
        <translation>%1. 확정된 쿠폰은 모두 있습니다.</translation>
    </message>
    <message>
        <source>This run killed no server and nothing is missing, so durability was not put to the test.</source>
        <translation>이 실행은 서버를 강제 종료하지 않았고 없어진 것도 없으므로 내구성은 시험되지 않았습니다.</translation>
    </message>
    <message>
        <source>Requests differ by the person, but all carry the same %1. Whom the service takes them for was not seen.</source>
        <translation>요청마다 사람이 다르지만 모두 같은 %1 값을 담고 있습니다. 서비스가 누구로 보는지는 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 request ended in an error.</source>
        <translation>요청 %1건이 오류로 끝났습니다.</translation>
    </message>
    <message>
        <source>%1 requests ended in an error.</source>
        <translation>요청 %1건이 오류로 끝났습니다.</translation>
    </message>
    <message>
        <source>The one refusal was right.</source>
        <translation>거절 1건은 옳았습니다.</translation>
    </message>
    <message>
        <source>All %1 refusals were right.</source>
        <translation>거절 %1건이 모두 옳았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 refusals was right.</source>
        <translation>거절 %2건 중 %1건이 옳았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 refusals were right.</source>
        <translation>거절 %2건 중 %1건이 옳았습니다.</translation>
    </message>
    <message>
        <source>%1 % would be called failed. %2%3</source>
        <translation>%1 %가 실패로 불릴 것입니다. %2%3</translation>
    </message>
    <message>
        <source>%1 came from %2. One coupon each: %3 refusals were certain before the run.</source>
        <translation>%2: %1. 한 사람에 쿠폰 한 장이므로, 거절 %3건은 실행 전부터 확실했습니다.</translation>
    </message>
    <message>
        <source>%1 asked; that is enough for %2.</source>
        <translation>요청한 사람: %1. %2에 충분합니다.</translation>
    </message>
    <message>
        <source>It was sold out</source>
        <translation>소진되었음</translation>
    </message>
    <message>
        <source>Look at the findings: this does not explain them.</source>
        <translation>발견 사항을 보십시오. 이것으로는 설명되지 않습니다.</translation>
    </message>
    <message>
        <source>Left at the end: %1.</source>
        <translation>끝에 남은 수량: %1.</translation>
    </message>
    <message>
        <source>There were no coupons to give; %1 came.</source>
        <translation>나갈 쿠폰이 없었습니다. 들어온 것: %1.</translation>
    </message>
    <message>
        <source>No rule says which answer would mean that.</source>
        <translation>어떤 응답이 그것을 뜻하는지 말하는 규칙이 없습니다.</translation>
    </message>
    <message>
        <source>%1 came before the sale</source>
        <translation>판매 전: %1</translation>
    </message>
    <message>
        <source>%1 came after the sale</source>
        <translation>판매 후: %1</translation>
    </message>
    <message>
        <source>Let the load test expect %3; alarm on errors only.</source>
        <translation>부하 테스트에서 %3 응답을 정상으로 처리하고, 오류에만 경보를 울리십시오.</translation>
    </message>
    <message>
        <source>%1 Cause: %2; this run cannot tell which.</source>
        <translation>%1 원인: %2. 이 실행으로는 어느 쪽인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Which refusals were right, nobody knows.</source>
        <translation>어느 거절이 옳았는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 time someone asked who already had one</source>
        <translation>이미 받은 사람의 요청 %1건</translation>
    </message>
    <message>
        <source>%1 times someone asked who already had one</source>
        <translation>이미 받은 사람의 요청 %1건</translation>
    </message>
    <message>
        <source>%1 time none was left</source>
        <translation>남은 것이 없던 요청 %1건</translation>
    </message>
    <message>
        <source>%1 times none was left</source>
        <translation>남은 것이 없던 요청 %1건</translation>
    </message>
    <message>
        <source>%1 time someone had one or none was left</source>
        <translation>이미 받았거나 남은 것이 없던 요청 %1건</translation>
    </message>
    <message>
        <source>%1 times someone had one or none was left</source>
        <translation>이미 받았거나 남은 것이 없던 요청 %1건</translation>
    </message>
    <message>
        <source>%1 time the sale had not begun</source>
        <translation>판매 시작 전의 요청 %1건</translation>
    </message>
    <message>
        <source>%1 times the sale had not begun</source>
        <translation>판매 시작 전의 요청 %1건</translation>
    </message>
    <message>
        <source>%1 time the sale was over</source>
        <translation>판매 종료 뒤의 요청 %1건</translation>
    </message>
    <message>
        <source>%1 times the sale was over</source>
        <translation>판매 종료 뒤의 요청 %1건</translation>
    </message>
    <message>
        <source>%1 answer matched no rule.</source>
        <translation>응답 %1건이 어느 규칙에도 맞지 않았습니다.</translation>
    </message>
    <message>
        <source>It used %1 % of its processors.</source>
        <translation>프로세서의 %1 %를 썼습니다.</translation>
    </message>
    <message>
        <source>Requests looked at a stock that others were about to change</source>
        <translation>다른 요청이 곧 바꿀 수량을 보고 판단함</translation>
    </message>
    <message>
        <source>The stock fell %1 below zero, but no two requests that may have written met: nobody looks at it, or the look lets too many through.</source>
        <translation>수량이 0 아래로 %1만큼 내려갔으나, 기록했을 수 있는 요청 둘이 겹친 적이 없습니다. 수량을 확인하지 않거나, 확인이 너무 많이 통과시킵니다.</translation>
    </message>
    <message>
        <source>Every coupon written took exactly one from the stock: %1 down, %1 written. (That no error appeared would not have proved it: a lost update raises none.)</source>
        <translation>기록된 쿠폰마다 수량이 정확히 하나씩 줄었습니다: 차감 %1, 기록 %1. (오류가 없었다는 것만으로는 증명되지 않습니다. 갱신 유실은 오류를 일으키지 않습니다.)</translation>
    </message>
    <message>
        <source>%1 with more than they may have; coupons too many: %2.</source>
        <translation>허용된 것보다 많이 가진 사람: %1. 초과 쿠폰: %2장.</translation>
    </message>
    <message>
        <source>%1, %2; nobody asked twice, so the rule was never tried.</source>
        <translation>%1, %2. 두 번 요청한 사람이 없어 규칙이 시험되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, %2; nobody has more than they may.</source>
        <translation>%1, %2. 허용된 것보다 많이 가진 사람이 없습니다.</translation>
    </message>
    <message>
        <source>%1, %2; none of %3 tries at a second one got it, %4 of them while the first was still under way.</source>
        <translation>%1, %2. 두 번째를 얻으려는 시도 %3건 중 성공은 없으며, 그중 %4건은 첫 요청이 진행 중일 때였습니다.</translation>
    </message>
    <message>
        <source>Told so too early: %1. %2</source>
        <translation>너무 일찍 그 응답을 받은 사람: %1. %2</translation>
    </message>
    <message>
        <source>Told so before coupon number %2 was asked for: %1. First: %3</source>
        <translation>%2번째 쿠폰이 요청되기 전에 그 응답을 받은 사람: %1. 처음: %3</translation>
    </message>
    <message>
        <source>Every &quot;out of stock&quot; came when all coupons (%1) had been asked for.</source>
        <translation>모든 &quot;수량 부족&quot; 응답은 쿠폰(%1장)이 모두 요청된 뒤에 나왔습니다.</translation>
    </message>
    <message>
        <source>Deadlocks: %1; no answer meant contention.</source>
        <translation>교착 상태: %1건. 경합을 뜻하는 응답은 없습니다.</translation>
    </message>
    <message>
        <source>%1 since the server&apos;s new start</source>
        <translation>%1(서버가 다시 시작된 뒤)</translation>
    </message>
    <message>
        <source>Deadlocks: %1, lock waits that ran out: %2, changed rows: %3, in %4; further transactions: %5, requests that gave up: %6.</source>
        <translation>%4 동안 교착 상태: %1, 시간을 넘긴 잠금 대기: %2, 변경된 행: %3. 추가 트랜잭션: %5, 포기한 요청: %6.</translation>
    </message>
    <message>
        <source>Deadlocks: %1; requests that gave up: %2.</source>
        <translation>교착 상태: %1. 포기한 요청: %2.</translation>
    </message>
    <message>
        <source>%1 person has a row of this run and was told nothing but &quot;already issued&quot;. Either something on the way repeats requests, or the service says so to somebody whom it has just given one.</source>
        <translation>%1명이 이 실행의 행을 가지고 있으나 &quot;이미 발급됨&quot; 응답만 받았습니다. 중간의 무언가가 요청을 반복하거나, 서비스가 방금 준 사람에게 그렇게 답합니다.</translation>
    </message>
    <message>
        <source>%1 people have a row of this run and were told nothing but &quot;already issued&quot;. Either something on the way repeats requests, or the service says so to people whom it has just given one.</source>
        <translation>%1명이 이 실행의 행을 가지고 있으나 &quot;이미 발급됨&quot; 응답만 받았습니다. 중간의 무언가가 요청을 반복하거나, 서비스가 방금 준 사람에게 그렇게 답합니다.</translation>
    </message>
    <message>
        <source>%1 with a row, told &quot;already issued&quot; and never &quot;issued&quot;.</source>
        <translation>행이 있으나 &quot;이미 발급됨&quot; 응답만 받고 &quot;발급됨&quot; 응답은 받은 적 없는 사람: %1.</translation>
    </message>
    <message>
        <source>either requests wrote over each other, or not every coupon is taken off the stock</source>
        <translation>요청끼리 서로 덮어썼거나, 일부 쿠폰이 수량에서 차감되지 않음</translation>
    </message>
    <message>
        <source>either requests looked at the stock before others had taken theirs, or nobody looks at it</source>
        <translation>다른 요청이 가져가기 전의 수량을 보았거나, 수량을 아예 보지 않음</translation>
    </message>
    <message>
        <source>either requests looked at the stock before others had taken theirs, or the look lets too many through</source>
        <translation>다른 요청이 가져가기 전의 수량을 보았거나, 확인이 너무 많이 통과시킴</translation>
    </message>
    <message>
        <source>No unique key would stop a second coupon; nobody got more than they may, so it is not the cause of anything here. How else the service protects itself, nobody said.</source>
        <translation>두 번째 쿠폰을 막을 유니크 키가 없습니다. 이 실행에서 허용된 것보다 많이 받은 사람이 없으므로 여기서는 아무것의 원인도 아닙니다. 서비스가 그 밖에 어떻게 보호되는지는 알려지지 않았습니다.</translation>
    </message>
    <message>
        <source>Nobody got a new coupon and was told nothing but &quot;already issued&quot;.</source>
        <translation>새 쿠폰이 있으면서 &quot;이미 발급됨&quot; 응답만 받은 사람은 없습니다.</translation>
    </message>
    <message>
        <source>Nobody waited for the rows to come to rest.</source>
        <translation>행이 안정되기를 기다리지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 holders has more than they may.</source>
        <translation>보유자 %2명 중 %1명이 허용된 것보다 많이 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 holders have more than they may.</source>
        <translation>보유자 %2명 중 %1명이 허용된 것보다 많이 가지고 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was on sale: nobody could get one, however many asked.</source>
        <translation>판매 중이 아니었습니다. 몇 명이 요청하든 아무도 받을 수 없었습니다.</translation>
    </message>
    <message>
        <source>Duplicate check and unique key are off, so nothing holds a person to one coupon.</source>
        <translation>중복 확인과 유니크 키가 꺼져 있어 한 사람이 쿠폰 한 장만 갖도록 막는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody was refused. %1</source>
        <translation>아무도 거절되지 않았습니다. %1</translation>
    </message>
    <message>
        <source>%1 Which refusals were certain before the run, nobody can say then.</source>
        <translation>%1 그러므로 실행 전에 어떤 거절이 확실했는지는 아무도 말할 수 없습니다.</translation>
    </message>
    <message>
        <source>Not simply so: more were written than there were to give of %1 of %2 coupons.</source>
        <translation>단순히 그렇지는 않습니다. 쿠폰 %2종 중 %1종이 있던 수량보다 많이 기록되었습니다.</translation>
    </message>
    <message>
        <source>The one coupon was answered at %1 s</source>
        <translation>하나뿐인 쿠폰의 응답 시각은 %1초입니다</translation>
    </message>
    <message>
        <source>The last of %1 was answered at %2 s</source>
        <translation>%1 중 마지막 쿠폰의 응답 시각은 %2초입니다</translation>
    </message>
    <message>
        <source>; %1 came later.</source>
        <translation>. 그 뒤에 온 것: %1.</translation>
    </message>
    <message>
        <source>; told &quot;out of stock&quot; before that answer: %1.</source>
        <translation>. 그 응답 전에 시작되어 &quot;수량 부족&quot; 응답을 받음: %1건.</translation>
    </message>
    <message>
        <source>None of %1 is left. Written: %2; told &quot;issued&quot;: %3; told &quot;out of stock&quot;: %4.</source>
        <translation>%1장 중 남은 것이 없습니다. 기록: %2장, &quot;발급됨&quot; 응답: %3건, &quot;수량 부족&quot; 응답: %4건.</translation>
    </message>
    <message>
        <source>Every request was sent in one person&apos;s name, though several were to ask</source>
        <translation>여러 사람이 요청해야 하는데 모든 요청이 한 사람 이름으로 전송됨</translation>
    </message>
    <message>
        <source>Lower the stock to %2 at most, or raise the number of people.</source>
        <translation>수량을 %2장 이하로 낮추거나 사람 수를 늘리십시오.</translation>
    </message>
    <message>
        <source>Requests failed or were repeated because they blocked each other</source>
        <translation>서로 막아서 요청이 실패하거나 되풀이됨</translation>
    </message>
    <message>
        <source>The answer to %1 of %2 requests was not recognised. &quot;Issued&quot;: %3; refused: %4.</source>
        <translation>요청 %2건 중 %1건의 응답이 분류되지 않았습니다. &quot;발급됨&quot;: %3건, 거절: %4건.</translation>
    </message>
    <message>
        <source>The answers to %1 of %2 requests were not recognised. &quot;Issued&quot;: %3; refused: %4.</source>
        <translation>요청 %2건 중 %1건의 응답이 분류되지 않았습니다. &quot;발급됨&quot;: %3건, 거절: %4건.</translation>
    </message>
    <message>
        <source>Everyone who asked got a coupon; %1 is left.</source>
        <translation>요청한 사람은 모두 쿠폰을 받았으며 %1장이 남았습니다.</translation>
    </message>
    <message>
        <source>Look at the bodies of the first answers; let the rule ask for what the body says.</source>
        <translation>처음 응답들의 본문을 보고, 규칙이 본문의 내용을 확인하게 하십시오.</translation>
    </message>
    <message>
        <source>Every answer matched a rule. Whether each rule reads its answers rightly, nobody knows.</source>
        <translation>모든 응답이 규칙에 맞았습니다. 각 규칙이 응답을 올바르게 읽는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>No coupon was written, so the rule was never tried.</source>
        <translation>기록된 쿠폰이 없어 규칙이 시험되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, %2; no try at a second one was seen.</source>
        <translation>%1, %2. 두 번째를 얻으려는 시도는 보이지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, %2; one try at a second one did not get it; while the first was still under way: %3.</source>
        <translation>%1, %2. 두 번째를 얻으려는 시도 1건은 성공하지 못했습니다. 첫 요청이 진행 중일 때의 시도: %3건.</translation>
    </message>
    <message>
        <source>Waits for row locks, which are no failure: %1.</source>
        <translation>행 잠금 대기(실패가 아님): %1회.</translation>
    </message>
    <message>
        <source>All were on. No coupon is known to have been written, so nothing put them to the test.</source>
        <translation>모두 켜져 있었습니다. 기록된 것으로 알려진 쿠폰이 없어 시험되지 않았습니다.</translation>
    </message>
    <message>
        <source>The server was killed once</source>
        <translation>서버가 한 번 강제 종료되었습니다</translation>
    </message>
    <message>
        <source>%1, and %2 confirmed coupon is missing.</source>
        <translation>%1. 확정된 쿠폰 %2장이 없습니다.</translation>
    </message>
    <message>
        <source>%1 came from %2. One coupon each: %3 of them could get none.</source>
        <translation>%2: %1. 한 사람에 쿠폰 한 장이므로 그중 %3건은 받을 수 없었습니다.</translation>
    </message>
    <message>
        <source>None of %1 is left at the end, but pieces may have come back meanwhile: what was left at the time of an answer nobody knows.</source>
        <translation>끝에는 %1장 중 남은 것이 없지만 그사이에 수량이 되돌아왔을 수 있습니다. 응답할 때 얼마나 남아 있었는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>Every answer has the status %1, which a rule reads as &quot;issued&quot;. So read: %2; new rows: %3. Either the service says what is not so, or the rule reads it wrongly: look at the bodies of the first answers.</source>
        <translation>모든 응답의 상태: %1. 규칙은 이를 &quot;발급됨&quot;으로 읽습니다. 그렇게 읽은 응답: %2건, 새 행: %3개. 서비스가 사실이 아닌 것을 말하거나 규칙이 잘못 읽습니다. 처음 응답들의 본문을 보십시오.</translation>
    </message>
    <message>
        <source>No row is new.</source>
        <translation>새 행이 없습니다.</translation>
    </message>
    <message>
        <source>More is gone from the stock than rows stand for (%1), and pieces may have come back meanwhile: nobody knows whether a decrement was lost.</source>
        <translation>행보다 많은 수량이 재고에서 빠졌고(%1) 그사이에 수량이 되돌아왔을 수 있습니다. 잃은 차감이 있는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>At the end the stock agrees with the rows, but pieces may have come back meanwhile: what was lost on the way down and on the way up can make up for each other.</source>
        <translation>끝에는 재고와 행이 맞지만 그사이에 수량이 되돌아왔을 수 있습니다. 줄어들 때와 늘어날 때 잃은 것이 서로 상쇄될 수 있습니다.</translation>
    </message>
    <message>
        <source>No coupon was written and none was taken off the stock, so this run could not have shown one.</source>
        <translation>기록된 쿠폰도 재고에서 빠진 쿠폰도 없어, 이 실행에서는 드러날 수 없었습니다.</translation>
    </message>
    <message>
        <source>%1, %2. At the end nobody has more than they may; pieces may have come back meanwhile, so nobody knows who had several before.</source>
        <translation>%1, %2. 끝에는 허용된 것보다 많이 가진 사람이 없습니다. 그사이에 수량이 되돌아왔을 수 있으므로 그 전에 여러 장을 가진 사람이 있었는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>Answers with a 4xx status: %1; none of them was recognised as a refusal.</source>
        <translation>4xx 응답: %1. 그 가운데 거절로 인식된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Answers with a 4xx status: %1; right refusals: %2; answers that were not recognised: %3.</source>
        <translation>4xx 응답: %1, 올바른 거절: %2, 인식되지 않은 응답: %3.</translation>
    </message>
    <message>
        <source>Right refusals were not the most of it. Answers with a 4xx status: %1; right refusals: %2; requests that ended in an error: %3.</source>
        <translation>올바른 거절이 대부분은 아니었습니다. 4xx 응답: %1, 올바른 거절: %2, 오류로 끝난 요청: %3.</translation>
    </message>
    <message>
        <source>Not everybody asked who was to, as the run was ended early or requests were dropped: who else would have asked was not seen.</source>
        <translation>실행이 일찍 끝났거나 요청이 버려져 요청할 사람이 모두 요청하지는 않았습니다. 그 밖에 누가 요청했을지는 보지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 came from %2. One coupon each: %3 refusal was certain before the run.</source>
        <translation>%1, %2. 한 사람에 한 장: 실행 전부터 거절 %3건이 확실했습니다.</translation>
    </message>
    <message>
        <source>Given out to the last and no further: %1 of %2 coupons: %3. Requests for them that were told &quot;out of stock&quot;: %4.</source>
        <translation>마지막 한 장까지, 그 이상은 없이 나간 쿠폰: %2종 중 %1종: %3. 그 쿠폰을 요청해 &quot;재고 소진&quot; 응답을 받은 요청: %4.</translation>
    </message>
    <message>
        <source>Not simply so. Written: %1; there to give: %2.</source>
        <translation>그렇게 단순하지 않습니다. 기록됨: %1, 줄 수 있던 것: %2.</translation>
    </message>
    <message>
        <source>None of %1 is left (told &quot;issued&quot;: %2), but the stock is not right: that says nothing of how many were sold.</source>
        <translation>%1장 가운데 남은 것이 없습니다(&quot;발급됨&quot; 응답: %2). 하지만 재고가 맞지 않아 몇 장이 나갔는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 answer was &quot;not found&quot;</source>
        <translation>&quot;찾을 수 없음&quot; 응답 %1건</translation>
    </message>
    <message>
        <source>%1 answers were &quot;not found&quot;</source>
        <translation>&quot;찾을 수 없음&quot; 응답 %1건</translation>
    </message>
    <message>
        <source>%1. Of %3 ids that asked not in the table: %2 (first: %4), there: %5.</source>
        <translation>%1. 요청한 id %3개 중 표에 없는 것: %2(처음: %4), 있는 것: %5.</translation>
    </message>
    <message>
        <source>%1. Of %3 people told so: %2 (first: %4), not: %5.</source>
        <translation>%1. %3명 중 그렇게 들은 사람: %2명(처음: %4), 아닌 사람: %5명.</translation>
    </message>
    <message>
        <source>Nobody was refused; %1 of %2 were told &quot;issued&quot;.</source>
        <translation>거절된 사람은 없습니다. %2 가운데 %1건이 &quot;발급됨&quot; 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 was refused</source>
        <translation>%2 가운데 %1건 거절</translation>
    </message>
    <message>
        <source>%1 of %2 were refused</source>
        <translation>%2 가운데 %1건 거절</translation>
    </message>
    <message>
        <source>%1; nobody knows how many of the refusals were right.</source>
        <translation>%1. 그 가운데 몇 건이 올바른지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1; %2 of the refusals was right.</source>
        <translation>%1. 올바른 거절은 %2건입니다.</translation>
    </message>
    <message>
        <source>%1; %2 of the refusals were right.</source>
        <translation>%1. 올바른 거절은 %2건입니다.</translation>
    </message>
    <message>
        <source>%1, and every refusal was right.</source>
        <translation>%1, 모든 거절이 올바릅니다.</translation>
    </message>
    <message>
        <source>%1, and every refusal was right: %2.</source>
        <translation>%1, 모든 거절이 올바릅니다: %2.</translation>
    </message>
    <message>
        <source>No recognised answer said so; %1 was not recognised.</source>
        <translation>인식된 응답 가운데 그런 것은 없습니다. %1건은 인식되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 was not taken off the stock</source>
        <translation>%2 가운데 %1장이 재고에서 빠지지 않음</translation>
    </message>
    <message>
        <source>%1 of %2 were not taken off the stock</source>
        <translation>%2 가운데 %1장이 재고에서 빠지지 않음</translation>
    </message>
    <message>
        <source>%1 of %2 decrements was lost.</source>
        <translation>차감 %2건 중 %1건이 사라졌습니다.</translation>
    </message>
    <message>
        <source>%1, but no two requests that may have written met: there was nothing to write over.</source>
        <translation>%1. 하지만 기록했을 수 있는 두 요청이 겹친 적이 없어 덮어쓸 것이 없었습니다.</translation>
    </message>
    <message>
        <source>None of %1 was taken off the stock. Of requests that write over each other at least one leaves its mark.</source>
        <translation>%1 가운데 재고에서 빠진 것이 없습니다. 서로 덮어쓴 요청이라면 적어도 하나는 흔적을 남깁니다.</translation>
    </message>
    <message>
        <source>%1; up to %2 requests that wrote were under way together. Requests that write over each other leave that, and so does a service that does not take every coupon off: rows and answers are the same for both.</source>
        <translation>%1. 기록한 요청이 많게는 %2건 동시에 진행 중이었습니다. 서로 덮어쓴 요청도 이렇게 되고, 쿠폰마다 차감하지 않는 서비스도 이렇게 됩니다. 어느 쪽이든 행과 응답은 같습니다.</translation>
    </message>
    <message>
        <source>The stock fell %1 below zero, every coupon was taken off, and nobody was told &quot;out of stock&quot;. Either requests looked at the stock before others had taken theirs, or nobody looks at it: rows and answers are the same for both.</source>
        <translation>&quot;재고 소진&quot; 응답 없이 재고가 0보다 %1 아래로 내려갔고 쿠폰은 모두 차감되었습니다. 다른 요청이 가져가기 전의 재고를 보았거나, 아무도 재고를 보지 않는 것입니다. 어느 쪽이든 행과 응답은 같습니다.</translation>
    </message>
    <message>
        <source>The stock fell %1 below zero and every coupon was taken off, though people were told &quot;out of stock&quot; (times: %2). Either requests looked at the stock before others had taken theirs, or the look lets too many through: rows and answers are the same for both.</source>
        <translation>&quot;재고 소진&quot; 응답이 있었는데도(%2번) 재고가 0보다 %1 아래로 내려갔고 쿠폰은 모두 차감되었습니다. 다른 요청이 가져가기 전의 재고를 보았거나, 확인이 너무 많이 통과시킨 것입니다. 어느 쪽이든 행과 응답은 같습니다.</translation>
    </message>
    <message>
        <source>No decrement was lost. It is the other way round: gone from the stock without a row: %1.</source>
        <translation>사라진 차감은 없습니다. 반대입니다: 행 없이 재고에서 빠진 것: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 coupons; nobody has more of one than they may. Tries at a second one of the same: %3.</source>
        <translation>쿠폰 %2종의 %1. 한 쿠폰을 허용보다 많이 가진 사람은 없습니다. 같은 것을 또 받으려 한 시도: %3.</translation>
    </message>
    <message>
        <source>Told so: %1. Told &quot;issued&quot; and without a row: %2. When all had gone nobody knows.</source>
        <translation>그렇게 들은 사람: %1. &quot;발급됨&quot; 응답을 받았는데 행이 없는 사람: %2. 언제 모두 나갔는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>All requests are sent as one person, so nobody knows whose is whose.</source>
        <translation>모든 요청이 한 사람 이름으로 보내져 누구의 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No answer said &quot;already issued&quot; alone, and &quot;not issued&quot; may mean that nothing was left: %1.</source>
        <translation>&quot;이미 발급됨&quot;만을 뜻한 응답은 없고, &quot;발급 안 됨&quot;은 남은 것이 없다는 뜻일 수도 있습니다: %1.</translation>
    </message>
    <message>
        <source>Pieces may have come back meanwhile, and their rows are gone: nobody knows to whom one was given without a word.</source>
        <translation>그동안 돌아온 것이 있을 수 있고 그 행은 사라졌습니다. 말없이 받은 사람이 있는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Whether everybody with a new coupon was told so could not be judged.</source>
        <translation>새 쿠폰을 가진 사람이 모두 그렇게 들었는지 판정할 수 없었습니다.</translation>
    </message>
    <message>
        <source>%1 person has a new coupon that nobody told them of; &quot;not issued&quot; can mean that they had it already.</source>
        <translation>새 쿠폰이 있는데 듣지 못한 사람 %1명. &quot;발급 안 됨&quot;은 이미 가지고 있었다는 뜻일 수도 있습니다.</translation>
    </message>
    <message>
        <source>%1 people have a new coupon that nobody told them of; &quot;not issued&quot; can mean that they had it already.</source>
        <translation>새 쿠폰이 있는데 듣지 못한 사람 %1명. &quot;발급 안 됨&quot;은 이미 가지고 있었다는 뜻일 수도 있습니다.</translation>
    </message>
    <message>
        <source>Confirmed and missing: %1; this run killed no server: look at the service first.</source>
        <translation>확인되었는데 없는 것: %1. 이 실행은 서버를 죽이지 않았습니다. 먼저 서비스를 보십시오.</translation>
    </message>
    <message>
        <source>Confirmed and missing: %1; but nothing was killed in this run: look at the service first.</source>
        <translation>확인되었는데 없는 것: %1. 하지만 이 실행에서 죽인 것은 없습니다. 먼저 서비스를 보십시오.</translation>
    </message>
    <message>
        <source>%1, and nothing is left. Requests that write over each other leave that, and so do a guarded subtraction (… WHERE left &gt; 0) that took nothing and that nobody looked at, and a service that does not take every coupon off: rows and answers are the same for all of them.</source>
        <translation>%1, 그리고 남은 것이 없습니다. 요청이 서로 덮어쓸 때, 조건부 차감(… WHERE left &gt; 0)이 아무것도 빼지 못했는데 확인하지 않았을 때, 서비스가 모든 쿠폰을 빼지는 않을 때 모두 이렇게 됩니다. 행과 응답은 세 경우에 모두 같습니다.</translation>
    </message>
    <message>
        <source>either requests wrote over each other, or a guarded subtraction took nothing and nobody looked, or not every coupon is taken off the stock</source>
        <translation>요청끼리 서로 덮어썼거나, 조건부 차감에서 아무것도 빠지지 않았는데 확인하지 않았거나, 일부 쿠폰이 수량에서 차감되지 않음</translation>
    </message>
    <message>
        <source>The sale was open; %1 answer said that it was not.</source>
        <translation>판매 중이었습니다. 아니라고 한 응답: %1건.</translation>
    </message>
    <message>
        <source>The sale was open; %1 answers said that it was not.</source>
        <translation>판매 중이었습니다. 아니라고 한 응답: %1건.</translation>
    </message>
    <message>
        <source>Answers that said so: %1; right by the hours of the sale: %2; wrong: %3; of the others nobody knows.</source>
        <translation>그렇게 말한 응답: %1건. 판매 기간에 비추어 옳은 것: %2건, 틀린 것: %3건. 나머지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>Answers that said so: %1. Whether the sale was open then, nobody knows.</source>
        <translation>그렇게 말한 응답: %1건. 그때 판매 중이었는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 new row is not of a request of this run.</source>
        <translation>새 행 %1개가 이 실행의 요청에서 나온 것이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 new rows are not of requests of this run.</source>
        <translation>새 행 %1개가 이 실행의 요청에서 나온 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Row lock, duplicate check and unique key were all on. Sent away as holders: by the check %1, by the key %2.</source>
        <translation>행 잠금, 중복 검사, 고유 키가 모두 켜져 있었습니다. 보유자로 거절: 검사로 %1건, 키로 %2건.</translation>
    </message>
    <message>
        <source>The strategy %1 and the unique key were on (blocked by the key: %2).</source>
        <translation>전략 %1 및 고유 키가 켜져 있었습니다(키로 차단: %2건).</translation>
    </message>
    <message>
        <source>It used %1 % of its processors; 99 of 100 requests were late by its own fault by %2 at most.</source>
        <translation>프로세서의 %1 %를 썼으며, 요청 100건 중 99건에서 부하 생성기 자체의 지연은 %2 이하였습니다.</translation>
    </message>
    <message>
        <source>%1 came while the sale was closed by the hours in the tables; no answer said so.</source>
        <translation>테이블에 적힌 판매 시간으로는 판매가 닫혀 있을 때 온 요청: %1. 그렇다고 알린 응답은 없습니다.</translation>
    </message>
    <message>
        <source>It used %1 % of its processors. Not sent: %2 of %3. Whether the service took no connections or this machine had none left, nobody knows.</source>
        <translation>프로세서의 %1 %를 사용했습니다. 보내지 못한 요청: %3 가운데 %2건. 서비스가 연결을 받지 않았는지 이 컴퓨터에 남은 연결이 없었는지는 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No row was written by somebody else. Told &quot;issued&quot;: %1; new rows: %2. Whether somebody else deleted rows, nobody can know.</source>
        <translation>다른 누군가가 쓴 행은 없습니다. &quot;발급됨&quot; 응답: %1건, 새 행: %2개. 다른 누군가가 행을 지웠는지는 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Deadlocks: %1; no answer meant contention. What was behind server errors (%2) and requests without an answer (%3) nobody knows.</source>
        <translation>교착 상태: %1건. 경합을 뜻하는 응답은 없습니다. 서버 오류(%2건)와 응답 없는 요청(%3건)의 원인은 아무도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>New rows name %1 different people who asked, but others wrote rows as well: whose they are was not seen of each.</source>
        <translation>새 행은 요청한 서로 다른 사람 %1명을 가리키지만, 다른 곳에서 쓴 행도 있습니다. 각 행이 누구 것인지는 보지 못했습니다.</translation>
    </message>
    <message>
        <source>New rows name %1 different people who asked.</source>
        <translation>새 행은 요청한 서로 다른 사람 %1명을 가리킵니다.</translation>
    </message>
    <message>
        <source>A person may hold other than exactly one, so the number of people alone says nothing of what they could take.</source>
        <translation>한 사람이 가질 수 있는 수가 정확히 하나가 아니므로, 사람 수만으로는 얼마나 가져갈 수 있는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Nobody said how many a person may hold.</source>
        <translation>한 사람이 몇 개까지 가질 수 있는지 아무도 밝히지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, %2, one each: there were %3 more than those who asked could take.</source>
        <translation>%1, %2, 한 사람에 하나씩: 요청한 사람들이 가져갈 수 있는 것보다 %3개 더 있었습니다.</translation>
    </message>
    <message>
        <source>Of these answers, a coupon that was issued before &quot;not started&quot; or after &quot;expired&quot; speaks against: %1.</source>
        <translation>이 응답 가운데 &quot;시작 전&quot; 이전이나 &quot;종료&quot; 이후에 발급된 쿠폰과 어긋나는 것: %1건.</translation>
    </message>
    <message>
        <source>No unique key stops a second coupon, and in this run %1 person came to hold more than they may.</source>
        <translation>두 번째 쿠폰을 막는 고유 키가 없고, 이번 실행에서 %1명이 허용보다 많이 갖게 되었습니다.</translation>
    </message>
    <message>
        <source>No unique key stops a second coupon, and in this run %1 people came to hold more than they may.</source>
        <translation>두 번째 쿠폰을 막는 고유 키가 없고, 이번 실행에서 %1명이 허용보다 많이 갖게 되었습니다.</translation>
    </message>
</context>
<context>
    <name>DrawingText</name>
    <message>
        <source>answers per %1</source>
        <translation>%1당 응답</translation>
    </message>
    <message>
        <source>one stroke an answer</source>
        <translation>선 하나가 응답 하나</translation>
    </message>
    <message>
        <source>Nothing was issued</source>
        <translation>발급된 것이 없습니다</translation>
    </message>
    <message>
        <source>Issued rises to %1 at %2 s and stays</source>
        <translation>발급이 %2초에 %1까지 늘어난 뒤 그대로입니다</translation>
    </message>
    <message>
        <source>%1; %2 left.</source>
        <translation>%1, 남음 %2.</translation>
    </message>
    <message>
        <source>%1 issued too many</source>
        <translation>%1건 초과 발급</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Issued and left</source>
        <translation>발급과 남은 수량</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>%1당</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>should be left</source>
        <translation>남아야 할 수량</translation>
    </message>
    <message>
        <source>does not add up</source>
        <translation>합계 불일치</translation>
    </message>
    <message>
        <source>issued must come out</source>
        <translation>나와야 하는 발급 수</translation>
    </message>
    <message>
        <source>Answers, by outcome</source>
        <translation>결과별 응답</translation>
    </message>
    <message>
        <source>p95 of issued</source>
        <translation>발급 p95</translation>
    </message>
    <message>
        <source>ms, service time, a dot an answer</source>
        <translation>ms, 서비스 시간, 응답마다 점 하나</translation>
    </message>
    <message>
        <source>1 to %1 answers</source>
        <translation>응답 1~%1건</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>ms, service time, lines of issued</source>
        <translation>ms, 서비스 시간, 선은 발급</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Nothing was issued.</source>
        <translation>발급된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Of issued over the whole run p50 was %1 ms, p95 %2 ms, p99 %3 ms.</source>
        <translation>실행 전체에서 발급의 p50은 %1 ms, p95는 %2 ms, p99는 %3 ms였습니다.</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>진행 중인 요청</translation>
    </message>
    <message>
        <source>at the end of each step</source>
        <translation>구간마다 그 끝에서</translation>
    </message>
    <message>
        <source>At the ends of the steps at most %1 at once.</source>
        <translation>각 구간의 끝에서 동시에 최대 %1건입니다.</translation>
    </message>
    <message>
        <source>asked, not yet answered</source>
        <translation>요청했으나 아직 응답이 없음</translation>
    </message>
    <message>
        <source>Answers a second</source>
        <translation>초당 응답</translation>
    </message>
    <message>
        <source>over each step</source>
        <translation>구간별</translation>
    </message>
    <message>
        <source>Over the whole run %1 answers a second, %2 issued.</source>
        <translation>실행 전체에서 초당 응답 %1건, 발급 %2건.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>응답 수</translation>
    </message>
    <message>
        <source>Errors, by kind</source>
        <translation>종류별 오류</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 at start = %2 written + %3 left, drift %4</source>
        <translation>시작 수량 %1 = 기록 %2 + 남음 %3, 수량 차이 %4</translation>
    </message>
    <message>
        <source>%1 at start ≠ %2 written + %3 left, drift %4</source>
        <translation>시작 수량 %1 ≠ 기록 %2 + 남음 %3, 수량 차이 %4</translation>
    </message>
    <message>
        <source>at start</source>
        <translation>시작 수량</translation>
    </message>
    <message>
        <source>written</source>
        <translation>쓴 값</translation>
    </message>
    <message>
        <source>drift %1</source>
        <translation>수량 차이 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>p95 %1 ms</source>
        <translation>p95 %1 ms</translation>
    </message>
    <message>
        <source>coupons, from the start of the load</source>
        <translation>쿠폰, 부하 시작부터</translation>
    </message>
    <message>
        <source>of any outcome</source>
        <translation>모든 결과</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>평균 %1</translation>
    </message>
    <message>
        <source>Latency of issued, p95</source>
        <translation>발급됨의 지연 시간, p95</translation>
    </message>
    <message>
        <source>ms, service time</source>
        <translation>ms, 서비스 시간</translation>
    </message>
    <message>
        <source>The race</source>
        <translation>경쟁 상태</translation>
    </message>
    <message>
        <source>ms from the start of the load</source>
        <translation>부하 시작부터의 ms</translation>
    </message>
    <message>
        <source>Both read %1. Both wrote %2. Two coupons went, the stock fell by one.</source>
        <translation>둘 다 같은 값(%1)을 읽었습니다. 둘 다 같은 값(%2)을 썼습니다. 쿠폰 두 장이 나갔고 수량은 하나만 줄었습니다.</translation>
    </message>
    <message>
        <source>both had read %1</source>
        <translation>둘 다 읽은 값 %1</translation>
    </message>
    <message>
        <source>asked ─  read to write ▮  commit ▨  confirmed |</source>
        <translation>요청 ─  읽기~쓰기 ▮  커밋 ▨  확정 |</translation>
    </message>
</context>
<context>
    <name>FaultsText</name>
    <message>
        <source>faults[%1] is %2: Stampede does that to a private server of its own only, never to %3. Run with the database managed:, or leave the fault out. Nothing was sent.</source>
        <translation>faults[%1] 값은 %2입니다. Stampede는 자신의 전용 서버에만 이 장애를 일으키며 다른 서버에는 하지 않습니다: %3. 데이터베이스를 managed:로 지정해 실행하거나 이 장애를 빼십시오. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The private server did not come back: %1</source>
        <translation>전용 서버가 다시 시작되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>No connection could be killed: %1.</source>
        <translation>연결을 끊을 수 없었습니다: %1.</translation>
    </message>
    <message>
        <source>The relay that the network&apos;s faults need cannot be made: %1.</source>
        <translation>네트워크 장애에 필요한 중계기를 만들 수 없습니다: %1.</translation>
    </message>
</context>
<context>
    <name>FilesText</name>
    <message>
        <source>it is a folder</source>
        <translation>폴더임</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>일반 파일이 아님</translation>
    </message>
    <message>
        <source>it could not be made</source>
        <translation>만들 수 없었습니다</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1에 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>it is read in the same call (%1)</source>
        <translation>같은 명령에서 읽는 파일입니다(%1)</translation>
    </message>
    <message>
        <source>it is named twice</source>
        <translation>두 번 지정되었습니다</translation>
    </message>
    <message>
        <source>it is in the folder where Stampede keeps its data</source>
        <translation>Stampede가 데이터를 보관하는 폴더 안에 있습니다</translation>
    </message>
    <message>
        <source>it is the root of everything</source>
        <translation>최상위 폴더입니다</translation>
    </message>
    <message>
        <source>it is no folder</source>
        <translation>폴더가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is there already and no report of Stampede&apos;s. --force overwrites it.</source>
        <translation>%1 파일이 이미 있으며 Stampede의 보고서가 아닙니다. --force를 쓰면 덮어씁니다.</translation>
    </message>
    <message>
        <source>%1 is there already, and whether it is a report of Stampede&apos;s cannot be read: %2. --force overwrites it.</source>
        <translation>%1 파일이 이미 있으며, Stampede의 보고서인지 읽어서 확인할 수 없습니다: %2. --force를 주면 덮어씁니다.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>폴더를 만들 수 없음</translation>
    </message>
</context>
<context>
    <name>FormatsText</name>
    <message>
        <source>person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행 수</translation>
    </message>
    <message>
        <source>coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>told</source>
        <translation>받은 응답</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>written</source>
        <translation>쓴 값</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>must come out</source>
        <translation>나와야 하는 값</translation>
    </message>
    <message>
        <source>came out</source>
        <translation>나온 값</translation>
    </message>
    <message>
        <source>answered at, s</source>
        <translation>응답 시각, 초</translation>
    </message>
    <message>
        <source>asked at, s</source>
        <translation>요청 시각, 초</translation>
    </message>
    <message>
        <source>new rows</source>
        <translation>새 행</translation>
    </message>
    <message>
        <source>row ids</source>
        <translation>행 ID</translation>
    </message>
    <message>
        <source>at start</source>
        <translation>시작 수량</translation>
    </message>
    <message>
        <source>issued at</source>
        <translation>발급 시각</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>should have been</source>
        <translation>옳은 응답</translation>
    </message>
    <message>
        <source>because of</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>… %1 rows in all</source>
        <translation>… 모두 %1개 행</translation>
    </message>
    <message>
        <source>expected: </source>
        <translation>기대: </translation>
    </message>
    <message>
        <source>actual: </source>
        <translation>실제: </translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>경고: %1</translation>
    </message>
    <message>
        <source>The run came to %1.</source>
        <translation>실행의 결과: %1.</translation>
    </message>
    <message>
        <source>The run has no such figure, or none that can be trusted.</source>
        <translation>실행에 그런 수치가 없거나 믿을 수 있는 수치가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>HttpText</name>
    <message>
        <source>no answer came within %1 ms</source>
        <translation>%1 ms 안에 응답이 오지 않았습니다</translation>
    </message>
    <message>
        <source>its service cannot be reached: %1</source>
        <translation>그 서비스에 연결할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>what came is no answer of HTTP/1.1</source>
        <translation>온 것이 HTTP/1.1 응답이 아닙니다</translation>
    </message>
    <message>
        <source>the connection was closed without an answer</source>
        <translation>응답 없이 연결이 닫혔습니다</translation>
    </message>
    <message>
        <source>what it waits for (until) did not come within %1 ms</source>
        <translation>기다리던 것(until)이 %1 ms 안에 오지 않았습니다</translation>
    </message>
    <message>
        <source>is no name of a header</source>
        <translation>헤더 이름이 아닙니다</translation>
    </message>
    <message>
        <source>is made by Stampede; leave it out</source>
        <translation>Stampede가 만드는 헤더이므로 빼십시오</translation>
    </message>
    <message>
        <source>the answer has no text or number at %1</source>
        <translation>응답의 %1에 글이나 숫자가 없습니다</translation>
    </message>
    <message>
        <source>the answer has no header %1</source>
        <translation>응답에 %1 헤더가 없습니다</translation>
    </message>
    <message>
        <source>the answer sets no cookie %1</source>
        <translation>응답에 %1 쿠키가 없습니다</translation>
    </message>
    <message>
        <source>nothing in the answer matches %1</source>
        <translation>응답에서 %1에 맞는 것이 없습니다</translation>
    </message>
    <message>
        <source>it was answered %1</source>
        <translation>응답 상태가 %1입니다</translation>
    </message>
    <message>
        <source>${env: is not closed with }</source>
        <translation>${env:에 닫는 }가 없습니다</translation>
    </message>
    <message>
        <source>there is no environment variable %1</source>
        <translation>그런 환경 변수가 없습니다: %1</translation>
    </message>
    <message>
        <source>there is no filter %1 (possible: form, url, json, base64, raw)</source>
        <translation>%1 필터가 없습니다(가능: form, url, json, base64, raw)</translation>
    </message>
    <message>
        <source>nothing is known to fill in for {%1}</source>
        <translation>{%1}에 채울 값을 알 수 없습니다</translation>
    </message>
    <message>
        <source>must begin with http://, https:// or http+unix://</source>
        <translation>http://, https:// 또는 http+unix://로 시작해야 합니다</translation>
    </message>
    <message>
        <source>must name a socket by its whole path, at most 107 bytes, such as http+unix:///run/app.sock:/path</source>
        <translation>http+unix:///run/app.sock:/path처럼 소켓의 전체 경로를 지정해야 하며 최대 107바이트입니다</translation>
    </message>
    <message>
        <source>must not hold a user or a password; give them as a header, from ${env:NAME}</source>
        <translation>사용자나 암호를 넣을 수 없습니다. ${env:NAME}을 써서 헤더로 지정하십시오</translation>
    </message>
    <message>
        <source>must name one host; placeholders may stand in the path only</source>
        <translation>호스트 하나를 지정해야 합니다. 자리 표시자는 경로에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>must not hold a fragment (#…), which is never sent</source>
        <translation>보내지지 않는 조각(#…)을 넣을 수 없습니다</translation>
    </message>
    <message>
        <source>must name a host, and a port from 1 to 65535 if any</source>
        <translation>호스트를 지정해야 하며, 포트는 쓴다면 1~65535여야 합니다</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>%1 request is missing: %2.</source>
        <translation>요청 %1건이 빠졌습니다: %2.</translation>
    </message>
    <message>
        <source>%1 requests are missing: %2.</source>
        <translation>요청 %1건이 빠졌습니다: %2.</translation>
    </message>
    <message>
        <source>People are taken from %1; --user says otherwise.</source>
        <translation>사람은 여기서 읽습니다: %1. --user로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>%1: there is no request %2; there are: %3.</source>
        <translation>%1: 그런 요청이 없습니다(%2). 있는 것: %3.</translation>
    </message>
    <message>
        <source>%1: the file holds requests of several kinds: %2. Which of them ask for the coupon says --request NAME.</source>
        <translation>%1: 파일에 여러 종류의 요청이 있습니다: %2. 쿠폰을 요청한 것은 --request NAME으로 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 request of another kind is left out.</source>
        <translation>다른 종류의 요청 %1건은 뺐습니다.</translation>
    </message>
    <message>
        <source>%1 requests of other kinds are left out.</source>
        <translation>다른 종류의 요청 %1건은 뺐습니다.</translation>
    </message>
    <message>
        <source>%1 line could not be read; what it said is missing.</source>
        <translation>%1줄을 읽을 수 없어 그 내용이 빠졌습니다.</translation>
    </message>
    <message>
        <source>%1 lines could not be read; what they said is missing.</source>
        <translation>%1줄을 읽을 수 없어 그 내용이 빠졌습니다.</translation>
    </message>
    <message>
        <source>%1 request names nobody and is left out.</source>
        <translation>사람이 적히지 않은 요청 %1건은 뺐습니다.</translation>
    </message>
    <message>
        <source>%1 requests name nobody and are left out.</source>
        <translation>사람이 적히지 않은 요청 %1건은 뺐습니다.</translation>
    </message>
    <message>
        <source>Of %1 request the start is not known, as blocked, connecting or tls_handshaking is missing: it may have been under way since the beginning.</source>
        <translation>요청 %1건은 blocked, connecting 또는 tls_handshaking이 없어 시작 시각을 알 수 없습니다. 처음부터 진행 중이었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Of %1 requests the start is not known, as blocked, connecting or tls_handshaking is missing: they may have been under way since the beginning.</source>
        <translation>요청 %1건은 blocked, connecting 또는 tls_handshaking이 없어 시작 시각을 알 수 없습니다. 처음부터 진행 중이었을 수 있습니다.</translation>
    </message>
    <message>
        <source>The clock was set back by %1 while the run went on: no moment is known better than that.</source>
        <translation>실행 중에 시계가 %1 뒤로 돌아갔습니다. 어느 시각도 그보다 정확히 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 answer stands beside another of its iteration; which of them the checks are of is not known.</source>
        <translation>응답 %1건은 같은 반복에 다른 응답이 있어 어느 것의 check인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 answers stand beside another of their iteration; which of them the checks are of is not known.</source>
        <translation>응답 %1건은 같은 반복에 다른 응답이 있어 어느 것의 check인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No rule tells what %1 answer of %2 means by what the file holds.</source>
        <translation>상태 %2 응답 %1건의 뜻은 파일의 내용만으로 어느 규칙으로도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No rule tells what %1 answers of %2 mean by what the file holds.</source>
        <translation>상태 %2 응답 %1건의 뜻은 파일의 내용만으로 어느 규칙으로도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1: there is no request in it.</source>
        <translation>%1: 요청이 없습니다.</translation>
    </message>
    <message>
        <source>`stampede-cli import recipe %1` prints what to use.</source>
        <translation>쓸 방법은 `stampede-cli import recipe %1` 명령으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>this looks like %1, which holds no single request</source>
        <translation>%1 형식으로 보이며, 요청 하나하나의 기록이 없습니다</translation>
    </message>
    <message>
        <source>this looks like Gatling&apos;s simulation.log, whose requests name nobody and keep no status. </source>
        <translation>Gatling의 simulation.log로 보이며, 요청에 사람과 상태가 없습니다. </translation>
    </message>
    <message>
        <source>this looks like hey&apos;s CSV, whose requests name nobody. </source>
        <translation>hey의 CSV로 보이며, 요청에 사람이 없습니다. </translation>
    </message>
    <message>
        <source>this looks like ab&apos;s output, whose requests name nobody. </source>
        <translation>ab의 출력으로 보이며, 요청에 사람이 없습니다. </translation>
    </message>
    <message>
        <source>expected the results of k6 (JSON, CSV), JMeter (JTL as CSV with its line of names, or XML) or vegeta (encoded as JSON or CSV)</source>
        <translation>k6(JSON, CSV), JMeter(이름 줄이 있는 CSV 또는 XML 형식의 JTL), vegeta(JSON 또는 CSV로 변환)의 결과여야 합니다</translation>
    </message>
    <message>
        <source>moments of this run are known to %1: answers closer than that cannot be told apart</source>
        <translation>이 실행의 시각은 %1 단위로만 알려져 있습니다. 그보다 가까운 응답의 앞뒤는 가릴 수 없습니다</translation>
    </message>
    <message>
        <source>the rest could not be read</source>
        <translation>나머지를 읽을 수 없었습니다</translation>
    </message>
    <message>
        <source>expected a line of a JTL</source>
        <translation>JTL의 줄이어야 합니다</translation>
    </message>
    <message>
        <source>it has no column %1; jmeter.save.saveservice.print_field_names=true and JMeter&apos;s other defaults write it</source>
        <translation>필요한 열이 없습니다: %1. jmeter.save.saveservice.print_field_names=true와 JMeter의 나머지 기본값이면 기록됩니다</translation>
    </message>
    <message>
        <source>a second run begins here, as JMeter adds to a file that is there; each run needs a file of its own</source>
        <translation>여기서 두 번째 실행이 시작됩니다. JMeter는 있는 파일에 덧붙입니다. 실행마다 파일이 따로 있어야 합니다</translation>
    </message>
    <message>
        <source>timeStamp is no number of ms; jmeter.save.saveservice.timestamp_format=ms writes it</source>
        <translation>timeStamp가 ms 단위의 수가 아닙니다. jmeter.save.saveservice.timestamp_format=ms로 기록됩니다</translation>
    </message>
    <message>
        <source>a second run begins here; each run needs a file of its own</source>
        <translation>여기서 두 번째 실행이 시작됩니다. 실행마다 파일이 따로 있어야 합니다</translation>
    </message>
    <message>
        <source>samples stand within samples, more than %1 deep</source>
        <translation>샘플이 %1단계보다 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>expected a sample with ts and t in ms</source>
        <translation>ms 단위의 ts와 t가 있는 샘플이어야 합니다</translation>
    </message>
    <message>
        <source>http_reqs counts them, and no http_req_duration tells of them</source>
        <translation>http_reqs에는 있으나 http_req_duration이 없음</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>줄이 너무 깁니다</translation>
    </message>
    <message>
        <source>expected a line of k6&apos;s JSON output</source>
        <translation>k6 JSON 출력의 줄이어야 합니다</translation>
    </message>
    <message>
        <source>expected k6&apos;s line of column names</source>
        <translation>k6의 열 이름 줄이어야 합니다</translation>
    </message>
    <message>
        <source>expected a line of k6&apos;s CSV output</source>
        <translation>k6 CSV 출력의 줄이어야 합니다</translation>
    </message>
    <message>
        <source>its moments are whole seconds, k6&apos;s default, which tell nothing of requests that took less; --out csv=fileName=r.csv,timeFormat=unix_nano writes them whole</source>
        <translation>시각이 초 단위(k6의 기본값)라 그보다 짧은 요청을 가릴 수 없습니다. --out csv=fileName=r.csv,timeFormat=unix_nano로 온전히 기록하십시오</translation>
    </message>
    <message>
        <source>The person goes into a tag of the request, or into the metadata of the virtual user; vu and iter join checks to requests.</source>
        <translation>사람은 요청의 태그나 가상 사용자의 메타데이터에 넣습니다. vu와 iter로 check와 요청을 잇습니다.</translation>
    </message>
    <message>
        <source>before the run</source>
        <translation>실행 전</translation>
    </message>
    <message>
        <source>The column of the plan&apos;s CSV Data Set that names the person goes into the results; so does what an extractor found in the answer.</source>
        <translation>사람이 적힌 CSV Data Set의 열과 추출기로 응답에서 찾은 값을 결과에 넣습니다.</translation>
    </message>
    <message>
        <source>Answers are kept whole, so rules may look into them; the person stands in the address or in the answer.</source>
        <translation>응답이 온전히 남아 규칙에서 볼 수 있습니다. 사람은 주소나 응답에 있습니다.</translation>
    </message>
    <message>
        <source>Locust&apos;s own results hold no single request. This listener in the locustfile writes them as JMeter would; each request is given context={&apos;user&apos;: …}.</source>
        <translation>Locust의 결과에는 요청 하나하나의 기록이 없습니다. locustfile에 넣는 이 리스너는 JMeter 형식으로 기록합니다. 요청마다 context={&apos;user&apos;: …}를 줍니다.</translation>
    </message>
    <message>
        <source>must be tag:NAME, metadata:NAME, column:NAME, url:&apos;REGEX&apos; or body:/POINTER</source>
        <translation>tag:NAME, metadata:NAME, column:NAME, url:&apos;REGEX&apos;, body:/POINTER 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>url: must be a regular expression with a group in parentheses around the value</source>
        <translation>url: 값을 괄호로 묶은 정규식이어야 합니다</translation>
    </message>
    <message>
        <source>it is cut off: gzip says that more follows</source>
        <translation>잘려 있습니다: gzip으로는 내용이 더 있어야 합니다</translation>
    </message>
    <message>
        <source>what gzip packed is damaged</source>
        <translation>gzip으로 압축된 내용이 손상되었습니다</translation>
    </message>
    <message>
        <source>there is no memory to read it</source>
        <translation>읽을 메모리가 없습니다</translation>
    </message>
    <message>
        <source>expected a line of vegeta&apos;s JSON output</source>
        <translation>vegeta JSON 출력의 줄이어야 합니다</translation>
    </message>
    <message>
        <source>expected a line of vegeta&apos;s CSV output</source>
        <translation>vegeta CSV 출력의 줄이어야 합니다</translation>
    </message>
    <message>
        <source>%1: target.classify[%2].header: results of other tools hold no headers of answers; use status, column, check, or what the body holds</source>
        <translation>%1: target.classify[%2].header: 다른 도구의 결과에는 응답 헤더가 없습니다. status, column, check 또는 본문의 내용을 쓰십시오</translation>
    </message>
    <message>
        <source>%1: none of %2 requests names a person; --user SPEC says where they stand, and `stampede-cli import recipe k6` what to add to the script</source>
        <translation>%1: 요청 %2건 가운데 사람을 밝힌 것이 없습니다. 어디에 있는지는 --user SPEC으로 정하고, 스크립트에 더할 내용은 `stampede-cli import recipe k6`이 보여 줍니다</translation>
    </message>
    <message>
        <source>%1 answer has no virtual user and iteration beside it, which join checks to requests: rules by check cannot tell what it means. k6 writes them where systemTags hold both &quot;vu&quot; and &quot;iter&quot;.</source>
        <translation>응답 %1건에 check와 요청을 잇는 가상 사용자와 반복 번호가 없습니다. check 규칙으로는 그 뜻을 알 수 없습니다. systemTags에 &quot;vu&quot;와 &quot;iter&quot;가 모두 있으면 k6가 기록합니다.</translation>
    </message>
    <message>
        <source>%1 answers have no virtual user and iteration beside them, which join checks to requests: rules by check cannot tell what they mean. k6 writes them where systemTags hold both &quot;vu&quot; and &quot;iter&quot;.</source>
        <translation>응답 %1건에 check와 요청을 잇는 가상 사용자와 반복 번호가 없습니다. check 규칙으로는 그 뜻을 알 수 없습니다. systemTags에 &quot;vu&quot;와 &quot;iter&quot;가 모두 있으면 k6가 기록합니다.</translation>
    </message>
    <message>
        <source>The checks of %1 answer may be among what is missing: rules by check cannot tell what it means.</source>
        <translation>응답 %1건의 check가 빠진 부분에 있을 수 있습니다. check 규칙으로는 그 뜻을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The checks of %1 answers may be among what is missing: rules by check cannot tell what they mean.</source>
        <translation>응답 %1건의 check가 빠진 부분에 있을 수 있습니다. check 규칙으로는 그 뜻을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>this looks like a JTL without its line of names; -Jjmeter.save.saveservice.print_field_names=true writes it</source>
        <translation>이름 줄이 없는 JTL로 보입니다. -Jjmeter.save.saveservice.print_field_names=true를 쓰면 기록됩니다</translation>
    </message>
</context>
<context>
    <name>InterleaveText</name>
    <message>
        <source>one after the other suffices</source>
        <translation>차례로 실행해도 그렇습니다</translation>
    </message>
    <message>
        <source>one switch suffices</source>
        <translation>한 번의 전환이면 충분합니다</translation>
    </message>
    <message>
        <source>two switches suffice</source>
        <translation>두 번의 전환이면 충분합니다</translation>
    </message>
    <message>
        <source>%1 switches suffice</source>
        <translation>%1번의 전환이면 충분합니다</translation>
    </message>
    <message>
        <source>%1 of the %2 schedules that were drawn by seed %3 (there are about %4)</source>
        <translation>시드 %3: 뽑은 실행 순서 %2개(전체 약 %4개) 중 %1</translation>
    </message>
    <message>
        <source>%1 of the %2 schedules that were carried out before it was stopped</source>
        <translation>멈추기 전까지 실행한 순서 %2개 중 %1</translation>
    </message>
    <message>
        <source>%1 of the %2 schedules that can happen</source>
        <translation>일어날 수 있는 실행 순서 %2개 중 %1</translation>
    </message>
    <message>
        <source>end with %1</source>
        <translation>다음과 같이 끝납니다: %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1: %2개</translation>
    </message>
    <message>
        <source>end wrong: %1</source>
        <translation>잘못 끝납니다: %1</translation>
    </message>
    <message>
        <source>Of %1 schedule nobody can tell: %2.</source>
        <translation>실행 순서 %1개에 대해서는 알 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Of %1 schedules nobody can tell: %2.</source>
        <translation>실행 순서 %1개에 대해서는 알 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>error %1 in %2</source>
        <translation>오류 %1: %2개</translation>
    </message>
    <message>
        <source>The server told %1.</source>
        <translation>서버가 알린 것: %1.</translation>
    </message>
    <message>
        <source>none of %1 wrong</source>
        <translation>%1개 중 잘못된 것 없음</translation>
    </message>
    <message>
        <source>%1 of %2 wrong: %3</source>
        <translation>%2개 중 %1개 잘못됨: %3</translation>
    </message>
    <message>
        <source> (drawn of about %1)</source>
        <translation> (전체 약 %1개에서 뽑음)</translation>
    </message>
    <message>
        <source>, %1 undecided</source>
        <translation>, 판정하지 못함 %1개</translation>
    </message>
    <message>
        <source>%1: %2 ends wrong.</source>
        <translation>%1: 잘못 끝나는 것은 %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>That says nothing of the others.</source>
        <translation>나머지에 대해서는 아무것도 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>%1: this can go wrong, and %2: %3. %4 %5.</source>
        <translation>%1: 잘못될 수 있으며 %2: %3. %4개가 %5.</translation>
    </message>
    <message>
        <source>With the row lock none of %1 does.</source>
        <translation>행 잠금을 켜면 %1개 중 하나도 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>⏳ waits</source>
        <translation>⏳ 기다림</translation>
    </message>
    <message>
        <source>Told: %1.</source>
        <translation>응답: %1.</translation>
    </message>
    <message>
        <source>End: %1.</source>
        <translation>결과: %1.</translation>
    </message>
    <message>
        <source>Wrong: %1.</source>
        <translation>잘못: %1.</translation>
    </message>
    <message>
        <source>Wrong: %1 — %2.</source>
        <translation>잘못: %1 — %2.</translation>
    </message>
    <message>
        <source>Nothing is wrong with that.</source>
        <translation>잘못된 것이 없습니다.</translation>
    </message>
    <message>
        <source>The shortest wrong order, %1:</source>
        <translation>가장 짧은 잘못된 실행 순서, %1:</translation>
    </message>
    <message>
        <source>%1 way it can happen:</source>
        <translation>일어날 수 있는 방식 %1가지:</translation>
    </message>
    <message>
        <source>%1 ways it can happen:</source>
        <translation>일어날 수 있는 방식 %1가지:</translation>
    </message>
    <message>
        <source>  %1  %2 like it · %3 · %4</source>
        <translation>  %1  같은 것 %2개 · %3 · %4</translation>
    </message>
    <message>
        <source>right</source>
        <translation>올바름</translation>
    </message>
    <message>
        <source>  and %1 more</source>
        <translation>  외 %1가지</translation>
    </message>
    <message>
        <source>%1, %2 in %3.</source>
        <translation>%1, %2, %3.</translation>
    </message>
    <message>
        <source>%1 order</source>
        <translation>실행 순서 %1개</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>실행 순서 %1개</translation>
    </message>
    <message>
        <source>%1, order %2. Made by Stampede on %3.</source>
        <translation>%1, 실행 순서 %2. Stampede가 %3에서 만들었습니다.</translation>
    </message>
    <message>
        <source>Open a client for each session, in an empty database of its own. Enter what stands below a session&apos;s name there, in this order.</source>
        <translation>빈 데이터베이스에 세션마다 클라이언트를 여십시오. 세션 이름 아래에 적힌 것을 이 순서대로 그 클라이언트에 입력하십시오.</translation>
    </message>
    <message>
        <source>make the tables</source>
        <translation>테이블 만들기</translation>
    </message>
    <message>
        <source>get ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>waits until step %1</source>
        <translation>%1단계까지 기다림</translation>
    </message>
    <message>
        <source>the order %1 did not happen: %2</source>
        <translation>실행 순서 %1 일어나지 않음: %2</translation>
    </message>
    <message>
        <source>the order %1 ends wrong: %2</source>
        <translation>실행 순서 %1 잘못 끝남: %2</translation>
    </message>
    <message>
        <source>the order %1 ends right</source>
        <translation>실행 순서 %1 올바르게 끝남</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>a statement of %1 that seemed to wait came back by itself</source>
        <translation>%1의 문장이 기다리는 것으로 보였으나 스스로 돌아왔습니다</translation>
    </message>
    <message>
        <source>a connection was lost: %1</source>
        <translation>연결이 끊어졌습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not go on after %2</source>
        <translation>%2 다음에 %1의 차례가 될 수 없었습니다</translation>
    </message>
    <message>
        <source>everybody was done after %1</source>
        <translation>%1 다음에는 모두 끝나 있었습니다</translation>
    </message>
    <message>
        <source>row lock</source>
        <translation>행 잠금</translation>
    </message>
    <message>
        <source>duplicate check</source>
        <translation>중복 확인</translation>
    </message>
    <message>
        <source>unique key</source>
        <translation>유니크 키</translation>
    </message>
    <message>
        <source>Every protection on</source>
        <translation>모든 보호 켜짐</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 꺼짐</translation>
    </message>
    <message>
        <source>Coupon issuing — every order in which requests meet</source>
        <translation>쿠폰 발급 — 요청이 만나는 모든 실행 순서</translation>
    </message>
    <message>
        <source>interleavings</source>
        <translation>실행 순서</translation>
    </message>
    <message>
        <source>Can go wrong</source>
        <translation>잘못될 수 있음</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>판정하지 못함</translation>
    </message>
    <message>
        <source>No order ends wrong</source>
        <translation>잘못 끝나는 순서 없음</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>실행 순서</translation>
    </message>
    <message>
        <source>Like it</source>
        <translation>같은 것</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>잘못된 점</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>The order %1</source>
        <translation>실행 순서 %1</translation>
    </message>
    <message>
        <source>The shortest wrong order: %1</source>
        <translation>가장 짧은 잘못된 실행 순서: %1</translation>
    </message>
    <message>
        <source>The ways it can happen</source>
        <translation>일어날 수 있는 방식</translation>
    </message>
    <message>
        <source>Schedules are counted, not weighed: how often one of them happens in service is another question. Carried out on %1.</source>
        <translation>실행 순서는 세었을 뿐 가중치를 두지 않았습니다. 실제 서비스에서 얼마나 자주 일어나는지는 다른 문제입니다. 실행한 서버: %1.</translation>
    </message>
    <message>
        <source>the matrix</source>
        <translation>전체 조합</translation>
    </message>
    <message>
        <source>%1 of %2 cells can go wrong.</source>
        <translation>%2칸 중 %1칸이 잘못될 수 있습니다.</translation>
    </message>
    <message>
        <source>n of m: so many of the orders that can happen, or that were drawn, end wrong.</source>
        <translation>m 중 n: 일어날 수 있거나 뽑힌 실행 순서 가운데 잘못 끝나는 것의 수입니다.</translation>
    </message>
    <message>
        <source>one coupon that the stock never noticed</source>
        <translation>재고가 알지 못한 쿠폰 한 장</translation>
    </message>
    <message>
        <source>%1 coupons that the stock never noticed</source>
        <translation>재고가 알지 못한 쿠폰 %1장</translation>
    </message>
    <message>
        <source>one piece of stock gone that nobody got</source>
        <translation>아무도 받지 못한 채 사라진 재고 한 장</translation>
    </message>
    <message>
        <source>%1 pieces of stock gone that nobody got</source>
        <translation>아무도 받지 못한 채 사라진 재고 %1장</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>중복 발급</translation>
    </message>
    <message>
        <source>one person has two coupons</source>
        <translation>한 사람이 쿠폰 두 장을 가지고 있음</translation>
    </message>
    <message>
        <source>lost write</source>
        <translation>사라진 쓰기</translation>
    </message>
    <message>
        <source>somebody was told that they got one, and has none</source>
        <translation>받았다고 들었으나 가지고 있지 않은 사람이 있음</translation>
    </message>
    <message>
        <source>unannounced</source>
        <translation>알려지지 않음</translation>
    </message>
    <message>
        <source>somebody has a coupon and was told that they got none</source>
        <translation>받지 못했다고 들었으나 쿠폰을 가진 사람이 있음</translation>
    </message>
    <message>
        <source>wrongly a holder</source>
        <translation>잘못된 보유 응답</translation>
    </message>
    <message>
        <source>somebody was told that they hold one before they did</source>
        <translation>가지기도 전에 이미 가졌다고 들은 사람이 있음</translation>
    </message>
    <message>
        <source>oversold</source>
        <translation>초과 발급</translation>
    </message>
    <message>
        <source>%1 were handed out of a stock of %2</source>
        <translation>재고 %2장에서 %1장이 나감</translation>
    </message>
    <message>
        <source>drift %1</source>
        <translation>수량 차이 %1</translation>
    </message>
    <message>
        <source>sold out too early</source>
        <translation>이른 품절 응답</translation>
    </message>
    <message>
        <source>somebody was told &quot;out of stock&quot; while there was some</source>
        <translation>재고가 있는데 품절이라고 들은 사람이 있음</translation>
    </message>
    <message>
        <source>answers in no order</source>
        <translation>순서가 없는 응답</translation>
    </message>
    <message>
        <source>no one-after-another gives these answers</source>
        <translation>어떤 차례로 실행해도 이런 응답은 나오지 않음</translation>
    </message>
    <message>
        <source>gets the named lock</source>
        <translation>이름 잠금을 얻음</translation>
    </message>
    <message>
        <source>gives the named lock back</source>
        <translation>이름 잠금을 돌려줌</translation>
    </message>
    <message>
        <source>locks the row and reads %1</source>
        <translation>행을 잠그고 %1 읽음</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>%1 읽음</translation>
    </message>
    <message>
        <source>reads %1, holds none</source>
        <translation>%1 읽음, 보유 없음</translation>
    </message>
    <message>
        <source>reads %1, holds one</source>
        <translation>%1 읽음, 이미 보유</translation>
    </message>
    <message>
        <source>finds no coupon of theirs</source>
        <translation>자기 쿠폰이 없음을 확인</translation>
    </message>
    <message>
        <source>finds a coupon of theirs</source>
        <translation>자기 쿠폰이 있음을 확인</translation>
    </message>
    <message>
        <source>looks who holds one</source>
        <translation>누가 가졌는지 확인</translation>
    </message>
    <message>
        <source>finds the person</source>
        <translation>사람을 찾음</translation>
    </message>
    <message>
        <source>Both wrote %1.</source>
        <translation>둘 다 %1 썼습니다.</translation>
    </message>
    <message>
        <source>Both read %1.</source>
        <translation>둘 다 %1 읽었습니다.</translation>
    </message>
    <message>
        <source>All wrote %1.</source>
        <translation>모두 %1 썼습니다.</translation>
    </message>
    <message>
        <source>All read %1.</source>
        <translation>모두 %1 읽었습니다.</translation>
    </message>
    <message>
        <source>Two people, plenty of stock</source>
        <translation>두 사람, 넉넉한 재고</translation>
    </message>
    <message>
        <source>Two people, the last coupon</source>
        <translation>두 사람, 마지막 쿠폰</translation>
    </message>
    <message>
        <source>One person twice</source>
        <translation>한 사람이 두 번</translation>
    </message>
    <message>
        <source>Three people, plenty of stock</source>
        <translation>세 사람, 넉넉한 재고</translation>
    </message>
    <message>
        <source>stock left</source>
        <translation>남은 재고</translation>
    </message>
    <message>
        <source>coupons of</source>
        <translation>쿠폰 보유</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>아무도 없음</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>오류 %1</translation>
    </message>
    <message>
        <source>commits</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>rolls back</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>writes %1 too late</source>
        <translation>%1 쓰려 했으나 늦음</translation>
    </message>
    <message>
        <source>writes %1</source>
        <translation>%1 씀</translation>
    </message>
    <message>
        <source>finds none left to take</source>
        <translation>가져갈 재고가 없음</translation>
    </message>
    <message>
        <source>takes one from the stock</source>
        <translation>재고에서 한 장 가져감</translation>
    </message>
    <message>
        <source>writes their coupon</source>
        <translation>자기 쿠폰을 씀</translation>
    </message>
    <message>
        <source>A and B have the same values (%1): one person twice. For two people change those of B.</source>
        <translation>A와 B의 값이 같습니다(%1): 한 사람이 두 번입니다. 두 사람이라면 B의 값을 바꾸십시오.</translation>
    </message>
    <message>
        <source>&quot;setup&quot; and &quot;reset&quot; are empty: what makes and fills the tables %1 (SHOW CREATE TABLE tells the first)?</source>
        <translation>&quot;setup&quot;과 &quot;reset&quot;이 비어 있습니다: 테이블 %1 만들기와 채우기를 적으십시오(SHOW CREATE TABLE이 앞의 것을 알려 줍니다).</translation>
    </message>
    <message>
        <source>&quot;must&quot; is empty: which statement gives a row where something is wrong?</source>
        <translation>&quot;must&quot;가 비어 있습니다: 무언가 잘못되었을 때 행을 내는 문장을 적으십시오.</translation>
    </message>
    <message>
        <source>Where the service looks at what it read before it goes on, a step &quot;stopUnless&quot; is missing: a log does not show it.</source>
        <translation>서비스가 읽은 것을 보고 계속할지 정하는 곳에는 &quot;stopUnless&quot; 단계가 빠져 있습니다: 로그에는 나타나지 않습니다.</translation>
    </message>
    <message>
        <source>step %1 begins the transaction: make it &quot;begin&quot; instead of &quot;sql&quot;</source>
        <translation>%1단계가 트랜잭션을 시작합니다: &quot;sql&quot; 대신 &quot;begin&quot;으로 바꾸십시오</translation>
    </message>
    <message>
        <source>step %1 writes %2 = %3: taken for what step %4 read, %5.</source>
        <translation>%1단계가 %2 = %3 씁니다: %4단계에서 읽은 값에 %5 한 것으로 보았습니다.</translation>
    </message>
    <message>
        <source>step %1 writes %2 = %3: taken for what step %4 read, less one. Check it: a log holds no rows.</source>
        <translation>%1단계가 %2 = %3 씁니다: %4단계에서 읽은 값에서 1을 뺀 것으로 보았습니다. 확인하십시오: 로그에는 행이 없습니다.</translation>
    </message>
    <message>
        <source>%1: holds no statement of a general query log or a slow query log</source>
        <translation>%1: 일반 쿼리 로그나 슬로 쿼리 로그의 문장이 없습니다</translation>
    </message>
    <message>
        <source>%1: no connection commits a transaction there</source>
        <translation>%1: 트랜잭션을 커밋하는 연결이 없습니다</translation>
    </message>
    <message>
        <source>&quot;schema&quot; must be &quot;%1&quot;</source>
        <translation>&quot;schema&quot; 값은 &quot;%1&quot;이어야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; there are %2</source>
        <translation>&quot;%1&quot;: 여기에 없는 이름입니다. 있는 것: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; did you mean &quot;%2&quot;?</source>
        <translation>&quot;%1&quot;: 여기에 없는 이름입니다. &quot;%2&quot;입니까?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>&quot;%1&quot; 항목이 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text that is not empty</source>
        <translation>&quot;%1&quot; 값은 비어 있지 않은 문자열이어야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false</source>
        <translation>&quot;%1&quot; 값은 true나 false여야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of statements</source>
        <translation>&quot;%1&quot; 값은 문장의 목록이어야 합니다</translation>
    </message>
    <message>
        <source>must be a statement of SQL</source>
        <translation>SQL 문장이어야 합니다</translation>
    </message>
    <message>
        <source>&quot;isolation&quot; must be one of %1</source>
        <translation>&quot;isolation&quot; 값은 다음 중 하나여야 합니다: %1</translation>
    </message>
    <message>
        <source>&quot;steps&quot; must name at least one list of steps</source>
        <translation>&quot;steps&quot;에는 단계 목록이 하나 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>must be a list of 1 to %1 steps</source>
        <translation>1개에서 %1개까지의 단계 목록이어야 합니다</translation>
    </message>
    <message>
        <source>a step must be an object</source>
        <translation>단계는 객체여야 합니다</translation>
    </message>
    <message>
        <source>a step must hold exactly one of %1</source>
        <translation>단계에는 다음 중 정확히 하나가 있어야 합니다: %1</translation>
    </message>
    <message>
        <source>&quot;begin&quot; must be START TRANSACTION and its words, e.g. START TRANSACTION WITH CONSISTENT SNAPSHOT</source>
        <translation>&quot;begin&quot; 값은 START TRANSACTION과 그 뒤의 말이어야 합니다. 예: START TRANSACTION WITH CONSISTENT SNAPSHOT</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be the number of an error of the server, e.g. 1062</source>
        <translation>&quot;%1&quot; 값은 서버 오류의 번호여야 합니다. 예: 1062</translation>
    </message>
    <message>
        <source>must compare a value that was read with a number, a text in quotes or NULL, e.g. left &gt; 0</source>
        <translation>읽은 값을 숫자, 따옴표 안의 문자열 또는 NULL과 비교해야 합니다. 예: left &gt; 0</translation>
    </message>
    <message>
        <source>&quot;transactions&quot; must hold A and B, and may hold C</source>
        <translation>&quot;transactions&quot;에는 A와 B가 있어야 하며 C가 있을 수 있습니다</translation>
    </message>
    <message>
        <source>a value must be a number, a text or null</source>
        <translation>값은 숫자, 문자열 또는 null이어야 합니다</translation>
    </message>
    <message>
        <source>there are no steps &quot;%1&quot;</source>
        <translation>&quot;%1&quot;: 그런 단계가 없습니다</translation>
    </message>
    <message>
        <source>there are no steps &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>&quot;%1&quot;: 그런 단계가 없습니다. &quot;%2&quot;입니까?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known by then: it is neither among the values nor extracted before</source>
        <translation>&quot;%1&quot;: 그때까지 알려지지 않았습니다. 값에도 없고 앞에서 추출되지도 않았습니다</translation>
    </message>
    <message>
        <source>&quot;must&quot; must hold at least one statement that gives a row where something is wrong</source>
        <translation>&quot;must&quot;에는 무언가 잘못되었을 때 행을 내는 문장이 하나 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here: :A, :B and :C are what each was told</source>
        <translation>&quot;%1&quot;: 여기에 없는 이름입니다. :A, :B, :C는 각자가 들은 응답입니다</translation>
    </message>
    <message>
        <source>%1: is larger than 1 MiB</source>
        <translation>%1: 1 MiB보다 큽니다</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1: 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>the rows of %1 have no column %2</source>
        <translation>%1: 행에 %2 열이 없습니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (the statement cannot be prepared)</source>
        <translation>%1 (준비할 수 없는 문장입니다)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; broken</source>
        <translation>&quot;%1&quot; 깨짐</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>행 없음</translation>
    </message>
    <message>
        <source>%1 → changes nothing</source>
        <translation>%1 → 바뀐 것 없음</translation>
    </message>
</context>
<context>
    <name>IssuanceText</name>
    <message>
        <source>The server did not let Stampede connect once more to ask it.</source>
        <translation>서버가 조회용 연결을 하나 더 허용하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 파일을 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The service&apos;s log</source>
        <translation>서비스 로그</translation>
    </message>
    <message>
        <source>The disk was too slow for the service&apos;s log; lines missing: %1.</source>
        <translation>서비스 로그를 쓰기에 디스크가 너무 느렸습니다. 빠진 줄: %1.</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>%1: %2 (error %3).</source>
        <translation>%1: %2(오류 %3).</translation>
    </message>
    <message>
        <source>Not every virtual user could connect: %1. Nothing was sent.</source>
        <translation>모든 가상 사용자가 연결할 수는 없었습니다: %1. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The run was ended before the audit.</source>
        <translation>감사 전에 실행이 종료되었습니다.</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The tables could not be prepared</source>
        <translation>테이블을 준비할 수 없었습니다</translation>
    </message>
    <message>
        <source>The server could not be asked about itself</source>
        <translation>서버의 정보를 조회할 수 없었습니다</translation>
    </message>
    <message>
        <source>innodb_snapshot_isolation was ON and was switched OFF for the sessions of this run, as the row lock is off.</source>
        <translation>행 잠금이 꺼져 있으므로, ON이던 innodb_snapshot_isolation을 이 실행의 세션에서 OFF로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Pause between reading and writing: %1.</source>
        <translation>읽기와 쓰기 사이의 멈춤: %1.</translation>
    </message>
    <message>
        <source>The database could not be read: %1.</source>
        <translation>데이터베이스를 읽을 수 없었습니다: %1.</translation>
    </message>
    <message>
        <source>After the faults the database cannot be reached: %1.</source>
        <translation>장애 뒤에 데이터베이스에 연결할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The server was started again during the load: what it counts of deadlocks, lock waits and commits begins with that start.</source>
        <translation>부하 중에 서버가 다시 시작되었습니다. 교착, 잠금 대기, 커밋의 집계는 그때부터 시작합니다.</translation>
    </message>
    <message>
        <source>Somebody else may have written while the run went on: its lock on the database was lost. %1</source>
        <translation>실행하는 동안 다른 누군가가 썼을 수 있습니다. 데이터베이스 잠금을 잃었습니다. %1</translation>
    </message>
    <message>
        <source>%1 iteration was interrupted by the tool: a request of it may be missing.</source>
        <translation>도구가 반복 %1회를 중단했습니다. 그 요청이 빠졌을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 iterations were interrupted by the tool: requests of theirs may be missing.</source>
        <translation>도구가 반복 %1회를 중단했습니다. 그 요청이 빠졌을 수 있습니다.</translation>
    </message>
    <message>
        <source>reading was ended while the run went on; requests that were under way are missing</source>
        <translation>실행이 이어지는 동안 읽기가 끝났습니다. 진행 중이던 요청은 빠져 있습니다</translation>
    </message>
    <message>
        <source>it ended in the middle of a line: what the tool had still to say is missing</source>
        <translation>줄 중간에서 끝났습니다. 도구가 더 쓰려던 내용은 빠져 있습니다</translation>
    </message>
    <message>
        <source>it could not be read on: %1</source>
        <translation>더 읽을 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>as this program began</source>
        <translation>이 프로그램이 시작할 때</translation>
    </message>
    <message>
        <source>The first request began before rows and stock were read: what was there before it is not known from that. Next time `stampede-cli audit --snapshot before.json` before the run, and --before before.json.</source>
        <translation>첫 요청이 행과 재고를 읽기 전에 시작되었습니다. 그 전에 무엇이 있었는지는 그것으로 알 수 없습니다. 다음에는 실행 전에 `stampede-cli audit --snapshot before.json`, 실행할 때 --before before.json을 쓰십시오.</translation>
    </message>
    <message>
        <source>%1: no request names a person, so no answer can be held against the rows. Where requests say who asks has to be named, and `stampede-cli import recipe k6|jmeter|vegeta` prints what to add to the script.</source>
        <translation>%1: 사람을 밝힌 요청이 없어 어떤 응답도 행과 대조할 수 없습니다. 요청의 어디에 사람이 있는지 정하십시오. 스크립트에 더할 내용은 `stampede-cli import recipe k6|jmeter|vegeta`가 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>LabelText</name>
    <message>
        <source>not told</source>
        <translation>응답받지 않음</translation>
    </message>
    <message>
        <source>Waits for row locks</source>
        <translation>행 잠금 대기 횟수</translation>
    </message>
    <message>
        <source>Waited, ms in all</source>
        <translation>총 대기 시간, ms</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>교착 상태</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>Roll-backs</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>Further transactions after contention</source>
        <translation>경합 후 추가 트랜잭션</translation>
    </message>
</context>
<context>
    <name>LedgerText</name>
    <message>
        <source>%1 at start</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>기록 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>남음 %1</translation>
    </message>
</context>
<context>
    <name>PhaseWords</name>
    <message>
        <source>Opening connections, %1 open</source>
        <translation>연결을 여는 중, %1개 열림</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 answers/s</source>
        <translation>%2 중 %1 · 초당 응답 %3건</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · %2 남음</translation>
    </message>
    <message>
        <source>%1 · %2 answers/s · %3 left</source>
        <translation>%1 · 초당 응답 %2건 · %3 남음</translation>
    </message>
    <message>
        <source>Opening %1 connections.</source>
        <translation>연결 %1개를 여는 중입니다.</translation>
    </message>
    <message>
        <source>%1 of %2; not counted.</source>
        <translation>%2 중 %1, 집계하지 않음.</translation>
    </message>
    <message>
        <source>Waiting until nothing moves any more.</source>
        <translation>아무것도 움직이지 않을 때까지 기다리는 중입니다.</translation>
    </message>
    <message>
        <source>Reading the database.</source>
        <translation>데이터베이스를 읽는 중입니다.</translation>
    </message>
    <message>
        <source>%1 of %2 checks</source>
        <translation>점검 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Writing to the archive.</source>
        <translation>보관소에 쓰는 중입니다.</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>안정화</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Stopping… what ran will be audited</source>
        <translation>중지하는 중… 실행된 부분은 감사합니다</translation>
    </message>
    <message>
        <source>Round %1 of %2: %3</source>
        <translation>회차 %1/%2: %3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Waiting until nothing moves any more: %1.</source>
        <translation>아무것도 움직이지 않을 때까지 기다리는 중: %1.</translation>
    </message>
    <message>
        <source> · %1 due and waiting</source>
        <translation> · 보낼 때가 되어 대기 중 %1건</translation>
    </message>
    <message>
        <source> · %1 dropped</source>
        <translation> · 버려짐 %1건</translation>
    </message>
    <message>
        <source>Opening %1 connection.</source>
        <translation>연결 %1개를 여는 중입니다.</translation>
    </message>
    <message>
        <source>Creating tables, %1, %2; opening %3.</source>
        <translation>테이블, %1, %2 준비 중, %3 여는 중입니다.</translation>
    </message>
    <message>
        <source>%1 person</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>%1 coupon</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>%1 coupons</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>%1 connection</source>
        <translation>연결 %1개</translation>
    </message>
    <message>
        <source>%1 connections</source>
        <translation>연결 %1개</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message>
        <source>Save as</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 파일 (*.%2)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>PNG로 저장…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>SVG로 저장…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
</context>
<context>
    <name>PrintText</name>
    <message>
        <source>no font of this machine has the letter %1 (U+%2), which would be a box on paper. Install one that has it, e.g. with `apt-get install fonts-dejavu-core fonts-nanum`</source>
        <translation>이 컴퓨터의 글꼴에 없는 글자가 있어 종이에 네모로 나옵니다: %1(U+%2). 그 글자가 있는 글꼴을 설치하십시오. 예: `apt-get install fonts-dejavu-core fonts-nanum`</translation>
    </message>
    <message>
        <source>%1 was not written: %2.</source>
        <translation>%1 파일을 쓰지 않았습니다: %2.</translation>
    </message>
</context>
<context>
    <name>ProfileText</name>
    <message>
        <source>similar: %1</source>
        <translation>비슷한 이름: %1</translation>
    </message>
    <message>
        <source>there is none at all</source>
        <translation>하나도 없음</translation>
    </message>
    <message>
        <source>there are: %1</source>
        <translation>있는 것: %1</translation>
    </message>
    <message>
        <source>the profile %1</source>
        <translation>프로파일 %1</translation>
    </message>
    <message>
        <source>%1 holds none</source>
        <translation>%1에 쿠폰이 하나도 없습니다</translation>
    </message>
    <message>
        <source>there is no table %1 in the database %2 (%3)</source>
        <translation>%2 데이터베이스에 %1 테이블이 없습니다(%3)</translation>
    </message>
    <message>
        <source>the table %1 has no column %2 (%3)</source>
        <translation>%1 테이블에 %2 열이 없습니다(%3)</translation>
    </message>
    <message>
        <source>must hold whole numbers (%1.%2 is %3)</source>
        <translation>정수를 담는 열이어야 합니다(%1.%2의 형식: %3)</translation>
    </message>
    <message>
        <source>must be a DATETIME, a TIMESTAMP or a number since 1970 (%1.%2 is %3)</source>
        <translation>DATETIME, TIMESTAMP 또는 1970년 이후의 경과를 나타내는 숫자여야 합니다(%1.%2의 형식: %3)</translation>
    </message>
    <message>
        <source>must be a whole number, as the column is (got %1)</source>
        <translation>열과 같이 정수여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>%1 has %2 rows of %3 %4, one was expected</source>
        <translation>%1에 %3 = %4인 행이 %2개 있습니다. 하나여야 합니다</translation>
    </message>
    <message>
        <source>there is no %1 in %2.%3 (%4)</source>
        <translation>%2.%3에 %1 값이 없습니다(%4)</translation>
    </message>
    <message>
        <source>Needs the rows of the coupons and their people (issued.table, issued.user).</source>
        <translation>쿠폰의 행과 그 사람이 필요합니다(issued.table, issued.user).</translation>
    </message>
    <message>
        <source>The database %1 does not hold Stampede&apos;s tables: there is no %2. Describe its own tables in a profile and name that with --profile FILE.</source>
        <translation>%1 데이터베이스에 Stampede의 테이블이 없습니다. 없는 테이블: %2. 그 데이터베이스의 테이블을 프로파일에 기술하고 --profile FILE로 지정하십시오.</translation>
    </message>
    <message>
        <source>--coupon: must be a whole number (got %1)</source>
        <translation>--coupon: 정수여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>is missing; must be &quot;%1&quot;</source>
        <translation>빠져 있습니다. 값은 &quot;%1&quot;입니다</translation>
    </message>
    <message>
        <source>unknown setting; possible here: %1</source>
        <translation>알 수 없는 설정입니다. 여기서 쓸 수 있는 것: %1</translation>
    </message>
    <message>
        <source>unknown setting (did you mean %1?)</source>
        <translation>알 수 없는 설정입니다(혹시 %1?)</translation>
    </message>
    <message>
        <source>must be &quot;%1&quot; (got %2)</source>
        <translation>&quot;%1&quot; 값이어야 합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>must be an object (got %1)</source>
        <translation>객체여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a text or a whole number (got %1)</source>
        <translation>텍스트나 정수여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a list of at most %1 checks</source>
        <translation>최대 %1개의 점검 목록이어야 합니다</translation>
    </message>
    <message>
        <source>must be letters, digits, - and _ (got %1)</source>
        <translation>영문자, 숫자, -, _만 쓸 수 있습니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>is there twice (%1)</source>
        <translation>두 번 나옵니다(%1)</translation>
    </message>
    <message>
        <source>is missing; must be the table of the coupons that people hold</source>
        <translation>빠져 있습니다. 사람들이 가진 쿠폰의 테이블이어야 합니다</translation>
    </message>
    <message>
        <source>is missing; must be the column of the person who holds it</source>
        <translation>빠져 있습니다. 쿠폰을 가진 사람의 열이어야 합니다</translation>
    </message>
    <message>
        <source>is missing; must be the table of the stock, as columns of it are named</source>
        <translation>빠져 있습니다. 수량의 열이 지정되었으므로 수량 테이블이어야 합니다</translation>
    </message>
    <message>
        <source>is missing; must be the column that names the coupon</source>
        <translation>빠져 있습니다. 쿠폰을 가리키는 열이어야 합니다</translation>
    </message>
    <message>
        <source>is larger than 1 MiB; a profile takes a few kilobytes</source>
        <translation>1 MiB보다 큽니다. 프로파일은 몇 KB면 됩니다</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>그런 파일이 없습니다</translation>
    </message>
    <message>
        <source>is a folder, not a profile</source>
        <translation>프로파일이 아니라 폴더입니다</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>has a use with a column of bytes only (%1 is %2)</source>
        <translation>바이트 열에만 쓸 수 있습니다(%1: %2)</translation>
    </message>
    <message>
        <source>must contain {userId} once and nothing else in braces where the run has no people&apos;s file (got %1)</source>
        <translation>실행에 사람 파일이 없으면 {userId}가 한 번 있고 다른 중괄호는 없어야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>the people&apos;s file has no column %1 (%2)</source>
        <translation>사람 파일에 그런 열이 없습니다: %1(%2)</translation>
    </message>
    <message>
        <source>must not contain the secret column %1</source>
        <translation>비밀 열은 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>two people of the run are both called %1 there; everybody needs a text of their own</source>
        <translation>실행의 두 사람이 같은 이름으로 불립니다: %1. 사람마다 다른 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>must be bytes in hexadecimal digits, as the column is (got %1)</source>
        <translation>열이 바이트이므로 16진수여야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>must be a list of whole numbers and null (got %1)</source>
        <translation>정수와 null의 목록이어야 합니다(받은 값: %1)</translation>
    </message>
    <message>
        <source>must contain {userId} or a column of the people&apos;s file in braces (got %1)</source>
        <translation>{userId}나 사람 파일의 열이 중괄호로 있어야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>must be a text, a number, true or false (got %1); isNull asks for NULL</source>
        <translation>텍스트, 수, true, false 중 하나여야 합니다(받은 값: %1). NULL은 isNull로 묻습니다</translation>
    </message>
    <message>
        <source>must be a list of 1 to %1 texts, numbers, true or false (got %2); isNull asks for NULL</source>
        <translation>텍스트, 수, true, false 1~%1개의 목록이어야 합니다(받은 값: %2). NULL은 isNull로 묻습니다</translation>
    </message>
    <message>
        <source>must have one of equals, in, notIn and isNull</source>
        <translation>equals, in, notIn, isNull 중 하나가 있어야 합니다</translation>
    </message>
    <message>
        <source>must be a list of at most %1 conditions (got %2)</source>
        <translation>조건 %1개 이하의 목록이어야 합니다(받은 값: %2)</translation>
    </message>
    <message>
        <source>there is no table %1, or this account may not read it</source>
        <translation>그런 테이블이 없거나 이 계정이 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>must hold numbers, texts or times (%1.%2 is %3)</source>
        <translation>숫자, 텍스트 또는 시각이어야 합니다(%1.%2: %3)</translation>
    </message>
    <message>
        <source>%1 cannot be compared with the column %2.%3, which is %4</source>
        <translation>이 열과 비교할 수 없습니다: %1, %2.%3(%4)</translation>
    </message>
    <message>
        <source>names the column %1, and the scenario has no people&apos;s file (users.pick &quot;file&quot;)</source>
        <translation>%1 열을 쓰지만 시나리오에 사용자 파일이 없습니다(users.pick &quot;file&quot;)</translation>
    </message>
    <message>
        <source>tells coupons apart, so it needs issued.coupon and stock.id</source>
        <translation>쿠폰을 구별하므로 issued.coupon과 stock.id가 필요합니다</translation>
    </message>
    <message>
        <source>makes more than %1 coupons of the people&apos;s file; each of them would be audited apart</source>
        <translation>사용자 파일에서 쿠폰이 %1종보다 많이 만들어집니다. 쿠폰마다 따로 감사하게 됩니다</translation>
    </message>
    <message>
        <source>is empty; must hold at least one value</source>
        <translation>비어 있습니다. 값이 하나 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>is missing; must be a column of the table</source>
        <translation>빠져 있습니다. 테이블의 열이어야 합니다</translation>
    </message>
    <message>
        <source>must be given: %1 holds several (%2). Where the requests of a run ask for several, issued.couponFormat says which; audit takes --coupon ID too</source>
        <translation>필요합니다: %1에 여러 개가 있습니다(%2). 실행의 요청이 여러 쿠폰을 요청하면 issued.couponFormat에 어느 것인지 적습니다. audit에서는 --coupon ID로도 줄 수 있습니다</translation>
    </message>
</context>
<context>
    <name>RaceText</name>
    <message>
        <source>Both read %1. Both wrote %2. Two coupons went, the stock fell by one.</source>
        <translation>둘 다 같은 값(%1)을 읽었습니다. 둘 다 같은 값(%2)을 썼습니다. 쿠폰 두 장이 나갔고 수량은 하나만 줄었습니다.</translation>
    </message>
    <message>
        <source>User %1 waited %2 for user %3.</source>
        <translation>사용자 %1의 대기: %2(사용자 %3 때문).</translation>
    </message>
    <message>
        <source>User %1 has 2 rows: %2 and %3, written %4 apart by requests %5 and %6.</source>
        <translation>사용자 %1의 행은 2개입니다: %2, %3. 요청 %5번과 %6번이 %4 간격으로 썼습니다.</translation>
    </message>
    <message>
        <source>Both were under way together; neither waited for the other.</source>
        <translation>둘 다 동시에 진행 중이었고, 서로 기다리지 않았습니다.</translation>
    </message>
    <message>
        <source>User %1 asked %2 after user %3 had been answered.</source>
        <translation>사용자 %3의 응답이 나간 뒤 %2 만에 사용자 %1의 요청이 왔습니다.</translation>
    </message>
    <message>
        <source>User %1 read %2, wrote %3, and waited for nobody.</source>
        <translation>사용자 %1: 읽은 값 %2, 쓴 값 %3, 기다린 적 없음.</translation>
    </message>
    <message>
        <source>User %1 was answered after %2: %3.</source>
        <translation>사용자 %1의 응답: %2 뒤, %3.</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>행 %1번</translation>
    </message>
    <message>
        <source>%1 asked at %2 ms</source>
        <translation>%1, %2 ms에 요청</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3</source>
        <translation>%1, %3 때문에 %2 대기</translation>
    </message>
    <message>
        <source>read %1, wrote %2, row %3</source>
        <translation>읽은 값 %1, 쓴 값 %2, 행 %3번</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>읽은 값 %1</translation>
    </message>
    <message>
        <source>wrote over what %1 had written, without reading it</source>
        <translation>%1의 쓴 값을 읽지 않고 덮어씀</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%2 뒤 %1</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>(waited %1 ms)</source>
        <translation>(대기 %1 ms)</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>network delayed</source>
        <translation>네트워크 지연</translation>
    </message>
    <message>
        <source>network cut</source>
        <translation>네트워크 끊김</translation>
    </message>
    <message>
        <source>network half-open</source>
        <translation>네트워크 반쪽 열림</translation>
    </message>
    <message>
        <source>started again at once</source>
        <translation>곧바로 다시 시작</translation>
    </message>
    <message>
        <source>away for %1</source>
        <translation>멈춘 시간 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>지속 시간 %1</translation>
    </message>
    <message>
        <source>%1 % of them</source>
        <translation>전체의 %1%</translation>
    </message>
    <message>
        <source>each answer by %1, for %2</source>
        <translation>응답마다 %1 늦춤, 지속 시간 %2</translation>
    </message>
    <message>
        <source>server killed</source>
        <translation>서버 강제 종료</translation>
    </message>
    <message>
        <source>server frozen</source>
        <translation>서버 멈춤</translation>
    </message>
    <message>
        <source>connections killed</source>
        <translation>연결 강제 종료</translation>
    </message>
    <message>
        <source>%1 at %2, %3.</source>
        <translation>%1, 시각 %2, %3.</translation>
    </message>
    <message>
        <source>%1 It did not come so far: the load was over before.</source>
        <translation>%1 그 전에 부하가 끝나 일어나지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, 시각 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: all worked again after %2</source>
        <translation>%1: %2 뒤에 모두 다시 작동</translation>
    </message>
    <message>
        <source>%1, connections hit: %2</source>
        <translation>%1, 영향을 받은 연결 %2개</translation>
    </message>
    <message>
        <source>%1 request has no definite answer (%2); whether it took effect, nobody saw.</source>
        <translation>요청 %1건에 확실한 응답이 없습니다(%2). 효력이 있었는지는 아무도 보지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 requests have no definite answer (%2); which of them took effect, nobody saw.</source>
        <translation>요청 %1건에 확실한 응답이 없습니다(%2). 그 가운데 무엇이 효력이 있었는지는 아무도 보지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 request has no definite answer (%2); whether it takes effect, nobody knows yet.</source>
        <translation>요청 %1건에 확정 응답이 없습니다(%2). 반영될지는 아직 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 requests have no definite answer (%2); %3 of them took effect so far, and whether others still will, nobody knows yet.</source>
        <translation>요청 %1건에 확정 응답이 없습니다(%2). 지금까지 %3건이 반영되었고, 나머지가 더 반영될지는 아직 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>%1 request has no definite answer (%2); %3 of them took effect.</source>
        <translation>요청 %1건에 확실한 응답이 없습니다(%2). 그중 %3건이 반영되었습니다.</translation>
    </message>
    <message>
        <source>%1 requests have no definite answer (%2); %3 of them took effect.</source>
        <translation>요청 %1건에 확실한 응답이 없습니다(%2). 그중 %3건이 반영되었습니다.</translation>
    </message>
    <message>
        <source>the answers of the run are not kept.</source>
        <translation>실행의 응답이 보관되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>the run was not audited, so nobody knows who held the coupon before it.</source>
        <translation>실행이 감사되지 않아, 실행 전에 누가 쿠폰을 가졌는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>nobody knows how many coupons there were before the run; coupon.stock in its scenario would say it.</source>
        <translation>실행 전 쿠폰 수를 알 수 없습니다. 시나리오의 coupon.stock이 말해 줍니다.</translation>
    </message>
    <message>
        <source>The requests asked for several coupons, and which answer belongs to which coupon is not known.</source>
        <translation>요청이 여러 쿠폰을 대상으로 했으며, 어느 응답이 어느 쿠폰의 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed %2 of %3 times (first: %4)</source>
        <translation>“%1” 단계: %3번 중 %2번 실패(처음: %4)</translation>
    </message>
    <message>
        <source>%1 of %2 were not sent, for a step before them failed: %3.</source>
        <translation>%2 가운데 %1건은 앞 단계가 실패하여 보내지 않았습니다: %3.</translation>
    </message>
    <message>
        <source>%1 of %2 could not be sent: the service took no connections, or this machine had none left.</source>
        <translation>%2 가운데 %1건을 보낼 수 없었습니다. 서비스가 연결을 받지 않았거나 이 컴퓨터에 남은 연결이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 could not be sent. Use fewer virtual users or allow more connections.</source>
        <translation>%2 가운데 %1건을 보낼 수 없었습니다. 가상 사용자를 줄이거나 연결을 더 허용하십시오.</translation>
    </message>
    <message>
        <source>%1 of %2 requests that were due found no free virtual user within %3 and was dropped. Use more virtual users or a lower rate.</source>
        <translation>보낼 때가 된 요청 %2건 중 %1건이 %3 안에 빈 가상 사용자를 찾지 못해 버려졌습니다. 가상 사용자를 늘리거나 속도를 낮추십시오.</translation>
    </message>
    <message>
        <source>%1 of %2 requests that were due found no free virtual user within %3 and were dropped. Use more virtual users or a lower rate.</source>
        <translation>보낼 차례인 요청 %2건 중 %1건이 %3 안에 빈 가상 사용자를 찾지 못해 버려졌습니다. 가상 사용자를 늘리거나 속도를 낮추십시오.</translation>
    </message>
    <message>
        <source>1 of 100 requests left more than %1 ms after its time by the generator&apos;s own fault. Use a lower rate, fewer virtual users or a second machine for the database.</source>
        <translation>요청 100건 중 1건이 부하 생성기 탓에 정해진 시각보다 %1 ms 넘게 늦게 나갔습니다. 속도를 낮추거나, 가상 사용자를 줄이거나, 데이터베이스를 다른 장비에 두십시오.</translation>
    </message>
    <message>
        <source>there are several histories, and they do not say of which coupon each is (coupon_name)</source>
        <translation>이력이 여러 개인데 각각 어느 쿠폰의 이력인지 나와 있지 않습니다(coupon_name)</translation>
    </message>
    <message>
        <source>nobody knows how many coupons there were before the run (&quot;stock&quot;:null and no final line)</source>
        <translation>실행 전에 쿠폰이 몇 장 있었는지 알 수 없습니다(&quot;stock&quot;:null이고 final 행이 없음)</translation>
    </message>
    <message>
        <source>there is no history (schema stampede.history/1)</source>
        <translation>이력이 없습니다(스키마 stampede.history/1)</translation>
    </message>
    <message>
        <source>imported from %1, %2, SHA-256 %3</source>
        <translation>%1에서 가져옴, %2, SHA-256 %3</translation>
    </message>
    <message>
        <source>%1 coupon too many: %2 issued, %3 in stock.</source>
        <translation>쿠폰 %1장이 초과 발급되었습니다: 발급 %2, 수량 %3.</translation>
    </message>
    <message>
        <source>%1 coupons too many: %2 issued, %3 in stock.</source>
        <translation>쿠폰 %1장이 초과 발급되었습니다: 발급 %2, 수량 %3.</translation>
    </message>
    <message>
        <source>Since this run %1 person holds more than one coupon.</source>
        <translation>이 실행 이후 %1명이 쿠폰을 두 장 이상 가지고 있습니다.</translation>
    </message>
    <message>
        <source>Since this run %1 people hold more than one coupon.</source>
        <translation>이 실행 이후 %1명이 쿠폰을 두 장 이상 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 person holds more than one coupon.</source>
        <translation>%1명이 쿠폰을 두 장 이상 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 people hold more than one coupon.</source>
        <translation>%1명이 쿠폰을 두 장 이상 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 person was told they have a coupon and has none.</source>
        <translation>%1명이 쿠폰을 받았다는 응답을 받았으나 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>%1 people were told they have a coupon and have none.</source>
        <translation>%1명이 쿠폰을 받았다는 응답을 받았으나 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>%1 person has a coupon that no answer gave them.</source>
        <translation>%1명이 어떤 응답으로도 발급되지 않은 쿠폰을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 people have a coupon that no answer gave them.</source>
        <translation>%1명이 어떤 응답으로도 발급되지 않은 쿠폰을 가지고 있습니다.</translation>
    </message>
    <message>
        <source>Stock does not add up: %1 at start, %2 handed out, %3 left.</source>
        <translation>수량이 맞지 않습니다: 시작 %1, 나감 %2, 남음 %3.</translation>
    </message>
    <message>
        <source>And one more finding.</source>
        <translation>지적 사항이 1건 더 있습니다.</translation>
    </message>
    <message>
        <source>And %1 more findings.</source>
        <translation>지적 사항이 %1건 더 있습니다.</translation>
    </message>
    <message>
        <source>%1 went to %2.</source>
        <translation>%1, %2에게 나갔습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 went to %3, %4 left.</source>
        <translation>%2 가운데 %1장, %3에게 나갔고 %4장 남았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 checks came to a result</source>
        <translation>점검 %2개 중 %1개에서 결과가 나왔습니다</translation>
    </message>
    <message>
        <source>Held, answers only</source>
        <translation>이상 없음, 응답만 확인</translation>
    </message>
    <message>
        <source>%1; nobody could see the rows.</source>
        <translation>%1. 행은 볼 수 없었습니다.</translation>
    </message>
    <message>
        <source>Held, with %1 warning</source>
        <translation>이상 없음, 경고 %1건</translation>
    </message>
    <message>
        <source>Held, with %1 warnings</source>
        <translation>이상 없음, 경고 %1건</translation>
    </message>
    <message>
        <source>No row is wrong. %1</source>
        <translation>잘못된 행은 없습니다. %1</translation>
    </message>
    <message>
        <source>No row of this run is wrong. %1</source>
        <translation>이 실행에서 잘못된 행은 없습니다. %1</translation>
    </message>
    <message>
        <source>Held, as far as it could be checked</source>
        <translation>확인할 수 있는 범위에서 이상 없음</translation>
    </message>
    <message>
        <source>%1; %2 need a run.</source>
        <translation>%1. %2개는 실행이 필요합니다.</translation>
    </message>
    <message>
        <source>%1; each of the others says why it did not.</source>
        <translation>%1. 나머지는 각각 그 이유를 밝힙니다.</translation>
    </message>
    <message>
        <source>Everything held</source>
        <translation>정합성 이상 없음</translation>
    </message>
    <message>
        <source>nothing was audited</source>
        <translation>감사하지 않음</translation>
    </message>
    <message>
        <source>integrity broken</source>
        <translation>정합성 위반</translation>
    </message>
    <message>
        <source>could not be decided</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>%1 was %2, the limit was %3: that ended the run after %4.</source>
        <translation>%1: 실제 %2, 기준값 %3. 이 때문에 %4 뒤에 실행이 끝났습니다.</translation>
    </message>
    <message>
        <source>%1 was %2, the limit was %3.</source>
        <translation>%1: 실제 %2, 기준값 %3.</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>측정할 수 없음</translation>
    </message>
    <message>
        <source>Integrity broken</source>
        <translation>정합성 위반</translation>
    </message>
    <message>
        <source>Could not be decided</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>%1 The service is neither accused nor cleared.</source>
        <translation>%1 서비스에 잘못이 있다고도 없다고도 판정하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not a valid measurement</source>
        <translation>유효하지 않은 측정</translation>
    </message>
    <message>
        <source>No answer was recognised. The data verdict stands: %1.</source>
        <translation>분류된 응답이 없습니다. 데이터 판정은 유효합니다: %1.</translation>
    </message>
    <message>
        <source>No request was answered. The data verdict stands: %1.</source>
        <translation>응답을 받은 요청이 없습니다. 데이터 판정은 유효합니다: %1.</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>%1 뒤</translation>
    </message>
    <message>
        <source>After %1 of %2</source>
        <translation>%2 가운데 %1건 뒤</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>%1, cut off. What was recorded was audited: %2.</source>
        <translation>%1, 중단됨. 기록된 내용을 감사했습니다: %2.</translation>
    </message>
    <message>
        <source>%1, by the user; the last answer came at %2 s. What ran was audited: %3.</source>
        <translation>%1, 사용자가 끝냈습니다. 마지막 응답: %2초. 실행된 부분의 감사 결과: %3.</translation>
    </message>
    <message>
        <source>%1, by the user; the last answer came at %2 s. It was not audited.</source>
        <translation>%1, 사용자가 끝냈습니다. 마지막 응답: %2초. 감사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Data right, limit missed</source>
        <translation>데이터는 정상, 기준값 미충족</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>지켜짐</translation>
    </message>
    <message>
        <source>Judged again on %1: %2 At the run: %3; every other figure here is of the run.</source>
        <translation>%1에 다시 판정: %2 실행 당시: %3. 여기의 다른 수치는 모두 실행의 것입니다.</translation>
    </message>
    <message>
        <source>%1 at start = %2 written + %3 left</source>
        <translation>시작 수량 %1 = 기록 %2 + 남음 %3</translation>
    </message>
    <message>
        <source>%1 at start ≠ %2 written + %3 left, drift %4</source>
        <translation>시작 수량 %1 ≠ 기록 %2 + 남음 %3, 수량 차이 %4</translation>
    </message>
    <message>
        <source>That refusal was the right answer.</source>
        <translation>그 거절은 옳은 응답이었습니다.</translation>
    </message>
    <message>
        <source>Every one of those %1 refusals was the right answer.</source>
        <translation>그 거절 %1건은 모두 옳은 응답이었습니다.</translation>
    </message>
    <message>
        <source>%1 of those %2 refusals was the right answer.</source>
        <translation>그 거절 %2건 중 %1건은 옳은 응답이었습니다.</translation>
    </message>
    <message>
        <source>%1 of those %2 refusals were the right answer.</source>
        <translation>그 거절 %2건 중 %1건은 옳은 응답이었습니다.</translation>
    </message>
    <message>
        <source>Of those %1 refusals %2 were found right; whether %3 other was, nobody knows.</source>
        <translation>이 거절 %1건 가운데 %2건은 옳았음이 확인되었습니다. 나머지 %3건이 옳았는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>Of those %1 refusals %2 were found right; whether %3 others were, nobody knows.</source>
        <translation>이 거절 %1건 가운데 %2건은 옳았음이 확인되었습니다. 나머지 %3건이 옳았는지는 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>Whether that refusal was right, nobody knows.</source>
        <translation>그 거절이 옳았는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Whether those %1 refusals were right, nobody knows.</source>
        <translation>그 거절 %1건이 옳았는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 answer of 4xx was not recognised: neither right nor wrong.</source>
        <translation>4xx 응답 %1건은 인식되지 않았습니다. 옳지도 그르지도 않습니다.</translation>
    </message>
    <message>
        <source>%1 answers of 4xx were not recognised: neither right nor wrong.</source>
        <translation>4xx 응답 %1건은 인식되지 않았습니다. 옳지도 그르지도 않습니다.</translation>
    </message>
    <message>
        <source>A load tester would report 0 % failed.</source>
        <translation>부하 테스트 도구라면 실패 0%로 보고할 것입니다.</translation>
    </message>
    <message>
        <source>%1 answer that refused had a status that counts as a success.</source>
        <translation>거절한 응답 %1건의 상태는 성공으로 집계됩니다.</translation>
    </message>
    <message>
        <source>%1 answers that refused had a status that counts as a success.</source>
        <translation>거절한 응답 %1건의 상태는 성공으로 집계됩니다.</translation>
    </message>
    <message>
        <source>The audit has %1 finding.</source>
        <translation>감사의 지적 사항은 %1건입니다.</translation>
    </message>
    <message>
        <source>The audit has %1 findings.</source>
        <translation>감사의 지적 사항은 %1건입니다.</translation>
    </message>
    <message>
        <source>%1 request ended in an error</source>
        <translation>요청 %1건이 오류로 끝났습니다</translation>
    </message>
    <message>
        <source>%1 requests ended in an error</source>
        <translation>요청 %1건이 오류로 끝났습니다</translation>
    </message>
    <message>
        <source>(5xx: %1, no answer: %2).</source>
        <translation>(5xx: %1, 응답 없음: %2).</translation>
    </message>
    <message>
        <source>(5xx: %1, no answer: %2, not sent: %3).</source>
        <translation>(5xx: %1, 응답 없음: %2, 전송 안 됨: %3).</translation>
    </message>
    <message>
        <source>A load tester would report %1 % failed. None of those was a 4xx: %2</source>
        <translation>부하 테스트 도구라면 %1 % 실패로 보고합니다. 그중 4xx는 없습니다: %2</translation>
    </message>
    <message>
        <source>A load tester that counts every 4xx as failed would report %1 % failed.</source>
        <translation>모든 4xx를 실패로 세는 부하 테스트 도구라면 실패 %1%로 보고할 것입니다.</translation>
    </message>
    <message>
        <source>A load tester that counts every 4xx and 5xx as failed would report %1 % failed.</source>
        <translation>모든 4xx와 5xx를 실패로 세는 부하 테스트 도구라면 실패 %1%로 보고할 것입니다.</translation>
    </message>
    <message>
        <source>A load tester that counts every 4xx and every missing answer as failed would report %1 % failed.</source>
        <translation>모든 4xx와 응답 없음을 실패로 세는 부하 테스트 도구라면 실패 %1%로 보고할 것입니다.</translation>
    </message>
    <message>
        <source>A load tester that counts every 4xx, every 5xx and every missing answer as failed would report %1 % failed.</source>
        <translation>모든 4xx, 5xx, 응답 없음을 실패로 세는 부하 테스트 도구라면 실패 %1%로 보고할 것입니다.</translation>
    </message>
</context>
<context>
    <name>RecoveryText</name>
    <message>
        <source>The rows belong to somebody else&apos;s tables: `audit --profile` looks at them.</source>
        <translation>행은 다른 서비스의 테이블에 있습니다. `audit --profile`로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read: %2.</source>
        <translation>저널을 읽을 수 없습니다(%1): %2.</translation>
    </message>
    <message>
        <source>The people&apos;s file %1 is not that of the run any more, so people are called by numbers, in the order of the old one.</source>
        <translation>사용자 파일이 실행 때와 달라졌으므로(%1) 사람을 이전 파일의 순서대로 번호로 부릅니다.</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The server could not be asked about itself</source>
        <translation>서버 정보를 조회할 수 없습니다</translation>
    </message>
    <message>
        <source>The connection could not be made one that only reads</source>
        <translation>연결을 읽기 전용으로 만들 수 없습니다</translation>
    </message>
    <message>
        <source>The database has been prepared for another run since, so that the rows of this one are gone.</source>
        <translation>그 뒤에 다른 실행을 위해 데이터베이스가 준비되어 이 실행의 행은 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>The rows could not be read: %1.</source>
        <translation>행을 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>Planned: %1 Whether it came the journal does not tell.</source>
        <translation>예정된 장애: %1 실제로 일어났는지는 저널로 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The program ended after the load and before the audit; the journal has every answer.</source>
        <translation>부하가 끝난 뒤 감사 전에 프로그램이 종료되었습니다. 저널에는 모든 응답이 있습니다.</translation>
    </message>
    <message>
        <source>The program ended while the load ran. The journal has the answers up to %1; what began later is not known.</source>
        <translation>부하 중에 프로그램이 종료되었습니다. 저널에는 %1까지의 응답이 있으며, 그 뒤에 시작된 요청은 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Requests without a recorded answer: %1 in flight, and %2 that only their rows tell of.</source>
        <translation>응답이 기록되지 않은 요청: 진행 중 %1건, 행으로만 알 수 있는 %2건.</translation>
    </message>
    <message>
        <source>Blocks of the journal that could not be read: %1.</source>
        <translation>읽을 수 없는 저널 블록: %1개.</translation>
    </message>
    <message>
        <source>the load had ended: %1 answer</source>
        <translation>부하는 끝났음: 응답 %1건</translation>
    </message>
    <message>
        <source>the load had ended: %1 answers</source>
        <translation>부하는 끝났음: 응답 %1건</translation>
    </message>
    <message>
        <source>%1 answer until %2, %3 in flight</source>
        <translation>%2까지 응답 %1건, 진행 중 %3건</translation>
    </message>
    <message>
        <source>%1 answers until %2, %3 in flight</source>
        <translation>%2까지 응답 %1건, 진행 중 %3건</translation>
    </message>
    <message>
        <source>; parts of the journal are damaged</source>
        <translation>; 저널의 일부가 손상됨</translation>
    </message>
    <message>
        <source>Several unfinished runs begin with %1.</source>
        <translation>중단된 실행 여러 개의 ID가 이렇게 시작합니다: %1</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>Held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>손상</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>전제</translation>
    </message>
    <message>
        <source>Requests under way at once, at most (seen at the end of a step)</source>
        <translation>동시에 진행된 요청, 최대(구간 끝에서 확인)</translation>
    </message>
    <message>
        <source>Further tries of people who got one</source>
        <translation>쿠폰을 받은 사람의 추가 시도</translation>
    </message>
    <message>
        <source>of them while the first was still under way</source>
        <translation>그중 첫 요청이 진행 중일 때</translation>
    </message>
    <message>
        <source>Refused as holders</source>
        <translation>보유자로 거절됨</translation>
    </message>
    <message>
        <source>Refused as sold out</source>
        <translation>소진으로 거절됨</translation>
    </message>
    <message>
        <source>of those without a definite answer, took effect</source>
        <translation>확실한 응답이 없는 요청 중 반영됨</translation>
    </message>
    <message>
        <source>of those without a definite answer, did not</source>
        <translation>확실한 응답이 없는 요청 중 반영 안 됨</translation>
    </message>
    <message>
        <source>Waited for the row at once, at most</source>
        <translation>동시에 행을 기다린 요청, 최대</translation>
    </message>
    <message>
        <source>Fit to measure speed</source>
        <translation>속도 측정에 적합</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>프로세서 시간</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Processor time a request</source>
        <translation>요청당 프로세서 시간</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Longest step of the window</source>
        <translation>창의 가장 긴 단계</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The audit was not made. %1</source>
        <translation>감사하지 않았습니다. %1</translation>
    </message>
    <message>
        <source>The first of %1 such pairs.</source>
        <translation>그런 쌍 %1개 중 첫째입니다.</translation>
    </message>
    <message>
        <source>What this run could have found</source>
        <translation>이 실행에서 드러날 수 있었던 것</translation>
    </message>
    <message>
        <source>The generator</source>
        <translation>부하 생성기</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>%2개 중 처음 %1개입니다.</translation>
    </message>
    <message>
        <source>No check found a row to show.</source>
        <translation>보여 줄 행을 찾은 점검이 없습니다.</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>already issued</source>
        <translation>이미 발급됨</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Explains it</source>
        <translation>원인임</translation>
    </message>
    <message>
        <source>Ruled out</source>
        <translation>원인 아님</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>진술</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>증거</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Nothing was weighed: the run was not finished.</source>
        <translation>실행이 끝나지 않아 아무것도 따져 보지 않았습니다.</translation>
    </message>
    <message>
        <source>The same people ask in the same order; who meets whom is up to the machine.</source>
        <translation>같은 사람들이 같은 순서로 요청합니다. 누가 누구와 겹치는지는 컴퓨터에 달려 있습니다.</translation>
    </message>
    <message>
        <source>To judge the stored history again and compare the fingerprints:</source>
        <translation>저장된 이력을 다시 판정하고 지문을 비교하려면:</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>History SHA-256</source>
        <translation>이력 SHA-256</translation>
    </message>
    <message>
        <source>Scenario SHA-256</source>
        <translation>시나리오 SHA-256</translation>
    </message>
    <message>
        <source>The scenario, as scenario.stampede.json</source>
        <translation>시나리오(scenario.stampede.json)</translation>
    </message>
    <message>
        <source>and %1 more, in the chapter of that name</source>
        <translation>그 밖에 %1개는 해당 장에 있습니다</translation>
    </message>
    <message>
        <source>must come out</source>
        <translation>나와야 하는 값</translation>
    </message>
    <message>
        <source>came out</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Not found, bad request</source>
        <translation>찾을 수 없음, 잘못된 요청</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>한 문장으로</translation>
    </message>
    <message>
        <source>A load tester</source>
        <translation>부하 테스트 도구</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Speed figures not to be trusted: %1 Integrity is not affected.</source>
        <translation>속도 수치는 믿을 수 없습니다: %1 정합성에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>What this report does not show</source>
        <translation>이 보고서가 보여 주지 않는 것</translation>
    </message>
    <message>
        <source>History SHA-256 %1 · scenario SHA-256 %2 · written by Stampede %3</source>
        <translation>이력 SHA-256 %1 · 시나리오 SHA-256 %2 · Stampede %3 작성</translation>
    </message>
    <message>
        <source>Verify with: %1</source>
        <translation>확인 방법: %1</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>작성</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>응답 수</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Issued a second</source>
        <translation>초당 발급</translation>
    </message>
    <message>
        <source>Answers a second</source>
        <translation>초당 응답</translation>
    </message>
    <message>
        <source>max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>response</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>측정할 수 없음</translation>
    </message>
    <message>
        <source>met</source>
        <translation>충족</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>미충족</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>응답받지 않음</translation>
    </message>
    <message>
        <source>Waits for row locks</source>
        <translation>행 잠금 대기 횟수</translation>
    </message>
    <message>
        <source>Waited, ms in all</source>
        <translation>총 대기 시간, ms</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>교착 상태</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>Roll-backs</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>Further transactions after contention</source>
        <translation>경합 후 추가 트랜잭션</translation>
    </message>
    <message>
        <source>round</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>issued/s</source>
        <translation>발급/초</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>수량 차이</translation>
    </message>
    <message>
        <source>%1 (seed %2)</source>
        <translation>%1(시드 %2)</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>지연 시간, ms</translation>
    </message>
    <message>
        <source>Service time: from sending to the answer. Response time: from the moment the request was due.</source>
        <translation>서비스 시간: 보낼 때부터 응답까지. 응답 시간: 보낼 예정이던 순간부터 응답까지.</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>The scenario sets none.</source>
        <translation>시나리오에 기준값이 없습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s counters</source>
        <translation>서버의 카운터</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>기대</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>차례</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>%2쪽 중 %1쪽</translation>
    </message>
    <message>
        <source>at start</source>
        <translation>시작 수량</translation>
    </message>
    <message>
        <source>a race: no two requests that wrote met</source>
        <translation>경쟁 상태: 쓰는 요청 둘이 겹친 적이 없음</translation>
    </message>
    <message>
        <source>what the rows say: nothing was audited</source>
        <translation>행의 내용: 감사하지 않음</translation>
    </message>
    <message>
        <source>what could not be told: %1</source>
        <translation>알 수 없었던 것: %1</translation>
    </message>
    <message>
        <source>what was not applicable: %1</source>
        <translation>해당 없던 것: %1</translation>
    </message>
    <message>
        <source>other coupons, other builds, other days</source>
        <translation>다른 쿠폰, 다른 빌드, 다른 날</translation>
    </message>
    <message>
        <source>whether it is fast enough for production</source>
        <translation>운영에 쓰기에 충분히 빠른지</translation>
    </message>
    <message>
        <source>what happens when the server is killed</source>
        <translation>서버가 강제 종료되면 어떻게 되는지</translation>
    </message>
    <message>
        <source>the rows: only the answers could be seen</source>
        <translation>행: 응답만 볼 수 있었음</translation>
    </message>
    <message>
        <source>anything outside the database it read</source>
        <translation>읽은 데이터베이스 밖의 모든 것</translation>
    </message>
    <message>
        <source>the inside of the service: it was seen from outside</source>
        <translation>서비스의 내부: 밖에서만 보았음</translation>
    </message>
    <message>
        <source>isolation levels other than %1</source>
        <translation>%1 이외의 격리 수준</translation>
    </message>
    <message>
        <source>how it comes out beyond these %1 rounds</source>
        <translation>이 %1회차를 넘어서면 어떻게 되는지</translation>
    </message>
    <message>
        <source>how often it comes out so: there was one round</source>
        <translation>얼마나 자주 이렇게 되는지: 한 회차뿐이었음</translation>
    </message>
    <message>
        <source>how rare a race is without the pause between reading and writing</source>
        <translation>읽기와 쓰기 사이의 멈춤이 없으면 경쟁 상태가 얼마나 드문지</translation>
    </message>
    <message>
        <source>COMMIT, row %1</source>
        <translation>COMMIT, 행 %1번</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>실제 결과</translation>
    </message>
    <message>
        <source>Why the run looks like this</source>
        <translation>이런 결과가 나온 이유</translation>
    </message>
    <message>
        <source>build %1</source>
        <translation>빌드 %1</translation>
    </message>
    <message>
        <source>Coupon issuing under load — integrity audit</source>
        <translation>부하 중 쿠폰 발급 — 정합성 감사</translation>
    </message>
    <message>
        <source>with pseudonyms</source>
        <translation>가명 사용</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>결론</translation>
    </message>
    <message>
        <source>What was tested</source>
        <translation>시험 대상</translation>
    </message>
    <message>
        <source>What must come out</source>
        <translation>나와야 하는 값</translation>
    </message>
    <message>
        <source>What happened, four charts</source>
        <translation>실제 결과, 차트 네 개</translation>
    </message>
    <message>
        <source>Audit, check by check</source>
        <translation>점검별 감사</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>What this does not show</source>
        <translation>이 보고서가 보여 주지 않는 것</translation>
    </message>
    <message>
        <source>How to repeat</source>
        <translation>재현 방법</translation>
    </message>
    <message>
        <source>Rows (first 100 a check)</source>
        <translation>행(점검마다 처음 100개)</translation>
    </message>
    <message>
        <source>user A%1</source>
        <translation>사용자 A%1</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>%1 check held</source>
        <translation>점검: 이상 없음 %1</translation>
    </message>
    <message>
        <source>%1 checks held</source>
        <translation>점검: 이상 없음 %1</translation>
    </message>
    <message>
        <source>%1 broken</source>
        <translation>위반 %1</translation>
    </message>
    <message>
        <source>%1 warning</source>
        <translation>경고 %1</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>경고 %1</translation>
    </message>
    <message>
        <source>%1 missing as ground</source>
        <translation>전제 미충족 %1</translation>
    </message>
    <message>
        <source>%1 cannot be told</source>
        <translation>알 수 없음 %1</translation>
    </message>
    <message>
        <source>%1 not applicable</source>
        <translation>해당 없음 %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>시험자</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>목적</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>무작위로</translation>
    </message>
    <message>
        <source>each once</source>
        <translation>각자 한 번씩</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>항상 같은 사람</translation>
    </message>
    <message>
        <source>a few favourites</source>
        <translation>소수에 집중</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1건</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>timeout %1</source>
        <translation>타임아웃 %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>of somebody else, %1 %2</source>
        <translation>다른 사람의 서비스, %1 %2</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>서비스의 행</translation>
    </message>
    <message>
        <source>nobody could see them</source>
        <translation>볼 수 없었음</translation>
    </message>
    <message>
        <source>read from the database of the run</source>
        <translation>실행의 데이터베이스에서 읽음</translation>
    </message>
    <message>
        <source>read as the profile %1 describes them</source>
        <translation>%1 프로파일에 기술된 대로 읽음</translation>
    </message>
    <message>
        <source>Stampede&apos;s own, strategy %1</source>
        <translation>Stampede 자체 서비스, 전략 %1</translation>
    </message>
    <message>
        <source>Protections</source>
        <translation>보호 장치</translation>
    </message>
    <message>
        <source>row lock %1, duplicate check %2, unique key %3</source>
        <translation>행 잠금 %1, 중복 확인 %2, 유니크 키 %3</translation>
    </message>
    <message>
        <source>Retries after contention</source>
        <translation>경합 후 재시도</translation>
    </message>
    <message>
        <source>Pause between reading and writing</source>
        <translation>읽기와 쓰기 사이의 멈춤</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>%1, %2 in stock</source>
        <translation>%1, 수량 %2</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>판매 기간</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>%1, who asks: %2</source>
        <translation>%1, 요청 방식: %2</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>%1; this is round %2</source>
        <translation>%1, 이것은 회차 %2</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Stampede</source>
        <translation>Stampede</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Isolation level</source>
        <translation>격리 수준</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(비어 있음)</translation>
    </message>
    <message>
        <source>Settings of the server that matter</source>
        <translation>결과에 영향을 주는 서버 설정</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>People who ask</source>
        <translation>요청하는 사람</translation>
    </message>
    <message>
        <source>Known before the run began, from the scenario alone.</source>
        <translation>실행을 시작하기 전에 시나리오만으로 아는 것입니다.</translation>
    </message>
    <message>
        <source>more coupons than stock</source>
        <translation>수량보다 많은 쿠폰</translation>
    </message>
    <message>
        <source>stock that does not add up</source>
        <translation>맞지 않는 수량</translation>
    </message>
    <message>
        <source>several coupons for one person</source>
        <translation>한 사람에 여러 장</translation>
    </message>
    <message>
        <source>Possible damage</source>
        <translation>가능한 손상</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>stock out</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>Nothing differs but the moment.</source>
        <translation>시각 말고는 다른 것이 없습니다.</translation>
    </message>
    <message>
        <source>The only difference: %1.</source>
        <translation>유일한 차이: %1.</translation>
    </message>
    <message>
        <source>What differs: %1.</source>
        <translation>다른 점: %1.</translation>
    </message>
    <message>
        <source>The worst of %1 runs counts: run %2. %3</source>
        <translation>실행 %1개 중 가장 나쁜 것을 따릅니다: 실행 %2. %3</translation>
    </message>
    <message>
        <source>What sets them apart</source>
        <translation>서로 다른 점</translation>
    </message>
    <message>
        <source>Pseudonyms are those of each run: user A1 of one is not user A1 of another.</source>
        <translation>가명은 실행마다 따로입니다: 한 실행의 사용자 A1은 다른 실행의 사용자 A1이 아닙니다.</translation>
    </message>
    <message>
        <source>held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Whether a difference is more than noise is not tested: that takes three rounds or more of each run.</source>
        <translation>차이가 잡음보다 큰지는 검정하지 않았습니다. 실행마다 세 회차 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>From the start of the load, over one another</source>
        <translation>부하 시작부터, 겹쳐 보기</translation>
    </message>
    <message>
        <source>Audits side by side</source>
        <translation>감사 나란히 보기</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>실행 %1: %2</translation>
    </message>
    <message>
        <source>Coupon issuing under load — %1 runs compared</source>
        <translation>부하 중 쿠폰 발급 — 실행 %1개 비교</translation>
    </message>
    <message>
        <source>runs %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Issued a second, by combination</source>
        <translation>조합별 초당 발급</translation>
    </message>
    <message>
        <source>coupons a second</source>
        <translation>초당 쿠폰</translation>
    </message>
    <message>
        <source>%1 of %2 combinations is broken.</source>
        <translation>조합 %2개 중 %1개가 위반입니다.</translation>
    </message>
    <message>
        <source>%1 of %2 combinations are broken.</source>
        <translation>조합 %2개 중 %1개가 위반입니다.</translation>
    </message>
    <message>
        <source>The fastest that is not: %1.</source>
        <translation>위반이 아닌 것 중 가장 빠른 것: %1.</translation>
    </message>
    <message>
        <source>Coupon issuing under load — sweep</source>
        <translation>부하 중 쿠폰 발급 — 조합 실행</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 combination</source>
        <translation>조합 %1개</translation>
    </message>
    <message>
        <source>%1 combinations</source>
        <translation>조합 %1개</translation>
    </message>
    <message>
        <source>sweep of %1</source>
        <translation>%1 조합 실행</translation>
    </message>
    <message>
        <source>The worst of all combinations counts.</source>
        <translation>모든 조합 중 가장 나쁜 것을 따릅니다.</translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation>모든 조합</translation>
    </message>
    <message>
        <source>Each run is in the archive; its own report:</source>
        <translation>실행마다 보관소에 있습니다. 각각의 보고서:</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Processor time of the server, ms</source>
        <translation>서버의 프로세서 시간, ms</translation>
    </message>
    <message>
        <source>No answer stayed unknown.</source>
        <translation>알 수 없는 응답은 없었습니다.</translation>
    </message>
    <message>
        <source>Faults on purpose</source>
        <translation>일부러 일으킨 장애</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>‘%1’</translation>
    </message>
    <message>
        <source>%1, stock not known</source>
        <translation>%1, 재고 알 수 없음</translation>
    </message>
    <message>
        <source>Each coupon by itself</source>
        <translation>쿠폰별 결과</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>요청 수</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>지적 사항</translation>
    </message>
    <message>
        <source>not measured: none was due at a moment</source>
        <translation>측정하지 않음: 정해진 시각이 없는 요청</translation>
    </message>
    <message>
        <source>what happens when the server is killed: that was planned, and whether it came is not known</source>
        <translation>서버가 강제 종료될 때 일어나는 일: 계획되었으나 실제로 일어났는지 알 수 없음</translation>
    </message>
    <message>
        <source>what happens when a server of the service is killed: this run killed none</source>
        <translation>서비스의 서버가 강제 종료될 때 일어나는 일: 이 실행은 종료시키지 않음</translation>
    </message>
    <message>
        <source>a race, perhaps: whether two requests that wrote to one coupon met is not known</source>
        <translation>경쟁 상태일 수 있음: 한 쿠폰에 기록한 요청 둘이 겹쳤는지 알 수 없음</translation>
    </message>
    <message>
        <source>a second coupon for one person, perhaps: whether anybody who had one asked again is not known</source>
        <translation>한 사람의 두 번째 쿠폰일 수 있음: 이미 받은 사람이 다시 요청했는지 알 수 없음</translation>
    </message>
    <message>
        <source>a second coupon for one person: nobody who was given one asked again</source>
        <translation>한 사람의 두 번째 쿠폰: 받은 사람 중 다시 요청한 사람이 없음</translation>
    </message>
    <message>
        <source>which isolation level matters: the one that the service used was not seen</source>
        <translation>어느 격리 수준이 중요한지: 서비스가 쓴 격리 수준은 보이지 않았음</translation>
    </message>
    <message>
        <source>It asks %1 again: what is issued then is gone there as well, and the run begins with what this one left.</source>
        <translation>%1에 다시 요청합니다. 그때 발급된 것은 그쪽에서도 없어지며, 실행은 이번에 남은 수량에서 시작합니다.</translation>
    </message>
    <message>
        <source>It reads the scenario from the folder in which it is given.</source>
        <translation>명령을 내리는 폴더에서 시나리오를 읽습니다.</translation>
    </message>
    <message>
        <source>It reads the scenario from the folder in which it is given, and from the scenario&apos;s folder: %1.</source>
        <translation>명령을 내리는 폴더에서 시나리오를 읽고, 시나리오의 폴더에서 다음을 읽습니다: %1.</translation>
    </message>
    <message>
        <source>not predicted</source>
        <translation>예측 없음</translation>
    </message>
    <message>
        <source>Requests told &quot;issued&quot; under way together, at most</source>
        <translation>&quot;발급됨&quot; 응답을 받은 요청 중 동시에 진행된 최대 수</translation>
    </message>
    <message>
        <source>already</source>
        <translation>이미 발급</translation>
    </message>
    <message>
        <source>%1 coupons</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>no request names one</source>
        <translation>요청에 이름 없음</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, 제한 없음</translation>
    </message>
    <message>
        <source>%1, %2 in stock together</source>
        <translation>%1, 합계 수량 %2</translation>
    </message>
    <message>
        <source>Isolation level of Stampede&apos;s connection</source>
        <translation>Stampede 연결의 격리 수준</translation>
    </message>
    <message>
        <source>Known before the first request was sent, from the scenario, the profile and what the tables held then.</source>
        <translation>첫 요청을 보내기 전에 시나리오, 프로필, 그때의 테이블 내용에서 알 수 있었습니다.</translation>
    </message>
    <message>
        <source>Known before the run began, from the scenario and a setting of the database server.</source>
        <translation>실행 전에 시나리오와 데이터베이스 서버 설정에서 알 수 있었습니다.</translation>
    </message>
    <message>
        <source>Nothing was predicted before this run.</source>
        <translation>이 실행 전에는 예측한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Requests for one coupon told &quot;issued&quot; under way together, at most</source>
        <translation>쿠폰 하나에 대해 &quot;발급됨&quot; 응답을 받은 동시 진행 요청, 최대</translation>
    </message>
    <message>
        <source>p95 issued, ms</source>
        <translation>발급 p95, ms</translation>
    </message>
    <message>
        <source>the rest of the load: it was cut off after at least %1</source>
        <translation>나머지 부하: 적어도 %1 뒤에 끊겼습니다</translation>
    </message>
    <message>
        <source>the rest of the load: the run was ended after %1</source>
        <translation>나머지 부하: 실행이 %1 뒤에 끝났습니다</translation>
    </message>
    <message>
        <source>a second coupon for one person: nobody who was told &quot;issued&quot; asked again</source>
        <translation>한 사람의 두 번째 쿠폰: &quot;발급됨&quot; 응답을 받고 다시 요청한 사람이 없습니다</translation>
    </message>
    <message>
        <source>since the server&apos;s new start</source>
        <translation>서버가 다시 시작된 뒤부터</translation>
    </message>
    <message>
        <source>Requests dropped, as no virtual user was free in time</source>
        <translation>제때 빈 가상 사용자가 없어 버려진 요청</translation>
    </message>
    <message>
        <source>Requests due at the stop and not sent</source>
        <translation>멈출 때 보낼 때가 되었으나 보내지 않은 요청</translation>
    </message>
    <message>
        <source>Further tries of people who were told &quot;issued&quot;</source>
        <translation>&quot;발급됨&quot; 응답을 받은 사람의 추가 시도</translation>
    </message>
    <message>
        <source>not known: how the service protects itself, nobody said</source>
        <translation>알 수 없음: 서비스가 어떻게 보호하는지 아무도 말하지 않았습니다</translation>
    </message>
    <message>
        <source>The run was %1; the same command judges the same file again.</source>
        <translation>실행의 출처: %1. 같은 명령으로 같은 파일을 다시 판정합니다.</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>도구</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과 파일</translation>
    </message>
    <message>
        <source>Moments are known to</source>
        <translation>시각의 정확도</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>빠진 것</translation>
    </message>
    <message>
        <source>some of its requests</source>
        <translation>요청 일부</translation>
    </message>
    <message>
        <source>The run of another tool</source>
        <translation>다른 도구의 실행</translation>
    </message>
    <message>
        <source>Requests told &quot;issued&quot; between reading and writing at once, at most</source>
        <translation>&quot;발급됨&quot; 응답을 받은 요청 가운데 동시에 읽기와 쓰기 사이에 있던 최대 수</translation>
    </message>
    <message>
        <source>People refused for the stock who had asked before somebody who got one (no violation)</source>
        <translation>받은 사람보다 먼저 요청했으나 수량 때문에 거절된 사람(위반 아님)</translation>
    </message>
    <message>
        <source>Waited for the row, or for the server to be there again, at once, at most</source>
        <translation>동시에 행 또는 서버의 복귀를 기다린 요청, 최대</translation>
    </message>
    <message>
        <source>The run ended early. What was predicted is of all its requests, not of those that were made.</source>
        <translation>실행이 일찍 끝났습니다. 예측은 실제로 보낸 요청이 아니라 계획된 모든 요청에 대한 것입니다.</translation>
    </message>
    <message>
        <source>Predicted before the run. Judged by the requests that were made: %1.</source>
        <translation>예측은 실행 전의 것입니다. 판정은 실제로 보낸 요청에 따랐습니다: %1.</translation>
    </message>
    <message>
        <source>Late by the generator&apos;s own fault, 99 of 100 requests at most</source>
        <translation>부하 생성기 자체의 지연 p99</translation>
    </message>
    <message>
        <source>From the first request to the end of the last</source>
        <translation>첫 요청부터 마지막 요청이 끝날 때까지</translation>
    </message>
    <message>
        <source>read as the scenario describes them</source>
        <translation>시나리오가 설명하는 대로 읽음</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>VUs</source>
        <translation>VU</translation>
    </message>
    <message>
        <source>answers/s</source>
        <translation>응답/s</translation>
    </message>
    <message>
        <source>row held, ms</source>
        <translation>행 점유, ms</translation>
    </message>
    <message>
        <source>to write</source>
        <translation>쓰기까지</translation>
    </message>
    <message>
        <source>to commit</source>
        <translation>커밋까지</translation>
    </message>
    <message>
        <source>deadlocks</source>
        <translation>교착</translation>
    </message>
    <message>
        <source>tries again</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>overtaken</source>
        <translation>추월당함</translation>
    </message>
    <message>
        <source>CPU, µs</source>
        <translation>CPU, µs</translation>
    </message>
    <message>
        <source>server CPU, µs</source>
        <translation>서버 CPU, µs</translation>
    </message>
    <message>
        <source>Row held: how long a coupon kept the row from the others, on average and as clients saw it: up to the written stock (round trips), and from there to the confirmed commit (the server&apos;s sync is part of it). Requests that share a transaction share its time. Overtaken: people who were served after somebody who had asked later, or went away empty-handed although one who asked later got a coupon. CPU: of the load generator and of the server, a request; that of a server of somebody else cannot be seen.</source>
        <translation>행 점유: 쿠폰 한 장이 다른 요청을 행에서 기다리게 한 평균 시간이며 클라이언트가 본 값입니다. 재고를 쓸 때까지(왕복)와, 그때부터 커밋이 확인될 때까지(서버의 동기화 포함)로 나뉩니다. 트랜잭션을 함께 쓰는 요청은 그 시간을 나눕니다. 추월당함: 나중에 요청한 사람보다 늦게 처리되었거나, 나중에 요청한 사람이 쿠폰을 받았는데도 받지 못한 사람. CPU: 요청 한 건당 부하 생성기와 서버의 CPU. 다른 사람의 서버는 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>오류</translation>
    </message>
</context>
<context>
    <name>RequestsText</name>
    <message>
        <source>expected a value behind %1</source>
        <translation>%1 뒤에 값이 필요합니다</translation>
    </message>
    <message>
        <source>expected an option of curl, not %1</source>
        <translation>curl 옵션이 필요합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>expected an option of curl, not %1; did you mean %2?</source>
        <translation>curl 옵션이 필요합니다(지정된 값: %1, 혹시 %2?)</translation>
    </message>
    <message>
        <source>expected one URL: a second one stands here</source>
        <translation>URL은 하나여야 하는데 여기에 두 번째 URL이 있습니다</translation>
    </message>
    <message>
        <source>expected a URL that begins with http:// or https://</source>
        <translation>http:// 또는 https://로 시작하는 URL이 필요합니다</translation>
    </message>
    <message>
        <source>expected a header, not the file %1: put what it holds here</source>
        <translation>파일(%1) 대신 헤더가 필요합니다. 파일의 내용을 여기에 적으십시오</translation>
    </message>
    <message>
        <source>expected a header such as &quot;Name: value&quot;</source>
        <translation>&quot;Name: value&quot; 형식의 헤더가 필요합니다</translation>
    </message>
    <message>
        <source>expected the body, not the file %1: put what it holds here</source>
        <translation>파일(%1) 대신 본문이 필요합니다. 파일의 내용을 여기에 적으십시오</translation>
    </message>
    <message>
        <source>expected a field of a form such as name=value</source>
        <translation>name=value 형식의 폼 필드가 필요합니다</translation>
    </message>
    <message>
        <source>expected a text in the form, not the file %1</source>
        <translation>폼에는 파일(%1) 대신 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>expected cookies such as name=value, not the file %1</source>
        <translation>파일(%1) 대신 name=value 형식의 쿠키가 필요합니다</translation>
    </message>
    <message>
        <source>expected a number of seconds behind --max-time</source>
        <translation>--max-time 뒤에 초 단위의 숫자가 필요합니다</translation>
    </message>
    <message>
        <source>expected a URL behind curl</source>
        <translation>curl 뒤에 URL이 필요합니다</translation>
    </message>
    <message>
        <source>Without a use here: %1.</source>
        <translation>여기에서는 쓰이지 않습니다: %1.</translation>
    </message>
    <message>
        <source>expected curl, not %1</source>
        <translation>curl 명령이 필요합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>expected a smaller document: at most %1 values, %2 levels</source>
        <translation>더 작은 문서가 필요합니다. 값은 최대 %1개, 중첩은 최대 %2단계입니다</translation>
    </message>
    <message>
        <source>expected a text as a key</source>
        <translation>키는 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>expected another key, because %1 was given already</source>
        <translation>%1 키가 이미 있으므로 다른 키가 필요합니다</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1건</translation>
    </message>
    <message>
        <source>expected YAML (%1)</source>
        <translation>YAML 형식이어야 합니다(%1)</translation>
    </message>
    <message>
        <source>%1 has answers that mean different things, and no code tells them apart: write its rules.</source>
        <translation>상태 %1의 응답들은 뜻이 서로 다른데 구별할 코드가 없습니다. 규칙을 직접 적으십시오.</translation>
    </message>
    <message>
        <source>%1 seems to be a refusal in one of its answers; a 2xx is never taken for one here: write its rule.</source>
        <translation>상태 %1의 응답 중에 거절로 보이는 것이 있습니다. 여기에서는 2xx를 거절로 보지 않으므로 규칙을 직접 적으십시오.</translation>
    </message>
    <message>
        <source>202 says that something may still happen: it has no rule here, and is unknown.</source>
        <translation>202는 아직 결과가 정해지지 않았다는 뜻입니다. 규칙을 만들지 않았으므로 알 수 없음으로 처리됩니다.</translation>
    </message>
    <message>
        <source>What %1 means is not known: it has no rule here.</source>
        <translation>상태 %1의 뜻은 알려져 있지 않으므로 규칙을 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>expected text in UTF-8</source>
        <translation>UTF-8 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>expected text, not a zero byte</source>
        <translation>0 바이트가 아닌 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>expected a request: a line copied as cURL or for PowerShell, a HAR file, a Postman collection, an OpenAPI document, or an .http file</source>
        <translation>요청이 필요합니다. cURL이나 PowerShell용으로 복사한 명령, HAR 파일, Postman 컬렉션, OpenAPI 문서, .http 파일 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>expected a Postman collection of version 2.0 or 2.1: export it again as Collection v2.1</source>
        <translation>Postman 컬렉션 2.0 또는 2.1이 필요합니다. Collection v2.1로 다시 내보내십시오</translation>
    </message>
    <message>
        <source>expected the key &quot;log&quot; (HAR), &quot;item&quot; (Postman), or &quot;openapi&quot; or &quot;swagger&quot;</source>
        <translation>&quot;log&quot;(HAR), &quot;item&quot;(Postman), &quot;openapi&quot;, &quot;swagger&quot; 중 하나의 키가 필요합니다</translation>
    </message>
    <message>
        <source>expected a request, not JavaScript: choose Copy as cURL in the browser</source>
        <translation>JavaScript가 아닌 요청이 필요합니다. 브라우저에서 cURL로 복사를 선택하십시오</translation>
    </message>
    <message>
        <source>expected at most %1 MiB</source>
        <translation>최대 %1MiB까지 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>expected a request; there is none</source>
        <translation>요청이 필요하지만 하나도 없습니다</translation>
    </message>
    <message>
        <source>there are %1 requests; --pick says which: its number, or &quot;POST /path&quot;</source>
        <translation>요청이 %1건 있습니다. --pick 옵션에 번호나 &quot;POST /path&quot; 형식으로 하나를 지정하십시오</translation>
    </message>
    <message>
        <source>there is no request %1: there are 1 to %2</source>
        <translation>%1번 요청은 없습니다. 1번부터 %2번까지 있습니다</translation>
    </message>
    <message>
        <source>%1 stands there several times; --pick one of %2</source>
        <translation>%1 요청이 여러 번 있습니다. 다음 중 하나를 --pick 옵션에 지정하십시오: %2</translation>
    </message>
    <message>
        <source>there is no request %1</source>
        <translation>%1 요청이 없습니다</translation>
    </message>
    <message>
        <source>there is no request %1; did you mean %2?</source>
        <translation>%1 요청이 없습니다(혹시 %2?)</translation>
    </message>
    <message>
        <source>expected HAR 1.2, not %1</source>
        <translation>HAR 1.2가 필요합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>Left out: %1 for pictures, scripts, styles and the like.</source>
        <translation>제외: 그림, 스크립트, 스타일 등의 %1.</translation>
    </message>
    <message>
        <source>expected a variable such as @name = value</source>
        <translation>@name = value 형식의 변수가 필요합니다</translation>
    </message>
    <message>
        <source>expected a request such as POST https://host/path</source>
        <translation>POST https://host/path 형식의 요청이 필요합니다</translation>
    </message>
    <message>
        <source>expected %} at the end of the script</source>
        <translation>스크립트 끝에 %}가 필요합니다</translation>
    </message>
    <message>
        <source>expected a header such as &quot;Name: value&quot;, or an empty line before the body</source>
        <translation>&quot;Name: value&quot; 형식의 헤더나 본문 앞의 빈 줄이 필요합니다</translation>
    </message>
    <message>
        <source>What is done with the answer (&gt; and &lt;&gt;) has no use here.</source>
        <translation>응답을 처리하는 부분(&gt;, &lt;&gt;)은 여기에서 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>expected OpenAPI 3.0 or 3.1, or Swagger 2.0, not %1</source>
        <translation>OpenAPI 3.0, 3.1 또는 Swagger 2.0이 필요합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>expected a path that begins with /, not %1</source>
        <translation>/로 시작하는 경로가 필요합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>%1 lies in another file and is not read.</source>
        <translation>%1 항목은 다른 파일에 있어 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>expected a place of this document: nothing stands at %1</source>
        <translation>이 문서 안의 위치가 필요하지만 %1 위치에는 아무것도 없습니다</translation>
    </message>
    <message>
        <source>expected a list</source>
        <translation>목록이 필요합니다</translation>
    </message>
    <message>
        <source>The body is %1: write it.</source>
        <translation>본문의 형식은 %1입니다. 본문을 직접 적으십시오.</translation>
    </message>
    <message>
        <source>expected a status such as 200 or 4XX, not %1</source>
        <translation>200이나 4XX 같은 상태가 필요합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>expected at most %1 levels</source>
        <translation>최대 %1단계까지 중첩할 수 있습니다</translation>
    </message>
    <message>
        <source>expected a URL in the request</source>
        <translation>요청에 URL이 필요합니다</translation>
    </message>
    <message>
        <source>expected a text in the form, not a file</source>
        <translation>폼에는 파일 대신 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>expected the body, not a file</source>
        <translation>파일 대신 본문이 필요합니다</translation>
    </message>
    <message>
        <source>expected one of: raw, urlencoded, formdata, graphql</source>
        <translation>raw, urlencoded, formdata, graphql 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>The authorization &quot;%1&quot; is not made here: write the header that it sends.</source>
        <translation>인증 방식 &quot;%1&quot;의 값은 여기에서 만들지 않습니다. 전송할 헤더를 직접 적으십시오.</translation>
    </message>
    <message>
        <source>expected =</source>
        <translation>=가 필요합니다</translation>
    </message>
    <message>
        <source>expected a cookie: System.Net.Cookie(&quot;name&quot;, &quot;value&quot;)</source>
        <translation>System.Net.Cookie(&quot;name&quot;, &quot;value&quot;) 형식의 쿠키가 필요합니다</translation>
    </message>
    <message>
        <source>expected , and the value of the cookie</source>
        <translation>, 다음에 쿠키의 값이 필요합니다</translation>
    </message>
    <message>
        <source>expected Invoke-WebRequest</source>
        <translation>Invoke-WebRequest 명령이 필요합니다</translation>
    </message>
    <message>
        <source>What stands behind | has no use here.</source>
        <translation>| 뒤의 내용은 여기에서 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>expected a value behind -%1</source>
        <translation>-%1 뒤에 값이 필요합니다</translation>
    </message>
    <message>
        <source>expected a table @{ … }</source>
        <translation>@{ … } 형식의 표가 필요합니다</translation>
    </message>
    <message>
        <source>expected -Uri and a URL</source>
        <translation>-Uri와 URL이 필요합니다</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>expected )</source>
        <translation>)가 필요합니다</translation>
    </message>
    <message>
        <source>expected } at the end of the table</source>
        <translation>표 끝에 }가 필요합니다</translation>
    </message>
    <message>
        <source>expected = behind the name</source>
        <translation>이름 뒤에 =가 필요합니다</translation>
    </message>
    <message>
        <source>expected &apos; at the end of the text</source>
        <translation>텍스트 끝에 &apos;가 필요합니다</translation>
    </message>
    <message>
        <source>expected &quot; at the end of the text</source>
        <translation>텍스트 끝에 &quot;가 필요합니다</translation>
    </message>
    <message>
        <source>expected no command in $( ): put what it prints there</source>
        <translation>$( ) 안의 명령은 쓸 수 없습니다. 그 명령의 출력을 적으십시오</translation>
    </message>
    <message>
        <source>expected the key &quot;%1&quot; with a list</source>
        <translation>값이 목록인 &quot;%1&quot; 키가 필요합니다</translation>
    </message>
    <message>
        <source>expected the key &quot;%1&quot; with an object</source>
        <translation>값이 객체인 &quot;%1&quot; 키가 필요합니다</translation>
    </message>
    <message>
        <source>expected the key &quot;%1&quot; with a text</source>
        <translation>값이 텍스트인 &quot;%1&quot; 키가 필요합니다</translation>
    </message>
    <message>
        <source>expected a list under the key &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 키의 값은 목록이어야 합니다</translation>
    </message>
    <message>
        <source>expected an object under the key &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 키의 값은 객체여야 합니다</translation>
    </message>
    <message>
        <source>expected a text under the key &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 키의 값은 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>객체가 필요합니다</translation>
    </message>
    <message>
        <source>expected a status from 100 to 599</source>
        <translation>100부터 599까지의 상태가 필요합니다</translation>
    </message>
    <message>
        <source>the path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>the query (%1)</source>
        <translation>쿼리(%1)</translation>
    </message>
    <message>
        <source>the header %1</source>
        <translation>헤더 %1</translation>
    </message>
    <message>
        <source>the cookie %1</source>
        <translation>쿠키 %1</translation>
    </message>
    <message>
        <source>the form (%1)</source>
        <translation>폼(%1)</translation>
    </message>
    <message>
        <source>the body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>the body (%1)</source>
        <translation>본문(%1)</translation>
    </message>
    <message>
        <source>expected one of the methods %1, not %2</source>
        <translation>%1 중 하나의 메서드가 필요합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>expected the value of %1 in %2: %3 stands nowhere in it</source>
        <translation>%1 옵션의 값이 %2 요청에 있어야 하지만 %3 값을 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>asked for by the request itself</source>
        <translation>요청 자체가 요구하는 값</translation>
    </message>
    <message>
        <source>where the document leaves {%1} open</source>
        <translation>문서가 비워 둔 {%1}</translation>
    </message>
    <message>
        <source>left open by the document: %1</source>
        <translation>문서가 비워 둔 값: %1</translation>
    </message>
    <message>
        <source>the header %1, behind %2</source>
        <translation>헤더 %1의 %2 뒤</translation>
    </message>
    <message>
        <source>The body holds {%1} as a text, which would be filled in: write it in another way.</source>
        <translation>본문에 텍스트 {%1} 표현이 있어 다른 값으로 채워지게 됩니다. 다른 방식으로 적으십시오.</translation>
    </message>
    <message>
        <source>%1 is left out: the same one in every request would make all of them repetitions of the first.</source>
        <translation>%1 헤더는 제외했습니다. 모든 요청에 같은 값이 있으면 모두 첫 요청의 반복이 됩니다.</translation>
    </message>
    <message>
        <source>The header %1 holds {%2} as a text, which would be filled in: write it in another way.</source>
        <translation>헤더 %1에 텍스트 {%2} 표현이 있어 다른 값으로 채워지게 됩니다. 다른 방식으로 적으십시오.</translation>
    </message>
    <message>
        <source>The body is left out: a GET has none here.</source>
        <translation>본문은 제외했습니다. 여기에서 GET 요청에는 본문이 없습니다.</translation>
    </message>
    <message>
        <source>expected a body of at most %1 characters</source>
        <translation>본문은 최대 %1자여야 합니다</translation>
    </message>
    <message>
        <source>%1 becomes a step, made once for each person: its answer holds %2. Check whether that is right.</source>
        <translation>%1 요청은 사람마다 한 번 실행하는 단계가 됩니다. 그 응답에 %2 값이 있습니다. 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 becomes a step, made before each request: its answer holds %2. Check whether that is right.</source>
        <translation>%1 요청은 요청마다 먼저 실행하는 단계가 됩니다. 그 응답에 %2 값이 있습니다. 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>No answer says what issued and refused look like: without target.classify 200 is issued, 409 already issued, 400 and 404 go by /code, and any other answer is unknown.</source>
        <translation>발급과 거절이 어떤 응답인지 알려 주는 기록이 없습니다. target.classify가 없으면 200은 발급됨, 409는 이미 발급됨이고, 400과 404는 /code에 따르며, 그 밖의 응답은 알 수 없음입니다.</translation>
    </message>
    <message>
        <source>target.couponId is 1: write the coupon&apos;s id there.</source>
        <translation>target.couponId 값은 1입니다. 쿠폰의 ID를 적으십시오.</translation>
    </message>
    <message>
        <source>{%1} stands for %2 in: %3.</source>
        <translation>{%1} 자리에 있던 값: %2. 위치: %3.</translation>
    </message>
    <message>
        <source>Nobody said which value is the person (--user VALUE): all requests are alike.</source>
        <translation>어느 값이 사람인지 지정되지 않아(--user VALUE) 모든 요청이 같습니다.</translation>
    </message>
    <message>
        <source>Write the people into people.csv beside the scenario: the first line is %1, then one person a line.</source>
        <translation>시나리오 옆의 people.csv 파일에 사람들을 적으십시오. 첫 줄은 %1이고, 그다음부터 한 줄에 한 명씩 적습니다.</translation>
    </message>
    <message>
        <source>expected no command in ` `: put what it prints there</source>
        <translation>` ` 안의 명령은 쓸 수 없습니다. 그 명령의 출력을 적으십시오</translation>
    </message>
    <message>
        <source>expected } behind the name of the variable</source>
        <translation>변수 이름 뒤에 }가 필요합니다</translation>
    </message>
    <message>
        <source>expected the name of a variable behind ${</source>
        <translation>${ 뒤에 변수 이름이 필요합니다</translation>
    </message>
    <message>
        <source>expected hexadecimal digits after \x</source>
        <translation>\x 뒤에 16진수가 필요합니다</translation>
    </message>
    <message>
        <source>expected hexadecimal digits after \%1</source>
        <translation>\%1 뒤에 16진수가 필요합니다</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>The audit lost its lock on the database, and somebody else may have written while it read. %1</source>
        <translation>감사가 데이터베이스 잠금을 잃었으며, 읽는 동안 다른 누군가가 썼을 수 있습니다. %1</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The server could not be asked about itself</source>
        <translation>서버의 정보를 조회할 수 없었습니다</translation>
    </message>
    <message>
        <source>The connection could not be made one that only reads</source>
        <translation>연결을 읽기 전용으로 만들 수 없었습니다</translation>
    </message>
    <message>
        <source>Whether this account may write could not be found out (%1).</source>
        <translation>이 계정에 쓰기 권한이 있는지 알 수 없었습니다(%1).</translation>
    </message>
    <message>
        <source>This account may write (%1). The audit does not, and an account with SELECT only would do.</source>
        <translation>이 계정에는 쓰기 권한이 있습니다(%1). 감사는 쓰지 않으므로 SELECT 권한만 있는 계정으로 충분합니다.</translation>
    </message>
    <message>
        <source>--coupon: the run did not ask for %1 (it asked for %2)</source>
        <translation>--coupon: 이 실행은 %1 쿠폰을 요청하지 않았습니다(요청한 쿠폰: %2)</translation>
    </message>
    <message>
        <source>The tables could not be looked up</source>
        <translation>테이블을 조회할 수 없었습니다</translation>
    </message>
    <message>
        <source>The tables were not made for the run %1.</source>
        <translation>테이블이 실행 %1에서 만든 것이 아닙니다.</translation>
    </message>
    <message>
        <source>The tables were made anew for the run %1 and hold its rows.</source>
        <translation>테이블은 실행 %1에서 새로 만들어져 그 실행의 행이 들어 있습니다.</translation>
    </message>
    <message>
        <source>The run %1 cannot be judged by them; `stampede-cli verify %1` judges it by what was kept.</source>
        <translation>실행 %1 판정에는 쓸 수 없습니다. `stampede-cli verify %1` 명령은 보관된 내용으로 판정합니다.</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>하나뿐인 쿠폰</translation>
    </message>
    <message>
        <source>%1 says nothing of the coupon %2; it tells of %3. Before the run, --coupon ID --snapshot FILE takes that coupon, and --coupon can be given several times.</source>
        <translation>%1: 쿠폰 %2에 대한 내용이 없습니다. 들어 있는 쿠폰: %3. 실행 전에 --coupon ID --snapshot FILE로 그 쿠폰을 담으십시오. --coupon은 여러 번 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The history&apos;s rows stand for pieces (quantity): issued.quantity of the profile has to name the column that says how many.</source>
        <translation>기록의 행은 개수(quantity)를 나타냅니다. 프로필의 issued.quantity에 개수를 담은 열을 지정해야 합니다.</translation>
    </message>
    <message>
        <source>In the history the limit of a person holds within columns (per_person_within): perPerson.within of the profile has to name them.</source>
        <translation>기록에서 1인당 한도는 열 안에서 적용됩니다(per_person_within). 프로필의 perPerson.within에 그 열을 지정해야 합니다.</translation>
    </message>
    <message>
        <source>The history says per_person %1, the profile perPerson.limit %2: only one of them can be so.</source>
        <translation>기록의 per_person은 %1, 프로필의 perPerson.limit은 %2입니다. 둘 중 하나만 맞을 수 있습니다.</translation>
    </message>
    <message>
        <source>issued.couponFormat of the profile tells several coupons apart, and this history does not say which request asked for which.</source>
        <translation>프로파일의 issued.couponFormat은 여러 쿠폰을 구별하지만, 이 이력은 어느 요청이 어느 쿠폰을 대상으로 했는지 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>Before the run: no row is there now, so none is taken to have been there.</source>
        <translation>실행 전: 지금 행이 없으므로 그때도 없었다고 봅니다.</translation>
    </message>
    <message>
        <source>Before the run: no row is older than its first request, by %1.</source>
        <translation>실행 전: 첫 요청보다 오래된 행이 없습니다(%1 기준).</translation>
    </message>
    <message>
        <source>Before the run: %1 row is older than its first request, by %2.</source>
        <translation>실행 전: 첫 요청보다 오래된 행 %1개(%2 기준).</translation>
    </message>
    <message>
        <source>Before the run: %1 rows are older than its first request, by %2.</source>
        <translation>실행 전: 첫 요청보다 오래된 행 %1개(%2 기준).</translation>
    </message>
    <message>
        <source>Before the run: no column says when a row was issued (issued.issuedAt), and there is no snapshot.</source>
        <translation>실행 전: 발급 시각을 담은 열(issued.issuedAt)도 스냅숏도 없습니다.</translation>
    </message>
    <message>
        <source>Before the run: what %1 says cannot be held against the moments of the run, and there is no snapshot.</source>
        <translation>실행 전: 열의 값을 실행의 시각과 견줄 수 없고(%1) 스냅숏도 없습니다.</translation>
    </message>
    <message>
        <source>The stock before the run is taken to have been %1: the total less the older rows.</source>
        <translation>실행 전 수량은 %1이었다고 봅니다: 총수량에서 더 오래된 행을 뺀 값입니다.</translation>
    </message>
    <message>
        <source>Before the run: %1 row, %2 left (%3, taken at %4).</source>
        <translation>실행 전: 행 %1개, 남음 %2(%3, %4에 기록).</translation>
    </message>
    <message>
        <source>Before the run: %1 rows, %2 left (%3, taken at %4).</source>
        <translation>실행 전: 행 %1개, 남음 %2(%3, %4에 기록).</translation>
    </message>
    <message>
        <source>The results are not whole: for %1 new row a request is taken to have been made that nobody told of.</source>
        <translation>결과가 온전하지 않습니다. 새 행 %1개에는 기록되지 않은 요청이 있었다고 봅니다.</translation>
    </message>
    <message>
        <source>The results are not whole: for %1 new rows requests are taken to have been made that nobody told of.</source>
        <translation>결과가 온전하지 않습니다. 새 행 %1개에는 기록되지 않은 요청이 있었다고 봅니다.</translation>
    </message>
    <message>
        <source>The rows could not be read</source>
        <translation>행을 읽을 수 없었습니다</translation>
    </message>
    <message>
        <source>Threads needed: %1, possible: %2. Use fewer virtual users, or raise the limit of threads (`ulimit -u`).</source>
        <translation>필요한 스레드: %1, 가능한 수: %2. 가상 사용자를 줄이거나 스레드 한도(`ulimit -u`)를 올리십시오.</translation>
    </message>
    <message>
        <source>%1 of memory needed, %2 free. Use fewer requests or virtual users, or end other programs.</source>
        <translation>메모리 %1 필요, 남은 메모리 %2. 요청이나 가상 사용자를 줄이거나 다른 프로그램을 종료하십시오.</translation>
    </message>
    <message>
        <source>%1 of disk needed for data and journal, %2 free. Make room, use fewer requests, or name a folder on another disk in STAMPEDE_DATA_DIR.</source>
        <translation>데이터와 저널에 디스크 %1 필요, 남은 공간 %2. 공간을 비우거나 요청을 줄이거나 STAMPEDE_DATA_DIR에 다른 디스크의 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>has a use with target.tls.certificate only</source>
        <translation>target.tls.certificate와 함께만 쓸모가 있습니다</translation>
    </message>
    <message>
        <source>%1 at start, %2 written, %3 left</source>
        <translation>시작 수량 %1, 기록 %2, 남음 %3</translation>
    </message>
    <message>
        <source>%1 at start, %2 written</source>
        <translation>시작 %1, 기록 %2</translation>
    </message>
    <message>
        <source>a refusal came too early</source>
        <translation>거절이 너무 일렀음</translation>
    </message>
    <message>
        <source>no order of the requests gives these answers</source>
        <translation>요청을 어떤 순서로 놓아도 이 응답이 나오지 않음</translation>
    </message>
    <message>
        <source>%1 person (user %2)</source>
        <translation>%1명(사용자 %2)</translation>
    </message>
    <message>
        <source>%1 people (first: user %2)</source>
        <translation>%1명(첫째: 사용자 %2)</translation>
    </message>
    <message>
        <source>%1 – broken: %2.</source>
        <translation>%1 – 위반: %2.</translation>
    </message>
    <message>
        <source>Rows belong to people whom this run never asked for (first: user %1).</source>
        <translation>이 실행이 요청한 적 없는 사람의 행이 있습니다(첫째: 사용자 %1).</translation>
    </message>
    <message>
        <source>It depends on whether coupons were cancelled while the run went on, which nobody said (givesBack in the profile would).</source>
        <translation>실행 중에 쿠폰이 취소되었는지에 달려 있으나 알려지지 않았습니다(프로필의 givesBack으로 지정).</translation>
    </message>
    <message>
        <source>Coupon %1: %2</source>
        <translation>쿠폰 %1: %2</translation>
    </message>
    <message>
        <source>%1 – broken: %2</source>
        <translation>%1 – 위반: %2</translation>
    </message>
    <message>
        <source>Nothing was judged: the run was not audited, so its rows are not known.</source>
        <translation>판정한 것이 없습니다. 이 실행은 감사하지 않아 행을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>&quot;issued&quot; was said %1 time, %2 existed: too many, unless some came back meanwhile.</source>
        <translation>&quot;발급됨&quot; 응답 %1건, 있던 쿠폰 %2: 그사이에 되돌아온 쿠폰이 없다면 너무 많습니다.</translation>
    </message>
    <message>
        <source>&quot;issued&quot; was said %1 times, %2 existed: too many, unless some came back meanwhile.</source>
        <translation>&quot;발급됨&quot; 응답 %1건, 있던 쿠폰 %2: 그사이에 되돌아온 쿠폰이 없다면 너무 많습니다.</translation>
    </message>
    <message>
        <source>Certain already: &quot;issued&quot; was said %1 time, %2 existed.</source>
        <translation>이미 확실함: &quot;발급됨&quot; 응답 %1번, 있던 것은 %2.</translation>
    </message>
    <message>
        <source>Certain already: &quot;issued&quot; was said %1 times, %2 existed.</source>
        <translation>이미 확실함: &quot;발급됨&quot; 응답 %1번, 있던 것은 %2.</translation>
    </message>
    <message>
        <source>Certain already: &quot;out of stock&quot; was said while at most %1 of %2 could have gone.</source>
        <translation>이미 확실함: %2 가운데 많아야 %1장이 나갔을 때 &quot;재고 소진&quot; 응답이 있었습니다.</translation>
    </message>
    <message>
        <source>The step %1 failed: %2.</source>
        <translation>단계 %1 실패: %2.</translation>
    </message>
    <message>
        <source>no answer within %1 ms</source>
        <translation>%1 ms 안에 응답이 없음</translation>
    </message>
    <message>
        <source>what came is no answer of HTTP/1.1</source>
        <translation>받은 것이 HTTP/1.1 응답이 아님</translation>
    </message>
    <message>
        <source>the connection was closed without an answer</source>
        <translation>응답 없이 연결이 닫힘</translation>
    </message>
    <message>
        <source>the service cannot be reached: %1</source>
        <translation>서비스에 닿을 수 없음: %1</translation>
    </message>
    <message>
        <source>No answer: %1.</source>
        <translation>응답 없음: %1.</translation>
    </message>
    <message>
        <source>what it waits for (until) did not come within %1 ms</source>
        <translation>기다리는 값(until)이 %1 ms 안에 오지 않음</translation>
    </message>
    <message>
        <source>A user is a whole number from 1 on.</source>
        <translation>사용자는 1 이상의 정수입니다.</translation>
    </message>
    <message>
        <source>User %1 is not in %2.</source>
        <translation>%2에 없는 사용자입니다: %1.</translation>
    </message>
    <message>
        <source>%1 open files needed, %2 allowed. Run `ulimit -n %3` before starting, or use fewer virtual users.</source>
        <translation>파일을 %1개 열어야 하는데 %2개까지 허용됩니다. 시작하기 전에 `ulimit -n %3` 명령을 실행하거나 가상 사용자를 줄이십시오.</translation>
    </message>
    <message>
        <source>The DEBUG or ERROR lines of the service&apos;s log are switched off; a rule for stampede.issuance in QT_LOGGING_RULES does that.</source>
        <translation>서비스 로그의 DEBUG 또는 ERROR 줄이 꺼져 있습니다. QT_LOGGING_RULES에 stampede.issuance에 대한 규칙이 있기 때문입니다.</translation>
    </message>
    <message>
        <source>This run has no journal (%1: %2): should the program be killed, what it measured is lost.</source>
        <translation>이 실행에는 저널이 없습니다(%1: %2). 프로그램이 강제 종료되면 측정한 내용을 잃습니다.</translation>
    </message>
    <message>
        <source>the scenario is too large</source>
        <translation>시나리오가 너무 큽니다</translation>
    </message>
    <message>
        <source>The journal of this run ends after %1 (%2). The run itself is complete.</source>
        <translation>이 실행의 저널은 %1 뒤에 끝납니다(%2). 실행 자체는 온전합니다.</translation>
    </message>
    <message>
        <source>The service runs elsewhere, so nobody counts the locks of its sessions.</source>
        <translation>서비스가 다른 곳에서 실행되므로 그 세션의 잠금을 세지 않습니다.</translation>
    </message>
    <message>
        <source>Needs the service&apos;s log (target.audit.log in the scenario).</source>
        <translation>서비스의 로그가 필요합니다(시나리오의 target.audit.log).</translation>
    </message>
    <message>
        <source>is missing; without it nobody knows how many coupons there are before the run</source>
        <translation>빠져 있습니다. 없으면 실행 전에 쿠폰이 몇 장인지 알 수 없습니다</translation>
    </message>
    <message>
        <source>is missing; without it or the total nobody knows how many coupons there are before the run</source>
        <translation>빠져 있습니다. 이것이나 총수가 없으면 실행 전에 쿠폰이 몇 장인지 알 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is not this computer. If you answer for the service there, add --allow-host %1.</source>
        <translation>다른 컴퓨터입니다: %1. 그곳의 서비스를 책임질 수 있으면 --allow-host %1 옵션을 추가하십시오.</translation>
    </message>
    <message>
        <source>A proxy is named in the environment (%1); Stampede uses none and asks the service directly.</source>
        <translation>환경에 프록시가 지정되어 있습니다(%1). Stampede는 프록시를 쓰지 않고 서비스에 직접 요청합니다.</translation>
    </message>
    <message>
        <source>The service %1 cannot be reached: %2. Nothing was sent.</source>
        <translation>%1 서비스에 연결할 수 없습니다: %2. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The first answer that was not recognised is no HTTP: %1</source>
        <translation>분류되지 않은 첫 응답은 HTTP가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The service answered in HTTP/2, which Stampede does not speak: it asks by HTTP/1.1. Let the service take HTTP/1.1 too, or ask it through a gateway that does.</source>
        <translation>서비스가 HTTP/2로 응답했습니다. Stampede는 HTTP/1.1로 요청하며 HTTP/2를 모릅니다. 서비스가 HTTP/1.1도 받게 하거나, 받는 게이트웨이를 거치십시오.</translation>
    </message>
    <message>
        <source>The first answer that was not recognised, %1, has the content encoding %2, through which it could not be read (gzip and deflate can be). Do not ask for it by Accept-Encoding.</source>
        <translation>알아보지 못한 첫 응답 %1의 콘텐츠 인코딩은 %2이며, 풀어서 읽을 수 없었습니다(gzip과 deflate만 가능). Accept-Encoding으로 요청하지 마십시오.</translation>
    </message>
    <message>
        <source>The first answer that was not recognised, %1, is not written in UTF-8, and its Content-Type names no character set: what is not ASCII in it was not compared.</source>
        <translation>알아보지 못한 첫 응답 %1의 본문이 UTF-8이 아니고 Content-Type에도 문자 집합이 없습니다. ASCII가 아닌 글자는 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>The first answer that was not recognised, %1, is written in %2, which could not be read.</source>
        <translation>알아보지 못한 첫 응답 %1의 문자 집합 %2에서는 본문을 읽을 수 없었습니다.</translation>
    </message>
    <message>
        <source>The first answer that was not recognised, %1, is longer than the 1 MiB that is read, so that no pointer finds anything: %2</source>
        <translation>알아보지 못한 첫 응답 %1의 본문이 읽는 한도인 1 MiB보다 길어 포인터가 아무것도 찾지 못합니다: %2</translation>
    </message>
    <message>
        <source>The first answer that was not recognised, %1, has a body that is no JSON, and no rule without a pointer holds: %2</source>
        <translation>분류되지 않은 첫 응답 %1의 본문은 JSON이 아니며, 포인터 없는 규칙도 맞지 않습니다: %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>The first answer that was not recognised, no rule holds for it: %1 %2</source>
        <translation>분류되지 않은 첫 응답, 맞는 규칙 없음: %1 %2</translation>
    </message>
    <message>
        <source>The service&apos;s certificate was not checked (target.insecure).</source>
        <translation>서비스의 인증서를 확인하지 않았습니다(target.insecure).</translation>
    </message>
    <message>
        <source>Step &quot;%1&quot;</source>
        <translation>단계 “%1”</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; failed: %2. Nothing was sent after it.</source>
        <translation>“%1” 단계가 실패했습니다: %2. 그 뒤에는 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Step &quot;%1&quot; (%2), done: %3; half of them within %4 ms, 95 % within %5 ms.</source>
        <translation>단계 “%1”(%2), 완료: %3. 절반은 %4 ms 안에, 95%가 %5 ms 안에 끝났습니다.</translation>
    </message>
    <message>
        <source>Step &quot;%1&quot; (%2), failed: %3, at first because %4. Requests that needed it were not sent.</source>
        <translation>단계 “%1”(%2), 실패: %3, 처음 이유: %4. 이 단계가 필요한 요청은 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 was not connected when the load began: %3.</source>
        <translation>부하가 시작될 때 %2 가운데 %1개가 연결되지 않았습니다: %3.</translation>
    </message>
    <message>
        <source>%1 of %2 were not connected when the load began: %3.</source>
        <translation>부하가 시작될 때 %2 가운데 %1개가 연결되지 않았습니다: %3.</translation>
    </message>
    <message>
        <source>The service ended a TLS connection that was open: %1. Where it wants to know who asks, target.tls.certificate and target.tls.key say so.</source>
        <translation>열려 있던 TLS 연결을 서비스가 끝냈습니다: %1. 서비스가 클라이언트를 확인하려는 것이면 target.tls.certificate와 target.tls.key로 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 answer &quot;issued&quot; has the Idempotency-Key of an earlier one of the same person: it repeats that one, and counts as already issued.</source>
        <translation>“발급됨” 응답 %1건의 Idempotency-Key가 같은 사람의 앞선 응답과 같습니다. 앞의 응답을 되풀이한 것이므로 이미 발급됨으로 셉니다.</translation>
    </message>
    <message>
        <source>%1 answers &quot;issued&quot; have the Idempotency-Key of an earlier one of the same person: they repeat that one, and count as already issued.</source>
        <translation>“발급됨” 응답 %1건의 Idempotency-Key가 같은 사람의 앞선 응답과 같습니다. 앞의 응답을 되풀이한 것이므로 이미 발급됨으로 셉니다.</translation>
    </message>
    <message>
        <source>%1 answer came after its timeout and was counted.</source>
        <translation>응답 %1건이 타임아웃 뒤에 와서 집계되었습니다.</translation>
    </message>
    <message>
        <source>%1 answers came after their timeout and were counted.</source>
        <translation>응답 %1건이 타임아웃 뒤에 와서 집계되었습니다.</translation>
    </message>
    <message>
        <source>The first answer with a status of 5xx: %1 %2</source>
        <translation>상태가 5xx인 첫 응답: %1 %2</translation>
    </message>
    <message>
        <source>without a body</source>
        <translation>본문 없음</translation>
    </message>
    <message>
        <source>Rule %1 of target.classify looks for a value at its pointer; there was null, which is none (answers: %2). A rule with &quot;equals&quot;: null would hold for them.</source>
        <translation>target.classify의 규칙 %1: 포인터 자리에서 값을 찾는데 거기에 값이 아닌 null이 있었습니다(응답: %2). &quot;equals&quot;: null 규칙이라면 맞습니다.</translation>
    </message>
    <message>
        <source>No `stampede-cli serve` works at the database %1, as target.audit &quot;serve&quot; says. Nothing was touched. Start it with this database, or name the database that it prints.</source>
        <translation>target.audit &quot;serve&quot;에 적힌 것과 달리 데이터베이스 %1에서 동작하는 `stampede-cli serve`가 없습니다. 아무것도 건드리지 않았습니다. 이 데이터베이스로 시작하거나, 그것이 출력하는 데이터베이스를 지정하십시오.</translation>
    </message>
    <message>
        <source>target.audit &quot;serve&quot; needs the database of that service: --database with the URL that `serve` prints when it starts.</source>
        <translation>target.audit &quot;serve&quot;에는 그 서비스의 데이터베이스가 필요합니다. `serve`가 시작할 때 출력하는 URL을 --database로 지정하십시오.</translation>
    </message>
    <message>
        <source>The database %1 is empty: no `serve` has prepared it.</source>
        <translation>%1 데이터베이스가 비어 있습니다. 아직 `serve`로 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>The rows could not be prepared</source>
        <translation>행을 준비할 수 없었습니다</translation>
    </message>
    <message>
        <source>%1: target.couponId: the database %2 has no coupon %3</source>
        <translation>%1: target.couponId: %2 데이터베이스에 그런 쿠폰이 없습니다: %3</translation>
    </message>
    <message>
        <source>The account that reads the rows may write (%1). Stampede does not, and an account with SELECT only would do.</source>
        <translation>행을 읽는 계정에 쓰기 권한이 있습니다(%1). Stampede는 쓰지 않으므로 SELECT 권한만 있는 계정으로 충분합니다.</translation>
    </message>
    <message>
        <source>The requests ask for several coupons: the column %1 of the people&apos;s file holds ids of %2, and {couponId} stands nowhere. Which answer belongs to which coupon is not known. &quot;couponFormat&quot;: &quot;{%1}&quot; under issued in %3 would say it; the text of one coupon there would say that all ask for that one.</source>
        <translation>요청이 여러 쿠폰을 대상으로 합니다. 사용자 파일의 %1 열에 %2의 ID가 들어 있고 {couponId}는 어디에도 없습니다. 어느 응답이 어느 쿠폰의 것인지 알 수 없습니다. %3의 issued 아래 &quot;couponFormat&quot;: &quot;{%1}&quot;이 이를 알려 줍니다. 그 자리에 쿠폰 하나의 이름을 쓰면 모든 요청이 그 쿠폰을 대상으로 한다는 뜻입니다.</translation>
    </message>
    <message>
        <source>%1: stock: needs remaining or total, else nobody knows how many coupons there are before the run</source>
        <translation>%1: stock: remaining 또는 total이 필요합니다. 없으면 실행 전에 쿠폰이 몇 장인지 알 수 없습니다</translation>
    </message>
    <message>
        <source>The service runs elsewhere; target.audit.log would say where its log is.</source>
        <translation>서비스가 다른 곳에서 실행됩니다. 로그의 위치는 target.audit.log에 지정합니다.</translation>
    </message>
    <message>
        <source>The log %1 is shorter than before the run; it was begun anew.</source>
        <translation>%1 로그가 실행 전보다 짧습니다. 새로 시작되었습니다.</translation>
    </message>
    <message>
        <source>For the table, people who are the same as others: %1 (%2).</source>
        <translation>테이블에서 다른 사람과 같은 사람: %1(%2).</translation>
    </message>
    <message>
        <source>The service runs elsewhere, so nobody counted the locks of its sessions.</source>
        <translation>서비스가 다른 곳에서 실행되므로 그 세션의 잠금은 집계되지 않았습니다.</translation>
    </message>
    <message>
        <source>The database could not be read: %1.</source>
        <translation>데이터베이스를 읽을 수 없었습니다: %1.</translation>
    </message>
</context>
<context>
    <name>ScenarioText</name>
    <message>
        <source>must be a text, a number, true, false or null (got %1)</source>
        <translation>텍스트, 숫자, true, false 또는 null이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a regular expression: %1 at character %2</source>
        <translation>정규식이어야 합니다: %1(%2번째 문자)</translation>
    </message>
    <message>
        <source>excludes equals; leave one of them out</source>
        <translation>equals와 함께 쓸 수 없습니다. 둘 중 하나를 빼십시오</translation>
    </message>
    <message>
        <source>must be between 100 and 599, or a class such as &quot;5xx&quot; (got %1)</source>
        <translation>100~599 또는 &quot;5xx&quot; 같은 묶음이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>빠져 있습니다</translation>
    </message>
    <message>
        <source>must be a text (got %1)</source>
        <translation>텍스트여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a JSON pointer such as &quot;/code&quot; (got %1)</source>
        <translation>&quot;/code&quot; 같은 JSON 포인터여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>is missing; must be one of: %1</source>
        <translation>빠져 있습니다. 다음 중 하나여야 합니다: %1</translation>
    </message>
    <message>
        <source>must be one of: %1 (got %2)</source>
        <translation>다음 중 하나여야 합니다: %1(지정된 값: %2)</translation>
    </message>
    <message>
        <source>must be one of: %1 (got %2; did you mean %3?)</source>
        <translation>다음 중 하나여야 합니다: %1(지정된 값: %2, 혹시 %3?)</translation>
    </message>
    <message>
        <source>must be a text where no pointer names a value of JSON (got %1)</source>
        <translation>포인터로 JSON 값을 가리키지 않으면 텍스트여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a list of rules such as [{&quot;status&quot;: 200, &quot;outcome&quot;: &quot;issued&quot;}] (got %1)</source>
        <translation>[{&quot;status&quot;: 200, &quot;outcome&quot;: &quot;issued&quot;}] 같은 규칙 목록이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be at most %1 rules (got %2)</source>
        <translation>규칙은 최대 %1개입니다(지정된 개수: %2)</translation>
    </message>
    <message>
        <source>must be &quot;none&quot;, &quot;serve&quot;, or an object with profile and database (got %1)</source>
        <translation>&quot;none&quot;, &quot;serve&quot; 또는 profile과 database를 가진 객체여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be one of: none, serve (got %1)</source>
        <translation>다음 중 하나여야 합니다: none, serve(지정된 값: %1)</translation>
    </message>
    <message>
        <source>is missing; profile and database belong together</source>
        <translation>빠져 있습니다. profile과 database는 함께 지정해야 합니다</translation>
    </message>
    <message>
        <source>excludes profile; leave one of them out</source>
        <translation>profile과 함께 쓸 수 없습니다. 둘 중 하나를 빼십시오</translation>
    </message>
    <message>
        <source>&apos;%1&apos; and &apos;%2&apos; exclude each other: %3.</source>
        <translation>&apos;%1&apos;, &apos;%2&apos;: 둘 다 참일 수는 없습니다. %3.</translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation>발급됨 %1</translation>
    </message>
    <message>
        <source>%1 already issued</source>
        <translation>이미 발급됨 %1</translation>
    </message>
    <message>
        <source>%1 out of stock</source>
        <translation>수량 부족 %1</translation>
    </message>
    <message>
        <source>one user</source>
        <translation>사용자 한 명</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>one person can be issued this coupon once</source>
        <translation>한 사람에게 이 쿠폰은 한 번만 발급될 수 있습니다</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>수량 %1</translation>
    </message>
    <message>
        <source>a coupon can go only once</source>
        <translation>쿠폰 한 장은 한 번만 나갈 수 있습니다</translation>
    </message>
    <message>
        <source>they can take %1 of %2, so it never sells out</source>
        <translation>그들이 받을 수 있는 것은 %2장 중 %1장이므로 소진되지 않습니다</translation>
    </message>
    <message>
        <source>the load makes no more than it is told to</source>
        <translation>부하는 지정된 것보다 많이 요청하지 않습니다</translation>
    </message>
    <message>
        <source>together they are %1</source>
        <translation>모두 합하면 %1입니다</translation>
    </message>
    <message>
        <source>together they are only %1</source>
        <translation>모두 합해도 %1뿐입니다</translation>
    </message>
    <message>
        <source>only who was issued one can be told so</source>
        <translation>발급받은 사람만 그 응답을 받을 수 있습니다</translation>
    </message>
    <message>
        <source>expected text in UTF-8</source>
        <translation>UTF-8 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>expected JSON (%1)</source>
        <translation>JSON이 필요합니다(%1)</translation>
    </message>
    <message>
        <source>expected { (a scenario is a JSON object)</source>
        <translation>{가 필요합니다(시나리오는 JSON 객체입니다)</translation>
    </message>
    <message>
        <source>expected nothing after the last }</source>
        <translation>마지막 } 뒤에는 아무것도 없어야 합니다</translation>
    </message>
    <message>
        <source>expected at most %1 levels</source>
        <translation>최대 %1단계까지 중첩할 수 있습니다</translation>
    </message>
    <message>
        <source>expected , or }</source>
        <translation>, 또는 }가 필요합니다</translation>
    </message>
    <message>
        <source>expected , or ]</source>
        <translation>, 또는 ]가 필요합니다</translation>
    </message>
    <message>
        <source>expected a key in quotes, or }</source>
        <translation>따옴표로 묶은 키 또는 }가 필요합니다</translation>
    </message>
    <message>
        <source>expected a key in quotes</source>
        <translation>따옴표로 묶은 키가 필요합니다</translation>
    </message>
    <message>
        <source>expected another key, because %1 was given already</source>
        <translation>%1 키가 이미 있으므로 다른 키가 필요합니다</translation>
    </message>
    <message>
        <source>expected : after the key</source>
        <translation>키 뒤에 :이 필요합니다</translation>
    </message>
    <message>
        <source>expected a value, or ]</source>
        <translation>값 또는 ]가 필요합니다</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>값이 필요합니다</translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation>숫자가 필요합니다</translation>
    </message>
    <message>
        <source>expected a number of ordinary size</source>
        <translation>보통 크기의 수가 필요합니다</translation>
    </message>
    <message>
        <source>expected &quot; at the end of the text</source>
        <translation>텍스트 끝에 &quot;가 필요합니다</translation>
    </message>
    <message>
        <source>expected a printable character, or one written as \uXXXX</source>
        <translation>출력할 수 있는 문자 또는 \uXXXX 형식의 문자가 필요합니다</translation>
    </message>
    <message>
        <source>expected one of &quot; \ / b f n r t u</source>
        <translation>다음 중 하나가 필요합니다: &quot; \ / b f n r t u</translation>
    </message>
    <message>
        <source>expected four hexadecimal digits after \u</source>
        <translation>\u 뒤에 16진수 네 자리가 필요합니다</translation>
    </message>
    <message>
        <source>must be an object (got %1)</source>
        <translation>객체여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>unknown setting; possible here: %1</source>
        <translation>알 수 없는 설정입니다. 여기서 쓸 수 있는 것: %1</translation>
    </message>
    <message>
        <source>unknown setting (did you mean %1?)</source>
        <translation>알 수 없는 설정입니다(혹시 %1?)</translation>
    </message>
    <message>
        <source>is a group of settings; name one of them, such as %1</source>
        <translation>설정의 묶음입니다. 그중 하나를 지정하십시오. 예: %1</translation>
    </message>
    <message>
        <source>unknown setting</source>
        <translation>알 수 없는 설정입니다</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>The sale starts or ends while requests may still be made, so these are bounds.</source>
        <translation>요청이 아직 나갈 수 있는 동안 판매가 시작되거나 끝나므로, 이 값은 범위입니다.</translation>
    </message>
    <message>
        <source>There is nothing to give: every request must be answered &quot;out of stock&quot;.</source>
        <translation>줄 것이 없으므로 모든 요청의 응답은 &quot;수량 부족&quot;이어야 합니다.</translation>
    </message>
    <message>
        <source>The sale starts in %1: every request must be refused.</source>
        <translation>판매는 %1 뒤에 시작하므로 모든 요청이 거절되어야 합니다.</translation>
    </message>
    <message>
        <source>The sale ended %1 ago: every request must be refused.</source>
        <translation>판매는 %1 전에 끝났으므로 모든 요청이 거절되어야 합니다.</translation>
    </message>
    <message>
        <source>The sale ends before it starts: every request must be refused.</source>
        <translation>판매가 시작하기 전에 끝나므로 모든 요청이 거절되어야 합니다.</translation>
    </message>
    <message>
        <source>%1 can hold at most %2 of %3 coupons: it can never sell out. At least %4 stays.</source>
        <translation>%1이 가질 수 있는 쿠폰은 %3장 중 최대 %2장이므로 절대 소진될 수 없습니다. 최소 %4장은 남습니다.</translation>
    </message>
    <message>
        <source>%1 can hold at most %2 of %3 coupons: it can never sell out. At least %4 stay.</source>
        <translation>%1이 가질 수 있는 쿠폰은 %3장 중 최대 %2장이므로 절대 소진될 수 없습니다. 최소 %4장은 남습니다.</translation>
    </message>
    <message>
        <source>All %1 requests come from one person: 1 is issued, the other %2 is answered &quot;already issued&quot;. That is not an error.</source>
        <translation>요청 %1건이 모두 한 사람에게서 옵니다. 1건은 발급되고 나머지 %2건의 응답은 &quot;이미 발급됨&quot;입니다. 오류가 아닙니다.</translation>
    </message>
    <message>
        <source>All %1 requests come from one person: 1 is issued, the other %2 are answered &quot;already issued&quot;. That is not an error.</source>
        <translation>요청 %1건이 모두 한 사람에게서 옵니다. 1건은 발급되고 나머지 %2건의 응답은 &quot;이미 발급됨&quot;입니다. 오류가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 requests from %2: %3 refusal is certain before the run begins.</source>
        <translation>%2의 요청 %1건: 거절 %3건은 실행 전부터 확실합니다.</translation>
    </message>
    <message>
        <source>%1 requests from %2: %3 refusals are certain before the run begins.</source>
        <translation>%2의 요청 %1건: 거절 %3건은 실행 전부터 확실합니다.</translation>
    </message>
    <message>
        <source>How many requests fit into %1 depends on the machine, so these are bounds.</source>
        <translation>%1 안에 요청이 몇 건 들어가는지는 컴퓨터에 따라 다르므로, 이 값은 범위입니다.</translation>
    </message>
    <message>
        <source>The seed fixes who asks how often, so these are exact figures.</source>
        <translation>누가 몇 번 요청하는지 시드로 정해지므로, 이 값은 정확한 값입니다.</translation>
    </message>
    <message>
        <source>Who asks how often is fixed, so these are exact figures.</source>
        <translation>누가 몇 번 요청하는지 정해져 있으므로, 이 값은 정확한 값입니다.</translation>
    </message>
    <message>
        <source>%1 request ended without a definite answer, which widens the bounds.</source>
        <translation>요청 %1건이 확실한 응답 없이 끝나 범위가 넓어졌습니다.</translation>
    </message>
    <message>
        <source>%1 requests ended without a definite answer, which widens the bounds.</source>
        <translation>요청 %1건이 확실한 응답 없이 끝나 범위가 넓어졌습니다.</translation>
    </message>
    <message>
        <source>Who is told &quot;already issued&quot; and who &quot;out of stock&quot; depends on who comes first, so these are bounds.</source>
        <translation>누가 &quot;이미 발급됨&quot; 응답을 받고 누가 &quot;수량 부족&quot; 응답을 받는지는 순서에 달려 있으므로, 이 값은 범위입니다.</translation>
    </message>
    <message>
        <source>With this protection off the outcome depends on who meets whom. These are the bounds; the audit will find the difference.</source>
        <translation>이 보호 장치를 끄면 누가 누구와 겹치는지에 따라 결과가 달라집니다. 이 값은 범위이며, 차이는 감사에서 드러납니다.</translation>
    </message>
    <message>
        <source>With these protections off the outcome depends on who meets whom. These are the bounds; the audit will find the difference.</source>
        <translation>이 보호 장치들을 끄면 누가 누구와 겹치는지에 따라 결과가 달라집니다. 이 값은 범위이며, 차이는 감사에서 드러납니다.</translation>
    </message>
    <message>
        <source>People may end up with several coupons.</source>
        <translation>한 사람이 쿠폰을 여러 장 가지게 될 수 있습니다.</translation>
    </message>
    <message>
        <source>The stock column will not notice all coupons that are handed out.</source>
        <translation>나가는 쿠폰이 수량 열에 모두 반영되지는 않습니다.</translation>
    </message>
    <message>
        <source>No more than %1 coupon can be handed out of %2, so nothing is oversold; but the stock column may not show it.</source>
        <translation>%2장 중 %1장까지만 나갈 수 있으므로 초과 발급은 없습니다. 그러나 수량 열에는 나타나지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>No more than %1 coupons can be handed out of %2, so nothing is oversold; but the stock column will not notice all of them.</source>
        <translation>%2장 중 %1장까지만 나갈 수 있으므로 초과 발급은 없습니다. 그러나 수량 열에 모두 반영되지는 않습니다.</translation>
    </message>
    <message>
        <source>%1 No answer will show it.</source>
        <translation>%1 응답에는 드러나지 않습니다.</translation>
    </message>
    <message>
        <source>At this isolation level a request may see what is undone later: people may be refused although coupons are left.</source>
        <translation>이 격리 수준에서는 나중에 취소될 값을 요청이 볼 수 있습니다. 쿠폰이 남아 있는데도 거절되는 사람이 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>One virtual user at a time: no two requests can meet, so this run cannot show a race.</source>
        <translation>가상 사용자가 한 번에 하나뿐입니다. 요청 둘이 겹칠 수 없으므로 이 실행에서는 경쟁 상태가 드러날 수 없습니다.</translation>
    </message>
    <message>
        <source>There is only one request: no two can meet, so this run cannot show a race.</source>
        <translation>요청이 하나뿐입니다. 요청 둘이 겹칠 수 없으므로 이 실행에서는 경쟁 상태가 드러날 수 없습니다.</translation>
    </message>
    <message>
        <source>Each person asks once: this run cannot show a second coupon for one person.</source>
        <translation>각자 한 번씩만 요청하므로, 이 실행에서는 한 사람의 두 번째 쿠폰이 드러날 수 없습니다.</translation>
    </message>
    <message>
        <source>This server refuses changed rows (snapshot isolation): expect errors 1020 instead of oversold coupons.</source>
        <translation>이 서버는 변경된 행을 거부합니다(스냅샷 격리). 초과 발급 대신 오류 1020이 나옵니다.</translation>
    </message>
    <message>
        <source>At this isolation level requests that meet break each other off: expect contention instead of oversold coupons.</source>
        <translation>이 격리 수준에서는 겹치는 요청들이 서로를 중단시킵니다. 초과 발급 대신 경합 중단이 나옵니다.</translation>
    </message>
    <message>
        <source>Only one request can get a coupon, so there is nothing to write over.</source>
        <translation>쿠폰을 받을 수 있는 요청이 하나뿐이므로 덮어쓸 것이 없습니다.</translation>
    </message>
    <message>
        <source>The unique key refuses every second coupon: no damage, only more work for the database.</source>
        <translation>유니크 키가 두 번째 쿠폰을 모두 거부합니다. 손상은 없고 데이터베이스의 일만 늘어납니다.</translation>
    </message>
    <message>
        <source>While the row lock is on, the duplicate check refuses every second coupon; nothing at the database would stop it.</source>
        <translation>행 잠금이 켜져 있는 동안에는 중복 확인이 두 번째 쿠폰을 모두 거절합니다. 데이터베이스가 막아 주지는 않습니다.</translation>
    </message>
    <message>
        <source>Only one request can get a coupon, so nobody can get a second one.</source>
        <translation>쿠폰을 받을 수 있는 요청이 하나뿐이므로 두 번째 쿠폰을 받을 사람은 없습니다.</translation>
    </message>
    <message>
        <source>there is no such file and no such preset (presets: %1)</source>
        <translation>그런 파일도 그런 프리셋도 없습니다(프리셋: %1)</translation>
    </message>
    <message>
        <source>there is no such file and no such preset (did you mean %1?)</source>
        <translation>그런 파일도 그런 프리셋도 없습니다(혹시 %1?)</translation>
    </message>
    <message>
        <source>is a folder, not a scenario file</source>
        <translation>시나리오 파일이 아니라 폴더입니다</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>is missing; must be &quot;%1&quot;</source>
        <translation>빠져 있습니다. 값은 &quot;%1&quot;입니다</translation>
    </message>
    <message>
        <source>must be at least the largest userId of %1, which is %2 (got %3)</source>
        <translation>%1의 가장 큰 userId인 %2 이상이어야 합니다(지정된 값: %3)</translation>
    </message>
    <message>
        <source>%1 more faults</source>
        <translation>문제 %1개 더</translation>
    </message>
    <message>
        <source>is larger than 1 MiB; a scenario takes a few kilobytes</source>
        <translation>1 MiB보다 큽니다. 시나리오는 몇 KB면 됩니다</translation>
    </message>
    <message>
        <source>has no use with load.model &quot;burst&quot;, which makes one request for each of load.vus; leave it out</source>
        <translation>load.model &quot;burst&quot;에서는 쓰이지 않습니다. load.vus마다 요청 하나씩 보내므로 빼십시오</translation>
    </message>
    <message>
        <source>has no use with load.model &quot;%1&quot;, which goes on until its time is over; leave it out</source>
        <translation>load.model &quot;%1&quot;에서는 쓰이지 않습니다. 정해진 시간이 끝날 때까지 계속되므로 빼십시오</translation>
    </message>
    <message>
        <source>has a use with load.model %1 only (load.model is &quot;%2&quot;); leave it out</source>
        <translation>load.model %1에서만 쓰입니다(현재 load.model은 &quot;%2&quot;). 빼십시오</translation>
    </message>
    <message>
        <source>has no use with load.model &quot;%1&quot;, which lasts as long as its load.stages; leave it out</source>
        <translation>load.model &quot;%1&quot;에서는 쓰이지 않습니다. 길이가 load.stages로 정해지므로 빼십시오</translation>
    </message>
    <message>
        <source>must be given with load.model &quot;constant-arrival-rate&quot;, above 0: requests a second</source>
        <translation>load.model &quot;constant-arrival-rate&quot;에는 0보다 큰 초당 요청 수를 지정해야 합니다</translation>
    </message>
    <message>
        <source>must be given with load.model &quot;%1&quot;, such as &quot;10s:100, 5s:0&quot;</source>
        <translation>load.model &quot;%1&quot;에는 &quot;10s:100, 5s:0&quot; 같은 값을 지정해야 합니다</translation>
    </message>
    <message>
        <source>must last 1 ms to 24 h in all (got %1)</source>
        <translation>모두 합해 1 ms~24 h여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must have whole targets of at most %1 virtual users (got %2)</source>
        <translation>목표는 최대 %1인 정수의 가상 사용자 수여야 합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>has no use with load.model &quot;%1&quot;, where nobody&apos;s next request depends on an answer; leave it out</source>
        <translation>load.model &quot;%1&quot;에서는 쓰이지 않습니다. 다음 요청이 응답을 기다리지 않으므로 빼십시오</translation>
    </message>
    <message>
        <source>times load.vus must be at most %1 requests (got %2)</source>
        <translation>load.vus를 곱한 값이 요청 %1건 이하여야 합니다(현재 %2)</translation>
    </message>
    <message>
        <source>asks for %1 requests in all; at most %2 are possible</source>
        <translation>모두 %1건을 요청하지만 최대 %2건까지 가능합니다</translation>
    </message>
    <message>
        <source>has a use with users.pick &quot;%1&quot; only (users.pick is &quot;%2&quot;)</source>
        <translation>users.pick &quot;%1&quot;에서만 쓰입니다(현재 users.pick은 &quot;%2&quot;)</translation>
    </message>
    <message>
        <source>must be given with users.pick &quot;file&quot;: a CSV file with a column userId</source>
        <translation>users.pick &quot;file&quot;에는 userId 열이 있는 CSV 파일을 지정해야 합니다</translation>
    </message>
    <message>
        <source>must be at most users.count, which is %1 (got %2)</source>
        <translation>users.count인 %1 이하여야 합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>must be later than coupon.startsAt</source>
        <translation>coupon.startsAt보다 뒤여야 합니다</translation>
    </message>
    <message>
        <source>must be a time from the start of the run such as -1d or +10s, or a moment such as 2030-01-31T10:00:00Z (got %1)</source>
        <translation>-1d, +10s처럼 실행 시작부터의 시간이거나 2030-01-31T10:00:00Z 같은 시각이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a whole number (got %1)</source>
        <translation>정수여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be between %1 and %2 (got %3)</source>
        <translation>%1~%2 범위여야 합니다(지정된 값: %3)</translation>
    </message>
    <message>
        <source>must be a number (got %1)</source>
        <translation>숫자여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be true or false (got %1)</source>
        <translation>true 또는 false여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be between %1 and %2 characters long (got %3)</source>
        <translation>길이가 %1~%2자여야 합니다(지정된 값: %3)</translation>
    </message>
    <message>
        <source>must not contain control characters (got %1)</source>
        <translation>제어 문자를 쓸 수 없습니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a duration such as 250ms, 10s or 1m30s (got %1)</source>
        <translation>250ms, 10s, 1m30s 같은 시간 길이여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be at most 36500d away (got %1)</source>
        <translation>36500d보다 멀 수 없습니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must lie in the years 1970 to 9999 (got %1)</source>
        <translation>1970년~9999년이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be &quot;%1&quot; (got %2)</source>
        <translation>&quot;%1&quot; 값이어야 합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>stage %1: %2</source>
        <translation>단계 %1: %2</translation>
    </message>
    <message>
        <source>unknown setting %1; possible here: duration, target</source>
        <translation>알 수 없는 설정 %1입니다. 여기서 쓸 수 있는 것: duration, target</translation>
    </message>
    <message>
        <source>must be {&quot;duration&quot;: &quot;10s&quot;, &quot;target&quot;: 100} (got %1)</source>
        <translation>{&quot;duration&quot;: &quot;10s&quot;, &quot;target&quot;: 100} 형식이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>duration: %1</source>
        <translation>duration: %1</translation>
    </message>
    <message>
        <source>target: %1</source>
        <translation>target: %1</translation>
    </message>
    <message>
        <source>must be a list of 1 to %1 stages such as [{&quot;duration&quot;: &quot;10s&quot;, &quot;target&quot;: 100}], or a text such as &quot;10s:100, 5s:0&quot; (got %2)</source>
        <translation>[{&quot;duration&quot;: &quot;10s&quot;, &quot;target&quot;: 100}] 같은 1~%1개의 단계 목록이거나 &quot;10s:100, 5s:0&quot; 같은 텍스트여야 합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>must not hold a user or a password; give them as a header, from ${env:NAME}</source>
        <translation>사용자나 암호를 넣을 수 없습니다. ${env:NAME}을 써서 헤더로 지정하십시오</translation>
    </message>
    <message>
        <source>must be a text, or an object that is sent as JSON (got %1)</source>
        <translation>텍스트이거나 JSON으로 보낼 객체여야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be an object of at most %1 headers such as {&quot;Authorization&quot;: &quot;Bearer ${env:TOKEN}&quot;}</source>
        <translation>{&quot;Authorization&quot;: &quot;Bearer ${env:TOKEN}&quot;} 같은 최대 %1개의 헤더를 가진 객체여야 합니다</translation>
    </message>
    <message>
        <source>must be a text of one line, at most 8,192 characters</source>
        <translation>최대 8,192자의 한 줄 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>was a secret and is not known any more; write it again, best as ${env:NAME}</source>
        <translation>비밀 값이었으며 더는 알 수 없습니다. 다시 쓰되 되도록 ${env:NAME}으로 쓰십시오</translation>
    </message>
    <message>
        <source>has a use with target.kind &quot;http&quot; only; leave it out</source>
        <translation>target.kind &quot;http&quot;에서만 쓰입니다. 빼십시오</translation>
    </message>
    <message>
        <source>must be given with target.kind &quot;http&quot;</source>
        <translation>target.kind &quot;http&quot;에는 지정해야 합니다</translation>
    </message>
    <message>
        <source>has no use with target.method &quot;GET&quot;; leave it out</source>
        <translation>target.method &quot;GET&quot;에서는 쓰이지 않습니다. 빼십시오</translation>
    </message>
    <message>
        <source>must be a whole number with target.audit &quot;serve&quot;</source>
        <translation>target.audit &quot;serve&quot;에서는 정수여야 합니다</translation>
    </message>
    <message>
        <source>has no use with target.kind &quot;http&quot;: how the service works is its own affair; leave it out</source>
        <translation>target.kind &quot;http&quot;에서는 쓰이지 않습니다. 그 서비스의 동작은 그 서비스가 정합니다. 빼십시오</translation>
    </message>
    <message>
        <source>needs target.warmupUrl with target.kind &quot;http&quot;: a URL that may be asked for without any effect</source>
        <translation>target.kind &quot;http&quot;에는 target.warmupUrl이 필요합니다. 아무 영향 없이 요청할 수 있는 URL입니다</translation>
    </message>
    <message>
        <source>nothing is known to fill in for {%1} (possible: %2)</source>
        <translation>{%1}에 채울 값을 알 수 없습니다(쓸 수 있는 것: %2)</translation>
    </message>
    <message>
        <source>nothing is known to fill in for {%1} (did you mean {%2}?)</source>
        <translation>{%1}에 채울 값을 알 수 없습니다(혹시 {%2}?)</translation>
    </message>
    <message>
        <source>must be an aggregation, a comparison and a number such as &quot;count==0&quot; or &quot;p(95)&lt;200&quot; (got %1)</source>
        <translation>&quot;count==0&quot;, &quot;p(95)&lt;200&quot;처럼 집계, 비교, 숫자로 이루어져야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>there is no metric %1</source>
        <translation>그런 지표가 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 does not fit %2; possible: %3</source>
        <translation>%2에 맞지 않습니다: %1. 쓸 수 있는 것: %3</translation>
    </message>
    <message>
        <source>the percentile must be between 0 and 100 (got %1)</source>
        <translation>백분위수는 0~100이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>the share of %1</source>
        <translation>%1의 비율</translation>
    </message>
    <message>
        <source>These figures cannot all be true: %1</source>
        <translation>이 수치가 모두 참일 수는 없습니다: %1</translation>
    </message>
    <message>
        <source>must be an expression such as &quot;count==0&quot; (got %1)</source>
        <translation>&quot;count==0&quot; 같은 식이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>has a use with abortOnFail true only; leave it out</source>
        <translation>abortOnFail이 true일 때만 쓰입니다. 빼십시오</translation>
    </message>
    <message>
        <source>has no use with %1, which only the audit knows</source>
        <translation>감사에서만 알 수 있는 %1에는 쓰이지 않습니다</translation>
    </message>
    <message>
        <source>must be a list of expressions such as [&quot;count==0&quot;] (got %1)</source>
        <translation>[&quot;count==0&quot;] 같은 식의 목록이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>unknown metric; possible here: %1</source>
        <translation>알 수 없는 지표입니다. 여기서 쓸 수 있는 것: %1</translation>
    </message>
    <message>
        <source>unknown metric (did you mean thresholds.%1?)</source>
        <translation>알 수 없는 지표입니다(혹시 thresholds.%1?)</translation>
    </message>
    <message>
        <source>line %1: a quoted value has no end</source>
        <translation>%1행: 따옴표로 묶은 값이 끝나지 않습니다</translation>
    </message>
    <message>
        <source>line %1: after a quoted value must come a comma or the end of the line</source>
        <translation>%1행: 따옴표로 묶은 값 뒤에는 쉼표나 줄의 끝이 와야 합니다</translation>
    </message>
    <message>
        <source>is larger than 256 MiB</source>
        <translation>256 MiB보다 큽니다</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>UTF-8 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>must have %1 values as the header has (got %2)</source>
        <translation>머리글과 같이 값이 %1개여야 합니다(현재 %2개)</translation>
    </message>
    <message>
        <source>more than 10,000,000 rows</source>
        <translation>10,000,000행보다 많습니다</translation>
    </message>
    <message>
        <source>has a header but nobody in it</source>
        <translation>머리글은 있으나 사람이 없습니다</translation>
    </message>
    <message>
        <source>is no ordinary file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>has a use with service.strategy pessimistic only (service.strategy is &quot;%1&quot;); leave it out</source>
        <translation>service.strategy가 pessimistic일 때만 쓰입니다(service.strategy는 &quot;%1&quot;). 빼 주십시오</translation>
    </message>
    <message>
        <source>would be wrong without the row lock: a stock that was read as 0 can be written over; leave it out</source>
        <translation>행 잠금이 없으면 틀리게 됩니다. 0으로 읽은 수량이 덮어써질 수 있습니다. 빼 주십시오</translation>
    </message>
    <message>
        <source>would be wrong with service.isolation &quot;read-uncommitted&quot;: a stock that was read as 0 can be rolled back; leave it out</source>
        <translation>service.isolation이 &quot;read-uncommitted&quot;이면 틀리게 됩니다. 0으로 읽은 수량이 롤백될 수 있습니다. 빼 주십시오</translation>
    </message>
    <message>
        <source>a time after the start of the load, such as &quot;2s&quot;</source>
        <translation>부하 시작 후의 시각(예: &quot;2s&quot;)</translation>
    </message>
    <message>
        <source>is missing; must be %1</source>
        <translation>빠져 있습니다. 필요한 값: %1</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>다음 중 하나: %1</translation>
    </message>
    <message>
        <source>must be a list of at most %1 faults such as [{&quot;at&quot;: &quot;2s&quot;, &quot;kind&quot;: &quot;server-kill&quot;}] (got %2)</source>
        <translation>[{&quot;at&quot;: &quot;2s&quot;, &quot;kind&quot;: &quot;server-kill&quot;}] 같은 장애 목록이어야 하며 최대 %1개입니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>must be network with target.kind &quot;http&quot;: the service&apos;s database is not ours (got %1)</source>
        <translation>target.kind &quot;http&quot;에서는 network만 쓸 수 있습니다. 서비스의 데이터베이스는 Stampede의 것이 아닙니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must not lie before the fault ahead of it is over, at %1 (got %2)</source>
        <translation>앞의 장애가 끝나는 %1보다 이르면 안 됩니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>must lie before the load ends, at %1 at the latest (got %2)</source>
        <translation>늦어도 %1에 끝나는 부하보다 앞이어야 합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>%1 fault is planned: while it lasts, requests may end in errors or without an answer, so these are bounds. It may never make a row wrong.</source>
        <translation>장애 %1건이 계획되어 있습니다. 그동안 요청이 오류로 끝나거나 응답을 받지 못할 수 있으므로, 이 값은 범위입니다. 그 때문에 행이 잘못되어서는 안 됩니다.</translation>
    </message>
    <message>
        <source>%1 faults are planned: while they last, requests may end in errors or without an answer, so these are bounds. They may never make a row wrong.</source>
        <translation>장애 %1건이 계획되어 있습니다. 그동안 요청이 오류로 끝나거나 응답을 받지 못할 수 있으므로, 이 값은 범위입니다. 그 때문에 행이 잘못되어서는 안 됩니다.</translation>
    </message>
    <message>
        <source>The limit &quot;%1&quot; can never be met: %2 will be at least %3.</source>
        <translation>기준값 &quot;%1&quot;: 절대 충족될 수 없습니다. %2의 값은 %3 이상입니다.</translation>
    </message>
    <message>
        <source>The limit &quot;%1&quot; can never be met: %2 will be %3.</source>
        <translation>기준값 &quot;%1&quot;: 절대 충족될 수 없습니다. %2의 값은 %3입니다.</translation>
    </message>
    <message>
        <source>The limit &quot;%1&quot; can never be met: %2 will be between %3 and %4.</source>
        <translation>기준값 &quot;%1&quot;: 절대 충족될 수 없습니다. %2의 값은 %3~%4입니다.</translation>
    </message>
    <message>
        <source>The limit &quot;%1&quot; cannot fail in this scenario.</source>
        <translation>기준값 &quot;%1&quot;: 이 시나리오에서는 벗어날 수 없습니다.</translation>
    </message>
    <message>
        <source>must be a list of at most %1 columns (got %2)</source>
        <translation>열 %1개 이하의 목록이어야 합니다(받은 값: %2)</translation>
    </message>
    <message>
        <source>means nothing where there is no limit (perPerson.limit is null)</source>
        <translation>제한이 없으면 뜻이 없습니다(perPerson.limit이 null)</translation>
    </message>
    <message>
        <source>%1: people must be whole numbers from 1 on where the service is Stampede&apos;s own (it holds %2)</source>
        <translation>%1: Stampede 자체 서비스에서는 사람이 1 이상의 정수여야 합니다(파일에 %2 있음)</translation>
    </message>
    <message>
        <source>line 1: must be a header that names the columns (got nothing)</source>
        <translation>1번째 줄: 열 이름을 적은 머리글이어야 합니다(비어 있음)</translation>
    </message>
    <message>
        <source>%1 must be a text of 1 to 255 bytes (got %2)</source>
        <translation>%1: 1~255바이트 텍스트여야 합니다(현재 %2)</translation>
    </message>
    <message>
        <source>must be a whole number from 1 on, or a column of the people&apos;s file such as &quot;{pieces}&quot; (got %1)</source>
        <translation>1 이상의 정수이거나 &quot;{pieces}&quot;처럼 사람 파일의 열이어야 합니다(받은 값: %1)</translation>
    </message>
    <message>
        <source>%1: line %2: %3 must be a whole number from 1 to %4 (got %5)</source>
        <translation>%1: %2행: %3 값은 1~%4의 정수여야 합니다(받은 값: %5)</translation>
    </message>
    <message>
        <source>%1: %2 more lines like these</source>
        <translation>%1: 이런 행이 %2개 더 있음</translation>
    </message>
    <message>
        <source>needs rows to wait for; without them the answers are judged at once</source>
        <translation>기다릴 행이 필요합니다. 행이 없으면 응답을 바로 판정합니다</translation>
    </message>
    <message>
        <source>one person can be issued this coupon %1 times</source>
        <translation>한 사람은 이 쿠폰을 %1번 발급받을 수 있음</translation>
    </message>
    <message>
        <source>Pieces come back while the run goes on: these are the bounds that hold in spite of that.</source>
        <translation>실행 중에 수량이 되돌아옵니다. 그래도 성립하는 범위입니다.</translation>
    </message>
    <message>
        <source>One answer means &quot;already issued&quot; or &quot;out of stock&quot;: it is counted as &quot;not issued&quot;.</source>
        <translation>한 가지 응답이 &quot;이미 발급됨&quot; 또는 &quot;수량 부족&quot;을 뜻합니다. &quot;발급 안 됨&quot;으로 셉니다.</translation>
    </message>
    <message>
        <source>There is too little to give: nobody can be issued a coupon.</source>
        <translation>줄 수량이 모자랍니다. 아무도 쿠폰을 발급받을 수 없습니다.</translation>
    </message>
    <message>
        <source>How many coupons there are is read from the tables when the run starts. Until then no stock bounds these figures.</source>
        <translation>쿠폰이 몇 장인지는 실행을 시작할 때 테이블에서 읽습니다. 그때까지 이 수치에는 수량 한도가 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>Nobody said how many coupons there are (coupon.stock would), so no stock bounds these figures.</source>
        <translation>쿠폰이 몇 장인지 지정되지 않아(coupon.stock에 지정) 이 수치에는 수량 한도가 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>The stock has no limit: nobody may be told &quot;out of stock&quot;.</source>
        <translation>수량에 제한이 없습니다. 아무도 &quot;수량 부족&quot; 응답을 받아서는 안 됩니다.</translation>
    </message>
    <message>
        <source>How many coupons a person may have stands in the profile, which was not read.</source>
        <translation>한 사람이 쿠폰을 몇 장 가질 수 있는지는 프로필에 있는데, 프로필을 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>A person may have any number of coupons: nobody may be told &quot;already issued&quot;.</source>
        <translation>한 사람이 쿠폰을 몇 장이든 가질 수 있습니다. 아무도 &quot;이미 발급됨&quot; 응답을 받아서는 안 됩니다.</translation>
    </message>
    <message>
        <source>A person may have %1 coupon within equal values of %2, which nobody knows before: these are bounds.</source>
        <translation>%2 값이 같은 행 가운데 한 사람이 쿠폰 %1장을 가질 수 있습니다. 그 값은 미리 알 수 없으므로 범위입니다.</translation>
    </message>
    <message>
        <source>A person may have %1 coupons within equal values of %2, which nobody knows before: these are bounds.</source>
        <translation>%2 값이 같은 행 가운데 한 사람이 쿠폰 %1장을 가질 수 있습니다. 그 값은 미리 알 수 없으므로 범위입니다.</translation>
    </message>
    <message>
        <source>A person may have %1 coupons.</source>
        <translation>한 사람이 쿠폰 %1장을 가질 수 있습니다.</translation>
    </message>
    <message>
        <source>Who holds the coupon before is read from the tables when the run starts. Until then anybody may be refused.</source>
        <translation>누가 이미 쿠폰을 가지고 있는지는 실행을 시작할 때 테이블에서 읽습니다. 그때까지는 누구든 거절될 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 coupon was handed out before the run: it counts for the person who has it.</source>
        <translation>실행 전에 나간 쿠폰이 %1장 있습니다. 가진 사람의 장수에 포함됩니다.</translation>
    </message>
    <message>
        <source>%1 coupons were handed out before the run: they count for the people who have them.</source>
        <translation>실행 전에 나간 쿠폰이 %1장 있습니다. 가진 사람의 장수에 포함됩니다.</translation>
    </message>
    <message>
        <source>How many pieces of the stock a coupon takes is not known: it needs issued.quantity of a profile as well as target.quantity.</source>
        <translation>쿠폰 한 장이 수량을 몇 개 차지하는지 알 수 없습니다. 프로필의 issued.quantity와 target.quantity가 모두 필요합니다.</translation>
    </message>
    <message>
        <source>A request asks for %1 to %2 pieces of the stock.</source>
        <translation>요청 한 건은 수량 %1~%2개를 요청합니다.</translation>
    </message>
    <message>
        <source>Each request asks for %1 pieces of the stock.</source>
        <translation>요청마다 수량 %1개를 요청합니다.</translation>
    </message>
    <message>
        <source>Nobody is taken to hold the coupon before the run: there are no rows that would say so.</source>
        <translation>실행 전에 쿠폰을 가진 사람은 없는 것으로 봅니다. 이를 알려 줄 행이 없습니다.</translation>
    </message>
    <message>
        <source>must not be longer than atMost (%1)</source>
        <translation>atMost(%1)보다 길면 안 됩니다</translation>
    </message>
    <message>
        <source>%1: must be three durations QUIET,UNANSWERED,ATMOST such as 2s,30s,60s (got %2)</source>
        <translation>%1: 2s,30s,60s처럼 길이 세 개 QUIET,UNANSWERED,ATMOST여야 합니다(받은 값 %2)</translation>
    </message>
    <message>
        <source>has a use with target.kind &quot;http&quot; only: the service in this program gives everybody one coupon; leave it out</source>
        <translation>target.kind가 &quot;http&quot;일 때만 쓰입니다. 이 프로그램의 서비스는 한 사람에게 쿠폰 한 장을 줍니다. 빼십시오</translation>
    </message>
    <message>
        <source>has no use with target.audit &quot;serve&quot;, which gives everybody one coupon; leave it out</source>
        <translation>한 사람에게 쿠폰 한 장을 주는 target.audit &quot;serve&quot;에서는 쓰이지 않습니다. 빼십시오</translation>
    </message>
    <message>
        <source>belongs into the profile that target.audit names (perPerson there); leave it out</source>
        <translation>target.audit에 지정한 프로필(perPerson)에 적어야 합니다. 빼십시오</translation>
    </message>
    <message>
        <source>has no use with target.audit &quot;serve&quot;, where a request asks for one; leave it out</source>
        <translation>요청마다 하나를 요청하는 target.audit &quot;serve&quot;에서는 쓰이지 않습니다. 빼십시오</translation>
    </message>
    <message>
        <source>names a column, {%1}, which needs users.pick &quot;file&quot; (users.pick is &quot;%2&quot;)</source>
        <translation>이 열을 지정하려면({%1}) users.pick이 &quot;file&quot;이어야 합니다(현재 &quot;%2&quot;)</translation>
    </message>
    <message>
        <source>%1 people are to ask, but nothing that is sent says who: URL, headers and body are the same for all of them.</source>
        <translation>%1명이 요청할 예정이지만 보내는 내용에는 누구인지가 없습니다: URL, 헤더, 본문이 모두 같습니다.</translation>
    </message>
    <message>
        <source>%1 people are to ask, but all that says who is {%2}, and that is the same in all %3 lines of the people&apos;s file.</source>
        <translation>%1명이 요청할 예정이지만 누구인지를 말하는 것은 {%2}뿐이며, 사용자 파일의 %3줄 모두에서 같습니다.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>%1 The figures here are of that many people.</source>
        <translation>%1 여기의 수치는 그만큼의 사람에 대한 것입니다.</translation>
    </message>
    <message>
        <source>Every request carries the same %1. Where the service takes the person from it, all of them are one person.</source>
        <translation>모든 요청이 같은 %1 값을 담고 있습니다. 서비스가 여기서 사람을 알아본다면 모두 한 사람입니다.</translation>
    </message>
    <message>
        <source>Requests ask for %1 coupons, each with a stock of its own: these are the sums of what must come out of each.</source>
        <translation>요청이 쿠폰 %1종을 요청하며 각각 수량이 따로 있습니다. 이 수치는 각각에서 나와야 하는 값의 합입니다.</translation>
    </message>
    <message>
        <source>Requests ask for several coupons, each with a stock of its own, which is not known yet: these are the bounds of any stock.</source>
        <translation>요청이 여러 쿠폰을 요청하며 각각의 수량은 아직 알 수 없습니다. 이 수치는 수량이 얼마이든 성립하는 범위입니다.</translation>
    </message>
    <message>
        <source>Nobody is taken to hold the coupon before the run, and everybody to be allowed one (users.perPerson): there are no rows that would say so.</source>
        <translation>실행 전에 쿠폰을 가진 사람은 없고 한 사람에 한 장(users.perPerson)인 것으로 봅니다. 이를 알려 줄 행이 없습니다.</translation>
    </message>
    <message>
        <source>expected both halves of a character written as \uXXXX</source>
        <translation>\uXXXX로 쓴 문자에는 두 쪽이 모두 있어야 합니다</translation>
    </message>
    <message>
        <source>expected JSON</source>
        <translation>JSON이어야 합니다</translation>
    </message>
    <message>
        <source>%1 holds a secret, which neither a command line nor a file may hold: write ${env:NAME} there.</source>
        <translation>%1: 비밀 값이 있습니다. 비밀 값은 명령줄에도 파일에도 쓸 수 없으니 ${env:NAME}으로 쓰십시오.</translation>
    </message>
    <message>
        <source>What it began with cannot be read any more: %1.</source>
        <translation>처음에 연 것을 더 이상 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>It differs from %1 in a way that no --set can say.</source>
        <translation>%1: 이것과의 차이는 --set으로 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>It is longer than a command line may be.</source>
        <translation>명령줄에 쓸 수 있는 길이를 넘습니다.</translation>
    </message>
    <message>
        <source>The zone of the sale&apos;s clock is not known: it may be closed while requests are made, so these are bounds.</source>
        <translation>판매 시각의 시간대를 알 수 없어 요청하는 동안 판매 중이 아닐 수 있으므로, 이 값들은 한계입니다.</translation>
    </message>
    <message>
        <source>The sale starts later, whatever the zone of its clock: every request must be refused.</source>
        <translation>시간대가 무엇이든 판매는 나중에 시작하므로 모든 요청이 거절되어야 합니다.</translation>
    </message>
    <message>
        <source>The sale has ended, whatever the zone of its clock: every request must be refused.</source>
        <translation>시간대가 무엇이든 판매가 이미 끝났으므로 모든 요청이 거절되어야 합니다.</translation>
    </message>
    <message>
        <source>The limit &quot;%1&quot; cannot fail in this scenario unless the load ends early.</source>
        <translation>기준값 &quot;%1&quot;: 부하가 일찍 끝나지 않는 한 이 시나리오에서는 벗어날 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of the load</source>
        <translation>부하의 %1</translation>
    </message>
    <message>
        <source>one person is issued one of %1; told &quot;already issued&quot;: %2</source>
        <translation>한 사람은 %1건 중 한 번 발급받습니다. &quot;이미 발급됨&quot; 응답: %2</translation>
    </message>
    <message>
        <source>Up to %1 may be handed out for %2.</source>
        <translation>%2장인데 많게는 %1까지 나갈 수 있습니다.</translation>
    </message>
    <message>
        <source>More than %1 may be handed out.</source>
        <translation>%1보다 많이 나갈 수 있습니다.</translation>
    </message>
    <message>
        <source>Of requests that meet at the row only one finds its version unchanged. The others begin again (at most: %1) and then get contention: the more virtual users, the more of it.</source>
        <translation>행에서 만난 요청 가운데 하나만 버전이 그대로입니다. 나머지는 다시 시작하고(최대 %1번) 그다음에는 경합으로 끝납니다. 가상 사용자가 많을수록 더 많습니다.</translation>
    </message>
    <message>
        <source>excludes pointer; leave one of them out</source>
        <translation>pointer와 함께 쓸 수 없습니다. 하나를 빼십시오</translation>
    </message>
    <message>
        <source>must be a list of statuses such as [200, &quot;3xx&quot;] (got %1)</source>
        <translation>[200, &quot;3xx&quot;] 같은 상태 코드 목록이어야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a name of letters, digits and _ that stands for nothing else</source>
        <translation>글자, 숫자, _로 된 이름이어야 하고 다른 뜻이 없어야 합니다</translation>
    </message>
    <message>
        <source>must say where the value stands, by one of: pointer, header, cookie, matches</source>
        <translation>값이 어디에 있는지 pointer, header, cookie, matches 가운데 하나로 지정해야 합니다</translation>
    </message>
    <message>
        <source>must be an object of 1 to %1 values such as {&quot;token&quot;: {&quot;pointer&quot;: &quot;/token&quot;}} (got %2)</source>
        <translation>{&quot;token&quot;: {&quot;pointer&quot;: &quot;/token&quot;}} 같은 값 1~%1개의 객체여야 합니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>has a use with until only; leave it out</source>
        <translation>until과 함께만 쓸모가 있습니다. 빼십시오</translation>
    </message>
    <message>
        <source>must begin with http://, https:// or http+unix:// (got %1)</source>
        <translation>http://, https:// 또는 http+unix://로 시작해야 합니다(지정된 값: %1)</translation>
    </message>
    <message>
        <source>must be a list of at most %1 steps such as [{&quot;name&quot;: &quot;log in&quot;, &quot;each&quot;: &quot;person&quot;, &quot;url&quot;: &quot;http://…&quot;}] (got %2)</source>
        <translation>[{&quot;name&quot;: &quot;log in&quot;, &quot;each&quot;: &quot;person&quot;, &quot;url&quot;: &quot;http://…&quot;}] 같은 단계의 목록이어야 하고 최대 %1개입니다(지정된 값: %2)</translation>
    </message>
    <message>
        <source>must be 1 for a service of somebody else: Stampede never resets its database. More are possible where a step of target.steps with each &quot;round&quot; resets it, or {round} stands in target.couponId</source>
        <translation>다른 사람의 서비스에서는 1이어야 합니다. Stampede는 그 데이터베이스를 되돌리지 않습니다. target.steps에서 each가 &quot;round&quot;인 단계가 되돌리거나, target.couponId에 {round}가 있으면 여러 번 할 수 있습니다</translation>
    </message>
    <message>
        <source>is a column of the people&apos;s file or a value of another step already</source>
        <translation>이미 사람 파일의 열이거나 다른 단계의 값입니다</translation>
    </message>
    <message>
        <source>has no use with method &quot;GET&quot;; leave it out</source>
        <translation>method &quot;GET&quot;에서는 쓸모가 없습니다. 빼십시오</translation>
    </message>
    <message>
        <source>has no use with target.cookies, which makes this header; leave one of them out</source>
        <translation>target.cookies가 이 헤더를 만들므로 쓸모가 없습니다. 둘 중 하나를 빼십시오</translation>
    </message>
    <message>
        <source>describes no table yet</source>
        <translation>아직 어떤 테이블도 설명하지 않음</translation>
    </message>
    <message>
        <source>must be a file, or the profile itself as an object</source>
        <translation>파일이거나 프로필 자체(객체)여야 함</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>A hundred hands, ten coupons</source>
        <translation>백 명의 손, 열 장의 쿠폰</translation>
    </message>
    <message>
        <source>A hundred people, one starting gun.</source>
        <translation>백 명이 출발 신호 하나를 기다립니다.</translation>
    </message>
    <message>
        <source>10 issued · 90 out of stock · 0 left</source>
        <translation>발급 10 · 수량 부족 90 · 남음 0</translation>
    </message>
    <message>
        <source>One id in the script</source>
        <translation>스크립트 속 ID 하나</translation>
    </message>
    <message>
        <source>1,096 requests, one person: the run that looked 99.9 % broken and was not.</source>
        <translation>요청 1,096건, 사람은 한 명. 99.9% 실패로 보였으나 그렇지 않았던 실행입니다.</translation>
    </message>
    <message>
        <source>1 issued · 1,095 already issued · 199 left</source>
        <translation>발급 1 · 이미 발급 1,095 · 남음 199</translation>
    </message>
    <message>
        <source>Why 200 cannot happen</source>
        <translation>200이 나올 수 없는 이유</translation>
    </message>
    <message>
        <source>A hundred people, two hundred coupons, one each.</source>
        <translation>백 명, 쿠폰 이백 장, 한 사람에 한 장입니다.</translation>
    </message>
    <message>
        <source>100 issued · 996 already issued · 100 left</source>
        <translation>발급 100 · 이미 발급 996 · 남음 100</translation>
    </message>
    <message>
        <source>The last coupon</source>
        <translation>마지막 한 장</translation>
    </message>
    <message>
        <source>Two people reach for it in the same instant.</source>
        <translation>두 사람이 같은 순간에 손을 뻗습니다.</translation>
    </message>
    <message>
        <source>1 issued · 1 out of stock · 0 left</source>
        <translation>발급 1 · 수량 부족 1 · 남음 0</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>너무 늦음</translation>
    </message>
    <message>
        <source>Fifty people come when everything is gone.</source>
        <translation>쿠폰이 다 나간 뒤에 쉰 명이 옵니다.</translation>
    </message>
    <message>
        <source>0 issued · 50 out of stock</source>
        <translation>발급 0 · 수량 부족 50</translation>
    </message>
    <message>
        <source>The rush</source>
        <translation>쇄도</translation>
    </message>
    <message>
        <source>Ten thousand people, a thousand coupons.</source>
        <translation>만 명, 쿠폰 천 장입니다.</translation>
    </message>
    <message>
        <source>1,000 issued · 9,000 out of stock · 0 left</source>
        <translation>발급 1,000 · 수량 부족 9,000 · 남음 0</translation>
    </message>
    <message>
        <source>The quiet damage</source>
        <translation>소리 없는 손상</translation>
    </message>
    <message>
        <source>Row lock off: the same answers as with it, and the stock lies.</source>
        <translation>행 잠금을 끕니다. 응답은 켰을 때와 같은데 수량이 틀립니다.</translation>
    </message>
    <message>
        <source>100 issued · 996 already issued · more than 100 left</source>
        <translation>발급 100 · 이미 발급 996 · 남음 100 초과</translation>
    </message>
    <message>
        <source>All two hundred after all</source>
        <translation>결국 이백 장 모두</translation>
    </message>
    <message>
        <source>One-per-person off: the only way to hand out 200 to 100 people.</source>
        <translation>한 사람 한 장 규칙을 끕니다. 백 명에게 200장을 나누어 줄 유일한 방법입니다.</translation>
    </message>
    <message>
        <source>200 issued · 896 out of stock · people with several</source>
        <translation>발급 200 · 수량 부족 896 · 여러 장을 가진 사람들</translation>
    </message>
    <message>
        <source>The open door</source>
        <translation>열린 문</translation>
    </message>
    <message>
        <source>The hundred people again, every protection off: nobody is refused, and nothing is right.</source>
        <translation>다시 그 백 명, 보호 장치는 모두 끕니다. 아무도 거절되지 않고, 아무것도 맞지 않습니다.</translation>
    </message>
    <message>
        <source>up to 1,096 issued · more than one each · stock wrong</source>
        <translation>발급 최대 1,096 · 한 사람에 여러 장 · 수량 틀림</translation>
    </message>
    <message>
        <source>Half a minute to watch</source>
        <translation>지켜볼 수 있는 30초</translation>
    </message>
    <message>
        <source>60 requests a second for 30 seconds; the 600th coupon goes at second ten.</source>
        <translation>30초 동안 초당 요청 60건. 600번째 쿠폰이 10초에 나갑니다.</translation>
    </message>
    <message>
        <source>600 issued · 1,200 out of stock · 0 left</source>
        <translation>발급 600 · 수량 부족 1,200 · 남음 0</translation>
    </message>
    <message>
        <source>--over %1: expected PATH=A,B,C.</source>
        <translation>--over %1: PATH=A,B,C 형식이어야 합니다.</translation>
    </message>
    <message>
        <source>--over %1: a value between the commas is missing.</source>
        <translation>--over %1: 쉼표 사이에 값이 빠져 있습니다.</translation>
    </message>
    <message>
        <source>--over %1: %2 stands there twice.</source>
        <translation>--over %1: 두 번 나오는 값: %2.</translation>
    </message>
    <message>
        <source>--over names %1 twice.</source>
        <translation>--over에 두 번 나오는 설정: %1.</translation>
    </message>
    <message>
        <source>The sweep has more than %1 combinations.</source>
        <translation>조합이 %1개보다 많습니다.</translation>
    </message>
</context>
<context>
    <name>ServeText</name>
    <message>
        <source>This user has the coupon already.</source>
        <translation>이 사용자는 이 쿠폰을 이미 가지고 있습니다.</translation>
    </message>
    <message>
        <source>No coupon is left.</source>
        <translation>남은 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>The coupon is not yet handed out.</source>
        <translation>쿠폰 발급이 아직 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>The coupon is no longer handed out.</source>
        <translation>쿠폰 발급이 끝났습니다.</translation>
    </message>
    <message>
        <source>There is no such coupon.</source>
        <translation>그런 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>그런 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>The request is not valid HTTP.</source>
        <translation>요청이 올바른 HTTP가 아닙니다.</translation>
    </message>
    <message>
        <source>The database broke the transaction off, and the retries ran out. Nothing was issued.</source>
        <translation>데이터베이스가 트랜잭션을 중단했고 재시도 횟수를 모두 썼습니다. 아무것도 발급되지 않았습니다.</translation>
    </message>
    <message>
        <source>The request could not be carried out.</source>
        <translation>요청을 처리할 수 없었습니다.</translation>
    </message>
    <message>
        <source>The database cannot be reached. Nothing was issued.</source>
        <translation>데이터베이스에 연결할 수 없습니다. 아무것도 발급되지 않았습니다.</translation>
    </message>
    <message>
        <source>Too many requests wait. Nothing was touched.</source>
        <translation>대기 중인 요청이 너무 많습니다. 아무것도 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>Too many connections are open.</source>
        <translation>열린 연결이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The header Authorization: Bearer TOKEN is missing, or the token is another one.</source>
        <translation>Authorization: Bearer TOKEN 헤더가 없거나 토큰이 다릅니다.</translation>
    </message>
    <message>
        <source>There is nothing at this path. Known: POST /api/coupons/{couponId}/issue, GET /api/coupons/{couponId}, /healthz, /metrics.</source>
        <translation>이 경로에는 아무것도 없습니다. 사용할 수 있는 경로: POST /api/coupons/{couponId}/issue, GET /api/coupons/{couponId}, /healthz, /metrics.</translation>
    </message>
    <message>
        <source>This path does not know that method; the header Allow lists those that it does.</source>
        <translation>이 경로에서 쓸 수 없는 메서드입니다. 쓸 수 있는 메서드는 Allow 헤더에 있습니다.</translation>
    </message>
    <message>
        <source>The request did not come to its end in time.</source>
        <translation>요청이 제시간에 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The body is larger than 64 KiB.</source>
        <translation>본문이 64 KiB보다 큽니다.</translation>
    </message>
    <message>
        <source>The header is larger than 8 KiB.</source>
        <translation>헤더가 8 KiB보다 큽니다.</translation>
    </message>
    <message>
        <source>Too few files may be open for %1 connections to the database. Run `ulimit -n 10000` before starting, or use fewer.</source>
        <translation>열 수 있는 파일 수가 데이터베이스 연결 %1개에 부족합니다. 시작하기 전에 `ulimit -n 10000`을 실행하거나 연결 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>Nobody can listen at %1: %2.</source>
        <translation>%1에서 수신 대기할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The service could not be started: %1.</source>
        <translation>서비스를 시작할 수 없었습니다: %1.</translation>
    </message>
    <message>
        <source>The database cannot be reached: %1 (error %2).</source>
        <translation>데이터베이스에 연결할 수 없습니다: %1(오류 %2).</translation>
    </message>
    <message>
        <source>A thread could not be started: %1.</source>
        <translation>스레드를 시작할 수 없었습니다: %1.</translation>
    </message>
    <message>
        <source>The coupon&apos;s id in the path has to be a whole number.</source>
        <translation>경로의 쿠폰 ID는 정수여야 합니다.</translation>
    </message>
    <message>
        <source>Expected: {&quot;userId&quot;: 7}.</source>
        <translation>필요한 형식: {&quot;userId&quot;: 7}.</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>본문이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The body is not JSON.</source>
        <translation>본문이 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>The body holds a number that is too large.</source>
        <translation>본문에 너무 큰 숫자가 있습니다.</translation>
    </message>
    <message>
        <source>The body is not JSON, line and column %1: %2.</source>
        <translation>본문이 JSON이 아닙니다. 줄:열 %1: %2.</translation>
    </message>
    <message>
        <source>The body is JSON, but not an object.</source>
        <translation>본문이 JSON이지만 객체가 아닙니다.</translation>
    </message>
    <message>
        <source>The body has no userId.</source>
        <translation>본문에 userId가 없습니다.</translation>
    </message>
    <message>
        <source>userId is larger than 9223372036854775807.</source>
        <translation>userId가 9223372036854775807보다 큽니다.</translation>
    </message>
    <message>
        <source>userId is not a whole number.</source>
        <translation>userId가 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>userId is not a number.</source>
        <translation>userId가 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is no address to listen at. It is written HOST:PORT, HOST an address of this machine or localhost, PORT 0 to 65535: 127.0.0.1:8080 or [::1]:8080.</source>
        <translation>수신 대기할 수 있는 주소가 아닙니다: %1. HOST:PORT 형식이며, HOST는 이 컴퓨터의 주소 또는 localhost, PORT는 0~65535입니다. 예: 127.0.0.1:8080, [::1]:8080.</translation>
    </message>
    <message>
        <source>Another program listens at %1. End it, or choose another port: --listen 127.0.0.1:0 takes one that is free.</source>
        <translation>다른 프로그램이 %1에서 수신 대기 중입니다. 그 프로그램을 끝내거나 다른 포트를 고르십시오. --listen 127.0.0.1:0은 비어 있는 포트를 씁니다.</translation>
    </message>
    <message>
        <source>Others can reach %1, and could use up the coupons. Set STAMPEDE_API_TOKEN to a secret that every request must then carry, or listen at 127.0.0.1.</source>
        <translation>다른 사람도 %1에 접속하여 쿠폰을 소진시킬 수 있습니다. 모든 요청이 제시해야 할 비밀 값을 STAMPEDE_API_TOKEN에 설정하거나, 127.0.0.1에서 수신 대기하십시오.</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The tables could not be prepared</source>
        <translation>테이블을 준비할 수 없었습니다</translation>
    </message>
</context>
<context>
    <name>SharedText</name>
    <message>
        <source>%1 person</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>%1 coupon</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>%1 coupons</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>%1 request</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>%1 row</source>
        <translation>행 %1개</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>행 %1개</translation>
    </message>
    <message>
        <source>%1 virtual user</source>
        <translation>가상 사용자 %1개</translation>
    </message>
    <message>
        <source>%1 virtual users</source>
        <translation>가상 사용자 %1개</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Outside sale</source>
        <translation>판매 기간 외</translation>
    </message>
    <message>
        <source>Server errors</source>
        <translation>서버 오류</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>The service said: you have it.</source>
        <translation>서비스의 응답: 쿠폰을 받았습니다.</translation>
    </message>
    <message>
        <source>Already issued</source>
        <translation>이미 발급됨</translation>
    </message>
    <message>
        <source>The service said: this person has it already. No error; whether it is right, the audit says.</source>
        <translation>서비스의 응답: 이 사람은 이미 가지고 있음. 오류가 아닙니다. 맞는지는 감사가 말합니다.</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>The service said: none are left. No error; whether it is right, the audit says.</source>
        <translation>서비스의 응답: 남은 것이 없음. 오류가 아닙니다. 맞는지는 감사가 말합니다.</translation>
    </message>
    <message>
        <source>Not on sale yet</source>
        <translation>판매 시작 전</translation>
    </message>
    <message>
        <source>The sale had not begun.</source>
        <translation>판매가 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>Sale over</source>
        <translation>판매 종료</translation>
    </message>
    <message>
        <source>The sale had ended.</source>
        <translation>판매가 끝났습니다.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>The coupon or the person does not exist here. Look at the scenario before the service.</source>
        <translation>쿠폰이나 사람이 여기에 존재하지 않습니다. 서비스보다 시나리오를 먼저 살펴보십시오.</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>잘못된 요청</translation>
    </message>
    <message>
        <source>The service did not accept the request as sent.</source>
        <translation>서비스가 보낸 그대로의 요청을 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>Contention</source>
        <translation>경합 중단</translation>
    </message>
    <message>
        <source>Deadlock, lock wait or changed row; further tries did not help. Nothing was issued.</source>
        <translation>교착 상태, 잠금 대기 또는 변경된 행 때문이며 재시도도 소용없었습니다. 아무것도 발급되지 않았습니다.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>보내지 않음</translation>
    </message>
    <message>
        <source>Refused before a byte left.</source>
        <translation>한 바이트도 나가기 전에 거부되었습니다.</translation>
    </message>
    <message>
        <source>Withdrawn at stop</source>
        <translation>중지 시 철회됨</translation>
    </message>
    <message>
        <source>Withdrawn at stop; it took no effect.</source>
        <translation>중지 시 철회되어 반영되지 않았습니다.</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>서버 오류</translation>
    </message>
    <message>
        <source>The service failed and said so.</source>
        <translation>서비스가 실패했고 그렇게 응답했습니다.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it took effect. The audit finds out from the rows.</source>
        <translation>반영되었는지 아직 알 수 없습니다. 감사에서 행을 보고 알아냅니다.</translation>
    </message>
    <message>
        <source>Not issued</source>
        <translation>발급되지 않음</translation>
    </message>
    <message>
        <source>The service said: this person has it already, or none are left; it has one answer for both. No error; whether it is right, the audit says.</source>
        <translation>서비스의 응답: 이미 가지고 있거나 남은 것이 없음. 두 경우의 응답이 하나입니다. 오류가 아닙니다. 맞는지는 감사가 말합니다.</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>분류되지 않음</translation>
    </message>
    <message>
        <source>An answer came, but no rule says what it means.</source>
        <translation>응답이 왔으나 의미를 정하는 규칙이 없습니다.</translation>
    </message>
    <message>
        <source>refused otherwise</source>
        <translation>그 밖의 거절</translation>
    </message>
    <message>
        <source>server errors, not sent</source>
        <translation>서버 오류, 전송 안 됨</translation>
    </message>
    <message>
        <source>no answer, not recognised</source>
        <translation>응답 없음, 분류되지 않음</translation>
    </message>
</context>
<context>
    <name>ShortNotes</name>
    <message>
        <source>A limit can never be met</source>
        <translation>충족될 수 없는 기준값이 있음</translation>
    </message>
    <message>
        <source>More may go than there are</source>
        <translation>수량보다 많이 나갈 수 있음</translation>
    </message>
    <message>
        <source>The stock will not add up</source>
        <translation>수량이 맞지 않게 됨</translation>
    </message>
    <message>
        <source>People may get several</source>
        <translation>한 사람이 여러 장 받을 수 있음</translation>
    </message>
    <message>
        <source>Expect errors 1020</source>
        <translation>오류 1020이 나옴</translation>
    </message>
    <message>
        <source>It can never sell out</source>
        <translation>절대 소진될 수 없음</translation>
    </message>
    <message>
        <source>One person, one coupon</source>
        <translation>한 사람, 쿠폰 한 장</translation>
    </message>
    <message>
        <source>It cannot show a race</source>
        <translation>경쟁 상태가 드러날 수 없음</translation>
    </message>
    <message>
        <source>Outside the sale</source>
        <translation>판매 기간 외</translation>
    </message>
    <message>
        <source>There is nothing to give</source>
        <translation>줄 것이 없음</translation>
    </message>
    <message>
        <source>Refusals are certain</source>
        <translation>확실한 거절이 있음</translation>
    </message>
    <message>
        <source>These are bounds</source>
        <translation>범위로 예측됨</translation>
    </message>
</context>
<context>
    <name>StageText</name>
    <message>
        <source>coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>coupons</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>%1 coupon too many.</source>
        <translation>쿠폰 %1장이 더 나갔습니다.</translation>
    </message>
    <message>
        <source>%1 coupons too many.</source>
        <translation>쿠폰 %1장이 더 나갔습니다.</translation>
    </message>
    <message>
        <source>No error was raised.</source>
        <translation>오류는 발생하지 않았습니다.</translation>
    </message>
    <message>
        <source>Row lock ON</source>
        <translation>행 잠금 켜짐</translation>
    </message>
    <message>
        <source>Row lock OFF</source>
        <translation>행 잠금 꺼짐</translation>
    </message>
    <message>
        <source>Key ON</source>
        <translation>키 켜짐</translation>
    </message>
    <message>
        <source>Key OFF</source>
        <translation>키 꺼짐</translation>
    </message>
    <message>
        <source>Check ON</source>
        <translation>확인 켜짐</translation>
    </message>
    <message>
        <source>Check OFF</source>
        <translation>확인 꺼짐</translation>
    </message>
    <message>
        <source>must be issued</source>
        <translation>발급되어야 하는 수</translation>
    </message>
    <message>
        <source>must be left</source>
        <translation>남아야 하는 수</translation>
    </message>
    <message>
        <source>Must come out: %1 issued, %2 already issued, %3 out of stock.</source>
        <translation>나와야 하는 값: 발급 %1, 이미 발급 %2, 수량 부족 %3.</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>the stock column says</source>
        <translation>수량 열의 값</translation>
    </message>
    <message>
        <source>what is left, nobody has read</source>
        <translation>남은 수량, 아무도 읽지 않음</translation>
    </message>
    <message>
        <source>coupons were handed out</source>
        <translation>나간 쿠폰</translation>
    </message>
    <message>
        <source>person holds one</source>
        <translation>명이 가지고 있음</translation>
    </message>
    <message>
        <source>people hold one</source>
        <translation>명이 가지고 있음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>left: nobody knows yet</source>
        <translation>남음: 아직 알 수 없음</translation>
    </message>
</context>
<context>
    <name>StrategyText</name>
    <message>
        <source>Row lock first (reference)</source>
        <translation>행 잠금 우선(참조 구현)</translation>
    </message>
    <message>
        <source>Claim first, then count down</source>
        <translation>먼저 쓰고 나서 차감</translation>
    </message>
    <message>
        <source>Version check</source>
        <translation>버전 확인</translation>
    </message>
    <message>
        <source>Named lock</source>
        <translation>이름 잠금</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>묶음 처리</translation>
    </message>
    <message>
        <source>Lock the coupon, look, write, commit: four trips while everyone waits.</source>
        <translation>쿠폰을 잠그고, 보고, 쓰고, 커밋합니다. 모두가 기다리는 동안 네 번 오갑니다.</translation>
    </message>
    <message>
        <source>Write the person&apos;s row first; take one from stock only if one is left; undo if not.</source>
        <translation>사람의 행을 먼저 쓰고, 남아 있을 때만 수량에서 하나를 뺍니다. 없으면 되돌립니다.</translation>
    </message>
    <message>
        <source>Read without a lock, write only if nobody was faster, else try again.</source>
        <translation>잠금 없이 읽고, 더 빠른 요청이 없었을 때만 씁니다. 아니면 다시 시도합니다.</translation>
    </message>
    <message>
        <source>A lock by name around the whole transaction, let go after the commit.</source>
        <translation>트랜잭션 전체를 이름 잠금으로 감싸고, 커밋한 뒤에 놓습니다.</translation>
    </message>
    <message>
        <source>Many requests share one transaction and one commit; each still gets its own answer.</source>
        <translation>여러 요청이 트랜잭션 하나와 커밋 하나를 함께 쓰고, 응답은 각자 받습니다.</translation>
    </message>
    <message>
        <source>A holder who asks after the last coupon is told: already issued.</source>
        <translation>마지막 쿠폰이 나간 뒤 이미 받은 사람이 요청하면 이미 발급됨을 받습니다.</translation>
    </message>
    <message>
        <source>A holder who asks after the last coupon is told: out of stock.</source>
        <translation>마지막 쿠폰이 나간 뒤 이미 받은 사람이 요청하면 수량 부족을 받습니다.</translation>
    </message>
</context>
<context>
    <name>TableCopyText</name>
    <message>
        <source>… the first %1 rows</source>
        <translation>… 처음 %1개 행</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the whole table</source>
        <translation>표 전체 복사</translation>
    </message>
</context>
<context>
    <name>UsageText</name>
    <message>
        <source>See `stampede-cli --help`.</source>
        <translation>`stampede-cli --help`를 보십시오.</translation>
    </message>
    <message>
        <source>%1 %2 is not known.</source>
        <translation>%1 %2: 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>혹시 %1입니까?</translation>
    </message>
    <message>
        <source>--connections %1: expected a whole number from 1 to 1000.</source>
        <translation>--connections %1: 1~1000의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>--set %1: expected PATH=VALUE.</source>
        <translation>--set %1: PATH=VALUE 형식이어야 합니다.</translation>
    </message>
    <message>
        <source>--language %1 is not known (en or ko).</source>
        <translation>--language %1: 알 수 없는 언어입니다(en 또는 ko).</translation>
    </message>
    <message>
        <source>%1 takes options only; %2 is none.</source>
        <translation>%1 명령에는 옵션만 쓸 수 있습니다. 옵션이 아닌 것: %2.</translation>
    </message>
    <message>
        <source>One file at a time: %1 and %2 were given.</source>
        <translation>파일은 한 번에 하나만 지정할 수 있습니다. 지정된 것: %1, %2.</translation>
    </message>
    <message>
        <source>One scenario at a time: %1 and %2 were given.</source>
        <translation>시나리오는 한 번에 하나만 지정할 수 있습니다. 지정된 것: %1, %2.</translation>
    </message>
    <message>
        <source>The option</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2.</source>
        <translation>%1 옵션에는 값이 필요합니다: %1 %2.</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>check-history needs a file, or - for standard input.</source>
        <translation>check-history에는 파일 또는 표준 입력을 뜻하는 -가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 needs a scenario: a file, or a preset (see `stampede-cli presets`).</source>
        <translation>%1 명령에는 시나리오가 필요합니다. 파일이나 프리셋을 지정하십시오(`stampede-cli presets` 참고).</translation>
    </message>
    <message>
        <source>Sends a crowd after a limited coupon and proves from the database who got what.</source>
        <translation>한정 쿠폰에 많은 사용자를 한꺼번에 보내고, 누가 무엇을 받았는지 데이터베이스로 증명합니다.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>사용법:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>옵션:</translation>
    </message>
    <message>
        <source>SCENARIO is a file (*.stampede.json) or the name of a preset. STAMPEDE_DATA_DIR moves everything that is kept.</source>
        <translation>SCENARIO는 파일(*.stampede.json) 또는 프리셋의 이름입니다. STAMPEDE_DATA_DIR은 보관되는 모든 것의 위치를 바꿉니다.</translation>
    </message>
    <message>
        <source>Exit codes: 0 everything held, 2 wrong usage, 95 could not be decided, 96 database not reachable or not ours, 97 integrity broken, 98 nothing measured, 99 a limit missed, 104 scenario, profile or history wrong, 105 ended early.</source>
        <translation>종료 코드: 0 정합성 이상 없음, 2 잘못된 사용법, 95 판정 불가, 96 데이터베이스에 연결할 수 없거나 Stampede의 것이 아님, 97 정합성 위반, 98 측정된 것 없음, 99 기준값 미충족, 104 시나리오, 프로파일 또는 이력이 잘못됨, 105 조기 종료.</translation>
    </message>
    <message>
        <source>where the database is: managed: (a private MariaDB, the default), managed:DIR, mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH; the password comes from STAMPEDE_DB_PASSWORD or ?password-file=PATH</source>
        <translation>데이터베이스의 위치: managed:(전용 MariaDB, 기본값), managed:DIR, mysql://USER@HOST:PORT/DB 또는 mysql://USER@/DB?socket=PATH. 암호는 STAMPEDE_DB_PASSWORD 또는 ?password-file=PATH로 지정합니다</translation>
    </message>
    <message>
        <source>overrides one setting of the scenario, e.g. service.layers.rowLock=false</source>
        <translation>시나리오의 설정 하나를 바꿉니다. 예: service.layers.rowLock=false</translation>
    </message>
    <message>
        <source>virtual users</source>
        <translation>가상 사용자 수</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>요청 수</translation>
    </message>
    <message>
        <source>the load ends then at the latest, e.g. 30s</source>
        <translation>부하는 늦어도 이때 끝납니다. 예: 30s</translation>
    </message>
    <message>
        <source>requests a second, for models that have a rate</source>
        <translation>초당 요청 수(속도가 있는 모델에만)</translation>
    </message>
    <message>
        <source>repeats within the run</source>
        <translation>한 실행 안의 반복 횟수</translation>
    </message>
    <message>
        <source>decides who asks when</source>
        <translation>누가 언제 요청할지를 정합니다</translation>
    </message>
    <message>
        <source>writes every report into this folder</source>
        <translation>모든 보고서를 이 폴더에 씁니다</translation>
    </message>
    <message>
        <source>writes the result (stampede.result/1)</source>
        <translation>결과를 씁니다(stampede.result/1)</translation>
    </message>
    <message>
        <source>writes every check and limit as a test case (JUnit XML), for CI servers</source>
        <translation>점검과 기준값을 CI 서버용 테스트 케이스로 씁니다(JUnit XML)</translation>
    </message>
    <message>
        <source>writes every operation (stampede.history/1)</source>
        <translation>모든 작업을 씁니다(stampede.history/1)</translation>
    </message>
    <message>
        <source>describes the tables of somebody else&apos;s service (stampede.profile/1); without it Stampede&apos;s own are audited</source>
        <translation>다른 사람의 서비스의 테이블을 기술합니다(stampede.profile/1). 없으면 Stampede 자체 테이블을 감사합니다</translation>
    </message>
    <message>
        <source>where to listen, 127.0.0.1:8080 unless told otherwise; port 0 takes one that is free; an address that others can reach needs STAMPEDE_API_TOKEN set, which every request must then carry</source>
        <translation>수신 대기할 주소. 지정하지 않으면 127.0.0.1:8080이며, 포트 0은 비어 있는 포트를 씁니다. 다른 사람이 접속할 수 있는 주소에는 STAMPEDE_API_TOKEN을 설정해야 하며, 모든 요청이 그 토큰을 제시해야 합니다</translation>
    </message>
    <message>
        <source>connections to the database, 1 to 1000 (16): so many requests are carried out at once, others wait</source>
        <translation>데이터베이스 연결 수, 1~1000(기본값 16). 이 수만큼의 요청을 동시에 처리하고 나머지는 기다립니다</translation>
    </message>
    <message>
        <source>writes the service&apos;s own log</source>
        <translation>서비스 자체의 로그를 씁니다</translation>
    </message>
    <message>
        <source>a host that is not this computer and may be used</source>
        <translation>이 컴퓨터가 아니지만 사용해도 되는 호스트</translation>
    </message>
    <message>
        <source>the language of what is printed; the system&apos;s unless told otherwise</source>
        <translation>출력의 언어. 지정하지 않으면 시스템의 언어</translation>
    </message>
    <message>
        <source>prints the result only: no progress, no messages</source>
        <translation>결과만 출력합니다. 진행 상황과 메시지는 출력하지 않습니다</translation>
    </message>
    <message>
        <source>no escape sequences; NO_COLOR does the same</source>
        <translation>이스케이프 시퀀스를 쓰지 않습니다. NO_COLOR도 같습니다</translation>
    </message>
    <message>
        <source>sends the crowd, audits the database, prints the verdict</source>
        <translation>많은 사용자를 보내고, 데이터베이스를 감사하고, 판정을 출력합니다</translation>
    </message>
    <message>
        <source>what must come out, and faults; touches nothing</source>
        <translation>나와야 하는 값과 시나리오의 문제를 보여 줍니다. 아무것도 건드리지 않습니다</translation>
    </message>
    <message>
        <source>lists the presets, or prints one as a scenario file</source>
        <translation>프리셋의 목록을 출력하거나, 하나를 시나리오 파일로 출력합니다</translation>
    </message>
    <message>
        <source>audits what is there, without a load: Stampede&apos;s own tables, or with --profile anybody&apos;s; only ever reads</source>
        <translation>부하 없이 지금 있는 것을 감사합니다. Stampede 자체 테이블, 또는 --profile로 누구의 테이블이든 감사합니다. 읽기만 합니다</translation>
    </message>
    <message>
        <source>the service over HTTP, for any load tester, until Ctrl+C: POST /api/coupons/{id}/issue with {&quot;userId&quot;: 7}. Sets up the coupon and users that --set describes; the first line of output is JSON that says where everything is</source>
        <translation>Ctrl+C까지 어떤 부하 테스트 도구로든 쓸 수 있는 HTTP 서비스: {&quot;userId&quot;: 7}을 POST /api/coupons/{id}/issue로 보냅니다. --set으로 기술한 쿠폰과 사용자를 준비하며, 출력의 첫 줄은 모든 것의 위치를 알려 주는 JSON입니다</translation>
    </message>
    <message>
        <source>judges recorded histories (stampede.history/1): could one coupon have given these answers, one request at a time? One JSON verdict a line; - reads standard input</source>
        <translation>기록된 이력(stampede.history/1)을 판정합니다. 쿠폰 하나에 요청을 하나씩 처리했을 때 이 응답이 나올 수 있었는지 확인합니다. 한 줄에 JSON 판정 하나이며, -는 표준 입력을 읽습니다</translation>
    </message>
    <message>
        <source>sweep needs --over PATH=A,B,C, e.g. --over load.vus=10,50,100.</source>
        <translation>sweep에는 --over PATH=A,B,C가 필요합니다. 예: --over load.vus=10,50,100.</translation>
    </message>
    <message>
        <source>one setting and the values that it takes in turn; several make every combination</source>
        <translation>설정 하나와 차례로 넣을 값들. 여러 번 쓰면 모든 조합을 실행합니다</translation>
    </message>
    <message>
        <source>one run for every combination of the values, and one table: is it right, and how fast, with each of them?</source>
        <translation>값의 조합마다 한 번 실행하고 표 하나로 보여 줍니다. 각 조합이 올바른지, 얼마나 빠른지 알 수 있습니다</translation>
    </message>
    <message>
        <source>writes the report as one HTML file that needs no other</source>
        <translation>보고서를 다른 파일이 필요 없는 HTML 파일 하나로 씁니다</translation>
    </message>
    <message>
        <source>writes the report as PDF, the result attached</source>
        <translation>보고서를 결과가 첨부된 PDF로 씁니다</translation>
    </message>
    <message>
        <source>writes the report as Markdown</source>
        <translation>보고서를 Markdown으로 씁니다</translation>
    </message>
    <message>
        <source>writes every operation as CSV with the columns of a JMeter JTL first</source>
        <translation>모든 작업을 CSV로 씁니다. JMeter JTL의 열이 먼저 옵니다</translation>
    </message>
    <message>
        <source>lists the archive, where every run is kept, newest first</source>
        <translation>모든 실행이 보관된 보관소의 목록을 최근 것부터 출력합니다</translation>
    </message>
    <message>
        <source>--chapters %1: there are %2.</source>
        <translation>--chapters %1: 있는 것은 %2.</translation>
    </message>
    <message>
        <source>compare takes two to six runs: ids, the beginning of one, or last (see `stampede-cli runs`).</source>
        <translation>compare에는 실행 두 개에서 여섯 개가 필요합니다: ID, ID의 앞부분 또는 last(`stampede-cli runs` 참고).</translation>
    </message>
    <message>
        <source>%1 takes one run: its id, the beginning of it, last, or a history file (see `stampede-cli runs`).</source>
        <translation>%1에는 실행 하나가 필요합니다: ID, ID의 앞부분, last 또는 이력 파일(`stampede-cli runs` 참고).</translation>
    </message>
    <message>
        <source>report needs --out DIR, or a file for one form, e.g. --pdf FILE.</source>
        <translation>report에는 --out DIR 또는 --pdf FILE처럼 형식 하나의 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>what the report holds: conclusion, tested, must-come-out, happened, audit, why, not-shown, repeat, rows</source>
        <translation>보고서에 담을 장: conclusion, tested, must-come-out, happened, audit, why, not-shown, repeat, rows</translation>
    </message>
    <message>
        <source>nobody can be recognised in any file</source>
        <translation>어느 파일에서도 사람을 알아볼 수 없게 합니다</translation>
    </message>
    <message>
        <source>the figures of that run become limits: what is slower by more than noise fails (99)</source>
        <translation>그 실행의 수치가 기준값이 됩니다. 잡음보다 크게 느려지면 실패합니다(99)</translation>
    </message>
    <message>
        <source>prints the list as JSON (stampede.runs/1)</source>
        <translation>목록을 JSON(stampede.runs/1)으로 출력합니다</translation>
    </message>
    <message>
        <source>every report of a run again, from the archive</source>
        <translation>보관된 실행의 모든 보고서를 다시 씁니다</translation>
    </message>
    <message>
        <source>two to six runs, figure by figure, each held against the first: is the difference more than noise?</source>
        <translation>실행 두 개에서 여섯 개를 수치별로 첫 실행과 견줍니다. 차이가 잡음보다 큰지도 말합니다</translation>
    </message>
    <message>
        <source>judges a stored history again and compares its fingerprint with the one that was written down</source>
        <translation>보관된 이력을 다시 판정하고 지문을 적어 둔 것과 견줍니다</translation>
    </message>
    <message>
        <source>RUN is the id of a run in the archive, the beginning of one, last, or a history file that a run wrote.</source>
        <translation>RUN은 보관된 실행의 ID, ID의 앞부분, last 또는 실행이 기록한 이력 파일입니다.</translation>
    </message>
    <message>
        <source>the answers of a run, from the archive or a file of run --history: they are held against the rows as well</source>
        <translation>실행의 응답. 보관소의 실행이나 run --history로 기록한 파일. 행과도 견줍니다</translation>
    </message>
    <message>
        <source>how long rows and stock must be still, how long after it was sent a request without an answer may take effect, and how long is waited at most; 2s,30s,60s unless told otherwise</source>
        <translation>행과 재고가 얼마나 멈춰 있어야 하는지, 응답 없는 요청이 보낸 뒤 얼마 동안 반영될 수 있는지, 많아야 얼마나 기다리는지. 따로 정하지 않으면 2s,30s,60s</translation>
    </message>
    <message>
        <source>overwrites files that are no reports of Stampede&apos;s</source>
        <translation>Stampede의 보고서가 아닌 파일도 덮어씁니다</translation>
    </message>
    <message>
        <source>--stock %1: expected a whole number from 0 on.</source>
        <translation>--stock %1: 0 이상의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>--from %1 is not known; there are %2.</source>
        <translation>--from %1: 알 수 없는 값입니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>before the run of another tool: writes rows and stock as they are, for --before</source>
        <translation>다른 도구의 실행 전에: 지금의 행과 수량을 --before용으로 기록합니다</translation>
    </message>
    <message>
        <source>what --snapshot wrote before the run</source>
        <translation>실행 전에 --snapshot으로 기록한 파일</translation>
    </message>
    <message>
        <source>the scenario whose target.classify says what the answers in another tool&apos;s results mean</source>
        <translation>다른 도구의 결과에 있는 응답의 뜻을 target.classify에 적은 시나리오</translation>
    </message>
    <message>
        <source>coupons before the run of another tool</source>
        <translation>다른 도구의 실행 전 쿠폰 수량</translation>
    </message>
    <message>
        <source>which requests of another tool&apos;s results ask for the coupon, where there are several kinds</source>
        <translation>여러 종류일 때, 다른 도구의 결과에서 쿠폰을 요청한 요청</translation>
    </message>
    <message>
        <source>the form of the file; auto goes by what stands in it</source>
        <translation>파일 형식. auto는 내용으로 정합니다</translation>
    </message>
    <message>
        <source>--situation %1 is not known; there are %2.</source>
        <translation>--situation %1: 없는 상황입니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>--schedule %1: expected a letter a step, e.g. AABBBBBAAA.</source>
        <translation>--schedule %1: 단계마다 글자 하나여야 합니다. 예: AABBBBBAAA.</translation>
    </message>
    <message>
        <source>--matrix carries out every order: --schedule does not go with it.</source>
        <translation>--matrix는 모든 실행 순서를 실행합니다: --schedule과 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A script is of one order: --script does not go with --matrix.</source>
        <translation>스크립트는 실행 순서 하나의 것입니다: --script는 --matrix와 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>interleave runs on a private server only: --database takes managed: or managed:DIR.</source>
        <translation>interleave는 전용 서버에서만 실행됩니다: --database에는 managed: 또는 managed:DIR을 쓰십시오.</translation>
    </message>
    <message>
        <source>who meets: two-people (unless told otherwise), last-coupon, one-person (twice at once) or three-people</source>
        <translation>누가 만나는지: two-people(기본값), last-coupon, one-person(동시에 두 번), three-people</translation>
    </message>
    <message>
        <source>every combination of protections and every other strategy, at each isolation level, in each situation</source>
        <translation>보호의 모든 조합과 다른 모든 전략을, 격리 수준마다, 상황마다</translation>
    </message>
    <message>
        <source>this order alone, a letter a step, and what happens in it</source>
        <translation>이 실행 순서만, 단계마다 글자 하나로, 그리고 거기서 일어나는 일</translation>
    </message>
    <message>
        <source>writes that order, or the shortest wrong one, as what to enter in a client a person</source>
        <translation>그 실행 순서 또는 가장 짧은 잘못된 실행 순서를, 사람마다 클라이언트에 입력할 내용으로 씁니다</translation>
    </message>
    <message>
        <source>carries out every order in which two requests of the service, or transactions of your own (stampede.transactions/1), can meet, on a private server, and says in how many the data ends wrong</source>
        <translation>서비스의 두 요청, 또는 직접 쓴 트랜잭션(stampede.transactions/1)이 만날 수 있는 모든 실행 순서를 전용 서버에서 실행하고, 그중 몇 개에서 데이터가 잘못되는지 알려 줍니다</translation>
    </message>
    <message>
        <source>what a run needs, whether it is there, and what to do where it is not</source>
        <translation>실행에 필요한 것이 있는지, 없으면 무엇을 해야 하는지 알려 줍니다</translation>
    </message>
    <message>
        <source>--attach %1 is not known; there is k6-json:- (what k6 writes with --out json=-, on standard input).</source>
        <translation>--attach %1: 알 수 없습니다. k6-json:-이 있습니다(k6가 --out json=-으로 표준 입력에 쓰는 것).</translation>
    </message>
    <message>
        <source>import takes request and a copied request or a FILE, history FILE, transactions FILE, or recipe and one of %1.</source>
        <translation>import 명령에는 request와 복사한 요청 또는 FILE, history FILE, transactions FILE, 또는 recipe와 다음 중 하나가 필요합니다: %1.</translation>
    </message>
    <message>
        <source>%1 belongs to import history; leave it out.</source>
        <translation>%1 옵션은 import history에 속합니다. 빼십시오.</translation>
    </message>
    <message>
        <source>%1 belongs to import request; leave it out.</source>
        <translation>%1 옵션은 import request에 속합니다. 빼십시오.</translation>
    </message>
    <message>
        <source>--user, --request, --stock and --before of run need --attach.</source>
        <translation>run의 --user, --request, --stock, --before에는 --attach가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 says nothing with --attach: another tool makes the load.</source>
        <translation>%1: --attach와 함께 쓰면 뜻이 없습니다. 부하는 다른 도구가 만듭니다.</translation>
    </message>
    <message>
        <source>the coupon to look at, where there are several; of another tool&apos;s results where requests name it, as --user; with --snapshot it may be said several times</source>
        <translation>여러 쿠폰이 있을 때 살펴볼 쿠폰. 다른 도구의 결과에서는 요청의 어디에 쿠폰이 있는지(--user처럼). --snapshot과 함께 여러 번 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>where another tool&apos;s results name the person: tag:NAME, metadata:NAME, column:NAME, url:&apos;REGEX&apos; or body:/POINTER; of `import request` the person&apos;s value in the request, or COLUMN=VALUE</source>
        <translation>다른 도구의 결과에서 사람이 적힌 위치: tag:NAME, metadata:NAME, column:NAME, url:&apos;REGEX&apos;, body:/POINTER. `import request`에서는 요청에 있는 사람의 값 또는 COLUMN=VALUE</translation>
    </message>
    <message>
        <source>sends nothing: k6 makes the run, and its results come on standard input (k6 run -q --out json=- … | stampede-cli run … --attach k6-json:-)</source>
        <translation>아무것도 보내지 않습니다. 실행은 k6가 하고 결과는 표준 입력으로 옵니다(k6 run -q --out json=- … | stampede-cli run … --attach k6-json:-)</translation>
    </message>
    <message>
        <source>which request of several becomes the scenario</source>
        <translation>여러 요청 중 시나리오로 만들 요청</translation>
    </message>
    <message>
        <source>or -o FILE: where the history (stampede.history/1), the transactions (stampede.transactions/1) or the scenario go, standard output unless told otherwise</source>
        <translation>또는 -o FILE: 기록(stampede.history/1), 트랜잭션(stampede.transactions/1) 또는 시나리오를 쓸 곳. 지정하지 않으면 표준 출력</translation>
    </message>
    <message>
        <source>request: makes a scenario of a request that a browser copied as cURL, or of a HAR file, a Postman collection, an OpenAPI document, an .http file; history: makes one of the results of k6, JMeter or vegeta, for `audit --run`, which takes them as they are, too; transactions: steps for `interleave` of a general or slow query log; recipe: what to add to a script of k6, jmeter, vegeta or locust</source>
        <translation>request: 브라우저가 cURL로 복사한 요청, HAR 파일, Postman 컬렉션, OpenAPI 문서, .http 파일로 시나리오를 만듭니다. history: k6, JMeter, vegeta 결과로 `audit --run`용 기록을 만듭니다(결과 파일을 그대로 줄 수도 있습니다). transactions: 일반 쿼리 로그나 느린 쿼리 로그로 `interleave` 단계를 만듭니다. recipe: k6, jmeter, vegeta, locust 스크립트에 추가할 내용을 보여 줍니다</translation>
    </message>
    <message>
        <source>--before says what there was before a run: --run is missing</source>
        <translation>--before는 실행 전의 상태를 지정합니다: --run이 없습니다</translation>
    </message>
    <message>
        <source>--coupon several times takes --profile: Stampede&apos;s own tables hold one coupon</source>
        <translation>--coupon을 여러 번 쓰려면 --profile이 필요합니다. Stampede의 테이블에는 쿠폰이 하나뿐입니다</translation>
    </message>
    <message>
        <source>Kept as the run %1, imported from %2, %3, SHA-256 %4….</source>
        <translation>실행 %1에 보관: %2에서 가져옴, %3, SHA-256 %4….</translation>
    </message>
    <message>
        <source>Rows and stock as they are stand in %1; after the run: --before %1.</source>
        <translation>지금의 행과 수량을 기록했습니다: %1. 실행 후에는 --before %1.</translation>
    </message>
    <message>
        <source>The results name no person, so only counts can be held against each other: &quot;issued&quot; was told %1 times. `stampede-cli import recipe k6|jmeter|vegeta|locust` prints what to add to the script.</source>
        <translation>결과에 사람이 없어 개수만 견줄 수 있습니다: &quot;발급됨&quot; 응답 %1번. 스크립트에 더할 내용은 `stampede-cli import recipe k6|jmeter|vegeta|locust` 명령으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 파일을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>표준 입력</translation>
    </message>
    <message>
        <source>The verdict cannot be written: %1.</source>
        <translation>판정을 쓸 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>There is no history in %1 (schema stampede.history/1).</source>
        <translation>%1에 이력이 없습니다(스키마 stampede.history/1).</translation>
    </message>
    <message>
        <source>There is no preset %1. `stampede-cli presets` lists them.</source>
        <translation>그런 프리셋이 없습니다: %1. 목록은 `stampede-cli presets`로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no preset %1. Did you mean %2?</source>
        <translation>그런 프리셋이 없습니다: %1. 혹시 %2입니까?</translation>
    </message>
    <message>
        <source>Standard output cannot be written: %1.</source>
        <translation>표준 출력에 쓸 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>Private server</source>
        <translation>전용 서버</translation>
    </message>
    <message>
        <source>no MariaDB server is installed; runs need --database then</source>
        <translation>MariaDB 서버가 설치되어 있지 않습니다. 실행하려면 --database 옵션이 필요합니다</translation>
    </message>
    <message>
        <source>%1 is there and does not start</source>
        <translation>%1: 있지만 시작되지 않습니다</translation>
    </message>
    <message>
        <source>Driver %1</source>
        <translation>드라이버 %1</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>설치됨</translation>
    </message>
    <message>
        <source>not installed; %1</source>
        <translation>설치되지 않음, %1</translation>
    </message>
    <message>
        <source>Folder of runs</source>
        <translation>실행 폴더</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1: 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>set STAMPEDE_DATA_DIR to a folder of yours</source>
        <translation>STAMPEDE_DATA_DIR 값을 쓸 수 있는 폴더로 지정하십시오</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>%1, as the private server</source>
        <translation>%1, 전용 서버와 같음</translation>
    </message>
    <message>
        <source>root; the private server runs as %1</source>
        <translation>root, 전용 서버 계정은 %1</translation>
    </message>
    <message>
        <source>root; the private server runs as %1, who may not enter %2</source>
        <translation>root, 전용 서버 계정 %1에게 %2 폴더 접근 권한이 없습니다</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>열린 파일</translation>
    </message>
    <message>
        <source>not enough for %1 virtual users: %2</source>
        <translation>가상 사용자 %1명에게 부족합니다: %2</translation>
    </message>
    <message>
        <source>enough for %1 virtual users</source>
        <translation>가상 사용자 %1명에게 충분</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>메모리 %1</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>스레드 %1개</translation>
    </message>
    <message>
        <source>%1 of disk</source>
        <translation>디스크 %1</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Korean font</source>
        <translation>한글 글꼴</translation>
    </message>
    <message>
        <source>cannot tell, fc-list does not run</source>
        <translation>알 수 없음, fc-list 실행 안 됨</translation>
    </message>
    <message>
        <source>none; Korean in PDF and window would be boxes</source>
        <translation>없음, PDF와 창에서 한글이 네모로 보입니다</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>no database can be reached</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>runs cannot be kept</source>
        <translation>실행을 보관할 수 없습니다</translation>
    </message>
    <message>
        <source>No request names a person: `stampede-cli import recipe k6|jmeter|vegeta|locust` prints what to add to the script, and --user SPEC says where they stand.</source>
        <translation>사람이 적힌 요청이 없습니다. 스크립트에 더할 내용은 `stampede-cli import recipe k6|jmeter|vegeta|locust` 명령으로 보고, 위치는 --user SPEC으로 지정합니다.</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1: 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: is larger than 64 MiB; cut out one request of it</source>
        <translation>%1: 64 MiB보다 큽니다. 요청 하나만 잘라 내십시오</translation>
    </message>
    <message>
        <source>%1: %2, %3 requests.</source>
        <translation>%1: %2, 요청 %3건.</translation>
    </message>
    <message>
        <source>standard input cannot be read: %1</source>
        <translation>표준 입력을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 (%2):</source>
        <translation>%1(%2):</translation>
    </message>
    <message>
        <source>Check these rules, which were made of recorded answers:</source>
        <translation>기록된 응답으로 만든 다음 규칙을 확인하십시오:</translation>
    </message>
    <message>
        <source>Set these variables before the run; behind each is where its value stood:</source>
        <translation>실행하기 전에 다음 변수를 설정하십시오. 각 변수 뒤에는 값이 있던 위치가 표시됩니다:</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>다음: %1</translation>
    </message>
    <message>
        <source>--matrix, --situation and --set are about the service of a scenario; %1 holds transactions of your own.</source>
        <translation>--matrix, --situation, --set는 시나리오의 서비스에 대한 것입니다. %1에는 직접 쓴 트랜잭션이 들어 있습니다.</translation>
    </message>
    <message>
        <source>%1: target.kind: interleave decides who goes next in the service of this program; of another one describe the transactions (stampede.transactions/1)</source>
        <translation>%1: target.kind: interleave는 이 프로그램 안의 서비스에서 다음 차례를 정합니다. 다른 서비스라면 트랜잭션을 기술하십시오(stampede.transactions/1)</translation>
    </message>
    <message>
        <source>%1 orders, %2 wrong</source>
        <translation>실행 순서 %1개, 잘못된 것 %2개</translation>
    </message>
    <message>
        <source>Cell %1 of %2 · %3: %4</source>
        <translation>%2칸 중 %1번째 · %3: %4</translation>
    </message>
    <message>
        <source>This order did not happen: %1.</source>
        <translation>이 실행 순서는 일어나지 않았습니다: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The private server did not answer any more: %1</source>
        <translation>전용 서버가 더 이상 응답하지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>기록함: %1</translation>
    </message>
    <message>
        <source>Limits from the baseline %1: %2</source>
        <translation>기준 실행 %1에서 나온 기준값: %2</translation>
    </message>
    <message>
        <source>The baseline was another scenario; what differs: %1.</source>
        <translation>기준 실행은 다른 시나리오였습니다. 다른 점: %1.</translation>
    </message>
    <message>
        <source>%1: --attach judges what another tool was told by the rows: target.kind has to be http, and target.audit has to say where they are</source>
        <translation>%1: --attach는 다른 도구가 받은 응답을 행으로 판정합니다. target.kind는 http여야 하고, target.audit에 행의 위치가 있어야 합니다</translation>
    </message>
    <message>
        <source>%1: rounds: another tool makes one</source>
        <translation>%1: rounds: 다른 도구의 실행은 한 번입니다</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>표준 입력</translation>
    </message>
    <message>
        <source>when</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>protections</source>
        <translation>보호 장치</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>already</source>
        <translation>이미 발급</translation>
    </message>
    <message>
        <source>stock out</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The archive is empty: %1. Every run is kept there until somebody deletes it.</source>
        <translation>보관소가 비어 있습니다: %1. 모든 실행은 지울 때까지 그곳에 보관됩니다.</translation>
    </message>
    <message>
        <source>%1, %2 of %3: %4</source>
        <translation>%1, %3 중 %2: %4</translation>
    </message>
    <message>
        <source>%1 run</source>
        <translation>실행 %1개</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>실행 %1개</translation>
    </message>
    <message>
        <source>--set %1: serve has no load and judges nothing; it takes service.…, coupon.…, users.count and users.balance</source>
        <translation>--set %1: serve에는 부하도 판정도 없습니다. 쓸 수 있는 것은 service.…, coupon.…, users.count, users.balance입니다</translation>
    </message>
    <message>
        <source>--set %1: serve outlives the runs that set its stock anew, so it must ask the database each time; leave it out</source>
        <translation>--set %1: serve는 수량을 새로 정하는 실행보다 오래 살므로 매번 데이터베이스에 물어야 합니다. 빼 주십시오</translation>
    </message>
    <message>
        <source>Requests are carried out again. %1</source>
        <translation>요청을 다시 처리합니다. %1</translation>
    </message>
    <message>
        <source>The private MariaDB has ended, so nothing can be issued any more. Its log: %1</source>
        <translation>전용 MariaDB가 끝나 더는 발급할 수 없습니다. 로그: %1</translation>
    </message>
    <message>
        <source>The database is gone; requests are answered with 503 until it is back. %1</source>
        <translation>데이터베이스가 사라졌습니다. 돌아올 때까지 요청에 503으로 답합니다. %1</translation>
    </message>
    <message>
        <source>The database was gone and now belongs to somebody else. %1</source>
        <translation>데이터베이스가 사라졌던 사이 다른 프로그램의 것이 되었습니다. %1</translation>
    </message>
    <message>
        <source>Ending… requests that are here are still answered. Ctrl+C again ends at once.</source>
        <translation>끝내는 중… 이미 도착한 요청에는 응답합니다. Ctrl+C를 다시 누르면 바로 끝납니다.</translation>
    </message>
    <message>
        <source>Listening at %1. Ctrl+C ends.</source>
        <translation>%1에서 수신 대기 중입니다. Ctrl+C를 누르면 끝납니다.</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3</source>
        <translation>실행 %1/%2: %3</translation>
    </message>
    <message>
        <source>Cut off, and not audited yet:</source>
        <translation>중단되었고 아직 감사하지 않은 실행:</translation>
    </message>
    <message>
        <source>Its journal stays: %1</source>
        <translation>저널은 그대로 둡니다: %1</translation>
    </message>
    <message>
        <source>The journal %1 cannot be deleted.</source>
        <translation>저널을 삭제할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>history</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>nothing to compare it with: no result.json beside it, and no run of the archive wrote it. SHA-256 %1</source>
        <translation>견줄 것이 없습니다: 옆에 result.json이 없고 보관소의 어떤 실행도 기록하지 않았습니다. SHA-256 %1</translation>
    </message>
    <message>
        <source>as it was recorded (%2). SHA-256 %1</source>
        <translation>기록된 그대로입니다(%2). SHA-256 %1</translation>
    </message>
    <message>
        <source>CHANGED since it was recorded (%3). SHA-256 is %1, and was %2</source>
        <translation>기록된 뒤 바뀌었습니다(%3). SHA-256은 지금 %1, 기록 당시 %2</translation>
    </message>
    <message>
        <source>integrity broken</source>
        <translation>정합성 위반</translation>
    </message>
    <message>
        <source>could not be decided</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>held, answers only</source>
        <translation>이상 없음, 응답만 확인</translation>
    </message>
    <message>
        <source>answers, rows and stock fit together</source>
        <translation>응답, 행, 수량이 서로 맞음</translation>
    </message>
    <message>
        <source>held, as far as it could be checked</source>
        <translation>확인할 수 있는 범위에서 이상 없음</translation>
    </message>
    <message>
        <source>not audited</source>
        <translation>감사하지 않음</translation>
    </message>
    <message>
        <source>ended early; what ran: %1</source>
        <translation>일찍 끝남. 실행된 부분: %1</translation>
    </message>
    <message>
        <source>%1 request</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>By the rules of this coupon not applicable: %1.</source>
        <translation>이 쿠폰의 규칙상 해당 없음: %1.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>the archive</source>
        <translation>보관소</translation>
    </message>
    <message>
        <source>then</source>
        <translation>당시</translation>
    </message>
    <message>
        <source>later</source>
        <translation>나중</translation>
    </message>
    <message>
        <source>judged again on %1: %2. %3</source>
        <translation>%1에 다시 판정: %2. %3</translation>
    </message>
    <message>
        <source>%1 – broken then; it needs the tables and stands.</source>
        <translation>%1 – 당시 위반. 테이블이 있어야 다시 볼 수 있어 그대로 남습니다.</translation>
    </message>
    <message>
        <source>run %1 of the archive</source>
        <translation>보관된 실행 %1</translation>
    </message>
    <message>
        <source>--size %1: expected WIDTHxHEIGHT, e.g. 1280x800.</source>
        <translation>--size %1: WIDTHxHEIGHT 형식이어야 합니다(예: 1280x800).</translation>
    </message>
    <message>
        <source>--theme %1 is not known (system, light, dark or contrast).</source>
        <translation>--theme %1: 알 수 없는 테마입니다(system, light, dark, contrast).</translation>
    </message>
    <message>
        <source>Prints this.</source>
        <translation>이 도움말을 출력합니다.</translation>
    </message>
    <message>
        <source>A file or a preset.</source>
        <translation>파일 또는 프리셋.</translation>
    </message>
    <message>
        <source>Where the database is.</source>
        <translation>데이터베이스의 위치.</translation>
    </message>
    <message>
        <source>Runs the scenario at once.</source>
        <translation>시나리오를 바로 실행합니다.</translation>
    </message>
    <message>
        <source>Opens the guided demo; with --screenshots it goes through it alone, one picture a step.</source>
        <translation>안내 데모를 엽니다. --screenshots와 함께 쓰면 저절로 진행하며 단계마다 그림 하나를 남깁니다.</translation>
    </message>
    <message>
        <source>One picture a page, after the run with --run.</source>
        <translation>페이지마다 그림 하나. --run과 함께 쓰면 실행이 끝난 뒤.</translation>
    </message>
    <message>
        <source>One more of the live page during the run.</source>
        <translation>실행 중의 실시간 페이지 그림 하나 더.</translation>
    </message>
    <message>
        <source>Of the window.</source>
        <translation>창의 크기.</translation>
    </message>
    <message>
        <source>Ends after the run, with its code.</source>
        <translation>실행이 끝나면 그 종료 코드로 끝냅니다.</translation>
    </message>
    <message>
        <source>system, light, dark or contrast.</source>
        <translation>system, light, dark, contrast 중 하나.</translation>
    </message>
    <message>
        <source>en or ko; the system&apos;s unless told otherwise.</source>
        <translation>en 또는 ko. 지정하지 않으면 시스템의 언어.</translation>
    </message>
    <message>
        <source>Writes the service&apos;s own log.</source>
        <translation>서비스 자체의 로그를 씁니다.</translation>
    </message>
    <message>
        <source>Overwrites files that are no output of Stampede&apos;s.</source>
        <translation>Stampede의 출력이 아닌 파일도 덮어씁니다.</translation>
    </message>
    <message>
        <source>--demo and --run exclude each other.</source>
        <translation>--demo와 --run은 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--screenshots-during needs --screenshots DIR and --run.</source>
        <translation>--screenshots-during에는 --screenshots DIR과 --run이 필요합니다.</translation>
    </message>
    <message>
        <source>%1: a name is needed.</source>
        <translation>%1: 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>%1: no run of the archive wrote this history. `stampede-cli verify` judges the file alone.</source>
        <translation>%1: 보관소의 어떤 실행도 이 이력을 기록하지 않았습니다. `stampede-cli verify`는 파일만으로 판정합니다.</translation>
    </message>
    <message>
        <source>made again on %1 by version %2</source>
        <translation>%1에 버전 %2로 다시 작성</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 파일을 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Stopped at once. Nothing was audited.</source>
        <translation>바로 중지했습니다. 아무것도 감사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Stopping… what ran will be audited. Ctrl+C again stops at once.</source>
        <translation>중지하는 중… 실행된 부분은 감사합니다. Ctrl+C를 다시 누르면 바로 중지합니다.</translation>
    </message>
    <message>
        <source>Prepare   opening connections, %1 open</source>
        <translation>준비   연결을 여는 중, %1개 열림</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source> · %1 answers/s</source>
        <translation> · 초당 응답 %1건</translation>
    </message>
    <message>
        <source> · %1 s left</source>
        <translation> · %1초 남음</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>Warm-up   %1 s; not counted</source>
        <translation>워밍업   %1초, 집계하지 않음</translation>
    </message>
    <message>
        <source>Settle   waiting until nothing moves any more</source>
        <translation>안정화   아무것도 움직이지 않을 때까지 기다리는 중</translation>
    </message>
    <message>
        <source>Settle   %1</source>
        <translation>안정화   %1</translation>
    </message>
    <message>
        <source>Audit   %1 of %2 checks</source>
        <translation>감사   점검 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Round %1 of %2   %3</source>
        <translation>회차 %1/%2   %3</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>everything that defines a run</source>
        <translation>실행을 정하는 모든 것</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>one execution of a scenario</source>
        <translation>시나리오를 한 번 수행하는 것</translation>
    </message>
    <message>
        <source>round</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>one of several repeats within a run</source>
        <translation>한 실행 안에서 반복되는 것 중 하나</translation>
    </message>
    <message>
        <source>request, answer</source>
        <translation>요청, 응답</translation>
    </message>
    <message>
        <source>what a virtual user sends, and gets</source>
        <translation>가상 사용자가 보내는 것과 받는 것</translation>
    </message>
    <message>
        <source>person, user 41</source>
        <translation>사람, 사용자 41</translation>
    </message>
    <message>
        <source>who asks</source>
        <translation>요청하는 사람</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>the answer &quot;you have it&quot;</source>
        <translation>&quot;받았습니다&quot;라는 응답</translation>
    </message>
    <message>
        <source>already issued (409)</source>
        <translation>이미 발급됨 (409)</translation>
    </message>
    <message>
        <source>the answer &quot;you had it before&quot;</source>
        <translation>&quot;전에 받았습니다&quot;라는 응답</translation>
    </message>
    <message>
        <source>out of stock (400)</source>
        <translation>수량 부족 (400)</translation>
    </message>
    <message>
        <source>the answer &quot;none left&quot;</source>
        <translation>&quot;남은 것이 없습니다&quot;라는 응답</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>the moment when the last one went</source>
        <translation>마지막 한 장이 나간 순간</translation>
    </message>
    <message>
        <source>contention (503)</source>
        <translation>경합 중단 (503)</translation>
    </message>
    <message>
        <source>the database broke off, retries ran out, nothing was issued</source>
        <translation>데이터베이스가 중단했고, 재시도도 다했으며, 아무것도 발급되지 않음</translation>
    </message>
    <message>
        <source>server error (500)</source>
        <translation>서버 오류 (500)</translation>
    </message>
    <message>
        <source>anything else that the service admits</source>
        <translation>서비스가 인정하는 그 밖의 모든 것</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>timeout, connection lost, commit in doubt</source>
        <translation>타임아웃, 연결 끊김, 확실하지 않은 커밋</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>분류되지 않음</translation>
    </message>
    <message>
        <source>an answer that no rule matches</source>
        <translation>어떤 규칙과도 맞지 않는 응답</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>중복 발급</translation>
    </message>
    <message>
        <source>a second row for a person</source>
        <translation>한 사람의 두 번째 행</translation>
    </message>
    <message>
        <source>oversold</source>
        <translation>초과 발급</translation>
    </message>
    <message>
        <source>more rows than stock</source>
        <translation>수량보다 많은 행</translation>
    </message>
    <message>
        <source>lost coupon</source>
        <translation>유실된 발급</translation>
    </message>
    <message>
        <source>told &quot;issued&quot;, no row</source>
        <translation>&quot;발급됨&quot; 응답을 받았으나 행이 없음</translation>
    </message>
    <message>
        <source>unannounced coupon</source>
        <translation>통보되지 않은 발급</translation>
    </message>
    <message>
        <source>a row, but nobody was told</source>
        <translation>행이 있으나 아무도 통보받지 않음</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>수량 차이</translation>
    </message>
    <message>
        <source>stock at start − stock left − rows written</source>
        <translation>시작 수량 − 남은 수량 − 기록된 행</translation>
    </message>
    <message>
        <source>hot row</source>
        <translation>경합 행</translation>
    </message>
    <message>
        <source>the coupon&apos;s row, which everyone wants</source>
        <translation>모두가 원하는 쿠폰의 행</translation>
    </message>
    <message>
        <source>protection</source>
        <translation>보호 장치</translation>
    </message>
    <message>
        <source>row lock, duplicate check, unique key</source>
        <translation>행 잠금, 중복 확인, 유니크 키</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>what you demand of a figure</source>
        <translation>수치에 요구하는 것</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>지적 사항</translation>
    </message>
    <message>
        <source>a check that did not hold, with its rows</source>
        <translation>위반된 점검과 그 행</translation>
    </message>
</context>
<context>
    <name>stampede::AnswerModel</name>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>First, s</source>
        <translation>처음, 초</translation>
    </message>
    <message>
        <source>Last, s</source>
        <translation>마지막, 초</translation>
    </message>
</context>
<context>
    <name>stampede::AnswerRules</name>
    <message>
        <source>Earlier</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Usual rules</source>
        <translation>일반 규칙</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>규칙 추가</translation>
    </message>
    <message>
        <source>What the reference answers, and who answers like it.</source>
        <translation>참조 서비스와 그처럼 응답하는 서비스의 응답입니다.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>A status such as 409, or a class of them such as 4xx; empty for any.</source>
        <translation>409 같은 상태 또는 4xx 같은 묶음. 비워 두면 모두.</translation>
    </message>
    <message>
        <source>Where in the body</source>
        <translation>본문의 위치</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>그곳의 값</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>and</source>
        <translation>그리고</translation>
    </message>
    <message>
        <source>is</source>
        <translation>=</translation>
    </message>
    <message>
        <source>means</source>
        <translation>→</translation>
    </message>
    <message>
        <source>What no rule matches is &lt;b&gt;not recognised&lt;/b&gt;: it may or may not have taken effect. The first rule that fits decides.</source>
        <translation>어떤 규칙과도 맞지 않는 응답은 &lt;b&gt;분류되지 않음&lt;/b&gt;이며, 반영되었을 수도 있고 아닐 수도 있습니다. 처음으로 맞는 규칙이 결정합니다.</translation>
    </message>
    <message>
        <source>In the run that is shown: %1 time.</source>
        <translation>지금 보이는 실행에서 %1번.</translation>
    </message>
    <message>
        <source>In the run that is shown: %1 times.</source>
        <translation>지금 보이는 실행에서 %1번.</translation>
    </message>
</context>
<context>
    <name>stampede::AuditPage</name>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>증거</translation>
    </message>
    <message>
        <source>Checks %1</source>
        <translation>점검 %1</translation>
    </message>
    <message>
        <source>The audit runs by itself when the load has settled. You can also audit a database as it is.</source>
        <translation>감사는 부하가 안정화되면 저절로 실행됩니다. 지금 있는 그대로의 데이터베이스를 감사할 수도 있습니다.</translation>
    </message>
    <message>
        <source>%1 as it is, without a run: only what the rows alone tell was judged.</source>
        <translation>실행 없이 본 지금 그대로의 %1: 행만으로 알 수 있는 것만 판정했습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 checks. Findings appear as they come.</source>
        <translation>점검 %2개 중 %1개. 지적 사항은 나오는 대로 표시됩니다.</translation>
    </message>
    <message>
        <source>The audit begins.</source>
        <translation>감사를 시작합니다.</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Audit a database…</source>
        <translation>데이터베이스 감사…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Audits a database as it is, without a run; only reads</source>
        <translation>실행 없이 데이터베이스를 있는 그대로 감사합니다. 읽기만 합니다</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>실행으로 돌아가기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>No audit was made. %1</source>
        <translation>감사하지 못했습니다. %1</translation>
    </message>
    <message>
        <source>%1 as it is now, held against the answers of the run %2.</source>
        <translation>지금 있는 그대로의 %1: 실행 %2의 응답과 맞추어 보았습니다.</translation>
    </message>
</context>
<context>
    <name>stampede::Barcode</name>
    <message>
        <source>answers, in the order in which they came</source>
        <translation>온 순서대로 늘어놓은 응답</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>아직 응답이 없습니다.</translation>
    </message>
    <message>
        <source>Answers so far: %1.</source>
        <translation>지금까지의 응답: %1건.</translation>
    </message>
    <message>
        <source>Answer %1 · user %2 · %3 · after %4</source>
        <translation>응답 %1 · 사용자 %2 · %3 · %4 뒤</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>소진</translation>
    </message>
</context>
<context>
    <name>stampede::CheckDetails</name>
    <message>
        <source>Show me the race</source>
        <translation>경쟁 상태 보기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>SQL that found it</source>
        <translation>이것을 찾은 SQL</translation>
    </message>
    <message>
        <source>What this check proves, and what not</source>
        <translation>이 점검이 증명하는 것과 증명하지 않는 것</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>기대</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Show in Hot row</source>
        <translation>경합 행에서 보기</translation>
    </message>
    <message>
        <source>none: the answers decide it</source>
        <translation>없음: 응답으로 판정합니다</translation>
    </message>
    <message>
        <source>SQL that decides it</source>
        <translation>판정에 쓰이는 SQL</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>모두 %1개</translation>
    </message>
    <message>
        <source>%1 in all, the first %2</source>
        <translation>총 %1개 중 처음 %2개</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>모두 저장…</translation>
    </message>
    <message>
        <source>Save the first %1…</source>
        <translation>처음 %1개 저장…</translation>
    </message>
    <message>
        <source>The rows after the last coupon there was, by row id. Row ids are given when a row is written, not when it is committed.</source>
        <translation>마지막 쿠폰 뒤의 행을 행 ID 순으로 보여 줍니다. 행 ID는 커밋할 때가 아니라 행을 쓸 때 정해집니다.</translation>
    </message>
    <message>
        <source>Save rows</source>
        <translation>행 저장</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>쉼표로 구분한 값 (*.csv)</translation>
    </message>
    <message>
        <source>Every way these two can meet</source>
        <translation>이 둘이 만날 수 있는 모든 순서</translation>
    </message>
</context>
<context>
    <name>stampede::CheckList</name>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Missing ground</source>
        <translation>전제 미충족</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>해당 없음</translation>
    </message>
</context>
<context>
    <name>stampede::Commands</name>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>&amp;Stop and audit</source>
        <translation>중지하고 감사(&amp;S)</translation>
    </message>
    <message>
        <source>stop and audit; twice: stop now</source>
        <translation>중지하고 감사, 두 번: 바로 중지</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>open a scenario</source>
        <translation>시나리오 열기</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>save the scenario</source>
        <translation>시나리오 저장</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>save the scenario as another file</source>
        <translation>시나리오를 다른 파일로 저장</translation>
    </message>
    <message>
        <source>&amp;Export the report…</source>
        <translation>보고서 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>export the report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Row &amp;lock on or off</source>
        <translation>행 잠금 켜기/끄기(&amp;L)</translation>
    </message>
    <message>
        <source>row lock on or off</source>
        <translation>행 잠금 켜기/끄기</translation>
    </message>
    <message>
        <source>&amp;All protections on</source>
        <translation>모든 보호 장치 켜기(&amp;A)</translation>
    </message>
    <message>
        <source>all protections on</source>
        <translation>모든 보호 장치 켜기</translation>
    </message>
    <message>
        <source>Set as &amp;baseline</source>
        <translation>기준 실행으로 지정(&amp;B)</translation>
    </message>
    <message>
        <source>set the run as baseline</source>
        <translation>이 실행을 기준 실행으로 지정</translation>
    </message>
    <message>
        <source>&amp;Play or hold the replay</source>
        <translation>다시 보기 재생/멈춤(&amp;P)</translation>
    </message>
    <message>
        <source>play or hold the replay</source>
        <translation>다시 보기 재생/멈춤</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>replay one bucket back</source>
        <translation>다시 보기 한 구간 뒤로</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>한 단계 앞으로</translation>
    </message>
    <message>
        <source>replay one bucket on</source>
        <translation>다시 보기 한 구간 앞으로</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>다음 지적 사항(&amp;N)</translation>
    </message>
    <message>
        <source>next finding</source>
        <translation>다음 지적 사항</translation>
    </message>
    <message>
        <source>Pre&amp;vious finding</source>
        <translation>이전 지적 사항(&amp;V)</translation>
    </message>
    <message>
        <source>previous finding</source>
        <translation>이전 지적 사항</translation>
    </message>
    <message>
        <source>&amp;Stage mode</source>
        <translation>발표 모드(&amp;S)</translation>
    </message>
    <message>
        <source>stage mode, for a projector</source>
        <translation>프로젝터용 발표 모드</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>필터(&amp;F)</translation>
    </message>
    <message>
        <source>filter in the table of the page</source>
        <translation>이 페이지의 표에서 필터</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>그림 복사(&amp;C)</translation>
    </message>
    <message>
        <source>copy a picture of the chart or card with the focus</source>
        <translation>포커스가 있는 차트나 카드의 그림 복사</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>크게(&amp;L)</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>작게(&amp;S)</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>&amp;As usual</source>
        <translation>보통(&amp;A)</translation>
    </message>
    <message>
        <source>text as large as usual</source>
        <translation>글자 크기 보통</translation>
    </message>
    <message>
        <source>&amp;Keys and words</source>
        <translation>키와 용어(&amp;K)</translation>
    </message>
    <message>
        <source>keys and words: this window</source>
        <translation>키와 용어: 이 창</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>leave Stampede</source>
        <translation>Stampede 끝내기</translation>
    </message>
    <message>
        <source>&amp;Database…</source>
        <translation>데이터베이스(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Guided demo</source>
        <translation>안내 데모(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;About Stampede</source>
        <translation>Stampede 정보(&amp;A)</translation>
    </message>
    <message>
        <source>the page %1</source>
        <translation>%1 페이지</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>bring it again</source>
        <translation>취소한 변경을 다시 적용</translation>
    </message>
    <message>
        <source>take back a change of the scenario or of the runs</source>
        <translation>시나리오나 실행 목록의 변경을 되돌리기</translation>
    </message>
    <message>
        <source>A&amp;udit a database…</source>
        <translation>데이터베이스 감사(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Import a run…</source>
        <translation>다른 도구의 실행 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>새로 만들기(&amp;N)…</translation>
    </message>
    <message>
        <source>the start page, to begin with something else</source>
        <translation>다른 것으로 시작하는 시작 화면</translation>
    </message>
</context>
<context>
    <name>stampede::ConditionList</name>
    <message>
        <source>is</source>
        <translation>=</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>≠</translation>
    </message>
    <message>
        <source>is NULL</source>
        <translation>NULL임</translation>
    </message>
    <message>
        <source>is not NULL</source>
        <translation>NULL 아님</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>조건 추가</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Several values have commas between them. One that holds a comma stands in quotation marks: &quot;a, b&quot;.</source>
        <translation>값이 여럿이면 쉼표로 나눕니다. 쉼표가 든 값은 따옴표로 묶습니다: &quot;a, b&quot;.</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>이 조건 지우기</translation>
    </message>
    <message>
        <source>not in this table</source>
        <translation>이 테이블에 없음</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>like %1</source>
        <translation>예: %1</translation>
    </message>
</context>
<context>
    <name>stampede::ConnectDialog</name>
    <message>
        <source>Believed certificates</source>
        <translation>믿는 인증서</translation>
    </message>
    <message>
        <source>Connect to the database</source>
        <translation>데이터베이스 연결</translation>
    </message>
    <message>
        <source>where the server offers it</source>
        <translation>서버가 제공하면 사용</translation>
    </message>
    <message>
        <source>always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>always, and the server&apos;s certificate is checked</source>
        <translation>항상, 서버 인증서도 확인</translation>
    </message>
    <message>
        <source>never</source>
        <translation>사용 안 함</translation>
    </message>
    <message>
        <source>A name or an address, the path of a socket, or a whole address such as mysql://USER@HOST:PORT/DATABASE or jdbc:mysql://…</source>
        <translation>이름이나 주소, 소켓 경로, 또는 mysql://USER@HOST:PORT/DATABASE나 jdbc:mysql://… 같은 전체 주소</translation>
    </message>
    <message>
        <source>kept until Stampede is closed, in no file</source>
        <translation>Stampede를 닫을 때까지만 보관, 파일에는 없음</translation>
    </message>
    <message>
        <source>the name of the database</source>
        <translation>데이터베이스 이름</translation>
    </message>
    <message>
        <source>an account that may SELECT is enough</source>
        <translation>SELECT만 되는 계정이면 충분</translation>
    </message>
    <message>
        <source>a PEM file; empty for those of the system</source>
        <translation>PEM 파일; 비우면 시스템 인증서</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>MySQL or MariaDB. Stampede only looks there: it never writes and never locks.</source>
        <translation>MySQL 또는 MariaDB. Stampede는 보기만 합니다. 쓰지도 잠그지도 않습니다.</translation>
    </message>
    <message>
        <source>Where is the database? Its host is missing.</source>
        <translation>데이터베이스가 어디에 있습니까? 호스트가 없습니다.</translation>
    </message>
    <message>
        <source>Which database? Its name is missing.</source>
        <translation>어떤 데이터베이스입니까? 이름이 없습니다.</translation>
    </message>
    <message>
        <source>With which account? The user is missing.</source>
        <translation>어떤 계정입니까? 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>%1 is not this computer.</source>
        <translation>%1: 이 컴퓨터가 아닙니다.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>묻는 중…</translation>
    </message>
    <message>
        <source>Connected: %1, %2.</source>
        <translation>연결됨: %1, %2.</translation>
    </message>
    <message>
        <source>%1 table</source>
        <translation>테이블 %1개</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>테이블 %1개</translation>
    </message>
    <message>
        <source>I answer for %1: it may be read.</source>
        <translation>%1: 제 책임으로 읽어도 됩니다.</translation>
    </message>
</context>
<context>
    <name>stampede::CountedRows</name>
    <message>
        <source>any number a person</source>
        <translation>한 사람에게 몇 개든</translation>
    </message>
    <message>
        <source>one a person</source>
        <translation>한 사람에게 하나</translation>
    </message>
    <message>
        <source>%1 a person</source>
        <translation>한 사람에게 %1개</translation>
    </message>
    <message>
        <source>%1 within %2</source>
        <translation>%2 안에서 %1</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>pieces in %1</source>
        <translation>수량은 %1</translation>
    </message>
    <message>
        <source>stock: %1</source>
        <translation>남은 수량: %1</translation>
    </message>
    <message>
        <source>no limit: %1</source>
        <translation>무제한: %1</translation>
    </message>
    <message>
        <source>pieces come back</source>
        <translation>되돌아옴</translation>
    </message>
    <message>
        <source>%1 looks like a status. Does a row count whatever it says there?</source>
        <translation>상태 열로 보입니다: %1. 값과 관계없이 모든 행을 셉니까?</translation>
    </message>
    <message>
        <source>%1 looks like a mark of rows that are gone. Do those rows count?</source>
        <translation>없어진 행의 표시로 보입니다: %1. 표시된 행도 셉니까?</translation>
    </message>
    <message>
        <source>%1 looks like a number of pieces. Does a row stand for so many?</source>
        <translation>수량으로 보입니다: %1. 행 하나가 그만큼을 뜻합니까?</translation>
    </message>
    <message>
        <source>Which rows count</source>
        <translation>세는 행</translation>
    </message>
    <message>
        <source>Pieces come back during the run</source>
        <translation>실행 중에 수량이 되돌아옴</translation>
    </message>
    <message>
        <source>Rows of holders that count</source>
        <translation>세는 보유자 행</translation>
    </message>
    <message>
        <source>A row stands for</source>
        <translation>행 하나의 수량</translation>
    </message>
    <message>
        <source>A person may have</source>
        <translation>한 사람의 한도</translation>
    </message>
    <message>
        <source>One a day: the rows that are equal in the column of the day.</source>
        <translation>하루에 하나라면 날짜 열이 같은 행입니다.</translation>
    </message>
    <message>
        <source>Counted among</source>
        <translation>세는 범위</translation>
    </message>
    <message>
        <source>Rows of the stock that count</source>
        <translation>세는 수량 행</translation>
    </message>
    <message>
        <source>like 0, -1, NULL</source>
        <translation>예: 0, -1, NULL</translation>
    </message>
    <message>
        <source>Figures of the stock that do not count pieces but say that there is no limit.</source>
        <translation>수량이 아니라 한도가 없음을 뜻하는 값.</translation>
    </message>
    <message>
        <source>No limit is written</source>
        <translation>무제한의 표기</translation>
    </message>
    <message>
        <source>Cancelled or unpaid coupons can be had again while the run goes on. The stock is then judged at the end.</source>
        <translation>취소되거나 결제되지 않은 쿠폰을 실행 중에 다시 받을 수 있습니다. 그러면 수량은 끝에서 판정합니다.</translation>
    </message>
    <message>
        <source>How many rows a person may have</source>
        <translation>한 사람이 가질 수 있는 행의 수</translation>
    </message>
    <message>
        <source>one row</source>
        <translation>행 하나</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>any number of rows</source>
        <translation>몇 행이든</translation>
    </message>
    <message>
        <source>Rows a person may have</source>
        <translation>한 사람의 최대 행 수</translation>
    </message>
    <message>
        <source>one piece</source>
        <translation>하나</translation>
    </message>
    <message>
        <source>the pieces in %1</source>
        <translation>%1 열의 수</translation>
    </message>
    <message>
        <source>not in this table</source>
        <translation>이 테이블에 없음</translation>
    </message>
    <message>
        <source>all their rows</source>
        <translation>그 사람의 모든 행</translation>
    </message>
    <message>
        <source>rows equal in %1</source>
        <translation>%1 값이 같은 행</translation>
    </message>
    <message>
        <source>Yes, count pieces</source>
        <translation>예, 수량으로 셈</translation>
    </message>
    <message>
        <source>Say which count</source>
        <translation>셀 행 정하기</translation>
    </message>
</context>
<context>
    <name>stampede::DatabaseAuditDialog</name>
    <message>
        <source>Audit a database</source>
        <translation>데이터베이스 감사</translation>
    </message>
    <message>
        <source>the only one, or the profile&apos;s</source>
        <translation>하나뿐인 쿠폰 또는 프로파일의 쿠폰</translation>
    </message>
    <message>
        <source>no run: only what the rows alone tell</source>
        <translation>실행 없음: 행만으로 알 수 있는 것</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Answers of</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Only reads: nothing in the database is changed, and the next run still uses the database of the window.</source>
        <translation>읽기만 합니다. 데이터베이스의 어떤 것도 바뀌지 않으며, 다음 실행에는 이 창의 데이터베이스를 그대로 씁니다.</translation>
    </message>
    <message>
        <source>A database is &quot;managed:&quot;, mysql://USER@HOST:PORT/DATABASE or mysql://USER@/DATABASE?socket=PATH; its password comes from STAMPEDE_DB_PASSWORD or ?password-file=PATH.</source>
        <translation>데이터베이스 주소: &quot;managed:&quot;, mysql://USER@HOST:PORT/DATABASE 또는 mysql://USER@/DATABASE?socket=PATH. 비밀번호: STAMPEDE_DB_PASSWORD 또는 ?password-file=PATH.</translation>
    </message>
</context>
<context>
    <name>stampede::DatabaseCard</name>
    <message>
        <source>waits for locks</source>
        <translation>잠금 대기</translation>
    </message>
    <message>
        <source>average wait</source>
        <translation>평균 대기</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>응답받지 않음</translation>
    </message>
    <message>
        <source>deadlocks</source>
        <translation>교착 상태</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>commits</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>roll-backs</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>After the run: what the server counted while it went on.</source>
        <translation>실행 후: 실행되는 동안 서버가 센 값.</translation>
    </message>
    <message>
        <source>time of those who wrote: lock %1 %, work %2 %, commit %3 %</source>
        <translation>기록한 요청의 시간: 잠금 %1%, 작업 %2%, 커밋 %3%</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>work</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>커밋</translation>
    </message>
</context>
<context>
    <name>stampede::DatabaseDialog</name>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Where is the database? &quot;managed:&quot; is a private MariaDB that Stampede starts and stops itself. Any other is mysql://USER@HOST:PORT/DATABASE or mysql://USER@/DATABASE?socket=PATH; its password comes from STAMPEDE_DB_PASSWORD or ?password-file=PATH.</source>
        <translation>데이터베이스는 어디에 있습니까? &quot;managed:&quot;는 Stampede가 직접 시작하고 끝내는 전용 MariaDB입니다. 그 밖의 것은 mysql://USER@HOST:PORT/DATABASE 또는 mysql://USER@/DATABASE?socket=PATH로 쓰며, 암호는 STAMPEDE_DB_PASSWORD 또는 ?password-file=PATH에서 가져옵니다.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>The private MariaDB is started by the first run.</source>
        <translation>전용 MariaDB는 첫 실행 때 시작됩니다.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>확인하는 중…</translation>
    </message>
</context>
<context>
    <name>stampede::DatabaseFields</name>
    <message>
        <source>Stampede&apos;s own</source>
        <translation>Stampede의 테이블</translation>
    </message>
    <message>
        <source>of another service, described by a profile</source>
        <translation>프로파일이 설명하는 다른 서비스의 테이블</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>A database is &quot;managed:&quot;, mysql://USER@HOST:PORT/DATABASE or mysql://USER@/DATABASE?socket=PATH; its password comes from STAMPEDE_DB_PASSWORD or ?password-file=PATH.</source>
        <translation>데이터베이스 주소: &quot;managed:&quot;, mysql://USER@HOST:PORT/DATABASE 또는 mysql://USER@/DATABASE?socket=PATH. 비밀번호: STAMPEDE_DB_PASSWORD 또는 ?password-file=PATH.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로파일</translation>
    </message>
    <message>
        <source>a file that ends with .profile.json</source>
        <translation>이름이 .profile.json으로 끝나는 파일</translation>
    </message>
    <message>
        <source>Open a profile</source>
        <translation>프로파일 열기</translation>
    </message>
    <message>
        <source>Profiles (*.profile.json);;All files (*)</source>
        <translation>프로파일 (*.profile.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 is not this computer.</source>
        <translation>이 컴퓨터가 아닙니다: %1.</translation>
    </message>
    <message>
        <source>Choose the profile that describes the tables.</source>
        <translation>테이블을 설명하는 프로파일을 고르십시오.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>파일이 없습니다: %1.</translation>
    </message>
    <message>
        <source>I answer for %1: it may be read.</source>
        <translation>제가 책임집니다. 읽어도 됩니다: %1.</translation>
    </message>
    <message>
        <source>as the scenario of the run describes them</source>
        <translation>실행의 시나리오가 설명하는 대로</translation>
    </message>
</context>
<context>
    <name>stampede::Demo</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>With a pause of %1 ms between reading and writing.</source>
        <translation>읽기와 쓰기 사이의 멈춤: %1 ms.</translation>
    </message>
    <message>
        <source>The run could not be made: %1</source>
        <translation>실행할 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>Encore</source>
        <translation>덧붙임</translation>
    </message>
</context>
<context>
    <name>stampede::DemoPanel</name>
    <message>
        <source>Show me the race</source>
        <translation>경쟁 상태 보기</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Pause 20 ms between reading and writing</source>
        <translation>읽기와 쓰기 사이에 20 ms 멈추기</translation>
    </message>
    <message>
        <source>Run on the private server</source>
        <translation>전용 서버에서 실행</translation>
    </message>
    <message>
        <source>Same answers, different truth</source>
        <translation>같은 응답, 다른 진실</translation>
    </message>
    <message>
        <source>Back to your scenario</source>
        <translation>내 시나리오로 돌아가기</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>이 단계 실행</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>건너뛰기 (Esc)</translation>
    </message>
    <message>
        <source>Next ▸</source>
        <translation>다음 ▸</translation>
    </message>
    <message>
        <source>Guided demo</source>
        <translation>안내 데모</translation>
    </message>
    <message>
        <source>Close the demo: back to your scenario</source>
        <translation>데모 닫기: 내 시나리오로 돌아가기</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>%1단계: %2</translation>
    </message>
    <message>
        <source>Play it again in slow motion</source>
        <translation>느린 동작으로 다시 보기</translation>
    </message>
    <message>
        <source>must</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>came</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>as it must be</source>
        <translation>예측과 같음</translation>
    </message>
    <message>
        <source>not as it must be</source>
        <translation>예측과 다름</translation>
    </message>
    <message>
        <source>slower 1/%1</source>
        <translation>1/%1 속도</translation>
    </message>
    <message>
        <source>Every way these two can meet</source>
        <translation>이 둘이 만날 수 있는 모든 순서</translation>
    </message>
</context>
<context>
    <name>stampede::EvidenceTab</name>
    <message>
        <source>answers</source>
        <translation>응답 수</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>The scenario sets none.</source>
        <translation>시나리오에 기준값이 없습니다.</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>측정할 수 없음</translation>
    </message>
    <message>
        <source>What this run could have found</source>
        <translation>이 실행에서 드러날 수 있었던 것</translation>
    </message>
    <message>
        <source>The generator</source>
        <translation>부하 생성기</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Requests told &quot;issued&quot; under way together, at most</source>
        <translation>&quot;발급됨&quot; 응답을 받은 요청 중 동시에 진행된 최대 수</translation>
    </message>
    <message>
        <source>of them while the first was still under way</source>
        <translation>그중 첫 요청이 진행 중일 때</translation>
    </message>
    <message>
        <source>Refused as holders</source>
        <translation>보유자로 거절됨</translation>
    </message>
    <message>
        <source>Refused as sold out</source>
        <translation>소진으로 거절됨</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>서버 오류</translation>
    </message>
    <message>
        <source>took effect</source>
        <translation>반영됨</translation>
    </message>
    <message>
        <source>did not</source>
        <translation>반영 안 됨</translation>
    </message>
    <message>
        <source>Overtaken (no violation)</source>
        <translation>추월당함(위반 아님)</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>보내지 않음</translation>
    </message>
    <message>
        <source>No answers</source>
        <translation>응답이 없는 요청</translation>
    </message>
    <message>
        <source>Log and server counters</source>
        <translation>로그와 서버 카운터</translation>
    </message>
    <message>
        <source>history %1
scenario %2</source>
        <translation>이력 %1
시나리오 %2</translation>
    </message>
    <message>
        <source>✓ kept</source>
        <translation>✓ 충족</translation>
    </message>
    <message>
        <source>✗ missed</source>
        <translation>✗ 미충족</translation>
    </message>
    <message>
        <source>service time</source>
        <translation>서비스 시간</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>지연 시간, ms</translation>
    </message>
    <message>
        <source>Requests for one coupon told &quot;issued&quot; under way together, at most</source>
        <translation>쿠폰 하나에 대해 &quot;발급됨&quot; 응답을 받은 동시 진행 요청, 최대</translation>
    </message>
</context>
<context>
    <name>stampede::ExportDialog</name>
    <message>
        <source>PDF, to print and to hand on</source>
        <translation>PDF: 인쇄하거나 전달</translation>
    </message>
    <message>
        <source>HTML, one file for any browser</source>
        <translation>HTML: 어느 브라우저에서나 열리는 파일 하나</translation>
    </message>
    <message>
        <source>Markdown, for tickets and wikis</source>
        <translation>Markdown: 티켓과 위키용</translation>
    </message>
    <message>
        <source>JSON, the result for programs</source>
        <translation>JSON: 프로그램용 결과</translation>
    </message>
    <message>
        <source>JUnit, checks as test cases</source>
        <translation>JUnit: 점검을 테스트 케이스로</translation>
    </message>
    <message>
        <source>CSV, every request (JMeter&apos;s columns)</source>
        <translation>CSV: 모든 요청(JMeter의 열)</translation>
    </message>
    <message>
        <source>History, to judge it again</source>
        <translation>이력: 다시 판정용</translation>
    </message>
    <message>
        <source>Latency spectrum (HdrHistogram)</source>
        <translation>지연 시간 스펙트럼(HdrHistogram)</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Where to the report goes</source>
        <translation>보고서를 둘 곳</translation>
    </message>
    <message>
        <source>Choose at least one form.</source>
        <translation>형식을 하나 이상 고르십시오.</translation>
    </message>
    <message>
        <source>A folder by its whole path is needed.</source>
        <translation>폴더의 전체 경로가 필요합니다.</translation>
    </message>
    <message>
        <source>No reports of Stampede&apos;s, and there already:
%1
Replace them?</source>
        <translation>Stampede의 보고서가 아니며 이미 있음:
%1
바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>Reports of the same name are replaced.</source>
        <translation>이름이 같은 보고서는 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>stampede::ExportLine</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 쓰는 중…</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>내보냄: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>stampede::FaultPanel</name>
    <message>
        <source>Copy command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>로그 열기</translation>
    </message>
    <message>
        <source>Start with an empty folder</source>
        <translation>빈 폴더로 시작</translation>
    </message>
    <message>
        <source>Use another database…</source>
        <translation>다른 데이터베이스 사용…</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>%1에 보내기</translation>
    </message>
    <message>
        <source>No program opens %1. Its path was copied.</source>
        <translation>%1 파일을 열 프로그램이 없습니다. 경로를 복사했습니다.</translation>
    </message>
    <message>
        <source>Describe tables…</source>
        <translation>테이블 기술…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>다른 것 고르기…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Do not ask again for %1</source>
        <translation>%1에 대해서는 다시 묻지 않음</translation>
    </message>
    <message>
        <source>%1 is not this computer. %2 by %3 will be sent to it. Do you answer for this service?</source>
        <translation>%1: 이 컴퓨터가 아닙니다. %3, %2 전송 예정입니다. 이 서비스를 책임지십니까?</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
</context>
<context>
    <name>stampede::FaultsEditor</name>
    <message>
        <source>Add a fault</source>
        <translation>장애 추가</translation>
    </message>
    <message>
        <source>Something that breaks on purpose while the load runs; the audit then settles what was in doubt.</source>
        <translation>부하가 도는 동안 일부러 일으키는 장애입니다. 불확실한 것은 나중에 감사가 밝힙니다.</translation>
    </message>
    <message>
        <source>Fault %1, %2: %3</source>
        <translation>장애 %1, %2: %3</translation>
    </message>
    <message>
        <source>at</source>
        <translation>시점</translation>
    </message>
    <message>
        <source>When, after the start of the load</source>
        <translation>부하 시작 후 언제</translation>
    </message>
    <message>
        <source>by</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>How much later each answer comes</source>
        <translation>응답마다 늦어지는 시간</translation>
    </message>
    <message>
        <source>for</source>
        <translation>동안</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>얼마나 오래</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Which share of the connections, 0.01 to 1</source>
        <translation>연결 중 비율, 0.01~1</translation>
    </message>
    <message>
        <source>Remove this fault</source>
        <translation>이 장애 삭제</translation>
    </message>
    <message>
        <source>What breaks</source>
        <translation>장애 종류</translation>
    </message>
</context>
<context>
    <name>stampede::FilterRow</name>
    <message>
        <source>Filter…</source>
        <translation>필터…</translation>
    </message>
    <message>
        <source>Filter by scenario, name, note or run</source>
        <translation>시나리오, 이름, 메모, 실행으로 필터</translation>
    </message>
    <message>
        <source>Verdicts that are shown</source>
        <translation>표시할 판정</translation>
    </message>
    <message>
        <source>all verdicts</source>
        <translation>모든 판정</translation>
    </message>
    <message>
        <source>held</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>limit missed</source>
        <translation>기준값 미충족</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>판정하지 못함</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>표시할 기간</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>모든 기간</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>%1 run</source>
        <translation>실행 %1개</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>실행 %1개</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>실행 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %3 중 %2</translation>
    </message>
    <message>
        <source>%1 of %2 run</source>
        <translation>실행 %2건 중 %1건</translation>
    </message>
</context>
<context>
    <name>stampede::HeaderRows</name>
    <message>
        <source>Add a header</source>
        <translation>헤더 추가</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>헤더의 값</translation>
    </message>
    <message>
        <source>Remove this header</source>
        <translation>이 헤더 지우기</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>저장되지 않음</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>환경 변수에서</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>채워짐</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>Was a secret: type it again</source>
        <translation>비밀 값: 다시 입력</translation>
    </message>
</context>
<context>
    <name>stampede::HotRowPage</name>
    <message>
        <source>Who held the coupon&apos;s row, who waited, who wrote over whom: run something to see it.</source>
        <translation>누가 쿠폰의 행을 잡았고, 누가 기다렸고, 누가 누구를 덮어썼는지 보려면 무언가를 실행하십시오.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>who waited</source>
        <translation>기다린 요청</translation>
    </message>
    <message>
        <source>who had the row</source>
        <translation>행을 잡은 요청</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거절된 요청</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>지적 사항</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>All of it in view</source>
        <translation>전체가 보이게</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>가까이</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>멀리</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>The inside of this service cannot be seen from here. What is known: when each person asked and was answered.</source>
        <translation>이 서비스의 내부는 여기서 볼 수 없습니다. 알 수 있는 것은 각 사람이 언제 요청하고 언제 응답을 받았는지입니다.</translation>
    </message>
    <message>
        <source>Details were kept for the first %1 and the last %2 of %3 requests.</source>
        <translation>요청 %3건 중 처음 %1건과 마지막 %2건의 세부 사항만 보관되었습니다.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 파일을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>the two chosen</source>
        <translation>선택한 두 요청</translation>
    </message>
</context>
<context>
    <name>stampede::HttpSection</name>
    <message>
        <source>1 Request</source>
        <translation>1 요청</translation>
    </message>
    <message>
        <source>2 Answers</source>
        <translation>2 응답</translation>
    </message>
    <message>
        <source>3 Database</source>
        <translation>3 데이터베이스</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>메서드</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>{couponId} and {userId} are filled in, as are columns of the people&apos;s file by their names.</source>
        <translation>{couponId}와 {userId}가 채워지며, 사람 파일의 열도 그 이름으로 채워집니다.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Any certificate</source>
        <translation>모든 인증서 허용</translation>
    </message>
    <message>
        <source>Certificates are not checked. Every report says so.</source>
        <translation>인증서를 확인하지 않습니다. 모든 보고서에 표시됩니다.</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Warm-up URL</source>
        <translation>워밍업 URL</translation>
    </message>
    <message>
        <source>Secrets: write ${env:NAME}. Secret values are never saved, shown or reported.</source>
        <translation>비밀 값: ${env:NAME}으로 쓰십시오. 비밀 값은 저장, 표시, 보고되지 않습니다.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
</context>
<context>
    <name>stampede::ImportRunDialog</name>
    <message>
        <source>Import a run</source>
        <translation>다른 도구의 실행 가져오기</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>A run that k6, JMeter or vegeta made is judged by its results and the rows that it left. Nothing is sent, and the database is only read.</source>
        <translation>k6, JMeter, vegeta가 한 실행을 그 결과와 남은 행으로 판정합니다. 아무것도 보내지 않으며 데이터베이스는 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과 파일</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>누가 요청</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Answers mean</source>
        <translation>응답의 뜻</translation>
    </message>
    <message>
        <source>Rows of before</source>
        <translation>실행 전의 행</translation>
    </message>
    <message>
        <source>Stock before</source>
        <translation>실행 전 재고</translation>
    </message>
    <message>
        <source>k6 JSON or CSV, a JTL, or vegeta&apos;s encoded results</source>
        <translation>k6 JSON 또는 CSV, JTL, vegeta encode 결과</translation>
    </message>
    <message>
        <source>tag:NAME, metadata:NAME, column:NAME, url:&apos;REGEX&apos; or body:/POINTER</source>
        <translation>tag:NAME, metadata:NAME, column:NAME, url:&apos;REGEX&apos; 또는 body:/POINTER</translation>
    </message>
    <message>
        <source>all; needed where there are several kinds</source>
        <translation>모두. 종류가 여럿이면 골라야 합니다</translation>
    </message>
    <message>
        <source>as Stampede&apos;s own service answers, or a scenario with classify</source>
        <translation>Stampede 서비스의 응답대로, 또는 classify가 있는 시나리오</translation>
    </message>
    <message>
        <source>what audit --snapshot wrote before the run, if there is one</source>
        <translation>실행 전에 audit --snapshot이 쓴 파일(있으면)</translation>
    </message>
    <message>
        <source>where nothing else says it</source>
        <translation>다른 곳에 없을 때</translation>
    </message>
    <message>
        <source>Scenarios (*.json);;All files (*)</source>
        <translation>시나리오 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Choose the results of a run</source>
        <translation>실행 결과 고르기</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Choose a scenario with the rules</source>
        <translation>규칙이 있는 시나리오 고르기</translation>
    </message>
    <message>
        <source>Choose the snapshot</source>
        <translation>스냅숏 고르기</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · the first %2</source>
        <translation>%1 · 처음 %2</translation>
    </message>
    <message>
        <source>%1 × %2: %3</source>
        <translation>%1 × %2: %3</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Choose the results of the run.</source>
        <translation>실행 결과를 고르십시오.</translation>
    </message>
    <message>
        <source>No place where requests name a person was found; choose one under &quot;Who asks&quot;. `stampede-cli import recipe k6|jmeter|vegeta` prints what to add to a script.</source>
        <translation>요청에서 사람을 밝힌 곳을 찾지 못했습니다. &quot;누가 요청&quot;에서 고르십시오. 스크립트에 더할 내용은 `stampede-cli import recipe k6|jmeter|vegeta`가 보여 줍니다.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>파일이 없습니다: %1.</translation>
    </message>
</context>
<context>
    <name>stampede::InterleavePage</name>
    <message>
        <source>Row lock</source>
        <translation>행 잠금</translation>
    </message>
    <message>
        <source>Duplicate check</source>
        <translation>중복 확인</translation>
    </message>
    <message>
        <source>Unique key</source>
        <translation>유니크 키</translation>
    </message>
    <message>
        <source>Every order</source>
        <translation>모든 순서</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>표 전체</translation>
    </message>
    <message>
        <source>My transactions…</source>
        <translation>내 트랜잭션…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Back to the matrix</source>
        <translation>표로 돌아가기</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>한 단계 앞으로</translation>
    </message>
    <message>
        <source>Play slowly</source>
        <translation>천천히 재생</translation>
    </message>
    <message>
        <source>Play slowly (Space)</source>
        <translation>천천히 재생(스페이스)</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy script</source>
        <translation>스크립트 복사</translation>
    </message>
    <message>
        <source>Two requests can meet in many orders. Here every one of them is carried out for real, one statement at a time, on a private server: in how many does the data end wrong?</source>
        <translation>두 요청이 만나는 순서는 여러 가지입니다. 여기서는 전용 서버에서 그 모든 순서를 한 문장씩 실제로 실행합니다. 그중 몇 가지에서 데이터가 잘못될까요?</translation>
    </message>
    <message>
        <source>Carry out every order</source>
        <translation>모든 순서 실행</translation>
    </message>
    <message>
        <source>the server&apos;s own level</source>
        <translation>서버 기본 수준</translation>
    </message>
    <message>
        <source>Who meets</source>
        <translation>누가 만나는지</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Isolation level</source>
        <translation>격리 수준</translation>
    </message>
    <message>
        <source>Carries out every order in which these requests can meet</source>
        <translation>이 요청들이 만날 수 있는 모든 순서를 실행합니다</translation>
    </message>
    <message>
        <source>Every protection, strategy, isolation level and situation: some minutes</source>
        <translation>모든 보호 장치, 전략, 격리 수준, 상황: 몇 분 걸립니다</translation>
    </message>
    <message>
        <source>Statements of your own service, from a file (*.transactions.json)</source>
        <translation>내 서비스의 문장을 파일에서 읽습니다(*.transactions.json)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>실행 순서</translation>
    </message>
    <message>
        <source>like it</source>
        <translation>같은 것</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>told</source>
        <translation>받은 응답</translation>
    </message>
    <message>
        <source>what is wrong</source>
        <translation>잘못된 점</translation>
    </message>
    <message>
        <source>The ways it can happen</source>
        <translation>일어날 수 있는 방식</translation>
    </message>
    <message>
        <source>The matrix</source>
        <translation>표 전체</translation>
    </message>
    <message>
        <source>Carries this order out once more, on the server</source>
        <translation>이 순서를 서버에서 한 번 더 실행합니다</translation>
    </message>
    <message>
        <source>As a script of client sessions, to be carried out by hand</source>
        <translation>직접 따라 할 수 있는 클라이언트 세션 스크립트로</translation>
    </message>
    <message>
        <source>Starting a private server</source>
        <translation>전용 서버를 시작하는 중</translation>
    </message>
    <message>
        <source>%1 carried out, %2 wrong</source>
        <translation>%1가지 실행, %2가지 잘못됨</translation>
    </message>
    <message>
        <source>Cell %1 of %2</source>
        <translation>%2칸 중 %1번째</translation>
    </message>
    <message>
        <source>Stopped before the first order was carried out.</source>
        <translation>첫 순서를 실행하기 전에 멈췄습니다.</translation>
    </message>
    <message>
        <source>A statement was refused: %1</source>
        <translation>문장이 거부되었습니다: %1</translation>
    </message>
    <message>
        <source>The private server does not answer any more: %1</source>
        <translation>전용 서버가 더는 응답하지 않습니다: %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>this time it did not happen: %1</source>
        <translation>이번에는 일어나지 않았습니다: %1</translation>
    </message>
    <message>
        <source>run again: the same</source>
        <translation>다시 실행: 결과가 같음</translation>
    </message>
    <message>
        <source>run again: it went another way</source>
        <translation>다시 실행: 다르게 진행됨</translation>
    </message>
    <message>
        <source>all orders there are</source>
        <translation>있을 수 있는 모든 순서</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Protections or strategy</source>
        <translation>보호 장치 또는 전략</translation>
    </message>
    <message>
        <source>%1 of %2 cells can go wrong.</source>
        <translation>%2칸 중 %1칸이 잘못될 수 있습니다.</translation>
    </message>
    <message>
        <source>It was stopped before the others.</source>
        <translation>나머지는 실행하기 전에 멈췄습니다.</translation>
    </message>
    <message>
        <source>n of m: so many of the orders that can happen, or that were drawn, end wrong. Open a cell for its orders.</source>
        <translation>n / m: 일어날 수 있거나 뽑은 순서 가운데 잘못 끝난 수입니다. 칸을 열면 그 순서들이 보입니다.</translation>
    </message>
    <message>
        <source>No order was carried out</source>
        <translation>실행한 순서가 없습니다</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>순서 %1</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Transactions of your own</source>
        <translation>내 트랜잭션</translation>
    </message>
    <message>
        <source>Transactions (*.transactions.json);;All files (*)</source>
        <translation>트랜잭션 (*.transactions.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be used:</source>
        <translation>%1 파일은 쓸 수 없습니다:</translation>
    </message>
</context>
<context>
    <name>stampede::KeepAwake</name>
    <message>
        <source>A run is shown to an audience</source>
        <translation>실행을 청중에게 보여 주는 중</translation>
    </message>
</context>
<context>
    <name>stampede::KeysWindow</name>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>하는 일</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>용어</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>Keys and words</source>
        <translation>키와 용어</translation>
    </message>
    <message>
        <source>Search keys and words…</source>
        <translation>키와 용어 검색…</translation>
    </message>
    <message>
        <source>Search keys and words</source>
        <translation>키와 용어 검색</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>용어</translation>
    </message>
</context>
<context>
    <name>stampede::Ledger</name>
    <message>
        <source>Not one coupon too many, not one lost.</source>
        <translation>초과 발급도, 유실된 발급도 없습니다.</translation>
    </message>
    <message>
        <source>drift %1</source>
        <translation>수량 차이 %1</translation>
    </message>
</context>
<context>
    <name>stampede::LimitsEditor</name>
    <message>
        <source>Add a limit</source>
        <translation>기준값 추가</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>Remove this limit</source>
        <translation>이 기준값 지우기</translation>
    </message>
</context>
<context>
    <name>stampede::LiveCharts</name>
    <message>
        <source>Issued and left</source>
        <translation>발급과 남은 수량</translation>
    </message>
    <message>
        <source>Answers, by outcome</source>
        <translation>결과별 응답</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>per %1 ms</source>
        <translation>%1 ms당</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>service time</source>
        <translation>서비스 시간</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Which latency</source>
        <translation>어느 지연 시간</translation>
    </message>
    <message>
        <source>Service time: from sending to the answer. Response time: from when the request was due.</source>
        <translation>서비스 시간: 보낼 때부터 응답까지. 응답 시간: 보낼 예정이던 때부터 응답까지.</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>기준값 %1</translation>
    </message>
    <message>
        <source>over the whole run</source>
        <translation>실행 전체</translation>
    </message>
    <message>
        <source>Answers: %1.</source>
        <translation>응답: %1.</translation>
    </message>
    <message>
        <source>Nothing was issued.</source>
        <translation>발급된 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of issued: half within %2 ms, 95 % within %3 ms, 99 % within %4 ms.</source>
        <translation>발급됨의 %1: 절반은 %2 ms, 95%는 %3 ms, 99%는 %4 ms 안에 응답했습니다.</translation>
    </message>
    <message>
        <source>per %1 s</source>
        <translation>%1초당</translation>
    </message>
    <message>
        <source>This run took %1. It is shown in steps of %2.</source>
        <translation>이 실행에는 %1 걸렸습니다. %2 간격으로 표시합니다.</translation>
    </message>
    <message>
        <source>Warm-up, %1</source>
        <translation>워밍업, %1</translation>
    </message>
    <message>
        <source>one stroke per answer</source>
        <translation>선 하나가 응답 하나</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>처리 중인 요청</translation>
    </message>
    <message>
        <source>Answers a second</source>
        <translation>초당 응답</translation>
    </message>
    <message>
        <source>Errors, by kind</source>
        <translation>종류별 오류</translation>
    </message>
    <message>
        <source>Another chart here</source>
        <translation>이 자리에 다른 차트 보기</translation>
    </message>
    <message>
        <source>at the end of each step</source>
        <translation>각 구간의 끝</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>of issued, a stretch at a time</source>
        <translation>발급, 구간별</translation>
    </message>
    <message>
        <source>User %1 · %2 · asked at %3 s · service %4 · response %5
Click: in the list of requests.</source>
        <translation>사용자 %1 · %2 · %3초에 요청 · 서비스 %4 · 응답 %5
클릭: 요청 목록에서 보기.</translation>
    </message>
    <message>
        <source>p95 of issued %1 ms</source>
        <translation>발급 p95 %1 ms</translation>
    </message>
    <message>
        <source>a dot an answer</source>
        <translation>응답마다 점 하나</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>answers by shade, lines of issued</source>
        <translation>농도는 응답 수, 선은 발급</translation>
    </message>
</context>
<context>
    <name>stampede::LiveDrawers</name>
    <message>
        <source>Filter: an answer, a person or a row</source>
        <translation>필터: 응답, 사람 또는 행</translation>
    </message>
    <message>
        <source>Filter of the requests</source>
        <translation>요청 필터</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Answers by code</source>
        <translation>코드별 응답</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Requests %1</source>
        <translation>요청 %1</translation>
    </message>
    <message>
        <source>Answers by code %1</source>
        <translation>코드별 응답 %1</translation>
    </message>
    <message>
        <source>Log %1</source>
        <translation>로그 %1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
</context>
<context>
    <name>stampede::LivePage</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Whether refusals were right, the audit will say.</source>
        <translation>거절이 옳았는지는 감사에서 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Guided demo</source>
        <translation>안내 데모</translation>
    </message>
    <message>
        <source>No run is shown. Press Run: the crowd starts, this page follows.</source>
        <translation>표시할 실행이 없습니다. &apos;실행&apos;을 누르면 사용자들이 출발하고 이 페이지가 따라갑니다.</translation>
    </message>
</context>
<context>
    <name>stampede::LiveTiles</name>
    <message>
        <source>of %1</source>
        <translation>예측 %1</translation>
    </message>
    <message>
        <source>Left in stock</source>
        <translation>남은 수량</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>p95 issued</source>
        <translation>발급 p95</translation>
    </message>
    <message>
        <source>see the audit</source>
        <translation>감사 참고</translation>
    </message>
    <message>
        <source>service time</source>
        <translation>서비스 시간</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Refused, rightly</source>
        <translation>옳은 거절</translation>
    </message>
    <message>
        <source>Already issued, out of stock and outside the sale together: refusals that the audit found right.</source>
        <translation>이미 발급됨, 수량 부족, 판매 기간 외를 합한 것: 감사에서 옳다고 확인된 거절입니다.</translation>
    </message>
    <message>
        <source>Answers a second since the start of the load, whatever they said.</source>
        <translation>응답의 내용과 관계없이, 부하가 시작된 뒤의 초당 응답 수입니다.</translation>
    </message>
    <message>
        <source>95 of 100 who were issued a coupon had their answer within this time after the request was sent.</source>
        <translation>쿠폰을 발급받은 100건 중 95건이 요청을 보낸 뒤 이 시간 안에 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>Click: only these, here and in the list of requests.</source>
        <translation>클릭: 여기와 요청 목록에서 이것만 봅니다.</translation>
    </message>
    <message>
        <source>of %1 refusals</source>
        <translation>거절 %1건 중</translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation>발급됨 %1</translation>
    </message>
    <message>
        <source>What the latest confirmed commit left in the stock column, or the latest answer over HTTP told; after the run, what the audit read.</source>
        <translation>마지막으로 확정된 커밋이 재고 열에 남긴 값 또는 마지막 HTTP 응답이 알려 준 값. 실행 뒤에는 감사가 읽은 값.</translation>
    </message>
    <message>
        <source>%1 by contention</source>
        <translation>경합 중단 %1건</translation>
    </message>
    <message>
        <source>not known while it runs</source>
        <translation>실행 중에는 알 수 없음</translation>
    </message>
    <message>
        <source>or not recognised</source>
        <translation>또는 인식되지 않음</translation>
    </message>
    <message>
        <source>fewer than %1</source>
        <translation>%1보다 적음</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1보다 많음</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>%1건 초과</translation>
    </message>
    <message>
        <source>should be %1</source>
        <translation>%1이어야 함</translation>
    </message>
    <message>
        <source>does not add up</source>
        <translation>합계 불일치</translation>
    </message>
</context>
<context>
    <name>stampede::LogDrawer</name>
    <message>
        <source>Open file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Lines of the service&apos;s log</source>
        <translation>서비스 로그의 줄</translation>
    </message>
    <message>
        <source>Nobody counted the lines of a log in this run.</source>
        <translation>이 실행에서는 로그의 줄을 세지 않았습니다.</translation>
    </message>
    <message>
        <source>issued successfully %1  ·  out of stock %2  ·  blocked by key %3  ·  locking reads %4</source>
        <translation>발급됨 %1  ·  수량 부족 %2  ·  키에 막힘 %3  ·  잠금 읽기 %4</translation>
    </message>
    <message>
        <source>The last %1 of %2 lines.</source>
        <translation>전체 %2줄 중 마지막 %1줄입니다.</translation>
    </message>
    <message>
        <source>There are no lines in %1, or it cannot be read.</source>
        <translation>%1 파일에 줄이 없거나 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The service runs elsewhere. Where its log is, target.audit.log in the scenario would say.</source>
        <translation>서비스가 다른 곳에서 실행됩니다. 로그의 위치는 시나리오의 target.audit.log에 지정합니다.</translation>
    </message>
    <message>
        <source>No line of this run&apos;s log was kept.</source>
        <translation>이 실행의 로그는 한 줄도 보관되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>stampede::MainWindow</name>
    <message>
        <source>About Stampede</source>
        <translation>Stampede 정보</translation>
    </message>
    <message>
        <source>Stampede %1 sends a crowd after a limited coupon, shows live who gets what, and proves from the database whether stock, rows and answers agree.</source>
        <translation>Stampede %1: 한정 쿠폰에 많은 사용자를 한꺼번에 보내고, 누가 무엇을 받는지 실시간으로 보여 준 다음, 수량과 행과 응답이 서로 맞는지 데이터베이스로 증명합니다.</translation>
    </message>
    <message>
        <source>This page has no table to filter.</source>
        <translation>이 페이지에는 필터할 표가 없습니다.</translation>
    </message>
    <message>
        <source>The sources are under the MIT licence. The window draws its charts with Qt Charts, so the window as built is under the GPL, version 3; the command line, which does not use Qt Charts, is not.</source>
        <translation>소스 코드는 MIT 라이선스입니다. 창은 Qt Charts로 차트를 그리므로 빌드된 창에는 GPL 버전 3이 적용됩니다. Qt Charts를 쓰지 않는 명령줄 프로그램에는 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>what was pasted</source>
        <translation>붙여 넣은 내용</translation>
    </message>
    <message>
        <source>What was pasted is no request that can be read.</source>
        <translation>붙여 넣은 내용은 읽을 수 있는 요청이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>stampede::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>고대비(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(&amp;G)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>글자 크기(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>시스템 설정(&amp;S)</translation>
    </message>
    <message>
        <source>%1 (not there any more)</source>
        <translation>%1 (더는 없음)</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>목록 지우기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
</context>
<context>
    <name>stampede::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>stampede::MoreCharts</name>
    <message>
        <source>asked, not yet answered</source>
        <translation>요청했고 아직 응답 없음</translation>
    </message>
    <message>
        <source>virtual users</source>
        <translation>가상 사용자</translation>
    </message>
    <message>
        <source>answers a second</source>
        <translation>초당 응답</translation>
    </message>
    <message>
        <source>issued a second</source>
        <translation>초당 발급</translation>
    </message>
    <message>
        <source>No errors.</source>
        <translation>오류가 없습니다.</translation>
    </message>
    <message>
        <source>Errors: %1.</source>
        <translation>오류: %1.</translation>
    </message>
    <message>
        <source>At the ends of the steps at most %1 at once.</source>
        <translation>각 구간의 끝에서 동시에 최대 %1건.</translation>
    </message>
    <message>
        <source>Over the whole run %1 answers a second, %2 issued.</source>
        <translation>실행 전체에서 초당 응답 %1건, 발급 %2건.</translation>
    </message>
</context>
<context>
    <name>stampede::MustComeOut</name>
    <message>
        <source>%1 people</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>%1 coupons</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>Must come out</source>
        <translation>나와야 하는 값</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>Already issued</source>
        <translation>이미 발급됨</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>정확히</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>Takes at most %1.</source>
        <translation>최대 %1 걸립니다.</translation>
    </message>
    <message>
        <source>Takes less than 1 s here.</source>
        <translation>여기서는 1초도 걸리지 않습니다.</translation>
    </message>
    <message>
        <source>Takes about %1 here.</source>
        <translation>여기서는 약 %1 걸립니다.</translation>
    </message>
    <message>
        <source>1 setting is not possible yet: these are the figures of before.</source>
        <translation>아직 실행할 수 없는 설정이 1개 있습니다. 이 수치는 이전 것입니다.</translation>
    </message>
    <message>
        <source>%1 settings are not possible yet: these are the figures of before.</source>
        <translation>아직 실행할 수 없는 설정이 %1개 있습니다. 이 수치는 이전 것입니다.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Needs %1 connections to the service, %2.</source>
        <translation>서비스 연결 %1개, %2가 필요합니다.</translation>
    </message>
    <message>
        <source>Needs %1 connections, %2.</source>
        <translation>연결 %1개, %2가 필요합니다.</translation>
    </message>
    <message>
        <source>What must come out is known when every setting is possible.</source>
        <translation>모든 설정이 가능해지면 나와야 할 결과를 알 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 person</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>%1 coupon</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>Needs %1 connection to the service, %2.</source>
        <translation>서비스 연결 %1개, %2 필요.</translation>
    </message>
    <message>
        <source>Needs %1 connection, %2.</source>
        <translation>연결 %1개, %2 필요.</translation>
    </message>
</context>
<context>
    <name>stampede::NavigationBar</name>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Hot row</source>
        <translation>경합 행</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 기록</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>%1, 1 finding</source>
        <translation>%1, 지적 사항 1건</translation>
    </message>
    <message>
        <source>%1, %2 findings</source>
        <translation>%1, 지적 사항 %2건</translation>
    </message>
    <message>
        <source>Interleavings</source>
        <translation>실행 순서</translation>
    </message>
</context>
<context>
    <name>stampede::NotesTab</name>
    <message>
        <source>Choose one run to name it and to note something about it.</source>
        <translation>실행 하나를 고르면 이름과 메모를 붙일 수 있습니다.</translation>
    </message>
    <message>
        <source>Kept with the run. A run with a name or a note stays when the archive is full.</source>
        <translation>실행과 함께 보관됩니다. 이름이나 메모가 있는 실행은 보관소가 가득 차도 남습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>run %1 · %2 · %3 · %4 in the archive</source>
        <translation>실행 %1 · %2 · %3 · 보관소에서 %4</translation>
    </message>
    <message>
        <source>%1 request</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1건</translation>
    </message>
</context>
<context>
    <name>stampede::Notifier</name>
    <message>
        <source>The run could not be made</source>
        <translation>실행할 수 없었습니다</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>실행 보기</translation>
    </message>
</context>
<context>
    <name>stampede::OrderLanes</name>
    <message>
        <source>Order %1</source>
        <translation>순서 %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>대기</translation>
    </message>
</context>
<context>
    <name>stampede::OverlaidTab</name>
    <message>
        <source>Charts over one another</source>
        <translation>겹쳐 본 차트</translation>
    </message>
</context>
<context>
    <name>stampede::PagePreview</name>
    <message>
        <source>Page before</source>
        <translation>이전 쪽</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>%2쪽 중 %1쪽</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Page %1 of the report</source>
        <translation>보고서 %1쪽</translation>
    </message>
</context>
<context>
    <name>stampede::PeopleFile</name>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>no file: the ids 1 to %1</source>
        <translation>파일 없음: ID 1~%1</translation>
    </message>
    <message>
        <source>%1 (secret)</source>
        <translation>%1(비밀)</translation>
    </message>
    <message>
        <source>%1 row</source>
        <translation>행 %1개</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>행 %1개</translation>
    </message>
    <message>
        <source>columns %1</source>
        <translation>열 %1</translation>
    </message>
    <message>
        <source>Open the people&apos;s file</source>
        <translation>사람 파일 열기</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 파일 (*.csv);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>A CSV file with a header. Its column userId, else its first one, says who asks: any texts. All columns can be used in braces in the URL, the headers and the body.</source>
        <translation>머리글이 있는 CSV 파일. userId 열, 없으면 첫 열이 요청하는 사람입니다(아무 텍스트나 가능). 모든 열을 URL, 헤더, 본문에서 중괄호로 쓸 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>stampede::PresetList</name>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
</context>
<context>
    <name>stampede::PreviewModel</name>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
</context>
<context>
    <name>stampede::Protections</name>
    <message>
        <source>Row lock</source>
        <translation>행 잠금</translation>
    </message>
    <message>
        <source>One request at a time may read and change the stock; the others wait.</source>
        <translation>한 번에 요청 하나만 수량을 읽고 바꿀 수 있으며, 나머지는 기다립니다.</translation>
    </message>
    <message>
        <source>Requests read the same stock and write over each other. Expect coupons that the stock never noticed.</source>
        <translation>요청들이 같은 수량을 읽고 서로 덮어씁니다. 수량에 반영되지 않는 쿠폰이 생깁니다.</translation>
    </message>
    <message>
        <source>Duplicate check</source>
        <translation>중복 확인</translation>
    </message>
    <message>
        <source>A person who has the coupon is refused before anything is written.</source>
        <translation>쿠폰을 가진 사람은 무언가를 쓰기 전에 거절됩니다.</translation>
    </message>
    <message>
        <source>Refusing a second coupon is left to the unique key. With the key on: no damage, but every second try is written, fails and is undone.</source>
        <translation>두 번째 쿠폰을 거절하는 일은 유니크 키에 맡깁니다. 키가 켜져 있으면 손상은 없지만, 두 번째 시도마다 쓰고, 실패하고, 되돌립니다.</translation>
    </message>
    <message>
        <source>Unique key</source>
        <translation>유니크 키</translation>
    </message>
    <message>
        <source>The database itself refuses a second row for one person.</source>
        <translation>데이터베이스가 한 사람의 두 번째 행을 직접 거부합니다.</translation>
    </message>
    <message>
        <source>Only the check stands between a person and a second coupon; without the row lock it can be outrun.</source>
        <translation>두 번째 쿠폰을 막는 것은 중복 확인뿐이며, 행 잠금이 없으면 그보다 빠른 요청이 지나갈 수 있습니다.</translation>
    </message>
    <message>
        <source>This is the reference. Nothing should be able to go wrong.</source>
        <translation>이것이 참조 구현입니다. 잘못되는 것이 없어야 합니다.</translation>
    </message>
    <message>
        <source>Stock adds up. People will hold several.</source>
        <translation>수량은 맞습니다. 여러 장을 가진 사람이 생깁니다.</translation>
    </message>
    <message>
        <source>Nothing adds up. No request is refused for the right reason.</source>
        <translation>아무것도 맞지 않습니다. 옳은 이유로 거절되는 요청이 없습니다.</translation>
    </message>
    <message>
        <source>Stock will not add up. One coupon per person still holds.</source>
        <translation>수량이 맞지 않게 됩니다. 한 사람에 한 장은 지켜집니다.</translation>
    </message>
    <message>
        <source>Stock will not add up. Without the key the check can be outrun.</source>
        <translation>수량이 맞지 않게 됩니다. 키가 없으면 중복 확인보다 빠른 요청이 지나갈 수 있습니다.</translation>
    </message>
    <message>
        <source>No damage; more work for the database.</source>
        <translation>손상은 없고 데이터베이스의 일만 늘어납니다.</translation>
    </message>
    <message>
        <source>No damage while the lock is on; nothing at the database would stop it.</source>
        <translation>잠금이 켜져 있는 동안에는 손상이 없지만, 데이터베이스가 막아 주지는 않습니다.</translation>
    </message>
    <message>
        <source>Locked while a run goes on.</source>
        <translation>실행 중에는 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>The guided demo sets them.</source>
        <translation>안내 데모가 정합니다.</translation>
    </message>
    <message>
        <source>Switches belong to the reference strategy.</source>
        <translation>스위치는 참조 전략에만 쓰입니다.</translation>
    </message>
    <message>
        <source>Protections: all on</source>
        <translation>보호 장치: 모두 켜짐</translation>
    </message>
    <message>
        <source>Protections: %1 off</source>
        <translation>보호 장치: %1개 꺼짐</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 꺼짐</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 켜짐</translation>
    </message>
    <message>
        <source>Your service · its database is only read</source>
        <translation>내 서비스 · 데이터베이스는 읽기만 함</translation>
    </message>
</context>
<context>
    <name>stampede::RaceModel</name>
    <message>
        <source>seen, ms</source>
        <translation>확인, ms</translation>
    </message>
</context>
<context>
    <name>stampede::RacePanel</name>
    <message>
        <source>The race before</source>
        <translation>이전 경쟁 상태</translation>
    </message>
    <message>
        <source>The next race</source>
        <translation>다음 경쟁 상태</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Statements of both, in the order of time</source>
        <translation>시간순으로 본 두 요청의 구문</translation>
    </message>
    <message>
        <source>THE RACE (%1 of %2)</source>
        <translation>경쟁 상태(%2개 중 %1번째)</translation>
    </message>
    <message>
        <source>TWO TRANSACTIONS</source>
        <translation>트랜잭션 둘</translation>
    </message>
    <message>
        <source>ONE TRANSACTION</source>
        <translation>트랜잭션 하나</translation>
    </message>
</context>
<context>
    <name>stampede::RateSlider</name>
    <message>
        <source>Requests a second</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>Changes how many requests begin a second while the run goes on. Each change is kept in the result.</source>
        <translation>실행 중에 초당 시작하는 요청 수를 바꿉니다. 변경은 모두 결과에 기록됩니다.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
</context>
<context>
    <name>stampede::ReplayBar</name>
    <message>
        <source>Elapsed</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Plays the recorded history again (Space). Never touches the database.</source>
        <translation>기록된 이력을 다시 보여 줍니다(Space). 데이터베이스는 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>실행의 순간</translation>
    </message>
    <message>
        <source>How much slower</source>
        <translation>몇 배 느리게</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Time since the start of the load</source>
        <translation>부하 시작 후의 시간</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>하루 중의 시각</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>실행의 진행 정도</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 s of %2 s</source>
        <translation>%2초 중 %1초</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
</context>
<context>
    <name>stampede::ReportChoice</name>
    <message>
        <source>People as pseudonyms</source>
        <translation>사람을 가명으로</translation>
    </message>
    <message>
        <source>Attach the data to the PDF</source>
        <translation>PDF에 데이터 첨부</translation>
    </message>
    <message>
        <source>Export…  Ctrl+E</source>
        <translation>내보내기…  Ctrl+E</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>차례</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>시험자</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>People are numbered in the order of their first request; their ids are nowhere.</source>
        <translation>사람에게 첫 요청의 순서대로 번호를 붙이며, ID는 어디에도 나오지 않습니다.</translation>
    </message>
    <message>
        <source>result.json goes along inside the PDF.</source>
        <translation>result.json이 PDF 안에 들어갑니다.</translation>
    </message>
</context>
<context>
    <name>stampede::ReportPage</name>
    <message>
        <source>A report needs a run. Choose one from Runs or press Run.</source>
        <translation>보고서를 만들려면 실행이 필요합니다. 실행 기록에서 하나를 고르거나 &apos;실행&apos;을 누르십시오.</translation>
    </message>
    <message>
        <source>Open Runs</source>
        <translation>실행 기록 열기</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>쪽을 배치하는 중…</translation>
    </message>
    <message>
        <source>Report of one run</source>
        <translation>실행 하나의 보고서</translation>
    </message>
    <message>
        <source>A report over %1 runs.</source>
        <translation>실행 %1개에 대한 보고서입니다.</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>비교</translation>
    </message>
</context>
<context>
    <name>stampede::RequestModel</name>
    <message>
        <source>Time, s</source>
        <translation>시각, 초</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Service, ms</source>
        <translation>서비스 시간, ms</translation>
    </message>
    <message>
        <source>Response, ms</source>
        <translation>응답 시간, ms</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
</context>
<context>
    <name>stampede::RequestStep</name>
    <message>
        <source>By hand</source>
        <translation>직접 쓰기</translation>
    </message>
    <message>
        <source>The copied request</source>
        <translation>복사한 요청</translation>
    </message>
    <message>
        <source>Paste here what the browser (Copy as cURL) or Postman copied. A HAR file, a Postman collection, an OpenAPI document and an .http file are read as well.</source>
        <translation>브라우저(cURL로 복사)나 Postman에서 복사한 것을 여기에 붙여 넣으세요. HAR 파일, Postman 컬렉션, OpenAPI 문서, .http 파일도 읽습니다.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여 넣기</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Which request</source>
        <translation>어떤 요청</translation>
    </message>
    <message>
        <source>what was pasted</source>
        <translation>붙여 넣은 내용</translation>
    </message>
    <message>
        <source>Click on the value that is</source>
        <translation>누를 값:</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>The request, with its values</source>
        <translation>요청과 그 값들</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>{couponId} and {userId} are filled in, as are columns of the people&apos;s file by their names.</source>
        <translation>{couponId}, {userId}, 그리고 사람 파일의 열이 이름으로 채워집니다.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>메서드</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Any certificate</source>
        <translation>모든 인증서</translation>
    </message>
    <message>
        <source>Certificates are not checked. Every report says so.</source>
        <translation>인증서를 확인하지 않습니다. 모든 보고서에 그렇게 적힙니다.</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>요청 열기</translation>
    </message>
    <message>
        <source>Requests (*.har *.json *.yaml *.yml *.http *.rest *.sh *.txt);;All files (*)</source>
        <translation>요청 (*.har *.json *.yaml *.yml *.http *.rest *.sh *.txt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1: 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Guessed: click on another value where that is wrong.</source>
        <translation>추측한 값입니다. 틀리면 다른 값을 누르세요.</translation>
    </message>
    <message>
        <source>Its recorded answers made rules; check them under Answers: %1.</source>
        <translation>기록된 응답으로 규칙을 만들었습니다. 응답 단계에서 확인하세요: %1.</translation>
    </message>
    <message>
        <source>An earlier request gives what this one sends, so it is made before: see its answer when you send one.</source>
        <translation>앞선 요청이 이 요청에 필요한 값을 주므로 먼저 보냅니다. 하나를 보내면 그 응답이 보입니다.</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>고르지 않음</translation>
    </message>
    <message>
        <source>the person: %1</source>
        <translation>사람: %1</translation>
    </message>
    <message>
        <source>the coupon: %1</source>
        <translation>쿠폰: %1</translation>
    </message>
    <message>
        <source>Paste the request, or write it by hand.</source>
        <translation>요청을 붙여 넣거나 직접 쓰세요.</translation>
    </message>
    <message>
        <source>People are written in a way that no number stands for: choose a file of them under By hand.</source>
        <translation>사람이 번호로 나타낼 수 없게 적혀 있습니다. 직접 쓰기에서 사람 파일을 고르세요.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Click on the value that is the person: without it all requests are alike.</source>
        <translation>사람에 해당하는 값을 누르세요. 없으면 모든 요청이 똑같습니다.</translation>
    </message>
</context>
<context>
    <name>stampede::RolePanel</name>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>%1: the first rows</source>
        <translation>%1: 처음 행들</translation>
    </message>
    <message>
        <source>not in this database</source>
        <translation>이 데이터베이스에 없음</translation>
    </message>
    <message>
        <source>view</source>
        <translation>뷰</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>고르십시오</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>This table holds no rows yet.</source>
        <translation>이 테이블에는 아직 행이 없습니다.</translation>
    </message>
    <message>
        <source>another database</source>
        <translation>다른 데이터베이스</translation>
    </message>
</context>
<context>
    <name>stampede::RowChart</name>
    <message>
        <source>Who had the row</source>
        <translation>누가 행을 잡았는가</translation>
    </message>
    <message>
        <source>No request fits.</source>
        <translation>맞는 요청이 없습니다.</translation>
    </message>
    <message>
        <source>%1, at most %2 waited at once, pairs that wrote over each other: %3.</source>
        <translation>%1, 동시에 기다린 요청 최대 %2건, 서로 덮어쓴 쌍: %3.</translation>
    </message>
</context>
<context>
    <name>stampede::RowLegend</name>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>잡고 있음</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거절된 요청</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>지적 사항</translation>
    </message>
    <message>
        <source>Marks: hatched is waiting, solid is holding, a line is the commit</source>
        <translation>표시: 빗금은 대기, 채움은 행을 잡고 있음, 선은 커밋</translation>
    </message>
    <message>
        <source>read the same value</source>
        <translation>같은 값을 읽음</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Marks: a line is a request under way</source>
        <translation>표시: 선은 진행 중인 요청</translation>
    </message>
</context>
<context>
    <name>stampede::RowOverview</name>
    <message>
        <source>How many were waiting</source>
        <translation>대기 중인 요청 수</translation>
    </message>
    <message>
        <source>The part of the run that is shown above. Drag it, or its edges.</source>
        <translation>위에 보이는 실행의 부분입니다. 그 부분이나 가장자리를 끌어 옮기십시오.</translation>
    </message>
    <message>
        <source>how many were waiting · at most %1</source>
        <translation>대기 중인 요청 수 · 최대 %1</translation>
    </message>
    <message>
        <source>the whole run</source>
        <translation>실행 전체</translation>
    </message>
    <message>
        <source>Waiting at once, at most: %1.</source>
        <translation>동시 대기 최대: %1.</translation>
    </message>
</context>
<context>
    <name>stampede::RowsTab</name>
    <message>
        <source>Opens a profile that describes these tables already.</source>
        <translation>이 테이블을 이미 기술한 프로파일을 엽니다.</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>서비스의 행</translation>
    </message>
    <message>
        <source>are out of reach: answers only</source>
        <translation>볼 수 없음: 응답만 확인</translation>
    </message>
    <message>
        <source>are ours: a stampede-cli serve on this database</source>
        <translation>Stampede의 것: 이 데이터베이스의 stampede-cli serve</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH. The password comes from STAMPEDE_DB_PASSWORD or ?password-file=PATH. Stampede only reads there.</source>
        <translation>mysql://USER@HOST:PORT/DB 또는 mysql://USER@/DB?socket=PATH. 암호는 STAMPEDE_DB_PASSWORD 또는 ?password-file=PATH에서 가져옵니다. Stampede는 그곳에서 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로파일</translation>
    </message>
    <message>
        <source>made below and saved, or opened</source>
        <translation>아래에서 만들어 저장하거나 열기</translation>
    </message>
    <message>
        <source>A file *.profile.json, relative to the scenario&apos;s file.</source>
        <translation>*.profile.json 파일. 시나리오 파일에 대한 상대 경로입니다.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>Read at %1</source>
        <translation>%1에 읽음</translation>
    </message>
    <message>
        <source>%1 is not this computer. Stampede will only read there. Do you answer for this database?</source>
        <translation>다른 컴퓨터입니다: %1. Stampede는 그곳에서 읽기만 합니다. 이 데이터베이스를 책임질 수 있습니까?</translation>
    </message>
    <message>
        <source>%1 table</source>
        <translation>테이블 %1개</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>테이블 %1개</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>This database holds no tables.</source>
        <translation>이 데이터베이스에는 테이블이 없습니다.</translation>
    </message>
    <message>
        <source>No table here looks as if it held who has a coupon. Choose the tables.</source>
        <translation>누가 쿠폰을 가졌는지 담고 있는 것으로 보이는 테이블이 없습니다. 테이블을 고르십시오.</translation>
    </message>
    <message>
        <source>This account may write (%1). Stampede does not; an account with SELECT only would do.</source>
        <translation>이 계정에는 쓰기 권한이 있습니다(%1). Stampede는 쓰지 않으므로 SELECT 권한만 있는 계정으로 충분합니다.</translation>
    </message>
    <message>
        <source>Open a profile</source>
        <translation>프로파일 열기</translation>
    </message>
    <message>
        <source>Profiles (*.profile.json);;All files (*)</source>
        <translation>프로파일 (*.profile.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>프로파일 저장</translation>
    </message>
    <message>
        <source>Profiles (*.profile.json)</source>
        <translation>프로파일 (*.profile.json)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>연결…</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Open a profile…</source>
        <translation>프로필 열기…</translation>
    </message>
    <message>
        <source>Host, port, user, password and TLS. Stampede only looks there.</source>
        <translation>TLS, 호스트, 포트, 사용자, 비밀번호. Stampede는 보기만 합니다.</translation>
    </message>
    <message>
        <source>are in its own tables: Stampede only looks</source>
        <translation>서비스의 테이블에 있음: Stampede는 보기만 함</translation>
    </message>
    <message>
        <source>Your service is never reset: its stock and its holders before the run are where the audit begins.</source>
        <translation>내 서비스를 초기화하는 일은 없습니다. 실행 전의 재고와 보유자에서 감사가 시작됩니다.</translation>
    </message>
</context>
<context>
    <name>stampede::RuleModel</name>
    <message>
        <source>is %1</source>
        <translation>값 = %1</translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>%1 패턴과 일치</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>상태 %1</translation>
    </message>
    <message>
        <source>a header %1</source>
        <translation>%1 헤더</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the body %1</source>
        <translation>본문: %1</translation>
    </message>
    <message>
        <source>any answer</source>
        <translation>모든 응답</translation>
    </message>
    <message>
        <source> and </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>%1. %2 → %3</source>
        <translation>%1. %2 → %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>stampede::RuleView</name>
    <message>
        <source>Rules, the first that fits decides</source>
        <translation>규칙, 처음으로 맞는 것이 결정합니다</translation>
    </message>
    <message>
        <source>Drag a rule to another place, or press Alt+Up and Alt+Down. Delete takes it away.</source>
        <translation>규칙을 다른 곳으로 끌거나 Alt+Up, Alt+Down을 누르십시오. Delete를 누르면 지워집니다.</translation>
    </message>
</context>
<context>
    <name>stampede::RunBar</name>
    <message>
        <source>Which database; click to choose another one.</source>
        <translation>어느 데이터베이스인지 보여 줍니다. 클릭하면 다른 것을 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>%1 settings are not possible yet</source>
        <translation>아직 실행할 수 없는 설정 %1개</translation>
    </message>
    <message>
        <source>Private MariaDB</source>
        <translation>전용 MariaDB</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>연결 불가</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작 중</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>of the guided demo; yours stays as it is</source>
        <translation>안내 데모의 시나리오이며, 내 시나리오는 그대로입니다</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, 변경됨</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>시나리오: %1</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>바로 중지</translation>
    </message>
    <message>
        <source>Stop now, without audit</source>
        <translation>감사 없이 바로 중지</translation>
    </message>
    <message>
        <source>What ran will be audited (Ctrl+.)</source>
        <translation>실행된 부분은 감사합니다(Ctrl+.)</translation>
    </message>
    <message>
        <source>1 setting is not possible yet</source>
        <translation>아직 실행할 수 없는 설정 1개</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>아직 시작 전</translation>
    </message>
    <message>
        <source>Database: %1, %2</source>
        <translation>데이터베이스: %1, %2</translation>
    </message>
    <message>
        <source>No database</source>
        <translation>데이터베이스 없음</translation>
    </message>
    <message>
        <source>Their database</source>
        <translation>서비스의 데이터베이스</translation>
    </message>
    <message>
        <source>answers only</source>
        <translation>응답만</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>아직 확인하지 않음</translation>
    </message>
</context>
<context>
    <name>stampede::RunComparisonView</name>
    <message>
        <source>Same answers, different truth</source>
        <translation>같은 응답, 다른 진실</translation>
    </message>
    <message>
        <source>Two runs side by side</source>
        <translation>나란히 놓은 두 실행</translation>
    </message>
    <message>
        <source>≡ the same</source>
        <translation>≡ 같음</translation>
    </message>
    <message>
        <source>≠ not the same</source>
        <translation>≠ 같지 않음</translation>
    </message>
</context>
<context>
    <name>stampede::RunsModel</name>
    <message>
        <source>%1 today</source>
        <translation>오늘 %1</translation>
    </message>
    <message>
        <source>%1 yesterday</source>
        <translation>어제 %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>time and day</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The baseline: other runs are compared with it</source>
        <translation>기준 실행: 다른 실행을 이것과 비교합니다</translation>
    </message>
    <message>
        <source>Click to make it the baseline</source>
        <translation>클릭하면 기준 실행으로 지정합니다</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Row lock %1 · Duplicate check %2 · Unique key %3</source>
        <translation>행 잠금 %1 · 중복 확인 %2 · 유니크 키 %3</translation>
    </message>
    <message>
        <source>Of the issued, service time</source>
        <translation>발급됨의 서비스 시간</translation>
    </message>
    <message>
        <source>when</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>protections</source>
        <translation>보호 장치</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>stock out</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Row lock</source>
        <translation>행 잠금</translation>
    </message>
    <message>
        <source>Claim first</source>
        <translation>먼저 쓰기</translation>
    </message>
    <message>
        <source>Version check</source>
        <translation>버전 확인</translation>
    </message>
    <message>
        <source>Named lock</source>
        <translation>이름 잠금</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>묶음 처리</translation>
    </message>
    <message>
        <source>How it locks is not known.</source>
        <translation>어떻게 잠그는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>This strategy has no switches.</source>
        <translation>이 전략에는 스위치가 없습니다.</translation>
    </message>
    <message>
        <source>No switches of ours</source>
        <translation>우리 스위치가 아닙니다</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>409</source>
        <translation>409</translation>
    </message>
</context>
<context>
    <name>stampede::RunsPage</name>
    <message>
        <source>Every run is kept here until you delete it.</source>
        <translation>모든 실행은 지울 때까지 여기에 보관됩니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Set as baseline</source>
        <translation>기준 실행으로 지정</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 기록</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Shows the run on every page (Enter)</source>
        <translation>이 실행을 모든 페이지에 표시합니다(Enter)</translation>
    </message>
    <message>
        <source>Other runs are compared with it (Ctrl+B)</source>
        <translation>다른 실행을 이것과 비교합니다(Ctrl+B)</translation>
    </message>
    <message>
        <source>Open on every page</source>
        <translation>모든 페이지에서 열기</translation>
    </message>
    <message>
        <source>Name and note…</source>
        <translation>이름과 메모…</translation>
    </message>
    <message>
        <source>No baseline</source>
        <translation>기준 실행 없음</translation>
    </message>
    <message>
        <source>Choose two to six runs (Ctrl+click) to see what sets them apart.</source>
        <translation>무엇이 다른지 보려면 실행을 2~6개 고르십시오(Ctrl+클릭).</translation>
    </message>
    <message>
        <source>Choose a second run (Ctrl+click), or set a baseline.</source>
        <translation>두 번째 실행을 고르거나(Ctrl+클릭) 기준 실행을 지정하십시오.</translation>
    </message>
    <message>
        <source>At most %1 runs are compared at once.</source>
        <translation>한 번에 최대 %1개의 실행을 비교합니다.</translation>
    </message>
    <message>
        <source>Report over %1 runs</source>
        <translation>실행 %1개 보고서</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>A cover, what sets them apart, and page one of each</source>
        <translation>표지, 서로 다른 점, 각 실행의 첫 쪽</translation>
    </message>
    <message>
        <source>How a service of somebody else locks is not known.</source>
        <translation>다른 서비스가 어떻게 잠그는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Runs side by side</source>
        <translation>실행 나란히 보기</translation>
    </message>
    <message>
        <source>Strategies of the runs</source>
        <translation>실행의 전략</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Deletes what is chosen (Del); undo brings it back</source>
        <translation>고른 것을 삭제합니다(Del). 실행 취소로 되살릴 수 있습니다</translation>
    </message>
    <message>
        <source>%1 run deleted. It can be brought back until you leave Stampede.</source>
        <translation>실행 %1개를 삭제했습니다. Stampede를 끝낼 때까지 되살릴 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 runs deleted. They can be brought back until you leave Stampede.</source>
        <translation>실행 %1개를 삭제했습니다. Stampede를 끝낼 때까지 되살릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>stampede::ScenarioFiles</name>
    <message>
        <source>Open a scenario</source>
        <translation>시나리오 열기</translation>
    </message>
    <message>
        <source>Scenarios (*.stampede.json);;All files (*)</source>
        <translation>시나리오 (*.stampede.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>시나리오 저장</translation>
    </message>
    <message>
        <source>Scenarios (*.stampede.json)</source>
        <translation>시나리오 (*.stampede.json)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has changes that are not saved.</source>
        <translation>&quot;%1&quot;에 저장하지 않은 변경 사항이 있습니다.</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>저장함: %1.</translation>
    </message>
    <message>
        <source>%1 setting in it is not possible yet, and is shown again when it is opened.</source>
        <translation>그 안에 아직 실행할 수 없는 설정이 %1개 있으며, 파일을 열 때 다시 표시됩니다.</translation>
    </message>
    <message>
        <source>%1 settings in it are not possible yet, and are shown again when it is opened.</source>
        <translation>그 안에 아직 실행할 수 없는 설정이 %1개 있으며, 파일을 열 때 다시 표시됩니다.</translation>
    </message>
    <message>
        <source>No file holds a secret: %1 has to be typed again when it is opened, unless ${env:NAME} stands there.</source>
        <translation>비밀 값은 파일에 저장되지 않습니다. ${env:NAME}으로 쓰지 않으면 파일을 열 때 다시 입력해야 합니다: %1.</translation>
    </message>
</context>
<context>
    <name>stampede::ScenarioForm</name>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>On sale from</source>
        <translation>판매 시작</translation>
    </message>
    <message>
        <source>to</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>몇 명</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>누가 요청</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>무작위로</translation>
    </message>
    <message>
        <source>each once</source>
        <translation>각자 한 번씩</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>항상 같은 사람</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>Which person</source>
        <translation>어느 사람</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>User k asks as often as 1 / k to this power: the higher, the fewer favourites.</source>
        <translation>사용자 k는 1/k의 이 거듭제곱에 비례하여 요청합니다. 높을수록 소수에 집중됩니다.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>A CSV file with a column userId, relative to the scenario&apos;s file. Its rows ask in turn.</source>
        <translation>userId 열이 있는 CSV 파일. 시나리오 파일에 대한 상대 경로이며, 행의 순서대로 요청합니다.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>가상 사용자</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>A second</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>타임아웃</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>생각 시간</translation>
    </message>
    <message>
        <source>Between an answer and the next request of the same virtual user.</source>
        <translation>한 가상 사용자가 응답을 받고 다음 요청을 보내기까지의 시간.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Read uncommitted</source>
        <translation>Read uncommitted</translation>
    </message>
    <message>
        <source>Read committed</source>
        <translation>Read committed</translation>
    </message>
    <message>
        <source>Repeatable read</source>
        <translation>Repeatable read</translation>
    </message>
    <message>
        <source>Serializable</source>
        <translation>Serializable</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>시험자</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>목적</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>As command</source>
        <translation>명령으로</translation>
    </message>
    <message>
        <source>Copies the command line that makes the same run.</source>
        <translation>같은 실행을 하는 명령줄을 복사합니다.</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1회</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1회</translation>
    </message>
    <message>
        <source>no warm-up</source>
        <translation>워밍업 없음</translation>
    </message>
    <message>
        <source>%1 warm-up</source>
        <translation>워밍업 %1</translation>
    </message>
    <message>
        <source>1 setting is not possible yet</source>
        <translation>아직 실행할 수 없는 설정 1개</translation>
    </message>
    <message>
        <source>%1 settings are not possible yet</source>
        <translation>아직 실행할 수 없는 설정 %1개</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>From the start of the run, such as -1d or +90d, or a moment such as 2026-04-12T14:00:00+09:00.</source>
        <translation>-1d, +90d처럼 실행 시작부터의 시간이거나 2026-04-12T14:00:00+09:00 같은 시각입니다.</translation>
    </message>
    <message>
        <source>a few favourites</source>
        <translation>소수에 집중</translation>
    </message>
    <message>
        <source>(zipf)</source>
        <translation>(zipf)</translation>
    </message>
    <message>
        <source>so many requests, shared</source>
        <translation>총수 고정</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>한꺼번에</translation>
    </message>
    <message>
        <source>each so many</source>
        <translation>각자 고정</translation>
    </message>
    <message>
        <source>for so long</source>
        <translation>정해진 시간</translation>
    </message>
    <message>
        <source>growing crowd</source>
        <translation>늘어나는 사용자</translation>
    </message>
    <message>
        <source>so many a second</source>
        <translation>일정한 속도</translation>
    </message>
    <message>
        <source>changing rate</source>
        <translation>변하는 속도</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Ours, in this program</source>
        <translation>내장 서비스</translation>
    </message>
    <message>
        <source>Pause between reading and writing. Stands in for the work a real service does there. Makes rare races frequent. 0 ms is the honest default; any other value is printed in every report.</source>
        <translation>읽기와 쓰기 사이의 멈춤. 실제 서비스가 그 사이에 하는 일을 대신합니다. 드문 경쟁 상태를 자주 일어나게 합니다. 0 ms가 정직한 기본값이며, 다른 값은 모든 보고서에 표시됩니다.</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>격리 수준</translation>
    </message>
    <message>
        <source>Server&apos;s own</source>
        <translation>서버 기본값</translation>
    </message>
    <message>
        <source>Further transactions after a deadlock, a lock wait or a changed row.</source>
        <translation>교착 상태, 잠금 대기, 변경된 행 뒤에 다시 시도하는 트랜잭션 수.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>The same seed asks for the same people in the same order.</source>
        <translation>같은 시드는 같은 사람들이 같은 순서로 요청하게 합니다.</translation>
    </message>
    <message>
        <source>On a coupon of its own before the run; nothing of it counts.</source>
        <translation>실행 전에 별도의 쿠폰으로 하며, 아무것도 집계하지 않습니다.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>복사함: %1</translation>
    </message>
    <message>
        <source>%1, %2 in stock</source>
        <translation>%1, 수량 %2</translation>
    </message>
    <message>
        <source>%1, %2 virtual users</source>
        <translation>%1, 가상 사용자 %2개</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>내장 서비스</translation>
    </message>
    <message>
        <source>seed %1, %2, %3</source>
        <translation>시드 %1, %2, %3</translation>
    </message>
    <message>
        <source>system, build, tester, ticket</source>
        <translation>시스템, 빌드, 시험자, 티켓</translation>
    </message>
    <message>
        <source>Reset to the file</source>
        <translation>파일로 되돌리기</translation>
    </message>
    <message>
        <source>Reset to preset</source>
        <translation>프리셋으로 되돌리기</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Sold-out latch</source>
        <translation>소진 래치</translation>
    </message>
    <message>
        <source>Once somebody was told &quot;out of stock&quot;, everybody is, without asking the database again.</source>
        <translation>누군가 &quot;수량 부족&quot;을 받으면 그 뒤로는 데이터베이스에 다시 묻지 않고 모두 수량 부족을 받습니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Faults on purpose</source>
        <translation>일부러 일으키는 장애</translation>
    </message>
    <message>
        <source>Balance, KRW</source>
        <translation>잔액, KRW</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Nothing was copied. %1</source>
        <translation>복사하지 않았습니다. %1</translation>
    </message>
    <message>
        <source>Saved as a file, it is run by stampede-cli run FILE.</source>
        <translation>파일로 저장하면 stampede-cli run FILE로 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>Also with settings that are not possible yet.</source>
        <translation>아직 실행할 수 없는 설정이 있어도 저장됩니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>%1, %2 virtual user</source>
        <translation>%1, 가상 사용자 %2개</translation>
    </message>
    <message>
        <source>Step by step…</source>
        <translation>단계별로…</translation>
    </message>
    <message>
        <source>The same settings on a page of their own: paste a request, connect the database.</source>
        <translation>같은 설정을 별도 화면에서: 요청 붙여 넣기, 데이터베이스 연결.</translation>
    </message>
    <message>
        <source>Your service, over HTTP</source>
        <translation>내 서비스 (HTTP)</translation>
    </message>
</context>
<context>
    <name>stampede::ServicePage</name>
    <message>
        <source>The table of who has a coupon</source>
        <translation>쿠폰 보유자 테이블</translation>
    </message>
    <message>
        <source>How a person is written</source>
        <translation>사람을 적는 방식</translation>
    </message>
    <message>
        <source>The column of the person</source>
        <translation>사람 열</translation>
    </message>
    <message>
        <source>The column of the coupon that a person has</source>
        <translation>보유한 쿠폰 열</translation>
    </message>
    <message>
        <source>The column of the time</source>
        <translation>시각 열</translation>
    </message>
    <message>
        <source>A condition on the rows that count</source>
        <translation>세는 행의 조건</translation>
    </message>
    <message>
        <source>The table of how many are left</source>
        <translation>남은 수량 테이블</translation>
    </message>
    <message>
        <source>The column that names the coupon</source>
        <translation>쿠폰 이름 열</translation>
    </message>
    <message>
        <source>The column of how many are left</source>
        <translation>남은 수량 열</translation>
    </message>
    <message>
        <source>The column of how many there were</source>
        <translation>전체 수량 열</translation>
    </message>
    <message>
        <source>In the tables, %1</source>
        <translation>테이블의 %1</translation>
    </message>
    <message>
        <source>My service</source>
        <translation>내 서비스</translation>
    </message>
    <message>
        <source>Send one</source>
        <translation>하나 보내기</translation>
    </message>
    <message>
        <source>1 Request</source>
        <translation>1 요청</translation>
    </message>
    <message>
        <source>2 Answers</source>
        <translation>2 응답</translation>
    </message>
    <message>
        <source>3 Database</source>
        <translation>3 데이터베이스</translation>
    </message>
    <message>
        <source>4 Crowd</source>
        <translation>4 사람들</translation>
    </message>
    <message>
        <source>One request as your service gets it. What stands for the person is another one in every request.</source>
        <translation>서비스가 받는 그대로의 요청 하나. 사람에 해당하는 값은 요청마다 달라집니다.</translation>
    </message>
    <message>
        <source>What your service says when it gives, and when it refuses. Send one and say what its answer means; once more as the same person shows what a second try is told, and a coupon that is sold out what is said then.</source>
        <translation>서비스가 줄 때와 거절할 때 하는 말. 하나를 보내고 응답의 뜻을 정하세요. 같은 사람으로 한 번 더 보내면 두 번째 시도의 응답이, 매진된 쿠폰으로 보내면 매진 응답이 보입니다.</translation>
    </message>
    <message>
        <source>Where your service keeps who has a coupon and how many are left. Stampede only looks. Without it, answers are all that is judged.</source>
        <translation>서비스가 쿠폰 보유자와 남은 수량을 두는 곳. Stampede는 보기만 합니다. 없으면 응답만 판정합니다.</translation>
    </message>
    <message>
        <source>How many people ask, how often, and how many at once.</source>
        <translation>몇 명이, 몇 번, 동시에 몇 개를 요청하는지.</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>사람들</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람 수</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청 수</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>제한 시간</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>동시에</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>모든 설정</translation>
    </message>
    <message>
        <source>The same scenario as a form: limits, faults on purpose, rounds.</source>
        <translation>같은 시나리오를 양식으로: 한계, 일부러 내는 고장, 회차.</translation>
    </message>
    <message>
        <source>A rule is not possible: %1.</source>
        <translation>불가능한 규칙: %1.</translation>
    </message>
    <message>
        <source>%1 came, and no rule knows it</source>
        <translation>%1 응답을 아는 규칙이 없음</translation>
    </message>
    <message>
        <source>%1 rule</source>
        <translation>규칙 %1개</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>규칙 %1개</translation>
    </message>
    <message>
        <source>the usual rules fit</source>
        <translation>기본 규칙이 맞음</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>아직 보내지 않음</translation>
    </message>
    <message>
        <source>the database of a stampede-cli serve</source>
        <translation>stampede-cli serve의 데이터베이스</translation>
    </message>
    <message>
        <source>answers only</source>
        <translation>응답만</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>Connect to the database, or choose &quot;answers only&quot;.</source>
        <translation>데이터베이스에 연결하거나 &quot;응답만&quot; 판정하도록 고르세요.</translation>
    </message>
    <message>
        <source>no table yet</source>
        <translation>아직 테이블 없음</translation>
    </message>
    <message>
        <source>Choose the table that says who has a coupon.</source>
        <translation>쿠폰 보유자 테이블을 고르세요.</translation>
    </message>
    <message>
        <source>Choose the table that says how many are left.</source>
        <translation>남은 수량 테이블을 고르세요.</translation>
    </message>
    <message>
        <source>Choose which coupon: the tables hold several.</source>
        <translation>어떤 쿠폰인지 고르세요. 테이블에 여러 개 있습니다.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1개</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>동시에 %1개</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Everything is there: the crowd can start.</source>
        <translation>모두 갖추었습니다. 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>This step is done.</source>
        <translation>이 단계는 끝났습니다.</translation>
    </message>
    <message>
        <source>This step may be left as it is.</source>
        <translation>이 단계는 그대로 두어도 됩니다.</translation>
    </message>
    <message>
        <source>Next: Answers</source>
        <translation>다음: 응답</translation>
    </message>
    <message>
        <source>Next: Database</source>
        <translation>다음: 데이터베이스</translation>
    </message>
    <message>
        <source>Next: Crowd</source>
        <translation>다음: 사람들</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
</context>
<context>
    <name>stampede::Session</name>
    <message>
        <source>A private database holds no tables of somebody else. Its address is like mysql://USER@HOST:PORT/DATABASE.</source>
        <translation>전용 데이터베이스에는 다른 사람의 테이블이 없습니다. 주소는 mysql://USER@HOST:PORT/DATABASE와 같습니다.</translation>
    </message>
    <message>
        <source>Some settings are not possible yet: %1: %2</source>
        <translation>아직 실행할 수 없는 설정이 있습니다: %1: %2</translation>
    </message>
    <message>
        <source>is missing: paste a request, or type it</source>
        <translation>없음: 요청을 붙여 넣거나 직접 쓰세요</translation>
    </message>
    <message>
        <source>is missing: press Connect…, or type its address</source>
        <translation>없음: 연결… 버튼을 누르거나 주소를 쓰세요</translation>
    </message>
    <message>
        <source>is missing: connect to the database and choose the tables, or open one</source>
        <translation>없음: 데이터베이스에 연결해 테이블을 고르거나 프로필을 여세요</translation>
    </message>
</context>
<context>
    <name>stampede::SettingCell</name>
    <message>
        <source>How long, then how many at its end: 10s:100, 5s:0. From stage to stage in a straight line.</source>
        <translation>길이와 그 끝에서의 수를 차례로 씁니다: 10s:100, 5s:0. 단계 사이는 직선으로 이어집니다.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not set in the preset.</source>
        <translation>프리셋에는 설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Not set in the file.</source>
        <translation>파일에는 설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>In the preset: %1</source>
        <translation>프리셋의 값: %1</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>파일의 값: %1</translation>
    </message>
</context>
<context>
    <name>stampede::StageStory</name>
    <message>
        <source>must come out</source>
        <translation>나와야 하는 값</translation>
    </message>
</context>
<context>
    <name>stampede::StageWindow</name>
    <message>
        <source>It is running. Then the rows are counted.</source>
        <translation>실행 중입니다. 끝나면 행을 셉니다.</translation>
    </message>
    <message>
        <source>%1 s, shown %2 times slower</source>
        <translation>%1초, %2배 느리게 보여 줌</translation>
    </message>
    <message>
        <source>Stampede on stage</source>
        <translation>Stampede 발표</translation>
    </message>
</context>
<context>
    <name>stampede::StagesEditor</name>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1건</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>At most %1, over %2</source>
        <translation>최대 %1, %2 동안</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>in</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>얼마 동안</translation>
    </message>
    <message>
        <source>to</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>몇 명</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>이 단계 지우기</translation>
    </message>
</context>
<context>
    <name>stampede::StartPage</name>
    <message>
        <source>Stampede sends a crowd after a limited coupon, shows live who gets what, and then proves from the database whether stock, rows and answers agree.</source>
        <translation>Stampede는 한정 쿠폰에 많은 사람을 한꺼번에 보내고, 누가 무엇을 받는지 실시간으로 보여 준 뒤, 재고와 행과 응답이 서로 맞는지 데이터베이스로 증명합니다.</translation>
    </message>
    <message>
        <source>See what a race is</source>
        <translation>경합이 무엇인지 보기</translation>
    </message>
    <message>
        <source>Test my own service</source>
        <translation>내 서비스 시험하기</translation>
    </message>
    <message>
        <source>Load a run of another tool</source>
        <translation>다른 도구의 실행 불러오기</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>최근 실행</translation>
    </message>
    <message>
        <source>Every run is kept here until you delete it.</source>
        <translation>모든 실행은 지울 때까지 여기에 보관됩니다.</translation>
    </message>
    <message>
        <source>A guided demo of five steps on a private MariaDB. Nothing of yours is touched.</source>
        <translation>전용 MariaDB에서 진행하는 다섯 단계 데모. 내 데이터는 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>Paste one request, say what its answers mean, connect its database to look, send the crowd.</source>
        <translation>요청 하나를 붙여 넣고, 응답의 뜻을 정하고, 데이터베이스를 연결해 보고, 사람들을 보냅니다.</translation>
    </message>
    <message>
        <source>k6, JMeter, vegeta: the run that you have is held against the rows.</source>
        <translation>k6·JMeter·vegeta: 이미 있는 실행을 행과 대조합니다.</translation>
    </message>
    <message>
        <source>Ctrl+R runs &quot;%1&quot;, the scenario that is open.</source>
        <translation>Ctrl+R: 열려 있는 시나리오 &quot;%1&quot; 실행.</translation>
    </message>
</context>
<context>
    <name>stampede::StatusBanner</name>
    <message>
        <source>Open the audit</source>
        <translation>감사 열기</translation>
    </message>
    <message>
        <source>Back to the latest</source>
        <translation>최근 실행으로</translation>
    </message>
    <message>
        <source>Not possible yet</source>
        <translation>아직 실행할 수 없음</translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation>발급 %1</translation>
    </message>
    <message>
        <source>%1 already issued</source>
        <translation>이미 발급 %1</translation>
    </message>
    <message>
        <source>%1 out of stock</source>
        <translation>수량 부족 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>남음 %1</translation>
    </message>
    <message>
        <source>Must come out</source>
        <translation>나와야 하는 값</translation>
    </message>
    <message>
        <source>The run could not be made</source>
        <translation>실행할 수 없었습니다</translation>
    </message>
    <message>
        <source>Speed figures not to be trusted: %1 Integrity is not affected.</source>
        <translation>속도 수치는 믿을 수 없습니다: %1 정합성에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>d MMMM hh:mm</source>
        <translation>M월 d일 hh:mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy hh:mm</source>
        <translation>yyyy년 M월 d일 hh:mm</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>You are looking at the run of %1 (%2)</source>
        <translation>%1의 실행을 보고 있습니다(%2)</translation>
    </message>
</context>
<context>
    <name>stampede::StatusLine</name>
    <message>
        <source>Private MariaDB</source>
        <translation>전용 MariaDB</translation>
    </message>
    <message>
        <source>Private %1 · own socket</source>
        <translation>전용 %1 · 자체 소켓</translation>
    </message>
    <message>
        <source>generator %1 of %2 processors</source>
        <translation>부하 생성기 프로세서 %2개 중 %1</translation>
    </message>
    <message>
        <source>generator %1 processors</source>
        <translation>부하 생성기 프로세서 %1</translation>
    </message>
    <message>
        <source>Processor time of the load: %1 s; of the window: %2 s, its longest step %3 ms</source>
        <translation>부하의 프로세서 시간: %1초, 창: %2초, 창의 가장 긴 단계 %3 ms</translation>
    </message>
    <message>
        <source>Processor time of the load: %1 s</source>
        <translation>부하의 프로세서 시간: %1초</translation>
    </message>
    <message>
        <source>run %1 · seed %2</source>
        <translation>실행 %1 · 시드 %2</translation>
    </message>
    <message>
        <source>generator %1 of %2 processor</source>
        <translation>부하 생성기 프로세서 %2개 중 %1개</translation>
    </message>
    <message>
        <source>the run before: %1 · seed %2</source>
        <translation>이전 실행: %1 · 시드 %2</translation>
    </message>
    <message>
        <source>run %1 · %2, %3</source>
        <translation>실행 %1 · %2, %3</translation>
    </message>
</context>
<context>
    <name>stampede::StoryChart</name>
    <message>
        <source>issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>issued must come out</source>
        <translation>나와야 하는 발급 수</translation>
    </message>
    <message>
        <source>Issued and left</source>
        <translation>발급과 남은 수량</translation>
    </message>
    <message>
        <source>So far %1 issued, %2 left.</source>
        <translation>지금까지 발급 %1, 남음 %2.</translation>
    </message>
    <message>
        <source>does not add up</source>
        <translation>합계 불일치</translation>
    </message>
    <message>
        <source>should be left</source>
        <translation>남아야 할 수량</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>%1 issued too many</source>
        <translation>%1건 초과 발급</translation>
    </message>
</context>
<context>
    <name>stampede::TablePicker</name>
    <message>
        <source>Who has a coupon</source>
        <translation>쿠폰을 가진 사람</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>The column of who holds it.</source>
        <translation>쿠폰을 가진 사람의 열.</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>The column of which coupon it is; not there where the table is of one coupon.</source>
        <translation>어느 쿠폰인지 나타내는 열. 쿠폰 하나만의 테이블이면 없습니다.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>When it was handed out.</source>
        <translation>나간 시각.</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>요청 ID</translation>
    </message>
    <message>
        <source>Where the service keeps the X-Request-Id that it was sent.</source>
        <translation>서비스가 받은 X-Request-Id를 보관하는 곳.</translation>
    </message>
    <message>
        <source>Row id</source>
        <translation>행 ID</translation>
    </message>
    <message>
        <source>What tells its rows apart.</source>
        <translation>행을 서로 구별하는 열.</translation>
    </message>
    <message>
        <source>How many are left</source>
        <translation>남은 수량</translation>
    </message>
    <message>
        <source>The column that names the coupon.</source>
        <translation>쿠폰을 가리키는 열.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>How many are left.</source>
        <translation>남은 수량.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총수</translation>
    </message>
    <message>
        <source>How many there were to give.</source>
        <translation>줄 수 있던 쿠폰의 수.</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급됨</translation>
    </message>
    <message>
        <source>A counter of those given out.</source>
        <translation>나간 쿠폰의 카운터.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>When the sale starts.</source>
        <translation>판매가 시작되는 시각.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>When the sale ends.</source>
        <translation>판매가 끝나는 시각.</translation>
    </message>
    <message>
        <source>Which ones will not</source>
        <translation>제외되는 점검</translation>
    </message>
    <message>
        <source>How user 7 of the load is written there: m{userId} is m7.</source>
        <translation>부하의 사용자 7이 그곳에 적히는 방식. m{userId}이면 m7입니다.</translation>
    </message>
    <message>
        <source>What a person is told who has the coupon and asks again when none are left.</source>
        <translation>쿠폰을 가진 사람이 남은 것이 없을 때 다시 요청하면 받는 응답.</translation>
    </message>
    <message>
        <source>either: out of stock or already issued</source>
        <translation>둘 다 가능: 수량 부족 또는 이미 발급됨</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>already issued</source>
        <translation>이미 발급됨</translation>
    </message>
    <message>
        <source>Which coupon</source>
        <translation>어느 쿠폰</translation>
    </message>
    <message>
        <source>A person is written</source>
        <translation>사람의 표기</translation>
    </message>
    <message>
        <source>A holder, when none are left, is told</source>
        <translation>소진 후 보유자의 응답</translation>
    </message>
    <message>
        <source>the only one: %1</source>
        <translation>하나뿐: %1</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>고르십시오</translation>
    </message>
    <message>
        <source>must be chosen: there are several</source>
        <translation>골라야 함: 여러 개 있음</translation>
    </message>
    <message>
        <source>These checks will run: %1 of %2</source>
        <translation>수행할 점검: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Something is missing yet, see above.</source>
        <translation>아직 빠진 것이 있습니다. 위를 보십시오.</translation>
    </message>
    <message>
        <source>one coupon for everybody</source>
        <translation>모두 같은 쿠폰</translation>
    </message>
    <message>
        <source>Where requests ask for several coupons: how the coupon of a request is written there, with columns of the people&apos;s file in braces.</source>
        <translation>요청마다 쿠폰이 다를 때 그 쿠폰이 테이블에 적히는 방식. 사람 파일의 열을 중괄호로 씁니다.</translation>
    </message>
    <message>
        <source>A request&apos;s coupon is written</source>
        <translation>요청한 쿠폰의 표기</translation>
    </message>
    <message>
        <source>A person&apos;s bytes are</source>
        <translation>사람의 바이트</translation>
    </message>
    <message>
        <source>A coupon&apos;s bytes are</source>
        <translation>쿠폰의 바이트</translation>
    </message>
    <message>
        <source>In the stock they are</source>
        <translation>수량 테이블에서는</translation>
    </message>
    <message>
        <source>How ids in a column of bytes are shown and typed.</source>
        <translation>바이트 열의 ID를 보이고 입력하는 방식.</translation>
    </message>
    <message>
        <source>as their type says</source>
        <translation>열 형식대로</translation>
    </message>
    <message>
        <source>a UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>hexadecimal digits</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>파일로 저장…</translation>
    </message>
</context>
<context>
    <name>stampede::TryRequest</name>
    <message>
        <source>Send one</source>
        <translation>하나 보내기</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>규칙 추가</translation>
    </message>
    <message>
        <source>This means</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>Some settings are not possible yet.</source>
        <translation>아직 실행할 수 없는 설정이 있습니다.</translation>
    </message>
    <message>
        <source>Waiting for the answer.</source>
        <translation>응답을 기다리는 중입니다.</translation>
    </message>
    <message>
        <source>%1 · %2 ms · %3</source>
        <translation>%1 · %2 ms · %3</translation>
    </message>
    <message>
        <source>the rules say: %1</source>
        <translation>규칙의 판정: %1</translation>
    </message>
    <message>
        <source>no rule knows it: it would count as not recognised</source>
        <translation>맞는 규칙이 없음: &apos;분류되지 않음&apos;으로 집계됩니다</translation>
    </message>
    <message>
        <source>because %1 is &quot;%2&quot;</source>
        <translation>%1의 값이 &quot;%2&quot;이므로</translation>
    </message>
    <message>
        <source>because the status is %1</source>
        <translation>상태가 %1이므로</translation>
    </message>
    <message>
        <source>This sends one real request as user %1. That person may get a coupon.</source>
        <translation>사용자 %1의 실제 요청 하나를 보냅니다. 그 사람이 쿠폰을 받을 수도 있습니다.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>The request has changed since its answer came: send it again.</source>
        <translation>응답을 받은 뒤 요청이 바뀌었습니다. 다시 보내십시오.</translation>
    </message>
    <message>
        <source>%1: %2 · %3 ms</source>
        <translation>%1: %2 · %3 ms</translation>
    </message>
</context>
<context>
    <name>stampede::UnfinishedBar</name>
    <message>
        <source>Audit it</source>
        <translation>감사하기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>%1 more run was cut off.</source>
        <translation>중단된 실행이 %1개 더 있습니다.</translation>
    </message>
    <message>
        <source>%1 more runs were cut off.</source>
        <translation>중단된 실행이 %1개 더 있습니다.</translation>
    </message>
    <message>
        <source>A run of %1 was cut off after %2. What was recorded can be audited.</source>
        <translation>%1의 실행이 %2 뒤에 끊겼습니다. 기록된 것은 감사할 수 있습니다.</translation>
    </message>
    <message>
        <source>A run of %1 was cut off after %2 of %3. What was recorded can be audited.</source>
        <translation>%1의 실행이 %3 가운데 %2건 뒤에 끊겼습니다. 기록된 것은 감사할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>stampede::UnsavedBar</name>
    <message>
        <source>Open it</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>It is offered again at the next start.</source>
        <translation>다음에 시작할 때 다시 묻습니다.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>&quot;%1&quot; had changes that were not saved when Stampede ended (%2).</source>
        <translation>&quot;%1&quot;: Stampede가 끝날 때 저장되지 않은 변경이 있었습니다(%2).</translation>
    </message>
    <message>
        <source>Secrets are never kept and have to be typed again: %1.</source>
        <translation>비밀 값은 보관되지 않으므로 다시 입력해야 합니다: %1.</translation>
    </message>
</context>
<context>
    <name>stampede::VariableRows</name>
    <message>
        <source>Secrets of the request. They are kept until Stampede is closed; the scenario names them and no file holds them.</source>
        <translation>요청의 비밀 값. Stampede를 닫을 때까지만 보관합니다. 시나리오에는 이름만 있고 어떤 파일에도 값이 없습니다.</translation>
    </message>
    <message>
        <source>The secret %1 is missing: type it.</source>
        <translation>비밀 값 %1: 없습니다. 입력하세요.</translation>
    </message>
</context>
<context>
    <name>stampede::WhyTab</name>
    <message>
        <source>Explains it</source>
        <translation>원인임</translation>
    </message>
    <message>
        <source>Ruled out</source>
        <translation>원인 아님</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>할 일: %1</translation>
    </message>
    <message>
        <source>Ruled out: %1</source>
        <translation>원인 아님: %1</translation>
    </message>
</context>
</TS>

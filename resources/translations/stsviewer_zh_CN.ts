<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddProfile</name>
    <message>
        <source>Add profile</source>
        <translation>添加配置</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>Writes, copies and removes one object of its own: {key}</source>
        <translation>写入、复制并删除一个自己的对象：{key}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Run check</source>
        <translation>运行检查</translation>
    </message>
    <message>
        <source>for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>Whole bucket</source>
        <translation>整个存储空间</translation>
    </message>
    <message>
        <source>Try writing too</source>
        <translation>也试写入</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>That is no place in storage. Write oss://bucket/prefix/.</source>
        <translation>这不是存储里的位置。请写成oss://bucket/prefix/。</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>详情已复制</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>路径已复制</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
</context>
<context>
    <name>BucketInput</name>
    <message>
        <source>No bucket is known: type its name</source>
        <translation>还不知道有哪些存储空间：请输入名称</translation>
    </message>
</context>
<context>
    <name>Buckets</name>
    <message>
        <source>Bucket</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>存储类型</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
</context>
<context>
    <name>CardFields</name>
    <message>
        <source>Expiration</source>
        <translation>到期时间</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>the owner of the key {id}</source>
        <translation>密钥{id}的拥有者</translation>
    </message>
    <message>
        <source>the role {name}</source>
        <translation>角色{name}</translation>
    </message>
    <message>
        <source>the account {name}</source>
        <translation>账号{name}</translation>
    </message>
    <message>
        <source>the user {name}</source>
        <translation>用户{name}</translation>
    </message>
    <message>
        <source>None of the policies of {you} allows sts:AssumeRole on this role: {names}.</source>
        <translation>{you}的权限策略（{names}）都不允许对这个角色调用sts:AssumeRole。</translation>
    </message>
    <message>
        <source>No policy is attached to {you}, so nothing allows sts:AssumeRole.</source>
        <translation>{you}没有被授予任何权限策略，所以没有什么允许sts:AssumeRole。</translation>
    </message>
    <message>
        <source>No policy of {you} allows sts:AssumeRole on this role.</source>
        <translation>{you}没有任何权限策略允许对这个角色调用sts:AssumeRole。</translation>
    </message>
    <message>
        <source>A policy to attach to the role {name}</source>
        <extracomment>Tried in this order: the first that does it is the quick way.</extracomment>
        <translation>要授予角色{name}的权限策略</translation>
    </message>
    <message>
        <source>A policy to attach to the user {name}</source>
        <translation>要授予用户{name}的权限策略</translation>
    </message>
    <message>
        <source>Detach the policy and delete it.</source>
        <translation>解除授权并删除这条策略。</translation>
    </message>
    <message>
        <source>A policy of {you} denies sts:AssumeRole, and a Deny outranks every Allow.</source>
        <translation>{you}的一条权限策略拒绝sts:AssumeRole，而Deny优先于一切Allow。</translation>
    </message>
    <message>
        <source>Narrow the Deny of sts:AssumeRole in the policies of {you}</source>
        <translation>收窄{you}的权限策略里对sts:AssumeRole的Deny</translation>
    </message>
    <message>
        <source>Detach the policy {policy} from {you}</source>
        <translation>解除{you}的权限策略{policy}</translation>
    </message>
    <message>
        <source>The policy {policy} of {you}</source>
        <translation>{you}的权限策略{policy}</translation>
    </message>
    <message>
        <source>{name} may take every role that trusts it.</source>
        <translation>{name}可以扮演所有信任它的角色。</translation>
    </message>
    <message>
        <source>A control policy of the resource directory forbids sts:AssumeRole.</source>
        <translation>资源目录的管控策略禁止sts:AssumeRole。</translation>
    </message>
    <message>
        <source>Ask the administrator of the resource directory to except this role</source>
        <translation>请资源目录的管理员为这个角色破例</translation>
    </message>
    <message>
        <source>The key is itself a token, and its session policy does not allow sts:AssumeRole.</source>
        <translation>这个密钥本身就是令牌，而它的会话策略不允许sts:AssumeRole。</translation>
    </message>
    <message>
        <source>Get the first token with a session policy that allows sts:AssumeRole, or without one</source>
        <translation>获取第一个令牌时，使用允许sts:AssumeRole的会话策略，或不用会话策略</translation>
    </message>
    <message>
        <source>The role&apos;s ARN is not of the form acs:ram::ACCOUNT:role/NAME: {arn}</source>
        <translation>角色ARN不是acs:ram::账号:role/名称的格式：{arn}</translation>
    </message>
    <message>
        <source>The account {account} has no role {role}; it has one that is called {near}.</source>
        <translation>账号{account}没有角色{role}，有一个叫{near}的角色。</translation>
    </message>
    <message>
        <source>The account {account} has no role {role}. Check the name, letter by letter.</source>
        <translation>账号{account}没有角色{role}。请逐字检查名称。</translation>
    </message>
    <message>
        <source>The ARN names the account {other}, which has no role {role}. The key belongs to {own}, which has one.</source>
        <translation>ARN写的是账号{other}，那里没有角色{role}。密钥属于{own}，那里有。</translation>
    </message>
    <message>
        <source>The ARN names the account {other}, which has no role {role}; the key belongs to {own}.</source>
        <translation>ARN写的是账号{other}，那里没有角色{role}；密钥属于{own}。</translation>
    </message>
    <message>
        <source>Is the role in the account {own}? Then its ARN is {arn}.</source>
        <translation>角色在账号{own}里吗？那么它的ARN是{arn}。</translation>
    </message>
    <message>
        <source>Enter this ARN in the profile</source>
        <translation>把这个ARN填入配置</translation>
    </message>
    <message>
        <source>Correct the role&apos;s ARN in the profile; RAM&apos;s console shows it on the role&apos;s page</source>
        <translation>更正配置里的角色ARN；RAM控制台的角色页面会显示它</translation>
    </message>
    <message>
        <source>Enter a session name of 2 to 64 letters, digits and . @ - _</source>
        <translation>填写2到64个字母、数字和. @ - _组成的会话名称</translation>
    </message>
    <message>
        <source>Enter the external id as it was agreed: 2 to 1224 letters, digits, = + , . @ : / - _</source>
        <translation>按约定填写外部ID：2到1224个字母、数字和= + , . @ : / - _</translation>
    </message>
    <message>
        <source>Correct this value in the profile</source>
        <translation>更正配置里的这个值</translation>
    </message>
    <message>
        <source>The profile has no session name, and AssumeRole needs one.</source>
        <translation>配置没有会话名称，而AssumeRole需要它。</translation>
    </message>
    <message>
        <source>A token lives 900 seconds at least; the profile asks for {asked}.</source>
        <translation>令牌至少有效900秒，配置要求的是{asked}秒。</translation>
    </message>
    <message>
        <source>The role&apos;s sessions last {longest} seconds at most; the profile asks for {asked}.</source>
        <translation>这个角色的会话最长{longest}秒，配置要求的是{asked}秒。</translation>
    </message>
    <message>
        <source>The profile asks for {asked} seconds. A role&apos;s sessions last 3600 unless its maximum was raised.</source>
        <translation>配置要求{asked}秒。角色的会话最长3600秒，除非调高过上限。</translation>
    </message>
    <message>
        <source>Enter this duration in the profile, or have the role&apos;s maximum raised</source>
        <translation>把这个时长填入配置，或请人调高角色的上限</translation>
    </message>
    <message>
        <source>Correct the session policy of the profile, or leave it empty</source>
        <translation>更正配置里的会话策略，或者留空</translation>
    </message>
    <message>
        <source>The session policy has {count} characters; {limit} are allowed.</source>
        <translation>会话策略有{count}个字符，最多允许{limit}个。</translation>
    </message>
    <message>
        <source>The session policy does not follow the grammar. {place}</source>
        <translation>会话策略不符合语法。{place}</translation>
    </message>
    <message>
        <source>RAM&apos;s policies of {you} and the role&apos;s trust policy tell. Whoever may read RAM can look.</source>
        <translation>{you}的权限策略和角色的信任策略能说明原因。有权读取RAM的人可以查看。</translation>
    </message>
    <message>
        <source>The policies of {you} may not allow sts:AssumeRole on this role.</source>
        <translation>{you}的权限策略可能不允许对这个角色调用sts:AssumeRole。</translation>
    </message>
    <message>
        <source>The role may not trust {you}.</source>
        <translation>角色可能不信任{you}。</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>重新授权即可。</translation>
    </message>
    <message>
        <source>Put the old text back.</source>
        <translation>改回原来的文本。</translation>
    </message>
    <message>
        <source>Detach the policy {policy} from the group {name}</source>
        <translation>解除用户组{name}的权限策略{policy}</translation>
    </message>
    <message>
        <source>Detach the policy {policy} from the role {name}</source>
        <translation>解除角色{name}的权限策略{policy}</translation>
    </message>
    <message>
        <source>Detach the policy {policy} from the user {name}</source>
        <translation>解除用户{name}的权限策略{policy}</translation>
    </message>
    <message>
        <source>The policy {policy} of the group {name}</source>
        <translation>用户组{name}的权限策略{policy}</translation>
    </message>
    <message>
        <source>The policy {policy} of the role {name}</source>
        <translation>角色{name}的权限策略{policy}</translation>
    </message>
    <message>
        <source>The policy {policy} of the user {name}</source>
        <translation>用户{name}的权限策略{policy}</translation>
    </message>
    <message>
        <source>Session policy of the profile {name}</source>
        <translation>配置{name}的会话策略</translation>
    </message>
    <message>
        <source>Statements for the policy of the bucket {bucket}, for its owner</source>
        <translation>给存储空间{bucket}授权策略的语句，由其拥有者添加</translation>
    </message>
    <message>
        <source>Take the statements out again.</source>
        <translation>再去掉这些语句。</translation>
    </message>
    <message>
        <source>Delete the policy of the bucket {bucket}</source>
        <translation>删除存储空间{bucket}的授权策略</translation>
    </message>
    <message>
        <source>Policy of the bucket {bucket}</source>
        <translation>存储空间{bucket}的授权策略</translation>
    </message>
    <message>
        <source>Everybody whom that Deny is about may do this again, where an Allow lets them.</source>
        <translation>那条Deny所针对的所有人，只要有Allow，又可以这样做。</translation>
    </message>
    <message>
        <source>It lets through {here} as well, and {elsewhere} in other buckets.</source>
        <extracomment>The place that stands for all buckets but the one that is looked at.</extracomment>
        <translation>它也会放行{here}，以及其他存储空间里的{elsewhere}。</translation>
    </message>
    <message>
        <source>It lets through {elsewhere} in other buckets as well.</source>
        <translation>它也会放行其他存储空间里的{elsewhere}。</translation>
    </message>
    <message>
        <source>It lets through {here} as well.</source>
        <translation>它也会放行{here}。</translation>
    </message>
    <message>
        <source>Nothing but what was asked for.</source>
        <translation>只开放所要求的，别无其他。</translation>
    </message>
    <message>
        <source>{names} and {count} more actions</source>
        <translation>{names}等另有{count}个操作</translation>
    </message>
    <message>
        <source>The trust policy itself tells: let somebody who may call ram:GetRole look at it.</source>
        <translation>信任策略本身能说明原因：请有权调用ram:GetRole的人查看。</translation>
    </message>
    <message>
        <source>The trust policy of the role {role} does not let {you} in.</source>
        <translation>角色{role}的信任策略不让{you}扮演。</translation>
    </message>
    <message>
        <source>It may trust only a cloud service. A RAM user can never take such a role.</source>
        <translation>它可能只信任云服务。RAM用户永远不能扮演这样的角色。</translation>
    </message>
    <message>
        <source>It may name neither {you} nor its account.</source>
        <translation>它可能既没有写明{you}，也没有写明其账号。</translation>
    </message>
    <message>
        <source>It may ask for another external id than the profile&apos;s.</source>
        <translation>它要求的外部ID可能与配置里的不同。</translation>
    </message>
    <message>
        <source>It may ask for an external id, and the profile has none.</source>
        <translation>它可能要求外部ID，而配置里没有。</translation>
    </message>
    <message>
        <source>It may have a condition that this request does not meet: an address, MFA, a time.</source>
        <translation>它可能有这次请求不满足的条件：来源地址、MFA、时间。</translation>
    </message>
    <message>
        <source>A Deny in the trust policy of the role {role} keeps {you} out.</source>
        <translation>角色{role}的信任策略里有一条Deny，把{you}挡在外面。</translation>
    </message>
    <message>
        <source>Narrow the Deny in the trust policy of the role {role} so that it does not meet {you}</source>
        <translation>收窄角色{role}信任策略里的Deny，使它不针对{you}</translation>
    </message>
    <message>
        <source>Its trust policy names {named}, and not {you}.</source>
        <translation>它的信任策略写的是{named}，不是{you}。</translation>
    </message>
    <message>
        <source>Its trust policy names one principal, the service {services}. A RAM user can never take a role that trusts only a service.</source>
        <translation>它的信任策略只写明一个主体：云服务{services}。RAM用户永远不能扮演只信任云服务的角色。</translation>
    </message>
    <message>
        <source>Its trust policy names only services: {services}. A RAM user can never take a role that trusts only services.</source>
        <translation>它的信任策略只写明云服务：{services}。RAM用户永远不能扮演只信任云服务的角色。</translation>
    </message>
    <message>
        <source>Its trust policy names an identity provider, {providers}. Such a role is taken by signing in there, never with an access key.</source>
        <translation>它的信任策略写明的是身份提供商{providers}。这种角色要在那里登录才能扮演，不能用AccessKey。</translation>
    </message>
    <message>
        <source>Its trust policy lets nobody in.</source>
        <translation>它的信任策略不让任何人扮演。</translation>
    </message>
    <message>
        <source>Its trust policy lets {you} in, yet STS says that it does not. It may have changed just now.</source>
        <translation>它的信任策略允许{you}，而STS说不允许。它可能刚刚改过。</translation>
    </message>
    <message>
        <source>Its trust policy asks for another external id than the profile&apos;s.</source>
        <translation>它的信任策略要求的外部ID与配置里的不同。</translation>
    </message>
    <message>
        <source>Its trust policy asks for an external id, and the profile has none.</source>
        <translation>它的信任策略要求外部ID，而配置里没有。</translation>
    </message>
    <message>
        <source>Its trust policy asks for a sign-in with MFA. A request signed with an access key never carries one.</source>
        <translation>它的信任策略要求MFA登录。用AccessKey签名的请求从不带MFA。</translation>
    </message>
    <message>
        <source>Its trust policy has a condition on the address, {operator} {values}; you come from {address}.</source>
        <translation>它的信任策略对来源地址有条件：{operator} {values}；您来自{address}。</translation>
    </message>
    <message>
        <source>Its trust policy has a condition on the address, {operator} {values}. Your requests reach the cloud from another one.</source>
        <translation>它的信任策略对来源地址有条件：{operator} {values}。您的请求来自别的地址。</translation>
    </message>
    <message>
        <source>Its trust policy has a condition that this request does not meet: {operator} {key} {values}.</source>
        <translation>它的信任策略有这次请求不满足的条件：{operator} {key} {values}。</translation>
    </message>
    <message>
        <source>Enter this external id in the profile</source>
        <translation>把这个外部ID填入配置</translation>
    </message>
    <message>
        <source>Ask whoever made the role for its external id, and enter it in the profile</source>
        <translation>向创建角色的人询问外部ID，填入配置</translation>
    </message>
    <message>
        <source>Nothing: the role stays as it is.</source>
        <translation>没有：角色保持不变。</translation>
    </message>
    <message>
        <source>Empty the field again.</source>
        <translation>再把该字段清空。</translation>
    </message>
    <message>
        <source>Statement {number} of its trust policy denies {you}, and a Deny outranks every Allow.</source>
        <translation>它的信任策略第{number}条语句拒绝{you}，而Deny优先于一切Allow。</translation>
    </message>
    <message>
        <source>Whoever this statement names may take the role from {address} too.</source>
        <translation>这条语句写明的人也可以从{address}扮演这个角色。</translation>
    </message>
    <message>
        <source>Trust policy of the role {role}</source>
        <translation>角色{role}的信任策略</translation>
    </message>
    <message>
        <source>Take {arn} out again.</source>
        <translation>再去掉{arn}。</translation>
    </message>
    <message>
        <source>Take the first statement out again.</source>
        <translation>再去掉第一条语句。</translation>
    </message>
    <message>
        <source>Name the owner of the key {id} in the trust policy of the role {role}</source>
        <translation>在角色{role}的信任策略里写明密钥{id}的拥有者</translation>
    </message>
    <message>
        <source>A statement for the trust policy of the role {role}</source>
        <translation>给角色{role}信任策略的一条语句</translation>
    </message>
    <message>
        <source>Take the statement out again.</source>
        <translation>再去掉这条语句。</translation>
    </message>
    <message>
        <source>{name} may take this role. Nobody else gains anything.</source>
        <translation>{name}可以扮演这个角色，其他人没有任何变化。</translation>
    </message>
    <message>
        <source>Correct the region or the endpoint in the profile, or the network</source>
        <extracomment>The profile&apos;s field that a blocked way hangs on, or an empty text.</extracomment>
        <translation>更正配置里的地域或接入点，或检查网络</translation>
    </message>
    <message>
        <source>Correct the endpoint in the profile</source>
        <translation>更正配置里的接入点</translation>
    </message>
    <message>
        <source>Correct the endpoint in the profile, or start what should listen</source>
        <translation>更正配置里的接入点，或启动应当监听的服务</translation>
    </message>
    <message>
        <source>Let {host} through the firewall, or name a proxy in HTTPS_PROXY</source>
        <translation>让防火墙放行{host}，或在HTTPS_PROXY里写明代理</translation>
    </message>
    <message>
        <source>Turn the network on, or correct its routes to {host}</source>
        <translation>打开网络，或更正到{host}的路由</translation>
    </message>
    <message>
        <source>Name the CA file of whoever inspects TLS in REQUESTS_CA_BUNDLE, or have {host} left out of it</source>
        <translation>在REQUESTS_CA_BUNDLE里写明检查TLS者的CA文件，或让{host}免于检查</translation>
    </message>
    <message>
        <source>Correct the endpoint in the profile: http or https, and its port</source>
        <translation>更正配置里的接入点：http还是https，以及端口</translation>
    </message>
    <message>
        <source>Correct HTTPS_PROXY, HTTP_PROXY or NO_PROXY in the environment</source>
        <translation>更正环境变量HTTPS_PROXY、HTTP_PROXY或NO_PROXY</translation>
    </message>
    <message>
        <source>Correct REQUESTS_CA_BUNDLE in the environment</source>
        <translation>更正环境变量REQUESTS_CA_BUNDLE</translation>
    </message>
    <message>
        <source>Try again; if it stays, something between here and {host} hangs up</source>
        <translation>请重试；如仍如此，就是到{host}的途中有什么在中断连接</translation>
    </message>
    <message>
        <source>Correct the endpoint in the profile, or log in to the network</source>
        <translation>更正配置里的接入点，或登录网络</translation>
    </message>
    <message>
        <source>Get a new token, and use it with its own key</source>
        <translation>获取新令牌，并与它自己的密钥一起使用</translation>
    </message>
    <message>
        <source>Take the key id, the secret and the token from one and the same answer of AssumeRole</source>
        <translation>AccessKey ID、Secret和令牌要取自同一次AssumeRole的答复</translation>
    </message>
    <message>
        <source>Enter the token whole, or get a new one</source>
        <translation>完整填写令牌，或获取新的</translation>
    </message>
    <message>
        <source>Enable the access key {key} of the user in RAM</source>
        <translation>在RAM里启用该用户的AccessKey {key}</translation>
    </message>
    <message>
        <source>Disable the key again.</source>
        <translation>再停用该密钥。</translation>
    </message>
    <message>
        <source>Or enter another key of the user in the profile</source>
        <translation>或者在配置里填写该用户的另一个密钥</translation>
    </message>
    <message>
        <source>Enter the id of a key that exists</source>
        <translation>填写存在的AccessKey ID</translation>
    </message>
    <message>
        <source>Enter the secret of this key again; or make a new key</source>
        <translation>重新填写这个密钥的Secret，或新建密钥</translation>
    </message>
    <message>
        <source>This is a key of the account itself (root), and an account can never assume a role. Whoever has this key can do everything: better not to have one at all.</source>
        <translation>这是主账号自己的密钥，主账号永远不能扮演角色。拥有这个密钥的人什么都能做：最好根本不要有。</translation>
    </message>
    <message>
        <source>Enter the key of a RAM user that may call sts:AssumeRole</source>
        <translation>填写有权调用sts:AssumeRole的RAM用户的密钥</translation>
    </message>
    <message>
        <source>Set the clock of this machine; best let it follow a time server</source>
        <translation>校准本机时钟，最好让它与时间服务器同步</translation>
    </message>
    <message>
        <source>No statement in the policies of {whose} allows {actions} on {where}.</source>
        <translation>{whose}的权限策略里没有语句允许对{where}执行{actions}。</translation>
    </message>
    <message>
        <source>No statement of {whose} allows {actions} on {where}.</source>
        <translation>{whose}里没有语句允许对{where}执行{actions}。</translation>
    </message>
    <message>
        <source>No policy is attached to {whose}, so nothing allows {actions} on {where}.</source>
        <translation>{whose}没有被授予任何权限策略，所以没有什么允许对{where}执行{actions}。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy} names the bucket, {resources}, but not its objects: {actions} needs {bucket}/*.</source>
        <translation>{policy}的第{number}条语句写的是存储空间{resources}，没有写其中的对象：{actions}需要{bucket}/*。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy} names objects, {resources}, but not the bucket itself: {actions} needs {bucket}.</source>
        <translation>{policy}的第{number}条语句写的是对象{resources}，没有写存储空间本身：{actions}需要{bucket}。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy} allows {actions} only on {resources}, not on {where}.</source>
        <translation>{policy}的第{number}条语句只允许对{resources}执行{actions}，不包括{where}。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy} covers {where}, but allows {allowed} only, not {actions}.</source>
        <translation>{policy}的第{number}条语句涵盖{where}，但只允许{allowed}，不包括{actions}。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy} allows listing only with a prefix like {values}; here it is “{prefix}”.</source>
        <translation>{policy}的第{number}条语句只允许用{values}这样的前缀列举，这里是“{prefix}”。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy} allows listing only with the delimiter {values}; here it is “{delimiter}”.</source>
        <translation>{policy}的第{number}条语句只允许用分隔符{values}列举，这里是“{delimiter}”。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy} allows {actions} under a condition that this request does not meet: {operator} {key} {values}.</source>
        <translation>{policy}的第{number}条语句允许{actions}，但有这次请求不满足的条件：{operator} {key} {values}。</translation>
    </message>
    <message>
        <source>Ask the administrator of the resource directory to except this bucket</source>
        <translation>请资源目录的管理员为这个存储空间破例</translation>
    </message>
    <message>
        <source>Add the referer to the list of the bucket, or allow empty ones</source>
        <translation>把Referer加入存储空间的名单，或允许空Referer</translation>
    </message>
    <message>
        <source>Widen the policy of the VPC endpoint</source>
        <translation>放宽VPC终端节点的策略</translation>
    </message>
    <message>
        <source>Have the bill of the account that owns the bucket paid, or OSS opened for it</source>
        <translation>请存储空间所属账号结清欠费，或开通OSS</translation>
    </message>
    <message>
        <source>The session policy of the token does not allow {actions}.</source>
        <translation>令牌的会话策略不允许{actions}。</translation>
    </message>
    <message>
        <source>Get a token with a session policy that allows it, or without one</source>
        <translation>使用允许它的会话策略获取令牌，或不用会话策略</translation>
    </message>
    <message>
        <source>Statement {number} of the session policy denies {actions}.</source>
        <translation>会话策略的第{number}条语句拒绝{actions}。</translation>
    </message>
    <message>
        <source>the session policy</source>
        <translation>会话策略</translation>
    </message>
    <message>
        <source>The policies of {who} allow {actions}, yet the server refuses. A policy may have changed just now, or one above the account, a control policy, refuses.</source>
        <translation>{who}的权限策略允许{actions}，服务器却拒绝了。可能有策略刚刚改过，也可能是账号之上的管控策略在拒绝。</translation>
    </message>
    <message>
        <source>Run the check again in a minute; then ask the administrator of the resource directory.</source>
        <translation>过一分钟再检查一次；仍如此就询问资源目录的管理员。</translation>
    </message>
    <message>
        <source>No policy of {who} allows {actions} on {where}.</source>
        <translation>{who}没有任何权限策略允许对{where}执行{actions}。</translation>
    </message>
    <message>
        <source>Whether the bucket is the account&apos;s own: its owner is shown on its page in the console.</source>
        <translation>存储空间是否属于本账号：控制台的存储空间页面会显示拥有者。</translation>
    </message>
    <message>
        <source>If it belongs to another account: statements for the policy of the bucket {bucket}, for its owner</source>
        <translation>如果属于别的账号：给存储空间{bucket}授权策略的语句，由其拥有者添加</translation>
    </message>
    <message>
        <source>The policies of {who} tell: let somebody who may read RAM look at them.</source>
        <translation>{who}的权限策略能说明原因：请有权读取RAM的人查看。</translation>
    </message>
    <message>
        <source>A policy may name the bucket, {bucket}, but not its objects, {bucket}/*.</source>
        <translation>可能有策略写了存储空间{bucket}，没有写其中的对象{bucket}/*。</translation>
    </message>
    <message>
        <source>A policy may name the objects, {bucket}/*, but not the bucket, {bucket}.</source>
        <translation>可能有策略写了对象{bucket}/*，没有写存储空间{bucket}。</translation>
    </message>
    <message>
        <source>A policy may allow oss:Get* and not oss:ListObjects.</source>
        <translation>可能有策略允许oss:Get*，却没有允许oss:ListObjects。</translation>
    </message>
    <message>
        <source>A policy may allow listing only with another prefix or delimiter.</source>
        <translation>可能有策略只允许用别的前缀或分隔符列举。</translation>
    </message>
    <message>
        <source>A policy of {who} denies {actions} on {where}, and a Deny outranks every Allow.</source>
        <translation>{who}的一条权限策略拒绝对{where}执行{actions}，而Deny优先于一切Allow。</translation>
    </message>
    <message>
        <source>Narrow the Deny of {actions} in the policy {policies}</source>
        <translation>收窄权限策略{policies}里对{actions}的Deny</translation>
    </message>
    <message>
        <source>Narrow the Deny of {actions} in the policies of {who}</source>
        <translation>收窄{who}的权限策略里对{actions}的Deny</translation>
    </message>
    <message>
        <source>The policy {policies} denies {actions} on {where}, and a Deny outranks every Allow.</source>
        <translation>权限策略{policies}拒绝对{where}执行{actions}，而Deny优先于一切Allow。</translation>
    </message>
    <message>
        <source>Statement {number} of the policy {policy} denies {actions} on {where}, and a Deny outranks every Allow.</source>
        <translation>权限策略{policy}的第{number}条语句拒绝对{where}执行{actions}，而Deny优先于一切Allow。</translation>
    </message>
    <message>
        <source>Or enter this prefix in the profile, and stay below it</source>
        <translation>或者把这个前缀填入配置，只在它之下浏览</translation>
    </message>
    <message>
        <source>The bucket {bucket} belongs to another account. No policy of {who} can open it: only the bucket&apos;s own policy can.</source>
        <translation>存储空间{bucket}属于别的账号。{who}的权限策略都无法开放它，只有存储空间自己的授权策略可以。</translation>
    </message>
    <message>
        <source>Or check the bucket&apos;s name: {bucket}</source>
        <translation>或者检查存储空间的名称：{bucket}</translation>
    </message>
    <message>
        <source>The bucket may belong to another account: then only the bucket&apos;s own policy can open it.</source>
        <translation>存储空间可能属于别的账号：那样只有它自己的授权策略才能开放。</translation>
    </message>
    <message>
        <source>The policy of the bucket {bucket} denies {actions}, and a Deny outranks every Allow.</source>
        <translation>存储空间{bucket}的授权策略拒绝{actions}，而Deny优先于一切Allow。</translation>
    </message>
    <message>
        <source>Narrow the Deny in the policy of the bucket {bucket} so that it does not meet {who}</source>
        <translation>收窄存储空间{bucket}授权策略里的Deny，使它不针对{who}</translation>
    </message>
    <message>
        <source>{address} is archived. The role may read it, but it must be restored first.</source>
        <translation>{address}已归档。角色有权读取，但要先解冻。</translation>
    </message>
    <message>
        <source>Restore the object, or have its storage class changed</source>
        <translation>解冻该对象，或请人更改它的存储类型</translation>
    </message>
    <message>
        <source>Look at what the server says: {sentence}</source>
        <translation>看看服务器的说法：{sentence}</translation>
    </message>
    <message>
        <source>There is no bucket to look at: name one.</source>
        <extracomment>What each word stands for, of the calls that are looked at. What would be more than expected. HeadObject is the right of GetObject, CopyObject those of GetObject and PutObject.</extracomment>
        <translation>没有要查看的存储空间：请给出一个。</translation>
    </message>
    <message>
        <source>Less than expected: there is no token.</source>
        <translation>少于预期：没有令牌。</translation>
    </message>
    <message>
        <source>Less than expected: {names}.</source>
        <translation>少于预期：{names}。</translation>
    </message>
    <message>
        <source>More than expected: {names}.</source>
        <translation>多于预期：{names}。</translation>
    </message>
    <message>
        <source>Exactly what was expected.</source>
        <translation>与预期完全一致。</translation>
    </message>
    <message>
        <source>It cannot be told whether {names} would be allowed: the policies cannot be read, and writing was not tried. Run it with --try-writes.</source>
        <translation>无法判断{names}是否允许：读不到权限策略，也没有试写入。请加上--try-writes运行。</translation>
    </message>
    <message>
        <source>It cannot be told whether {names} would be allowed.</source>
        <translation>无法判断{names}是否允许。</translation>
    </message>
    <message>
        <source>Reaching STS</source>
        <translation>连接STS</translation>
    </message>
    <message>
        <source>the root key of the account {account}</source>
        <translation>账号{account}的主账号密钥</translation>
    </message>
    <message>
        <source>a session of the role {name}</source>
        <translation>角色{name}的会话</translation>
    </message>
    <message>
        <source>RAM user {name}, not the root key</source>
        <translation>RAM用户{name}，不是主账号密钥</translation>
    </message>
    <message>
        <source>it exists; the signature was not looked at</source>
        <translation>存在，没有检验签名</translation>
    </message>
    <message>
        <source>less than a second apart</source>
        <translation>相差不到一秒</translation>
    </message>
    <message>
        <source>{seconds} s apart</source>
        <translation>相差{seconds}秒</translation>
    </message>
    <message>
        <source>{minutes} min apart</source>
        <translation>相差{minutes}分钟</translation>
    </message>
    <message>
        <source>The clocks are {minutes} min apart. Past 15, every request is refused.</source>
        <translation>时钟相差{minutes}分钟。超过15分钟，所有请求都会被拒绝。</translation>
    </message>
    <message>
        <source>lists all the way down only</source>
        <extracomment>The rows, in this order. Calls that are a read of the object and nothing else: one that was tried speaks for the others.</extracomment>
        <translation>只能一直列到底</translation>
    </message>
    <message>
        <source>lists level by level only</source>
        <translation>只能逐级列举</translation>
    </message>
    <message>
        <source>cannot be told without trying: {names}</source>
        <translation>不试就无法判断：{names}</translation>
    </message>
    <message>
        <source>opens the bucket only by its address</source>
        <translation>只能凭地址打开存储空间</translation>
    </message>
    <message>
        <source>whole files only; resuming needs {names}</source>
        <translation>只能整个传输，断点续传需要{names}</translation>
    </message>
    <message>
        <source>for {address}</source>
        <translation>用于{address}</translation>
    </message>
    <message>
        <source>needs {names} on the bucket</source>
        <translation>需要对存储空间的{names}</translation>
    </message>
    <message>
        <source>needs to list all the way down, without a delimiter</source>
        <translation>需要不带分隔符一直列到底</translation>
    </message>
    <message>
        <source>needs to list the bucket from its root</source>
        <translation>需要从根目录列举存储空间</translation>
    </message>
    <message>
        <source>needs {names}</source>
        <translation>需要{names}</translation>
    </message>
    <message>
        <source>{host}, through {proxy}</source>
        <extracomment>A machine whose clock is this many seconds off still works; past 15 minutes requests are refused.</extracomment>
        <translation>{host}，经由{proxy}</translation>
    </message>
    <message>
        <source>{host}, no proxy</source>
        <translation>{host}，没有代理</translation>
    </message>
    <message>
        <source>Reaching {host}</source>
        <translation>连接{host}</translation>
    </message>
    <message>
        <source>The network reaches STS</source>
        <translation>网络能到达STS</translation>
    </message>
    <message>
        <source>The key exists and signs</source>
        <translation>密钥存在，能签名</translation>
    </message>
    <message>
        <source>Clocks agree</source>
        <translation>时钟一致</translation>
    </message>
    <message>
        <source>The user may call sts:AssumeRole</source>
        <translation>用户有权调用sts:AssumeRole</translation>
    </message>
    <message>
        <source>The role exists</source>
        <translation>角色存在</translation>
    </message>
    <message>
        <source>The role trusts you</source>
        <translation>角色信任您</translation>
    </message>
    <message>
        <source>Duration, session name and session policy accepted</source>
        <translation>时长、会话名称和会话策略被接受</translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation>令牌已颁发</translation>
    </message>
    <message>
        <source>Bucket, region and endpoint</source>
        <translation>存储空间、地域和接入点</translation>
    </message>
    <message>
        <source>Each action in the bucket</source>
        <translation>存储空间里的每个操作</translation>
    </message>
    <message>
        <source>Each action under {prefix}</source>
        <translation>{prefix}之下的每个操作</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>no bucket was chosen</source>
        <translation>没有选择存储空间</translation>
    </message>
    <message>
        <source>could not be removed: {names}</source>
        <translation>无法删除：{names}</translation>
    </message>
    <message>
        <source>Correct the bucket&apos;s name in the profile: {bucket}</source>
        <translation>更正配置里的存储空间名称：{bucket}</translation>
    </message>
    <message>
        <source>{bucket} in {region}</source>
        <translation>{bucket}在{region}</translation>
    </message>
    <message>
        <source>in {there}, not in {here}</source>
        <translation>在{there}，不在{here}</translation>
    </message>
    <message>
        <source>The bucket {bucket} is in {there}, and the profile says {here}. stsviewer follows it there; a program that goes by the profile is refused.</source>
        <translation>存储空间{bucket}在{there}，配置写的是{here}。stsviewer会跟随过去；只按配置行事的程序会被拒绝。</translation>
    </message>
    <message>
        <source>Enter this region in the profile</source>
        <translation>把这个地域填入配置</translation>
    </message>
    <message>
        <source>Enter {region} again.</source>
        <translation>再填回{region}。</translation>
    </message>
    <message>
        <source>the profile takes no role</source>
        <extracomment>How long, in seconds, RAM is waited for when all else is done: a blocked RAM must not hold the answer. A token that lives this many seconds less than asked for is worth a word.</extracomment>
        <translation>配置不扮演角色</translation>
    </message>
    <message>
        <source>the key came with its token</source>
        <translation>密钥自带令牌</translation>
    </message>
    <message>
        <source>{seconds} s, session {name}</source>
        <translation>{seconds}秒，会话{name}</translation>
    </message>
    <message>
        <source>lives {seconds} s</source>
        <translation>有效{seconds}秒</translation>
    </message>
    <message>
        <source>lives {seconds} s, {asked} s were asked for</source>
        <translation>有效{seconds}秒，要求的是{asked}秒</translation>
    </message>
    <message>
        <source>The token lives {seconds} s only, though {asked} s were asked for.</source>
        <translation>令牌只有效{seconds}秒，而要求的是{asked}秒。</translation>
    </message>
    <message>
        <source>refused: {names}</source>
        <extracomment>An account that nobody has, for a bucket whose owner is known to be another one and not which.</extracomment>
        <translation>被拒绝：{names}</translation>
    </message>
    <message>
        <source>listing works one way only</source>
        <translation>只有一种列举方式可用</translation>
    </message>
</context>
<context>
    <name>CheckStatus</name>
    <message>
        <source>Requests are under way</source>
        <translation>请求进行中</translation>
    </message>
    <message>
        <source>Read-only: nothing has been sent</source>
        <translation>只读：还没有发出请求</translation>
    </message>
    <message>
        <source>{count} requests, {mutating} of them wrote or removed the check&apos;s own object</source>
        <translation>{count}个请求，其中{mutating}个写入或删除了检查自己的对象</translation>
    </message>
    <message>
        <source>Read-only: {count} requests, none that changes anything</source>
        <translation>只读：{count}个请求，没有任何更改</translation>
    </message>
</context>
<context>
    <name>ClipboardNotice</name>
    <message>
        <source>{what} copied, clears in {seconds} s</source>
        <translation>{what}已复制，{seconds}秒后清除</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>立即清除</translation>
    </message>
</context>
<context>
    <name>Command line</name>
    <message>
        <source>Opening the profile {name}</source>
        <translation>打开配置{name}</translation>
    </message>
    <message>
        <source>The keyring holds no secret for the key {id}. Save the profile again.</source>
        <translation>密钥环里没有{id}的Secret。请重新保存这个配置。</translation>
    </message>
    <message>
        <source>The environment holds no key: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.</source>
        <translation>环境变量里没有密钥：请设置ALIBABA_CLOUD_ACCESS_KEY_ID和ALIBABA_CLOUD_ACCESS_KEY_SECRET。</translation>
    </message>
    <message>
        <source>There is no profile yet. Add one in the window, or use --sandbox.</source>
        <translation>还没有配置。请在窗口里添加，或使用--sandbox。</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. There are: {known}</source>
        <translation>没有名为“{name}”的配置。现有：{known}</translation>
    </message>
</context>
<context>
    <name>ContextForm</name>
    <message>
        <source>An address such as 203.0.113.7</source>
        <translation>例如203.0.113.7这样的地址</translation>
    </message>
    <message>
        <source>A time such as 2026-11-24T09:30:00Z</source>
        <translation>例如2026-11-24T09:30:00Z这样的时间</translation>
    </message>
    <message>
        <source>Source IP</source>
        <translation>来源IP</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>Secure transport</source>
        <translation>安全传输</translation>
    </message>
    <message>
        <source>not carried</source>
        <translation>不携带</translation>
    </message>
    <message>
        <source>signed in with it</source>
        <translation>已用它登录</translation>
    </message>
    <message>
        <source>without it</source>
        <translation>没有用它</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>No token yet</source>
        <translation>还没有令牌</translation>
    </message>
    <message>
        <source>Renewing</source>
        <translation>正在续期</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>无令牌</translation>
    </message>
    <message>
        <source>own key</source>
        <translation>自有密钥</translation>
    </message>
</context>
<context>
    <name>Denial</name>
    <message>
        <source>This is a key of the account itself (root), and an account cannot assume a role. Use the key of a RAM user.</source>
        <translation>这是主账号自己的密钥，主账号不能扮演角色。请使用RAM用户的密钥。</translation>
    </message>
    <message>
        <source>A control policy of the resource directory forbids {action}. Only its administrator can change that.</source>
        <translation>资源目录的管控策略禁止{action}。只有它的管理员可以更改。</translation>
    </message>
    <message>
        <source>The session policy of this token does not allow {action}, whatever the role may do. Widen the session policy of the profile, or leave it empty.</source>
        <translation>无论角色有什么权限，这个令牌的会话策略都不允许{action}。请放宽配置里的会话策略，或者留空。</translation>
    </message>
    <message>
        <source>The role does not trust this user: its trust policy must name the user or the account, and its conditions (external id, address, MFA) must hold.</source>
        <translation>角色不信任这个用户：信任策略必须写明该用户或其账号，并且其中的条件（外部ID、来源地址、MFA）必须满足。</translation>
    </message>
    <message>
        <source>The role&apos;s trust policy denies this user. Narrow or remove that Deny.</source>
        <translation>角色的信任策略拒绝了这个用户。请收窄或去掉那条Deny。</translation>
    </message>
    <message>
        <source>No policy of {who} allows {action}. Attach one that does.</source>
        <translation>{who}没有任何权限策略允许{action}。请授予一条允许它的策略。</translation>
    </message>
    <message>
        <source>A policy of {who} denies {action}, and a Deny outranks every Allow. Narrow or remove that statement.</source>
        <translation>{who}的一条权限策略拒绝{action}，而Deny优先于一切Allow。请收窄或去掉那条语句。</translation>
    </message>
    <message>
        <source>The policy of the bucket denies {action}. The owner of the bucket can change it.</source>
        <translation>存储空间的授权策略拒绝{action}。存储空间的拥有者可以更改。</translation>
    </message>
    <message>
        <source>A Deny in the policy of {who} or of the bucket forbids {action}.</source>
        <translation>{who}或存储空间的策略里有一条Deny禁止{action}。</translation>
    </message>
    <message>
        <source>Neither a policy nor the ACL of the bucket or the object allows {action}.</source>
        <translation>权限策略、存储空间的ACL和对象的ACL都不允许{action}。</translation>
    </message>
    <message>
        <source>The bucket answers only requests with certain referers, and this is none of them.</source>
        <translation>这个存储空间只接受特定Referer的请求，这次请求不在其中。</translation>
    </message>
    <message>
        <source>The policy of the VPC endpoint forbids {action}.</source>
        <translation>VPC终端节点的策略禁止{action}。</translation>
    </message>
    <message>
        <source>The server does not let {who} do {action}. Which policy refuses is not told.</source>
        <translation>服务器不允许{who}执行{action}，没有说明是哪条策略拒绝的。</translation>
    </message>
    <message>
        <source>The user may not call sts:AssumeRole. Attach the policy AliyunSTSAssumeRoleAccess to the user, or one that allows sts:AssumeRole on this role.</source>
        <translation>这个用户无权调用sts:AssumeRole。请为用户授予AliyunSTSAssumeRoleAccess，或一条允许对这个角色调用sts:AssumeRole的策略。</translation>
    </message>
    <message>
        <source>STS issues no token. Either the user may not call sts:AssumeRole, or the role does not trust the user, or this is a key of the account itself. Which one is not told.</source>
        <translation>STS没有颁发令牌。可能是用户无权调用sts:AssumeRole，可能是角色不信任这个用户，也可能这是主账号自己的密钥。服务器没有说明是哪一种。</translation>
    </message>
    <message>
        <source>This role may not list buckets. Type the address of a bucket or prefix that it may see: oss://bucket/prefix/</source>
        <translation>这个角色不能列出存储空间。请输入它能看到的存储空间或前缀的地址：oss://bucket/prefix/</translation>
    </message>
    <message>
        <source>the role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>this request</source>
        <translation>这个请求</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>{folder} holds too many files called {name}.</source>
        <translation>{folder}里名为{name}的文件太多了。</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Downloaded {name}</source>
        <translation>已下载{name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>取消下载</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Server&apos;s answer</source>
        <translation>服务器答复</translation>
    </message>
    <message>
        <source>Missing right</source>
        <translation>缺少的权限</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>判定者</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
</context>
<context>
    <name>Favourites</name>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>From a key to a token in a minute</source>
        <translation>一分钟，从密钥到令牌</translation>
    </message>
    <message>
        <source>Three steps. Nothing is changed in your account.</source>
        <translation>只需三步，不会改动账号里的任何东西。</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The AccessKey of a RAM user that may take the role. Not the account&apos;s own key.</source>
        <translation>有权扮演角色的RAM用户的AccessKey，不要用主账号的密钥。</translation>
    </message>
    <message>
        <source>The role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Paste its ARN, as the RAM console shows it.</source>
        <translation>粘贴RAM控制台上显示的角色ARN。</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Three values and an hour to live. Copy them, browse with them, renew with a click.</source>
        <translation>三个值，有效一小时。可以复制，可以浏览，点一下就续期。</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>AccessKey Secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Role ARN</source>
        <translation>角色ARN</translation>
    </message>
    <message>
        <source>30 characters</source>
        <translation>30个字符</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Get token</source>
        <translation>获取令牌</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>The secret goes to this system&apos;s keyring and nowhere else.</source>
        <translation>Secret只存入本机系统的密钥环，不去别处。</translation>
    </message>
</context>
<context>
    <name>FixView</name>
    <message>
        <source>Fix: {what}</source>
        <translation>修复：{what}</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The quick way</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Edit profile</source>
        <translation>编辑配置</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Today {time}</source>
        <translation>今天{time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>昨天{time}</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>Qt&apos;s date format: day and month of this year, with the time.</extracomment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Qt&apos;s date format: a day of another year.</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <extracomment>Qt&apos;s date format: a day with its year and the time.</extracomment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>{n} s ago</source>
        <translation>{n}秒前</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n}分钟前</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n}小时前</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>working in the background</source>
        <translation>后台处理</translation>
    </message>
    <message>
        <source>Something went wrong inside stsviewer ({kind}).</source>
        <translation>stsviewer内部出错（{kind}）。</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Copied: {what}</source>
        <translation>已复制：{what}</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>详情已复制</translation>
    </message>
    <message>
        <source>Letter copied. It holds no secret.</source>
        <translation>信已复制，其中没有密文。</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存{name}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>KeyringTrouble</name>
    <message>
        <source>The secret can stay in this program&apos;s memory instead: it is gone when you quit.</source>
        <translation>Secret也可以只留在本程序的内存里，退出后即消失。</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>仅本次会话保留</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <translation>再试密钥环</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG图片</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>JPEG图片</translation>
    </message>
    <message>
        <source>WebP image</source>
        <translation>WebP图片</translation>
    </message>
    <message>
        <source>GIF image</source>
        <translation>GIF图片</translation>
    </message>
    <message>
        <source>TIFF image</source>
        <translation>TIFF图片</translation>
    </message>
    <message>
        <source>BMP image</source>
        <translation>BMP图片</translation>
    </message>
    <message>
        <source>HEIC image</source>
        <translation>HEIC图片</translation>
    </message>
    <message>
        <source>AVIF image</source>
        <translation>AVIF图片</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>TGA image</source>
        <translation>TGA图片</translation>
    </message>
    <message>
        <source>Netpbm image</source>
        <translation>Netpbm图片</translation>
    </message>
    <message>
        <source>XPM image</source>
        <translation>XPM图片</translation>
    </message>
    <message>
        <source>JPEG 2000 image</source>
        <translation>JPEG 2000图片</translation>
    </message>
    <message>
        <source>SVG image</source>
        <translation>SVG图片</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF文档</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示文稿</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>LadderCard</name>
    <message>
        <source>Could not be removed, do it by hand: {names}</source>
        <translation>无法删除，请手动删除：{names}</translation>
    </message>
    <message>
        <source>The check could not begin</source>
        <translation>检查无法开始</translation>
    </message>
    <message>
        <source>Checking the role</source>
        <translation>正在检查角色</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>What was found so far is below.</source>
        <translation>目前的发现如下。</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>A check climbs these ten rungs as a request does. It only reads, unless writing is ticked.</source>
        <translation>检查像请求一样逐级走过这十步。除非勾选写入，否则只读。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>border: tried</source>
        <translation>边框：试过</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>Hello,</source>
        <translation>您好：</translation>
    </message>
    <message>
        <source>Subject: the role {what} works</source>
        <translation>主题：角色{what}可以使用</translation>
    </message>
    <message>
        <source>Subject: the role {what} does not work, and what would change that</source>
        <translation>主题：角色{what}无法使用，以及如何解决</translation>
    </message>
    <message>
        <source>I checked what I can do with these:</source>
        <translation>我检查了用以下信息能做什么：</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>失败之处</translation>
    </message>
    <message>
        <source>What is to know</source>
        <translation>需要了解</translation>
    </message>
    <message>
        <source>Step {number} of 10: {claim}</source>
        <translation>第{number}步，共10步：{claim}</translation>
    </message>
    <message>
        <source>The statement that decides:</source>
        <translation>起决定作用的语句：</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Please change</source>
        <translation>请更改</translation>
    </message>
    <message>
        <source>What I can change myself</source>
        <translation>我自己可以更改的</translation>
    </message>
    <message>
        <source>Quicker, and wider: attach the system policy {name}.</source>
        <translation>更快但范围更大：授予系统策略{name}。</translation>
    </message>
    <message>
        <source>Nothing needs to be changed.</source>
        <translation>不需要任何更改。</translation>
    </message>
    <message>
        <source>The check wrote probe objects of its own and removed them.</source>
        <translation>检查写入了自己的探测对象，并已删除。</translation>
    </message>
    <message>
        <source>It could not remove {name}.</source>
        <translation>无法删除{name}。</translation>
    </message>
    <message>
        <source>The check only read; nothing was changed.</source>
        <translation>检查只读，没有任何更改。</translation>
    </message>
    <message>
        <source>Written by stsviewer {version}.</source>
        <translation>由stsviewer {version}撰写。</translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message>
        <source>Not yours to change?</source>
        <translation>不归您改？</translation>
    </message>
    <message>
        <source>A letter to the administrator does it.</source>
        <translation>写封信给管理员即可。</translation>
    </message>
    <message>
        <source>Copy letter</source>
        <translation>复制信件</translation>
    </message>
</context>
<context>
    <name>ListNotes</name>
    <message>
        <source>Without a token there is nothing to show</source>
        <translation>没有令牌，无内容可显示</translation>
    </message>
    <message>
        <source>Get a token to see what this role may see</source>
        <translation>获取令牌，看看这个角色能看到什么</translation>
    </message>
    <message>
        <source>This account has no buckets</source>
        <translation>这个账号没有存储空间</translation>
    </message>
    <message>
        <source>No key begins with “{text}”</source>
        <translation>没有对象名以“{text}”开头</translation>
    </message>
    <message>
        <source>Nothing is in this folder</source>
        <translation>这个文件夹是空的</translation>
    </message>
    <message>
        <source>This bucket is empty</source>
        <translation>这个存储空间是空的</translation>
    </message>
    <message>
        <source>No name here contains “{text}”</source>
        <translation>这里没有名称包含“{text}”</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The first {count} names were looked through.</source>
        <translation>已查找前{count}个名称。</translation>
    </message>
    <message>
        <source>Search from the beginning of names</source>
        <translation>改为从名称开头查找</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Open {place}</source>
        <translation>打开{place}</translation>
    </message>
    <message>
        <source>Run role check</source>
        <translation>运行角色检查</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This role may not list the buckets</source>
        <translation>这个角色不能列出存储空间</translation>
    </message>
    <message>
        <source>This role may not list {bucket}</source>
        <translation>这个角色不能列出{bucket}的根目录</translation>
    </message>
    <message>
        <source>This role may not list {prefix} in {bucket}</source>
        <translation>这个角色不能列出{bucket}里的{prefix}</translation>
    </message>
    <message>
        <source>The token has expired. What you see was listed before.</source>
        <translation>令牌已过期。这里是过期前列出的内容。</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Needs restore</source>
        <translation>需要解冻</translation>
    </message>
</context>
<context>
    <name>ListingStatus</name>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>1 bucket</source>
        <translation>1个存储空间</translation>
    </message>
    <message>
        <source>{n} buckets</source>
        <translation>{n}个存储空间</translation>
    </message>
    <message>
        <source>The first {n} are shown; type a longer prefix to see further</source>
        <translation>只显示前{n}个；输入更长的前缀可继续查看</translation>
    </message>
    <message>
        <source>The first {n} are shown, more to come</source>
        <translation>先显示前{n}个，后面还有</translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation>1个文件夹</translation>
    </message>
    <message>
        <source>{n} folders</source>
        <translation>{n}个文件夹</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1个对象</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>{n}个对象</translation>
    </message>
    <message>
        <source>{folders}, {objects}</source>
        <translation>{folders}，{objects}</translation>
    </message>
    <message>
        <source>, {n} match</source>
        <translation>，{n}个匹配</translation>
    </message>
    <message>
        <source>listed {ago}</source>
        <translation>{ago}列出</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>加载更多</translation>
    </message>
    <message>
        <source>List again (F5)</source>
        <translation>重新列出（F5）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Token as JSON</source>
        <translation>令牌JSON</translation>
    </message>
    <message>
        <source>export lines</source>
        <translation>export语句</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>详情已复制</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Role check</source>
        <translation>角色检查</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>tried</source>
        <translation>试过</translation>
    </message>
    <message>
        <source>before: {state}</source>
        <translation>之前：{state}</translation>
    </message>
    <message>
        <source>Statement {number} of {policy}</source>
        <translation>{policy}的第{number}条语句</translation>
    </message>
</context>
<context>
    <name>MatrixCard</name>
    <message>
        <source>Save the report as</source>
        <translation>报告另存为</translation>
    </message>
    <message>
        <source>What this role may do</source>
        <translation>这个角色能做什么</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Rehearse a change</source>
        <translation>预演更改</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>“{host}” is no address. Check the endpoint.</source>
        <translation>“{host}”不是有效地址。请检查接入点。</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. Try again.</source>
        <translation>与{host}的连接中断了。请重试。</translation>
    </message>
    <message>
        <source>The file of CA certificates that the environment names cannot be read.</source>
        <translation>环境变量指定的CA证书文件无法读取。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: something may stand between you and the cloud. If your company inspects TLS, name its CA file in REQUESTS_CA_BUNDLE.</source>
        <translation>{host}的证书不受信任：您与云之间可能隔着别的东西。如果公司会检查TLS，请在REQUESTS_CA_BUNDLE里写明它的CA文件。</translation>
    </message>
    <message>
        <source>{host} does not answer. A firewall may drop the packets.</source>
        <translation>{host}没有应答，可能被防火墙丢弃了数据包。</translation>
    </message>
    <message>
        <source>The key id or the token holds a character that cannot be sent, perhaps the end of a line. Copy it once more.</source>
        <translation>AccessKey ID或令牌中有无法发送的字符，可能是换行。请重新复制。</translation>
    </message>
    <message>
        <source>{host} took the request but did not answer in time. Try again.</source>
        <translation>{host}收到了请求，但没有及时答复。请重试。</translation>
    </message>
    <message>
        <source>The proxy that the environment names did not pass the request on to {host}. Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.</source>
        <translation>环境变量指定的代理没有把请求转给{host}。请检查HTTPS_PROXY、HTTP_PROXY和NO_PROXY。</translation>
    </message>
    <message>
        <source>Nothing listens at {host}.</source>
        <translation>{host}上没有服务在监听。</translation>
    </message>
    <message>
        <source>The name {host} is not known. Check the network, and the region or the endpoint.</source>
        <translation>无法解析{host}。请检查网络，以及地域或接入点。</translation>
    </message>
    <message>
        <source>No secure connection to {host}. Does the endpoint speak https there?</source>
        <translation>无法与{host}建立安全连接。那个接入点支持https吗？</translation>
    </message>
    <message>
        <source>There is no way to {host}. Is the network on?</source>
        <translation>无法到达{host}。网络连上了吗？</translation>
    </message>
</context>
<context>
    <name>NothingSelected</name>
    <message>
        <source>Select an object to see it and its properties here</source>
        <translation>选中一个对象，在这里看内容和属性</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>preview on, off</source>
        <translation>开关预览</translation>
    </message>
    <message>
        <source>previous, next</source>
        <translation>上一个、下一个</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ObjectsPane</name>
    <message>
        <source>Know another prefix? Type it, it is kept as a favourite</source>
        <translation>知道别的前缀？直接输入，会记入收藏</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
</context>
<context>
    <name>OpenedStep</name>
    <message>
        <source>What decides: statement {number} of {policy}</source>
        <translation>起决定作用的：{policy}的第{number}条语句</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Previous object</source>
        <translation>上一个对象</translation>
    </message>
    <message>
        <source>Next object</source>
        <translation>下一个对象</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>Expand the preview</source>
        <translation>展开预览</translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message>
        <source>That is no place in storage. Write oss://bucket/prefix/.</source>
        <translation>这不是存储里的位置。请写成oss://bucket/prefix/。</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>加入收藏</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The session policy does not allow {action}.</source>
        <translation>会话策略不允许{action}。</translation>
    </message>
    <message>
        <source>The account itself can assume no role: use a RAM user or a role.</source>
        <translation>主账号自己不能扮演角色：请使用RAM用户或角色。</translation>
    </message>
    <message>
        <source>The role&apos;s trust policy does not name this caller, or its conditions are not met.</source>
        <translation>角色的信任策略没有写明这个调用者，或者条件没有满足。</translation>
    </message>
    <message>
        <source>The account itself may do everything with its own.</source>
        <translation>主账号对自己的资源可以做任何操作。</translation>
    </message>
    <message>
        <source>No policy speaks; the access control list lets everybody do {action}.</source>
        <translation>没有策略涉及；访问控制列表（ACL）允许所有人执行{action}。</translation>
    </message>
    <message>
        <source>The bucket is another account&apos;s: only its own policy or access list could open it.</source>
        <translation>存储空间属于别的账号：只有它自己的授权策略或ACL才能开放。</translation>
    </message>
    <message>
        <source>{statement} denies it.</source>
        <translation>{statement}拒绝了它。</translation>
    </message>
    <message>
        <source>{statement} allows it.</source>
        <translation>{statement}允许它。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy}</source>
        <translation>{policy}的第{number}条语句</translation>
    </message>
    <message>
        <source>No statement allows {action} on {resource}.</source>
        <translation>没有语句允许对{resource}执行{action}。</translation>
    </message>
    <message>
        <source>{place}: {sentence}</source>
        <translation>{place}：{sentence}</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {sentence}</source>
        <translation>第{line}行第{column}列：{sentence}</translation>
    </message>
    <message>
        <source>Line {line}, column {column}, {place}: {sentence}</source>
        <translation>第{line}行第{column}列，{place}：{sentence}</translation>
    </message>
    <message>
        <source>“Version” is missing: it must be &quot;1&quot;.</source>
        <translation>缺少“Version”：必须是&quot;1&quot;。</translation>
    </message>
    <message>
        <source>“Version” must be &quot;1&quot;, in quotes.</source>
        <translation>“Version”必须是带引号的&quot;1&quot;。</translation>
    </message>
    <message>
        <source>“Statement” is missing: a list of one or more statements.</source>
        <translation>缺少“Statement”：一条或多条语句的列表。</translation>
    </message>
    <message>
        <source>“Statement” must be a list of one or more statements.</source>
        <translation>“Statement”必须是一条或多条语句的列表。</translation>
    </message>
    <message>
        <source>“NotPrincipal” does not exist. Name the principals, or use a condition.</source>
        <translation>没有“NotPrincipal”这个元素。请写明主体，或使用条件。</translation>
    </message>
    <message>
        <source>“Effect” is missing: “Allow” or “Deny”.</source>
        <translation>缺少“Effect”：“Allow”或“Deny”。</translation>
    </message>
    <message>
        <source>“Effect” must be “Allow” or “Deny”, so spelt.</source>
        <translation>“Effect”必须写成“Allow”或“Deny”，大小写一致。</translation>
    </message>
    <message>
        <source>“{plain}” and “{negated}” exclude each other.</source>
        <translation>“{plain}”和“{negated}”不能同时出现。</translation>
    </message>
    <message>
        <source>“{plain}” is missing.</source>
        <translation>缺少“{plain}”。</translation>
    </message>
    <message>
        <source>This list is empty: a condition needs a value.</source>
        <translation>列表是空的：条件需要有值。</translation>
    </message>
    <message>
        <source>A condition&apos;s values are texts: put numbers, true and false in double quotes.</source>
        <translation>条件的值是文本：数字、true和false要放在双引号里。</translation>
    </message>
    <message>
        <source>A bucket policy&apos;s “Principal” lists user ids, “*” or arn:sts:: names; it is no object.</source>
        <translation>存储空间授权策略的“Principal”是用户ID、“*”或arn:sts::名称的列表，不是对象。</translation>
    </message>
    <message>
        <source>A bucket policy names users by id and role sessions as arn:sts::…, not “{name}”.</source>
        <translation>存储空间授权策略用ID表示用户，用arn:sts::…表示角色会话，不能写“{name}”。</translation>
    </message>
    <message>
        <source>“Principal” is missing: whom this statement is about.</source>
        <translation>缺少“Principal”：这条语句针对谁。</translation>
    </message>
    <message>
        <source>“Principal” belongs in trust policies and bucket policies only.</source>
        <translation>“Principal”只用于信任策略和存储空间授权策略。</translation>
    </message>
    <message>
        <source>“Principal” names nobody: give it “RAM”, “Service” or “Federated”.</source>
        <translation>“Principal”没有写明任何人：请给出“RAM”、“Service”或“Federated”。</translation>
    </message>
    <message>
        <source>An object in braces must stand here.</source>
        <translation>这里必须是花括号里的对象。</translation>
    </message>
    <message>
        <source>“{name}” must be spelt “{right}”.</source>
        <translation>“{name}”必须写成“{right}”。</translation>
    </message>
    <message>
        <source>“{name}” is not an element that belongs here.</source>
        <translation>“{name}”不是这里该有的元素。</translation>
    </message>
    <message>
        <source>A text or a list of texts must stand here.</source>
        <translation>这里必须是文本或文本列表。</translation>
    </message>
    <message>
        <source>This list is empty: it needs an entry.</source>
        <translation>列表是空的：至少要有一项。</translation>
    </message>
    <message>
        <source>A text in double quotes must stand here.</source>
        <translation>这里必须是双引号里的文本。</translation>
    </message>
    <message>
        <source>This text holds half of a character.</source>
        <translation>这段文本里有半个字符。</translation>
    </message>
    <message>
        <source>This text is empty.</source>
        <translation>这段文本是空的。</translation>
    </message>
    <message>
        <source>“{operator}” is in no list of the vendor&apos;s. Leave the part before the colon out.</source>
        <translation>厂商的列表里没有“{operator}”。请去掉冒号之前的部分。</translation>
    </message>
    <message>
        <source>RAM has no “IfExists”. Use “{plain}”, and a second statement for requests without the key.</source>
        <translation>RAM没有“IfExists”。请使用“{plain}”，并为不带该键的请求另写一条语句。</translation>
    </message>
    <message>
        <source>RAM has no “Null”. Compare with the empty text: an absent key equals it.</source>
        <translation>RAM没有“Null”。请与空文本比较：缺失的键等于空文本。</translation>
    </message>
    <message>
        <source>“{operator}” is not a condition operator.</source>
        <translation>“{operator}”不是条件运算符。</translation>
    </message>
    <message>
        <source>The document ends here, but more text follows.</source>
        <extracomment>Documents are four or five levels deep; a text of a hundred thousand brackets is not one. A whole number up to this length is kept to its last digit, like the 18 of a user&apos;s id; int() raises past 4,300.</extracomment>
        <translation>文档在这里结束，但后面还有文本。</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>嵌套太深。</translation>
    </message>
    <message>
        <source>The text ends too early: a value is missing here.</source>
        <translation>文本结束得太早：这里缺少一个值。</translation>
    </message>
    <message>
        <source>A value is missing here. Is there a comma too many?</source>
        <translation>这里缺少一个值。是不是多了一个逗号？</translation>
    </message>
    <message>
        <source>This is not a JSON value. Texts stand in double quotes.</source>
        <translation>这不是JSON值。文本要放在双引号里。</translation>
    </message>
    <message>
        <source>A name in double quotes is missing here. Is there a comma too many?</source>
        <translation>这里缺少双引号里的名称。是不是多了一个逗号？</translation>
    </message>
    <message>
        <source>“{name}” stands here a second time.</source>
        <translation>“{name}”在这里出现了第二次。</translation>
    </message>
    <message>
        <source>A colon is missing here.</source>
        <translation>这里缺少冒号。</translation>
    </message>
    <message>
        <source>A comma or “{bracket}” is missing here.</source>
        <translation>这里缺少逗号或“{bracket}”。</translation>
    </message>
    <message>
        <source>This text in quotes is not closed, or holds a character that must be escaped.</source>
        <translation>引号里的文本没有结束，或者含有必须转义的字符。</translation>
    </message>
    <message>
        <source>“{name}” is nobody&apos;s name: wildcards and other forms match no caller.</source>
        <extracomment>AssumeRole takes session policies of this many characters at most.</extracomment>
        <translation>“{name}”不是任何人的名称：通配符和别的写法匹配不到调用者。</translation>
    </message>
    <message>
        <source>Write one of {known}.</source>
        <translation>请写成其中之一：{known}。</translation>
    </message>
    <message>
        <source>A session policy has {limit} characters at most; this one has {count}.</source>
        <translation>会话策略最多{limit}个字符，这里有{count}个。</translation>
    </message>
    <message>
        <source>Leave blanks and line breaks out, or put the lasting part into the role&apos;s own policy.</source>
        <translation>请去掉空格和换行，或者把长期不变的部分放进角色自己的权限策略。</translation>
    </message>
    <message>
        <source>“{action}” names no service, so it matches nothing.</source>
        <extracomment>What people mean by a wild action on objects, and by one on the bucket. Names from other clouds or from consoles, and the action that is meant.</extracomment>
        <translation>“{action}”没有写明服务，所以什么也匹配不到。</translation>
    </message>
    <message>
        <source>OSS has no action “{action}”.</source>
        <translation>OSS没有“{action}”这个操作。</translation>
    </message>
    <message>
        <source>Take it out, or name one of the documented actions.</source>
        <translation>请去掉它，或写成文档里的某个操作。</translation>
    </message>
    <message>
        <source>Write {what}.</source>
        <translation>请写成{what}。</translation>
    </message>
    <message>
        <source>“NotResource” is old grammar: today&apos;s pages of RAM no longer have it.</source>
        <translation>“NotResource”是旧语法：现在的RAM文档里已经没有它。</translation>
    </message>
    <message>
        <source>Name the resources that are meant, and deny the exceptions in a second statement.</source>
        <translation>请写明所指的资源，并用另一条语句拒绝例外。</translation>
    </message>
    <message>
        <source>“{resource}” is no resource name, so it matches nothing.</source>
        <translation>“{resource}”不是资源名，所以什么也匹配不到。</translation>
    </message>
    <message>
        <source>OSS takes only * where “{region}” stands.</source>
        <translation>OSS在“{region}”的位置只接受*。</translation>
    </message>
    <message>
        <source>{action} acts on objects, but “{resource}” is the bucket itself.</source>
        <translation>{action}作用于对象，而“{resource}”是存储空间本身。</translation>
    </message>
    <message>
        <source>{action} acts on the bucket, but “{resource}” is its objects.</source>
        <translation>{action}作用于存储空间，而“{resource}”是其中的对象。</translation>
    </message>
    <message>
        <source>{action} is asked of all buckets together, never of “{resource}”.</source>
        <translation>{action}针对全部存储空间，从不针对“{resource}”。</translation>
    </message>
    <message>
        <source>Give it a statement of its own with the resource acs:oss:*:*:*.</source>
        <translation>请为它单独写一条语句，资源为acs:oss:*:*:*。</translation>
    </message>
    <message>
        <source>Add the resource {resource}.</source>
        <translation>请加上资源{resource}。</translation>
    </message>
    <message>
        <source>Statement {number} denies all of this: a Deny always wins.</source>
        <translation>第{number}条语句拒绝了这里的全部：Deny总是优先。</translation>
    </message>
    <message>
        <source>Take this out, or narrow the Deny of statement {number}.</source>
        <translation>请去掉它，或收窄第{number}条语句的Deny。</translation>
    </message>
    <message>
        <source>A bucket policy takes “{key}” and then ignores the whole statement.</source>
        <translation>存储空间授权策略接受“{key}”，然后忽略整条语句。</translation>
    </message>
    <message>
        <source>Name the callers under “Principal” instead.</source>
        <translation>请改在“Principal”里写明调用者。</translation>
    </message>
    <message>
        <source>“{key}” is not the documented spelling.</source>
        <translation>“{key}”不是文档里的写法。</translation>
    </message>
    <message>
        <source>OSS has no condition key “{key}”, so no request carries it.</source>
        <translation>OSS没有条件键“{key}”，所以没有请求会带上它。</translation>
    </message>
    <message>
        <source>Calls signed with an access key carry no “acs:MFAPresent”: this is never met then.</source>
        <translation>用AccessKey签名的调用不带“acs:MFAPresent”，这个条件永远不会满足。</translation>
    </message>
    <message>
        <source>Use it for sign-in to the console only.</source>
        <translation>它只适用于登录控制台。</translation>
    </message>
    <message>
        <source>Requests for {actions} never carry “{key}”: it counts as empty.</source>
        <translation>{actions}的请求从不带“{key}”：按空文本处理。</translation>
    </message>
    <message>
        <source>Give {actions} a statement without it, and put the prefix into the resource: bucket/prefix*.</source>
        <translation>请为{actions}另写一条不带它的语句，并把前缀写进资源：bucket/prefix*。</translation>
    </message>
    <message>
        <source>Give {actions} a statement without this condition.</source>
        <translation>请为{actions}另写一条不带这个条件的语句。</translation>
    </message>
    <message>
        <source>{operator} takes no wildcards: it compares with “{value}” itself.</source>
        <translation>{operator}不支持通配符：它与“{value}”本身比较。</translation>
    </message>
    <message>
        <source>{operator} cannot read “{value}”, so it equals nothing.</source>
        <translation>{operator}读不懂“{value}”，所以它不等于任何值。</translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation>请写成{example}这样。</translation>
    </message>
    <message>
        <source>A single address is written without /32.</source>
        <translation>单个地址不写/32。</translation>
    </message>
    <message>
        <source>OSS takes no bucket policy with acs:SourceIp and without acs:SourceVpc any more.</source>
        <translation>OSS不再接受只有acs:SourceIp而没有acs:SourceVpc的存储空间授权策略。</translation>
    </message>
    <message>
        <source>Add a condition on acs:SourceVpc, for public addresses StringNotLike “vpc-*”.</source>
        <translation>请加上acs:SourceVpc条件；公网地址用StringNotLike “vpc-*”。</translation>
    </message>
    <message>
        <source>A list of policy documents must stand here.</source>
        <translation>这里必须是策略文档的列表。</translation>
    </message>
    <message>
        <source>A policy document must stand here, not null.</source>
        <translation>这里必须是策略文档，不能是null。</translation>
    </message>
    <message>
        <source>A policy document must stand here, as an object or as its text.</source>
        <translation>这里必须是策略文档，可以是对象或其文本。</translation>
    </message>
    <message>
        <source>{policy}: {sentence}</source>
        <translation>{policy}：{sentence}</translation>
    </message>
    <message>
        <source>This must be one of {known}.</source>
        <translation>必须是其中之一：{known}。</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Reading from an SDK</source>
        <extracomment>The order in which they are shown.</extracomment>
        <translation>用SDK读取</translation>
    </message>
    <message>
        <source>Reading under {prefix} from an SDK</source>
        <translation>用SDK读取{prefix}之下</translation>
    </message>
    <message>
        <source>Uploading from an SDK</source>
        <translation>用SDK上传</translation>
    </message>
    <message>
        <source>Uploading under {prefix} from an SDK</source>
        <translation>用SDK上传到{prefix}之下</translation>
    </message>
    <message>
        <source>ossutil ls and cp</source>
        <translation>ossutil的ls和cp</translation>
    </message>
    <message>
        <source>The vendor&apos;s desktop client</source>
        <translation>厂商的桌面客户端</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>控制台</translation>
    </message>
</context>
<context>
    <name>PresetsCard</name>
    <message>
        <source>Once the fix is in, it will work for</source>
        <translation>修复之后可以用于</translation>
    </message>
    <message>
        <source>It will work for</source>
        <translation>可以用于</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>This is no picture that can be shown, whatever its name says.</source>
        <translation>不管名称怎么写，这不是可以显示的图片。</translation>
    </message>
    <message>
        <source>The picture is damaged or of a sort that cannot be shown.</source>
        <translation>图片已损坏，或者格式无法显示。</translation>
    </message>
    <message>
        <source>The picture is too large to be shown: {width} × {height} px.</source>
        <translation>图片太大，无法显示：{width} × {height}像素。</translation>
    </message>
    <message>
        <source>The drawing is no well-formed SVG.</source>
        <translation>这不是格式正确的SVG。</translation>
    </message>
    <message>
        <source>decoding the picture</source>
        <translation>解码图片</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Give the profile a name.</source>
        <translation>请给配置起个名称。</translation>
    </message>
    <message>
        <source>“env” is the profile made of the environment. Choose another name.</source>
        <translation>“env”是由环境变量组成的配置。请换个名称。</translation>
    </message>
    <message>
        <source>A name has no blanks at its ends and no control characters.</source>
        <translation>名称首尾不能有空格，也不能有控制字符。</translation>
    </message>
    <message>
        <source>A name has at most 64 characters.</source>
        <translation>名称最多64个字符。</translation>
    </message>
    <message>
        <source>Enter the id of the access key.</source>
        <translation>请输入AccessKey ID。</translation>
    </message>
    <message>
        <source>An access key id is made of letters and digits, without blanks.</source>
        <translation>AccessKey ID由字母和数字组成，没有空格。</translation>
    </message>
    <message>
        <source>This is a temporary key. Enter the long-term key of a RAM user.</source>
        <translation>这是临时密钥。请输入RAM用户的长期密钥。</translation>
    </message>
    <message>
        <source>There is a blank at an end of the ARN.</source>
        <translation>ARN首尾有空格。</translation>
    </message>
    <message>
        <source>This is the ARN of a user. Enter that of the role: acs:ram::&lt;account&gt;:role/&lt;name&gt;</source>
        <translation>这是用户的ARN。请输入角色的ARN：acs:ram::&lt;账号&gt;:role/&lt;名称&gt;</translation>
    </message>
    <message>
        <source>The ARN of a role looks like this: acs:ram::&lt;account&gt;:role/&lt;name&gt;</source>
        <translation>角色ARN的格式是：acs:ram::&lt;账号&gt;:role/&lt;名称&gt;</translation>
    </message>
    <message>
        <source>Between “acs:ram::” and “:role/” stands the id of the account, digits only.</source>
        <translation>“acs:ram::”和“:role/”之间是账号ID，只有数字。</translation>
    </message>
    <message>
        <source>The name of a role has 1 to 64 letters, digits and . _ -</source>
        <translation>角色名称为1到64个字母、数字和. _ -</translation>
    </message>
    <message>
        <source>A session name has 2 to 64 characters; this one has {count}.</source>
        <translation>会话名称为2到64个字符，这里有{count}个。</translation>
    </message>
    <message>
        <source>A session name is made of letters, digits and . @ - _</source>
        <translation>会话名称由字母、数字和. @ - _组成</translation>
    </message>
    <message>
        <source>A token lives {shortest} to {longest} seconds, and no longer than its role allows.</source>
        <translation>令牌有效{shortest}到{longest}秒，且不超过角色的上限。</translation>
    </message>
    <message>
        <source>An external id has 2 to 1224 letters, digits and + = , . @ : / - _</source>
        <translation>外部ID为2到1224个字母、数字和+ = , . @ : / - _</translation>
    </message>
    <message>
        <source>A session policy has at most {longest} characters; this one has {count}.</source>
        <translation>会话策略最多{longest}个字符，这里有{count}个。</translation>
    </message>
    <message>
        <source>The session policy is no JSON: line {line}, column {column}.</source>
        <translation>会话策略不是JSON：第{line}行第{column}列。</translation>
    </message>
    <message>
        <source>The session policy is nested too deeply.</source>
        <translation>会话策略嵌套太深。</translation>
    </message>
    <message>
        <source>Enter the region without “oss-”: {region}</source>
        <translation>地域不要带“oss-”：{region}</translation>
    </message>
    <message>
        <source>A region looks like this: cn-shanghai</source>
        <translation>地域的写法是：cn-shanghai</translation>
    </message>
    <message>
        <source>An endpoint is a host or a URL without a path: https://host:port</source>
        <translation>接入点是主机名，或不带路径的URL：https://host:port</translation>
    </message>
</context>
<context>
    <name>ProfileCheck</name>
    <message>
        <source>Another profile has this name.</source>
        <translation>已有同名的配置。</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Edit {name}</source>
        <translation>编辑{name}</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>添加配置</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation>删除配置</translation>
    </message>
    <message>
        <source>Remove it and its secret</source>
        <translation>删除它和它的Secret</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Enter the secret that belongs to the key id.</source>
        <translation>请输入这个AccessKey ID对应的Secret。</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>AccessKey Secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Role ARN</source>
        <translation>角色ARN</translation>
    </message>
    <message>
        <source>Session name</source>
        <translation>会话名称</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>有效时长</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>外部ID</translation>
    </message>
    <message>
        <source>Session policy</source>
        <translation>会话策略</translation>
    </message>
    <message>
        <source>optional; it can only take rights away</source>
        <translation>可选，只能收窄权限</translation>
    </message>
    <message>
        <source>STS endpoint</source>
        <translation>STS接入点</translation>
    </message>
    <message>
        <source>OSS endpoint</source>
        <translation>OSS接入点</translation>
    </message>
    <message>
        <source>RAM endpoint</source>
        <translation>RAM接入点</translation>
    </message>
    <message>
        <source>photos, read only</source>
        <translation>照片，只读</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存，输入即替换</translation>
    </message>
    <message>
        <source>30 characters</source>
        <translation>30个字符</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>接入点</translation>
    </message>
    <message>
        <source>The secret goes to this system&apos;s keyring and nowhere else.</source>
        <translation>Secret只存入本机系统的密钥环，不去别处。</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Edit profile</source>
        <translation>编辑配置</translation>
    </message>
</context>
<context>
    <name>ProfileRail</name>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Each profile is a key, a role and a place to look. Yours will be listed here.</source>
        <translation>每个配置是一个密钥、一个角色和一个要看的位置。您的配置会列在这里。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Loading the profiles</source>
        <translation>读取配置</translation>
    </message>
    <message>
        <source>Saving the profiles</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>There is a profile “{name}” already.</source>
        <translation>已有名为“{name}”的配置。</translation>
    </message>
    <message>
        <source>The file of profiles could not be read. {aside}</source>
        <translation>配置文件无法读取。{aside}</translation>
    </message>
    <message>
        <source>Some profiles could not be read. {aside}</source>
        <translation>部分配置无法读取。{aside}</translation>
    </message>
    <message>
        <source>It is kept as {path}.</source>
        <translation>原文件已另存为{path}。</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}：{reason}</translation>
    </message>
    <message>
        <source>looking up the key&apos;s secret</source>
        <translation>查找密钥的Secret</translation>
    </message>
    <message>
        <source>The keyring holds no secret for {id}. Edit the profile and enter it again.</source>
        <translation>密钥环里没有{id}的Secret。请编辑配置，重新输入。</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Dimensions</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>存储类型</translation>
    </message>
    <message>
        <source>ETag</source>
        <translation>ETag</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>读写权限</translation>
    </message>
    <message>
        <source>CRC-64</source>
        <translation>CRC-64</translation>
    </message>
</context>
<context>
    <name>RAM</name>
    <message>
        <source>Reading the role {name}</source>
        <translation>读取角色{name}</translation>
    </message>
    <message>
        <source>Listing roles</source>
        <translation>列出角色</translation>
    </message>
    <message>
        <source>Listing the groups of the user {name}</source>
        <translation>列出用户{name}所在的用户组</translation>
    </message>
    <message>
        <source>Listing the policies of the user {name}</source>
        <translation>列出用户{name}的权限策略</translation>
    </message>
    <message>
        <source>Listing the policies of the group {name}</source>
        <translation>列出用户组{name}的权限策略</translation>
    </message>
    <message>
        <source>Listing the policies of the role {name}</source>
        <translation>列出角色{name}的权限策略</translation>
    </message>
    <message>
        <source>Reading the policy {name}</source>
        <translation>读取权限策略{name}</translation>
    </message>
    <message>
        <source>Asking what the refusal was about</source>
        <translation>查询被拒绝的原因</translation>
    </message>
    <message>
        <source>The RAM endpoint “{endpoint}” is no host.</source>
        <translation>RAM接入点“{endpoint}”不是主机名。</translation>
    </message>
    <message>
        <source>{host} answered, but not the way RAM does. Check the RAM endpoint.</source>
        <translation>{host}有答复，但不像RAM。请检查RAM接入点。</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>The object is archived. Restore it first; that can take minutes to hours.</source>
        <translation>对象已归档。请先解冻，需要几分钟到几小时。</translation>
    </message>
    <message>
        <source>The clock of this machine is more than 15 minutes off; the server&apos;s says {server_time}. Set the clock.</source>
        <translation>本机时钟相差超过15分钟；服务器时间是{server_time}。请校准时钟。</translation>
    </message>
    <message>
        <source>The clock of this machine is more than 15 minutes off. Set the clock.</source>
        <translation>本机时钟相差超过15分钟。请校准时钟。</translation>
    </message>
    <message>
        <source>The bucket {bucket} is in another region: it is reached at {endpoint}.</source>
        <translation>存储空间{bucket}在别的地域：要从{endpoint}访问。</translation>
    </message>
    <message>
        <source>The token has expired. Renew it.</source>
        <translation>令牌已过期，请续期。</translation>
    </message>
    <message>
        <source>The temporary key is not known any more: it has most likely expired. Renew the token.</source>
        <translation>临时密钥已不被识别：很可能过期了。请续期令牌。</translation>
    </message>
    <message>
        <source>The access key is disabled. Enable it in RAM, or use another key of the user.</source>
        <translation>AccessKey已停用。请在RAM里启用，或使用该用户的另一个密钥。</translation>
    </message>
    <message>
        <source>The access key does not exist. Check its id; it may have been deleted.</source>
        <translation>AccessKey不存在。请检查ID；它可能已被删除。</translation>
    </message>
    <message>
        <source>There is no bucket of this name.</source>
        <translation>没有这个名称的存储空间。</translation>
    </message>
    <message>
        <source>There is no object of this name. It may have been deleted meanwhile.</source>
        <translation>没有这个名称的对象，可能已被删除。</translation>
    </message>
    <message>
        <source>{host} answered {status}, but not the way the service does. Is the endpoint right, or is a log-in page in between?</source>
        <translation>{host}答复了{status}，但不像该服务。接入点对吗？中间是不是隔着登录页面？</translation>
    </message>
    <message>
        <source>The signature does not match: the secret is not the one of this access key. Enter the secret again.</source>
        <translation>签名不匹配：Secret与这个AccessKey不符。请重新输入Secret。</translation>
    </message>
    <message>
        <source>Too many requests at the moment. Try again in a few seconds.</source>
        <translation>当前请求过多。请过几秒再试。</translation>
    </message>
    <message>
        <source>The security token does not belong to this access key. Get a new token.</source>
        <translation>安全令牌不属于这个AccessKey。请获取新令牌。</translation>
    </message>
    <message>
        <source>The security token is not valid. Get a new token.</source>
        <translation>安全令牌无效。请获取新令牌。</translation>
    </message>
    <message>
        <source>The service has trouble of its own ({status}). Try again; if it stays, tell its support the request id.</source>
        <translation>服务自身出错（{status}）。请重试；如仍如此，请把RequestId告诉其技术支持。</translation>
    </message>
    <message>
        <source>STS tokens are not accepted for this operation here.</source>
        <translation>这里的这个操作不接受STS令牌。</translation>
    </message>
    <message>
        <source>Only V4 signatures in the header are accepted here.</source>
        <translation>这里只接受请求头里的V4签名。</translation>
    </message>
    <message>
        <source>V1 signatures are no longer accepted here. Sign with V4.</source>
        <translation>这里不再接受V1签名。请使用V4。</translation>
    </message>
    <message>
        <source>The access key may not be used from this network: a network rule of the key forbids it.</source>
        <translation>不能从当前网络使用这个AccessKey：它的网络规则禁止。</translation>
    </message>
    <message>
        <source>The bucket&apos;s CORS rules refuse this request.</source>
        <translation>存储空间的CORS规则拒绝了这个请求。</translation>
    </message>
    <message>
        <source>The account that owns the bucket is suspended (payment overdue, or OSS not activated).</source>
        <translation>存储空间所属的账号已停服（欠费，或没有开通OSS）。</translation>
    </message>
    <message>
        <source>The bucket belongs to another account, and nothing there lets you in.</source>
        <translation>存储空间属于别的账号，那里没有任何授权让您进入。</translation>
    </message>
    <message>
        <source>The bucket changed its owner during the request. Try again.</source>
        <translation>请求期间存储空间换了拥有者。请重试。</translation>
    </message>
    <message>
        <source>The bucket is disabled by the vendor.</source>
        <translation>存储空间已被厂商停用。</translation>
    </message>
    <message>
        <source>This is an endpoint of OSS, and the request is one for STS. Check the endpoints.</source>
        <translation>这是OSS的接入点，而请求是发给STS的。请检查接入点。</translation>
    </message>
    <message>
        <source>This feature is not opened for the bucket or its account.</source>
        <translation>存储空间或其账号没有开通这个功能。</translation>
    </message>
    <message>
        <source>STS does not let this identity in.</source>
        <translation>STS不接受这个身份。</translation>
    </message>
    <message>
        <source>The signature is for another region. Check the profile&apos;s region.</source>
        <translation>签名用的是别的地域。请检查配置里的地域。</translation>
    </message>
    <message>
        <source>There is no role of this name in that account. Check the role&apos;s ARN, letter by letter.</source>
        <translation>那个账号里没有这个名称的角色。请逐字检查角色ARN。</translation>
    </message>
    <message>
        <source>This is no name of a bucket: 3 to 63 small letters, digits and hyphens.</source>
        <translation>这不是合法的存储空间名称：3到63个小写字母、数字和短横线。</translation>
    </message>
    <message>
        <source>A value of the profile is not accepted: {message}</source>
        <translation>配置里有一个值不被接受：{message}</translation>
    </message>
    <message>
        <source>The duration is not accepted: at least 900 seconds, at most what the role allows (3600 unless its maximum was raised).</source>
        <translation>有效时长不被接受：至少900秒，至多为角色的上限（没有调高时为3600）。</translation>
    </message>
    <message>
        <source>The external id is not well formed: 2 to 1224 letters, digits and + = , . @ : / - _</source>
        <translation>外部ID格式不对：2到1224个字母、数字和+ = , . @ : / - _</translation>
    </message>
    <message>
        <source>The session policy is not accepted: it does not follow the grammar of policies.</source>
        <translation>会话策略不被接受：不符合权限策略的语法。</translation>
    </message>
    <message>
        <source>The session policy is too long: at most 2048 characters.</source>
        <translation>会话策略太长：最多2048个字符。</translation>
    </message>
    <message>
        <source>The role&apos;s ARN is not well formed: acs:ram::&lt;account&gt;:role/&lt;name&gt;</source>
        <translation>角色ARN格式不对：acs:ram::&lt;账号&gt;:role/&lt;名称&gt;</translation>
    </message>
    <message>
        <source>The session name is not accepted: 2 to 64 letters, digits and . @ - _</source>
        <translation>会话名称不被接受：2到64个字母、数字和. @ - _</translation>
    </message>
    <message>
        <source>The object has no bytes in the range that was asked for.</source>
        <translation>对象在所请求的范围内没有内容。</translation>
    </message>
    <message>
        <source>The time in the request is not accepted. Check the clock of this machine.</source>
        <translation>请求里的时间不被接受。请检查本机时钟。</translation>
    </message>
    <message>
        <source>This is a temporary key (STS.…), and it works only together with its security token.</source>
        <translation>这是临时密钥（STS.…），必须与它的安全令牌一起使用。</translation>
    </message>
    <message>
        <source>The object has changed meanwhile. Load it again.</source>
        <translation>对象已有变动。请重新加载。</translation>
    </message>
    <message>
        <source>The request was refused as a repetition of an earlier one. Try again.</source>
        <translation>请求被当作重复请求而拒绝。请重试。</translation>
    </message>
    <message>
        <source>The server does not accept the signature.</source>
        <translation>服务器不接受这个签名。</translation>
    </message>
    <message>
        <source>The server refuses the request and does not say why.</source>
        <translation>服务器拒绝了请求，没有说明原因。</translation>
    </message>
    <message>
        <source>What was asked for does not exist.</source>
        <translation>所请求的东西不存在。</translation>
    </message>
    <message>
        <source>The request does not fit the present state: {message}</source>
        <translation>请求与当前状态不符：{message}</translation>
    </message>
    <message>
        <source>The server refuses: {message}</source>
        <translation>服务器拒绝：{message}</translation>
    </message>
    <message>
        <source>The server refuses with status {status} and says nothing more.</source>
        <translation>服务器以状态{status}拒绝，没有更多说明。</translation>
    </message>
</context>
<context>
    <name>RehearseCard</name>
    <message>
        <source>{policy} breaks the grammar: nothing can be judged until that is mended.</source>
        <translation>{policy}不符合语法：改好之前无法判断。</translation>
    </message>
    <message>
        <source>The attached policies cannot be read: what is written here stands for all of them.</source>
        <translation>读不到已授予的策略：这里写的代表全部。</translation>
    </message>
    <message>
        <source>A policy that would be attached as well. While it is empty there is none.</source>
        <translation>另外授予的一条策略。留空则没有。</translation>
    </message>
    <message>
        <source>It narrows the token. While it is empty the role&apos;s policies alone decide.</source>
        <translation>它收窄令牌的权限。留空则只由角色的权限策略决定。</translation>
    </message>
    <message>
        <source>One of the vendor&apos;s: it can be detached, not edited. While it is empty it is detached.</source>
        <translation>厂商的系统策略：可以解除，不能编辑。留空即解除。</translation>
    </message>
    <message>
        <source>It is attached now. While it is empty it is detached.</source>
        <translation>当前已授予。留空即解除。</translation>
    </message>
    <message>
        <source>Rehearse a change</source>
        <translation>预演更改</translation>
    </message>
    <message>
        <source>Change a policy and see what would be allowed. Nothing is sent, nothing is changed.</source>
        <translation>更改策略，看看会允许什么。不发请求，不作更改。</translation>
    </message>
    <message>
        <source>Back to the findings</source>
        <translation>回到检查结果</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Under these circumstances</source>
        <translation>在这些情况下</translation>
    </message>
    <message>
        <source>A new policy</source>
        <translation>新策略</translation>
    </message>
    <message>
        <source>Session policy</source>
        <translation>会话策略</translation>
    </message>
</context>
<context>
    <name>Rehearsing</name>
    <message>
        <source>A policy breaks the grammar: this is what the last good text gave.</source>
        <translation>有一条策略不符合语法：这是上一份正确文本的结果。</translation>
    </message>
    <message>
        <source>By evaluation alone. Framed cells turn with this change: {count}.</source>
        <translation>仅由评估得出。随此更改而变的有{count}格，已加框。</translation>
    </message>
    <message>
        <source>By evaluation alone. Nothing turns with this change.</source>
        <translation>仅由评估得出。此更改没有带来变化。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Who</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Quicker, and wider: the system policy</source>
        <translation>更快但范围更大：系统策略</translation>
    </message>
    <message>
        <source>{requests} requests, {mutating} of them changing anything; {seconds} s.</source>
        <translation>{requests}个请求，其中{mutating}个有更改，用时{seconds}秒。</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>Could not be removed:</source>
        <translation>无法删除：</translation>
    </message>
    <message>
        <source>works</source>
        <extracomment>Turns a sentence into the reader&apos;s language; the command line&apos;s is English.</extracomment>
        <translation>可用</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>正在尝试</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>passed, with a remark</source>
        <translation>通过，有备注</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>no Allow</source>
        <translation>没有Allow</translation>
    </message>
    <message>
        <source>explicit Deny</source>
        <translation>显式Deny</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>works, with a remark</source>
        <translation>可用，有备注</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>read from RAM</source>
        <translation>读自RAM</translation>
    </message>
    <message>
        <source>told by the server</source>
        <translation>服务器告知</translation>
    </message>
    <message>
        <source>by reasoning</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Create this policy and attach it:</source>
        <translation>创建这条策略并授予：</translation>
    </message>
    <message>
        <source>The whole new text:</source>
        <translation>完整的新文本：</translation>
    </message>
    <message>
        <source>Add these statements to what is there:</source>
        <translation>在现有内容里加上这些语句：</translation>
    </message>
    <message>
        <source>The value to enter:</source>
        <translation>要填写的值：</translation>
    </message>
    <message>
        <source>Role check</source>
        <translation>角色检查</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步检查</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>需要更改</translation>
    </message>
    <message>
        <source>What this role may do</source>
        <translation>这个角色能做什么</translation>
    </message>
    <message>
        <source>What else it opens</source>
        <translation>还会开放</translation>
    </message>
    <message>
        <source>To undo it</source>
        <translation>如何撤销</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>({how}, {source})</source>
        <translation>（{how}，{source}）</translation>
    </message>
    <message>
        <source>Once the fix is in, it will work for</source>
        <extracomment>What turns the direction of text, hides or joins it, or is no character: shown by its number.</extracomment>
        <translation>修复之后可以用于</translation>
    </message>
    <message>
        <source>What it works for</source>
        <translation>可以用于</translation>
    </message>
    <message>
        <source>From its policies. Nothing was tried: there is no token yet.</source>
        <translation>来自权限策略。还没有令牌，什么都没有试。</translation>
    </message>
    <message>
        <source>Tried where it could be, else from its policies.</source>
        <translation>能试的都试了，其余来自权限策略。</translation>
    </message>
    <message>
        <source>Tried; its policies cannot be read.</source>
        <translation>已尝试，读不到权限策略。</translation>
    </message>
</context>
<context>
    <name>Role check</name>
    <message>
        <source>The system policy {name} does it too, and opens more.</source>
        <translation>系统策略{name}也可以，但开放得更多。</translation>
    </message>
    <message>
        <source>{action} under {prefix}</source>
        <translation>{prefix}之下的{action}</translation>
    </message>
    <message>
        <source>{action} on the bucket</source>
        <translation>存储空间上的{action}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等另外{count}个</translation>
    </message>
    <message>
        <source>The report could not be written: {reason}.</source>
        <translation>报告无法写入：{reason}。</translation>
    </message>
    <message>
        <source>{folder} holds too many reports called {name}.</source>
        <translation>{folder}里名为{name}的报告太多了。</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Not everything can be told</source>
        <translation>并非都能判断</translation>
    </message>
    <message>
        <source>The key works</source>
        <translation>密钥可用</translation>
    </message>
    <message>
        <source>The role works</source>
        <translation>角色可用</translation>
    </message>
    <message>
        <source>Rung {number} of {count}. Found in {time}, {changed}.</source>
        <translation>第{number}步，共{count}步。用时{time}，{changed}。</translation>
    </message>
    <message>
        <source>All {count} rungs looked at in {time}, {changed}.</source>
        <translation>{count}步全部检查完毕，用时{time}，{changed}。</translation>
    </message>
    <message>
        <source>Rung {number} of {count} is being tried.</source>
        <translation>正在尝试第{number}步，共{count}步。</translation>
    </message>
    <message>
        <source>and something could not be removed again</source>
        <translation>有内容没能删除</translation>
    </message>
    <message>
        <source>what was written is removed again</source>
        <translation>写入的已删除</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>没有任何更改</translation>
    </message>
    <message>
        <source>STS cannot be reached from here</source>
        <translation>从这里无法到达STS</translation>
    </message>
    <message>
        <source>The key does not sign</source>
        <translation>密钥无法签名</translation>
    </message>
    <message>
        <source>The clocks are too far apart</source>
        <translation>时钟相差太多</translation>
    </message>
    <message>
        <source>The user may not take this role</source>
        <translation>用户无权扮演这个角色</translation>
    </message>
    <message>
        <source>There is no such role</source>
        <translation>没有这个角色</translation>
    </message>
    <message>
        <source>The role does not trust you</source>
        <translation>角色不信任您</translation>
    </message>
    <message>
        <source>STS does not take what the profile asks for</source>
        <translation>STS不接受配置的要求</translation>
    </message>
    <message>
        <source>No token was issued</source>
        <translation>没有颁发令牌</translation>
    </message>
    <message>
        <source>{bucket} cannot be used</source>
        <translation>{bucket}无法使用</translation>
    </message>
    <message>
        <source>The token is good, but not for this</source>
        <translation>令牌有效，但不能用于此</translation>
    </message>
    <message>
        <source>The endpoint of STS is not an address</source>
        <translation>STS接入点不是地址</translation>
    </message>
    <message>
        <source>Something else answers in place of STS</source>
        <translation>答复的不是STS</translation>
    </message>
    <message>
        <source>The key is switched off</source>
        <translation>密钥已停用</translation>
    </message>
    <message>
        <source>Nobody has this key</source>
        <translation>没有人拥有这个密钥</translation>
    </message>
    <message>
        <source>The secret does not belong to the key</source>
        <translation>Secret与密钥不符</translation>
    </message>
    <message>
        <source>The root key can take no role</source>
        <translation>主账号密钥不能扮演角色</translation>
    </message>
    <message>
        <source>The token of the profile has expired</source>
        <translation>配置的令牌已过期</translation>
    </message>
    <message>
        <source>The token does not belong to the key</source>
        <translation>令牌与密钥不符</translation>
    </message>
    <message>
        <source>The key needs its security token</source>
        <translation>密钥需要它的安全令牌</translation>
    </message>
    <message>
        <source>A Deny forbids taking this role</source>
        <translation>有一条Deny禁止扮演这个角色</translation>
    </message>
    <message>
        <source>The resource directory forbids it</source>
        <translation>资源目录禁止</translation>
    </message>
    <message>
        <source>The ARN of the role is malformed</source>
        <translation>角色ARN格式不对</translation>
    </message>
    <message>
        <source>The role is in another account</source>
        <translation>角色在别的账号里</translation>
    </message>
    <message>
        <source>The role trusts a service, not this user</source>
        <translation>角色信任的是云服务，不是这个用户</translation>
    </message>
    <message>
        <source>The role trusts an identity provider, not this user</source>
        <translation>角色信任的是身份提供商，不是这个用户</translation>
    </message>
    <message>
        <source>The role trusts others, not this user</source>
        <translation>角色信任的是别人，不是这个用户</translation>
    </message>
    <message>
        <source>The role asks for an external id</source>
        <translation>角色要求外部ID</translation>
    </message>
    <message>
        <source>The role trusts other addresses only</source>
        <translation>角色只信任别的来源地址</translation>
    </message>
    <message>
        <source>The role trusts sign-ins with MFA only</source>
        <translation>角色只信任用MFA的登录</translation>
    </message>
    <message>
        <source>The role&apos;s trust policy denies this user</source>
        <translation>角色的信任策略拒绝这个用户</translation>
    </message>
    <message>
        <source>The session name is malformed</source>
        <translation>会话名称格式不对</translation>
    </message>
    <message>
        <source>The role gives no token that long</source>
        <translation>角色不颁发这么长的令牌</translation>
    </message>
    <message>
        <source>The session policy breaks the grammar</source>
        <translation>会话策略不符合语法</translation>
    </message>
    <message>
        <source>The session policy is too long</source>
        <translation>会话策略太长</translation>
    </message>
    <message>
        <source>There is no such bucket</source>
        <translation>没有这个存储空间</translation>
    </message>
    <message>
        <source>The bucket is another account&apos;s</source>
        <translation>存储空间属于别的账号</translation>
    </message>
    <message>
        <source>The bucket&apos;s own policy denies it</source>
        <translation>存储空间自己的授权策略拒绝</translation>
    </message>
    <message>
        <source>The account is in debt</source>
        <translation>账号欠费</translation>
    </message>
    <message>
        <source>The object is archived</source>
        <translation>对象已归档</translation>
    </message>
    <message>
        <source>The session policy denies it</source>
        <translation>会话策略拒绝</translation>
    </message>
    <message>
        <source>The session policy is too narrow</source>
        <translation>会话策略太窄</translation>
    </message>
    <message>
        <source>The session policy names another resource</source>
        <translation>会话策略写的是别的资源</translation>
    </message>
    <message>
        <source>A Deny of the role&apos;s policies forbids it</source>
        <translation>角色的权限策略里有一条Deny禁止</translation>
    </message>
    <message>
        <source>A Deny of the user&apos;s policies forbids it</source>
        <translation>用户的权限策略里有一条Deny禁止</translation>
    </message>
    <message>
        <source>No policy of the role allows it</source>
        <translation>角色没有权限策略允许</translation>
    </message>
    <message>
        <source>No policy of the user allows it</source>
        <translation>用户没有权限策略允许</translation>
    </message>
    <message>
        <source>The role may use the bucket, not the objects in it</source>
        <translation>角色可以用存储空间，不能用其中的对象</translation>
    </message>
    <message>
        <source>The role may use the objects, not list the bucket</source>
        <translation>角色可以用对象，不能列举存储空间</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>Being tried</source>
        <translation>正在尝试</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Passed, with a remark</source>
        <translation>通过，有备注</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cannot say for certain</source>
        <translation>无法确定</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Works, with a remark</source>
        <translation>可用，有备注</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>no Allow</source>
        <translation>没有Allow</translation>
    </message>
    <message>
        <source>explicit Deny</source>
        <translation>显式Deny</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>cannot say</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>the trust policy</source>
        <translation>信任策略</translation>
    </message>
    <message>
        <source>the session policy</source>
        <translation>会话策略</translation>
    </message>
    <message>
        <source>the bucket policy</source>
        <translation>存储空间授权策略</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>Certain: read from RAM</source>
        <translation>确定：读自RAM</translation>
    </message>
    <message>
        <source>Told by the server</source>
        <translation>服务器告知</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy statements</source>
        <translation>复制语句</translation>
    </message>
    <message>
        <source>Copy trust policy</source>
        <translation>复制信任策略</translation>
    </message>
    <message>
        <source>Copy session policy</source>
        <translation>复制会话策略</translation>
    </message>
    <message>
        <source>Copy bucket policy</source>
        <translation>复制存储空间授权策略</translation>
    </message>
    <message>
        <source>Copy policy</source>
        <translation>复制策略</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count}毫秒</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}秒</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制对象名</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy ETag</source>
        <translation>复制ETag</translation>
    </message>
</context>
<context>
    <name>STS</name>
    <message>
        <source>Getting a token</source>
        <translation>获取令牌</translation>
    </message>
    <message>
        <source>This profile names no role to assume.</source>
        <translation>这个配置没有写要扮演的角色。</translation>
    </message>
    <message>
        <source>The STS endpoint “{endpoint}” is no host.</source>
        <translation>STS接入点“{endpoint}”不是主机名。</translation>
    </message>
    <message>
        <source>{host} answered, but not the way STS does. Check the STS endpoint.</source>
        <translation>{host}有答复，但不像STS。请检查STS接入点。</translation>
    </message>
    <message>
        <source>Asking whose key this is</source>
        <translation>查询密钥属于谁</translation>
    </message>
    <message>
        <source>Signing a request</source>
        <translation>为请求签名</translation>
    </message>
    <message>
        <source>There is no token yet. Get one first.</source>
        <translation>还没有令牌，请先获取。</translation>
    </message>
    <message>
        <source>The token has expired. Renew it.</source>
        <translation>令牌已过期，请续期。</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>Starting the sandbox</source>
        <translation>启动沙箱</translation>
    </message>
    <message>
        <source>The sandbox cannot be started: {reason}</source>
        <translation>沙箱无法启动：{reason}</translation>
    </message>
    <message>
        <source>The sandbox does not say that it is ready. Start it again.</source>
        <translation>沙箱没有报告就绪。请重新启动。</translation>
    </message>
    <message>
        <source>The sandbox did not start: {words}</source>
        <translation>沙箱没有启动：{words}</translation>
    </message>
    <message>
        <source>The sandbox did not start, and does not say why.</source>
        <translation>沙箱没有启动，也没有说明原因。</translation>
    </message>
</context>
<context>
    <name>SandboxCard</name>
    <message>
        <source>No account at hand?</source>
        <translation>手头没有账号？</translation>
    </message>
    <message>
        <source>The sandbox is a small cloud on this machine: sixteen roles, each with a story, a bucket and this dragon to find in it.</source>
        <translation>沙箱是本机上的一朵小云：十六个角色，各有各的故事，还有一个存储空间，这条龙就在里面。</translation>
    </message>
    <message>
        <source>Open the sandbox</source>
        <translation>打开沙箱</translation>
    </message>
</context>
<context>
    <name>SandboxRow</name>
    <message>
        <source>Sandbox off</source>
        <translation>沙箱未运行</translation>
    </message>
    <message>
        <source>Sandbox starting</source>
        <translation>沙箱启动中</translation>
    </message>
    <message>
        <source>Sandbox on</source>
        <translation>沙箱运行中</translation>
    </message>
    <message>
        <source>Sandbox did not start</source>
        <translation>沙箱没有启动</translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>端口{port}</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>启动沙箱</translation>
    </message>
</context>
<context>
    <name>SaveReport</name>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>A check fills this in.</source>
        <translation>检查之后会填上。</translation>
    </message>
    <message>
        <source>Nothing can be told: its policies cannot be read, and there is no token to try with.</source>
        <translation>无法判断：读不到权限策略，也没有令牌可试。</translation>
    </message>
    <message>
        <source>Bordered cells were tried, the others are from its policies.</source>
        <translation>带边框的是试过的，其余来自权限策略。</translation>
    </message>
    <message>
        <source>Bordered cells were tried. Its policies cannot be read.</source>
        <translation>带边框的是试过的。读不到权限策略。</translation>
    </message>
    <message>
        <source>From its policies. Nothing was tried: there is no token yet.</source>
        <translation>来自权限策略。还没有令牌，什么都没有试。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Run role check</source>
        <translation>运行角色检查</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Listing buckets</source>
        <translation>列出存储空间</translation>
    </message>
    <message>
        <source>Asking about the bucket {bucket}</source>
        <translation>查询存储空间{bucket}</translation>
    </message>
    <message>
        <source>Reading the policy of the bucket {bucket}</source>
        <translation>读取存储空间{bucket}的授权策略</translation>
    </message>
    <message>
        <source>Listing {address}</source>
        <translation>列出{address}</translation>
    </message>
    <message>
        <source>Asking about {address}</source>
        <translation>查询{address}</translation>
    </message>
    <message>
        <source>Asking for the ACL of {address}</source>
        <translation>查询{address}的ACL</translation>
    </message>
    <message>
        <source>Reading {address}</source>
        <translation>读取{address}</translation>
    </message>
    <message>
        <source>Downloading {address}</source>
        <translation>下载{address}</translation>
    </message>
    <message>
        <source>Asking for a small version of {address}</source>
        <translation>获取{address}的缩略图</translation>
    </message>
    <message>
        <source>“{bucket}” is no name of a bucket.</source>
        <translation>“{bucket}”不是合法的存储空间名称。</translation>
    </message>
    <message>
        <source>The OSS endpoint “{endpoint}” is no host.</source>
        <translation>OSS接入点“{endpoint}”不是主机名。</translation>
    </message>
    <message>
        <source>{host} answered, but not the way OSS does. Check the OSS endpoint.</source>
        <translation>{host}有答复，但不像OSS。请检查OSS接入点。</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path}是文件夹。</translation>
    </message>
    <message>
        <source>{path} is there already.</source>
        <translation>{path}已经存在。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹{path}。</translation>
    </message>
    <message>
        <source>What arrived is not what is stored: the CRC-64 differs. Try again.</source>
        <translation>收到的内容与存储的不一致：CRC-64不同。请重试。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>{path}无法写入：{reason}</translation>
    </message>
    <message>
        <source>Writing {address}</source>
        <translation>写入{address}</translation>
    </message>
    <message>
        <source>Copying to {address}</source>
        <translation>复制到{address}</translation>
    </message>
    <message>
        <source>Removing {address}</source>
        <translation>删除{address}</translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>This profile takes no role: its own key signs, and nothing runs out.</source>
        <translation>这个配置不扮演角色：用自己的密钥签名，不会过期。</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>还没有令牌</translation>
    </message>
    <message>
        <source>session {name}</source>
        <translation>会话{name}</translation>
    </message>
    <message>
        <source>Renewing</source>
        <translation>正在续期</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Renew soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>最后一分钟</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>无角色</translation>
    </message>
    <message>
        <source>Expired just now</source>
        <translation>刚刚过期</translation>
    </message>
    <message>
        <source>Expired {minutes} min ago</source>
        <translation>{minutes}分钟前过期</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Get token</source>
        <translation>获取令牌</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Mask secrets</source>
        <translation>隐藏密文</translation>
    </message>
    <message>
        <source>Reveal secrets</source>
        <translation>显示密文</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show ARN, id and RequestId</source>
        <translation>显示ARN、ID和RequestId</translation>
    </message>
    <message>
        <source>JSON, as AssumeRole answers</source>
        <translation>JSON，与AssumeRole的返回一致</translation>
    </message>
    <message>
        <source>export lines</source>
        <translation>export语句</translation>
    </message>
    <message>
        <source>Clears from the clipboard after 60 s</source>
        <translation>60秒后从剪贴板清除</translation>
    </message>
    <message>
        <source>Its four fields and its countdown will stay here, on every page.</source>
        <translation>四个字段和倒计时会一直在这里，每一页都看得到。</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Edit profile</source>
        <translation>编辑配置</translation>
    </message>
    <message>
        <source>Run role check</source>
        <translation>运行角色检查</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Infrequent access</source>
        <translation>低频访问</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档存储</translation>
    </message>
    <message>
        <source>Cold archive</source>
        <translation>冷归档</translation>
    </message>
    <message>
        <source>Deep cold archive</source>
        <translation>深度冷归档</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Public read</source>
        <translation>公共读</translation>
    </message>
    <message>
        <source>Public read, write</source>
        <translation>公共读写</translation>
    </message>
    <message>
        <source>As the bucket</source>
        <translation>继承存储空间</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>校验一致</translation>
    </message>
    <message>
        <source>differs from what arrived</source>
        <translation>与收到的内容不同</translation>
    </message>
    <message>
        <source>Not visible</source>
        <translation>无权查看</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height}像素</translation>
    </message>
    <message>
        <source>{encoding}, the first {part} of {whole}</source>
        <translation>{encoding}，{whole}中的前{part}</translation>
    </message>
    <message>
        <source>Needs restore</source>
        <translation>需要解冻</translation>
    </message>
    <message>
        <source>The object is archived. It has to be restored before it can be read.</source>
        <translation>对象已归档，解冻之后才能读取。</translation>
    </message>
    <message>
        <source>Being restored</source>
        <translation>正在解冻</translation>
    </message>
    <message>
        <source>The object is archived, and its restore is running. Look again later.</source>
        <translation>对象已归档，正在解冻，请稍后再看。</translation>
    </message>
    <message>
        <source>{size} would be fetched to show it.</source>
        <translation>要显示它，需要获取{size}。</translation>
    </message>
    <message>
        <source>Show it, {size}</source>
        <translation>显示，{size}</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>The object has no bytes.</source>
        <translation>这个对象没有内容。</translation>
    </message>
    <message>
        <source>This kind is not shown here. Download it to open it with its own program.</source>
        <translation>这里不显示这类文件。请下载后用对应的程序打开。</translation>
    </message>
    <message>
        <source>This role may not read the object</source>
        <translation>这个角色不能读取该对象</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>This machine has no keyring that is running. The secret can be kept until the program ends.</source>
        <translation>本机没有正在运行的密钥环。Secret可以保留到程序结束。</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again, or keep the secret until the program ends.</source>
        <translation>密钥环已锁定。请解锁后重试，或者把Secret保留到程序结束。</translation>
    </message>
    <message>
        <source>The keyring refused. Allow it and try again, or keep the secret until the program ends.</source>
        <translation>密钥环拒绝了。请允许后重试，或者把Secret保留到程序结束。</translation>
    </message>
    <message>
        <source>The keyring does not answer. It may be asking for its password in a window of its own: unlock it and try again, or keep the secret until the program ends.</source>
        <translation>密钥环没有应答。它可能正在另一个窗口里询问密码：请解锁后重试，或者把Secret保留到程序结束。</translation>
    </message>
    <message>
        <source>The keyring failed: {reason}</source>
        <translation>密钥环出错：{reason}</translation>
    </message>
    <message>
        <source>Reading a secret from the keyring</source>
        <translation>从密钥环读取Secret</translation>
    </message>
    <message>
        <source>Putting a secret into the keyring</source>
        <translation>把Secret存入密钥环</translation>
    </message>
    <message>
        <source>Removing a secret from the keyring</source>
        <translation>从密钥环删除Secret</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>{time} left</source>
        <translation>剩余{time}</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Renewing</source>
        <translation>正在续期</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>无角色</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>还没有令牌</translation>
    </message>
</context>
<context>
    <name>_Remark</name>
    <message>
        <source>Line {number}</source>
        <translation>第{number}行</translation>
    </message>
</context>
<context>
    <name>_Use</name>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>What it lacks</source>
        <translation>缺少什么</translation>
    </message>
</context>
<context>
    <name>_Why</name>
    <message>
        <source>No statement that could be read decides this.</source>
        <translation>读到的语句都不决定这一点。</translation>
    </message>
    <message>
        <source>Statement {number} of {policy}</source>
        <translation>{policy}的第{number}条语句</translation>
    </message>
</context>
</TS>

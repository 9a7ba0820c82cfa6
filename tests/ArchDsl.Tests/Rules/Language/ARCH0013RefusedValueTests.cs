namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0013RefusedValueTests : RuleTests
{
    [Theory]
    [InlineData("Vpc([|AvailabilityZones = 0|])")]
    [InlineData("Vpc([|AvailabilityZones = 7|])")]
    [InlineData("Vpc([|NatGateways = -1|]), PublicSubnet")]
    [InlineData("Vpc([|NatGateways = 3|]), PublicSubnet")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\", [|StorageGiB = 7|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\", [|StorageGiB = 16385|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\", [|Port = 0|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\", [|Port = 65536|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\", [|Ami = (Ami)9|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, [|-2|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, [|65536|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, [|2|], 1)")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, [|0|], 70000)")]
    [InlineData("Vpc, PrivateSubnet, Rds([|StorageGiB = 19|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|BackupRetentionDays = 36|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|BackupRetentionDays = -1|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|Port = 1149|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|(Engine)9|], \"17\")")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.Postgres, [|\"15.1\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MySql, [|\"17\"|], MultiAz = true)")]
    [InlineData("Vpc, PrivateSubnet, Rds([|version: \"\"|], engine: Engine.MariaDb)")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Valkey, [|\"7.0\"|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache([|Port = 80|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache([|Nodes = 7|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache([|SnapshotRetentionDays = 36|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", [|Port = 0|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", [|DesiredCount = -1|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", [|Cpu = 300|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", [|MemoryMiB = 513|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", Cpu = 8192, [|MemoryMiB = 17408|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Logs([|RetentionDays = 8|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), AutoScale(Min = 3, [|Max = 2|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), AutoScale([|Min = -1|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Env(\"A\", [|\"{{resolve:ssm:/some/parameter}}\"|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Env([|\"${Token[TOKEN.1]}\"|], \"a\")")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Env([|null!|], \"a\")")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Env(\"A\", [|null!|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Env(\"A\", [|\"a\\0b\"|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Env(\"A\", [|\"\\uD800\"|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Env(\"A\", [|\"\\uDC00\\uD800\"|])")]
    [InlineData("Tag(\"Team\", \"a\"), Tag([|\"team\"|], \"b\"), Vpc")]
    [InlineData("Vpc, PrivateSubnet, Alb, HttpListener([|0|])")]
    [InlineData("Vpc, PrivateSubnet, Alb, HttpListener([|65536|])")]
    [InlineData("Vpc, PrivateSubnet, Alb, HttpListener, Dns([|\"api.example.com\"|])")]
    [InlineData("HostedZone(\"example.org\"), Vpc, PrivateSubnet, Alb, HttpListener, Dns([|\"api.badexample.org\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 80, [|Protocol = Protocol.All|])")]
    [InlineData("S3, Removal([|Removal.Snapshot|])")]
    [InlineData("S3, Output([|\"--\"|], Value.Arn)")]
    [InlineData("S3, Output(\"a_b\", Value.Arn), Output([|\"AB\"|], Value.Name)")]
    [InlineData("S3, Cors(Origins = [\"*\"], Methods = [HttpVerb.Get, [|(HttpVerb)9|]])")]
    [InlineData("S3, Removal([|(Removal)9|])")]
    [InlineData("S3([|\"{{resolve:ssm:/bucket}}\"|])")]
    [InlineData("S3, Stage([|\"\"|])")]
    [InlineData("S3, Stage([|\"1st\"|])")]
    [InlineData("S3, Stage([|\"a_b\"|])")]
    [InlineData("S3, Stage([|\"prod<\"|])")]
    [InlineData("Architecture(\"a\", [|Region = \"frankfurt\"|]), S3")]
    [InlineData("Architecture(\"a\", [|Region = \"eu-central\"|]), S3")]
    [InlineData("Architecture(\"a\", [|Region = \"EU-central-1\"|]), S3")]
    [InlineData("Architecture(\"a\", [|Account = \"12345678901\"|]), S3")]
    [InlineData("Architecture(\"a\", [|Account = \"12345678901x\"|]), S3")]
    [InlineData("S3, Stage(\"prod\", [|Region = \"prod\"|], [|Account = \"prod\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"t3\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"t3.huge\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"t3.4xlarge\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"T3.micro\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"m6z.large\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"mac2.metal\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|InstanceType = \"t4g.nano\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|InstanceType = \"db.c5.large\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|InstanceType = \"cache.t4g.micro\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|InstanceType = \"t2.micro\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|InstanceType = \"db.m4.large\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MySql, \"8.4\", [|InstanceType = \"r4.large\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds([|InstanceType = \"c6gd.large\"|], MultiAz = true)")] // Multi-AZ DB clusters alone
    [InlineData("Vpc, PrivateSubnet, Rds([|InstanceType = \"z1d.large\"|])")] // Oracle and SQL Server alone
    [InlineData("Vpc, PublicSubnet, Ec2([|\"t1.micro\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"m1.small\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ec2([|\"m2.xlarge\"|], Stage = \"prod\"), Stage(\"dev\"), Stage(\"prod\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache([|NodeType = \"t2.micro\"|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache([|NodeType = \"cache.m3.medium\"|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, [|\"7.2\"|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, [|\"8.0\"|])")]
    [InlineData("Architecture(\"a\", [|Region = \"eu-central-9\"|]), S3")]
    [InlineData("Architecture(\"a\", [|Region = \"eu-cental-1\"|]), S3")]
    [InlineData("S3, Stage(\"dev\", Region = \"us-east-1\"), Stage(\"prod\", [|Region = \"us-central-1\"|])")]
    [InlineData("Architecture(\"a\", Region = \"us-west-1\"), Vpc([|AvailabilityZones = 3|])")]
    [InlineData("Architecture(\"a\", Region = \"eu-central-1\"), Vpc, Vpc([|AvailabilityZones = 4|], Stage = \"prod\"), Stage(\"dev\"), Stage(\"prod\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache([|NodeType = \"t4g.large\"|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache([|NodeType = \"db.t4g.micro\"|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), AutoScale([|CpuPercent = 101|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), AutoScale([|MemoryPercent = -1|])")]
    [InlineData("S3, Cors(Origins = [\"https://a.example.com\", [|\"https://*.*.example.com\"|]], Methods = [HttpVerb.Get], Headers = [[|\"\"|]])")]
    public Task ValueThatAwsRefuses_IsReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Shop;");

    [Theory]
    [InlineData("Vpc({|#0:AvailabilityZones = 7|})", "AWS refuses '7' on Shop: a region has 1 to 6 availability zones")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", {|#0:MemoryMiB = 4096|})", "AWS refuses '256 CPU units with 4096 MiB' on Shop: with 256 CPU units Fargate has 512, 1024 or 2048 MiB")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", Cpu = 16384, {|#0:MemoryMiB = 122881|})", "AWS refuses '16384 CPU units with 122881 MiB' on Shop: with 16384 CPU units Fargate has 32768 to 122880 MiB in steps of 8192")]
    [InlineData("Vpc, PrivateSubnet, Rds({|#0:Port = 1149|})", "AWS refuses '1149' on Shop: the port of a database must lie between 1150 and 65535")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, {|#0:\"7.2\"|})", "AWS refuses '7.2' on Shop: there is no such version of Redis OSS on AWS; it has 6.x, 6.0, 6.2, 7.0, 7.1, and Valkey goes on from 7.2")]
    [InlineData("Vpc, PrivateSubnet, Rds({|#0:InstanceType = \"m4.large\"|})", "AWS refuses 'm4.large' on Shop: RDS makes no new database of the family m4; choose a class such as t4g.micro or m7g.large")]
    [InlineData("Architecture(\"a\", {|#0:Region = \"us-central-1\"|}), S3", "AWS refuses 'us-central-1' on Shop: a region is one that AWS has, such as eu-central-1 or us-east-1; leave one that is newer than May 2026 out, and pass it as the Env of the stack's props")]
    [InlineData("Architecture(\"a\", Region = \"us-west-1\"), Vpc({|#0:AvailabilityZones = 3|})", "AWS refuses '3' on Shop: the region us-west-1 has 2 availability zones")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MySql, {|#0:\"8.1\"|})", "AWS refuses '8.1' on Shop: there is no such version of MySQL on AWS; it has 8.0, 8.4")]
    [InlineData("Stage(\"dev\"), Stage(\"prod\"), Vpc, PrivateSubnet, Rds, Rds(Engine.Postgres, {|#0:\"16.99x\"|}, Stage = \"prod\")", "AWS refuses '16.99x' on Shop: there is no such version of PostgreSQL on AWS; it has 14, 15, 16, 17, 18 (stage prod)")]
    public Task Message_IsReported(string attributes, string message) => VerifyAsync($"[{attributes}] public partial class Shop;", [Finding(message, 0)]);

    /// <summary>AWS's table of sizes, from end to end.</summary>
    [Theory]
    [InlineData(256, 512), InlineData(256, 1024), InlineData(256, 2048)]
    [InlineData(512, 1024), InlineData(512, 4096)]
    [InlineData(1024, 2048), InlineData(1024, 8192)]
    [InlineData(2048, 4096), InlineData(2048, 16384)]
    [InlineData(4096, 8192), InlineData(4096, 30720)]
    [InlineData(8192, 16384), InlineData(8192, 20480), InlineData(8192, 61440)]
    [InlineData(16384, 32768), InlineData(16384, 40960), InlineData(16384, 122880)]
    public Task FargateSizeThatExists_IsNotReported(int cpu, int memory) =>
        VerifyAsync($"[Vpc, PublicSubnet, Fargate(Image = \"i\", Cpu = {cpu}, MemoryMiB = {memory})] public partial class Shop;");

    [Theory]
    [InlineData("Vpc(AvailabilityZones = 6, NatGateways = 6), PublicSubnet")]
    [InlineData("Vpc(AvailabilityZones = 1, NatGateways = 0)")]
    [InlineData("Vpc, VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.DynamoDb)")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\", StorageGiB = 16384, Port = 65535), Egress(Cidr.Internet, 0, 65535), Egress(\"10.0.0.0/8\", 53, Protocol = Protocol.Udp)")]
    [InlineData("Vpc, PrivateSubnet, Rds(StorageGiB = 65536, BackupRetentionDays = 35, Port = 1150)")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.Postgres, \"17.99\", MultiAz = true)")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Valkey, \"9.1\", Port = 65535)")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", DesiredCount = 0), Logs(RetentionDays = 3653), AutoScale(Min = 0, Max = 1)")]
    [InlineData("HostedZone(\"Example.com\"), Vpc, PrivateSubnet, Alb, HttpListener(65535), Dns(\"api.example.COM\"), Dns(\"example.com\"), Dns(\"*.example.com\")")]
    [InlineData("S3, Output(\"a_b\", Value.Arn), Output(\"a_c\", Value.Name), Stage(\"prod-2\"), Stage(\"P\")")]
    [InlineData("Architecture(\"a\", Region = \"us-gov-west-1\", Account = \"000000000012\"), Stage(\"eu\", Region = \"eusc-de-east-1\", Account = \"123456789012\"), S3")]
    [InlineData("Architecture(\"a\", Region = \"us-east-1\"), Vpc(AvailabilityZones = 6)")]
    [InlineData("Architecture(\"a\", Region = \"cn-northwest-1\"), Vpc(AvailabilityZones = 3)")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t2.micro\")")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"m3.medium\")")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"a1.large\", Ami = Ami.AmazonLinux2)")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.Postgres, \"18.1\", InstanceType = \"m8gd.large\")")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MariaDb, \"11.8\", InstanceType = \"db.m5.large\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(NodeType = \"r6gd.xlarge\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(NodeType = \"cache.m4.large\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, \"7.1\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Valkey, \"7.2\")")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"m7i-flex.12xlarge\")")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"u-6tb1.112xlarge\")")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"c5.metal\")")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"x99q.metal-48xl\")")] // perhaps one day
    [InlineData("Vpc, PrivateSubnet, Rds(InstanceType = \"db.r6g.16xlarge\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(NodeType = \"cache.r7g.large\")")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), AutoScale(CpuPercent = 0, MemoryPercent = 100)")]
    [InlineData("S3, Cors(Origins = [\"*\", \"https://*.example.com\"], Methods = [HttpVerb.Get])")]
    public Task ValueThatAwsTakes_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Shop;");

    /// <summary>The ranges of a health check, and one beyond each.</summary>
    [Theory]
    [InlineData("[|IntervalSeconds = 4|], TimeoutSeconds = 3")]
    [InlineData("[|IntervalSeconds = 301|]")]
    [InlineData("[|TimeoutSeconds = 1|]")]
    [InlineData("IntervalSeconds = 300, [|TimeoutSeconds = 121|]")]
    [InlineData("[|HealthyThreshold = 1|], [|UnhealthyThreshold = 11|]")]
    [InlineData("[|HealthCheckPath = \"health\"|]")]
    [InlineData("[|HealthCheckPath = \"\"|]")]
    [InlineData("[|HealthCheckPath = \"/a b\"|]")]
    [InlineData("[|Name = \"a-\"|], [|Port = 70000|]")]
    public Task HealthCheckThatAwsRefuses_IsReported(string arguments) => VerifyAsync(Balanced(arguments));

    [Theory]
    [InlineData("IntervalSeconds = 5, TimeoutSeconds = 4, HealthyThreshold = 2, UnhealthyThreshold = 10")]
    [InlineData("IntervalSeconds = 300, TimeoutSeconds = 120, HealthCheckPath = \"/health/?deep=1\"")]
    public Task HealthCheckThatAwsTakes_IsNotReported(string arguments) => VerifyAsync(Balanced(arguments));

    /// <summary>A value for a stage is at fault where it is written, and in its stage.</summary>
    [Theory]
    [InlineData("S3(\"images\"), S3({|#0:\"IMAGES\"|}, Stage = \"prod\")", "AWS refuses 'IMAGES' on Shop: the name of a bucket has lower-case letters, digits, hyphens and dots, with a letter or digit at both ends (stage prod)")]
    [InlineData("Vpc, PrivateSubnet, Rds, Rds({|#0:InstanceType = \"t4g.nano\"|}, Stage = \"prod\")", "AWS refuses 't4g.nano' on Shop: in the family t4g RDS has micro, small, medium, large, xlarge, 2xlarge (stage prod)")]
    [InlineData("Vpc, PrivateSubnet, Rds(DatabaseName = \"shop\"), Rds({|#0:DatabaseName = \"user\"|}, Stage = \"prod\")", "AWS refuses 'user' on Shop: the engine reserves this word; choose another (stage prod)")]
    public Task ValueForAStage_IsReported(string attributes, string message) =>
        VerifyAsync($"[Stage(\"dev\"), Stage(\"prod\"), {attributes}] public partial class Shop;", [Finding(message, 0)]);

    [Theory]
    [InlineData("Rds({|#0:DatabaseName = \"user\"|})", "'user' on Orders: the engine reserves this word; choose another")]
    [InlineData("Rds({|#0:DatabaseName = \"rdsadmin\"|})", "'rdsadmin' on Orders: RDS or its engine has this name already; choose another")]
    [InlineData("Rds({|#0:DatabaseName = \"my-shop\"|})", "'my-shop' on Orders: the name of a database has a letter, then letters, digits and underscores")]
    [InlineData("Rds(Engine.MySql, \"8.4.7\", {|#0:DatabaseName = \"key\"|})", "'key' on Orders: the engine reserves this word; choose another")]
    [InlineData("Rds({|#0:Username = \"admin\"|})", "'admin' on Orders: RDS or its engine has this name already; choose another")]
    [InlineData("Rds({|#0:Username = \"pg_admin\"|})", "'pg_admin' on Orders: PostgreSQL keeps names that begin with pg_ for itself; choose another")]
    [InlineData("Rds(Engine.MySql, \"8.4.7\", {|#0:Username = \"seventeen_letters\"|})", "'seventeen_letters' on Orders: the name of the master user has 1 to 16 characters, and this one has 17")]
    public Task NameInADatabase_IsReported(string attribute, string message) =>
        VerifyAsync($"[Vpc, PrivateSubnet, {attribute}] public partial class Orders;", [Finding("AWS refuses " + message, 0)]);

    [Theory]
    [InlineData("Rds(DatabaseName = \"key\", Username = \"postgres\")")]
    [InlineData("Rds(Engine.MySql, \"8.4.7\", DatabaseName = \"my_shop\", Username = \"admin\")")]
    [InlineData("Rds(Engine.MariaDb, \"11.8.5\", Username = \"sixteen_letters_\")")]
    public Task NameInADatabase_IsNotReported(string attribute) => VerifyAsync($"[Vpc, PrivateSubnet, {attribute}] public partial class Orders;");

    /// <summary>What is for one resource alone, and its second one.</summary>
    [Theory]
    [InlineData("[S3(\"images\")] public partial class A; [S3([|\"images\"|])] public partial class B;")]
    [InlineData("[Secret(\"shop/key\")] public partial class A; [PrivateSubnet, Rds([|SecretName = \"shop/key\"|])] public partial class B;")]
    [InlineData("[PrivateSubnet] public partial class P { [Rds(Name = \"orders\")] public partial class A; [Rds([|Name = \"Orders\"|])] public partial class B; }")]
    [InlineData("[PrivateSubnet] public partial class P { [Rds, SecurityGroup(\"db\")] public partial class A; [Rds, SecurityGroup([|\"db\"|])] public partial class B; }")]
    [InlineData("[PublicSubnet] public partial class P { [Fargate(Image = \"i\"), Roles(Task = \"shop\", [|Execution = \"SHOP\"|])] public partial class A; }")]
    [InlineData("[PublicSubnet] public partial class P { [Fargate(Image = \"i\", Name = \"a\")] public partial class A; [Fargate(Image = \"i\", [|Name = \"a\"|])] public partial class B; }")]
    [InlineData("[HostedZone(\"example.com\"), PrivateSubnet] public partial class P { [Alb, Dns(\"a.example.com\")] public partial class A; [Alb, Dns([|\"A.example.com\"|])] public partial class B; }")]
    public Task SecondResourceOfAName_IsReported(string members) => VerifyAsync($"[Vpc] public partial class Shop {{ {members} }}");

    /// <summary>The keys on a role differ in more than case, wherever they come from.</summary>
    [Fact]
    public Task TagOfAnInnerClass_IsReported() => VerifyAsync("""
        [Vpc, PublicSubnet, Tag("team", "a")]
        public partial class Shop
        {
            [S3, Tag("Team", "b")] public partial class Images; // it has no role
            [Ec2("t3.micro"), Tag({|#0:"Team"|}, "b")] public partial class Host;
            [S3, Tag("team", "b"), Tag("teams", "c")] public partial class Pictures;
        }
        """,
        [Finding("AWS refuses 'Team' on Host: Shop has the tag 'team', and IAM takes no two keys that differ in case alone; write 'team'", 0)]);

    [Fact]
    public Task ControlCharacters_AreShownAndReported() => VerifyAsync(
        "[S3({|#0:\"a\\u001b[31m\\n\"|})] public partial class Shop;",
        [Finding("AWS refuses 'a\\u001b[31m\\u000a' on Shop: the name of a bucket has lower-case letters, digits, hyphens and dots, with a letter or digit at both ends", 0)]);

    [Fact]
    public Task MessageAboutTheSecondResource_IsReported() => VerifyAsync(
        "[Architecture(\"a\")] public partial class Shop { [S3(\"images\")] public partial class Old; [S3({|#0:\"images\"|})] public partial class Young; }",
        [Finding("AWS refuses 'images' on Young: the name of a bucket belongs to one alone, and Old has this one; choose another", 0)]);

    [Theory]
    [InlineData("[S3(\"images\")] public partial class A; [DynamoDb(\"images\")] public partial class B; [Topic(\"images\")] public partial class C;")]
    [InlineData("[S3(\"images\", Stage = \"dev\")] public partial class A; [S3(\"images\", Stage = \"prod\")] public partial class B;")]
    [InlineData("[PublicSubnet] public partial class P { [Fargate(Image = \"i\", Family = \"a\")] public partial class A; [Fargate(Image = \"i\", Family = \"a\")] public partial class B; }")]
    [InlineData("[PublicSubnet] public partial class P { [EcsCluster, Fargate(Image = \"i\", Name = \"a\")] public partial class A; [EcsCluster, Fargate(Image = \"i\", Name = \"a\")] public partial class B; }")]
    public Task NameThatIsFree_IsNotReported(string members) => VerifyAsync($"[Vpc, Stage(\"dev\"), Stage(\"prod\")] public partial class Shop {{ {members} }}");

    [Fact]
    public Task SecurityGroupsOfTwoVpcs_AreNotReported() => VerifyAsync("""
        [Architecture("shop")]
        public partial class Shop
        {
            [Vpc, PrivateSubnet, Rds, SecurityGroup("db")] public partial class East;
            [Vpc, PrivateSubnet, Rds, SecurityGroup("db")] public partial class West;
        }
        """);

    [Theory]
    [InlineData("HostedZone(\"example.com\"), Certificate(\"example.com\", AlternativeNames = [\"*.example.com\", [|\"example.org\"|]])")]
    [InlineData("Certificate(\"example.com\", AlternativeNames = [[|\"org\"|]])")]
    public Task AlternativeName_IsReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Tls;");

    [Theory]
    [InlineData("HostedZone(\"example.com\"), Certificate(\"example.com\", AlternativeNames = [\"*.example.com\"])")]
    [InlineData("Certificate(\"example.com\", AlternativeNames = [\"example.org\"])")] // people validate it
    public Task AlternativeName_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Tls;");

    [Fact]
    public Task FiftyFirstTag_IsReported() => VerifyAsync($$"""
        [Architecture("shop"), {{Tags("a", 30)}}]
        public partial class Shop
        {
            [S3, {{Tags("b", 20)}}, [|Tag("c", "")|]]
            public partial class Images;
        }
        """);

    [Fact]
    public Task FiftiethTag_IsNotReported() => VerifyAsync($$"""
        [Architecture("shop"), {{Tags("a", 30)}}]
        public partial class Shop
        {
            [S3, {{Tags("b", 20)}}, Tag("a1", "")]
            public partial class Images;
        }
        """);

    [Fact]
    public Task NameOfAStackWithItsStage_IsReported() => VerifyAsync(
        $"[Architecture([|\"{new string('a', 124)}\"|]), Stage(\"dev\"), Stage(\"prod\"), S3] public partial class Shop;");

    [Fact]
    public Task ScriptThatIsTooLong_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet, Ec2(\"t3.micro\", [|UserDataFile = \"boot.sh\"|])] public partial class Host;",
        project: static state => state.AdditionalFiles.Add(("/0/boot.sh", new string('a', 16385))));

    [Fact]
    public Task LongestScript_IsNotReported() => VerifyAsync(
        "[Vpc, PublicSubnet, Ec2(\"t3.micro\", UserDataFile = \"boot.sh\")] public partial class Host;",
        project: static state => state.AdditionalFiles.Add(("/0/boot.sh", new string('a', 16384))));

    private static string Tags(string prefix, int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"Tag(\"{prefix}{i}\", \"v\")"));

    private static string Balanced(string arguments) => $$"""
        [Vpc, PrivateSubnet]
        public partial class Shop
        {
            [Ec2("t3.micro")] public partial class Host;
            [Alb, HttpListener, RoutesTo<Host>({{arguments}})] public partial class Balancer;
        }
        """;

    [Theory]
    [InlineData("0.0.0.0/16")]
    [InlineData("127.0.0.0/16")]
    [InlineData("169.254.0.0/16")]
    [InlineData("224.0.0.0/16")]
    [InlineData("240.0.0.0/16")]
    public Task RangeThatIsNotForHosts_IsReported(string cidr) => VerifyAsync($"[Vpc([|\"{cidr}\"|])] public partial class Shop;");
}

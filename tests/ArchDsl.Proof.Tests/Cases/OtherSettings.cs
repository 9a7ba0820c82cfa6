using ArchDsl;

namespace Case;

[Architecture("other-settings", Region = "eu-west-1", Account = "111122223333", Description = "Every setting that has another value than by default.")]
[Vpc(AvailabilityZones = 2, FlowLogs = FlowLogs.None)]
[VpcEndpoint(AwsService.SecretsManager), VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.DynamoDb)]
[HostedZone("example.com", Id = "Z0123456789ABCDEFGHIJ")]
[EcsCluster("workers", ContainerInsights = false)]
public partial class Shop
{
    [Certificate("example.com", AlternativeNames = ["*.example.com", "api.example.com"])]
    public partial class Tls;

    [S3("logs-${AWS::AccountId}-${AWS::Region}", Versioned = false), Removal(Removal.Destroy), Cors(Origins = ["https://a.example", "https://b.example"], Methods = [HttpVerb.Get, HttpVerb.Put], Headers = ["x-a"]), Cors(Origins = ["*"], Methods = [HttpVerb.Head])]
    public partial class LogBucket;

    [DynamoDb("orders", PartitionKey = "user", PartitionKeyType = KeyType.Number, SortKey = "at", SortKeyType = KeyType.Binary, PointInTimeRecovery = false), Removal(Removal.Destroy)]
    public partial class Orders;

    [Secret("shop/key", Generate = false), Removal(Removal.Retain)]
    public partial class Key;

    [Topic("alerts", Encrypted = true)]
    public partial class Alerts;

    [Ecr("images", ScanOnPush = false, ImmutableTags = true), Removal(Removal.Destroy)]
    public partial class Images;

    [PublicSubnet]
    public partial class Edge
    {
        [Alb, HttpListener(8080), HttpsListener<Tls>(8443), Dns("api.example.com"), RoutesTo<App.Api>, AccessLogs<LogBucket>(Prefix = "lb")]
        public partial class LoadBalancer;

        [Ec2("t3.small", StorageGiB = 30, Port = 9000, MetadataHopLimit = 2, DetailedMonitoring = true, TerminationProtection = true, Ami = Ami.AmazonLinux2)]
        [SecurityGroup("bastion"), Ingress("203.0.113.0/24", 22), Egress(Cidr.Internet)]
        public partial class Bastion;
    }

    [PrivateSubnet]
    public partial class App
    {
        [Fargate(Port = 8000, Cpu = 1024, MemoryMiB = 4096, DesiredCount = 3, Name = "api", Family = "api-task"), ImageFrom<Images>("v1")]
        [Logs("/shop/api", RetentionDays = 30), AutoScale(Min = 3, Max = 9, CpuPercent = 50, MemoryPercent = 80), Removal(Removal.Retain)]
        [Uses<Data.Cache>, Uses<Data.Database>, Uses<Orders>(Access.Read | Access.Delete), Uses<Alerts>, InjectSecret<Key>("KEY", Field = "a")]
        [Alarm<Alerts>(Metric.MemoryUtilization, Threshold = 90, Name = "memory")]
        public partial class Api;
    }

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(Engine.MariaDb, "10.11", Name = "db", InstanceType = "db.t4g.small", StorageGiB = 50, StorageType = StorageType.Gp2, MultiAz = true, BackupRetentionDays = 0, DatabaseName = "shop", Username = "boss", SecretName = "shop/db", Port = 6000), Removal(Removal.Destroy)]
        public partial class Database;

        [Rds(Engine.Postgres, "13"), Removal(Removal.Retain)]
        public partial class Archive;

        [ElastiCache(CacheEngine.Redis, "7.1", Name = "cache", NodeType = "cache.t4g.small", Nodes = 2, SnapshotRetentionDays = 5, Port = 6380, Auth = true), Removal(Removal.Snapshot)]
        public partial class Cache;
    }
}

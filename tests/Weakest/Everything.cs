#pragma warning disable // Every finding that can be silenced is meant.

using ArchDsl;

namespace Weakest;

/// <summary>Each kind of the language with each weakening that it has: what a template does not do even here, it never does.</summary>
[Architecture("weakest")]
[Vpc(Ipv6 = true, AvailabilityZones = 2, NatGateways = 1, FlowLogs = FlowLogs.None)]
[VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.DynamoDb), VpcEndpoint(AwsService.SecretsManager)]
[EcsCluster]
[HostedZone("example.com")]
public partial class Everything
{
    [Certificate("*.example.com")]
    public partial class Tls;

    [Ecr(ScanOnPush = false, ImmutableTags = false), Removal(Removal.Destroy)]
    public partial class Images;

    [S3(PublicRead = true, Versioned = false), Removal(Removal.Destroy)]
    [Cors(Origins = ["*"], Methods = [HttpVerb.Get, HttpVerb.Put, HttpVerb.Post, HttpVerb.Delete, HttpVerb.Head], Headers = ["*"])]
    public partial class Files;

    [S3, Removal(Removal.Destroy)]
    public partial class Archive;

    [DynamoDb(PointInTimeRecovery = false), Removal(Removal.Destroy)]
    public partial class Table;

    [Secret, Removal(Removal.Destroy)]
    public partial class Key;

    [Secret(Generate = false), Removal(Removal.Destroy)]
    public partial class Token;

    [Topic]
    public partial class Alerts;

    [Topic(Encrypted = false)]
    public partial class News;

    [Topic(Encrypted = true)]
    public partial class Coded;

    [PublicSubnet]
    public partial class Edge
    {
        [Alb]
        [HttpListener(80), HttpListener(5432), HttpsListener<Tls>(443)]
        [RoutesTo<Web>]
        [Dns("www.example.com")]
        [Egress(Cidr.Internet), Egress(Cidr.InternetIpv6)]
        public partial class Front;

        [Alb]
        [HttpListener(80, RedirectToHttps = true), HttpsListener<Tls>]
        [RoutesTo<Host>]
        [Ingress(Cidr.Internet), Ingress(Cidr.InternetIpv6)]
        public partial class Side;

        [Fargate(Image = "public.ecr.aws/docker/library/nginx:1.27", DesiredCount = 0)]
        [Uses<Rows>(AtRuntime = true), Uses<Cache>, Uses<Table>(Access.ReadWrite | Access.Delete), Uses<Files>(Access.ReadWrite | Access.Delete)]
        [Uses<Key>, Uses<Alerts>, Uses<Coded>, InjectSecret<Token>("TOKEN", AtRuntime = true)]
        [Env("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"), Env("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
        [Ingress(Cidr.Internet), Egress(Cidr.Internet), Ingress(Cidr.InternetIpv6), Egress(Cidr.InternetIpv6)]
        [Alarm<Alerts>(Metric.CpuUtilization), Alarm<Alerts>(Metric.MemoryUtilization)]
        [AutoScale(Min = 1, Max = 2, CpuPercent = 90)]
        [Logs(RetentionDays = 1), Removal(Removal.Destroy)]
        public partial class Web;

        [Ec2("t2.micro", UserDataFile = "start.sh", MetadataHopLimit = 2)]
        [Uses<Rows>(AtRuntime = true), Uses<Files>(Access.ReadWrite | Access.Delete), Uses<Key>]
        [Ingress(Cidr.Internet), Egress(Cidr.Internet), Ingress(Cidr.InternetIpv6), Egress(Cidr.InternetIpv6)]
        public partial class Host;

        [Rds(Public = true, BackupRetentionDays = 0), Removal(Removal.Destroy)]
        [Ingress(Cidr.Internet), Egress(Cidr.Internet), Ingress(Cidr.InternetIpv6), Egress(Cidr.InternetIpv6)]
        public partial class Rows;

        [ElastiCache(Nodes = 1), Removal(Removal.Destroy)]
        [Ingress(Cidr.Internet), Egress(Cidr.Internet)]
        public partial class Cache;
    }

    [PrivateSubnet]
    public partial class Inside
    {
        [Alb]
        [HttpListener(8080)]
        [RoutesTo<Worker>]
        [Ingress<Edge.Web>(8080)]
        public partial class Internal;

        [Fargate]
        [ImageFrom<Images>("latest")]
        [Uses<Deep.MySql>]
        public partial class Worker;

        [Ec2("t3.micro", Ami = Ami.AmazonLinux2)]
        [Egress(Cidr.InternetIpv6)]
        public partial class Idle;
    }

    [IsolatedSubnet]
    public partial class Deep
    {
        [Rds(Engine.MySql, "8.4.7", Username = "admin"), Removal(Removal.Destroy)]
        public partial class MySql;

        [Rds(Engine.MariaDb, "11.4.5"), Removal(Removal.Destroy)]
        public partial class Maria;

        [Rds(Engine.Postgres, "14.12"), Removal(Removal.Destroy)]
        public partial class Old;

        [ElastiCache(CacheEngine.Redis, "7.0", Nodes = 2)]
        public partial class Sessions;
    }
}

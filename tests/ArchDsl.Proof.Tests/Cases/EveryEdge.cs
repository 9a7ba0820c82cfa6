using ArchDsl;

namespace Case;

[Architecture("every-edge")]
[Vpc(AvailabilityZones = 2, NatGateways = 1)]
[Stage("dev"), Stage("prod")]
[VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.Logs)]
[HostedZone("example.com")]
public partial class Shop
{
    [Certificate("www.example.com")]
    public partial class Tls;

    [S3(PublicRead = true), Cors(Origins = ["*"], Methods = [HttpVerb.Get])]
    public partial class Images;

    [DynamoDb]
    public partial class OrderTable;

    [Secret]
    public partial class Key;

    [Topic]
    public partial class Events;

    [Ecr]
    public partial class Repository;

    [PublicSubnet]
    public partial class Public
    {
        [Alb, HttpListener(80, RedirectToHttps = true), HttpsListener<Tls>, Dns("www.example.com")]
        [RoutesTo<Private.Api>]
        public partial class LoadBalancer;

        [Ec2("t3.micro")]
        [Ingress(Cidr.Internet, 22, Stage = "dev"), Ingress("203.0.113.0/24", 8000, 8010), Egress("10.0.0.0/16", Protocol = Protocol.Udp)]
        [Uses<Data.Database>, Uses<Key>, Uses<OrderTable>(Access.ReadWrite | Access.Delete)]
        public partial class Bastion;
    }

    [PrivateSubnet]
    public partial class Private
    {
        [Fargate(Port = 8000), ImageFrom<Repository>("latest"), AutoScale]
        [Uses<Data.Database>(AtRuntime = true), Uses<Data.Cache>, Uses<Images>(Access.ReadWrite | Access.Delete), Uses<OrderTable>, Uses<Events>, Uses<Inner>, Uses<Worker>]
        [InjectSecret<Key>("API_KEY", Field = "key", AtRuntime = true), Env("TEXT", "a \"quoted\" ${AWS::Region}")]
        [Alarm<Events>(Metric.CpuUtilization)]
        public partial class Api;

        [Alb, HttpListener(8080), RoutesTo<Worker>]
        public partial class Inner;

        [Fargate(Image = "public.ecr.aws/x/y:1"), Ingress<Api>(9000, 9010, Protocol = Protocol.Udp), Egress<Data.Cache>, Egress(Cidr.Internet, 80)]
        public partial class Worker;
    }

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(Engine.MySql, "8.0.35"), Rds(Stage = "prod", MultiAz = true)]
        [Ingress<Database>]
        public partial class Database;

        [ElastiCache]
        public partial class Cache;
    }
}

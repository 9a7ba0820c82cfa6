namespace ArchDsl.Testing.Tests;

/// <summary>Internet -> load balancer -> Api -> database; a worker that nothing asks.</summary>
[Architecture("shop")]
[Stage("dev"), Stage("prod")]
[Vpc]
[Forbid<Data>(Zone.Internet, Except = typeof(App.Api))]
public partial class Shop
{
    [S3]
    public partial class Files;

    [S3(PublicRead = true)]
    [AcceptRisk("ARCH2010", Reason = "Pictures for everyone.")]
    public partial class Images;

    [DynamoDb]
    public partial class Table;

    [Secret]
    public partial class Key;

    [Topic]
    public partial class News;

    [Topic(Encrypted = true, Stage = "prod")]
    public partial class Audit;

    [PublicSubnet]
    public partial class Public
    {
        [Alb]
        [HttpListener(80)]
        [RoutesTo<App.Api>]
        public partial class LoadBalancer;
    }

    [PrivateSubnet]
    public partial class App
    {
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27", Port = 8080)]
        [Uses<Data.Database>]
        [Uses<Files>(Access.ReadWrite)]
        [Uses<Table>]
        [Uses<News>]
        [InjectSecret<Key>("KEY")]
        public partial class Api;

        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Uses<Files>(Access.Delete)]
        public partial class Worker;
    }

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(MultiAz = true)]
        public partial class Database;

        [ElastiCache(Nodes = 2)]
        public partial class Cache;
    }
}

/// <summary>Names nothing but a database that the internet reaches, and a load balancer that takes TLS alone.</summary>
[Vpc]
[HostedZone("example.com")]
[Forbid<Exposed.Public.Database>(Zone.Internet)]
public partial class Exposed
{
    [Certificate("example.com")]
    public partial class Tls;

    [PublicSubnet]
    public partial class Public
    {
        [Rds(Public = true)]
        [Ingress(Cidr.Internet, 5432)]
        public partial class Database;

        [Alb]
        [HttpListener(80, RedirectToHttps = true)]
        [HttpsListener<Tls>]
        [RoutesTo<Site>]
        public partial class LoadBalancer;

        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        public partial class Site;
    }
}

/// <summary>A VPC with nothing in it.</summary>
[Vpc]
public partial class Empty;

/// <summary>Out through the gateway of one VPC, and in by the front door of another.</summary>
[Architecture("outside")]
[Forbid<App.Worker, Edge.Api>]
[AcceptRisk("ARCH1060", Reason = "A test takes this path.")]
public partial class Outside
{
    [Vpc]
    [PublicSubnet]
    public partial class Edge
    {
        [Alb]
        [HttpListener(443)]
        [RoutesTo<Api>]
        public partial class LoadBalancer;

        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        public partial class Api;
    }

    [Vpc]
    public partial class App
    {
        [PublicSubnet]
        public partial class Gateways;

        [PrivateSubnet]
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        public partial class Worker;
    }
}

/// <summary>A database that admits a part of a subnet alone.</summary>
[Vpc]
public partial class Partial
{
    [PrivateSubnet("10.0.0.0/24", "10.0.1.0/24")]
    public partial class App
    {
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Egress("10.0.0.0/16", 5432)]
        public partial class Worker;
    }

    [PublicSubnet]
    public partial class Public;

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(MultiAz = true)]
        [Ingress("10.0.0.0/28", 5432)]
        public partial class Database;
    }
}

/// <summary>Requests in circles: one leads back to where it began alone, another to a component beside that.</summary>
[Vpc]
public partial class Ring
{
    [PrivateSubnet]
    public partial class Hubs
    {
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Uses<Inside.First>]
        public partial class Hub;

        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Uses<Pair.Left>]
        public partial class Middle;
    }

    [PublicSubnet]
    public partial class Public;

    [PrivateSubnet]
    public partial class Inside
    {
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Uses<Hubs.Hub>]
        public partial class First;

        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        public partial class Second;
    }

    [PrivateSubnet]
    public partial class Pair
    {
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Uses<Hubs.Middle>]
        public partial class Left;

        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Uses<Hubs.Middle>]
        public partial class Right;
    }
}

/// <summary>A hook, on what the architecture's only path leads through, and on a bucket.</summary>
[Vpc]
[Forbid<Data>(Zone.Internet)]
public partial class Hooked
{
    [S3]
    public partial class Files
    {
        partial void Created(Amazon.CDK.AWS.S3.Bucket construct) => construct.Node.AddMetadata("hook", construct.BucketName);
    }

    [DynamoDb]
    public partial class Table;

    [PublicSubnet]
    public partial class Public
    {
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        [Ingress(Cidr.Internet, 80)]
        [Uses<Files>]
        public partial class Api
        {
            partial void Created(Amazon.CDK.AWS.ECS.FargateService construct) => construct.Node.AddMetadata("hook", construct.ServiceName);
        }

        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27")]
        public partial class Quiet;
    }

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(MultiAz = true)]
        public partial class Database;
    }
}

using ArchDsl;

namespace Patterns;

/// <summary>A database on the internet.</summary>
[Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)]
public partial class T01Bad;

[Vpc, IsolatedSubnet, Rds]
public partial class T01Good;

/// <summary>A service beside its load balancer, open to the internet and to its neighbours.</summary>
[Vpc, PublicSubnet]
public partial class T02Bad
{
    [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;

    [Fargate(Image = "nginx", Port = 8080), Ingress(Cidr.Internet, 8080)] public partial class Api;

    [Fargate(Image = "busybox"), Egress("10.0.0.0/16")] public partial class Worker;
}

[Vpc, PublicSubnet]
public partial class T02Good
{
    [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;

    [Fargate(Image = "nginx", Port = 8080)] public partial class Api;

    [Fargate(Image = "busybox"), Egress("10.0.0.0/16")] public partial class Worker;
}

/// <summary>Plain HTTP that is passed on.</summary>
[Vpc, PublicSubnet]
public partial class T03Bad
{
    [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;

    [Fargate(Image = "nginx")] public partial class Api;
}

[Vpc, PublicSubnet]
public partial class T03Good
{
    [Certificate("example.com")] public partial class Tls;

    [Alb, HttpListener(RedirectToHttps = true), HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;

    [Fargate(Image = "nginx")] public partial class Api;
}

/// <summary>A load balancer that can talk to the database.</summary>
[Vpc]
public partial class T04Bad
{
    [PublicSubnet] public partial class Edge
    {
        [Alb, HttpListener, RoutesTo<Api>, Egress("10.0.0.0/16")] public partial class Lb;

        [Fargate(Image = "nginx"), Uses<Database>] public partial class Api;
    }

    [IsolatedSubnet, Rds, Ingress("10.0.0.0/16", 5432)] public partial class Database;
}

[Vpc]
public partial class T04Good
{
    [PublicSubnet] public partial class Edge
    {
        [Alb, HttpListener, RoutesTo<Api>, Egress("10.0.0.0/16")] public partial class Lb;

        [Fargate(Image = "nginx"), Uses<Database>] public partial class Api;
    }

    [IsolatedSubnet, Rds] public partial class Database;
}

/// <summary>A database behind a bastion with open SSH.</summary>
[Vpc]
public partial class T05Bad
{
    [PublicSubnet, Ec2("t3.micro"), Ingress(Cidr.Internet, 22), Uses<Database>, Egress(Cidr.Internet, 443)] public partial class Bastion;

    [IsolatedSubnet, Rds] public partial class Database;
}

[Vpc]
public partial class T05Good
{
    [PublicSubnet, Ec2("t3.micro"), Uses<Database>, Egress(Cidr.Internet, 443)] public partial class Bastion;

    [IsolatedSubnet, Rds] public partial class Database;
}

/// <summary>A database that admits a whole network.</summary>
[Vpc]
public partial class T06Bad
{
    [PublicSubnet] public partial class App
    {
        [Fargate(Image = "nginx"), Uses<Database>] public partial class Api;

        [Fargate(Image = "busybox"), Egress("10.0.0.0/16")] public partial class Worker;
    }

    [IsolatedSubnet, Rds, Ingress("10.0.0.0/16", 5432)] public partial class Database;
}

[Vpc]
public partial class T06Good
{
    [PublicSubnet] public partial class App
    {
        [Fargate(Image = "nginx"), Uses<Database>] public partial class Api;

        [Fargate(Image = "busybox"), Egress("10.0.0.0/16")] public partial class Worker;
    }

    [IsolatedSubnet, Rds] public partial class Database;
}

/// <summary>A database whose subnets route to the internet.</summary>
[Vpc, PublicSubnet, Rds]
public partial class T09Bad;

[Vpc, IsolatedSubnet, Rds]
public partial class T09Good;

/// <summary>A task, and an instance with a bucket, without a way out.</summary>
[Vpc]
public partial class T13Bad
{
    [Ecr] public partial class Images;

    [S3] public partial class Reports;

    [IsolatedSubnet] public partial class Inside
    {
        [Fargate, ImageFrom<Images>("1")] public partial class Api;

        [Ec2("t3.micro"), Uses<Reports>] public partial class Worker;
    }
}

[Vpc, VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.Logs), VpcEndpoint(AwsService.S3)]
public partial class T13Good
{
    [Ecr] public partial class Images;

    [S3] public partial class Reports;

    [IsolatedSubnet] public partial class Inside
    {
        [Fargate, ImageFrom<Images>("1")] public partial class Api;

        [Ec2("t3.micro"), Uses<Reports>] public partial class Worker;
    }
}

/// <summary>Two zones and one NAT gateway.</summary>
[Vpc(NatGateways = 1)]
public partial class T18Bad
{
    [PublicSubnet] public partial class Edge;

    [PrivateSubnet, Fargate(Image = "nginx")] public partial class Api;
}

[Vpc]
public partial class T18Good
{
    [PublicSubnet] public partial class Edge;

    [PrivateSubnet, Fargate(Image = "nginx")] public partial class Api;
}

/// <summary>Two secrets and two services, each with its own.</summary>
[Vpc, PublicSubnet]
public partial class T20Good
{
    [Secret] public partial class One;

    [Secret] public partial class Other;

    [Fargate(Image = "nginx"), Uses<One>] public partial class Api;

    [Ec2("t3.micro"), Uses<Other>] public partial class Worker;
}

/// <summary>A load balancer that answers 404 to everything.</summary>
[Vpc, PublicSubnet, Alb, HttpListener]
public partial class DeadEndBad;

[Vpc, PublicSubnet]
public partial class DeadEndGood
{
    [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;

    [Fargate(Image = "nginx")] public partial class Api;
}

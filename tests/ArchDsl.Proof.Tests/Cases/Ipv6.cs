using ArchDsl;

namespace Case;

// Two families of addresses, and the same declarations for both.
[Vpc(Ipv6 = true, NatGateways = 1)]
[HostedZone("example.com")]
public partial class Shop
{
    [Certificate("www.example.com")]
    public partial class Tls;

    [PublicSubnet]
    public partial class Public
    {
        [Alb, HttpListener(80, RedirectToHttps = true), HttpsListener<Tls>, Dns("www.example.com")]
        [RoutesTo<Private.Api>]
        public partial class LoadBalancer;

        [Ec2("t3.micro")]
        [Ingress("2001:DB8:7::/48", 8000), Egress(Cidr.Internet), Egress("2600::/12", 443)]
        [Uses<Data.Database>]
        public partial class Host;
    }

    [PrivateSubnet]
    public partial class Private
    {
        [Fargate(Image = "public.ecr.aws/x/y:1", Port = 8000)]
        [Uses<Data.Database>, Uses<Data.Cache>, Uses<Inner>, Egress(Cidr.InternetIpv6, 443)]
        public partial class Api;

        [Alb, HttpListener(8080), RoutesTo<Worker>]
        public partial class Inner;

        [Fargate(Image = "public.ecr.aws/x/y:1"), Egress(Cidr.Internet), Egress(Cidr.InternetIpv6), Uses<Data.Database>]
        public partial class Worker;
    }

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds, Ingress("fd00::/8", 22)]
        public partial class Database;

        [ElastiCache]
        public partial class Cache;
    }
}

// Two families of addresses: a load balancer for both, tasks that get out over both, a database that is asked over either.
using ArchDsl;

namespace Variants;

[Architecture("dual-stack")]
[Vpc(Ipv6 = true, NatGateways = 1)]
[HostedZone("example.com")]
public partial class DualStack
{
    [Certificate("shop.example.com")]
    public partial class Tls;

    [S3]
    public partial class Logs;

    [PublicSubnet]
    public partial class Edge
    {
        [Alb]
        [HttpListener(80, RedirectToHttps = true), HttpsListener<Tls>]
        [RoutesTo<Inside.Api>]
        [Dns("shop.example.com")]
        [AccessLogs<Logs>]
        public partial class LoadBalancer;

        [Ec2("t3.small")]
        [Ingress("2001:db8:7::/48", 8443)]
        public partial class Gauge;
    }

    [PrivateSubnet]
    public partial class Inside
    {
        [Fargate(Image = "public.ecr.aws/docker/library/nginx:1.27", DesiredCount = 2)]
        [Uses<Data.Database>]
        [Egress(Cidr.InternetIpv6, 443)]
        public partial class Api;
    }

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(MultiAz = true)]
        public partial class Database;
    }
}

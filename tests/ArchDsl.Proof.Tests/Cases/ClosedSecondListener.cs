using ArchDsl;

namespace Case;

[Vpc(AvailabilityZones = 3)]
public partial class App
{
    [PublicSubnet("10.0.255.0/24", "10.0.254.0/24", "10.0.253.0/24")]
    public partial class Pub0
    {
        [Alb]
        [HttpListener]
        [HttpListener(8081)]
        [Ingress(Cidr.Internet, 0, 105)]
        public partial class Alb2;
    }

    [PublicSubnet("10.0.252.0/24", "10.0.251.0/26", "10.0.250.0/24")]
    public partial class Pub1
    {
        [Fargate(Image = "public.ecr.aws/x/y:1")]
        [Uses<App.Pub0.Alb2>]
        public partial class Vpc6;
    }
}

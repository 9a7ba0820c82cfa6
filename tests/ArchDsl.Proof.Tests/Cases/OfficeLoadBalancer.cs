using ArchDsl;

namespace Case;

[Vpc]
public partial class Shop
{
    [PublicSubnet]
    public partial class Pub0
    {
        [Alb]
        [HttpListener]
        [Ingress("203.0.113.0/24")]
        public partial class Alb1;
    }

    [PublicSubnet]
    public partial class Pub1
    {
        [Ec2("t3.small")]
        [Uses<Shop.Pub0.Alb1>]
        public partial class Ec23;
    }
}

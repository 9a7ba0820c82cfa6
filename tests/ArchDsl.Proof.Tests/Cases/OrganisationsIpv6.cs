using ArchDsl;

namespace Case;

// Two ranges of one organisation meet, and Amazon gives neither to a VPC.
[Vpc(Ipv6 = true)]
public partial class Shop
{
    [PrivateSubnet("10.0.251.0/24", "10.0.250.0/24")]
    public partial class Pri2
    {
        [Rds(Engine.MySql, "8.0.35")]
        [Ingress("2001:0db8:7::/48")]
        public partial class Rds8;

        [Ec2("t3.small")]
        [Egress("2001:db8::/32")]
        public partial class Ec29;
    }
}

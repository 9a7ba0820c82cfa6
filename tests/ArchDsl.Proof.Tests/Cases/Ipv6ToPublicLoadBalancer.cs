using ArchDsl;

namespace Case;

[Vpc(Ipv6 = true)]
public partial class Äpfel
{
    [IsolatedSubnet]
    [Rds(Engine.Postgres, "14.9")]
    [Ingress("2000::/3")]
    public partial class Rds2;

    [IsolatedSubnet("10.0.251.0/24", "10.0.250.0/24")]
    public partial class Iso2
    {
        [Ec2("t3.small")]
        [Uses<Äpfel.Pub3.Alb7>]
        public partial class Ec24;
    }

    [PublicSubnet]
    public partial class Pub3
    {
        [Alb]
        [HttpListener]
        public partial class Alb7;
    }
}

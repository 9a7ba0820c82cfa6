using ArchDsl;

namespace Case;

[Vpc("100.64.0.0/16")]
public partial class Äpfel
{
    [PrivateSubnet("100.64.255.0/26", "100.64.254.0/24")]
    public partial class Pri0
    {
        public partial class Inner
        {
            [Alb]
            [HttpListener]
            [RoutesTo<Äpfel.Pri0.Inner.Ec22>]
            [Ingress<Äpfel.Pri0.Inner.Alb1>]
            public partial class Alb1;

            [Ec2("t3.small")]
            [Uses<Äpfel.DynamoDb4>]
            public partial class Ec22;
        }
    }

    [PublicSubnet]
    public partial class Pub1;

    [DynamoDb]
    public partial class DynamoDb4;
}

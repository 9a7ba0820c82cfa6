using ArchDsl;

namespace Case;

[HostedZone("example.com")]
[Vpc]
public partial class Stack1
{
    [PrivateSubnet("10.0.253.0/26", "10.0.252.0/24")]
    public partial class Pri1
    {
        [Alb]
        [HttpsListener<Stack1.Certificate8>]
        [Dns("alb1.example.com")]
        public partial class Alb1;
    }

    [PrivateSubnet]
    public partial class Pri2
    {
        [Fargate(Image = "public.ecr.aws/x/y:1")]
        [Uses<Stack1.Pri1.Alb1>]
        public partial class Fargate3;
    }

    [PublicSubnet]
    public partial class Pub3;

    [Certificate("www.example.com")]
    public partial class Certificate8;
}

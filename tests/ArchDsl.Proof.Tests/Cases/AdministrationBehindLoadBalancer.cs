using ArchDsl;

namespace Case;

[Vpc("172.16.0.0/16")]
public partial class Shop
{
    [PublicSubnet]
    [Fargate(Image = "public.ecr.aws/x/y:1", Port = 22)]
    public partial class Fargate1;

    [PublicSubnet("172.16.253.0/24", "172.16.252.0/24")]
    public partial class Pub1
    {
        [Alb]
        [HttpListener]
        [RoutesTo<Shop.Fargate1>]
        public partial class Alb2;
    }
}

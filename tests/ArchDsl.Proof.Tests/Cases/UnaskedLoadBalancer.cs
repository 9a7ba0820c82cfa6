using ArchDsl;

namespace Case;

[Vpc("10.1.0.0/18")]
public partial class App
{
    [PublicSubnet("10.1.63.0/24", "10.1.62.0/24")]
    public partial class Pub0
    {
        [Fargate(Image = "public.ecr.aws/x/y:1")]
        public partial class Fargate1;
    }

    [PrivateSubnet]
    public partial class Pri1
    {
        [Alb]
        [HttpListener]
        [RoutesTo<App.Pub0.Fargate1>]
        public partial class Alb4;
    }
}

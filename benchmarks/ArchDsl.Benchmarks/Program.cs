using ArchDsl.Benchmarks;

// Each benchmark compares within one run, so that a noisy machine is noisy for both sides.
switch (args)
{
    case ["incremental"]:
        Incremental.Run();
        return 0;
    case ["scale"]:
        Scale.Run();
        return 0;
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project benchmarks/ArchDsl.Benchmarks -- incremental|scale");
        return 1;
}

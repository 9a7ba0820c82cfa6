using ArchDsl.Benchmarks;

// Each benchmark compares within one run, so that a noisy machine is noisy for both sides.
switch (args)
{
    case ["incremental"]:
        Incremental.Run();
        return 0;
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project benchmarks/ArchDsl.Benchmarks -- incremental");
        return 1;
}

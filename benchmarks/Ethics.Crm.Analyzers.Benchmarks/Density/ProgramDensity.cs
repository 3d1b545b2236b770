namespace Ethics.Crm.Analyzers.Benchmarks.Density;

/// <summary>What a program consists of.</summary>
/// <param name="Bodies">Methods, constructors, operators, accessors and properties that have code.</param>
/// <param name="BodyLines">Lines that these stand in.</param>
/// <param name="OwnCalls">Calls of what the program declares itself.</param>
/// <param name="InterfaceCalls">Those of them that go to a member of an interface.</param>
/// <param name="Readers">Bodies that read something about people.</param>
internal sealed record ProgramDensity(string Name, int Lines, int Bodies, int BodyLines, int Asynchronous, int Lambdas, int Calls, int OwnCalls, int InterfaceCalls, int Reads, int Readers);

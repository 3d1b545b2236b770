using Ethics.Crm.Weaver.Gates;
using Ethics.Crm.Weaver.Labels;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver;

/// <summary>What was woven into an assembly, by the names that messages show.</summary>
internal sealed record WovenAssembly(IReadOnlyList<string> Members);

/// <summary>Reads an assembly with its symbols, weaves what is labelled, and writes both; nothing is written where nothing is labelled.</summary>
internal static class AssemblyWeaver
{
    private const string GateAssembly = "Ethics.Crm.Abstractions";

    public static WovenAssembly Weave(string input, string output, BuildPolicy policy, WeaveRequest request)
    {
        using var resolver = new ReferenceResolver(request.References);
        using var assembly = Read(input, resolver);
        var module = assembly.MainModule;
        if (resolver.Find(GateAssembly) is not { } gate)
            throw new WeavingException($"{Path.GetFileName(input)} does not reference Ethics.Crm.Abstractions, whose gate its getters would ask.");

        var woven = Weave(module, new(() => new GateTypes(module, gate.MainModule)), policy);
        if (woven.Count == 0)
            return new([]);

        var key = StrongName.KeyFor(assembly, request);
        Write(assembly, output, key);
        return new([.. woven.SelectMany(static type => type.Properties).Select(static one => MemberNames.Display(one.Property))]);
    }

    private static AssemblyDefinition Read(string path, ReferenceResolver resolver) =>
        AssemblyDefinition.ReadAssembly(path, new ReaderParameters(ReadingMode.Deferred)
        {
            InMemory = true,
            AssemblyResolver = resolver,
            ReadSymbols = true,
            SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: false),
        });

    private static List<WovenType> Weave(ModuleDefinition module, Lazy<GateTypes> gate, BuildPolicy policy)
    {
        var types = new List<WovenType>();
        foreach (var type in module.GetTypes().Where(Weavable.CanBeWoven).ToList())
        {
            InheritedContracts.Complete(type, policy);
            var labelled = type.Properties.Where(Weavable.CanBeWoven)
                .Select(property => (Property: property, Origin: OriginSources.Of(property)))
                .Select(one => (one.Property, one.Origin, Judgement: policy.Judge(LabelSources.Of(one.Property), one.Origin)))
                .Where(static one => one.Judgement is not null).ToList();
            if (labelled.Count > 0)
                types.Add(new(type, [.. labelled.Select(one => new WovenProperty(one.Property, one.Judgement!, BodyMover.MoveGetter(one.Property, gate.Value), one.Origin))]));
        }

        // Bodies have moved everywhere before the first key is read: that of a base may be one of them.
        var raws = types.SelectMany(static type => type.Properties).ToDictionary(static one => one.Property, static one => one.Raw);
        foreach (var type in types)
        {
            var weaver = new TypeWeaver(type.Type, gate.Value, policy, raws);
            foreach (var property in type.Properties)
                weaver.Weave(property);
            weaver.Close();
            PrintMembersWeaver.Weave(type);
        }

        return types;
    }

    private static void Write(AssemblyDefinition assembly, string output, byte[]? key)
    {
        var module = assembly.MainModule;
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var provider = module.SymbolReader?.GetWriterProvider() is EmbeddedPortablePdbWriterProvider embedded ? new EmbeddedSymbols(embedded) : module.SymbolReader?.GetWriterProvider();
        assembly.Write(image, new WriterParameters
        {
            WriteSymbols = module.HasSymbols,
            SymbolWriterProvider = provider,
            // In memory: a path of this machine would else stand in the assembly. Embedded ones take no stream.
            SymbolStream = module.HasSymbols && provider is not EmbeddedSymbols ? symbols : null,
            StrongNameKeyBlob = key,
            DeterministicMvid = true,
        });
        // Only now, and whole: a build that is stopped in between leaves what the compiler wrote.
        if (symbols.Length > 0)
            Replace(Path.ChangeExtension(output, ".pdb"), symbols);
        Replace(output, image);
    }

    private static void Replace(string path, MemoryStream content)
    {
        var fresh = path + ".woven";
        File.WriteAllBytes(fresh, content.ToArray());
        File.Move(fresh, path, overwrite: true);
    }
}

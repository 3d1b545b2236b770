using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver;

/// <summary>Cecil asks for the name of a file that embedded symbols never get, and that an assembly in memory does not have.</summary>
internal sealed class EmbeddedSymbols(EmbeddedPortablePdbWriterProvider provider) : ISymbolWriterProvider
{
    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, string fileName) => provider.GetSymbolWriter(module, module.Name);

    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, Stream symbolStream) => provider.GetSymbolWriter(module, module.Name);
}

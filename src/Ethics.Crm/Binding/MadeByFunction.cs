using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Binding;

/// <summary>What a function makes that no decorator stands before.</summary>
/// <param name="Candidate">A class that declares purposes and may come out.</param>
internal sealed record MadeByFunction(ServiceDescriptor Descriptor, Type Candidate);

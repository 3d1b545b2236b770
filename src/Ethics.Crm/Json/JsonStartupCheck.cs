using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Ethics.Crm.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.Json;

/// <summary>Whether the options of a framework still ask when everything that configures them has run.</summary>
internal sealed class JsonStartupCheck<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IOptions<TOptions> options, Func<TOptions, JsonSerializerOptions> serializer) : IStartupCheck
    where TOptions : class
{
    public void Check()
    {
        // Making the options ask throws where a context writes by finished code: here, and not in the middle of a response.
        var own = serializer(options.Value);
        if (own.TypeInfoResolver is not PurposeTypeInfoResolver)
            throw new InvalidOperationException($"The JSON options of '{typeof(TOptions).FullName}' were given another resolver after AddJson had made them ask, so members would be written that may not be. Add resolvers with Configure, which runs before.");
        // From here on nobody can take that back.
        own.MakeReadOnly();
    }
}

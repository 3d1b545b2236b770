using Mono.Cecil;

namespace Ethics.Crm.Weaver;

/// <summary>Called by the package's targets with one argument, the file that says what to do. Errors are printed in the form that MSBuild reads.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is not [var file] || !File.Exists(file))
        {
            Console.Error.WriteLine("EthicsCrmWeave : error ECRM1106: the weaver is called by the build, with the file that names the assembly, its references and the policy.");
            return 2;
        }

        try
        {
            var request = WeaveRequest.Parse(File.ReadAllLines(file));
            foreach (var message in Run(request))
                Console.WriteLine(message);
            return 0;
        }
        catch (WeavingException e)
        {
            Console.Error.WriteLine($"EthicsCrmWeave : error ECRM1106: {e.Message}");
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or AssemblyResolutionException or NotSupportedException)
        {
            Console.Error.WriteLine($"EthicsCrmWeave : error ECRM1106: {e.GetType().Name}: {e.Message}");
            return 1;
        }
    }

    private static IEnumerable<string> Run(WeaveRequest request)
    {
        var policy = BuildPolicy.Read(request.Policy, request.Bases);
        if (request.Assembly is { } own)
        {
            var woven = AssemblyWeaver.Weave(own, own, policy, request);
            yield return $"EthicsCrmWeave: {woven.Members.Count} properties of {Path.GetFileName(own)}";
        }

        foreach (var message in ReferenceWeaver.WeaveAll(policy, request))
            yield return message;
    }
}
